package import Grid
package import Workflow

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
  /// The same where it does something else: nothing where the label says it.
  package let labelHere: @Sendable (Desk) -> String?
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

  /// The event whose form it opens; nothing where it opens none of a certain event.
  package let records: EventKind?
  /// The form on the selected child that it opens, with what it says already; nothing where it opens none.
  let opens: @Sendable (Desk) -> ChildForm?
  /// Whether it opens a form, into which people type on without looking.
  let opensForm: Bool
  /// What help searches: id, label and sentence in small letters.
  let searched: String
  /// What help searches besides: what can be answered in the form that it opens.
  let alsoSearched: String

  init(
    _ id: String, in contexts: Set<Context>, keys: [Key], _ label: String, _ sentence: String,
    footer: Bool = false, needed: Bool = false, answer: Bool = false, records: EventKind? = nil,
    opensForm: Bool = false, labelHere: @escaping @Sendable (Desk) -> String? = { _ in nil },
    suits: @escaping @Sendable (Desk) -> Bool = { _ in true },
    disabled: @escaping @Sendable (Desk) -> String? = { _ in nil },
    opens: @escaping @Sendable (Desk) -> ChildForm? = { _ in nil },
    run: @escaping @Sendable (inout Desk) -> [Effect]
  ) {
    self.id = id
    self.contexts = contexts
    self.keys = keys
    self.label = label
    self.labelHere = labelHere
    self.sentence = sentence
    isInFooter = footer
    self.records = records
    self.opensForm = opensForm || records != nil
    isNeeded = needed || answer
    isAnswer = answer
    self.suits = suits
    self.disabled = disabled
    self.opens = opens
    self.run = run
    let said = "\(id) \(label) \(sentence)".lowercased()
    searched = said
    alsoSearched = records.map { "\(said) \($0.answers)".lowercased() } ?? said
  }

  /// A command that opens a form on the selected child.
  init(
    _ id: String, in contexts: Set<Context>, keys: [Key], _ label: String, _ sentence: String,
    footer: Bool = false, records: EventKind? = nil,
    suits: @escaping @Sendable (Desk) -> Bool = { _ in true },
    disabled: @escaping @Sendable (Desk) -> String?, form: @escaping @Sendable (Desk) -> ChildForm?
  ) {
    self.init(
      id, in: contexts, keys: keys, label, sentence, footer: footer, records: records,
      opensForm: true, suits: suits, disabled: disabled, opens: form,
      run: { desk in
        guard let child = desk.subjectChild, let form = form(desk) else { return [] }
        return [.loadChild(child, .form(form.kind, preset: form.preset))]
      })
  }

  /// The keys as they are shown: `j Down`.
  package var keyNames: String { keys.map(\.shown).joined(separator: " ") }
}

extension EventKind {
  /// What can be answered in its form, in words: people look for `amber`, not for the name of the
  /// question.
  fileprivate var answers: String {
    "record "
      + EventForm.of(self).fields.flatMap { field -> [String] in
        // What several steps or roles are called says nothing of this event.
        let unsaid = FormScreen.unasked.union(["step", "to", "as", "chair"])
        guard !unsaid.contains(field.name) else { return [] }
        return switch field.input {
        case .code(let codes) where codes.count <= 12: [field.label] + codes.map(CodeWords.words)
        default: [field.label]
        }
      }.joined(separator: " ")
  }
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
