package import Grid

/// Something that a person can ask the desk to do: the one table behind keys, help, the footer and
/// the key list of the README.
package struct DeskCommand: Sendable {
  /// The id, by which it is named everywhere.
  package let id: String
  /// Where it can be asked for.
  package let contexts: Set<Context>
  /// The keys that ask for it.
  ///
  /// What a person chose in their place is for `Keymap` to say.
  package let keys: [Key]
  /// One or two words, for the footer.
  package let label: String
  /// One sentence, for help.
  package let sentence: String
  /// Whether the footer shows it; the order of the table is the order of the footer.
  package let isInFooter: Bool
  /// Whether nobody gets on without it: it never loses its last key.
  package let isNeeded: Bool
  /// Whether it answers a question about what cannot be taken back: its key is a letter, never Enter.
  package let isAnswer: Bool
  /// Whether it is what the selected row or step asks for; the footer leaves out what is not.
  package let suits: @Sendable (Desk) -> Bool
  /// Why it cannot be done now, or nothing where it can.
  package let disabled: @Sendable (Desk) -> String?
  /// Does it.
  package let run: @Sendable (inout Desk) -> [Effect]

  /// What help searches: id, label and sentence in small letters.
  let searched: String

  init(
    _ id: String, in contexts: Set<Context>, keys: [Key], _ label: String, _ sentence: String,
    footer: Bool = false, needed: Bool = false, answer: Bool = false,
    suits: @escaping @Sendable (Desk) -> Bool = { _ in true },
    disabled: @escaping @Sendable (Desk) -> String? = { _ in nil },
    run: @escaping @Sendable (inout Desk) -> [Effect]
  ) {
    self.id = id
    self.contexts = contexts
    self.keys = keys
    self.label = label
    self.sentence = sentence
    isInFooter = footer
    isNeeded = needed || answer
    isAnswer = answer
    self.suits = suits
    self.disabled = disabled
    self.run = run
    searched = "\(id) \(label) \(sentence)".lowercased()
  }

  /// The keys as they are shown: `j Down`.
  package var keyNames: String { keys.map(\.shown).joined(separator: " ") }
}

extension Key {
  /// As the footer and help show it.
  package var shown: String {
    switch self {
    case .character(" "): "Space"
    case .escape: "Esc"
    default: name
    }
  }
}
