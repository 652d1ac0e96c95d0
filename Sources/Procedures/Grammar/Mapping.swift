/// A mapping that a pack or a scenario file may hold, with the keys that it may have.
///
/// One table stands behind the readers, `homeward procedure words` and the guide for authorities, so
/// that no key is read that nobody is told of.
package struct Mapping: Sendable {
  /// What it is, as findings call it: `a rule`.
  package let what: String
  /// What else may stand there, where its keys are not all.
  package let note: String?
  /// Its keys, in the order in which people write them.
  package let keys: [Key]
  /// The names of its keys.
  let names: [String]

  /// A key of a mapping.
  package struct Key: Sendable {
    /// The key, as it is written.
    package let name: String
    /// Whether the mapping must have it.
    package let isNeeded: Bool
    /// What it says.
    package let meaning: String
    /// A value that it may have, as YAML writes it within braces.
    package let example: String
  }

  init(_ what: String, note: String? = nil, _ keys: [Key]) {
    self.what = what
    self.note = note
    self.keys = keys
    names = keys.map(\.name)
  }

  /// The mapping with every key and its example, as YAML writes it in one line.
  package var example: String {
    "{" + keys.map { "\($0.name): \($0.example)" }.joined(separator: ", ") + "}"
  }
}

extension Mapping.Key {
  static func needed(_ name: String, _ meaning: String, _ example: String) -> Mapping.Key {
    Mapping.Key(name: name, isNeeded: true, meaning: meaning, example: example)
  }

  static func optional(_ name: String, _ meaning: String, _ example: String) -> Mapping.Key {
    Mapping.Key(name: name, isNeeded: false, meaning: meaning, example: example)
  }
}
