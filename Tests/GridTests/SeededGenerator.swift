import Grid

/// The same random numbers every time (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Words of narrow, wide and composed characters.
  mutating func text(length: Int) -> String {
    let pieces = ["a", "b", "ó", "e\u{301}", "東", "京", "😀", "●", "…", " ", " ", "x", "─"]
    return (0..<length).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &self)] }
      .joined()
  }

  /// Draws a few things at random on a frame, also across its edges.
  mutating func scribble(on frame: inout Frame) {
    for _ in 0..<Int.random(in: 0..<6, using: &self) {
      let row = Int.random(in: -1...frame.height, using: &self)
      let column = Int.random(in: -4...frame.width, using: &self)
      let role = StyleRole.allCases[Int.random(in: 0..<StyleRole.allCases.count, using: &self)]
      let height = Int.random(in: 0..<6, using: &self)
      let width = Int.random(in: 0..<30, using: &self)
      let rect = Rect(row: row, column: column, height: height, width: width)
      switch Int.random(in: 0..<6, using: &self) {
      case 0: frame.fill(rect, role: role)
      case 1: frame.box(rect, title: text(length: 5), role: role)
      case 2: frame.paint(rect, role: role)
      case 3:
        var other = Frame(width: max(1, width), height: max(1, height))
        other.put(text(length: 20), row: 0, column: 0, role: role)
        frame.copy(other, row: row, column: column)
      default:
        frame.put(text(length: 20), row: row, column: column, role: role, maxWidth: width)
      }
    }
  }
}
