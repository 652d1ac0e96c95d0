package import Workflow

/// One line of a form: a question, what is typed there, and what is said about it.
package struct FormEntry: Sendable, Hashable {
  /// The question.
  package let field: FormField
  /// What is typed.
  package var text: TextField
  /// Where the value comes from, such as its place in a report.
  package var note: String?
  /// What is wrong with it.
  package var error: String?
  /// The letters of a code that were typed since the line got the keys.
  package var spelt = ""
  /// For each code that can be chosen what a person should know of it, where a code says too little.
  package var choices: [Choice] = []

  /// A code with what it stands for.
  package struct Choice: Sendable, Hashable {
    /// The code.
    package let code: String
    /// What it stands for.
    package let title: String
    /// Why it may be the right one.
    package let because: String
  }

  /// Makes a line.
  package init(field: FormField, text: String = "", note: String? = nil) {
    self.field = field
    self.text = TextField(text)
    self.note = note
  }

  /// The codes to choose from, where there are any.
  package var codes: [String] {
    switch field.input {
    case .code(let codes): codes
    case .flag: ["yes", "no"]
    default: []
    }
  }

  /// Whether a report could have said it: not what a person decides on reading the report.
  package var isOfReport: Bool { !["child", "child-id", "reason"].contains(field.name) }

  /// Whether it is the time of the event and nobody has typed one.
  var isStillNow: Bool { field.name == "at" && text.text == "now" }

  /// Whether Enter starts a new line in it.
  package var isParagraph: Bool { field.input == .paragraph }

  /// Chooses the next or the previous code; past the last comes "nothing".
  package mutating func cycle(forward: Bool) {
    let choices = (field.isRequired ? [] : [""]) + codes
    let index = choices.firstIndex(of: text.text) ?? (forward ? -1 : 0)
    let next = (index + (forward ? 1 : choices.count - 1)) % choices.count
    text.replace(with: choices[max(0, next)])
    error = nil
  }

  /// Chooses the next code that begins with a letter, or the one of a number where codes are people.
  ///
  /// - Parameter letter: what was typed.
  /// - Returns: whether there is such a code.
  package mutating func choose(startingWith letter: Character) -> Bool {
    if !choices.isEmpty, let number = letter.wholeNumberValue, codes.indices.contains(number - 1) {
      text.replace(with: codes[number - 1])
      error = nil
      return true
    }
    // Who types more of a name means that one; the same letter again means the next.
    let longer = spelt + letter.lowercased()
    if !spelt.isEmpty, let match = codes.first(where: { $0.lowercased().hasPrefix(longer) }) {
      text.replace(with: match)
      spelt = longer
      return true
    }
    let wanted = letter.lowercased()
    let matches = codes.filter { $0.lowercased().hasPrefix(wanted) }
    guard !matches.isEmpty else { return false }
    let index = matches.firstIndex(of: text.text).map { ($0 + 1) % matches.count } ?? 0
    text.replace(with: matches[index])
    spelt = wanted
    error = nil
    return true
  }

  /// Chooses a code that was pasted whole.
  ///
  /// - Parameter code: what was pasted.
  /// - Returns: whether there is such a code.
  package mutating func choose(pasted code: String) -> Bool {
    let wanted = code.trimmed.lowercased()
    guard let match = codes.first(where: { $0.lowercased() == wanted }) else { return false }
    text.replace(with: match)
    error = nil
    return true
  }

  /// The value as typed, or what is wrong with it; nothing where the field is empty.
  package func read(now: Instant) -> Result<Value?, FormFinding> {
    if text.text.trimmed.isEmpty { return .success(nil) }
    // Ids of the register are kept as they are written; other codes are read in any case.
    if !choices.isEmpty, codes.contains(text.text) { return .success(.text(text.text)) }
    do throws(FormFinding) {
      return .success(try field.read(text.text, now: now))
    } catch {
      return .failure(error)
    }
  }
}
