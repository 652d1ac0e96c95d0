/// A child's name as a list of reports shows it, brought to a form that compares fast.
package struct WrittenName: Sendable {
  /// The family name; nothing where one half only was read, whichever it is.
  let family: FoldedName?
  /// The given names; nothing where one half only was read.
  let given: FoldedName?
  /// Whether nothing was read.
  let isEmpty: Bool

  /// Takes a name apart.
  ///
  /// - Parameter name: as `SubjectDraft.name` writes it: `Pryce-Morgan, Siân`.
  package init(_ name: String) {
    // A page compares hundreds of names: one comma is found faster than a separator of two letters.
    let comma = name.utf8.firstIndex(of: UInt8(ascii: ",")) ?? name.endIndex
    let family = FoldedName(String(name[..<comma]))
    let given = FoldedName(String(name[comma...]))
    isEmpty = family.isEmpty && given.isEmpty
    let isWhole = !family.isEmpty && !given.isEmpty
    self.family = isWhole ? family : nil
    self.given = isWhole ? given : nil
  }
}
