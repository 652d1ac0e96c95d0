/// Comma-separated values as RFC 4180 describes them.
package enum CSV {}

extension CSV {
  /// One row as it stands in the file.
  package struct Row: Sendable, Equatable {
    /// The line on which the row begins, counted from 1.
    package let line: Int
    /// Its fields in order, quotes resolved.
    package let fields: [String]
  }

  /// A place where the text strays from RFC 4180 and was kept all the same.
  package struct Finding: Sendable, Equatable {
    /// The line, counted from 1.
    package let line: Int
    /// The column in characters, counted from 1; nothing where the whole row is meant.
    package let column: Int?
    /// What is wrong, and what was done with it.
    package let sentence: String
  }

  /// What a file holds.
  package struct Table: Sendable, Equatable {
    /// All rows, the header among them; empty lines are left out.
    package let rows: [Row]
    /// What strays from the format and was kept.
    package let findings: [Finding]
  }

  /// Why a file cannot be read at all.
  package struct Fault: Error, Equatable {
    /// The line of the mistake, counted from 1.
    package let line: Int
    /// Its column in characters, counted from 1.
    package let column: Int
    /// What is wrong, where, and the way forward.
    package let sentence: String
  }

  /// Reads a whole text.
  ///
  /// Rows with more or fewer fields than the first are kept and reported.
  ///
  /// - Parameters:
  ///   - text: the text; a byte order mark before it is left out.
  ///   - separator: what stands between fields.
  /// - Returns: the rows in order, and what strays from the format.
  /// - Throws: ``Fault`` where a quote is never closed.
  package static func parse(
    _ text: String, separator: Unicode.Scalar = ","
  ) throws(Fault) -> Table {
    var parser = Parser(text: text, separator: separator)
    return try parser.parse()
  }

  private struct Parser {
    let scalars: [Unicode.Scalar]
    let separator: Unicode.Scalar
    var index = 0
    var line = 1
    var lineStart = 0
    var findings: [Finding] = []

    init(text: String, separator: Unicode.Scalar) {
      var scalars = Array(text.unicodeScalars)
      if scalars.first?.value == 0xFEFF { scalars.removeFirst() }
      self.scalars = scalars
      self.separator = separator
    }

    var column: Int { index - lineStart + 1 }

    mutating func parse() throws(Fault) -> Table {
      var rows: [Row] = []
      while index < scalars.count {
        let start = line
        let fields = try row()
        if fields.count == 1, fields[0].isEmpty { continue }
        rows.append(Row(line: start, fields: fields))
        if let first = rows.first, fields.count != first.fields.count {
          findings.append(
            Finding(
              line: start, column: nil,
              sentence: "Line \(start) has \(fields.count) fields, the first row has "
                + "\(first.fields.count); the row was kept as it stands."))
        }
      }
      return Table(rows: rows, findings: findings)
    }

    /// Reads to the end of a row and past its line end.
    private mutating func row() throws(Fault) -> [String] {
      var fields: [String] = []
      while true {
        fields.append(try field())
        guard index < scalars.count else { return fields }
        if scalars[index] == separator {
          index += 1
          continue
        }
        takeLineEnd()
        return fields
      }
    }

    private mutating func field() throws(Fault) -> String {
      if index < scalars.count, scalars[index] == "\"" { return try quoted() }
      var value = String.UnicodeScalarView()
      while index < scalars.count, !ends(scalars[index]) {
        if scalars[index] == "\"" {
          findings.append(
            Finding(
              line: line, column: column,
              sentence: "Line \(line), column \(column): a quote inside a field without quotes; "
                + "it was kept as it stands."))
        }
        value.append(scalars[index])
        index += 1
      }
      return String(value)
    }

    private mutating func quoted() throws(Fault) -> String {
      let opened = (line: line, column: column)
      var value = String.UnicodeScalarView()
      index += 1
      while index < scalars.count {
        let scalar = scalars[index]
        if scalar == "\"" {
          index += 1
          if index < scalars.count, scalars[index] == "\"" {
            value.append("\"")
            index += 1
            continue
          }
          appendStray(to: &value)
          return String(value)
        }
        if scalar == "\n" || scalar == "\r" {
          value.append(scalar)
          if scalar == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" {
            value.append("\n")
          }
          takeLineEnd()
        } else {
          value.append(scalar)
          index += 1
        }
      }
      throw Fault(
        line: opened.line, column: opened.column,
        sentence: "Line \(opened.line), column \(opened.column): a quote opens and is never "
          + "closed. Close it in the file and read it again.")
    }

    /// Keeps what stands between a closing quote and the next separator, and says so.
    private mutating func appendStray(to value: inout String.UnicodeScalarView) {
      guard index < scalars.count, !ends(scalars[index]) else { return }
      findings.append(
        Finding(
          line: line, column: column,
          sentence: "Line \(line), column \(column): text after a closing quote; "
            + "it was kept as it stands."))
      while index < scalars.count, !ends(scalars[index]) {
        value.append(scalars[index])
        index += 1
      }
    }

    private func ends(_ scalar: Unicode.Scalar) -> Bool {
      scalar == separator || scalar == "\n" || scalar == "\r"
    }

    private mutating func takeLineEnd() {
      if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" {
        index += 1
      }
      index += 1
      line += 1
      lineStart = index
    }
  }
}
