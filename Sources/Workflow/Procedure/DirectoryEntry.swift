/// Whom to reach for something: a role or a unit, never a person, with what the authority fills in.
package struct DirectoryEntry: Hashable, Sendable {
  /// Its short name.
  package let id: String
  /// The role or the unit.
  package let title: String
  /// The mailbox, or nothing while the authority has not filled it in.
  package let mail: String?
  /// The telephone number, or nothing while the authority has not filled it in.
  package let phone: String?
  /// The rule for which it is kept.
  package let rule: String

  /// Makes an entry.
  package init(id: String, title: String, mail: String?, phone: String?, rule: String) {
    self.id = id
    self.title = title
    self.mail = mail
    self.phone = phone
    self.rule = rule
  }

  /// `Police missing persons unit: 000 000, unit@example`, or nothing while nobody has filled it in.
  package var words: String? {
    let known = [phone, mail].compactMap { $0 }
    return known.isEmpty ? nil : "\(title): \(known.joined(separator: ", "))"
  }
}

extension [DirectoryEntry] {
  /// A line for each that can be reached, and one for all that the authority has yet to fill in.
  package var lines: [String] {
    var seen: Set<String> = []
    let each = filter { seen.insert($0.words ?? $0.title).inserted }
    let empty = each.filter { $0.words == nil }.map(\.title)
    // Of many that cannot be reached the number is enough: nobody is reached by their names.
    let gap =
      empty.count <= 2
      ? "Not in the procedure's directory yet: " + empty.joined(separator: "; ")
      : "Not in the procedure's directory yet: \(empty[0]) and \(empty.count - 1) more"
    return each.compactMap(\.words) + (empty.isEmpty ? [] : [gap])
  }
}
