import Grid
import Workflow

/// The foot of the screen: what just happened, and what can be done.
struct Foot {
  let desk: Desk
  let layout: Layout

  func draw(on frame: inout Frame) {
    if let wait = desk.waitSentence, let busy = desk.busy {
      draw(Desk.Toast(text: "\(wait) · \(busy.seconds) s", role: .information), on: &frame)
    } else if let toast = desk.toast {
      draw(toast, on: &frame)
    } else if let reason = desk.reasonInPalette {
      draw(Desk.Toast(text: reason, role: .information), on: &frame)
    } else if let reason = desk.reasonInHelp {
      frame.show(
        reason, row: layout.toastRow, column: 1, role: .information,
        maxWidth: max(1, frame.width - 2))
    }
    drawCommands(on: &frame)
  }

  /// A long sentence takes the rows above it: what is refused must be readable whole.
  private func draw(_ toast: Desk.Toast, on frame: inout Frame) {
    let lines = wrapped(displaySafe(toast.text), to: max(1, frame.width - 2))
    let first = max(1, layout.toastRow - lines.count + 1)
    for (index, line) in lines.enumerated() where first + index <= layout.toastRow {
      frame.fill(
        Rect(row: first + index, column: 0, height: 1, width: frame.width), role: toast.role)
      frame.show(line, row: first + index, column: 1, role: toast.role)
    }
  }

  /// What can be asked for whatever is selected: it stands at the right, where no other row moves it.
  private static let standing: Set<String> = ["why", "filter", "find", "quit", "step-back"]

  /// The commands of here in the order of the table, as many as fit: what the selected row asks for at the left,
  /// what stands at the right, help last.
  private func drawCommands(on frame: inout Frame) {
    var commands = CommandTable.commands(in: desk.context).filter {
      $0.isInFooter && !key(of: $0).isEmpty && $0.suits(desk) && $0.disabled(desk) == nil
    }
    var end = frame.width - 1
    if let index = commands.firstIndex(where: { $0.label == "help" }) {
      let help = commands.remove(at: index)
      end -= width(of: help)
      _ = draw(help, at: end, on: &frame)
      end -= 2
    }
    var room = end - 1
    let shown = commands.filter { command in
      guard width(of: command) <= room else { return false }
      room -= width(of: command) + 2
      return true
    }
    var column = 1
    for command in shown where !Foot.standing.contains(command.id) {
      column += draw(command, at: column, on: &frame) + 2
    }
    for command in shown.reversed() where Foot.standing.contains(command.id) {
      end -= width(of: command)
      _ = draw(command, at: end, on: &frame)
      end -= 2
    }
  }

  private func width(of command: DeskCommand) -> Int {
    DisplayWidth.of(key(of: command)) + 1 + DisplayWidth.of(label(of: command))
  }

  private func draw(_ command: DeskCommand, at column: Int, on frame: inout Frame) -> Int {
    let row = layout.footerRow
    frame.touchable(
      Rect(row: row, column: column, height: 1, width: width(of: command)), .command(command.id))
    let used = frame.show(key(of: command), row: row, column: column, role: .keyHint)
    return used + 1
      + frame.show(label(of: command), row: row, column: column + used + 1, role: .keyLabel)
  }

  private func label(of command: DeskCommand) -> String { command.labelHere(desk) ?? command.label }

  /// The key that the footer shows.
  private func key(of command: DeskCommand) -> String {
    desk.keymap.sequences(of: command).first?.shown ?? ""
  }
}
