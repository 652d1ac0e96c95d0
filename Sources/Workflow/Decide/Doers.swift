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

  /// In whose trays an action stands: each of several who do it has it to do.
  ///
  /// - Parameter action: the action, with who does it before a colon, or at its head: `Team manager to ring the
  ///   aunt`, `SW rings the aunt`, `SW and TM: visit`.
  /// - Returns: none where nobody is named who has one here, such as the police.
  package func trays(of action: AgreedAction) -> [Tray] {
    let named = (action.who ?? Doers.head(of: action.what)).map(trays(named:)) ?? []
    if !named.isEmpty || action.who != nil { return named }
    return [role(leading: action.what)?.tray].compactMap { $0 }
  }

  private func trays(named said: String) -> [Tray] {
    if let tray = tray(of: said) { return [tray] }
    var trays: [Tray] = []
    for doer in Doers.apart(said) {
      if let tray = tray(of: doer), !trays.contains(tray) { trays.append(tray) }
    }
    return trays
  }

  private func tray(of words: String) -> Tray? {
    (Role.named(words, own) ?? person(words)?.role)?.tray
  }

  /// Several who are named together, each alone: `SW and police`, `SW, TM`, `SW/police`, `SW & TM`.
  static func apart(_ words: String) -> [String] {
    var doers: [[Substring]] = [[]]
    let parted = words.replacing("/", with: " , ").replacing(",", with: " , ")
      .replacing("&", with: " , ").replacing("+", with: " , ")
    for word in parted.split(separator: " ") {
      if word == "," || word.lowercased() == "and" || word.lowercased() == "with" {
        doers.append([])
      } else {
        doers[doers.count - 1].append(word)
      }
    }
    return doers.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  /// The role that a sentence begins with, `SW rings the aunt`, `the social worker visits`: by initials in capitals
  /// or several words, for a single word may begin anything.
  private func role(leading what: String) -> Role? {
    let words = what.split(separator: " ").map(String.init)
    return (1...4).reversed().lazy.filter { $0 < words.count }.compactMap { count in
      count == 1 && words[0] != words[0].uppercased()
        ? nil : Role.named(words[..<count].joined(separator: " "), own)
    }.first
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
