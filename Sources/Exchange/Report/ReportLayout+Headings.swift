// Where the parts of a report begin: headings, rules, and the lines that number a child.

extension ReportLayout {
  mutating func enter(_ next: Section) {
    section = next
    latest = 0..<0
    isPersonOfLine = false
    switch next {
    case .reporter: person = .reporter
    case .others, .interview, .sender: person = .other
    default: person = .subject
    }
  }

  /// Opens the section that a heading names; what else stands on its line is returned.
  mutating func heading(_ line: Piece) -> [Cell]? {
    guard mayBeHeading(line.text), budget > 0 else { return nil }
    let cells = Cell.cells(of: line.text)
    guard let first = cells.first, first.text.utf8.count <= 64 else { return nil }
    let isNumbered = LabelMatch.unnumbered(first.text) != nil
    let isDecorated =
      first.text.hasPrefix("<<") || first.text.hasPrefix("**")
      || first.text.hasPrefix("==") || first.text.hasPrefix("##")
    let plain = LabelMatch.plain(first.text)
    guard let next = Section.heading(plain) else { return nil }
    let isCapital = first.text == first.text.uppercased() || next.number != nil
    var isHeading = isNumbered || isDecorated
    if !isHeading, isCapital {
      let awaitsValue = !isAfterBlank && (entries.last.map { isAwaiting($0) } ?? false)
      isHeading = !awaitsValue && (cells.count == 1 || isReference(cells[1]))
      if first.text.hasSuffix(":"), Label.known(plain) != nil { isHeading = false }
    }
    guard isHeading, !(isProse && !isNumbered && !isDecorated) else { return nil }
    enter(next)
    numbered = next.number ?? numbered
    let label = Label.known(plain)
    if label == .nature || (cells.count > 1 && label != nil && !(label == .fullName)) {
      start(
        label ?? .other, value: "", at: line.line,
        column: cells.count > 1 ? cells[1].column : first.column + 2,
        alone: cells.count == 1)
      latest = (entries.count - 1)..<entries.count
      latestIndent = first.column
    }
    return Array(cells.dropFirst())
  }

  /// Begins the block of a child whom a line numbers and names at once; says whether it does.
  mutating func begins(with line: Piece) -> Bool {
    guard budget > 0, let heading = NumberedHeading(line.text) else { return false }
    switch section {
    case .open, .subject, .episode, .risk, .reporter, .sender, .nature, .reason:
      guard heading.number <= numbered + 1 || numbered == 0 else { return false }
    case .description, .narrative, .others, .interview:
      // Of prose and of other people's particulars only the child whose turn it is.
      guard numbered > 0, heading.number == numbered + 1 else { return false }
    }
    enter(.subject(heading.number))
    numbered = heading.number
    named.insert(line.line)
    isBelowHeading = true
    for (label, value) in heading.entries {
      start(label, value: value, at: line.line, column: 0, alone: false)
    }
    return true
  }

  /// A quick look that spares most lines the slow one.
  private func mayBeHeading(_ text: String) -> Bool {
    let start = text.utf8.drop { $0 == 0x20 }.prefix(2)
    guard let first = start.first, let second = start.dropFirst().first else { return false }
    if (0x61...0x7A).contains(first) { return false }
    guard (0x41...0x5A).contains(first), (0x61...0x7A).contains(second) else { return true }
    return [0x43, 0x4D, 0x53, 0x59].contains(first)
  }

  private func isReference(_ cell: Cell) -> Bool { Reference.isReference(cell.text) }

  /// Whether a line ends a piece of prose: a question of the form, or who is in charge.
  mutating func endsNarrative(_ line: Piece) -> Bool {
    guard let first = line.text.utf8.first(where: { $0 != 0x20 }), !(0x61...0x7A).contains(first),
      budget > 0
    else { return false }
    let cells = Cell.cells(of: line.text)
    guard let first = cells.first, let match = LabelMatch.find(in: first, needsLeader: false)
    else { return false }
    let isQuestion =
      first.text.hasPrefix("Q") && cells.count > 1
      && LabelMatch.unnumbered(first.text.lowercased()) != nil
    switch match.label {
    case .officer, .contact, .nature, .strategy, .signed:
      guard match.hasLeader || cells.count > 1 else { return false }
      section = .open
    case .some where isQuestion: section = .risk
    case .none where isQuestion: return true
    default: return false
    }
    read(cells: cells, of: line, isContinuation: false)
    // Only this line: prose may go on after it.
    if isQuestion { section = .narrative(isCircumstances: false) }
    return true
  }
}

/// A line that only parts what stands above it from what stands below: `-----`, `* * *`.
enum Rule {
  /// Whether a line is one.
  static func isOne(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.filter { $0 != " " }
    guard let first = scalars.first, marks.contains(first), scalars.allSatisfy({ $0 == first })
    else { return false }
    // Two hyphens stand above the signature of an e-mail.
    return scalars.count >= 3 || text == "--"
  }

  /// Whether it is one of a form, between whose parts it stands.
  static func isLong(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.count >= 8 && scalars.allSatisfy { $0 == scalars.first && $0.isASCII }
  }

  private static let marks = Set("-=_*~+#\u{2013}\u{2014}\u{2022}\u{2500}\u{2550}".unicodeScalars)
}
