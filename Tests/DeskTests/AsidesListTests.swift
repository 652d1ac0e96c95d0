import Grid
import Testing
import Workflow

@testable import Desk

/// The list of reports that were set aside, on the smallest usual screen.
@Suite("The list of reports set aside")
struct AsidesListTests {
  private let row: AsideRow

  init() {
    var row = AsideRow(
      reference: "R-2026-0004", subject: 2, name: "Grange, Mia? (2 of 3)", title: "26MIS060802",
      decision: "other authority", by: "F. Okafor", at: Sample.now, reason: "Eastmere places her")
    row.standing = "HIGH, AWAY"
    row.told = "EDT Eastmere, 22:10"
    row.others = "Grange, Tyler: E-2026-0034; Mensah, Kofi: waits"
    self.row = row
  }

  private func desk() -> Desk {
    var desk = Sample.desk(80, 24, me: Sample.frontDoor)
    desk.stack = [.asides(AsidesScreen())]
    _ = update(&desk, .asides([row]))
    return desk
  }

  @Test("at 80 columns the line says how the child stood and what was decided, the pane the rest")
  func line() {
    let shown = render(desk()).text
    #expect(
      shown.contains { $0.contains("Grange, Mia? (2 of 3) · HIGH, AWAY · other authority") },
      "\(shown)")
    let whole = shown.joined(separator: " ")
    #expect(whole.contains("HIGH, AWAY by the report · Told: EDT Eastmere, 22:10"), "\(whole)")
    #expect(whole.contains("Mensah, Kofi: waits"))
    #expect(row.whole == "Grange, Mia? (2 of 3; Grange, Tyler: E-2026-0034; Mensah, Kofi: waits)")
  }

  @Test("who takes one child back sees which, and no name while names are hidden")
  func takeBack() throws {
    var desk = desk()
    _ = press(&desk, "Enter")
    guard case .form(let form)? = desk.stack.last else {
      Issue.record("no form to take the child back")
      return
    }
    #expect(form.title == "Take back · Grange, Mia? (2 of 3) · R-2026-0004")
    desk.hidesNames = true
    desk.learnNames()
    let hidden = render(desk).text.joined()
    for name in ["Mia", "Tyler", "Kofi", "Mensah"] { #expect(!hidden.contains(name)) }
    // The draft of it says the same, with nothing below it.
    var again = Sample.desk(80, 24, me: Sample.frontDoor)
    _ = again.goOn(with: DraftMark(key: form.draftKey, title: form.title, saved: Sample.now))
    guard case .form(let reopened)? = again.stack.last else {
      Issue.record("the draft did not open")
      return
    }
    #expect(reopened.title == form.title)
    again.hidesNames = true
    again.learnNames()
    #expect(!render(again).text.joined().contains("Mia"))
  }
}
