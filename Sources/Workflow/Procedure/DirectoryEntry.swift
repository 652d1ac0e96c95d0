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

  /// `Police missing persons unit: 000 000, unit@example`.
  package var words: String {
    let known = [phone, mail].compactMap { $0 }
    return "\(title): "
      + (known.isEmpty ? "not in the procedure's directory yet" : known.joined(separator: ", "))
  }
}
