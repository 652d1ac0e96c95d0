// What a pack may say.

extension Mapping {
  /// Every mapping of a pack, from the outermost inwards.
  package static let ofPacks = [
    pack, source, directoryEntry, version, rule, instant, event, condition, numberTest, chair,
    guarding, prompt, route, provisional,
  ]

  static let pack = Mapping(
    "a pack",
    [
      .needed("id", "its name for commands; small letters, digits, hyphens", "alderfleet"),
      .needed("title", "what people call it", "Alderfleet"),
      .needed("authority", "whose it is", "Alderfleet"),
      .needed("sources", "the documents on which it rests", "[\(source.example)]"),
      .optional("roles", "your names for roles", "{team-manager: Practice manager}"),
      .optional("trays", "your names for trays", "{rhi: Return team}"),
      .optional("directory", "whom to reach", "[\(directoryEntry.example)]"),
      .needed("versions", "what it says, oldest first", "[\(version.example)]"),
    ])

  static let source = Mapping(
    "a source",
    [
      .needed("id", "its short name, for rules to cite", "page"),
      .needed("title", "its title", "Children who go missing"),
      .needed("date", "when it was published, as it says", "\"September 2026\""),
      .needed("checked", "the day on which somebody last compared the pack with it", "2026-11-20"),
    ])

  static let directoryEntry = Mapping(
    "a directory entry",
    [
      .needed("id", "its short name", "police-desk"),
      .needed("title", "a unit or a role, never a person", "Police missing persons desk"),
      .optional("mail", "the mailbox; empty until you know it", "\"\""),
      .optional("phone", "the number; empty until you know it", "\"\""),
      .needed("rule", "the rule for which it is kept", "AF-20"),
    ])

  static let version = Mapping(
    "a version",
    [
      .needed("from", "the first day on which it is in force", "2026-09-01"),
      .optional("to", "the last day; left out while it is in force", "2027-08-31"),
      .optional(
        "acknowledged-by", "who must acknowledge a closure; a rule makes the step `acknowledge`",
        "[team-manager, missing-coordinator]"),
      .optional(
        "definitions", "names for conditions that many rules share",
        "{counts as missing: {category: [missing, absconded, abducted]}}"),
      .needed(
        "rules", "what is to be done", "[\(rule.example), \(Mapping.acknowledgement)]"),
      .optional(
        "chairs", "who chairs meetings, from how long missing",
        "[{role: team-manager, from: 12 days, rule: AF-10}, \(chair.example)]"),
      .optional("guards", "what is refused", "[\(guarding.example)]"),
      .optional("prompts", "what is shown on forms", "[\(prompt.example)]"),
      .optional("routes", "where what comes in is met first", "[\(route.example)]"),
      .optional(
        "provisional", "the rating that a record opens with; the first that applies",
        "[\(provisional.example)]"),
    ])

  static let rule = Mapping(
    "a rule",
    [
      .needed("name", "its name; no other rule of the version has it", "review-early"),
      .needed("realises", "your numbers for it: letters, hyphen, two digits", "[AF-09]"),
      .needed("step", "the step that it makes, from the list of steps", "review-meeting"),
      .needed("tray", "where a person meets it", "team-manager"),
      .needed("role", "whose work it is", "team-manager"),
      .optional("when", "when it applies; always, where left out", "{from: care}"),
      .needed(
        "since", "from which instant it opens and counts; of several, the first that there is",
        "{due: strategy-meeting}"),
      .optional("opens-after", "how long after that instant it opens", "1 day"),
      .optional("within", "the time allowed; no limit where left out", "10 days"),
      .optional("repeats", "whether it comes again each time that it is done", "yes"),
      .optional("elapsed-from", "repeats only once missing for so long", "5 days"),
      .optional("elapsed-before", "repeats only until missing for so long", "40 days"),
      .optional(
        "done-by", "what completes it; a meeting is done by holding it, every step by the key x",
        "[{event: meeting-held, with: {kind: review-meeting}}]"),
      .optional("lapses-on", "what makes it fall away before its limit is up", "returned"),
      .optional(
        "lapses-late", "whether that makes it fall away once its limit is up, too; late it stays",
        "yes"),
      .optional("for-record", "once for the record, not for each going", "no"),
      .optional("outlives-record", "goes on after the record is finished", "no"),
      .optional(
        "part",
        "tells two rules of one step in one case apart; notices in two trays are apart already",
        "care"),
      .needed("duty", "what it asks, in your own words", "Hold the next review."),
      .optional("prompts", "what is shown to whoever does it", "[Ask what has changed.]"),
      .needed("source", "the document, by its short name", "page"),
      .needed("section", "where in it", "\"2.2\""),
    ])

