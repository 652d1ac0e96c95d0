/// Who chairs a meeting, by how long the child will have been missing when it is due.
package struct ChairRung: Hashable, Sendable {
  /// Who chairs.
  package let role: Role
  /// From how long missing.
  package let from: TimeLimit
  /// Only after a meeting that this role chaired at or past `from`.
  package let after: Role?
  /// Which meetings it is for; every one, where none is named.
  package let meetings: Set<StepName>
  /// When it applies.
  package let when: Condition
  /// The rule that says so.
  package let rule: String

  /// Makes a rung.
  package init(
    role: Role, from: TimeLimit, after: Role? = nil, meetings: Set<StepName> = [],
    when: Condition = .always, rule: String
  ) {
    self.role = role
    self.from = from
    self.after = after
    self.meetings = meetings
    self.when = when
    self.rule = rule
  }

  /// Whether it is for a meeting.
  func isFor(_ meeting: StepName) -> Bool { meetings.isEmpty || meetings.contains(meeting) }
}
