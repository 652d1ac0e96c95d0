import Workflow

/// Times, people and a procedure that the tests of the desk share: a small borough on one evening.
enum Sample {
  /// Saturday 21 November 2026, 19:40.
  static let now = at("2026-11-21 19:40")

  static let frontDoor = Person(id: "jb", name: "J. Brown", role: .frontDoor)
  static let manager = Person(id: "kt", name: "K. Thorne", role: .teamManager)
  static let coordinator = Person(id: "pl", name: "P. Lovelace", role: .missingCoordinator)
  static let worker = Person(id: "ar", name: "A. Rahman", role: .rhiWorker)

  /// An instant in London; a text that is none is a mistake of the test and reads as 1970.
  static func at(_ text: String) -> Instant { Instant(iso: text) ?? Instant(seconds: 0) }

  static let procedure = Procedure(
    id: "northbrook-2026", title: "Northbrook missing children procedure", authority: "Northbrook",
    version: 1, contentHash: "5f3c0a91d2e47b6688aa01c3", rules: rules,
    chairs: [
      ChairRung(role: .teamManager, from: .atOnce, rule: "NB-05"),
      ChairRung(role: .serviceManager, from: .days(5), rule: "NB-06"),
    ], guards: [],
    prompts: [
      Prompt(
        rule: "NB-09", on: .rhiOffered,
        text: "Offer the interview in person where the child lives, and say that it is independent")
    ], acknowledgedBy: [.teamManager, .missingCoordinator])

  /// Another authority's, which wants the strategy meeting sooner and rates no risk.
  static let southbrook = Procedure(
    id: "southbrook-2025", title: "Southbrook protocol", authority: "Southbrook", version: 1,
    contentHash: "77c1",
    rules: [
      rule(
        "strategy", ["SB-03"], .strategyMeeting, .teamManager, .teamManager,
        since: [.missingStart], within: .hours(24), lapsesOn: [.init(.returned)],
        "Meet within a day"),
      rule(
        "offer", ["SB-07"], .rhiOffer, .tys, .tysWorker, since: [.last(.init(.returned))],
        within: .hours(48), "Offer the interview within two days"),
    ],
    chairs: [ChairRung(role: .serviceManager, from: .atOnce, rule: "SB-04")], guards: [],
    prompts: [], acknowledgedBy: [.teamManager])

  private static let rules: [Rule] = [
    rule(
      "risk", ["NB-02"], .riskRating, .teamManager, .teamManager, since: [.first(.init(.opened))],
      within: .hours(24), doneBy: [.init(.riskAssessed)], "Rate the risk of every episode"),
    rule(
      "strategy", ["NB-05"], .strategyMeeting, .teamManager, .teamManager,
      since: [.missingStart], within: .days(3), lapsesOn: [.init(.returned)],
      "Hold a strategy meeting once a child has been missing for three days"),
    rule(
      "offer", ["NB-08", "NB-09"], .rhiOffer, .rhi, .rhiWorker, since: [.last(.init(.returned))],
      within: .hours(72),
      doneBy: [
        .init(.rhiOffered, with: ["answer": ["accepted", "declined", "undecided"]]),
        .init(.rhiHeld), .init(.rhiDeclined),
      ], "Offer an independent return home interview within 72 hours of the return"),
    rule(
      "interview", ["NB-10"], .rhiInterview, .rhi, .rhiWorker,
      since: [.last(.init(.returned))], within: .hours(72),
      doneBy: [.init(.rhiHeld), .init(.rhiDeclined)],
      "Hold the interview within 72 hours of the return"),
    rule(
      "close", ["NB-14"], .closeRecord, .missingCoordinator, .missingCoordinator,
      since: [.last(.init(.rhiHeld)), .last(.init(.rhiDeclined))], within: .workingDays(5),
      doneBy: [.init(.recordClosed)], isForRecord: true,
      "Close the record within five working days of the interview"),
    rule(
      "acknowledge", ["NB-15"], .acknowledge, .teamManager, .teamManager,
      since: [.last(.init(.recordClosed))], within: .workingDays(2), isForRecord: true,
      "Acknowledge every closure"),
    rule(
      "monitor", ["NB-01"], .monitoring, .missingCoordinator, .missingCoordinator,
      since: [.missingStart], doneBy: [.init(.returned)], "Monitor every child who is away"),
  ]

  private static func rule(
    _ name: String, _ realises: [String], _ step: StepName, _ tray: Tray, _ role: Role,
    since: [Anchor], within: TimeLimit? = nil, doneBy: [EventMatch] = [],
    lapsesOn: [EventMatch] = [], isForRecord: Bool = false, _ duty: String
  ) -> Rule {
    Rule(
      name: name, realises: realises, step: step, tray: tray, role: role, since: since,
      within: within, doneBy: doneBy, lapsesOn: lapsesOn, isForRecord: isForRecord, duty: duty,
      citation: Citation(document: "Northbrook procedure", section: "Missing children"))
  }
}
