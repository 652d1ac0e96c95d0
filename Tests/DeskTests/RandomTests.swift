import Desk
import Grid
import Testing
import Workflow

/// The same numbers from the same seed, on every machine.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

@Suite("Anything that may be pressed")
struct RandomTests {
  @Test("never fails, and every frame is whole", arguments: [UInt64](1...4))
  func neverFails(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let people = [Sample.manager, Sample.worker, Sample.frontDoor, Sample.coordinator]
    let person = people[Int(seed - 1) % people.count]
    var world = World(
      Sample.desk(me: person), [try Sample.returned(), try Sample.closed()], rows: rows())
    world.arrive(.changedByOthers)
    var contexts: Set<Context> = []
    var keys: Set<Key> = []
    var bag: [Key] = []
    world.desk.isMouseOn = true
    for step in 0..<5000 {
      world.isSilent = Int.random(in: 0..<10, using: &numbers) == 0
      let key = key(&numbers, world.desk.size, &bag)
      keys.insert(key)
      world.press(key)
      if Int.random(in: 0..<50, using: &numbers) == 0 { disturb(&world, &numbers) }
      contexts.insert(world.desk.context)
      let frame = render(world.desk)
      #expect(frame.width == world.desk.size.width && frame.height == world.desk.size.height)
      if step % 16 == 0 { #expect(frame == render(world.desk)) }
      let cursor = try #require(frame.cursor)
      try #require(
        frame[cursor.row, cursor.column] != nil,
        "the cursor stands outside at \(cursor) in \(world.desk.context), \(frame.text)")
      try #require(world.desk.stack.count < 12, "screens pile up")
    }
    let missed = Self.table.filter { !keys.contains($0) }
    #expect(missed.isEmpty, "never pressed: \(missed.map(\.name))")
    #expect(contexts.count >= 6, "the keys reach too few screens: \(contexts)")
  }

  private func rows() -> [TrayRow] {
    Sample.many.map {
      Sample.row(
        Int($0.child.dropFirst(2)) ?? 0, name: Sample.hostile, due: $0.due?.iso, child: "C-0412")
    }
  }

  /// What others do meanwhile.
  private func disturb(_ world: inout World, _ numbers: inout SeededNumbers) {
    switch Int.random(in: 0..<5, using: &numbers) {
    case 0: world.arrive(.changedByOthers)
    case 1: world.arrive(.failed(Sample.hostile))
    case 2: world.rows.removeFirst(min(3, world.rows.count))
    case 3: world.arrive(.time(world.desk.now.adding(seconds: 60)))
    default: world.rows += Sample.many.prefix(5)
    }
  }

  /// The keys of every command, so that none is forgotten that a command gets later.
  private static let table = Array(Set(CommandTable.all.flatMap(\.keys))).sorted {
    $0.name < $1.name
  }

  private func key(_ numbers: inout SeededNumbers, _ size: Desk.Size, _ bag: inout [Key]) -> Key {
    let common: [Key] = [
      .enter, .enter, .enter, .escape, .escape, .tab, .backTab, .backspace, .delete, .insert, .up,
      .down, .down, .down, .left, .right, .home, .end, .pageUp, .pageDown, .alt("x"),
    ]
    switch Int.random(in: 0..<24, using: &numbers) {
    case 0:
      return .resize(
        width: Int.random(in: 1...200, using: &numbers),
        height: Int.random(in: 1...60, using: &numbers))
    case 1:
      return .paste([Sample.hostile, "a\r\nb", "", "high"].randomElement(using: &numbers) ?? "")
    case 2...8: return common.randomElement(using: &numbers) ?? .enter
    case 9: return .character("王e\u{301}İß🙂\u{301}".randomElement(using: &numbers) ?? " ")
    case 10, 11:
      return .click(
        row: Int.random(in: 0...size.height, using: &numbers),
        column: Int.random(in: 0...size.width, using: &numbers))
    case 12: return .wheel(up: Bool.random(using: &numbers))
    case 13...19:
      // Each of them once before any comes again.
      if bag.isEmpty { bag = Self.table.shuffled(using: &numbers) }
      return bag.removeLast()
    default:
      return .character(
        "abcdefghijklmnopqrstuvwxyz0123456789 ".randomElement(using: &numbers) ?? " ")
    }
  }
}
