// What a scenario file may say: a list of cases.

extension Mapping {
  /// Every mapping of a scenario file.
  package static let ofScenarios = [scenario, given] + expectations

  static let scenario = Mapping(
    "a case",
    [
      .needed("name", "what it shows", "\"In care: the strategy meeting within 36 hours\""),
      .needed("procedure", "the id of the pack", "alderfleet"),
      .needed(
        "child",
        "the child, by the fields of the event `child-registered`; `responsible` and `host` may stand for "
          + "`responsible-authority` and `host-authority`",
        "{born: 2012-05-04, status: looked-after, allocated: yes}"),
      .needed("given", "what happened, in its order", "[\(given.example)]"),
      .needed("asOf", "the moment at which all that is expected must hold", "2026-10-06 09:00"),
      .needed(
        "expect", "what must hold", "[{step: strategy-meeting, due: 2026-10-07 06:00}]"),
      .optional("why", "why it must, from the document", "\"2.1: 36 hours from 18:00.\""),
    ])

  static let given = Mapping(
    "a given event", note: "Any other key is a field of the event, from the list of events.",
    [
      .needed("at", "when, by the clock in London", "2026-10-05 18:00"),
      .needed("event", "the event", "went-missing"),
      .optional("learnt", "when the desk heard of it, where later", "2026-10-05 19:00"),
      .optional("by", "who did it: a role, or another word", "front-door"),
    ])

  private static let ruleAtWork = Key.optional(
    "rule", "your number for the rule, or several", "AF-07")
  private static let episode = Key.optional(
    "episode", "which going of the child, counted from 1; the last where left out", "1")

  /// The keys that every expectation may have.
  static let common = [ruleAtWork, episode]

  private static func expectation(_ name: String, _ keys: [Key]) -> Mapping {
    Mapping("an expectation of '\(name)'", keys + common)
  }

  /// The forms of an expectation; the first key of each says which it is.
  static let expectations = [
    expectation(
      "step",
      [
        .needed("step", "the step is there, done or open", "strategy-meeting"),
        .optional("absent", "it is not there", "no"),
        .optional("due", "its due time, to the minute", "2026-10-07 06:00"),
        .optional("opens", "from when it is there", "2026-10-05 18:00"),
        .optional(
          "state",
          "coming-up before its limit, due at it or where it has none, overdue after it; done, cancelled "
            + "or not-required", "coming-up"),
        .optional("chair", "who chairs it", "team-manager"),
        .optional("tray", "where it lies", "team-manager"),
        .optional("role", "whose work it is", "team-manager"),
        .optional("learnt-late", "whether the desk heard only after the limit", "no"),
        .optional("late", "whether it was done late", "no"),
        .optional("occurrence", "which time it comes", "1"),
      ]),
    expectation(
      "refused",
      [
        .needed("refused", "the event is refused", "record-closed"),
        .optional("at", "the one of that time", "2026-10-06 09:00"),
        .optional("tell", "whom the refusal names", "rhi-worker"),
      ]),
    expectation(
      "accepted",
      [
        .needed("accepted", "the event is taken", "opened"),
        .optional("at", "the one of that time", "2026-10-06 09:00"),
      ]),
    expectation("open-records", [.needed("open-records", "how many are open", "1")]),
    expectation(
      "starts", [.needed("starts", "the instant from which clocks run", "2026-10-05 18:00")]),
    expectation(
      "record", [.needed("record", "a fact or a field, and its value", "\"risk: high\"")]),
    expectation(
      "notified", [.needed("notified", "who was told, by role", "[team-manager]")]),
    expectation("shown", [.needed("shown", "the event whose form shows a prompt", "rhi-held")]),
    expectation(
      "routed",
      [
        .needed("routed", "the event that comes in", "report-received"),
        .needed("tray", "where it lands", "front-door"),
      ]),
    expectation("listed", [.needed("listed", "an entry of the directory", "police-desk")]),
  ]
}
