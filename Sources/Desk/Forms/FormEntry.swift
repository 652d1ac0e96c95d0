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
  /// Values that Space goes through where any text may be typed.
  package var suggestions: [String] = []

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

  /// Whether Enter starts a new line in it.
  package var isParagraph: Bool { field.input == .paragraph }

  /// Chooses the next or the previous code; past the last comes "nothing".
  package mutating func cycle(forward: Bool) {
    let choices = (field.isRequired ? [] : [""]) + (codes.isEmpty ? suggestions : codes)
    guard !choices.isEmpty else { return }
    let index = choices.firstIndex(of: text.text) ?? (forward ? -1 : 0)
    let next = (index + (forward ? 1 : choices.count - 1)) % choices.count
    text.replace(with: choices[max(0, next)])
    error = nil
  }

  /// Chooses the next code that begins with a letter.
  package mutating func choose(startingWith letter: Character) {
    let matches = codes.filter { $0.first == Character(letter.lowercased()) }
    guard !matches.isEmpty else { return }
    let index = matches.firstIndex(of: text.text).map { ($0 + 1) % matches.count } ?? 0
    text.replace(with: matches[index])
    error = nil
  }

  /// The value as typed, or what is wrong with it; nothing where the field is empty.
  package func read(now: Instant) -> Result<Value?, FormFinding> {
    if text.text.trimmed.isEmpty { return .success(nil) }
    do throws(FormFinding) {
      return .success(try field.read(text.text, now: now))
    } catch {
      return .failure(error)
    }
  }

  /// What a time that was typed means, shown live beside it.
  package func echo(now: Instant) -> String? {
    switch field.input {
    case .instant, .instantOrUnknown:
      guard case .success(let value?) = read(now: now) else {
        return text.text.trimmed.isEmpty ? nil : "not a time yet"
      }
      return "= " + value.words
    case .date:
      guard case .success(.date(let date)?) = read(now: now) else {
        return text.text.trimmed.isEmpty ? nil : "not a date yet"
      }
      return "= \(date.spoken), \(date.age(on: London.local(now).date)) years"
    default: return nil
    }
  }
}
