import Grid
import Workflow

// Marked rows, rows looked at, and what stands between a key and the wrong row.

extension Desk {
  /// The most rows that can be marked at once.
  static let mostMarked = 500

  /// Marks the selected row or takes its mark away, and goes on to the next.
  mutating func toggleMark() -> [Effect] {
    guard let row = trays.selectedRow else { return [] }
    if trays.isMarked(row) {
      trays.marks.removeAll { $0.kind == row.kind }
    } else if trays.marks.count < Desk.mostMarked {
      trays.marks.append(row)
    } else {
      say("No more than \(Desk.mostMarked) rows can be marked", .warning)
      return []
    }
    return moveRow(by: 1)
  }

  /// Marks rows that were read for it, unless something else is shown meanwhile.
  mutating func mark(_ rows: [TrayRow], of total: Int, in query: TrayQuery) {
    guard query == trays.query else { return }
    trays.marks = rows
    let more = total > rows.count ? ", the first of \(total)" : ""
    say((rows.count == 1 ? "1 row marked" : "\(rows.count) rows marked") + more, .information)
  }

  /// Takes the marks away, or else the filter.
  mutating func clearMarks() -> [Effect] {
    if !trays.marks.isEmpty {
      trays.marks = []
      say("No row is marked", .information)
      return []
    }
    return show(filter: TrayFilter(""))
  }

  /// Notes that the person has looked at rows; those that were seen before cost nothing.
  mutating func look(at rows: [TrayRow]) -> [Effect] {
    see(rows.filter(\.isUnseen), true)
  }

  /// Notes rows as seen or as new again, on the screen at once.
  private mutating func see(_ rows: [TrayRow], _ isSeen: Bool) -> [Effect] {
    let ids = rows.map(\.kind.id)
    guard !ids.isEmpty else { return [] }
    trays.window?.see(Set(ids), isSeen)
    trays.counts = trays.counts.map { count in
      let here = rows.filter { ($0.tray ?? trays.tray) == count.tray }
      guard !here.isEmpty else { return count }
      let change = isSeen ? -here.count : here.count
      var changed = count
      changed.unseen = min(count.open, max(0, count.unseen + change))
      return changed
    }
    return [.markSeen(ids, isSeen)]
  }

  /// Turns marked rows, or else the selected one, from new to seen; where all are seen, back to new.
  mutating func toggleSeen() -> [Effect] {
    let marked = trays.marks.isEmpty ? [trays.selectedRow].compactMap { $0 } : trays.marks
    let unseen = marked.filter(\.isUnseen)
    let (rows, isSeen) = unseen.isEmpty ? (marked, false) : (unseen, true)
    trays.marks = []
    let effects = see(rows, isSeen)
    let names = rows.count == 1 ? rows[0].name : "\(rows.count) rows"
    say("\(names): \(isSeen ? "seen" : "new again")" + forThisSitting, .information)
    return effects
  }

  /// Follows what is kept and dropped, so that rows with a draft are marked at once.
  mutating func noteDrafts(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .keepDraft(let key, _): trays.drafts.add(key)
      case .dropDraft(let key): trays.drafts.remove(key)
      default: break
      }
    }
  }

  /// What stands between a key and an act on a tray's row: an act for many where rows are marked, and a
  /// word where others have moved the selection.
  ///
  /// - Returns: what is to be done instead, or nothing where the command may run.
  mutating func beforeRecording(_ command: DeskCommand) -> [Effect]? {
    guard stack.isEmpty, RecordCommands.acting.contains(command.id) else { return nil }
    if !trays.marks.isEmpty {
      switch command.id {
      case "acknowledge": return openBulk(.acknowledge)
      case "move": return openBulk(.move(to: nil))
      case "done": return openBulk(.done)
      default:
        let many =
          trays.marks.count == 1 ? "A row is marked" : "\(trays.marks.count) rows are marked"
        refuseForm(
          "\(many), and this is done for one at a time; \(keymap.name("clear")) takes the marks away"
        )
        return []
      }
    }
    if trays.isStray, let row = trays.selectedRow {
      trays.isStray = false
      refuseForm(
        "The row you were on is gone. This is \(row.name): press the key again if that is who you mean"
      )
      return []
    }
    return nil
  }
}
