import Grid
import Testing

@Suite struct KeyTests {
  @Test(arguments: [
    Key.character("a"), .character("A"), .character(" "), .character("é"), .character("-"),
    .character("作"), .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down,
    .left, .right, .home, .end, .pageUp, .pageDown, .function(1), .function(12), .control("s"),
    .control(" "), .control("\\"), .alt("x"), .alt("X"), .alt(" "), .paste("two words\nand more"),
    .resize(width: 80, height: 24), .character("F"), .click(row: 3, column: 12), .wheel(up: true),
    .wheel(up: false),
  ])
  func namesRoundTrip(_ key: Key) {
    #expect(Key(name: key.name) == key)
  }

  @Test(arguments: [
    ("ctrl-s", Key.control("s")), ("CTRL-S", .control("s")), ("esc", .escape), ("pgdn", .pageDown),
    ("f5", .function(5)), ("space", .character(" ")), ("alt-x", .alt("x")),
  ])
  func namesAreReadInAnyCase(_ name: String, _ key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(arguments: [
    "", "Ctrl-", "Ctrl-ab", "F0", "F64", "Foo", "Resize:80", "Resize:axb", "Click:1", "ab",
  ])
  func otherNamesAreRefused(_ name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test func namesAreWhatPeopleRead() {
    #expect(Key.control("s").name == "Ctrl-S")
    #expect(Key.pageDown.name == "PgDn")
    #expect(Key.backTab.name == "Shift-Tab")
  }
}
