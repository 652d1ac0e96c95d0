import Grid
import Workflow

/// The rows in which a form says what would be left undone by ending the record.
struct UndoneRows {
  /// A row as it is drawn.
  struct Row {
    let text: String
    let role: StyleRole
  }

  /// The rows, from the first down.
  private(set) var rows: [Row] = []

  /// Finds the rows: what moves is read whole, from when to when; other lines are wrapped where all of them fit.
  ///
  /// - Parameters:
  ///   - form: the form.
  ///   - width: the columns of a row.
  ///   - most: the most rows that there may be, two at the least.
  ///   - spare: the rows that the questions leave.
  ///   - key: the key that lists all.
  init(_ form: FormScreen, width: Int, most: Int, spare: Int, key: String) {
    let wrappings = form.undone.map { line -> [String] in
      let line = displaySafe(line)
      if DisplayWidth.of(line) <= width { return [line] }
      return wrapped(line, to: max(10, width - 2)).enumerated().map {
        $0.offset == 0 ? $0.element : "  " + $0.element
      }
    }
    let least = form.undone.indices.map {
      form.undone[$0].hasPrefix(FormScreen.moves) ? wrappings[$0].count : 1
    }
    let moving = least.reduce(0) { $0 + $1 - 1 }
    let room = max(2, min(form.undoneInSight + 1 + moving, most), spare)
    let isCut = least.reduce(0, +) > room
    var further = isCut ? 0 : room - least.reduce(0, +)
    for (index, line) in form.undone.enumerated() {
      let left = room - rows.count - (isCut ? 1 : 0)
      if left <= 0 {
        rows.append(Row(text: UndoneRows.hidden(form.undone[index...], key), role: .muted))
        return
      }
      let wanted = min(wrappings[index].count, least[index] + further)
      further -= wanted - least[index]
      let count = min(wanted, left)
      var part = Array(wrappings[index].prefix(count))
      // A line that has one row is cut where the row ends, not where a word does.
      if count < wrappings[index].count {
        part = count == 1 ? [displaySafe(line)] : part
        part[count - 1] = clipped(part[count - 1], to: width)
      }
      let role: StyleRole = line.hasPrefix("!") ? .warning : .information
      rows += part.map { Row(text: $0, role: role) }
    }
  }

  /// `… 28 more steps, 9 given up: F6 lists all`.
  private static func hidden(_ lines: ArraySlice<String>, _ key: String) -> String {
    let steps = lines.count { line in ["✗", "→", "✓", "–"].contains(line.prefix(1)) }
    let given = lines.count { $0.hasPrefix("✗") }
    let count =
      steps == 0 ? "\(lines.count) more" : "\(steps) more step\(steps == 1 ? "" : "s")"
    return "… \(count)\(given > 0 ? ", \(given) given up" : ""): \(key) lists all"
  }
}
