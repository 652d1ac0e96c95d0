/// Where something that comes in is met first: a police report at the front door, say.
package struct Route: Hashable, Sendable {
  /// The rule that says so.
  package let rule: String
  /// What comes in.
  package let event: EventKind
  /// The tray in which it lands.
  package let tray: Tray
  /// Whose work it is there.
  package let role: Role
  /// When it lands there.
  package let when: Condition

  /// Makes a route.
  package init(
    rule: String, event: EventKind, tray: Tray, role: Role, when: Condition = .always
  ) {
    self.rule = rule
    self.event = event
    self.tray = tray
    self.role = role
    self.when = when
  }
}
