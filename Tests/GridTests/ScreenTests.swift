import Foundation
import Grid
import Terminal
import Testing

/// Frames through real ncurses, without a terminal.
///
/// A process has one screen, so the tests run one after the other.
@MainActor @Suite(.serialized) struct ScreenTests {
  @Test func showsTextAndLooks() throws {
    let screen = try Screen(headlessWidth: 20, height: 3)
    defer { screen.close() }
    var frame = Frame(width: 20, height: 3)
    frame.put("Wójcik 東京", row: 1, column: 2, role: .overdue)
    frame.put("e\u{301}●😀", row: 2, column: 16)
    screen.show(frame, theme: .standard)
    #expect(screen.text == frame.text)
    #expect(screen.cell(row: 1, column: 2)?.text == "W")
    #expect(screen.rung == .palette)
    let look = Theme.standard.look(.overdue, on: screen.rung)
    #expect(screen.cell(row: 1, column: 3)?.look == look)
    #expect(screen.cell(row: 0, column: 0)?.look == Look())
  }

  @Test(arguments: [(120, 40), (13, 4), (1, 1), (2, 2)])
  func changesShowTheSameAsAWholeFrame(_ width: Int, _ height: Int) throws {
    var random = SeededGenerator(seed: UInt64(width))
    var frame = Frame(width: width, height: height)
    let screen = try Screen(headlessWidth: width, height: height)
    var shown: [(text: [String], looks: [ShownCell?])] = []
    var frames: [Frame] = []
    for _ in 0..<30 {
      random.scribble(on: &frame)
      screen.show(frame, theme: .standard)
      frames.append(frame)
      shown.append((screen.text, cells(of: screen)))
    }
    screen.close()
    for (frame, shown) in zip(frames, shown) {
      let whole = try Screen(headlessWidth: width, height: height)
      whole.show(frame, theme: .standard)
      #expect(whole.text == shown.text)
      #expect(whole.text == frame.text)
      #expect(cells(of: whole) == shown.looks)
      whole.close()
    }
  }

  @Test func anUnchangedFrameSendsNothing() throws {
    let screen = try Screen(headlessWidth: 120, height: 40)
    defer { screen.close() }
    var frame = Frame(width: 120, height: 40)
    frame.put("the same", row: 3, column: 3)
    screen.show(frame, theme: .standard)
    screen.show(frame, theme: .standard)
    #expect(screen.bytesOfLatestFrame == 0)
  }

  @Test func aMovedSelectionIsSmall() throws {
    let screen = try Screen(headlessWidth: 120, height: 40)
    defer { screen.close() }
    screen.show(list(selected: 4), theme: .standard)
    #expect(screen.bytesOfLatestFrame > 1000)
    screen.show(list(selected: 5), theme: .standard)
    #expect((1...300).contains(screen.bytesOfLatestFrame))
  }

  @Test func gapsOfOnePaintCostNothing() throws {
    let screen = try Screen(headlessWidth: 120, height: 40)
    defer { screen.close() }
    func row(_ texts: [(String, StyleRole)]) -> Frame {
      var frame = Frame(width: 120, height: 40)
      var column = 0
      for (text, role) in texts {
        frame.put(text, row: 3, column: column, role: role)
        column += text.count + 2
      }
      return frame
    }
    let empty = Frame(width: 120, height: 40)
    var sent: [Int] = []
    for roles in [[StyleRole.overdue, .overdue, .overdue], [.overdue, .text, .overdue]] {
      screen.show(empty, theme: .standard)
      screen.show(row(zip(["Mon 23 Nov", "7h", "over"], roles).map { ($0, $1) }), theme: .standard)
      sent.append(screen.bytesOfLatestFrame)
    }
    #expect(sent[0] + 20 < sent[1], "\(sent)")
    // A word beside a gap changes, and the gap with it: the screen is as one that is drawn from nothing.
    for last in [StyleRole.text, .overdue, .selected, .muted, .overdue] {
      let frame = row([("Mon", .overdue), ("7h", .overdue), ("over", last)])
      screen.show(frame, theme: .standard)
      let (text, looks) = (screen.text, screen.looks)
      screen.forget()
      screen.show(frame, theme: .standard)
      #expect(screen.text == text && screen.looks == looks)
      screen.show(empty, theme: .standard)
      screen.show(frame, theme: .standard)
      #expect(screen.text == text && screen.looks == looks)
      screen.show(row([("Mon", .overdue), ("7h", .overdue), ("over", .overdue)]), theme: .standard)
    }
  }

