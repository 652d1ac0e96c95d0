import Grid
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("a", 1), ("é", 1), ("e\u{301}", 1), ("東", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("⚠", 1), ("⚠️", 1),
    ("✓", 1), ("●", 1), ("…", 1), ("─", 1), ("\u{1b}", 1), ("\u{7f}", 1), ("\u{9b}", 1),
    ("\u{301}", 1), ("\u{200b}", 1), ("ا", 1), ("กำ", 2), ("", 0), ("Łódź", 4), ("क्षि", 3),
  ])
  func columns(_ text: String, _ expected: Int) {
    #expect(DisplayWidth.of(text) == expected)
  }

  @Test func aCellIsNeverWiderThanTwo() {
    for text in ["🇬🇧🇩🇪", "👩🏽‍🚀👩🏽‍🚀", "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"] {
      DisplayWidth.forEachPiece(of: text) { cell, _ in
        #expect((1...2).contains(cell.width))
        return true
      }
    }
  }

  @Test func controlsAreShownAsPictures() {
    var frame = Frame(width: 12, height: 1)
    frame.put("\u{1b}[2J\n\t\u{7f}\u{9b}\u{2028}", row: 0, column: 0)
    #expect(frame.text == ["␛[2J␊␉␡·␤"])
  }
}

@Suite struct FittingTests {
  @Test(arguments: [
    ("Wójcik", 6, "Wójcik"), ("Wójcik", 5, "Wójc…"), ("Wójcik", 1, "…"), ("Wójcik", 0, ""),
    ("東京都", 6, "東京都"), ("東京都", 5, "東京…"), ("東京都", 4, "東…"), ("東京都", 2, "…"),
    ("", 3, ""),
  ])
  func clips(_ text: String, _ width: Int, _ expected: String) {
    #expect(clipped(text, to: width) == expected)
  }

  @Test func fills() {
    #expect(fitted("ab", to: 5) == "ab   ")
    #expect(fitted("ab", to: 5, .right) == "   ab")
    #expect(fitted("ab", to: 5, .centre) == " ab  ")
    #expect(fitted("東京都", to: 4) == "東… ")
    #expect(fitted("東京都", to: 0).isEmpty)
  }

  @Test(arguments: [
    ("the quick brown fox", 9, ["the quick", "brown fox"]),
    ("the quick brown fox", 10, ["the quick", "brown fox"]),
    ("abcdefgh ij", 4, ["abcd", "efgh", "ij"]),
    ("one\n\ntwo", 10, ["one", "", "two"]),
    ("東京 大阪", 4, ["東京", "大阪"]), ("東京", 1, ["東", "京"]), ("", 5, [""]),
    ("a  b", 2, ["a", "b"]),
  ])
  func wraps(_ text: String, _ width: Int, _ expected: [String]) {
    #expect(wrapped(text, to: width) == expected)
  }

  @Test func wrappedRowsFitAndLoseNothing() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let text = random.text(length: Int.random(in: 0..<60, using: &random))
      let width = Int.random(in: 2..<20, using: &random)
      let rows = wrapped(text, to: width)
      for row in rows where DisplayWidth.of(row) > width {
        Issue.record("\(row) is wider than \(width)")
      }
      let letters = { (text: String) in text.filter { $0 != " " } }
      #expect(letters(rows.joined()) == letters(text))
    }
  }
}
