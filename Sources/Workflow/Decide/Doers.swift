/// Who may be named as the one who does what was agreed on: a role, somebody who works on the desk, or whoever
/// writes.
package struct Doers: Hashable, Sendable {
  /// The authority's own names of roles.
  package var own: [Role: String]
  /// Those who work on the desk, each in the role that has a tray.
  package var staff: [Person]
  /// Who writes: `me`.
  package var me: Person?

  /// Names who may be meant.
  ///
  /// - Parameters:
  ///   - own: the authority's own names of roles.
  ///   - staff: those who work on the desk.
  ///   - me: who writes.
  package init(own: [Role: String] = [:], staff: [Person] = [], me: Person? = nil) {
    self.own = own
    self.staff = staff
    self.me = me
  }

  /// Who does an action, as everybody reads it: by the name where `me` was written.
  ///
  /// - Parameter action: the action.
  /// - Returns: nothing where nobody is named.
  package func name(in action: AgreedAction) -> String? {
    guard let who = action.who else { return nil }
    return person(who)?.name ?? who
  }

  /// In whose tray an action stands.
  ///
  /// - Parameter action: the action, with who does it before a colon, or at its head before `to`: `Team manager to
  ///   ring the aunt`.
  /// - Returns: nothing where nobody is named who has one here, such as the police.
  package func tray(of action: AgreedAction) -> Tray? {
    let said = action.who ?? Doers.head(of: action.what)
    return said.flatMap { Role.named($0, own) ?? person($0)?.role }?.tray
  }

  /// Whoever words name: by the whole name, by a last name that only one has, or as `me`.
  private func person(_ words: String) -> Person? {
    let said = words.trimmed.lowercased()
    if ["me", "myself", "i"].contains(said) { return me }
    if let whole = staff.first(where: { $0.name.lowercased() == said }) { return whole }
    let last = staff.filter {
      $0.name.lowercased().split(separator: " ").last.map(String.init) == said
    }
    return last.count == 1 ? last[0] : nil
  }

  /// What stands before `to` at the head of a sentence, where it is as short as a name or a role.
  private static func head(of what: String) -> String? {
    let words = what.split(separator: " ").map(String.init)
    guard let to = words.prefix(5).firstIndex(where: { $0.lowercased() == "to" }), to > 0 else {
      return nil
    }
    return words[..<to].joined(separator: " ")
  }
}
