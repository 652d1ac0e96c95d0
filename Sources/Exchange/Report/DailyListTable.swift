/// A list's rows where they stand in its text.
struct ListTable {
  /// The lines of the text as people read it.
  let lines: [String]
  let heading: ListHeading
  /// The rows of children.
  let rows: [CSV.Row]
  /// The lines on which all rows begin, those of no child among them.
  private let starts: [Int]

  /// Finds the rows; nothing where the text has no row that names the columns.
  init?(text: String) {
    lines = SourceText.lines(DailyList.readable(text))
    guard let heading = ListHeading.first(in: lines) else { return nil }
    self.heading = heading
    let body = lines[heading.line...].joined(separator: "\n")
    guard let table = try? CSV.parse(body, separator: heading.separator) else { return nil }
    rows = table.rows.dropFirst().filter { heading.isRow($0.fields) }
    starts = table.rows.map { heading.line + $0.line - 1 }
  }

  /// The line that names the columns, and the lines of a child's row.
  func asItCame(_ place: Int) -> [String] {
    let first = heading.line + rows[place].line - 1
    let end = starts.first { $0 > first } ?? lines.count
    guard first < end, end <= lines.count else { return [] }
    return [lines[heading.line]]
      + lines[first..<end].prefix { !SourceText.trimmed($0).isEmpty }
  }
}

/// The row that names the columns of a list.
struct ListHeading {
  let line: Int
  let separator: Unicode.Scalar
  let columns: [Column?]

  /// What a column of a list holds.
  enum Column: String {
    case reference = "Police ref"
    case name = "Name"
    case family = "Surname"
    case given = "Forenames"
    case born = "Date of birth"
    case age = "Age"
    case sex = "Sex"
    case authority = "Responsible LA"
    case address = "Missing from address"
    case kind = "Type"
    case since = "Last seen"
    case reported = "Reported"
    case risk = "Risk"
    case state = "Status"
    case ended = "Returned"
    case officer = "OIC"
    case remarks = "Circumstances"

    /// The column that some words name.
    init?(words: String) {
      guard let known = Column.words.first(where: { $0.value.contains(Folding.fold(words)) }) else {
        return nil
      }
      self = known.key
    }

    private static let words: [Column: Set<String>] = [
      .reference: [
        "police ref", "ref", "reference", "record id", "police reference", "misper ref", "urn",
        "mis ref", "case ref", "incident",
      ],
      .name: ["name", "full name", "child", "misper", "missing person"],
      .family: ["surname", "family name", "last name"],
      .given: ["forename s", "forename", "forenames", "first name", "given names", "given name"],
      .born: ["dob", "d o b", "date of birth", "born"],
      .age: ["age"],
      .sex: ["sex", "gender"],
      .authority: [
        "borough", "home la", "responsible la", "la", "local authority", "home authority",
      ],
      .address: [
        "missing from", "missing from address", "location missing from", "address", "home address",
      ],
      .kind: ["type", "category", "missing type", "home care"],
      .since: ["missing since", "last seen", "missing from date", "date time last seen"],
      .reported: ["reported", "date time reported", "reported at", "date reported"],
      .risk: ["risk", "grading", "risk level", "grade"],
      .state: ["status", "record state", "state"],
      .ended: ["closed at", "located", "returned", "found", "date returned", "located at"],
      .officer: ["oic", "officer"],
      .remarks: [
        "update comments", "update", "comments", "remarks", "notes", "circumstances",
      ],
    ]
  }

  /// The first line that names the columns of a list of children.
  static func first(in lines: [String]) -> ListHeading? {
    for (number, line) in lines.prefix(400).enumerated() where line.utf8.count < 2_000 {
      for separator in [",", ";", "\t", "|"] as [Unicode.Scalar] {
        guard line.unicodeScalars.contains(separator),
          let row = (try? CSV.parse(line, separator: separator))?.rows.first
        else { continue }
        let columns = row.fields.map { Column(words: SourceText.trimmed($0)) }
        let known = Set(columns.compactMap { $0 })
        let isNamed = known.contains(.name) || known.contains(.family)
        let says: Set<Column> = [.born, .since, .reported, .reference, .age]
        guard known.count >= 4, isNamed, !known.isDisjoint(with: says) else { continue }
        return ListHeading(line: number, separator: separator, columns: columns)
      }
    }
    return nil
  }

  /// Whether a row is one of the list's: as many cells as it needs, and a name, or what else there is of a child whose
  /// name nobody knows yet.
  func isRow(_ fields: [String]) -> Bool {
    guard fields.count >= columns.count / 2, fields.count > 2 else { return false }
    let cells = aligned(fields) ?? fields
    if [Column.name, .family, .given].contains(where: { !(cell($0, cells) ?? "").isEmpty }) {
      return true
    }
    return !Reference.all(in: cell(.reference, cells) ?? "").isEmpty
      || [Column.born, .since].contains { isDay(cell($0, cells) ?? "") }
  }

