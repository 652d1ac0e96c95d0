/// Who chairs a meeting, by how long the child will have been missing when it is due.
package struct ChairRung: Hashable, Sendable {
  /// Who chairs.
  package let role: Role
  /// From how long missing.
  package let from: TimeLimit
  /// Only after a meeting that this role chaired at or past `from`.
  package let after: Role?
  /// When it applies.
  package let when: Condition
  /// The rule that says so.
  package let rule: String

  /// Makes a rung.
  package init(
    role: Role, from: TimeLimit, after: Role? = nil, when: Condition = .always, rule: String
  ) {
    self.role = role
    self.from = from
    self.after = after
    self.when = when
    self.rule = rule
  }
}
