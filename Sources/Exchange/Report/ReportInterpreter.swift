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
  var doubts: [ReportDoubt] = []
  /// Who else is named with a birthday.
  var others: [SubjectDraft] = []
  /// What the block of each child says of what is else the report's: the grading, the reference, who reported.
  var own: [Int: [ReportField: Finding]] = [:]
  /// The subject to which the entry in hand belongs; nothing where it is said of all.
  var current: Int? = 0
  /// The child in whose own block the entry in hand stands; nothing where it is said of all, and in a report of
  /// one child.
  var block: Int?
  /// Where the block of each child begins; nothing where children are numbered, or there is one.
  let blocks: ReportBlocks?
  /// The entries with which children begin, where nothing numbers them.
  var begun: [Int] = []
  /// The label to which "By" and "Where" refer.
  var anchor: Label?

  init(kind: ReportKind, shownBy: ReportLayout.Piece?, source: Source) {
    let layout = ReportLayout(lines: source.lines, isProse: source.isProse)
    self.init(kind: kind, shownBy: shownBy, layout, isCut: source.isCut, blocks: nil)
    if begun.count > 1 {
      // Only now it is known that there are several, and which of what was read is whose.
      let blocks = ReportBlocks(layout.entries, names: begun)
      self.init(kind: kind, shownBy: shownBy, layout, isCut: source.isCut, blocks: blocks)
    }
    block = nil
    readLoose(source)
    readTicks()
    readCircumstances()
    readTold(source)
    readNumbered(source)
    readInterview(source)
  }

  /// Reads what stands under labels.
  private init(
    kind: ReportKind, shownBy: ReportLayout.Piece?, _ layout: ReportLayout, isCut: Bool,
    blocks: ReportBlocks?
  ) {
    self.kind = kind
    self.isCut = isCut
    self.layout = layout
    self.blocks = blocks
    let numbered = NumberedBlocks(layout.entries)
    if let shownBy {
      let seen = SourceText.squeezed(shownBy.text)
      report[.kind] = Finding(value: .text(kind.rawValue), seenAs: seen, line: shownBy.line)
      readTitle(shownBy)
    }
    for (place, entry) in layout.entries.enumerated() {
      let earlier = block
      if let blocks {
        choose(at: place, in: blocks)
      } else if let numbered {
        (current, block) = numbered.child(at: place)
        while subjects.count <= current ?? 0 { subjects.append([:]) }
      } else {
        choose(for: entry, at: place)
      }
      // "By" of one child's block leans on nothing of another's.
      if block != earlier { anchor = nil }
      interpret(entry)
    }
    if blocks != nil || numbered?.areSeveral == true {
      for field in SubjectField.ofOneAlone { shared[field] = nil }
    }
  }

  // MARK: Keeping

  /// Keeps a value of the report; the first stated one stands, a different one is a warning.
  mutating func keep(
    report field: ReportField, _ value: FieldValue, seenAs: String, line: Int,
    isInferred: Bool = false
  ) {
    if let held = self[field], !held.isInferred || isInferred {
      if held.value != value, !isInferred { warn(field.rawValue, held, value, line, of: block) }
      return
    }
    self[field] = Finding(value: value, seenAs: seenAs, line: line, isInferred: isInferred)
  }

  /// Keeps a value of the child in hand, or of all children; the first stated one stands.
  mutating func keep(
    _ field: SubjectField, _ value: FieldValue, seenAs: String, line: Int,
    isInferred: Bool = false
  ) {
    let held = current.map { subjects[$0][field] } ?? shared[field]
    if let held, !held.isInferred || isInferred {
      if held.value != value, !isInferred { warn(field.rawValue, held, value, line, of: current) }
      return
    }
    let found = Finding(value: value, seenAs: seenAs, line: line, isInferred: isInferred)
    if let current { subjects[current][field] = found } else { shared[field] = found }
  }

  private mutating func warn(
    _ name: String, _ held: Finding, _ value: FieldValue, _ line: Int, of subject: Int?
  ) {
    doubt(
      "Two values for \(Gap.Field.words(name)): \(held.value.spoken) (line \(held.line)) and "
        + "\(value.spoken) (line \(line)). The first was taken.", of: subject)
  }

  /// Adds a remark of the child in hand, or of the report; of text that is all contradictions a hundred are enough.
  mutating func doubt(_ words: String, of subject: Int?) {
    if doubts.count < 100 { doubts.append(ReportDoubt(words, of: subject)) }
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

  /// Decides to which child an entry belongs where the blocks of the children are known.
  private mutating func choose(at place: Int, in blocks: ReportBlocks) {
    block = blocks.child(at: place)
    current = block
    while subjects.count <= block ?? 0 { subjects.append([:]) }
  }

  /// Decides to which child an entry belongs by the names that came before it, and notes where one begins.
  private mutating func choose(for entry: ReportLayout.Entry, at place: Int) {
    guard entry.section.isAboutChild else {
      current = subjects.count > 1 ? nil : 0
      return
    }
    if current == nil { current = subjects.count - 1 }
    guard let now = current, entry.person == .subject, !entry.pieces.isEmpty,
      entry.rules == 0 || !NameReader.isOfficer(entry.value),
      entry.label == .familyName || entry.label == .fullName
    else { return }
    if begun.isEmpty { begun = [place] }
    guard let held = subjects[now][.familyName], !held.isInferred, subjects.count < 12
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
    begun.append(place)
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
