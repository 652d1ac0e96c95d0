package import Store
package import Workflow

/// A small procedure, shared by the tests and the program that they kill.
package enum Practice {
  /// Four rules: two from going missing, one from the return, one for the record.
  package static let procedure = Procedure(
    id: "practice", title: "Practice procedure", authority: "Norbury", version: 1,
    contentHash: "abc",
    rules: [
      rule("notify", .notifyParents, .frontDoor, .frontDoor, .hours(2)),
      rule("strategy", .strategyMeeting, .teamManager, .teamManager, .workingDays(3)),
      Rule(
        name: "offer", realises: ["T-3"], step: .rhiOffer, tray: .rhi, role: .rhiWorker,
        since: [.first(EventMatch(.returned))], within: .hours(72),
        doneBy: [EventMatch(.rhiOffered)], duty: "Offer the interview.",
        citation: Citation(document: "Practice", section: "3")),
      Rule(
        name: "monitor", realises: ["T-4"], step: .monitoring, tray: .missingCoordinator,
        role: .missingCoordinator, since: [.first(EventMatch(.opened))], isForRecord: true,
        duty: "Keep an eye on it.", citation: Citation(document: "Practice", section: "4")),
    ],
    chairs: [], guards: [], prompts: [], acknowledgedBy: [.teamManager])

  /// The source of that one procedure.
  package static let procedures = ProcedureSource(procedure)

  /// The moment at which everything is done.
  package static let now = Instant(iso: "2026-03-27T18:00+00:00") ?? Instant(seconds: 0)
  /// Who does nearly everything.
  package static let coordinator = Person(
    id: "m", name: "Mo Coord", role: .missingCoordinator)
  /// Who makes the desk and adds its staff.
  package static let admin = Person(id: "a", name: "Ada Min", role: .administrator)

  /// A report of a child who went two hours ago.
  package static func triage(
    now: Instant, report: String? = nil, policeReference: String = "CAD 4711/27MAR"
  ) -> Triage {
    Triage(
      report: report, reported: now,
      reportBody: Body(["risk": .text("medium"), "police-ref": .text(policeReference)]),
      went: now.adding(hours: -2),
      goingBody: Body([
        "from": .text("care"), "category": .text("missing"),
        "last-seen": .instant(now.adding(hours: -2)),
      ]))
  }

  private static func rule(
    _ name: String, _ step: StepName, _ tray: Tray, _ role: Role, _ limit: TimeLimit
  ) -> Rule {
    Rule(
      name: name, realises: ["T-1"], step: step, tray: tray, role: role, since: [.missingStart],
      within: limit, duty: "Do it.", citation: Citation(document: "Practice", section: "1"))
  }
}
