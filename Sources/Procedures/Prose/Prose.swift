/// A text of lines, each with an indent, that wraps to any width.
package struct Prose: Sendable, Hashable {
  /// One line before it is wrapped.
  package struct Line: Sendable, Hashable {
    /// By how many spaces it is indented; what is wrapped goes on four further in.
    package let indent: Int
    /// The words.
    package let text: String
  }

  /// A heading with what stands below it.
  package struct Section: Sendable, Hashable {
    /// The heading.
    package let heading: String
    /// The lines below it; blank lines part what they are about.
    package internal(set) var lines: [Line]
  }

  /// The sections in reading order.
  package private(set) var sections: [Section] = []

  /// Makes an empty text.
  package init() {}

  mutating func begin(_ heading: String) {
    sections.append(Section(heading: heading, lines: []))
  }

  mutating func add(_ text: String, indent: Int = 2) {
    guard !sections.isEmpty else { return }
    sections[sections.count - 1].lines.append(Line(indent: indent, text: text))
  }

  mutating func addBlank() {
    guard let last = sections.last?.lines.last, !last.text.isEmpty else { return }
    add("", indent: 0)
  }

  /// The whole text, wrapped.
  ///
  /// - Parameter width: the most columns that a line may take; a longer word still stands whole.
  /// - Returns: the text with a line break at its end.
  package func text(width: Int) -> String {
    var rows: [String] = []
    for section in sections {
      if !rows.isEmpty { rows.append("") }
      rows += Prose.rows(of: Line(indent: 0, text: section.heading), width: width)
      for line in section.lines { rows += Prose.rows(of: line, width: width) }
      while rows.last?.isEmpty == true { rows.removeLast() }
    }
    return rows.joined(separator: "\n") + "\n"
  }

  private static func rows(of line: Line, width: Int) -> [String] {
    var rows: [String] = []
    var row = String(repeating: " ", count: line.indent)
    var isEmpty = true
    for word in line.text.split(separator: " ") {
      if !isEmpty, row.count + 1 + word.count > width {
        rows.append(row)
        row = String(repeating: " ", count: line.indent + 4)
        isEmpty = true
      }
      row += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return rows + [isEmpty ? "" : row]
  }
}
