internal import Workflow

/// A borough's register of children, from a CSV file.
package struct RegisterFile: Sendable, Equatable {
  /// The rows that could be read, in the file's order.
  package let rows: [RegisterRow]
  /// What is wrong in the file and did not stop the reading.
  package let findings: [Finding]

  /// A place in the file that someone should look at.
  package struct Finding: Sendable, Equatable {
    /// The line, counted from 1.
    package let line: Int
    /// The column's name, where one is meant.
    package let column: String?
    /// The value as it stands, where one is meant.
    package let value: String?
    /// What is wrong, and what was done with it.
    package let sentence: String
  }

  /// Why a file cannot be read as a register.
  package enum Fault: Error, Equatable {
    case csv(CSV.Fault)
    case noHeader
    case missingColumns([String])

    /// What is wrong, where, and the way forward.
    package var sentence: String {
      switch self {
      case .csv(let fault): fault.sentence
      case .noHeader: "The file is empty. Its first line must name the columns."
      case .missingColumns(let names):
        "Line 1: the column\(names.count == 1 ? "" : "s") \(names.joined(separator: ", ")) "
          + "\(names.count == 1 ? "is" : "are") missing. Add \(names.count == 1 ? "it" : "them") "
          + "to the first line, even if empty in every row."
      }
    }
  }

  /// The columns that a file may have; header names are compared without case.
  package static let columns = [
    "id", "family_name", "given_names", "aliases", "born", "sex", "address", "postcode", "status",
    "allocated_worker", "team", "placement_kind", "placement", "responsible_authority",
    "host_authority", "markers", "restricted",
  ]

  /// The columns that a file must have.
  package static let requiredColumns = ["id", "family_name", "given_names", "born"]

  /// Reads a register.
  ///
  /// - Parameter text: the file's text.
  /// - Throws: ``Fault`` where it is no CSV, or a column without which no child is known is missing.
  package init(text: String) throws(Fault) {
    let table: CSV.Table
    do throws(CSV.Fault) { table = try CSV.parse(text) } catch { throw .csv(error) }
    guard let header = table.rows.first else { throw .noHeader }
    var findings = table.findings.map {
      Finding(line: $0.line, column: nil, value: nil, sentence: $0.sentence)
    }
    let places = try RegisterFile.places(header: header, findings: &findings)
    var rows: [RegisterRow] = []
    var seen: [String: Int] = [:]
    for row in table.rows.dropFirst() {
      let record = Record(row: row, places: places)
      guard let read = record.child(findings: &findings) else { continue }
      if let first = seen[read.id] {
        findings.append(
          Finding(
            line: row.line, column: "id", value: read.id,
            sentence: "Line \(row.line): the id \(read.id) stands on line \(first) already; "
              + "this row was left out."))
        continue
      }
      seen[read.id] = row.line
      rows.append(read)
    }
    self.rows = rows
    self.findings = findings.sorted { $0.line < $1.line }
  }

  /// Where each column stands.
  private static func places(
    header: CSV.Row, findings: inout [Finding]
  ) throws(Fault) -> [String: Int] {
    var places: [String: Int] = [:]
    for (index, field) in header.fields.enumerated() {
      let name = Folding.words(field).joined(separator: "_")
      if !columns.contains(name) {
        findings.append(
          Finding(
            line: header.line, column: field, value: nil,
            sentence: "Line \(header.line): the column \"\(field)\" is not known and was not read."
          ))
      } else if places[name] == nil {
        places[name] = index
      } else {
        findings.append(
          Finding(
            line: header.line, column: field, value: nil,
            sentence: "Line \(header.line): the column \(name) stands twice; the first was read."))
      }
    }
    let missing = requiredColumns.filter { places[$0] == nil }
    if !missing.isEmpty { throw .missingColumns(missing) }
    return places
  }

  private struct Record {
    let row: CSV.Row
    let places: [String: Int]

    func value(_ column: String) -> String {
      guard let place = places[column], place < row.fields.count else { return "" }
      return SourceText.trimmed(row.fields[place])
    }

    func list(_ column: String) -> [String] {
      value(column).split(separator: ";").map { SourceText.trimmed(String($0)) }
        .filter { !$0.isEmpty }
    }

    func child(findings: inout [Finding]) -> RegisterRow? {
      for column in ["id", "family_name"] where value(column).isEmpty {
        findings.append(
          Finding(
            line: row.line, column: column, value: "",
            sentence: "Line \(row.line): \(column) is empty; the row was left out."))
        return nil
      }
      return RegisterRow(
        id: value("id"), familyName: value("family_name"), givenNames: value("given_names"),
        aliases: list("aliases"), born: born(findings: &findings), sex: value("sex"),
        address: value("address"), postcode: value("postcode"), status: value("status"),
        allocatedWorker: value("allocated_worker"), team: value("team"),
        placementKind: value("placement_kind"), placement: value("placement"),
        responsibleAuthority: value("responsible_authority"),
        hostAuthority: value("host_authority"), markers: list("markers"),
        restricted: ["yes", "y", "true", "1"].contains(value("restricted").lowercased()),
        line: row.line)
    }

    private func born(findings: inout [Finding]) -> CivilDate? {
      let text = value("born")
      if text.isEmpty { return nil }
      if let date = CivilDate(iso: text) { return date }
      if let reading = MomentReader.first(in: text), let date = reading.date,
        reading.seenAs == text
      {
        return date
      }
      findings.append(
        Finding(
          line: row.line, column: "born", value: text,
          sentence: "Line \(row.line), column born: \"\(text)\" is not a date. "
            + "Write it as 2011-03-14; the child was read without a date of birth."))
      return nil
    }
  }
}
