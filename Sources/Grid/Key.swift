/// A key press, or what else a terminal reports along with keys.
package enum Key: Hashable, Sendable {
  /// A printable character, composed.
  case character(Character)
  /// Enter or Return.
  case enter
  /// Esc.
  case escape
  /// Tab.
  case tab
  /// Shift-Tab.
  case backTab
  /// Backspace.
  case backspace
  /// Delete.
  case delete
  /// Insert.
  case insert
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Home.
  case home
  /// End.
  case end
  /// Home with Ctrl, where the terminal tells it from Home.
  case controlHome
  /// End with Ctrl, where the terminal tells it from End.
  case controlEnd
  /// Arrow left with Ctrl, where the terminal tells it from the arrow.
  case controlLeft
  /// Arrow right with Ctrl, where the terminal tells it from the arrow.
  case controlRight
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// A function key, from 1.
  case function(Int)
  /// A letter or sign with Ctrl, in lower case.
  case control(Character)
  /// A character with Alt.
  case alt(Character)
  /// Everything pasted at once; goes into a field, never to commands.
  case paste(String)
  /// The terminal's new size, in cells.
  case resize(width: Int, height: Int)

  /// The mouse's first button pressed at a cell, counted from 0 at the top left.
  case click(row: Int, column: Int)
  /// The mouse's wheel, a notch.
  case wheel(up: Bool)

  /// The name people read and scripts write: `a`, `Space`, `Enter`, `Ctrl-S`, `Alt-x`, `F5`.
  package var name: String {
    switch self {
    case .character(" "): return "Space"
    case .character(let character): return String(character)
    case .control(" "): return "Ctrl-Space"
    case .control(let character): return "Ctrl-" + character.uppercased()
    case .alt(" "): return "Alt-Space"
    case .alt(let character): return "Alt-" + String(character)
    case .function(let number): return "F\(number)"
    case .paste(let text): return "Paste:" + text
    case .resize(let width, let height): return "Resize:\(width)x\(height)"
    case .click(let row, let column): return "Click:\(row),\(column)"
    default: return Self.names.first { $0.key == self }?.name ?? ""
    }
  }

  /// Finds a key by its ``name``; nil for anything else.
  ///
  /// Names of more than one letter are read in any case, single characters as they are.
  ///
  /// - Parameter name: such as `Ctrl-S`, `PgDn`, `F5`, `a`, `Paste:text`, `Resize:80x24`.
  package init?(name: String) {
    if name.count == 1, let character = name.first {
      self = .character(character)
      return
    }
    let lower = name.lowercased()
    if lower == "space" {
      self = .character(" ")
    } else if let key = Self.names.first(where: { $0.name.lowercased() == lower })?.key {
      self = key
    } else if lower.hasPrefix("ctrl-"), let letter = Self.modified(lower.dropFirst(5)) {
      self = .control(letter)
    } else if lower.hasPrefix("alt-"), let letter = Self.modified(name.dropFirst(4)) {
      self = .alt(letter)
    } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...63).contains(number) {
      self = .function(number)
    } else if lower.hasPrefix("paste:") {
      self = .paste(String(name.dropFirst(6)))
    } else if lower.hasPrefix("resize:") {
      let sides = lower.dropFirst(7).split(separator: "x").map { Int($0) }
      guard sides.count == 2, let width = sides[0], let height = sides[1] else { return nil }
      self = .resize(width: width, height: height)
    } else if lower.hasPrefix("click:") {
      let place = lower.dropFirst(6).split(separator: ",").map { Int($0) }
      guard place.count == 2, let row = place[0], let column = place[1] else { return nil }
      self = .click(row: row, column: column)
    } else {
      return nil
    }
  }

  private static func modified(_ text: Substring) -> Character? {
    if text.lowercased() == "space" { return " " }
    return text.count == 1 ? text.first : nil
  }

  private static let names: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("Shift-Tab", .backTab),
    ("Backspace", .backspace), ("Del", .delete), ("Ins", .insert), ("Up", .up),
    ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home), ("End", .end),
    ("Ctrl-Home", .controlHome), ("Ctrl-End", .controlEnd), ("Ctrl-Left", .controlLeft),
    ("Ctrl-Right", .controlRight),
    ("PgUp", .pageUp), ("PgDn", .pageDown), ("WheelUp", .wheel(up: true)),
    ("WheelDown", .wheel(up: false)),
  ]
}
