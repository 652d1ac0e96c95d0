internal import Workflow

/// Gives the entries of a layout their meaning and keeps what it finds.
struct ReportInterpreter {
  let kind: ReportKind
  let layout: ReportLayout
  let isCut: Bool
  var report: [ReportField: Finding] = [:]
  var subjects: [[SubjectField: Finding]] = [[:]]
  /// What is said of all children of the report.
  var shared: [SubjectField: Finding] = [:]
  var gaps: [Gap.Field: Gap] = [:]
  var sharedGaps: [SubjectField: Gap] = [:]
  var warnings: [String] = []
  /// Who else is named with a birthday.
  var others: [SubjectDraft] = []
  /// The subject to which the entry in hand belongs; nothing where it is said of all.
  var current: Int? = 0
  /// The label to which "By" and "Where" refer.
  var anchor: Label?

  init(kind: ReportKind, shownBy: ReportLayout.Piece?, source: Source) {
    self.kind = kind
    isCut = source.isCut
    layout = ReportLayout(lines: source.lines, isProse: source.isProse)
    let isNumbered = layout.entries.contains {
      if case .subject(.some) = $0.section { true } else { false }
    }
    if let shownBy {
      let seen = SourceText.squeezed(shownBy.text)
      report[.kind] = Finding(value: .text(kind.rawValue), seenAs: seen, line: shownBy.line)
      readTitle(shownBy)
    }
    for entry in layout.entries {
      choose(for: entry, isNumbered: isNumbered)
      interpret(entry)
    }
    readLoose(source)
    readTicks()
    readCircumstances()
    readTold(source)
    readNumbered(source)
    readInterview(source)
  }

  // MARK: Keeping

  /// Keeps a value of the report; the first stated one stands, a different one is a warning.
  mutating func keep(
    report field: ReportField, _ value: FieldValue, seenAs: String, line: Int,
    isInferred: Bool = false
  ) {
    if let held = report[field], !held.isInferred || isInferred {
      if held.value != value, !isInferred { warn(field.rawValue, held, value, line) }
      return
    }
    report[field] = Finding(value: value, seenAs: seenAs, line: line, isInferred: isInferred)
  }

  /// Keeps a value of the child in hand, or of all children; the first stated one stands.
  mutating func keep(
    _ field: SubjectField, _ value: FieldValue, seenAs: String, line: Int,
    isInferred: Bool = false
  ) {
    let held = current.map { subjects[$0][field] } ?? shared[field]
    if let held, !held.isInferred || isInferred {
      if held.value != value, !isInferred { warn(field.rawValue, held, value, line) }
      return
    }
    let found = Finding(value: value, seenAs: seenAs, line: line, isInferred: isInferred)
    if let current { subjects[current][field] = found } else { shared[field] = found }
  }

  /// Adds a remark; of text that is all contradictions a hundred are enough.
  private mutating func warn(_ name: String, _ held: Finding, _ value: FieldValue, _ line: Int) {
    guard warnings.count < 100 else { return }
    warnings.append(
      "Two values for \(Gap.Field.words(name)): \(held.value.spoken) (line \(held.line)) and "
        + "\(value.spoken) (line \(line)). The first was taken.")
  }

  /// Notes why a field stays empty, where the sender says so.
  mutating func leaveOpen(_ field: SubjectField, _ reason: Gap.Reason, line: Int) {
    if let current {
      let key = Gap.Field.subject(current, field)
      if gaps[key] == nil { gaps[key] = Gap(field: key, reason: reason, line: line) }
    } else if sharedGaps[field] == nil {
      sharedGaps[field] = Gap(field: .subject(0, field), reason: reason, line: line)
    }
  }

  mutating func leaveOpen(_ field: ReportField, _ reason: Gap.Reason, line: Int) {
    let key = Gap.Field.report(field)
    if gaps[key] == nil { gaps[key] = Gap(field: key, reason: reason, line: line) }
  }

  /// Whether the value says that it is not known; then the gap is noted.
  mutating func isUnknown(_ entry: ReportLayout.Entry, _ field: SubjectField) -> Bool {
    if let chosen = TickBoxes.chosen(in: entry.value) {
      if chosen.isEmpty { leaveOpen(field, .notMentioned, line: entry.valueLine) }
      return chosen.isEmpty
    }
    guard Unknown.isStated(entry.value) else { return false }
    if !entry.value.isEmpty {
      leaveOpen(field, .statedUnknown(entry.value), line: entry.valueLine)
    }
    return true
  }

  mutating func isUnknown(_ entry: ReportLayout.Entry, _ field: ReportField) -> Bool {
    guard Unknown.isStated(entry.value) else { return false }
    if !entry.value.isEmpty {
      leaveOpen(field, .statedUnknown(entry.value), line: entry.valueLine)
    }
    return true
  }

  // MARK: Whose

  /// Decides to which child an entry belongs.
  private mutating func choose(for entry: ReportLayout.Entry, isNumbered: Bool) {
    if case .subject(let number) = entry.section, isNumbered {
      guard let number else { return }
      while subjects.count < number { subjects.append([:]) }
      current = number - 1
      return
    }
    if isNumbered {
      current = nil
      return
    }
    let isAboutChild: Bool =
      if case .subject = entry.section { true } else { entry.section == .open }
    guard isAboutChild else {
      current = subjects.count > 1 ? nil : 0
      return
    }
    if current == nil { current = subjects.count - 1 }
    guard let now = current, entry.person == .subject, !entry.pieces.isEmpty,
      entry.label == .familyName || entry.label == .fullName,
      let held = subjects[now][.familyName], !held.isInferred, subjects.count < 12
    else { return }
    let name: NameReader.Name? =
      entry.label == .fullName
      ? NameReader.split(entry.pieces[0].text)
      : .init(family: NameReader.display(entry.value), given: nil)
    guard let name, let family = held.value.text else { return }
    let isSame = Folding.fold(name.family) == Folding.fold(family)
    let given = subjects[now][.givenNames]?.value.text
    if isSame, entry.label == .familyName ? given == nil : name.given == given { return }
    // The same surname again, after a full set: a brother or sister begins.
    if isSame, entry.label == .familyName, subjects[now][.born] == nil { return }
    subjects.append([:])
    current = subjects.count - 1
  }
}

extension FieldValue {
  /// The text of a text value.
  var text: String? { if case .text(let text) = self { text } else { nil } }
}

extension Gap.Field {
  /// A field's name for people: `last_seen_at` gives `last seen at`.
  static func words(_ name: String) -> String {
    name.split(separator: "_").joined(separator: " ")
  }
}
