import Workflow

// Texts and lists as they are said in plain mode.

extension Spoken {
  /// A text to read, which is said whole.
  init(heading: String, text: [String]) {
    let lines = text.map(\.trimmed).filter { !$0.isEmpty }
    self.init(
      heading: heading, more: lines, focus: "That is all. Esc goes back", stable: "end \(heading)")
  }

  /// A list of which one line has the keys.
  init(heading: String, list: [String]?, selected: Int, empty: String) {
    guard let list else {
      self.init(heading: heading, focus: "", stable: "")
      return
    }
    guard list.indices.contains(selected) else {
      self.init(heading: heading, focus: empty, stable: "empty")
      return
    }
    let focus = "\(list[selected]). \(selected + 1) of \(list.count)"
    self.init(heading: heading, focus: focus, stable: focus)
  }

  /// All that can be chosen in a line of a form; what is ticked says so.
  init(_ screen: ChoicesScreen) {
    let several =
      screen.takesSeveral
      ? "Space ticks each that is meant, Enter takes them" : "Enter takes one, Space ticks"
    self.init(
      heading:
        "Choices, \(screen.label). Letters narrow, \(several), Esc leaves the line as it was",
      list: screen.spokenRows, selected: screen.selected,
      empty: "No choice is called “\(screen.text)”")
  }
}

extension ChoicesScreen {
  /// Each row that fits, and whether it is ticked.
  var spokenRows: [String] {
    fitting.map { $0.words + (ticked.contains($0.code) ? ", ticked" : "") }
  }
}
