import Grid

/// Rows under headings, for a terminal or, as TSV, for another program.
struct Table {
  let headings: [String]
  var rows: [[String]] = []
  /// What people read in place of a code, by column; another program gets the code.
  var names: [Int: [String: String]] = [:]

  /// As aligned columns; every text passes `displaySafe`.
  var aligned: String {
    let named = rows.map { row in
      row.enumerated().map { column, text in names[column]?[text] ?? text }
    }
    let safe = ([headings] + named).map { $0.map { displaySafe($0) } }
    let widths = headings.indices.map { column in
      safe.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    return safe.map { row in
      var line = ""
      for (column, text) in row.enumerated() {
        let isLast = column == row.count - 1
        line += isLast ? text : fitted(text, to: widths[column]) + "  "
      }
      return line
    }.joined(separator: "\n") + "\n"
  }

  /// As tab-separated values with a heading line.
  var tsv: String {
    ([headings] + rows).map { $0.map { displaySafe($0) }.joined(separator: "\t") }
      .joined(separator: "\n") + "\n"
  }
}
