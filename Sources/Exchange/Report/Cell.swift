/// A piece of a line, set off from its neighbours by two blanks or more.
struct Cell: Equatable {
  var text: String
  /// Where it begins, in scalars from the line's start.
  var column: Int

  /// Longer lines are prose; only their beginning is searched for labels.
  private static let searched = 600

  /// Cuts a line into cells; a filled-in bracket (`[ Kacper      ]`) stays whole.
  static func cells(of line: String) -> [Cell] {
    let scalars = Array(line.unicodeScalars)
    var cells: [Cell] = []
    var start: Int?
    var end = 0
    var index = 0
    while index < min(scalars.count, searched) {
      if scalars[index] == " " {
        if let begun = start, index + 1 < scalars.count, scalars[index + 1] == " " {
          // "Located     : 25/10/2026": blanks before a colon do not part it from its label.
          let next = scalars[index...].firstIndex { $0 != " " }
          if let next, scalars[next] == ":" {
            let words = SourceText.string(scalars[begun..<end])
            return cells + labelled(words, scalars, colon: next, column: begun)
          }
          cells.append(Cell(text: SourceText.string(scalars[begun..<end]), column: begun))
          start = nil
        }
        index += 1
        continue
      }
      if start == nil { start = index }
      index = scalars[index] == "[" ? pastBracket(scalars, index) : index + 1
      end = index
    }
    if scalars.count > searched {
      let begun = start ?? min(index, scalars.count)
      start = begun
      end = scalars.count
    }
    if let start, start < end {
      let text = SourceText.trimmed(SourceText.string(scalars[start..<end]))
      cells.append(Cell(text: text, column: start))
    }
    return cells
  }

  /// The cells of a line from a label on whose colon stands apart from it.
  private static func labelled(
    _ words: String, _ scalars: [Unicode.Scalar], colon: Int, column: Int
  ) -> [Cell] {
    let padding = String(repeating: " ", count: colon)
    var rest = Cell.cells(of: padding + SourceText.string(scalars[colon...].drop { $0 == ":" }))
    guard !rest.isEmpty else { return [Cell(text: words + ":", column: column)] }
    rest[0].text = words + ": " + rest[0].text
    rest[0].column = column
    return rest
  }

  /// Past a bracket with a value in it; past the opening alone where it is a tick box or open.
  private static func pastBracket(_ scalars: [Unicode.Scalar], _ open: Int) -> Int {
    let limit = min(scalars.count, open + 90)
    guard let close = scalars[(open + 1)..<limit].firstIndex(of: "]") else { return open + 1 }
    let filled = scalars[(open + 1)..<close].count { $0 != " " }
    return filled > 1 ? close + 1 : open + 1
  }
}

/// A label, and what stands after it in the same cell.
struct LabelMatch {
  /// Nothing where it looks like a label that the desk does not know.
  var label: Label?
  var value: String
  /// Whether a colon, dots or a bracket set it off.
  var hasLeader: Bool
  /// Where the value begins, in scalars from the cell's start.
  var offset: Int
}

extension LabelMatch {
  /// Looks for a label at the start of a cell.
  ///
  /// - Parameters:
  ///   - cell: the cell.
  ///   - needsLeader: whether only a colon, dots or a bracket make a label, as in prose.
  /// - Returns: the label and the value beside it, or nothing where the cell is no label.
  static func find(in cell: Cell, needsLeader: Bool) -> LabelMatch? {
    let scalars = Array(cell.text.unicodeScalars.prefix(160))
    if let (head, tail) = leader(in: scalars) {
      let words = SourceText.string(scalars[..<head])
      let value = SourceText.trimmed(
        SourceText.string(cell.text.unicodeScalars.dropFirst(tail)))
      let label = known(words)
      if label != nil || looksLikeLabel(words) {
        return LabelMatch(
          label: label, value: unbracketed(value), hasLeader: true, offset: tail)
      }
    }
    guard !needsLeader, let first = scalars.first(where: { SourceText.isLetter($0) }),
      first.properties.isUppercase
    else { return nil }
    if scalars.count < 48, let label = known(cell.text) {
      return LabelMatch(label: label, value: "", hasLeader: false, offset: scalars.count)
    }
    return prefix(of: cell)
  }

  /// The label that some words stand for, with or without a number before or a remark behind.
  static func known(_ words: String) -> Label? {
    let plain = plain(words)
    if let label = Label.known(plain) { return label }
    guard let bracket = plain.firstRange(of: " (") else { return nil }
    return Label.known(String(plain[..<bracket.lowerBound]))
  }

