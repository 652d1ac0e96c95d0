import Grid
import Workflow

/// A question before something is recorded that ends what others do, or is never taken back; the focus is on going back.
struct ConfirmPane {
  let confirm: ConfirmScreen
  let keys: Keymap
  let layout: Layout

  func draw(on frame: inout Frame) {
    let width = min(64, layout.body.width - 4)
    let about = [confirm.subject] + confirm.meanings
    let subject = about.flatMap { wrapped(displaySafe($0), to: width - 4) }
    let when = wrapped("It happened \(confirm.submission.at.spoken)", to: width - 4)
    let warning =
      confirm.isFinal
      ? wrapped("Once recorded it can be corrected, not taken back.", to: width - 4) : []
    let gap = layout.body.height >= 12 ? 1 : 0
    // Whatever is said, the buttons are seen.
    let said = (subject + when + warning).prefix(max(0, layout.body.height - gap - 3))
    let rect = layout.body.centred(height: said.count + gap + 3, width: width)
    frame.fill(rect, role: .dialog)
    frame.box(rect, title: confirm.question, role: .dialog, titleRole: .danger)
    var row = rect.row + 1
    for line in said {
      frame.show(line, row: row, column: rect.column + 2, role: .dialog, maxWidth: width - 4)
      row += 1
    }
    row += gap
    let cancel = "[ Go back ]"
    frame.show(cancel, row: row, column: rect.column + 2, role: .buttonFocused)
    frame.show(
      "  \(keys.name("confirm"))  Yes, record it", row: row, column: rect.column + 2 + cancel.count,
      role: .button,
      maxWidth: width - 4 - cancel.count)
    frame.focus(row: row, column: rect.column + 2)
  }
}
