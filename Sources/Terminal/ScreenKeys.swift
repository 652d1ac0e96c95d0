internal import CNcurses
package import Grid

extension Screen {
  /// Takes all keys that wait, without waiting for more.
  ///
  /// Esc is told from the start of a longer sequence after 25 ms (or `ESCDELAY`). A paste comes
  /// as one key; unknown sequences are dropped whole, so that their rest is never taken for
  /// typing. Several resizes come as one.
  ///
  /// - Returns: the keys in the order they were pressed.
  package func keys() -> [Key] {
    var keys = pending
    pending = []
    var resized = hw_follow_size() || isResized
    isResized = false
    // A key that ncurses would not have yet; read ahead behind an Esc.
    var next = nextInput()
    while let input = next {
      next = nil
      if pasted != nil {
        if let text = continuePaste(input) { keys.append(.paste(text)) }
      } else {
        switch input {
        case .function(let code) where code == KEY_RESIZE: resized = true
        case .function(let code) where code == Int32(HW_PASTE_BEGIN):
          pasted = String.UnicodeScalarView()
        case .function(let code) where code == KEY_MOUSE:
          keys += Self.mouseKeys()
        case .function(let code) where code == Int32(HW_SYNC_KNOWN) || code == Int32(HW_SYNC_ON):
          // The answer counts only where it was asked for.
          if isAskingForSync { hw_use_sync() }
        case .function(let code):
          if let key = Self.key(code: code) { keys.append(key) }
        case .scalar("\u{1b}"):
          next = readAfterEscape(&keys)
          continue
        case .scalar(let scalar): append(scalar, to: &keys)
        }
      }
      next = nextInput() ?? (pasted != nil && hw_input_waits(100) ? nextInput() : nil)
    }
    if let rest = pasted {
      // The end of the paste never came; what there is must not be lost.
      pasted = nil
      keys.append(.paste(String(rest)))
    }
    if resized {
      keys.removeAll { if case .resize = $0 { true } else { false } }
      keys.append(.resize(width: width, height: height))
      shown = nil
    }
    return keys
  }

  /// Takes every event that ncurses keeps behind one key; it gives the latest first.
  private static func mouseKeys() -> [Key] {
    var keys: [Key] = []
    var (row, column): (Int32, Int32) = (0, 0)
    while true {
      switch hw_mouse_event(&row, &column) {
      case 0: keys.append(.click(row: Int(row), column: Int(column)))
      case 1: keys.append(.wheel(up: true))
      case 2: keys.append(.wheel(up: false))
      case -1: continue
      default: return keys.reversed()
      }
    }
  }

  private enum Input {
    case scalar(Unicode.Scalar)
    case function(Int32)
  }

  private func nextInput() -> Input? {
    guard let keySource else { return nil }
    var value: UInt32 = 0
    switch hw_key(keySource, &value) {
    case 0: return .scalar(Unicode.Scalar(value) ?? "\u{fffd}")
    case 1: return .function(Int32(bitPattern: value))
    default: return nil
    }
  }

  /// Tells Esc from Alt with a key and from sequences nobody knows.
  private func readAfterEscape(_ keys: inout [Key]) -> Input? {
    guard let input = nextInput() else {
      keys.append(.escape)
      return nil
    }
    // Alt-Backspace takes a word away in every shell; as Esc it would leave the form.
    if case .scalar("\u{7f}") = input {
      keys.append(.control("w"))
      return nextInput()
    }
    guard case .scalar(let scalar) = input, scalar.value >= 0x20 else {
      keys.append(.escape)
      return input
    }
    guard scalar == "[" || scalar == "O", let first = nextInput() else {
      keys.append(.alt(Character(scalar)))
      return nextInput()
    }
    var part: Input? = first
    while let input = part, case .scalar(let scalar) = input {
      part = nextInput()
      if (0x40...0x7E).contains(scalar.value) { break }
    }
    return part
  }

  /// Adds a piece of a paste; the whole of it at its end.
  private func continuePaste(_ input: Input) -> String? {
    switch input {
    case .function(let code) where code == Int32(HW_PASTE_END):
      defer { pasted = nil }
      return pasted.map { String($0) }
    case .scalar("\r"): pasted?.append("\n")
    case .scalar("\n") where pasted?.last == "\n": break
    case .scalar(let scalar): pasted?.append(scalar)
    case .function: break
    }
    return nil
  }

  private func append(_ scalar: Unicode.Scalar, to keys: inout [Key]) {
    switch scalar.value {
    case 0: keys.append(.control(" "))
    case 8, 127: keys.append(.backspace)
    case 9: keys.append(.tab)
    case 13: keys.append(.enter)
    case 1...26: keys.append(.control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60))))
    case 28...31: keys.append(.control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40))))
    case 0x80..<0xA0: break
    default:
      // A mark joins the letter before it, as it would on paper.
      if case .character(let before)? = keys.last, scalar.value >= 0x300 {
        let joined = String(before) + String(Character(scalar))
        if joined.count == 1 {
          keys[keys.count - 1] = .character(Character(joined))
          return
        }
      }
      keys.append(.character(Character(scalar)))
    }
  }

  private static func key(code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_HOME: .home
    case KEY_END: .end
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_IC: .insert
    case KEY_DC: .delete
    case KEY_BACKSPACE: .backspace
    case KEY_BTAB: .backTab
    case KEY_ENTER: .enter
    case Int32(HW_WORD_LEFT): .controlLeft
    case Int32(HW_WORD_RIGHT): .controlRight
    case Int32(HW_FIRST): .controlHome
    case Int32(HW_LAST): .controlEnd
    case KEY_F0 + 1...KEY_F0 + 63: .function(Int(code - KEY_F0))
    default: nil
    }
  }
}
