/// Random numbers that are the same in every run.
package struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  /// Starts the numbers that belong to a seed.
  package init(_ seed: UInt64) { state = seed }

  /// The next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension RandomAccessCollection {
  /// One of the elements, of which there must be some.
  package func chosen(_ random: inout Seeded) -> Element {
    self[index(startIndex, offsetBy: Int.random(in: 0..<count, using: &random))]
  }
}
