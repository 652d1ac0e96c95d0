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
}