  /// A rule that `acknowledged-by` and `due` need, so that the example of a version is sound.
  private static let acknowledgement = """
    {name: acknowledge, realises: [AF-18], step: acknowledge, tray: team-manager, \
    role: team-manager, for-record: yes, when: {closed: yes}, since: {last: record-closed}, \
    duty: Acknowledge the closure., source: page, section: "4.2"}, \
    {name: first-meeting, realises: [AF-07], step: strategy-meeting, tray: team-manager, \
    role: team-manager, since: missing-start, within: 36 hours, duty: Hold the strategy meeting., \
    source: page, section: "2.1"}
    """

  static let instant = Mapping(
    "an instant",
    note: "One of these; or `missing-start`, when the child went missing; or the name of an event "
      + "alone, for the first of its kind.",
    [
      .optional("first", "the first event of a kind", "returned"),
      .optional(
        "last", "the last event of a kind", "{event: risk-assessed, with: {risk: high}}"),
      .optional(
        "earliest", "the earliest of several: any of them gives rise to it",
        "[disclosure, police-concerns]"),
      .optional(
        "learnt", "when the desk learnt of the first event of a kind", "returned"),
      .optional(
        "last-learnt",
        "when the desk learnt of the last event of a kind; what was done before does not answer it",
        "{event: rhi-held, with: {risk: any}}"),
      .optional("due", "when another step was due, done or not", "strategy-meeting"),
      .optional("missing-for", "when the child had been missing for so long", "20 working days"),
    ])

  static let event = Mapping(
    "an event", note: "Where nothing is asked of its fields, the name of the event alone will do.",
    [
      .needed("event", "its name, from the list of events", "meeting-held"),
      .optional(
        "with",
        "fields that must have one of these values, alone or beside others; `any` for any value",
        "{kind: strategy-meeting, chair: [team-manager, service-manager]}"),
      .optional(
        "without", "fields that must have none of these values, not even beside others",
        "{quorate: no}"),
      .optional(
        "after",
        "only after another event, and of several after the last; `{first: …}` for the first",
        "returned"),
    ])

  static let condition = Mapping(
    "a condition",
    note: "Any other key is a fact, with one or several of its values. What stands side by side "
      + "must all hold.",
    [
      .optional("all", "all of these hold", "[{from: care}, {risk: high}]"),
      .optional("any", "one of these holds", "[{from: care}, {risk: high}]"),
      .optional("not", "this does not hold", "{from: care}"),
      .optional("happened", "an event is on record", "reported"),
      .optional("is", "conditions named under `definitions` hold", "counts as missing"),
    ])

  static let numberTest = Mapping(
    "the test of a number",
    [.needed("at-least", "the number is this or more", "2")])

  static let chair = Mapping(
    "a chair",
    [
      .needed("role", "who chairs", "service-manager"),
      .needed(
        "from", "from how long missing when the meeting is due, or was, where the child is back",
        "12 days"),
      .optional("for", "only for these meetings; for all, where left out", "[review-meeting]"),
      .optional("after", "only after a meeting that this role chaired by then", "team-manager"),
      .optional("when", "when it applies", "{from: care}"),
      .needed("rule", "your number for it", "AF-10"),
    ])

  static let guarding = Mapping(
    "a guard",
    [
      .needed("on", "the event that it looks at", "record-closed"),
      .optional(
        "refuse-when", "when it refuses; always, where left out", "{interview-pending: yes}"),
      .needed("rule", "your number for it, or several", "AF-17"),
      .needed(
        "sentence", "why, and what to do instead", "Hold the interview first or record the refusal."
      ),
      .optional("tell", "whom to tell instead", "rhi-worker"),
    ])

  static let prompt = Mapping(
    "a prompt",
    [
      .needed("rule", "your number for it", "AF-16"),
      .needed("on", "the event on whose form it is shown", "rhi-held"),
      .optional("when", "when it is shown", "{from: care}"),
      .optional(
        "lines", "the lines of the form that answer it, so that it comes first", "[slept]"),
      .needed("text", "the words", "Ask where the child slept."),
    ])

  static let route = Mapping(
    "a route",
    [
      .needed("rule", "your number for it", "AF-01"),
      .needed("event", "what comes in", "report-received"),
      .needed("tray", "where it lands", "front-door"),
      .needed("role", "whose work it is there", "front-door"),
      .optional("when", "when it lands there", "{out-of-hours: no}"),
    ])

  static let provisional = Mapping(
    "a provisional rating",
    [
      .needed("rule", "your number for it", "AF-05"),
      .needed("rag", "red, amber or green", "amber"),
      .optional("when", "for whom", "{allocated: no}"),
    ])
}
