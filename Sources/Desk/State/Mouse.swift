import Grid

// What the desk makes of the mouse: what a key would do, at the place that was clicked.

extension Desk {
  /// Takes a click: a row is selected, a row that is selected is opened, a word of the foot is its key.
  mutating func click(row: Int, column: Int) -> [Effect] {
    guard isMouseOn, awaited == nil, !isSending, Layout(size: size).fits,
      let touch = renderTouchable(self).touch(row: row, column: column)
    else { return [] }
    return act { desk in
      switch touch {
      case .command(let id):
        let command = CommandTable.commands(in: desk.context).first { $0.id == id }
        return command.map { desk.run($0) } ?? []
      case .row(let place): return desk.touch(row: place)
      case .line(let place): return desk.touch(line: place)
      }
    }
  }

  /// Takes a notch of the wheel: three rows, in a text three lines.
  mutating func turnWheel(up: Bool) -> [Effect] {
    // Whatever is not a clear yes ends a question; the wheel is no answer.
    guard isMouseOn, awaited == nil, !isSending, context != .confirm else { return [] }
    var effects: [Effect] = []
    for _ in 0..<(context == .form ? 1 : 3) where awaited == nil {
      effects += press(up ? .up : .down)
    }
    return effects
  }

  private mutating func touch(row place: Int) -> [Effect] {
    switch stack.last {
    case nil, .filter:
      if trays.selected == place, stack.isEmpty { return enter() }
      return moveRow(by: place - trays.selected)
    case .child(let screen):
      if !screen.isTimelineFocused, screen.selected == place { return enter() }
      return changeChild {
        $0.isTimelineFocused = false
        $0.selected = place
      }
    case .form(var form):
      form.moveFocus(to: place)
      stack[stack.count - 1] = .form(form)
      return []
    case .help(let help):
      return help.selected == place ? enter() : moveInList(by: place - help.selected)
    case .find(let find):
      return find.selected == place ? enter() : moveInList(by: place - find.selected)
    case .filters(let list):
      return list.selected == place ? enter() : moveInList(by: place - list.selected)
    case .drafts(var drafts):
      if drafts.selected == place { return enter() }
      drafts.selected = place
      stack[stack.count - 1] = .drafts(drafts)
      return []
    case .asides(var asides):
      if asides.selected == place { return enter() }
      asides.selected = place
      stack[stack.count - 1] = .asides(asides)
      return []
    case .people(let people):
      return people.selected == place ? enter() : moveInList(by: place - people.selected)
    case .choices(let screen):
      // A click on the selected one ticks it: what is ticked is taken by a key or by its word at the foot.
      if screen.selected == place { return tickChoice() }
      return moveInList(by: place - screen.selected)
    case .bulk(let bulk):
      return bulk.selected == place ? enter() : moveBulk(by: place - bulk.selected)
    case .themes(let screen):
      return screen.selected == place ? enter() : showTheme(by: place - screen.selected)
    case .confirm, .why, .text, .palette, .charts: return []
    }
  }

  private mutating func touch(line place: Int) -> [Effect] {
    guard case .child(let screen) = stack.last else { return [] }
    if screen.isTimelineFocused, screen.line == place { return enter() }
    return changeChild {
      $0.isTimelineFocused = true
      $0.line = place
    }
  }

  /// Does what Enter does here.
  private mutating func enter() -> [Effect] {
    let command = CommandTable.commands(in: context).first { $0.keys.contains(.enter) }
    return command.map { run($0) } ?? []
  }
}
