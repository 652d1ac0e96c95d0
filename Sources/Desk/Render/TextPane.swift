import Grid
import Workflow

/// A text to read, a line a row.
struct TextPane {
  let title: String
  let lines: [Span]
  let scroll: Int
  let layout: Layout

  func draw(on frame: inout Frame) {
    let rect = layout.body
    frame.box(rect, title: title, role: .frameLineFocused)
    let inner = rect.inset(rows: 1, columns: 2)
    let rows = TextPane.rows(of: lines, width: inner.width)
    let top = min(scroll, TextPane.lastScroll(of: lines, layout: layout))
    for line in 0..<inner.height where top + line < rows.count {
      let span = rows[top + line]
      frame.show(
        span.text, row: inner.row + line, column: inner.column, role: span.role,
        maxWidth: inner.width)
    }
    if rows.count > inner.height {
      let last = min(top + inner.height, rows.count)
      let text = " lines \(top + 1) to \(last) of \(rows.count) "
      frame.show(
        text, row: rect.row + rect.height - 1, column: rect.width - text.count - 2, role: .muted)
    }
    // The cursor stands on what is read: a line's first letter, or the title above a blank line.
    let first = rows.indices.contains(top) ? rows[top].text : ""
    if first.allSatisfy({ $0 == " " }) {
      frame.focus(row: rect.row, column: rect.column + 2)
    } else {
      frame.focus(row: inner.row, column: inner.column + first.prefix { $0 == " " }.count)
    }
  }

  /// How far a text can be scrolled: until its last line is at the foot.
  static func lastScroll(of lines: [Span], layout: Layout) -> Int {
    let inner = layout.body.inset(rows: 1, columns: 2)
    return max(0, rows(of: lines, width: inner.width).count - inner.height)
  }

  /// The text as rows; what is wrapped goes on under its own beginning.
  private static func rows(of lines: [Span], width: Int) -> [Span] {
    lines.flatMap { span in
      let text = fittingLayout(displaySafe(span.text), to: width)
      let indent = String(text.prefix { $0 == " " }.prefix(8))
      return wrapped(String(text.dropFirst(indent.count)), to: width - indent.count)
        .map { Span(indent + $0, span.role) }
    }
  }
}

/// Makes a line of a report fit that is laid out in columns.
///
/// A ruled line is cut, and of leading dots and wide gaps between columns as much is left out as is too
/// much. Words are never cut.
///
/// - Parameters:
///   - text: the line.
///   - width: the columns that there are.
/// - Returns: the line; where it has neither rule nor gap, as it was.
func fittingLayout(_ text: String, to width: Int) -> String {
  var over = DisplayWidth.of(text) - width
  guard over > 0 else { return text }
  let behind = text.drop { $0 == " " || $0.isNumber }
  if let first = behind.first, !first.isLetter, behind.count >= 8,
    behind.allSatisfy({ $0 == first })
  {
    return String(text.dropLast(over))
  }
  // The last gap first: what stands before it keeps its column.
  var letters = Array(text)
  // Of dots that lead to a value three say as much.
  for place in letters.indices.dropFirst(4).reversed() where over > 0 {
    if letters[place - 3...place].allSatisfy({ $0 == "." }) {
      letters.remove(at: place)
      over -= 1
    }
  }
  var place = letters.count - 1
  while place > 0, over > 0 {
    var start = place
    while start > 0, letters[start] == " ", letters[start - 1] == " " { start -= 1 }
    let spare = min(over, place - start - 1)
    let isBehindText = letters[..<start].contains { $0 != " " && !$0.isNumber }
    if letters[place] == " ", spare > 0, isBehindText {
      letters.removeSubrange(start..<start + spare)
      over -= spare
    }
    place = start - 1
  }
  return String(letters)
}

extension Explanation {
  /// The explanation as lines of a pane.
  var paneLines: [Span] {
    sections.flatMap { section in
      [Span(section.heading, .heading)] + section.lines.map { Span("  " + $0) } + [Span("")]
    }
  }
}
