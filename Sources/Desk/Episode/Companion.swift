/// Another child who came in the same report and is on the desk, too: who went together may come back together.
package struct Companion: Sendable, Hashable {
  /// The name as the register has it.
  package let name: String
  /// The episode's reference, or else the child's id.
  package let reference: String
  /// Whether the child is away.
  package let isAway: Bool

  /// Makes one.
  package init(name: String, reference: String, isAway: Bool) {
    self.name = name
    self.reference = reference
    self.isAway = isAway
  }
}

extension ChildPage {
  /// `With: Nguyen, Van Khoa (E-2026-0035, AWAY)`; nothing of a child who went alone.
  var companions: String? {
    if together.isEmpty { return nil }
    return "With: "
      + together.map { "\($0.name) (\($0.reference), \($0.isAway ? "AWAY" : "back"))" }
      .joined(separator: "; ")
  }
}
