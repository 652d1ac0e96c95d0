import Grid
import Testing

@Suite struct FrameTests {
  @Test func putsTextAndCutsItWithAMark() {
    var frame = Frame(width: 10, height: 2)
    #expect(frame.put("Wójcik", row: 0, column: 0) == 6)
    #expect(frame.put("Tomasz and more", row: 1, column: 2, role: .today, maxWidth: 5) == 5)
    #expect(frame.text == ["Wójcik", "  Toma…"])
    #expect(frame.roles == ["..........", "..ttttt..."])
  }

  @Test func cutsAtTheRightEdge() {
    var frame = Frame(width: 6, height: 3)
    frame.put("東京都庁", row: 0, column: 0)
    frame.put("a東京都", row: 1, column: 0)
    frame.put("東京", row: 2, column: 5)
    #expect(frame.text == ["東京…", "a東京…", "     …"])
  }

  @Test func cutsAtTheLeftEdge() {
    var frame = Frame(width: 6, height: 2)
    frame.put("東京", row: 0, column: -1)
    frame.put("abcdef", row: 1, column: -2)
    #expect(frame.text == [" 京", "cdef"])
  }

  @Test func halvesOfWideCellsNeverStay() {
    var frame = Frame(width: 6, height: 1)
    frame.put("東京都", row: 0, column: 0)
    frame.put("x", row: 0, column: 1)
    #expect(frame.text == [" x京都"])
    frame.put("y", row: 0, column: 2)
    #expect(frame.text == [" xy 都"])
    frame.fill(Rect(row: 0, column: 5, height: 1, width: 1), with: "z")
    #expect(frame.text == [" xy  z"])
  }

  @Test func everyFrameHoldsTogether() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<400 {
      let width = Int.random(in: 1...30, using: &random)
      var frame = Frame(width: width, height: Int.random(in: 1...5, using: &random))
      random.scribble(on: &frame)
      for row in 0..<frame.height {
        var expectsHalf = false
        for column in 0..<width {
          #expect(frame[row, column]?.isContinuation == expectsHalf)
          expectsHalf = frame[row, column]?.width == 2
        }
        #expect(!expectsHalf)
      }
    }
  }

  @Test func drawsBoxesWithTitles() {
    var frame = Frame(width: 20, height: 4)
    frame.box(frame.bounds, title: "Trays", role: .frameLineFocused)
    frame.boxDivider(frame.bounds, row: 2)
    #expect(
      frame.text == [
        "┌ Trays ───────────┐", "│                  │", "├──────────────────┤",
        "└──────────────────┘",
      ])
    #expect(frame.roles[0] == "=HHHHHH=============")
  }

  @Test func cutsTitles() {
    var frame = Frame(width: 12, height: 2)
    frame.box(frame.bounds, title: "Missing coordinator")
    #expect(frame.text == ["┌ Missi… ──┐", "└──────────┘"])
  }

  @Test(arguments: [(1, 1), (2, 1), (1, 2), (2, 2), (3, 2)])
  func nothingFailsOnTinyFrames(_ width: Int, _ height: Int) {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      var frame = Frame(width: width, height: height)
      random.scribble(on: &frame)
      frame.box(frame.bounds, title: "title")
      frame.horizontalLine(row: 0, column: -1, length: 9)
      frame.verticalLine(row: -1, column: 0, length: 9)
      #expect(frame.cells.count == width * height)
    }
    #expect(Frame(width: 0, height: -3).bounds == Rect(row: 0, column: 0, height: 1, width: 1))
  }

  @Test func spansAreCutTogether() {
    var frame = Frame(width: 20, height: 3)
    let spans = [Span("one ", .overdue), Span("two", .due), Span(" three")]
    #expect(frame.put(spans, row: 0, column: 0) == 13)
    #expect(frame.put(spans, row: 1, column: 0, maxWidth: 6) == 6)
    #expect(frame.put(spans, row: 2, column: 0, maxWidth: 7) == 7)
    #expect(frame.text == ["one two three", "one t…", "one tw…"])
    #expect(frame.roles[0].hasPrefix("!!!!ddd......"))
  }

  @Test func equalFramesAreEqual() {
    var one = Frame(width: 4, height: 1)
    var two = one
    one.put("ab", row: 0, column: 0)
    #expect(one != two)
    two.put("ab", row: 0, column: 0)
    #expect(one == two)
    two.cursor = .init(row: 0, column: 1)
    #expect(one != two)
  }

  @Test func cellsKeepTheirMarks() {
    var cell = Cell("a", role: .danger)
    for mark in "\u{300}\u{301}\u{302}\u{303}\u{304}".unicodeScalars { cell.append(mark) }
    #expect(cell.text == "a\u{300}\u{301}\u{302}\u{303}")
    #expect(cell.role == .danger)
    #expect(cell.width == 1)
  }

  @Test func rolesHaveNamesAndLettersOfTheirOwn() {
    #expect(Set(StyleRole.allCases.map(\.letter)).count == StyleRole.allCases.count)
    for role in StyleRole.allCases {
      #expect(StyleRole(name: role.name) == role)
      // The name is the case in kebab-case, so the table cannot slip.
      let kebab = "\(role)".map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
      #expect(role.name == kebab)
    }
  }
}
