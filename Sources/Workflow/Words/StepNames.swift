/// A set of steps, a bit for each by its place.
struct StepNames: Hashable, Sendable {
  private var bits: UInt128 = 0

  /// A set of some steps.
  init(_ steps: [StepName] = []) {
    for step in steps { insert(step) }
  }

  func contains(_ step: StepName) -> Bool { bits & 1 << UInt128(step.place) != 0 }

  func isDisjoint(with other: StepNames) -> Bool { bits & other.bits == 0 }

  mutating func insert(_ step: StepName) { bits |= 1 << UInt128(step.place) }
}
