package import Workflow

/// One line of a form: a question, what is typed there, and what is said about it.
package struct FormEntry: Sendable, Hashable {
  /// The question.
  package internal(set) var field: FormField
  /// What is typed.
  package var text: TextField
  /// Where the value comes from, such as its place in a report.
  package var note: String?
  /// What is wrong with it.
  package var error: String?
  /// What it must say because of what else is typed, or of what stands on the record.
  var need: Need?
  /// The code that is recorded where nothing stands in it; nothing of most lines.
  var emptySays: String?
  /// Whether what stands in it gives way to what is typed, as long as nobody has moved in it.
  var givesWay = false
  /// When a time was typed: "now" and "2h ago" mean what they meant then, however late it is recorded.
  var typedAt: Instant?
  /// What looks odd about it; it is recorded all the same.
  package var warning: String?
  /// What is to be done at once because of what is typed; it is no slip, and nothing is asked about it.
  package internal(set) var advice: String?
  /// What comes of it once it is recorded, where that is more than the line itself.
  package internal(set) var comes: String?
  /// What another worker recorded for it since the form was opened.
  package var theirs: String?
  /// The letters of a code that were typed since the line got the keys.
  package var spelt = ""
  /// All that was typed since then, where codes were gone through by letters.
  var run = ""
  /// What was typed when one letter fitted no code: a slip of a finger, unless another follows.
  var slip = ""
  /// The code that stood here before words were typed that are none.
  var before = ""
  /// Which of the codes that fit has the keys, where several may be chosen.
  package var candidate = 0
  /// For each code that can be chosen what a person should know of it, where a code says too little.
  package var choices: [Choice] = []

  /// What many type here, such as the names of those who work on the desk; other words will do as well.
  package internal(set) var suggestions: [String] = []
  /// Whether what is offered are words for an answer, not names: then they are chosen as codes are.
  var isOfWords = false
  /// Whether words that were offered were taken just now: what is typed on is another word.
  var isBehindWords = false

  /// Of a triage, how far the report answers it.
  package internal(set) var part: Part?
  /// What stands above the line, where it is the first of its part.
  package internal(set) var heading: String?

  /// The parts of a triage, in the order in which they are shown.
  package enum Part: Sendable, CaseIterable {
    /// What a person must look at: it matters and was not read, was only inferred, or decides what the
    /// triage does.
    case look
    /// What was read, to be compared with the report.
    case read
    /// What was not read or is not asked, whether or not it stands in the report.
    case rest

    /// What stands above the first line of it.
    var heading: String? {
      switch self {
      case .look: nil
      case .read: "Read from the report"
      case .rest: "May stay empty"
      }
    }
  }

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

  /// The codes of which one is chosen, where there are any.
  package var codes: [String] {
    switch field.input {
    case .code(let codes): codes
    case .flag: ["yes", "no"]
    default: []
    }
  }

  /// Whether a time is typed in it.
  var isTime: Bool { field.input == .instant || field.input == .instantOrUnknown }

  /// The codes of which several may be chosen, where there are any.
  package var manyCodes: [String] {
    if case .codes(let codes) = field.input { codes } else { [] }
  }

  /// What is typed as people read it: a code in its words; ids of the register stay as they are.
  var shown: String {
    if !choices.isEmpty { return text.text }
    if codes.contains(text.text) { return CodeWords.choice(text.text) }
    if manyCodes.isEmpty { return text.text }
    return chosen.map { manyCodes.contains($0) ? CodeWords.choice($0) : $0 }.joined(separator: ", ")
  }

  /// What the right arrow makes of what is typed: the suggestion that it begins, or the next one.
  var suggested: String? {
    if let place = suggestions.firstIndex(of: text.text) {
      return suggestions.count > 1 ? suggestions[(place + 1) % suggestions.count] : nil
    }
    let typed = text.text.trimmed.lowercased()
    return suggestions.first { name in
      let small = name.lowercased()
      return small.hasPrefix(typed)
        || small.split(separator: " ").contains { $0.hasPrefix(typed) }
    }
  }

  /// What may be chosen in a line in which nothing stands, told before anybody types.
  var offer: String? {
    guard choices.isEmpty else { return nil }
    if field.name == Field<Bool>.significantHarm.name { return "yes or no; suspected is yes, too" }
    if field.input == .flag { return "yes or no" }
    if !suggestions.isEmpty { return "→ " + suggestions.joined(separator: ", ") }
    let all = codes + manyCodes
    guard !all.isEmpty else { return nil }
    if let emptySays { return "empty says: \(CodeWords.choice(emptySays))" }
    let words = all.map(CodeWords.choice).joined(separator: ", ")
    return "\(manyCodes.isEmpty ? "one" : "any") of \(all.count): \(words)"
  }

  /// Whether a report could have said it: not what a person decides on reading the report.
  package var isOfReport: Bool {
    !["child", "child-id", "reason", FormScreen.reasonOfNewEntry.name].contains(field.name)
  }

  /// Whether it is the time of the event and nobody has typed one.
  var isStillNow: Bool { field.name == "at" && text.text == "now" }

  /// Whether Enter starts a new line in it.
  package var isParagraph: Bool { field.input == .paragraph }

  /// Whether nothing is typed.
  package var isEmpty: Bool { text.text.trimmed.isEmpty }

  /// The value as typed, or what is wrong with it; nothing where the field is empty.
  package func read(now: Instant) -> Result<Value?, FormFinding> {
    if isEmpty { return .success(nil) }
    // Ids of the register are kept as they are written; other codes are read in any case.
    if !choices.isEmpty, codes.contains(text.text) { return .success(.text(text.text)) }
    do throws(FormFinding) {
      return .success(try field.read(text.text, now: typedAt ?? now))
    } catch {
      return .failure(noChoice.map { FormFinding(field: field.name, sentence: $0) } ?? error)
    }
  }
}
