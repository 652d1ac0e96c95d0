/// Text that is being typed, with the place of the cursor.
package struct TextField: Sendable, Hashable {
  /// The characters.
  package private(set) var characters: [Character]
  /// The place of the cursor, 0 before the first character.
  package private(set) var cursor: Int

  /// Makes a field with text in it, the cursor at its end.
  package init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  /// The text.
  package var text: String { String(characters) }

  /// Replaces the text; the cursor goes to its end.
  package mutating func replace(with text: String) { self = TextField(text) }

  /// Types text at the cursor.
  package mutating func insert(_ text: String) {
    let new = Array(text)
    characters.insert(contentsOf: new, at: cursor)
    cursor += new.count
  }

  /// Takes away the character before the cursor.
  package mutating func backspace() {
    guard cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  /// Takes away the character at the cursor.
  package mutating func delete() {
    guard cursor < characters.count else { return }
    characters.remove(at: cursor)
  }

  /// Takes away the word before the cursor.
  package mutating func deleteWord() {
    while cursor > 0, characters[cursor - 1].isWhitespace { backspace() }
    while cursor > 0, !characters[cursor - 1].isWhitespace { backspace() }
  }

  /// Takes away everything before the cursor.
  package mutating func deleteToStart() {
    characters.removeFirst(cursor)
    cursor = 0
  }

  /// Moves the cursor by characters; it stays within the text.
  package mutating func move(by distance: Int) {
    cursor = min(max(0, cursor + distance), characters.count)
  }

  /// Moves the cursor to the start of its line.
  package mutating func moveToLineStart() {
    while cursor > 0, characters[cursor - 1] != "\n" { cursor -= 1 }
  }

  /// Moves the cursor to the end of its line.
  package mutating func moveToLineEnd() {
    while cursor < characters.count, characters[cursor] != "\n" { cursor += 1 }
  }

  /// Moves the cursor a line up or down, to the same column where there is one.
  ///
  /// - Parameter down: whether to move down.
  /// - Returns: whether there was such a line.
  package mutating func moveLine(down: Bool) -> Bool {
    let before = characters[..<cursor]
    let start = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let column = cursor - start
    if down {
      guard let end = characters[cursor...].firstIndex(of: "\n") else { return false }
      let next = end + 1
      let nextEnd = characters[next...].firstIndex(of: "\n") ?? characters.count
      cursor = min(next + column, nextEnd)
    } else {
      guard start > 0 else { return false }
      let previous = characters[..<(start - 1)].lastIndex(of: "\n").map { $0 + 1 } ?? 0
      cursor = min(previous + column, start - 1)
    }
    return true
  }
}
