import Grid

/// What comes to be typed where nothing takes a text: after a form was refused, or into a question.
///
/// Who types from paper does not look at the screen. The letters that follow would be taken for commands, on
/// whichever child is selected there, or answer a question that nobody has read. So a key by itself counts once
/// nothing follows it for a moment; several in a row are a text, and do nothing.
package struct TypedOn: Hashable, Sendable {
  /// For how long nothing follows a key that is meant as a command, in milliseconds: slower than people
  /// type.
  package static let pause = 700

  /// After how long without a key whoever was refused has seen it, in milliseconds: the next key is a command as
  /// ever, and what follows it is typed into its form.
  package static let seen = 3_000

  /// Why no form opened, or nothing where a question is asked.
  var refusal: String?
  /// The key that waits to be taken for a command.
  var first: Key?
  /// Whether several came in a row.
  var isText = false
  /// Whether any did since the refusal: then nobody is looking.
  var wasText = false

  init(refusal: String? = nil) { self.refusal = refusal }
}

extension Desk {
  /// Whether a pause in typing changes what the last key means.
  package var awaitsPause: Bool { typedOn.map { $0.first != nil || $0.isText } ?? false }

  /// After how long without a key the desk is told of a pause, in milliseconds; nothing where none is awaited.
  package var pauseAwaited: Int? {
    guard let typedOn else { return nil }
    return awaitsPause ? TypedOn.pause : typedOn.wasText ? nil : TypedOn.seen
  }

  /// Whether a question lies in front whose answer is recorded.
  package var isAsking: Bool { context == .confirm || context == .bulk }

  /// Says why no form opens, and takes what is typed on for no command.
  ///
  /// - Parameters:
  ///   - refusal: why, in one sentence.
  ///   - typed: what was typed already while it was found out.
  mutating func refuseForm(_ refusal: String, typed: [Key] = []) {
    say(refusal, .warning)
    typedOn = TypedOn(refusal: refusal)
    if typed.contains(where: \.isTyping) {
      typedOn?.isText = true
      typedOn?.wasText = true
      sayNotTaken()
    }
  }

  /// Takes a key that may be part of a text which nothing takes.
  ///
  /// - Returns: what it leads to; nothing where the key is to be taken as ever.
  mutating func listen(to key: Key) -> [Effect]? {
    guard var typed = typedOn ?? (context == .confirm ? TypedOn() : nil) else { return nil }
    // Enter presses the button in focus.
    if !awaitsPause, !key.beginsText || context == .confirm && key == .enter {
      typedOn = nil
      return nil
    }
    if key == .escape {
      // Esc ends what nothing takes, and nothing else.
      typedOn = nil
      return []
    }
    if let first = typed.first, isAnswer(first), key == first || key == .enter {
      // No text begins so: who answers twice, or ends the answer as a line, means it.
      return hearPause()
    }
    typed.isText = awaitsPause
    typed.first = typed.isText ? nil : key
    typedOn = typed
    if typed.isText {
      typedOn?.wasText = true
      sayNotTaken()
    }
    return []
  }

  /// Takes it that nobody typed on: a key by itself was meant as a command.
  mutating func hearPause() -> [Effect] {
    guard var typed = typedOn else { return [] }
    guard let key = typed.first else {
      // Whoever looks on the paper again goes on typing; who typed nothing has read why.
      typed.isText = false
      typedOn = typed.wasText ? typed : nil
      return []
    }
    typedOn = nil
    return press(key)
  }

  /// Whether a key answers the question in front.
  private func isAnswer(_ key: Key) -> Bool {
    context == .confirm && keymap.command(for: key, in: .confirm)?.isAnswer == true
  }

  private mutating func sayNotTaken() {
    let refusal = typedOn?.refusal.map { " \($0)" } ?? ""
    say("What you typed went nowhere: no line is open here.\(refusal)", .error)
  }
}

extension Key {
  /// Whether a text may begin with it: `/` and `:` open a line that takes what follows.
  fileprivate var beginsText: Bool {
    if case .character(let character) = self {
      return character.isLetter || character.isNumber || character == " "
    }
    return isTyping
  }

  /// Whether it is pressed while a text is typed into a form.
  fileprivate var isTyping: Bool {
    switch self {
    case .character, .paste, .enter, .tab, .backTab, .backspace, .delete, .alt: true
    default: false
    }
  }
}
