/// One question of a form: a field of an event as a person fills it in.
package struct FormField: Sendable, Hashable {
  /// The field's name in the event's body.
  package let name: String
  /// What stands before the field on the screen.
  package let label: String
  /// What may be typed.
  package let input: Input
  /// Whether the event cannot be recorded without it.
  package let isRequired: Bool
  /// Whether the event may be recorded without it now, but the record is not whole until it is there.
  package let isNeededToFinish: Bool
  /// The rule of the rulebook that asks for it, where one does.
  package let rule: String?

  /// Makes a question.
  ///
  /// - Parameters:
  ///   - name: the field's name in the event's body.
  ///   - label: what stands before the field on the screen.
  ///   - input: what may be typed.
  ///   - isRequired: whether the event cannot be recorded without it.
  ///   - isNeededToFinish: whether the record is not whole without it.
  ///   - rule: the rule that asks for it.
  package init(
    name: String, label: String, input: Input, isRequired: Bool, isNeededToFinish: Bool = false,
    rule: String? = nil
  ) {
    self.name = name
    self.label = label
    self.input = input
    self.isRequired = isRequired
    self.isNeededToFinish = isNeededToFinish
    self.rule = rule
  }

  /// The same question, needed or not.
  package func required(_ isRequired: Bool) -> FormField {
    FormField(
      name: name, label: label, input: input, isRequired: isRequired,
      isNeededToFinish: isNeededToFinish, rule: rule)
  }

  /// The same question in other words.
  package func labelled(_ label: String) -> FormField {
    FormField(
      name: name, label: label, input: input, isRequired: isRequired,
      isNeededToFinish: isNeededToFinish, rule: rule)
  }

  /// The same question, wanted before the record is whole or not.
  package func wanted(_ isWanted: Bool) -> FormField {
    FormField(
      name: name, label: label, input: input, isRequired: isRequired, isNeededToFinish: isWanted,
      rule: rule)
  }

  /// Whether its time is still to come: that of what is planned, or until when something rests.
  package var isAhead: Bool { ["for", "until", "next", "due", "review"].contains(name) }

  /// What a field takes.
  package enum Input: Sendable, Hashable {
    /// One line.
    case line
    /// Several lines.
    case paragraph
    case instant
    /// An instant, or the statement that nobody knows.
    case instantOrUnknown
    case date
    case flag
    case number
    /// One of these codes.
    case code([String])
    /// Any of these codes, or any words where there are none.
    case codes([String])
  }
}

/// What an event asks for: the one table behind forms, `homeward record`, scenarios and the check of
/// what comes in.
package struct EventForm: Sendable {
  /// The event that the form records.
  package let kind: EventKind
  /// Its questions, in the order in which a person answers them.
  package let fields: [FormField]

  /// The field of a name, or nothing where the event has no such field.
  package func field(_ name: String) -> FormField? { fields.first { $0.name == name } }

  /// What a body leaves open that the record needs to be whole, in the order of the fields.
  package func unfinished(in body: Body) -> [FormField] {
    fields.filter { field in
      field.isNeededToFinish && body.leavesOpen(field.name)
    }
  }

  /// What is wrong with a body, in the order of the fields: unknown names, wrong types, unknown
  /// codes, and what is required and missing.
  package func findings(in body: Body) -> [FormFinding] {
    var findings: [FormFinding] = []
    for entry in body.entries {
      let (name, value) = (entry.name, entry.value)
      guard let field = field(name) else {
        if !EventForm.always.contains(name) {
          findings.append(
            FormFinding(field: name, sentence: "\(kind.rawValue) has no field '\(name)'"))
        }
        continue
      }
      if let sentence = field.complaint(about: value) {
        findings.append(FormFinding(field: name, sentence: sentence))
      }
    }
    for field in fields where field.isRequired {
      if body[name: field.name] == nil || body[name: field.name] == .text("") {
        findings.append(
          FormFinding(field: field.name, sentence: "\(field.label) is needed to record this"))
      }
    }
    return findings
  }

  /// Fields that any event may carry besides its own.
  package static let always: Set<String> = ["by", "learnt", "episode", "record", "note"]
}

/// What is wrong with one field.
package struct FormFinding: Hashable, Sendable {
  /// The field's name.
  package let field: String
  /// What is wrong and what would be right.
  package let sentence: String

  /// Makes a finding.
  package init(field: String, sentence: String) {
    self.field = field
    self.sentence = sentence
  }
}

