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
    try desk.open(as: people[Int(seed) % people.count], mouse: true)
    var pressed = 0
    var bursts = 0
    var contexts: Set<Context> = []
    var keys: Set<Key> = []
    var bag: [Key] = []
    while pressed < Self.keys / 2 {
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let key = StormTests.key(&random, desk.desk.size, &bag)
        desk.press(key)
        keys.insert(key)
        pressed += 1
        contexts.insert(desk.desk.context)
      }
      bursts += 1
      try #require(desk.isWhole(), "seed \(seed), after \(pressed) keys, in \(desk.desk.context)")
      try #require(desk.desk.stack.count < 16, "screens pile up")
      if desk.isLeft {
        try desk.open(as: people.randomElement(using: &random) ?? "mira", mouse: true)
      }
    }
    #expect(bursts > pressed / 12 && contexts.count >= 6, "\(contexts)")
    let missed = Self.table.filter { !keys.contains($0) }
    #expect(missed.isEmpty, "never pressed: \(missed.map(\.name))")
    #expect(desk.suspended > 0 || !Self.table.contains(.control("z")))
  }

  /// The keys of every command, so that none is forgotten that a command gets later.
  private static let table = Array(Set(CommandTable.all.flatMap(\.keys))).sorted {
    $0.name < $1.name
  }

  /// Keys by which people get somewhere, or type: pressed more often than the rest.
  private static let common: [Key] = [
    .enter, .enter, .enter, .escape, .escape, .tab, .backTab, .backspace, .delete, .up, .down,
    .down,
    .left, .right, .home, .end, .pageUp, .pageDown, .alt("b"), .alt("f"), .alt("d"),
  ]

  private static func key(_ random: inout Seeded, _ size: Desk.Size, _ bag: inout [Key]) -> Key {
    switch Int.random(in: 0..<44, using: &random) {
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
    case 2...12: return common.randomElement(using: &random) ?? .enter
    case 13: return .character("王e\u{301}İß🙂🇬".randomElement(using: &random) ?? " ")
    // Now and then beside the screen: terminals report that, too.
    case 14...17:
      return .click(
        row: Int.random(in: 0...size.height, using: &random),
        column: Int.random(in: 0...size.width, using: &random))
    case 18: return .wheel(up: Bool.random(using: &random))
    case 19...34:
      // Each of them once before any comes again.
      if bag.isEmpty { bag = table.shuffled(using: &random) }
      return bag.removeLast()
    default:
      let letters = "abcdefghijklmnopqrstuvwxyz0123456789 "
      return .character(letters.randomElement(using: &random) ?? " ")
    }
  }
}
