/// A report taken apart: labels with their values, prose, and lines that belong to neither.
///
/// It knows columns, headings and labels, and nothing about what values mean.
struct ReportLayout {
  /// Whose particulars a label gives.
  enum Person {
    case subject
    case reporter
    case other
  }

  /// A line of the text, or a part of one.
  struct Piece: Equatable {
    var line: Int
    var text: String
  }

  /// A label and its value.
  struct Entry {
    var label: Label
    var pieces: [Piece]
    var line: Int
    var section: Section
    var person: Person
    /// Where the value begins, in scalars.
    var column: Int
    /// Whether the label stands alone on its line.
    var standsAlone: Bool
    /// How many rules stand above it in the text.
    var rules: Int

    /// The value on one line; two blanks stand between its columns.
    var value: String { pieces.map(\.text).joined(separator: " ") }
    /// The first line of the value.
    var valueLine: Int { pieces.first?.line ?? line }
  }

  private(set) var entries: [Entry] = []
  private(set) var loose: [Piece] = []
  private(set) var circumstances: [Piece] = []
  private(set) var ticked: [(section: Section, piece: Piece)] = []

  /// The lines that number a child and name it at once.
  var named: Set<Int> = []

  /// Whether the text is longer than any report, so that labels were not looked for to its end.
  private(set) var isTooLong = false

  /// Lines that are searched for labels; prose under a heading does not count.
  var budget = 4000
  let isProse: Bool
  var section = Section.open
  var person = Person.subject
  var isPersonOfLine = false
  /// The entries of the last line that had a label, and that line's indent.
  var latest: Range<Int> = 0..<0
  var latestIndent = 0
  var isAfterBlank = true
  /// Whether the line above is a heading and nothing else: a rule then underlines it.
  var isBelowHeading = false
  /// How many rules the text had so far, and the last child that a line numbered.
  var rules = 0
  var numbered = 0

  /// Takes lines apart.
  ///
  /// - Parameters:
  ///   - lines: the lines, cleaned, with their numbers.
  ///   - isProse: whether the text is a letter or note, in which only a colon makes a label.
  init(lines: [Piece], isProse: Bool) {
    self.isProse = isProse
    for line in lines { read(line) }
  }

  // MARK: Lines

  private mutating func read(_ line: Piece) {
    let text = SourceText.trimmed(line.text)
    if text.isEmpty {
      isAfterBlank = true
      return
    }
    defer { isAfterBlank = false }
    if Rule.isOne(text) {
      // What is too short for a form's own rule opens no section; in prose it is part of what is told.
      if !isBelowHeading {
        rules += 1
        if Rule.isLong(text) { enter(.open) }
      }
      if case .narrative = section {} else { return }
    }
    isBelowHeading = false
    let isShort = text.utf8.count < 400
    if isShort, begins(with: line) { return }
    if isShort, let rest = heading(line) {
      isBelowHeading = rest.isEmpty
      if rest.isEmpty { return }
      read(cells: rest, of: line, isContinuation: false)
      return
    }
    if case .narrative(let isCircumstances) = section {
      if isShort, endsNarrative(line) { return }
      if isCircumstances { circumstances.append(Piece(line: line.line, text: text)) }
      return
    }
    budget -= 1
    guard budget > 0 else {
      isTooLong = true
      return
    }
    let cells = Cell.cells(of: line.text)
    guard let first = cells.first else { return }
    let isDeeper = !isAfterBlank && !latest.isEmpty && first.column > latestIndent
    read(cells: cells, of: line, isContinuation: isDeeper)
  }

  // MARK: Cells