  /// Lower case, without numbering, decoration and the marks that end a label.
  static func plain(_ words: String) -> String {
    var text = SourceText.trimmed(
      words, of: [".", ":", "?", "*", "<", ">", "=", "-", "\u{2013}", "(", "_", "#", "|"])
    text = text.lowercased().split(separator: "\u{2019}", omittingEmptySubsequences: false)
      .joined(separator: "'")
    if text.hasSuffix("(s") { text.removeLast(2) }
    text = text.split(separator: "(s)", omittingEmptySubsequences: false).joined()
    if let rest = unnumbered(text) { text = rest }
    return SourceText.squeezed(text)
  }

  /// Whether a line heads the particulars of one child among several.
  static func isSubjectHeading(_ line: String) -> Bool {
    line.hasPrefix("SUBJECT ") || line.hasPrefix("Subject ") || line.hasPrefix("CHILD ")
  }

  /// What follows `12.`, `4)` or `A.` at the start of a text.
  static func unnumbered(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars.prefix(5))
    var index = 0
    while index < scalars.count, SourceText.isDigit(scalars[index]) { index += 1 }
    if index == 0, let first = scalars.first, SourceText.isLetter(first) { index = 1 }
    if (1...2).contains(index), index + 1 < scalars.count,
      scalars[index] == "." || scalars[index] == ")", scalars[index + 1] == " "
    {
      return SourceText.trimmed(String(text.unicodeScalars.dropFirst(index + 1)))
    }
    if scalars.count > 2, scalars[0] == "q", SourceText.isDigit(scalars[1]),
      let blank = text.firstIndex(of: " ")
    {
      return SourceText.trimmed(String(text[blank...]))
    }
    return nil
  }

  /// Where a label's words end and its value begins.
  private static func leader(in scalars: [Unicode.Scalar]) -> (head: Int, tail: Int)? {
    for index in scalars.indices where index > 0 && index < 64 {
      switch scalars[index] {
      case ":":
        let next = index + 1 < scalars.count ? scalars[index + 1] : " "
        if SourceText.isDigit(scalars[index - 1]), SourceText.isDigit(next) { return nil }
        if next == "/" { return nil }
        return (index, past(scalars, index + 1))
      case "."
      where scalars[index...].prefix(3).count == 3
        && scalars[index...].prefix(3).allSatisfy({ $0 == "." }):
        return (index, past(scalars, index))
      case "[":
        let content = scalars[(index + 1)...].prefix { $0 != "]" }.count { $0 != " " }
        return content > 1 ? (index, index) : nil
      case "\u{2026}": return (index, past(scalars, index))
      default: continue
      }
    }
    return nil
  }

  private static func past(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var index = start
    while index < scalars.count,
      scalars[index] == "." || scalars[index] == ":" || scalars[index] == " "
        || scalars[index] == "\u{2026}"
    {
      index += 1
    }
    return index
  }

  private static func unbracketed(_ value: String) -> String {
    guard value.hasPrefix("["), value.hasSuffix("]"), !value.dropFirst().contains("[") else {
      return value
    }
    let inner = SourceText.trimmed(String(value.dropFirst().dropLast()))
    return inner.unicodeScalars.count > 1 ? inner : value
  }

  private static func looksLikeLabel(_ words: String) -> Bool {
    let text = SourceText.trimmed(words)
    guard let first = text.unicodeScalars.first, first.properties.isUppercase,
      text.unicodeScalars.count <= 32
    else { return false }
    return text.split(separator: " ").count <= 5
  }

  /// A label with a single blank behind it, where what follows can only be its value.
  private static func prefix(of cell: Cell) -> LabelMatch? {
    let words = cell.text.split(separator: " ", maxSplits: 6)
    guard words.count > 1 else { return nil }
    for count in (1...min(5, words.count - 1)).reversed() {
      let head = words[..<count].joined(separator: " ")
      guard head.unicodeScalars.count < 40, let label = known(head) else { continue }
      let value = words[count...].joined(separator: " ")
      guard fits(value, label) else { continue }
      return LabelMatch(
        label: label, value: value, hasLeader: false, offset: head.unicodeScalars.count + 1)
    }
    return nil
  }

  private static func fits(_ value: String, _ label: Label) -> Bool {
    guard let first = value.unicodeScalars.first else { return false }
    switch label {
    case .born: return SourceText.isDigit(first) || Unknown.isStated(value)
    case .age: return SourceText.isDigit(first)
    case .sex: return first == "[" || Sex.read(value) != nil
    case .phone: return SourceText.isDigit(first) || first == "+" || first == "("
    case .familyName, .givenNames:
      return first.properties.isUppercase && value.split(separator: " ").count <= 4
        && !value.contains(where: { $0 == "." || $0 == "," || $0.isNumber })
    case .policeRef: return !Reference.all(in: value).isEmpty
    case .lastSeen, .reported, .left, .foundAt, .returnedAt, .sentAt, .created, .noticed,
      .logOpened:
      guard let moment = MomentReader.first(in: value) else { return false }
      return moment.date != nil && value.hasPrefix(moment.seenAs)
    default: return false
    }
  }
}
