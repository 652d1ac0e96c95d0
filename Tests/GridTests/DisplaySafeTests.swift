import Grid
import Testing

@Suite struct DisplaySafeTests {
  @Test(arguments: [
    ("plain text", "plain text"), ("", ""), ("Wójcik 東京 😀", "Wójcik 東京 😀"),
    ("\u{1b}[31mred\u{1b}[0m", "␛[31mred␛[0m"), ("a\u{0}b\u{7}c", "a␀b␇c"), ("a\tb", "a b"),
    ("a\nb\r\nc", "a␊b␍␊c"), ("\u{7f}", "␡"), ("\u{9b}2J", "⟨U+009B⟩2J"),
    ("abc\u{202e}fdp.exe", "abc⟨U+202E⟩fdp.exe"), ("a\u{2066}b\u{2069}", "a⟨U+2066⟩b⟨U+2069⟩"),
    ("zero\u{200b}width", "zero⟨U+200B⟩width"), ("\u{feff}x", "⟨U+FEFF⟩x"),
    ("a\u{200d}b", "a⟨U+200D⟩b"), ("می\u{200c}خواهم", "می\u{200c}خواهم"), ("👩‍🚀", "👩‍🚀"),
    ("tag\u{e0041}", "tag⟨U+E0041⟩"), ("a\u{2028}b", "a⟨U+2028⟩b"), ("so\u{ad}ft", "so⟨U+00AD⟩ft"),
  ])
  func nothingHides(_ text: String, _ expected: String) {
    #expect(displaySafe(text) == expected)
  }

  @Test func newlinesStayWhenAskedFor() {
    #expect(displaySafe("a\nb\r\nc\rd", keepNewlines: true) == "a\nb\nc␍d")
  }

  @Test func everyScalarOfTheControlRangesIsMarked() {
    for value in (0..<0x20).filter({ $0 != 9 }) + (0x7F..<0xA0) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      #expect(!displaySafe(String(Character(scalar))).unicodeScalars.contains(scalar))
    }
  }
}
