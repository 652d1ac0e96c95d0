import Grid
import Testing
import Workflow

@testable import Desk

@Suite("A desk that was opened to look keeps nothing")
struct LookingTests {
  /// What writes, whatever it is.
  private func writes(_ effect: Effect) -> Bool {
    switch effect {
    case .keepSetting, .markSeen, .keepDraft, .dropDraft, .discardDraft, .submit, .receive,
      .withdraw, .bulk:
      true
    default: false
    }
  }

  @Test("whichever command is asked for", arguments: CommandCases.all)
  func writesNothing(sample: CommandCase) throws {
    let command = try #require(CommandTable.named(sample.id))
    for key in command.keys {
      var desk = try sample.start()
      // Forms lie open in some of the cases; on such a desk none opens.
      if desk.stack.contains(where: { if case .form = $0 { true } else { false } }) { continue }
      if case .bulk = desk.stack.last { continue }
      desk.isReadOnly = true
      var effects = update(&desk, .key(key))
      if desk.awaitsPause { effects += update(&desk, .pause) }
      #expect(!effects.contains(where: writes), "\(sample.id): \(effects)")
    }
  }

  @Test("a theme and the mouse hold for this sitting, and it says so")
  func forThisSitting() {
    var desk = Sample.desk()
    desk.isReadOnly = true
    desk.themes = ["dark", "terminal"]
    #expect(press(&desk, "T Up") == [.theme("dark")])
    #expect(press(&desk, "Enter").isEmpty && desk.themeName == "dark")
    #expect(
      desk.toast?.text
        == "Theme: dark · for this sitting: the desk was opened to look (--read-only)")
    #expect(press(&desk, "F7") == [.mouse(true)] && desk.isMouseOn)
    #expect(desk.toast?.text.hasSuffix("the desk was opened to look (--read-only)") == true)
    #expect(press(&desk, "N").isEmpty)
    #expect(
      desk.toast?.text.hasSuffix(
        ": new again · for this sitting: the desk was opened to look (--read-only)") == true)
    #expect(press(&desk, "E").isEmpty && desk.stack.isEmpty)
    #expect(desk.toast?.text == "This desk was opened to read only; nothing is recorded here")
    #expect(press(&desk, "Alt-p").isEmpty && !desk.isPlainKept)
    #expect(
      desk.toast?.text == "This desk was opened to look (--read-only); nothing is kept")
  }

  @Test("a report and a child are opened without a word on the file")
  func opens() {
    var desk = Sample.desk(me: Sample.frontDoor, tray: .frontDoor, rows: [Sample.report])
    desk.isReadOnly = true
    #expect(press(&desk, "Enter") == [.readReport("R-2026-0077")])
    #expect(desk.toast == nil)
  }
}
