import Grid
import Workflow

/// A line that is typed above a tray: a filter, which works while it is typed, or the name of one.
package struct FilterScreen: Sendable {
  /// What is typed.
  package var text: String
  /// The filter as it was, to go back to; nothing where the line is the name of the filter in force.
  package let before: TrayFilter?
  /// Whether the cursor stands on the selected row: from the key that moved it on until a letter is typed.
  var isOnRow = false

  /// What stands before the line.
  var sign: String { before == nil ? "save filter as:" : "filter:" }
}

/// The filters that there are, the common ones first.
package struct FiltersScreen: Sendable {
  /// The selected one.
  package var selected = 0

  /// Shows the first.
  package init() {}

  /// All of them.
  func list(_ saved: [SavedFilter]) -> [SavedFilter] { SavedFilter.common + saved }
}

extension Desk {
  /// Begins to type a filter.
  mutating func openFilter() -> [Effect] {
    let before = trays.query.filter
    // What is typed now is another word, not the end of the last one.
    let text = before.isEmpty || before.text.hasSuffix(" ") ? before.text : before.text + " "
    stack.append(.filter(FilterScreen(text: text, before: before)))
    return []
  }

  /// Types into the line; a filter works at once.
  mutating func typeIntoFilter(_ key: Key) -> [Effect] {
    if case .child = stack.last {
      return changeChild {
        if $0.narrowing.text.take(key) { $0.narrowing.isOnRow = false }
      }
    }
    guard case .filter(var screen) = stack.last else { return [] }
    guard screen.text.take(key) else { return [] }
    screen.isOnRow = false
    stack[stack.count - 1] = .filter(screen)
    return screen.before == nil ? [] : show(filter: TrayFilter(screen.text))
  }

  /// Types the filter with which the tray was left.
  mutating func bringBackFilter() -> [Effect] {
    guard case .filter(var screen) = stack.last, screen.before != nil,
      let left = trays.leftFilters[trays.tray]
    else { return [] }
    screen.text = left
    screen.isOnRow = false
    stack[stack.count - 1] = .filter(screen)
    return show(filter: TrayFilter(left))
  }

  /// Keeps the filter as it is typed, or saves it under the name.
  mutating func endFilter() -> [Effect] {
    if case .child = stack.last { return endNarrowing(isKept: true) }
    guard case .filter(let screen) = stack.last else { return [] }
    if screen.before != nil {
      if sayUnknown(in: trays.query.filter) { return [] }
      stack.removeLast()
      return []
    }
    let name = screen.text.trimmed
    guard !name.isEmpty else {
      say("A filter needs a name", .error)
      return []
    }
    stack.removeLast()
    let filter = SavedFilter(name: name, text: trays.query.filter.text)
    trays.filters.removeAll { $0.name == name }
    trays.filters = (trays.filters + [filter]).sorted { $0.name < $1.name }
    say("Saved as \(name); \(keymap.name("filters")) lists the filters", .success)
    return [.keepSetting(filter.setting, filter.text)]
  }

  /// Goes back to the filter as it was.
  mutating func cancelFilter() -> [Effect] {
    if case .child = stack.last { return endNarrowing(isKept: false) }
    guard case .filter(let screen) = stack.popLast(), let before = screen.before else { return [] }
    return show(filter: before)
  }

  /// Takes the selected filter.
  mutating func take(_ screen: FiltersScreen) -> [Effect] {
    let list = screen.list(trays.filters)
    guard list.indices.contains(screen.selected) else { return [] }
    stack.removeLast()
    let filter = TrayFilter(list[screen.selected].text)
    // One that was saved with a word of another version filters less than it was meant to.
    sayUnknown(in: filter)
    return show(filter: filter)
  }

  /// Says which word of a filter is none, and which there are.
  @discardableResult
  private mutating func sayUnknown(in filter: TrayFilter) -> Bool {
    guard let word = filter.unknown.first else { return false }
    let names = TrayFilter.State.allCases.map { "is:\($0.rawValue)" }.joined(separator: ", ")
    say("is:\(word) is no filter. There are: \(names)", .error)
    return true
  }

  /// Names the filter in force.
  mutating func nameFilter() -> [Effect] {
    stack.removeLast()
    stack.append(.filter(FilterScreen(text: "", before: nil)))
    return []
  }

  /// Forgets the selected filter, where it is the person's own.
  mutating func forgetFilter() -> [Effect] {
    guard case .filters(var screen) = stack.last else { return [] }
    let own = screen.selected - SavedFilter.common.count
    guard trays.filters.indices.contains(own) else {
      say("That one is everybody's", .warning)
      return []
    }
    let filter = trays.filters.remove(at: own)
    screen.selected = min(screen.selected, screen.list(trays.filters).count - 1)
    stack[stack.count - 1] = .filters(screen)
    say("\(filter.name) is no longer kept. It was: \(filter.text)", .information)
    return [.keepSetting(filter.setting, nil)]
  }
}
