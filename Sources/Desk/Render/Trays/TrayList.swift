import Grid
import Workflow

/// The trays below one another, where there is room beside the rows: each with its count, and under it
/// what of it is overdue, due today and new.
struct TrayList {
  let trays: TraysScreen
  let rect: Rect
  /// Which keys ask for what.
  let keys: Keymap

  func draw(on frame: inout Frame) {
    frame.box(rect, title: "Trays", role: .frameLine)
    let switchable = trays.switchable
    let rows = rect.height - 2
    // A second line for each tray that has more to say, where all of them fit so.
    let hasWords = switchable.reduce(0) { $0 + (words(of: $1).isEmpty ? 1 : 2) } <= rows
    let shown = switchable.firstIndex(of: trays.tray) ?? 0
    let first = hasWords ? 0 : firstRow(selected: shown, count: switchable.count, rows: rows)
    var row = rect.row + 1
    for (index, tray) in switchable.enumerated().dropFirst(first) {
      guard row < rect.row + rect.height - 1 else { break }
      drawName(
        of: tray, key: TrayBar.key(index, of: trays, keys), hasWords: hasWords, row: row, on: &frame
      )
      row += 1
      let words = words(of: tray)
      guard hasWords, !words.isEmpty else { continue }
      var column = rect.column + 4
      for (place, word) in words.enumerated() {
        if place > 0 { column += frame.show(" · ", row: row, column: column, role: .muted) }
        column += frame.show(
          word.0, row: row, column: column, role: word.1,
          maxWidth: max(0, rect.column + rect.width - 1 - column))
      }
      row += 1
    }
    let below = switchable.count - first - rows
    if !hasWords, below > 0 {
      frame.show(
        " \(below) more: \(keys.name("next-tray")) ", row: rect.row + rect.height - 1,
        column: rect.column + 2, role: .muted)
    }
  }

  private func drawName(
    of tray: Tray, key: String, hasWords: Bool, row: Int, on frame: inout Frame
  ) {
    let isShown = tray == trays.tray && !trays.query.isOfAll
    let role: StyleRole = isShown ? .selectedUnfocused : .text
    let inner = rect.width - 2
    frame.touchable(
      Rect(row: row, column: rect.column + 1, height: 1, width: inner),
      .command("tray-\(tray.rawValue)"))
    frame.fill(
      Rect(row: row, column: rect.column + 1, height: 1, width: inner), role: role)
    let count = trays.count(of: tray)
    let late = hasWords ? 0 : count?.overdue ?? 0
    let end = rect.column + rect.width - 1
    let numbers = count.map { "\($0.open)" } ?? ""
    let width = max(numbers.count, 4) + (late > 0 ? 5 : 0)
    frame.show(
      clipped(
        "\(isShown ? "▸" : " ")\(key) \(displaySafe(trays.title(of: tray)))", to: inner - width - 1),
      row: row, column: rect.column + 1, role: role)
    let numberEnd = end - 1 - (late > 0 ? 5 : 0)
    frame.show(
      numbers, row: row, column: numberEnd - numbers.count,
      role: count?.open == 0 && !isShown ? .muted : role)
    if late > 0 {
      frame.show(fitted("\(late)!", to: 5, .right), row: row, column: end - 6, role: .overdue)
    }
  }

  private func words(of tray: Tray) -> [(String, StyleRole)] {
    guard let count = trays.count(of: tray) else { return [] }
    var words: [(String, StyleRole)] = []
    if count.reports > 0 { words.append(("\(count.reports) to triage", .today)) }
    if count.overdue > 0 { words.append(("\(count.overdue) late!", .overdue)) }
    if count.today > 0 { words.append(("\(count.today) today", .today)) }
    if count.unseen > 0 { words.append(("\(count.unseenWords) new", .badge)) }
    return words
  }
}
