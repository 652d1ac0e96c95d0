/// Text that is being typed, with the place of the cursor and everything that can be undone.
package struct TextField: Sendable, Hashable {
  /// The characters.
  package private(set) var characters: [Character]
  /// The place of the cursor, 0 before the first character.
  package private(set) var cursor: Int
  private var done: [Edit] = []
  private var undone: [Edit] = []
  /// Whether the next letter belongs to the edit before: a word is undone whole.
  private var isRunning = false

  /// One change: what stood there before, and what stands there since.
  private struct Edit: Sendable, Hashable {
    var at: Int
    var removed: [Character]
    var inserted: [Character]
    var cursor: Int
  }

  /// Makes a field with text in it, the cursor at its end.
  package init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  /// The text.
  package var text: String { String(characters) }

  /// Replaces the whole text, with nothing to undo; the cursor goes to its end.
  package mutating func replace(with text: String) { self = TextField(text) }

  /// Replaces the whole text as one change that can be undone; the cursor goes to its end.
  package mutating func replaceAll(with text: String) {
    change(0..<characters.count, to: Array(text), joinsLast: false)
    place(characters.count)
  }

  /// Types text at the cursor; a combining mark joins the letter before it.
  package mutating func insert(_ text: String) {
    let isLetter = text.count == 1
    let endsWord = isLetter && text.first?.isWhitespace == true
    change(cursor..<cursor, to: Array(text), joinsLast: isLetter && isRunning)
    isRunning = isLetter && !endsWord
  }

  /// Puts the cursor somewhere; it stays within the text.
  package mutating func place(_ index: Int) {
    cursor = min(max(0, index), characters.count)
    isRunning = false
  }

  /// Takes away characters.
  package mutating func remove(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<characters.count)
    guard !range.isEmpty else { return }
    change(range, to: [], joinsLast: false)
    isRunning = false
  }

  /// Takes the last change back.
  ///
  /// - Returns: whether there was one.
  package mutating func undo() -> Bool {
    guard let edit = done.popLast() else { return false }
    characters.replaceSubrange(edit.at..<edit.at + edit.inserted.count, with: edit.removed)
    cursor = edit.cursor
    undone.append(edit)
    isRunning = false
    return true
  }

  /// Does again what was undone last.
  ///
  /// - Returns: whether there was anything.
  package mutating func redo() -> Bool {
    guard let edit = undone.popLast() else { return false }
    characters.replaceSubrange(edit.at..<edit.at + edit.removed.count, with: edit.inserted)
    cursor = edit.at + edit.inserted.count
    done.append(edit)
    isRunning = false
    return true
  }

  /// The field with other characters in the same places, such as with names hidden; the cursor stays.
  func masked(_ change: (String) -> String) -> TextField {
    var field = self
    let shown = Array(change(text))
    if shown.count == characters.count { field.characters = shown }
    return field
  }

  private static func isFlag(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x1F1E6...0x1F1FF).contains($0.value) } ?? false
  }

  private mutating func change(_ range: Range<Int>, to new: [Character], joinsLast: Bool) {
    // What meets at the seams may become one letter: a mark, a flag, the halves of a family.
    var start = max(0, range.lowerBound - 1)
    var end = min(characters.count, range.upperBound + 1)
    // In a row of flags the halves pair anew from the first one on.
    while start > 0, TextField.isFlag(characters[start]) { start -= 1 }
    while end < characters.count, TextField.isFlag(characters[end - 1]) { end += 1 }
    let before = Array(characters[start..<range.lowerBound])
    let after = Array(characters[range.upperBound..<end])
    let head = Array(String(before + new))
    let whole = Array(String(before + new + after))
    let isPlain = whole == before + new + after
    let at = isPlain ? range.lowerBound : start
    let removed = Array(characters[at..<(isPlain ? range.upperBound : end)])
    let inserted = isPlain ? new : whole
    var edit = Edit(at: at, removed: removed, inserted: inserted, cursor: cursor)
    characters.replaceSubrange(at..<at + removed.count, with: inserted)
    cursor = isPlain ? at + new.count : start + min(head.count, whole.count)
    undone.removeAll()
    if joinsLast, isPlain, let last = done.last, last.at + last.inserted.count == at,
      removed.isEmpty
    {
      edit = last
      edit.inserted += inserted
      done[done.count - 1] = edit
      return
    }
    done.append(edit)
    if done.count > 500 { done.removeFirst(100) }
  }
}

/// Words and lines, by the keys of every shell.
extension TextField {
  /// Takes away the character before the cursor.
  package mutating func backspace() { remove(cursor - 1..<cursor) }

  /// Takes away the character at the cursor.
  package mutating func delete() { remove(cursor..<cursor + 1) }

  /// Takes away the word before the cursor.
  package mutating func deleteWord() { remove(wordStart..<cursor) }

  /// Takes away the rest of the word at the cursor.
  package mutating func deleteWordAhead() { remove(cursor..<wordEnd) }

  /// Takes away everything before the cursor in its line.
  package mutating func deleteToStart() { remove(lineStart..<cursor) }

  /// Takes away everything after the cursor in its line, or the end of the line itself.
  package mutating func deleteToEnd() {
    remove(cursor..<(lineEnd == cursor ? cursor + 1 : lineEnd))
  }

  /// Whether the cursor stands behind the last letter.
  var isAtEnd: Bool { cursor == characters.count }

  /// Moves the cursor by characters.
  package mutating func move(by distance: Int) { place(cursor + distance) }

  /// Moves the cursor to the start of the word before it.
  package mutating func moveWordLeft() { place(wordStart) }

  /// Moves the cursor past the word after it.
  package mutating func moveWordRight() { place(wordEnd) }

  /// Moves the cursor to the start of its line.
  package mutating func moveToLineStart() { place(lineStart) }

  /// Moves the cursor to the end of its line.
  package mutating func moveToLineEnd() { place(lineEnd) }

  private var wordStart: Int {
    var index = cursor
    while index > 0, characters[index - 1].isWhitespace { index -= 1 }
    while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
    return index
  }

  private var wordEnd: Int {
    var index = cursor
    while index < characters.count, characters[index].isWhitespace { index += 1 }
    while index < characters.count, !characters[index].isWhitespace { index += 1 }
    return index
  }

  private var lineStart: Int {
    var index = cursor
    while index > 0, !characters[index - 1].isNewline { index -= 1 }
    return index
  }

  private var lineEnd: Int {
    var index = cursor
    while index < characters.count, !characters[index].isNewline { index += 1 }
    return index
  }
}
