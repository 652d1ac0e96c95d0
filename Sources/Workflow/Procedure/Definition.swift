/// A name that a procedure gives to a condition, so that many rules can be read by it.
package struct Definition: Hashable, Sendable {
  /// The name, as the pack writes it: `counts as missing`.
  package let name: String
  /// What it means.
  package let when: Condition

  /// Makes a definition.
  package init(name: String, when: Condition) {
    self.name = name
    self.when = when
  }
}
