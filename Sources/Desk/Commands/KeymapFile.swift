import Grid
import Workflow

/// A person's own keys, as a file says them: `acknowledge = k Ctrl-K`, a command a line.
///
/// What is wrong in it is told by its line, with the way forward; the rest counts, and for what is wrong
/// the keys of the command table stand.
package struct KeymapFile: Sendable {
  /// What a line chooses.
  package struct Choice: Sendable, Hashable {
    /// The command's id.
    package let command: String
    /// Its keys; none where it is to have none.
    package let sequences: [KeySequence]
    /// The line of the file, counted from 1.
    package let line: Int
  }

  /// What is wrong in a line.
  package struct Finding: Sendable, Hashable {
    /// The line, counted from 1.
    package let line: Int
    /// What is wrong, and what to do.
    package let sentence: String
  }

  /// What the file chooses and nothing speaks against, in the order of its lines.
  package private(set) var choices: [Choice] = []
  /// What is wrong, in the order of the lines.
  package private(set) var findings: [Finding] = []

  /// The keys that hold with this file.
  package var keymap: Keymap { Keymap(choices: choices) }

  /// Reads a file.
  ///
  /// - Parameter text: `#` at the beginning of a line makes it a remark; `none` leaves a command without a
  ///   key; keys that follow each other have `>` between them.
  package init(_ text: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = String(line).trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      read(line, number: index + 1)
    }
    settle()
    findings.sort { $0.line < $1.line }
  }

  private mutating func find(_ line: Int, _ sentence: String) {
    findings.append(Finding(line: line, sentence: sentence))
  }

  private mutating func read(_ line: String, number: Int) {
    guard let sign = line.firstIndex(of: "=") else {
      find(number, "This is no line of keys. Write it like: acknowledge = k Ctrl-K")
      return
    }
    let id = String(line[..<sign]).trimmed
    let words = line[line.index(after: sign)...].split(whereSeparator: \.isWhitespace)
      .map(String.init)
    guard let command = CommandTable.named(id) else {
      let hint = Nearest.hint(id, of: CommandTable.all.map(\.id))
      let end = hint.hasSuffix("?") ? "" : "."
      find(number, "There is no command '\(id)'\(hint)\(end) 'homeward keys' lists the commands")
      return
    }
    if let earlier = choices.first(where: { $0.command == id }) {
      find(number, "'\(id)' has its keys from line \(earlier.line) already. Put them in one line")
      return
    }
    guard !words.isEmpty else {
      find(number, "'\(id)' is given no key. Name one, or write 'none' where it shall have none")
      return
    }
    if words == ["none"] {
      if command.isNeeded {
        find(number, "'\(id)' cannot be left without a key: it is needed to get on. Name one")
      } else {
        choices.append(Choice(command: id, sequences: [], line: number))
      }
      return
    }
    var sequences: [KeySequence] = []
    for word in words {
      guard let sequence = KeySequence(name: word) else {
        find(
          number,
          "'\(word)' is no key. Keys are called like a, Space, Enter, Ctrl-S, Alt-x, F5, PgDn, or g>a for two"
        )
        return
      }
      if let wrong = fault(in: sequence, of: command) ?? repeated(sequence, among: sequences) {
        find(number, wrong)
        return
      }
      sequences.append(sequence)
    }
    choices.append(Choice(command: id, sequences: sequences, line: number))
  }

  private func repeated(_ sequence: KeySequence, among others: [KeySequence]) -> String? {
    guard
      let other = others.first(where: { $0.begins(with: sequence) || sequence.begins(with: $0) })
    else { return nil }
    return other == sequence
      ? "'\(sequence.shown)' stands twice in this line. Leave one out"
      : "'\(other.shown)' and '\(sequence.shown)' begin alike: the longer can never be pressed. Leave one out"
  }

  /// Why a command cannot have a sequence, whatever else has it.
  private func fault(in sequence: KeySequence, of command: DeskCommand) -> String? {
    let name = sequence.shown
    for key in sequence.keys {
      switch key {
      case .paste, .resize: return "'\(name)' is no key that a person presses. Name another"
      case .control(let letter):
        if let sent = Key.sentFor[letter] {
          return "A terminal sends \(key.shown) as \(sent). Name another key"
        }
      default: break
      }
    }
    if sequence.keys.count > KeySequence.longest {
      return "'\(name)' is longer than \(KeySequence.longest) keys. Name a shorter one"
    }
    if command.isAnswer {
      guard sequence.keys.count == 1, case .character(let letter) = sequence.keys[0],
        letter.isLetter
      else {
        return "'\(command.id)' records what cannot be taken back: its key must be one letter"
      }
      return nil
    }
    for context in Context.allCases where command.contexts.contains(context) {
      if let first = sequence.keys.first, context.types(first) {
        return "'\(first.shown)' is needed \(context.words), where it types or moves in a text. "
          + "Give '\(command.id)' a key with Ctrl or Alt, or a function key"
      }
    }
    return nil
  }

  /// Takes choices away until no two commands of a context are asked for by the same keys.
  private mutating func settle() {
    while let (choice, sentence) = conflict() {
      find(choice.line, sentence)
      choices.removeAll { $0 == choice }
    }
  }

  /// The first choice that contradicts an earlier one, or the table where nothing else was chosen.
  private func conflict() -> (Choice, String)? {
    let chosen = Dictionary(choices.map { ($0.command, $0) }) { first, _ in first }
    for choice in choices.reversed() {
      guard let command = CommandTable.named(choice.command) else { continue }
      for other in CommandTable.all where other.id != command.id {
        guard
          let context = Context.allCases.first(where: {
            command.contexts.contains($0) && other.contexts.contains($0)
          })
        else { continue }
        let theirs = chosen[other.id]?.sequences ?? other.keys.map { KeySequence([$0]) }
        for own in choice.sequences {
          guard let their = theirs.first(where: { $0.begins(with: own) || own.begins(with: $0) })
          else { continue }
          let origin = chosen[other.id].map { "line \($0.line)" } ?? "as homeward has it"
          let what =
            their == own
            ? "'\(own.shown)' is the key of '\(other.id)' already"
            : "'\(own.shown)' and '\(their.shown)' of '\(other.id)' begin alike, and the longer could never be pressed"
          let way =
            chosen[other.id] == nil
            ? "Name another, or give that one other keys too: \(other.id) = \(other.isNeeded ? "…" : "none")"
            : "Name another"
          return (choice, "\(what) \(context.words) (\(origin)). \(way)")
        }
      }
    }
    return nil
  }
}

extension KeySequence {
  /// The longest sequence: nobody remembers more.
  static let longest = 4
}

extension Key {
  /// What terminals send in place of a letter with Ctrl.
  fileprivate static let sentFor: [Character: String] = [
    "i": "Tab", "m": "Enter", "j": "Enter", "h": "Backspace", "[": "Esc",
  ]
}
