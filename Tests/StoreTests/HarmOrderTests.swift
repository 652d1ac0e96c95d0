import Store
import StorePractice
import Testing
import Workflow

@Suite("What is to be done at once of a child who told of harm")
struct HarmOrderTests {
  /// Both ratings cannot wait: the children are away.
  private let procedures = ProcedureSource(
    Procedure(
      id: "practice", title: "Practice procedure", authority: "Norbury", version: 1,
      contentHash: "abc",
      rules: [
        Rule(
          name: "rate", realises: ["T-1"], step: .riskRating, tray: .teamManager,
          role: .teamManager, since: [.first(EventMatch(.opened))],
          doneBy: [EventMatch(.riskAssessed)], duty: "Rate it.",
          citation: Citation(document: "Practice", section: "1"))
      ], chairs: [], guards: [], prompts: [], acknowledgedBy: [.teamManager]))

  @Test("stands before what is to be done at once of others, however long they wait")
  func stands() throws {
    let desk = try TestDesk()
    func rows() throws -> [String] {
      let query = StepQuery(tray: .teamManager)
      return try desk.records.queue(query, Window(limit: 9), now: desk.now).rows.map(\.step.child)
    }
    for child in ["C1", "C2", "C3"] {
      try desk.register(child)
      _ = try desk.desk.triage(
        Practice.triage(now: desk.now), of: child, id: "t-\(child)", by: desk.coordinator,
        account: "mo", now: desk.now, procedures: procedures)
      desk.now = desk.now.adding(seconds: 3_600)
    }
    #expect(try rows() == ["C1", "C2", "C3"])
    _ = try desk.desk.perform(
      Command(
        id: "told", child: "C3",
        entries: [
          Command.Entry(.disclosure, at: desk.now, Body(["significant-harm": .flag(true)]))
        ]), by: desk.coordinator, account: "mo", now: desk.now, procedures: procedures)
    #expect(try rows() == ["C3", "C1", "C2"])
    #expect(
      try desk.records.trayCounts(now: desk.now)[.teamManager]
        == TrayCount(open: 3, overdue: 0, dueToday: 3))
  }
}
