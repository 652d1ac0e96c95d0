import Desk
import Workflow

/// A procedure that says much on its forms, and pages and drafts under it.
extension Sample {
  static let guided = Procedure(
    id: "northbrook-2027", title: "Northbrook, with guidance", authority: "Northbrook",
    version: 1, contentHash: "90aa",
    rules: [
      Rule(
        name: "grab-pack", realises: ["NB-21"], step: .grabPackReview, tray: .socialWorker,
        role: .socialWorker, since: [.first(.init(.opened))], duty: "Keep the grab pack ready",
        prompts: ["Name, date of birth, language.", "A recent photo; friends and places."],
        citation: citation),
      Rule(
        name: "strategy", realises: ["NB-05"], step: .strategyMeeting, tray: .teamManager,
        role: .teamManager, since: [.missingStart], within: .days(3),
        duty: "Meet within three days", prompts: ["Look at earlier episodes first."],
        citation: citation),
    ], chairs: [], guards: [],
    prompts: [
      Prompt(
        rule: "NB-30", on: .wentMissing, when: .fact(.from, ["care"]),
        text: "Ask the placement what it has tried."),
      Prompt(
        rule: "NB-31", on: .wentMissing, when: .fact(.from, ["home"]),
        text: "Ask the parents whom they have called."),
      Prompt(rule: "NB-32", on: .reported, text: "The police category never lowers what is done."),
      Prompt(
        rule: "NB-33", on: .opened, when: .fact(.status, ["looked-after"]),
        text: "Was the child told beforehand what happens?"),
      Prompt(
        rule: "NB-34", on: .meetingPlanned, when: .fact(.status, ["looked-after"]),
        text: "Invite the reviewing officer and the virtual school."),
      Prompt(
        rule: "NB-35", on: .meetingHeld,
        text: "Work through further contacts, letters, publicity, the plan for the return."),
      Prompt(
        rule: "NB-36", on: .meetingHeld,
        text: "Say whether it was quorate; without the police a further one is held at once."),
    ],
    directory: [
      DirectoryEntry(
        id: "misper", title: "Police missing persons unit", mail: "unit@northbrook.example",
        phone: nil, rule: "NB-36"),
      DirectoryEntry(id: "cait", title: "Child abuse team", mail: nil, phone: nil, rule: "NB-99"),
    ], acknowledgedBy: [.teamManager])

  private static let citation = Citation(document: "Northbrook procedure", section: "Guidance")

  /// What the desk shows of a child under it.
  static func guidedPage(_ child: ChildCase) -> ChildPage {
    ChildPage(
      child: child, steps: Derive.steps(of: child) { _ in guided }, procedure: guided)
  }

  /// A report on a looked-after child of the register, under it.
  static func guidedDraft() throws -> TriageDraft {
    let plain = draft()
    let known = try record(
      .childRegistered, "2026-03-02 09:00", on: ChildCase(id: "C-0412"), by: frontDoor,
      Body([
        "family-name": .text("Pryce-Morgan"), "given-names": .text("Siân"),
        "status": .text("looked-after"),
      ]))
    return TriageDraft(
      reference: plain.reference, subject: 1, subjects: 1, kind: plain.kind, values: plain.values,
      gaps: plain.gaps, warnings: plain.warnings, candidates: plain.candidates, isProposed: true,
      question: nil, text: plain.text,
      ground: TriageGround(children: [known.id: known], procedure: guided))
  }
}
