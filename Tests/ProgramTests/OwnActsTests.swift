import Desk
import Store
import TestSupport
import Testing
import Workflow

@testable import homeward

/// What one recorded last is found in the journal, whichever desk one has started since.
@Suite("One's own last act, by the journal")
struct OwnActsTests {
  private let mira = Person(id: "mira", name: "Mira Castell", role: .missingCoordinator)
  private let una = Person(id: "una", name: "Una Dace", role: .teamManager)

  private func workbench(_ drill: DrillDesk, at now: String = DrillDesk.now) throws -> Workbench {
    try Workbench(path: drill.path, frozenAt: SpokenInstant.read(now, now: Instant(seconds: 0)))
  }

  private func note(_ text: String, _ workbench: Workbench, by person: Person) throws {
    _ = try workbench.perform(
      text, child: "NB-1001", expecting: nil,
      [Command.Entry(.noteAdded, at: workbench.now(), Body(["text": .text(text)]))], by: person)
  }

  private func act(_ last: LastAct) -> RecordedAct? {
    if case .undoable(.act(let act, _, _), _) = last { act } else { nil }
  }

  @Test("it is found after a new start, taken back alone, and then there is none before it")
  func afterNewStart() throws {
    let drill = try DrillDesk()
    let before = try workbench(drill)
    #expect(try before.lastAct(of: mira) == .none, "the register was read in long ago")
    try note("first", before, by: mira)
    try note("anothers", before, by: una)
    let after = try workbench(drill)
    let act = try #require(act(try after.lastAct(of: mira)))
    #expect(act.title.hasPrefix("Note added, "))
    _ = try after.withdraw(act, command: "undo", by: mira)
    let child = try #require(try after.records(for: mira).caseOf("NB-1001"))
    #expect(child.withdrawn == [act.number], "what another recorded since stays")
    #expect(try after.lastAct(of: mira) == .none)
    #expect(self.act(try after.lastAct(of: una)) != nil)
  }

  @Test("what another took back already is said to be, and the key goes on to what came before")
  func takenBackByAnother() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    try note("first", workbench, by: mira)
    let act = try #require(act(try workbench.lastAct(of: mira)))
    _ = try workbench.withdraw(act, command: "manager", by: una)
    guard case .withdrawn(let sentence, _) = try workbench.withdraw(act, command: "own", by: mira)
    else {
      Issue.record("it is refused for ever")
      return
    }
    #expect(sentence == "Withdrawn already: \(act.title).")
    let child = try #require(try workbench.records(for: mira).caseOf("NB-1001"))
    #expect(child.history.filter { $0.kind == .withdrawn }.count == 1)
  }

  @Test("what was recorded before a shift is nothing that one key takes back")
  func old() throws {
    let drill = try DrillDesk()
    try note("first", try workbench(drill), by: mira)
    #expect(try workbench(drill, at: "2026-10-25 00:30").lastAct(of: mira) == .none)
  }

  @Test("what is never taken back bars what came before it, and says how it is put right")
  func barred() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    try note("first", workbench, by: una)
    _ = try workbench.perform(
      "opened", child: "NB-1001", expecting: nil,
      [
        Command.Entry(
          .wentMissing, at: workbench.now(),
          Body(["from": .text("care"), "category": .text("missing")])),
        Command.Entry(.opened, at: workbench.now()),
      ], by: mira)
    #expect(act(try workbench.lastAct(of: una)) != nil)
    guard case .barred(let way) = try workbench.lastAct(of: mira) else {
      return #expect(Bool(false), "an opening is not taken back")
    }
    #expect(way.contains("is not undone"))
  }
}