extension FormField {
  /// What is wrong with a value for this field, or nothing where it fits.
  package func complaint(about value: Value) -> String? {
    switch (input, value) {
    case (.line, .text), (.paragraph, .text), (.instant, .instant), (.instantOrUnknown, .instant),
      (.instantOrUnknown, .unknown), (.date, .date), (.flag, .flag), (.number, .number):
      return nil
    case (.code(let codes), .text(let code)):
      return codes.contains(code)
        ? nil : "'\(code)' is not one of \(codes.joined(separator: ", "))"
    case (.codes(let codes), .list(let items)):
      let strange = items.filter { !codes.isEmpty && !codes.contains($0) }
      return strange.isEmpty
        ? nil
        : "\(strange.map { "'\($0)'" }.joined(separator: ", ")): not of "
          + codes.joined(separator: ", ")
    default: return "\(label) wants \(input.words), not '\(value.typed)'"
    }
  }

  /// Reads what was typed, or throws a sentence that says what would be right.
  ///
  /// - Parameters:
  ///   - typed: the text of the field or of `--set name=text`.
  ///   - now: what "now" and "yesterday" mean.
  /// - Returns: the value.
  /// - Throws: what is wrong, and what would be right.
  package func read(_ typed: String, now: Instant) throws(FormFinding) -> Value {
    let text = typed.trimmed
    let value: Value?
    switch input {
    case .line: value = .text(text)
    case .paragraph: value = .text(typed)
    case .instant:
      value = SpokenInstant.read(text, now: now, isAhead: isAhead).map(Value.instant)
    case .instantOrUnknown:
      value =
        ["unknown", "not known", "n/k"].contains(text.lowercased())
        ? .unknown : SpokenInstant.read(text, now: now).map(Value.instant)
    case .date:
      value = SpokenInstant.readDate(
        text, today: London.local(now).date, isBirthday: isBirthday, isAhead: isAhead
      ).map(Value.date)
    case .flag:
      switch text.lowercased() {
      case "yes", "y", "true": value = .flag(true)
      case "no", "n", "false": value = .flag(false)
      default: value = nil
      }
    case .number: value = Int(text).map(Value.number)
    case .code(let codes):
      value = .text(CodeWords.code(meant: text, among: codes) ?? text.lowercased())
    case .codes(let codes):
      let items = text.split(whereSeparator: { $0 == "," || $0 == ";" }).map { String($0).trimmed }
      value = .list(
        codes.isEmpty ? items : items.map { CodeWords.code(meant: $0, among: codes) ?? $0 })
    }
    guard let value else {
      let rest = wanting(text, now: now).map { ": \($0)" } ?? amiss(text)
      throw FormFinding(
        field: name, sentence: "\(label) wants \(input.words), not '\(text)'\(rest ?? "")")
    }
    if let sentence = complaint(about: value) { throw FormFinding(field: name, sentence: sentence) }
    return value
  }
}

extension FormFinding: Error {}

extension FormField {
  /// Whether it is a date of birth, of which nobody guesses the year.
  private var isBirthday: Bool { name == "born" }

  /// What is still to be said where half a time or half a day was typed, or what may be two.
  ///
  /// - Parameters:
  ///   - typed: the text of the field.
  ///   - now: what "now" means.
  /// - Returns: the question, or nothing where it is none.
  package func wanting(_ typed: String, now: Instant) -> String? {
    switch input {
    case .instant, .instantOrUnknown:
      SpokenInstant.wanting(typed, now: now, isAhead: input == .instant && isAhead)
    case .date:
      SpokenInstant.wantingDate(
        typed, today: London.local(now).date, isBirthday: isBirthday, isAhead: isAhead)
    default: nil
    }
  }

  /// What stands for a word that says how harm is known where it is asked whether there is any.
  private func amiss(_ text: String) -> String? {
    guard name == Field<Bool>.significantHarm.name,
      let basis = HarmBasis.allCases.first(where: { $0.rawValue.hasPrefix(text.lowercased()) })
    else { return nil }
    return ": \(basis.rawValue) is yes, too"
  }
}

extension FormField.Input {
  /// What is wanted, in words that help to type it.
  package var words: String {
    switch self {
    case .line, .paragraph: "text"
    case .instant: "a time (now, 2h ago, yesterday 11pm, tue 9pm, 14/3 9am)"
    case .instantOrUnknown: "a time (now, 2h ago, yesterday 11pm, tue 9pm, 14/3 9am) or 'unknown'"
    case .date: "a date (14/3/2011)"
    case .flag: "yes or no"
    case .number: "a number"
    case .code(let codes): "one of " + codes.joined(separator: ", ")
    case .codes(let codes):
      codes.isEmpty ? "words with commas between" : "any of " + codes.joined(separator: ", ")
    }
  }
}

extension String {
  /// Without white space at either end.
  package var trimmed: String {
    var slice = self[...]
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}
