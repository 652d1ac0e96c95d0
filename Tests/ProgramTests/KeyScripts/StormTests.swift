import Desk
import Foundation
import Grid
import TestSupport
import Testing
import Workflow

/// Keys, sizes and pastes at random on a desk with work in it, through real ncurses: nothing fails, and
/// after each burst the screen is what it would be drawn from scratch.
@Suite("A storm of keys", .serialized) @MainActor
struct StormTests {
  /// How many keys: some thousand in every run, `make storm` for all.
  nonisolated static let keys =
    Int(ProcessInfo.processInfo.environment["HOMEWARD_STORM"] ?? "") ?? 3_000

  @Test("fails nothing, and leaves the screen as drawn from scratch", arguments: [UInt64](1...2))
  func storm(seed: UInt64) throws {
    var random = Seeded(seed)
    let desk = try ScriptedDesk(width: 80, height: 24, colours: seed % 2 == 0)
    defer { desk.close() }
    for (child, went) in [("NB-1002", "8:00"), ("NB-1003", "yesterday 22:00"), ("NB-1005", "7:30")]
    {
      try desk.record(
        .wentMissing, child, by: "frances", at: went,
        Body(["from": .text("home"), "category": .text("missing")]))
      try desk.record(.opened, child, by: "frances", at: nil, Body())
    }
    try desk.record(.returned, "NB-1003", by: "mira", at: "9:00", Body())
    try desk.receive("reports/01-merlin-mis.txt")
    let people = ["mira", "rhys", "una", "frances"]
    try desk.open(as: people[Int(seed) % people.count])
    var pressed = 0
    var bursts = 0
    var contexts: Set<Context> = []
    while pressed < Self.keys / 2 {
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        desk.press(StormTests.key(&random))
        pressed += 1
        contexts.insert(desk.desk.context)
      }
      bursts += 1
      try #require(desk.isWhole(), "seed \(seed), after \(pressed) keys, in \(desk.desk.context)")
      try #require(desk.desk.stack.count < 16, "screens pile up")
      if desk.isLeft { try desk.open(as: people.randomElement(using: &random) ?? "mira") }
    }
    #expect(bursts > pressed / 12 && contexts.count >= 6, "\(contexts)")
  }

  private static func key(_ random: inout Seeded) -> Key {
    let named: [Key] = [
      .enter, .enter, .escape, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down,
      .down, .left, .right, .home, .end, .pageUp, .pageDown, .function(1), .function(2),
      .function(3),
      .function(4), .function(5), .function(8), .control("s"), .control("d"), .control("w"),
      .control("u"), .control("k"), .control("a"), .control("e"), .control("o"), .control("_"),
      .control("y"), .control("l"), .control("c"), .alt("b"), .alt("f"), .alt("d"),
    ]
    switch Int.random(in: 0..<40, using: &random) {
    case 0:
      return .resize(
        width: Int.random(in: 1...160, using: &random),
        height: Int.random(in: 1...50, using: &random))
    case 1:
      let pastes = [
        "a\r\nb\rc\n", "", "high", "\u{1B}[2J\u{202E}evil\u{7}", "東京 👩‍👩‍👧 e\u{301}\u{327}",
        String(repeating: "long words ", count: 200),
      ]
      return .paste(pastes.randomElement(using: &random) ?? "")
    case 2...17: return named.randomElement(using: &random) ?? .enter
    case 18: return .character("王e\u{301}İß🙂🇬".randomElement(using: &random) ?? " ")
    default:
      let letters = "abcdefghijklmnopqrstuvwxyz0123456789 ?/:+XGTUWRESDMCFONv*\\"
      return .character(letters.randomElement(using: &random) ?? " ")
    }
  }
}