  @Test func fallsBackToASCII() throws {
    let screen = try Screen(headlessWidth: 20, height: 4, isUnicode: false)
    defer { screen.close() }
    var frame = Frame(width: 20, height: 4)
    frame.box(frame.bounds, title: "Wójcik")
    frame.put("● Łódź 東京 …→✓", row: 1, column: 1)
    screen.show(frame, theme: .standard)
    #expect(
      screen.text == [
        "+ Wojcik ----------+", "|* Lodz ? ?  ~>v   |", "|                  |",
        "+------------------+",
      ])
  }

  @Test func withoutColoursOnlyAttributesAreUsed() throws {
    let screen = try Screen(headlessWidth: 10, height: 1, colours: false)
    defer { screen.close() }
    #expect(screen.rung == .mono)
    var frame = Frame(width: 10, height: 1)
    frame.put("late", row: 0, column: 0, role: .overdue)
    screen.show(frame, theme: .standard)
    #expect(screen.cell(row: 0, column: 0)?.look == Theme.standard.look(.overdue, on: .mono))
  }

  @Test func aThemeChangeRepaintsEverything() throws {
    let screen = try Screen(headlessWidth: 10, height: 1)
    defer { screen.close() }
    var frame = Frame(width: 10, height: 1)
    frame.put("late", row: 0, column: 0, role: .overdue)
    screen.show(frame, theme: .standard)
    let contrast = try #require(Theme.shipped("high-contrast"))
    screen.show(frame, theme: contrast)
    #expect(screen.cell(row: 0, column: 0)?.look == contrast.look(.overdue, on: .palette))
    #expect(screen.cell(row: 0, column: 9)?.look == contrast.look(.text, on: .palette))
  }

  @Test func framesOfAnotherSizeAreCutOrLeaveTheRestEmpty() throws {
    let screen = try Screen(headlessWidth: 6, height: 2)
    defer { screen.close() }
    var large = Frame(width: 9, height: 5)
    for row in 0..<5 { large.put("abcd東京", row: row, column: 1) }
    screen.show(large, theme: .standard)
    #expect(screen.text == [" abcd?", " abcd?"])
    var small = Frame(width: 2, height: 1)
    small.put("xy", row: 0, column: 0)
    screen.show(small, theme: .standard)
    #expect(screen.text == ["xy", ""])
  }

  @Test func aPostFromAnotherThreadEndsTheWait() throws {
    let screen = try Screen(headlessWidth: 6, height: 2)
    defer { screen.close() }
    let wakeup = screen.wakeup
    // To await here would let tests of other suites run, which have a screen, too.
    Thread.detachNewThread { wakeup.post() }
    #expect(screen.wait(timeoutMilliseconds: 5_000).contains(.posted))
    #expect(screen.wait(timeoutMilliseconds: 0) == [])
    #expect(screen.keys() == [])
  }

  @Test func aProcessHasOneScreen() throws {
    let screen = try Screen(headlessWidth: 6, height: 2)
    #expect(throws: ScreenError.alreadyOpen) { _ = try Screen(headlessWidth: 6, height: 2) }
    screen.close()
    screen.close()
    try Screen(headlessWidth: 6, height: 2).close()
  }

  private func cells(of screen: Screen) -> [ShownCell?] {
    (0..<screen.height).flatMap { row in
      (0..<screen.width).map { column in screen.cell(row: row, column: column) }
    }
  }

  private func list(selected: Int) -> Frame {
    var frame = Frame(width: 120, height: 40)
    frame.box(frame.bounds, title: "RHI")
    for row in 1..<39 {
      frame.put(
        "! Fri 20 18:05  25h over  Wójcik, Tomasz \(row)  Offer interview", row: row, column: 1)
      guard row == selected else { continue }
      frame.paint(Rect(row: row, column: 1, height: 1, width: 118), role: .selected)
      frame.cursor = .init(row: row, column: 1)
    }
    return frame
  }
}