  mutating func read(cells: [Cell], of line: Piece, isContinuation: Bool) {
    if isPersonOfLine {
      isPersonOfLine = false
      person = .subject
    }
    let firstEntry = entries.count
    var target: Int?
    for (place, cell) in cells.enumerated() {
      let isAloneInside = isContinuation && cells.count == 1
      if let match = LabelMatch.find(in: cell, needsLeader: isProse),
        match.hasLeader || !match.value.isEmpty || !isAloneInside,
        !swallows(match, line: line.line, isOnly: cells.count == 1)
      {
        start(
          match.label ?? .other, value: match.value, at: line.line,
          column: match.value.isEmpty && place + 1 < cells.count
            ? cells[place + 1].column : cell.column + match.offset,
          alone: cells.count == 1 && match.value.isEmpty)
        target = entries.count - 1
        continue
      }
      if target == nil, place == 0 { target = goesOn(cell, isContinuation: isContinuation) }
      if let target {
        append(cell.text, to: target, at: line.line, isSameLine: place > 0)
      } else {
        loose.append(Piece(line: line.line, text: cell.text))
      }
      collectTicks(cell, at: line.line)
    }
    if entries.count > firstEntry {
      latest = firstEntry..<entries.count
      latestIndent = cells[0].column
    }
  }

  /// Whether what could be a label is really the value that the label before it waits for: one alone on its
  /// line, or `Mother` where it is asked who it was.
  private func swallows(_ match: LabelMatch, line: Int, isOnly: Bool) -> Bool {
    if let last = entries.last, asksWho(last.label), last.pieces.isEmpty,
      match.label == .otherPerson, !match.hasLeader, match.value.isEmpty
    {
      return last.line == line || isOnly && isAwaiting(last) && !isAfterBlank
    }
    guard isOnly, !match.hasLeader, let last = entries.last, isAwaiting(last), !isAfterBlank else {
      return false
    }
    return (last.label == .missingFrom || last.label == .place) && match.label == .address
  }

  private func asksWho(_ label: Label) -> Bool {
    switch label {
    case .by, .lastSeenBy, .reportedBy, .foundBy, .riskBy: true
    default: false
    }
  }

  func isAwaiting(_ entry: Entry) -> Bool { entry.standsAlone && entry.pieces.isEmpty }

  /// The entry that a line without a label goes on with.
  private func goesOn(_ cell: Cell, isContinuation: Bool) -> Int? {
    guard let last = entries.last, !latest.isEmpty else { return nil }
    let lastIndex = entries.count - 1
    if isAwaiting(last) { return isAfterBlank && isProse ? nil : lastIndex }
    if isContinuation {
      return latest.last { entries[$0].column <= cell.column + 1 } ?? lastIndex
    }
    switch last.label {
    case .circumstances: return lastIndex
    case .clothing, .marks, .riskWords: return last.standsAlone && !isAfterBlank ? lastIndex : nil
    case .address:
      let lacksPostcode = Contact.postcode(in: last.value) == nil
      let addsPostcode = Contact.postcode(in: "X " + cell.text) != nil
      return last.standsAlone && !isAfterBlank && lacksPostcode && addsPostcode ? lastIndex : nil
    default: return nil
    }
  }

  mutating func start(
    _ label: Label, value: String, at line: Int, column: Int, alone: Bool
  ) {
    follow(label)
    entries.append(
      Entry(
        label: label, pieces: value.isEmpty ? [] : [Piece(line: line, text: value)], line: line,
        section: section, person: person, column: column, standsAlone: alone, rules: rules))
    collectTicks(Cell(text: value, column: column), at: line)
  }

  /// Keeps track of whose particulars come next.
  private mutating func follow(_ label: Label) {
    switch section {
    case .reporter, .others, .interview, .sender: return
    default: break
    }
    switch label {
    case .reportedBy: person = .reporter
    case .by where entries.last.map({ $0.label == .reported }) ?? false: person = .reporter
    case .worker:
      person = .other
      isPersonOfLine = true
    case .otherPerson: person = .other
    case .born, .age, .sex, .address, .postcode, .phone, .relation, .other: break
    default: person = .subject
    }
  }

  private mutating func append(_ text: String, to index: Int, at line: Int, isSameLine: Bool) {
    // No form has a value of so many lines; only the circumstances are as long as they like.
    if entries[index].pieces.count > 60, entries[index].label != .circumstances { return }
    guard isSameLine, let last = entries[index].pieces.indices.last else {
      entries[index].pieces.append(Piece(line: line, text: text))
      return
    }
    entries[index].pieces[last].text += "  " + text
  }

  private mutating func collectTicks(_ cell: Cell, at line: Int) {
    guard let chosen = TickBoxes.chosen(in: cell.text) else { return }
    for text in chosen { ticked.append((section, Piece(line: line, text: text))) }
  }
}
