/// The two authorities of a child whom one of them has placed in the area of the other.
package struct TwoAuthorities: Sendable, Hashable {
  /// In whose area the child lives.
  package let host: String
  /// Whose child it is.
  package let responsible: String
  /// The authority at whose desk this is read.
  package let desk: String

  /// Finds both authorities of a child; nothing where the desk's authority is both.
  ///
  /// - Parameters:
  ///   - child: the child, with what the register says of host and responsible authority.
  ///   - desk: the authority whose desk it is; it stands wherever the register names none.
  package init?(child: ChildCase, desk: String) {
    func name(_ field: Field<String>) -> String {
      let known = child.facts[field]?.trimmed ?? ""
      return known.isEmpty || TwoAuthorities.isSame(known, "own") ? desk : known
    }
    host = name(.hostAuthority)
    responsible = name(.responsibleAuthority)
    self.desk = desk
    if TwoAuthorities.isSame(host, desk), TwoAuthorities.isSame(responsible, desk) { return nil }
  }

  /// The authority that is not the desk's, and is asked for its procedure.
  package var other: String { TwoAuthorities.isSame(responsible, desk) ? host : responsible }

  /// For a child's page: `host: Northbrook · responsible: Southwark`.
  package var words: String { "host: \(host) · responsible: \(responsible)" }

  /// Whether two names are of one authority, as people type them.
  package static func isSame(_ one: String, _ other: String) -> Bool {
    one.trimmed.lowercased() == other.trimmed.lowercased()
  }
}
