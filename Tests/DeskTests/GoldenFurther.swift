import Desk
import Grid
import Workflow

/// Lists over a form, and the trays as one list.
extension GoldenScreens {
  static func further(_ size: Desk.Size) throws -> [(String, Desk)] {
    let page = Sample.page(try Sample.returned())
    func list(_ kind: EventKind, _ field: String, _ keys: String) -> Desk {
      let form = FormScreen(event: kind, page: page, preset: Body(), command: "c")
      var world = World(
        Sample.desk(size.width, size.height, me: Sample.worker, showing: .form(form)))
      world.goTo(field)
      world.press(keys)
      return world.desk
    }
    return [
      ("choices-several", CommandCases.choices(size)),
      ("choices-narrowed", list(.rhiHeld, "reasons", "Ctrl-O f")),
      ("choices-one", list(.rhiOffered, "answer", "n Ctrl-O Down")),
      ("choices-words", list(.rhiOffered, "how", "Ctrl-O")),
      ("form-how", list(.rhiOffered, "how", "t e x")),
      ("waiting-page", try waiting(size, "Enter", for: 1_400)),
      ("waiting-record", try waiting(size, nil, for: 3_000)),
      ("all-trays", allTrays(size, "A")), ("all-trays-everything", allTrays(size, "A Esc")),
    ]
  }

  /// A child's page that a key asked for, or else a note on its way to the journal, for so many milliseconds.
  private static func waiting(_ size: Desk.Size, _ keys: String?, for past: Int) throws -> Desk {
    var desk = Sample.desk(size.width, size.height, me: Sample.worker)
    if let keys {
      _ = press(&desk, keys)
    } else {
      var form = FormScreen(
        event: .noteAdded, page: Sample.page(try Sample.returned()), preset: Body(), command: "c")
      form.isSending = true
      desk.stack = [.form(form)]
    }
    desk.busy = Busy(milliseconds: past)
    return desk
  }

  /// What is overdue in all trays: of one child twice the same step, and of another twice for two roles.
  private static func allTrays(_ size: Desk.Size, _ keys: String) -> Desk {
    var world = World(
      Sample.desk(size.width, size.height, me: Sample.worker), rows: Sample.allTrays)
    world.press(keys)
    return world.desk
  }
}
