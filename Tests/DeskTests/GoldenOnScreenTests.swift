import Desk
import Grid
import Terminal
import Testing

/// The golden frames as they come to a terminal: what the files keep as roles is seen as looks.
@Suite("Every screen, through ncurses", .serialized)
@MainActor
struct GoldenOnScreenTests {
  @Test(
    "shows each role by its look where it begins and ends, in colour and without, at every size",
    arguments: [true, false])
  func looks(colours: Bool) throws {
    let screen = try Terminal.Screen(headlessWidth: 80, height: 24, colours: colours)
    defer { screen.close() }
    #expect(screen.rung == (colours ? .palette : .mono))
    for size in GoldenTests.sizes {
      screen.resize(width: size.width, height: size.height)
      for (name, desk) in try GoldenScreens.all(size) {
        let frame = render(desk)
        screen.show(frame, theme: .standard)
        let wrong = Self.wrongCells(of: frame, on: screen)
        #expect(wrong.isEmpty, "\(name) at \(size.width)×\(size.height): \(wrong.prefix(3))")
      }
    }
  }

  /// The cells that are shown otherwise than the frame has them, each in words: of each run of one role its ends are
  /// looked at, where one look gives way to another.
  private static func wrongCells(of frame: Frame, on screen: Terminal.Screen) -> [String] {
    let looks = StyleRole.allCases.map { Theme.standard.look($0, on: screen.rung) }
    let onBlanks = looks.map(seenOnBlank)
    var wrong: [String] = []
    let (cells, width) = (frame.cells, frame.width)
    for row in 0..<frame.height {
      let roles = cells[row * width..<(row + 1) * width].map(\.role)
      for column in 0..<width {
        let isInside =
          column > 0 && column < width - 1 && roles[column - 1] == roles[column]
          && roles[column + 1] == roles[column]
        let cell = cells[row * width + column]
        if isInside || cell.isContinuation { continue }
        let role = Int(roles[column].rawValue)
        let shown = screen.cell(row: row, column: column)
        let look = shown?.look ?? Look()
        let isSame =
          cell.first == " " ? seenOnBlank(look) == onBlanks[role] : look == looks[role]
        if !isSame || shown?.text != cell.text {
          wrong.append("row \(row), column \(column): \(cell) as \(String(describing: shown))")
        }
      }
    }
    return wrong
  }

  /// What of a look is seen where no letter stands; the rest a blank takes from the words beside it.
  private static func seenOnBlank(_ look: Look) -> Look {
    let isReverse = look.attributes.contains(.reverse)
    var seen = Look()
    seen.attributes = look.attributes.intersection([.underline, .reverse])
    seen.background = look.background
    if isReverse { seen.foreground = look.foreground }
    return seen
  }
}
