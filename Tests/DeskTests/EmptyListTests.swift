import Grid
import Testing
import Workflow

@testable import Desk

/// Whoever meets an empty list reads what would fill it, on the screen and in the plain mode.
@Suite("Lists without a row")
struct EmptyListTests {
  private func desk(_ tray: Tray = .rhi) -> Desk { Sample.desk(tray: tray, rows: []) }

  /// What stands on the screen, its lines as one.
  private func text(_ desk: Desk) -> String {
    render(desk).text.joined(separator: " ").split { $0 == " " || $0 == "│" }.joined(separator: " ")
  }

  @Test("every tray", arguments: Tray.allCases)
  func trays(tray: Tray) {
    let desk = desk(tray)
    #expect(text(desk).contains(tray.filledBy(desk.keymap)))
    #expect(desk.spoken.focus.contains(tray.filledBy(desk.keymap)))
  }

  @Test("all trays as one list, with what presses and with everything")
  func allTrays() {
    var world = World(desk(), [], rows: [])
    world.press("A")
    let pressing = "A step comes here on the day on which it is due"
    #expect(text(world.desk).contains(pressing), "\(text(world.desk))")
    #expect(world.desk.spoken.focus.contains(pressing))
    world.press("Esc")
    let every = "The steps of every open missing record come here"
    #expect(text(world.desk).contains(every), "\(text(world.desk))")
    #expect(world.desk.spoken.focus.contains(every))
  }

  @Test("drafts, reports set aside, people, filters and the search")
  func lists() {
    var desk = desk()
    let people = PeopleScreen()
    var drafts = DraftsScreen()
    drafts.marks = []
    var asides = AsidesScreen()
    asides.rows = []
    for (screen, says) in [
      (Screen.drafts(drafts), "Esc out of a form keeps what you typed"),
      (.asides(asides), "One from which nothing is opened lies here"),
      (.people(people), "'homeward staff add' puts the people"),
      (.find(FindScreen()), "Type part of a name"),
    ] {
      desk.stack = [screen]
      #expect(text(desk).contains(says), "\(text(desk))")
      #expect(desk.spoken.focus.contains(says), "\(desk.spoken.focus)")
    }
    desk.stack = [.filters(FiltersScreen())]
    #expect(text(desk).contains("None of your own yet: set one with"))
  }

  @Test("every chart, drawn and as numbers", arguments: ChartsScreen.Chart.allCases)
  func charts(chart: ChartsScreen.Chart) {
    var desk = desk()
    _ = press(&desk, "C")
    let none = ChartData(
      months: [], clocks: [], hours: Array(repeating: Array(repeating: 0, count: 24), count: 7),
      repeats: [])
    _ = update(&desk, .charts(none))
    for _ in 0..<chart.rawValue { _ = press(&desk, "Tab") }
    let says = ChartText.filledBy(chart)
    #expect(text(desk).contains(says), "\(text(desk))")
    _ = press(&desk, "t")
    #expect(text(desk).contains(says), "\(text(desk))")
  }
}
