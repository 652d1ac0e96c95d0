package import Workflow

/// A police list of several missing children, a row each, taken apart into a report a child.
///
/// Each report says what the list says of the child under plain labels, and ends with the child's own row as it
/// came and the name under which the list itself is kept, once: no child's report carries another child's row.
package struct DailyList: Sendable, Equatable {
  /// What the list says of each child, in the list's order, with the child's own row.
  private let children: [String]
  /// The list as it came.
  private let text: String

  /// The most rows that are taken for children; whoever sends more has sent something else.
  static let most = 200
  /// What a report of one child of a list begins with.
  static let head = "DAILY LIST OF MISSING CHILDREN, CHILD "
  /// What stands before the child's own row.
  static let rowMark = "THE ROW AS IT CAME"
  /// What stands before the name under which the list is kept.
  static let link = "THE LIST: "
  /// What stood before the list as it came, in the reports of desks that kept it with each child.
  static let mark = "THE WHOLE LIST AS IT CAME"

  /// Reads a list, or nothing where the text is none.
  ///
  /// - Parameter text: a file's or an e-mail's text: rows with commas, semicolons, tabs or bars between
  ///   their cells, the first of them naming the columns, whatever else stands before and after.
  package init?(text: String) {
    guard !text.hasPrefix(DailyList.head), let table = ListTable(text: text) else { return nil }
    let count = table.rows.count
    guard count > 0, count <= DailyList.most else { return nil }
    let before = table.lines[..<table.heading.line].map(SourceText.cleaned)
      .filter { !SourceText.trimmed($0).isEmpty }
    let common = before.isEmpty ? [] : ["", "NOTES", "Said of all: "] + before
    children = table.rows.enumerated().map { place, row in
      let said =
        ["\(DailyList.head)\(place + 1) OF \(count)", ""] + table.heading.labelled(row.fields)
        + common
      return said.joined(separator: "\n") + "\n"
    }
    rows = table.rows.indices.map { table.asItCame($0).joined(separator: "\n") }
    self.text = text
  }

  /// Each child's row as it came, below the row that names the columns.
  private let rows: [String]

  /// How many children it names.
  package var count: Int { children.count }

  /// A report for each child, in the list's order, as ``ReportReader`` reads them.
  ///
  /// - Parameter reference: the name under which the list is kept.
  /// - Returns: the reports.
  package func reports(keptAs reference: String) -> [String] {
    zip(children, rows).map { child, row in
      "\(child)\n\(DailyList.rowMark)\n\n\(row)\n\n\(DailyList.link)\(reference)\n"
    }
  }

  /// The same reports as desks kept them that had no list by itself: the whole list went with each child.
  package var formerReports: [String] {
    children.map { "\($0)\n\(DailyList.mark)\n\n\(text)" }
  }

  /// What stands before a remark on a row.
  static let check = "CHECK: "

  /// The remarks on a row that a report of one child of a list carries.
  static func remarks(in child: String) -> [String] {
    SourceText.lines(child).filter { $0.hasPrefix(check) }.map { String($0.dropFirst(check.count)) }
  }

  /// The list to which a report of one child belongs, where the report has it with it.
  ///
  /// - Parameter text: the report as it was kept.
  /// - Returns: the list as it came; nothing where the list is kept by itself, or the text is no such report.
  package static func whole(of text: String) -> String? {
    guard text.hasPrefix(head), reference(in: text) == nil,
      let end = text.firstRange(of: "\n\(mark)\n\n")
    else { return nil }
    return String(text[end.upperBound...])
  }

  /// The name under which the list is kept to which a report of one child belongs.
  ///
  /// - Parameter text: the report as it was kept.
  /// - Returns: nothing where the report has the list with it, or the text is no such report.
  package static func reference(in text: String) -> String? {
    guard text.hasPrefix(head), let last = text.split(whereSeparator: \.isNewline).last,
      last.hasPrefix(link)
    else { return nil }
    return String(last.dropFirst(link.count))
  }

  /// What people read of a report of one child: what the list says of that child, its row as it came, and how
  /// many others it had; never their rows.
  ///
  /// - Parameters:
  ///   - text: the report as it was kept.
  ///   - received: when the list came in; without that only what is said of the child is given, and at once.
  /// - Returns: the text; nothing where it is no such report.
  package static func shown(_ text: String, received: Instant?) -> String? {
    guard let child = child(of: text), let received else { return nil }
    guard let (place, count) = place(of: text), count > 0 else { return child }
    var row: String?
    if reference(in: text) != nil {
      let start = text.firstRange(of: "\n\(rowMark)\n\n")?.upperBound
      let end = text.ranges(of: "\n\n\(link)").last?.lowerBound
      if let start, let end, start <= end { row = String(text[start..<end]) }
    } else if let list = whole(of: text), let table = ListTable(text: list),
      table.rows.indices.contains(place - 1)
    {
      row = table.asItCame(place - 1).joined(separator: "\n")
    }
    guard let row else { return child }
    let others = count - 1
    return child
      + [
        "", rowMark, "", row, "",
        "The list of \(count) children came in \(received.spoken). "
          + (others == 1
            ? "The other row is another child's and is not shown here."
            : "The other \(others) rows are other children's and are not shown here."),
      ].joined(separator: "\n") + "\n"
  }

  /// A list as people read it: of an e-mail what was written.
  package static func readable(_ list: String) -> String {
    MailMessage(text: list, isWhole: true)?.readable ?? list
  }

  /// Which row of its list a report of one child stands for, counted from 1, and of how many.
  private static func place(of text: String) -> (Int, Int)? {
    let line = text.dropFirst(head.count).prefix { !$0.isNewline }
    let numbers = line.split(separator: " ").compactMap { Int($0) }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }

  /// What a report of one child of a list says of that child, or nothing where the text is none.
  static func child(of text: String) -> String? {
    let mark = reference(in: text) == nil ? mark : rowMark
    guard text.hasPrefix(head), let end = text.firstRange(of: "\n\(mark)\n") else { return nil }
    return String(text[..<end.lowerBound]) + "\n"
  }
}

/// A list's rows where they stand in its text.
private struct ListTable {
  /// The lines of the text as people read it.
  let lines: [String]
  let heading: Heading
  /// The rows of children.
  let rows: [CSV.Row]
  /// The lines on which all rows begin, those of no child among them.
  private let starts: [Int]

  /// Finds the rows; nothing where the text has no row that names the columns.
  init?(text: String) {
    lines = SourceText.lines(DailyList.readable(text))
    guard let heading = Heading.first(in: lines) else { return nil }
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
private struct Heading {
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
  static func first(in lines: [String]) -> Heading? {
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
        return Heading(line: number, separator: separator, columns: columns)
      }
    }
    return nil
  }

  /// Whether a row is one of the list's: as many cells as it needs, and a name.
  func isRow(_ fields: [String]) -> Bool {
    guard fields.count >= columns.count / 2, fields.count > 2 else { return false }
    let cells = aligned(fields) ?? fields
    return [Column.name, .family].contains { !(cell($0, cells) ?? "").isEmpty }
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
      case .address where isHome(cells): lines += ["Home address: \(value)"]
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