  /// What a row says, a line for each value, under labels that reports have.
  func labelled(_ fields: [String]) -> [String] {
    guard let cells = aligned(fields) else {
      return [
        "\(DailyList.check)The row has \(fields.count) cells, the heading \(columns.count): nothing "
          + "was taken but what stands first.",
        "\(Column.reference.rawValue): \(cell(.reference, fields) ?? "")",
        "NOTES",
        "The row: " + fields.joined(separator: " | "),
      ]
    }
    var lines: [String] = []
    if fields.count > columns.count, !fields[columns.count...].allSatisfy(\.isEmpty) {
      lines.append(
        "\(DailyList.check)The row has \(fields.count) cells, the heading \(columns.count): compare "
          + "every value with the list.")
    }
    for (column, value) in zip(columns, cells) {
      guard let column, !value.isEmpty else { continue }
      switch column {
      case .state: lines += state(value)
      case .ended: lines.append("Returned: \(value)")
      case .kind: lines.append("Type: Missing, \(value)")
      // A school or a park is nobody's address, wherever the child is missing from.
      case .address where isHome(cells) && value.contains(where: \.isNumber):
        lines += ["Home address: \(value)"]
      case .remarks: lines += ["Circumstances: \(value)"] + remarks(value)
      default: lines.append("\(column.rawValue): \(value)")
      }
    }
    // Whoever is on such a list is missing, whether it has a column for that or not.
    if !columns.contains(.kind) { lines.append("Type: Missing") }
    let others = zip(columns, cells).filter { $0.0 == nil && !$0.1.isEmpty }.map(\.1)
    if !others.isEmpty { lines += ["Also in the row: " + others.joined(separator: " | ")] }
    return lines
  }

  /// Whether a child is missing from home, so that the place is the home address.
  private func isHome(_ cells: [String]) -> Bool {
    Folding.fold(cell(.kind, cells) ?? "") == "home"
  }

  /// `Located 17/10/2026 18:30`: the child is back.
  private func state(_ value: String) -> [String] {
    let isBack = ["located", "returned", "found", "home"].contains {
      Folding.fold(value).hasPrefix($0)
    }
    return ["Case status: \(value)"] + (isBack ? ["Returned: \(value)"] : [])
  }

  /// Takes when a child came back out of a remark: `RETURNED 11-Nov-2026 19:05 to mother`.
  private func remarks(_ value: String) -> [String] {
    guard Folding.fold(value).hasPrefix("returned") || Folding.fold(value).hasPrefix("located"),
      let moment = MomentReader.first(in: value), moment.instant != nil
    else { return [] }
    return ["Returned: \(moment.seenAs)"]
  }

  private func cell(_ column: Column, _ cells: [String]) -> String? {
    guard let place = columns.firstIndex(of: column), place < cells.count else { return nil }
    return cells[place]
  }

  /// The cells of a row under their columns; nothing where they cannot be brought there.
  ///
  /// Lists are written by hand: a comma inside a name or an address without quotes makes a row longer
  /// than its heading. The birthday shows where the name ends; what is left over belongs to the address.
  private func aligned(_ fields: [String]) -> [String]? {
    let cells = fields.map { field in
      SourceText.squeezed(
        field.split(whereSeparator: \.isNewline).joined(separator: " "))
    }
    if cells.count <= columns.count {
      // Empty cells at the end are often left out.
      return cells + Array(repeating: "", count: columns.count - cells.count)
    }
    if cells[columns.count...].allSatisfy(\.isEmpty) { return Array(cells.prefix(columns.count)) }
    var rest = cells
    if let name = columns.firstIndex(of: .name), columns.firstIndex(of: .born) == name + 1,
      let born = rest.firstIndex(where: isDay), born > name + 1
    {
      rest.replaceSubrange(name..<born, with: [rest[name..<born].joined(separator: ", ")])
    }
    if rest.count > columns.count, let address = columns.firstIndex(of: .address) {
      let end = address + rest.count - columns.count
      rest.replaceSubrange(address...end, with: [rest[address...end].joined(separator: ", ")])
    }
    guard rest.count == columns.count else { return nil }
    for column in [Column.born, .since, .reported] {
      if let value = cell(column, rest), !value.isEmpty, !isDay(value) { return nil }
    }
    return rest
  }

  private func isDay(_ text: String) -> Bool { MomentReader.first(in: text)?.date != nil }
}
