import Testing
import Workflow

@testable import Store

@Suite("Asking again")
struct ResubmitTests {
  private func triage(_ desk: TestDesk, _ id: String, newChild: String) throws -> Performed {
    try desk.desk.triage(
      desk.triage(), of: newChild, id: id,
      registering: Body(["family-name": .text("Okafor"), "given-names": .text(newChild)]),
      by: desk.coordinator, account: "mo", now: desk.now, procedures: desk.procedures)
  }

  /// A desk that could not tell whether it was saved gives the child a new id when it tries again.
  @Test("A triage that registered a child is known again, whatever id the child is given now")
  func registered() throws {
    let desk = try TestDesk()
    let first = try triage(desk, "cmd-1", newChild: "C-1")
    let head = try desk.desk.head()
    let again = try triage(desk, "cmd-1", newChild: "C-2")
    #expect(again.wasDoneBefore && again.child.id == "C-1")
    #expect(again.events == first.events)
    #expect(try desk.desk.head() == head)
  }

  @Test("A child to be registered never gets the id, and so the record, of another")
  func taken() throws {
    let desk = try TestDesk()
    _ = try triage(desk, "cmd-1", newChild: "C-1")
    let head = try desk.desk.head()
    let error = #expect(throws: Refusal.self) {
      try triage(desk, "cmd-2", newChild: "C-1")
    }
    #expect(error?.reason == .conflict)
    #expect(try desk.desk.head() == head)
    #expect(try triage(desk, "cmd-2", newChild: "C-2").child.id == "C-2")
  }

  @Test("A command for one child is not taken for the same command for another")
  func other() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    try desk.register("C2")
    let note = Command.Entry(.noteAdded, at: desk.now, Body(["text": .text("Rang.")]))
    try desk.perform("cmd-1", on: "C1", note)
    #expect(try desk.perform("cmd-1", on: "C1", note).wasDoneBefore)
    #expect(throws: Refusal.self) { try desk.perform("cmd-1", on: "C2", note) }
  }

  @Test("The reserve is kept, given up on a full disk, and taken again")
  func reserve() throws {
    let desk = try TestDesk()
    let reserve = desk.desk.reserve
    #expect(reserve.isThere)
    #expect(reserve.release() && !reserve.isThere && !reserve.release())
    reserve.keep()
    #expect(reserve.isThere)
    #expect(desk.desk.warning == nil)
  }
}
