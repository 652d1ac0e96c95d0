import Grid

// One line that is typed outside a form: a search, a filter, a command's name, a reason.

extension String {
  /// Types a key at the end of the line.
  ///
  /// - Parameter key: a letter, a paste, Backspace, Ctrl-U for all of it, Ctrl-W for the last word.
  /// - Returns: whether the key is one that types.
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let letter): append(letter)
    case .paste(let text):
      self += text.split(whereSeparator: \.isNewline).joined(separator: " ")
    case .backspace: _ = popLast()
    case .control("u"): self = ""
    case .control("w"):
      while last == " " { removeLast() }
      while let letter = last, letter != " " { removeLast() }
    default: return false
    }
    return true
  }
}
