extension CSV {
  /// For whom a file is written.
  package enum Audience: Sendable {
    /// Programs: every value exactly as it is.
    case program
    /// A spreadsheet: a value that it would run as a formula gets an apostrophe before it.
    case spreadsheet
  }

  /// Writes rows, each ended by CR LF.
  ///
  /// - Parameters:
  ///   - rows: the rows, the header first.
  ///   - audience: whether values are guarded against being run as formulas.
  /// - Returns: the text of the file.
  package static func write(_ rows: [[String]], for audience: Audience = .program) -> String {
    var text = ""
    for row in rows {
      // A row of one empty field would otherwise read back as an empty line, that is as no row.
      if row.count == 1, row[0].isEmpty {
        text += "\"\"\r\n"
        continue
      }
      text += row.map { field($0, for: audience) }.joined(separator: ",")
      text += "\r\n"
    }
    return text
  }

  /// One field as it stands in a file: guarded where asked, quoted where needed.
  private static func field(_ value: String, for audience: Audience) -> String {
    var scalars = Array(value.unicodeScalars)
    if audience == .spreadsheet, let first = scalars.first, formulaStarts.contains(first) {
      scalars.insert("'", at: 0)
    }
    let edges = [scalars.first, scalars.last]
    guard scalars.contains(where: { quotedScalars.contains($0) }) || edges.contains(" ") else {
      return String(String.UnicodeScalarView(scalars))
    }
    var quoted = String.UnicodeScalarView()
    quoted.append("\"")
    for scalar in scalars {
      if scalar == "\"" { quoted.append("\"") }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]
  private static let quotedScalars: Set<Unicode.Scalar> = [",", "\"", "\n", "\r", "\u{FEFF}"]
}
