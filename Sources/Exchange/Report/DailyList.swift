package import Workflow

/// A police list of several missing children, a row each, taken apart into a report a child.
///
/// Each report begins with what the list says of the child under plain labels and ends with the whole
/// list as it came, so that nothing of it is lost; what people read of it ends with the child's own row
/// (``shown(_:received:)``).
package struct DailyList: Sendable, Equatable {
  /// The reports, in the list's order, as ``ReportReader`` reads them.
  package let reports: [String]

  /// The most rows that are taken for children; whoever sends more has sent something else.
  static let most = 200
  /// What a report of one child of a list begins with.
  static let head = "DAILY LIST OF MISSING CHILDREN, CHILD "
  /// What stands before the list as it came.
  static let mark = "THE WHOLE LIST AS IT CAME"

  /// Reads a list, or nothing where the text is none.
  ///
  /// - Parameter text: a file's or an e-mail's text: rows with commas, semicolons, tabs or bars between
  ///   their cells, the first of them naming the columns, whatever else stands before and after.
  package init?(text: String) {
    guard !text.hasPrefix(DailyList.head) else { return nil }
    let whole = MailMessage(text: text, isWhole: true)?.readable ?? text
    let lines = SourceText.lines(whole)
    guard let heading = Heading.first(in: lines) else { return nil }
    let body = lines[heading.line...].joined(separator: "\n")
    guard let table = try? CSV.parse(body, separator: heading.separator) else { return nil }
    let rows = table.rows.dropFirst().filter { heading.isRow($0.fields) }
    guard !rows.isEmpty, rows.count <= DailyList.most else { return nil }
    let before = lines[..<heading.line].map(SourceText.cleaned)
      .filter { !SourceText.trimmed($0).isEmpty }
    let count = rows.count
    reports = rows.enumerated().map { place, row in
      var said = ["\(DailyList.head)\(place + 1) OF \(count)", ""]
      said += heading.labelled(row.fields)
      let common = before.isEmpty ? [] : ["", "NOTES", "Said of all: "] + before
      said += common + ["", DailyList.mark, ""]
      return said.joined(separator: "\n") + "\n" + text
    }
  }

  /// What stands before a remark on a row.
  static let check = "CHECK: "

  /// The remarks on a row that a report of one child of a list carries.
  static func remarks(in child: String) -> [String] {
    SourceText.lines(child).filter { $0.hasPrefix(check) }.map { String($0.dropFirst(check.count)) }
  }

  /// The list to which a report of one child belongs, as it came.
  ///
  /// - Parameter text: the report as it was kept.
  /// - Returns: the list; nothing where the text is no such report.
  package static func whole(of text: String) -> String? {
    guard text.hasPrefix(head), let end = text.firstRange(of: "\n\(mark)\n\n") else { return nil }
    return String(text[end.upperBound...])
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
    guard let list = whole(of: text), let place = place(of: text) else { return child }
    let lines = SourceText.lines(MailMessage(text: list, isWhole: true)?.readable ?? list)
    guard let heading = Heading.first(in: lines),
      let table = try? CSV.parse(
        lines[heading.line...].joined(separator: "\n"), separator: heading.separator)
    else { return child }
    let rows = table.rows.indices.dropFirst().filter { heading.isRow(table.rows[$0].fields) }
    guard rows.indices.contains(place - 1) else { return child }
    let row = rows[place - 1]
    let first = heading.line + table.rows[row].line - 1
    let next = table.rows.indices.contains(row + 1) ? table.rows[row + 1].line : nil
    let end = next.map { heading.line + $0 - 1 } ?? lines.count
    guard first < end, end <= lines.count else { return child }
    let own = lines[first..<end].prefix { !SourceText.trimmed($0).isEmpty }
    let others = rows.count - 1
    return child
      + (["", "THE ROW AS IT CAME", "", lines[heading.line]] + own + [
        "",
        "The list of \(rows.count) children came in \(received.spoken). "
          + (others == 1
            ? "The other row is another child's and is not shown here."
            : "The other \(others) rows are other children's and are not shown here."),
      ]).joined(separator: "\n") + "\n"
  }

  /// Which row of its list a report of one child stands for, counted from 1.
  private static func place(of text: String) -> Int? {
    Int(text.dropFirst(head.count).prefix { $0.isNumber })
  }

  /// What a report of one child of a list says of that child, or nothing where the text is none.
  static func child(of text: String) -> String? {
    guard text.hasPrefix(head), let end = text.firstRange(of: "\n\(mark)\n") else { return nil }
    return String(text[..<end.lowerBound]) + "\n"
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
