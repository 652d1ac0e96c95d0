import Desk
import Grid
import Workflow

/// Commands of the list of all that can be chosen in a line.
extension CommandCases {
  static let choosing: [CommandCase] = [
    CommandCase(
      id: "tick", start: { choices() },
      holds: { desk, effects in
        guard case .choices(let list)? = desk.stack.last else { return false }
        return list.ticked == ["bullying", list.items[list.selected].code] && effects.isEmpty
      }),
    CommandCase(
      id: "take-choices", start: { choices() },
      holds: { desk, effects in
        guard case .form(let form)? = desk.stack.last else { return false }
        return form.typed("reasons") == "bullying" && effects.isEmpty
      }),
  ]

  /// A desk with the list of why a child went in front, one of them ticked and the next one selected.
  static func choices(_ size: Desk.Size = Desk.Size(width: 80, height: 24)) -> Desk {
    guard let page = try? Sample.page(Sample.returned()) else { return Sample.desk() }
    let form = FormScreen(event: .rhiHeld, page: page, preset: Body(), command: "c")
    var world = World(
      Sample.desk(size.width, size.height, me: Sample.worker, showing: .form(form)))
    world.goTo("reasons")
    world.press("b u l Space Ctrl-O Down")
    return world.desk
  }
}
