import Testing
import Workflow

@testable import Desk

@Suite("The step on which the cursor stands")
struct OneOfSeveralStepsTests {
  /// A child who is back from a first absence, interview still to come, and has gone again.
  private func goneAgain() throws -> ChildCase {
    try Sample.record(
      .wentMissing, "2026-11-21 18:00", on: try Sample.returned(), by: Sample.coordinator,
      Body(["from": .text("care"), "category": .text("missing")]), episode: "E-2026-0500")
  }

  @Test("what is moved or held of an earlier absence is recorded in that one", arguments: ["M"])
  func ofEarlierAbsence(key: String) throws {
    var world = World.page(for: Sample.worker, of: try goneAgain(), keys: "")
    let place = try #require(
      world.child?.steps.firstIndex { $0.id.step == .rhiOffer && $0.id.reference == "E-2026-0412" })
    for _ in 0..<place { world.press("Down") }
    world.press(key)
    #expect(world.form?.fixed[.episode] == "E-2026-0412", "\(world.form?.title ?? "")")
  }

  @Test("of two actions in the same words the form says which it is about, and does that one")
  func sameWords() throws {
    var child = try Sample.missing()
    for due in ["2026-11-21 21:00", "2026-11-22 09:00"] {
      var body = Body(["action": .text("ring the aunt"), "tray": .text("rhi")])
      body[.due] = Sample.at(due)
      child = try Sample.record(
        .actionAgreed, "2026-11-21 18:00", on: child, by: Sample.worker, body)
    }
    var world = World.page(for: Sample.worker, of: child, keys: "")
    let later = try #require(
      world.child?.steps.lastIndex { $0.agreed != nil && $0.due == Sample.at("2026-11-22 09:00") })
    for _ in 0..<later { world.press("Down") }
    world.press("x")
    #expect(
      world.lines.contains {
        $0.contains("“Action: ring the aunt” is open 2 times. This one: due Sun 22 Nov 09:00")
      })
    world.press("Ctrl-S")
    let left = Sample.page(try #require(world.children["C-0412"])).steps
      .filter { $0.isOpen && $0.agreed != nil }
    #expect(left.map(\.due) == [Sample.at("2026-11-21 21:00")])
  }
}
