import Grid
import Workflow

/// All that can be chosen in a line of a form, one thing a row: ticked there and taken at once.
package struct ChoicesScreen: Sendable {
  /// One thing that can be chosen.
  package struct Item: Sendable, Hashable {
    /// What the line says of it: a code, or the words themselves where the line takes words.
    package let code: String
    /// How people call it.
    package let words: String
  }

  /// The field of the line.
  let field: String
  /// What the line is called.
  package let label: String
  /// What there is, in the order of the form.
  package let items: [Item]
  /// Whether the line takes several.
  package let takesSeveral: Bool
  /// What is ticked, in the order of ticking: at first what the line says.
  package private(set) var ticked: [String]
  /// What was typed to narrow the list.
  package var text = ""
  /// The selected row, of those that fit.
  package var selected = 0
  /// What the line says.
  private let said: [String]
  /// Whether the only tick was taken away just now: then nothing is meant.
  private var isEmptied = false

  /// Makes the list of a line; nothing where the line offers nothing, or tells itself whom it offers.
  init?(of entry: FormEntry) {
    guard entry.choices.isEmpty else { return nil }
    let known = entry.codes + entry.manyCodes
    takesSeveral = !entry.manyCodes.isEmpty
    let chosen =
      takesSeveral
      ? entry.chosen.map { CodeWords.code(meant: $0, among: known) ?? $0 }
      : [entry.text.text.trimmed]
    // What was typed among the codes and is none stays until somebody takes its tick away.
    let strange = takesSeveral ? chosen.filter { !known.contains($0) } : []
    let items =
      strange.map { Item(code: $0, words: "“\($0)”, no such choice") }
      + known.map { Item(code: $0, words: CodeWords.choice($0)) }
      + (known.isEmpty ? entry.suggestions.map { Item(code: $0, words: $0) } : [])
    guard !items.isEmpty else { return nil }
    self.items = items
    field = entry.field.name
    label = entry.field.label
    let meant = chosen.compactMap { code in
      items.first { $0.code == code || $0.code.lowercased() == code.lowercased() }?.code
    }
    said = meant
    ticked = meant
    if takesSeveral { text = entry.spelt }
    selected = text.isEmpty ? items.firstIndex { meant.contains($0.code) } ?? 0 : 0
  }

  /// What fits what is typed: what begins with it first, then what has a word that does.
  package var fitting: [Item] {
    let wanted = text.trimmed
    if wanted.isEmpty { return items }
    return FormEntry.matches(wanted, in: items.map(\.code)).compactMap { code in
      items.first { $0.code == code }
    }
  }

  /// The selected one.
  private var item: Item? {
    let fitting = fitting
    return fitting.indices.contains(selected) ? fitting[selected] : nil
  }

  /// Goes to a row.
  mutating func move(to row: Int) {
    selected = row
    isEmptied = false
  }

  /// Narrows the list by a key.
  ///
  /// - Returns: whether the key is one that types.
  mutating func type(_ key: Key) -> Bool {
    guard text.take(key) else { return false }
    move(to: text.isEmpty ? items.firstIndex { ticked.contains($0.code) } ?? 0 : 0)
    return true
  }

  /// Ticks the selected row, or takes its tick away; the list is whole again.
  ///
  /// - Returns: whether there is a row.
  mutating func tick() -> Bool {
    guard let item else { return false }
    let isTicked = ticked.contains(item.code)
    let rest = takesSeveral ? ticked.filter { $0 != item.code } : []
    ticked = isTicked ? rest : rest + [item.code]
    text = ""
    selected = items.firstIndex(of: item) ?? 0
    isEmptied = isTicked && ticked.isEmpty
    return true
  }

  /// What the line is to say, or nothing where nobody can tell what is meant.
  ///
  /// Of several what is ticked, with what letters are on the way to; else the selected row, unless its tick was
  /// taken away.
  var taken: [String]? {
    if !text.trimmed.isEmpty, item == nil { return nil }
    if isEmptied { return [] }
    guard takesSeveral else { return item.map { [$0.code] } }
    let spelt = text.trimmed.isEmpty ? [] : [item?.code].compactMap { $0 }
    let all = ticked + spelt.filter { !ticked.contains($0) }
    // Rows that were only read are not chosen by Enter.
    return all.isEmpty && said.isEmpty ? nil : all
  }
}

/// Commands of the list of all that can be chosen in a line.
enum ChoicesCommands {
  static let all: [DeskCommand] = [
    DeskCommand(
      "tick", in: [.choices], keys: [.character(" ")], "tick",
      "Tick the choice, or take its tick away", footer: true
    ) { $0.tickChoice() },
    DeskCommand(
      "take-choices", in: [.choices], keys: [.enter], "take",
      "Take what is ticked into the line, or the selected choice where the line takes one",
      footer: true
    ) { $0.takeChoices() },
  ]
}

extension Desk {
  /// Opens the list of all that can be chosen in the line that has the keys.
  ///
  /// - Returns: whether the line offers anything.
  mutating func openChoices() -> Bool {
    guard case .form(let form) = stack.last, form.entries.indices.contains(form.focus),
      let choices = ChoicesScreen(of: form.entries[form.focus])
    else { return false }
    stack.append(.choices(choices))
    return true
  }

  /// Narrows the list by what is typed; the first that fits is selected.
  mutating func typeIntoChoices(_ key: Key) -> [Effect] {
    changeChoices { _ = $0.type(key) }
  }

  /// Ticks the selected choice, or takes its tick away.
  mutating func tickChoice() -> [Effect] {
    var isThere = false
    _ = changeChoices { isThere = $0.tick() }
    if !isThere { sayNoChoice() }
    return []
  }

  /// Takes what is meant into the line, which has the keys again.
  fileprivate mutating func takeChoices() -> [Effect] {
    guard case .choices(let screen) = stack.last else { return [] }
    guard let codes = screen.taken else {
      if screen.fitting.isEmpty {
        sayNoChoice()
      } else {
        let (tick, back) = (keymap.name("tick"), keymap.name("step-back"))
        say("Nothing is ticked: \(tick) ticks a choice, \(back) leaves the line empty", .warning)
      }
      return []
    }
    stack.removeLast()
    return changeForm { $0.take(codes, in: screen.field) }
  }

  private mutating func changeChoices(_ change: (inout ChoicesScreen) -> Void) -> [Effect] {
    guard case .choices(var screen) = stack.last else { return [] }
    change(&screen)
    stack[stack.count - 1] = .choices(screen)
    return []
  }

  private mutating func sayNoChoice() {
    guard case .choices(let screen) = stack.last else { return }
    say("No choice is called “\(screen.text)”; Ctrl-U shows all", .warning)
  }
}
