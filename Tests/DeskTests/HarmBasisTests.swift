import Grid
import Testing
import Workflow

@testable import Desk

@Suite("What a form and a page make of how harm is known")
struct HarmBasisPageTests {
  private func held(_ basis: HarmBasis?) throws -> ChildCase {
    var body = Body(["outcome": .text("safeguarding-concerns"), "significant-harm": .flag(true)])
    body[.harmBasis] = basis
    return try Sample.record(
      .rhiHeld, "2026-11-21 15:00", on: try Sample.returned(), by: Sample.worker, body)
  }

  @Test("the header and the list of attempts say whether it was disclosed, reported or suspected")
  func header() throws {
    for (basis, word) in [
      (HarmBasis.disclosed, "DISCLOSED"), (.reported, "REPORTED"), (.suspected, "SUSPECTED"),
    ] {
      let child = try held(basis)
      let screen = ChildScreen(page: Sample.page(child), step: nil)
      let shown = render(Sample.desk(me: Sample.worker, showing: .child(screen))).text
      #expect(shown.contains { $0.contains(" · HARM \(word)") }, "\(shown)")
      let file = EpisodeFile(page: Sample.page(child), now: Sample.now).lines
      #expect(file.contains { $0.contains("· SIGNIFICANT HARM \(word) ·") }, "\(file)")
    }
  }

  @Test(
    "who corrects a yes to a no is asked nothing about how it was known, and no line says it any longer"
  )
  func corrected() throws {
    let child = try held(.disclosed)
    let number = try #require(child.history.last?.sequence)
    let form = try #require(
      FormScreen.correction(of: number, page: Sample.page(child), command: "c"))
    var world = World(Sample.desk(me: Sample.worker, showing: .form(form)), [child])
    world.goTo("significant-harm")
    world.press("Ctrl-U n Tab")
    #expect(world.form?.entries.first { $0.field.name == "harm-is" }?.warning == nil)
    let after = try Sample.record(
      .corrected, "2026-11-21 16:00", on: child, by: Sample.worker,
      Body([
        "corrects": .number(number), "field": .text("significant-harm"), "value": .text("no"),
        "reason": .text("wrong child"),
      ]))
    let told = try #require(after.records[0].episodes[0].log.last(.rhiHeld))
    #expect(!told.summary.contains("disclosed"), "\(told.summary)")
  }

  @Test("“suspected” where no harm is said is asked about: nothing would follow from it")
  func belied() throws {
    let child = try Sample.returned()
    var world = World(
      Sample.desk(
        me: Sample.worker, showing: .child(ChildScreen(page: Sample.page(child), step: nil))),
      [child])
    world.press("h")
    world.goTo("harm-is")
    world.press("s Tab")
    func warning() -> String? {
      world.form?.entries.first { $0.field.name == "harm-is" }?.warning
    }
    #expect(world.form?.typed("harm-is") == "suspected")
    #expect(warning()?.contains("above does not say yes") == true)
    world.goTo("significant-harm")
    world.press("y Tab")
    #expect(warning() == nil)
  }
}
