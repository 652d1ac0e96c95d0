import Grid
import TestSupport
import Testing
import Workflow

@testable import Desk

/// What the key for undo does on a desk that was started anew, and what a row says of drafts.
@Suite("One's own last act on a new desk")
struct LastActTests {
  @Test("U names it, and U again takes it back; nothing of late says so")
  func again() throws {
    let child = try Sample.returned()
    let number = try #require(child.history.last { $0.kind == .meetingPlanned }).sequence
    var world = World(Sample.desk(me: Sample.manager), [child])
    world.press("U")
    #expect(world.desk.toast?.text.hasPrefix("There is nothing of yours to undo") == true)
    let act = RecordedAct(child: child.id, number: number, title: "Meeting planned, Siân")
    world.lastAct = .undoable(
      .act(act, draftKey: "", draft: nil), at: world.desk.now.adding(hours: -1))
    world.press("U")
    let said = try #require(world.desk.toast?.text)
    #expect(said.hasPrefix("Your last: Meeting planned, Siân ("), "\(said)")
    #expect(said.hasSuffix("U again takes it back."))
    #expect(world.children[child.id]?.withdrawn.isEmpty == true, "nothing is taken back unasked")
    world.press("U")
    #expect(world.children[child.id]?.withdrawn == [number])
  }

  @Test("what is never taken back says how it is put right")
  func barred() throws {
    var world = World(Sample.desk(me: Sample.manager), [try Sample.returned()])
    world.lastAct = .barred(EventKind.recordClosed.wayToPutRight)
    world.press("U")
    #expect(world.desk.toast?.text.contains("Reopen the record instead") == true)
  }

  @Test("a refused undo says why, and asks anew each time what rests on the act now")
  func refused() throws {
    let child = try Sample.returned()
    var world = World(Sample.desk(me: Sample.coordinator), [child])
    let number = try #require(child.history.last { $0.kind == .returned }).sequence
    let earlier = try #require(child.history.last { $0.kind == .meetingPlanned }).sequence
    world.desk.undoable = [
      .act(
        RecordedAct(child: child.id, number: earlier, title: "Meeting planned, Siân"),
        draftKey: "", draft: nil),
      .act(
        RecordedAct(child: child.id, number: number, title: "Returned, Siân"), draftKey: "",
        draft: nil),
    ]
    for _ in 1...2 {
      world.press("U")
      let refusal = try #require(world.desk.toast)
      #expect(refusal.role == .error && refusal.text.contains("rests on it"), "\(refusal)")
      #expect(!refusal.text.contains("U again"), "nothing is promised that is refused")
      #expect(world.children[child.id]?.withdrawn.isEmpty == true, "nothing older is taken back")
    }
    let attempt = try #require(child.history.last { $0.kind == .rhiOffered }).sequence
    world.children[child.id] = try Sample.record(
      .withdrawn, "2026-11-21 19:31", on: child, by: Sample.worker,
      Body(["corrects": .number(attempt), "reason": .text("wrong child")]))
    world.press("U")
    #expect(world.children[child.id]?.withdrawn == [attempt, number])
    #expect(world.desk.toast?.text.hasPrefix("Withdrawn: Returned, Siân.") == true)
  }

  @Test("the draft of one step marks its own row, and the line that stands for others")
  func drafts() {
    let marks = DraftMarks(keys: ["event:rhi-held:C-1:E-1", "event:note-added:C-2:E-2"])
    let held = Sample.row(1, name: "A", due: nil, step: .rhiInterview, child: "C-1")
    var offer = Sample.row(1, name: "A", due: nil, step: .rhiOffer, child: "C-1")
    #expect(marks.titles(for: held) == ["Interview held"] && marks.titles(for: offer).isEmpty)
    offer.others = 2
    #expect(marks.titles(for: offer) == ["Interview held"], "a draft is never out of sight")
    #expect(!marks.titles(for: Sample.row(2, name: "B", due: nil, child: "C-2")).isEmpty)
  }

  @Test(
    "who declined is the child itself, or somebody else",
    arguments: [
      ("the child", true), ("Child", true), ("mother and child", true), ("the young person", true),
      ("the child's mother", false), ("mother of the child", false), ("a parent", false),
      ("foster carer for the child", false), ("childminder", false),
    ])
  func child(words: String, isChild: Bool) {
    #expect(words.namesTheChild == isChild, "\(words)")
  }

  @Test("the number of the tray in which one is keeps its filter, and says so")
  func filter() {
    var world = World(Sample.desk())
    world.press("\\")
    world.type("pham")
    world.press("Enter")
    let number = TraysScreen.shown.firstIndex(of: world.desk.trays.tray).map { $0 + 1 } ?? 0
    world.press("\(number)")
    #expect(world.desk.trays.query.filter.text == "pham" && world.desk.trays.total == 1)
    #expect(world.desk.toast?.text == "Still with your filter: pham. Esc shows the whole tray")
  }
}
