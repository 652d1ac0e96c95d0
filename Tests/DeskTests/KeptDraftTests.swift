import Grid
import Testing
import Workflow

@testable import Desk

/// What is taken back never writes over what is begun.
@Suite("A draft that is there stays")
struct KeptDraftTests {
  private func page(_ child: ChildCase) -> World {
    var world = World(Sample.desk(me: Sample.manager), [child])
    world.desk.stack = [.child(ChildScreen(page: Sample.page(child), step: nil))]
    return world
  }

  @Test("two notes taken back: the later is the draft, and the words of the earlier are said")
  func twoNotes() throws {
    var world = page(try Sample.returned())
    for note in ["Spoke to the school", "Mother rang"] {
      world.press("+")
      world.type(note)
      world.press("Ctrl-S")
    }
    world.press("U")
    #expect(world.desk.toast?.text.contains("kept as a draft of the same form") == true)
    world.press("U")
    #expect(world.drafts.values.map { $0.values["text"] } == ["Mother rang"])
    let said = world.desk.toast?.text ?? ""
    #expect(said.contains("“Spoke to the school”") && said.contains("is not kept as a draft"))
    world.press("+")
    #expect(world.form?.typed("text") == "Mother rang")
  }

  @Test("two corrections of one entry, taken back")
  func twoCorrections() throws {
    var world = page(try Sample.returned())
    for (answer, why) in [("m", "first slip"), ("a", "second slip")] {
      guard case .child(var screen) = world.desk.stack[0] else { return }
      screen.isTimelineFocused = true
      screen.line = try #require(screen.timeline.firstIndex { $0.kind == .rhiOffered })
      world.desk.stack[0] = .child(screen)
      world.press("e")
      world.goTo("answer")
      world.press(answer)
      world.goTo(FormScreen.reasonOfCorrection)
      world.type(why)
      world.press("Ctrl-S")
      if world.form != nil { world.press("Ctrl-S") }
    }
    let errors = world.form?.entries.compactMap { $0.error ?? $0.warning } ?? []
    #expect(world.recorded.count == 2, "\(errors) \(world.desk.toast?.text ?? "")")
    world.press("U U")
    #expect(world.child?.page.child.withdrawn.isEmpty == false)
    #expect(
      world.drafts.values.map { $0.values[FormScreen.reasonOfCorrection] } == ["second slip"])
    #expect(world.desk.toast?.text.contains("“first slip”") == true)
  }

  @Test("what was discarded does not come back over what was begun since")
  func discarded() throws {
    var world = page(try Sample.returned())
    world.press("+")
    world.type("a long thought")
    world.press("Ctrl-D +")
    world.type("another")
    world.press("Esc U")
    #expect(world.drafts.values.map { $0.values["text"] } == ["another"])
    #expect(world.desk.toast?.text.hasPrefix("Another draft of the same form is there") == true)
    world.press("+ Ctrl-S U U")
    #expect(
      world.drafts.values.contains { $0.values["text"] == "another" }, "it was recorded and undone")
  }
}

@Suite("The draft of a correction")
struct CorrectionDraftTests {
  @Test("can be read where its line is no longer counted, and stays")
  func lineGone() throws {
    var child = try Sample.record(
      .returned, "2026-11-21 08:10", on: try Sample.missing(), by: Sample.coordinator,
      Body(["place": .text("Elm House"), "safe": .flag(true)]))
    let number = try #require(child.history.last { $0.kind == .returned }).sequence
    child = try Sample.record(
      .withdrawn, "2026-11-21 08:40", on: child, by: Sample.coordinator,
      Body(["corrects": .number(number), "reason": .text("Another child")]))
    var world = World(Sample.desk(me: Sample.coordinator), [child])
    let key = "correct:\(child.id):\(number)"
    world.drafts[key] = FormDraft(
      values: [
        "at": "6pm", "place": "Elm House", "reason-of-correction": "Home rang: 6pm, not 4pm",
      ], title: "Correct · Returned · Pryce-Morgan, Siân")
    world.press("D Enter")
    guard case .text(let title, let lines, _)? = world.desk.stack.last else {
      Issue.record("nothing to read: \(String(describing: world.desk.stack.last))")
      return
    }
    #expect(title == "Not recorded · Correct · Returned · Pryce-Morgan, Siân")
    #expect(
      lines.contains("When: 6pm") && lines.contains { $0.hasSuffix(": Elm House") }, "\(lines)")
    #expect(lines.contains("Why it is corrected: Home rang: 6pm, not 4pm"), "\(lines)")
    #expect(world.desk.toast?.text.hasPrefix("That line is no longer counted") == true)
    #expect(world.drafts[key] != nil)
  }
}
