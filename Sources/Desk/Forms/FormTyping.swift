import Grid
import Workflow

extension FormScreen {
  /// What came of a key.
  enum Typing {
    case typed
    /// Enter on the last line.
    case send
    /// A letter with which no code begins.
    case noChoice
    /// A question mark where words are none of the codes: what can be chosen is asked for.
    case whatThere
    /// Nothing to undo or to redo.
    case nothing(String)
    /// No key that types.
    case notTyping
  }

  /// Moves to another line.
  mutating func moveFocus(down: Bool) {
    moveFocus(to: focus + (down ? 1 : -1))
  }

  /// Moves to a line by its place, and looks at what was typed in the one before.
  mutating func moveFocus(to place: Int) {
    guard entries.indices.contains(focus) else { return }
    let before = entries[focus].text.text
    entries[focus].settle()
    if entries[focus].text.text != before { isDirty = true }
    entries[focus].complainOfStray(now: moment)
    let next = min(max(0, place), entries.count - 1)
    if next == focus { return }
    focus = next
    isOnlyPassed = true
    isZoomed = false
    look()
  }

  /// Moves by as many lines as are seen at once, whatever rows each takes.
  mutating func moveByPage(down: Bool, shape: FormShape) {
    let seen = max(3, shape.height - shape.hintRows - shape.headRows - 1)
    var (place, rows) = (focus, 0)
    while entries.indices.contains(place + (down ? 1 : -1)) {
      place += down ? 1 : -1
      let entry = entries[place]
      rows += (entry.isParagraph ? shape.paragraphRows : 1) + (entry.heading == nil ? 0 : 1)
      if rows > seen { break }
    }
    moveFocus(to: place)
  }

  /// The keys besides characters that type or move in some line of a form, wherever they are pressed: no
  /// command of a form can have them.
  static let textKeys: Set<Key> = [
    .enter, .backspace, .delete, .left, .right, .home, .end,
  ]

  /// Types a key into the focused line.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - shape: how wide and high lines are, for what moves by rows.
  /// - Returns: what came of it.
  mutating func type(_ key: Key, shape: FormShape) -> Typing {
    guard entries.indices.contains(focus) else { return .notTyping }
    if key == .enter, !entries[focus].isParagraph {
      // A file that is named is all that a report needs: its text is pasted only in its place.
      let isFile = purpose == .intake && !entries[focus].isEmpty
      if focus == entries.count - 1 || isFile {
        entries[focus].settle()
        return .send
      }
      moveFocus(down: true)
      return .typed
    }
    let before = entries[focus]
    let answer: Typing
    if !entries[focus].codes.isEmpty {
      answer = choose(key)
    } else if !entries[focus].manyCodes.isEmpty {
      answer = chooseMany(key)
    } else {
      // The time with which a form opens gives way to the one that is typed.
      if case .character = key, entries[focus].isTime, before.text.text == "now",
        initial[entries[focus].field.name] == "now"
      {
        entries[focus].text.replace(with: "")
      }
      answer = typeText(key, shape: shape)
    }
    if case .notTyping = answer {} else { isOnlyPassed = false }
    follow(changeFrom: before)
    return answer
  }

  /// Chooses a code; says whether the key means one.
  private mutating func choose(_ key: Key) -> Typing {
    switch key {
    // No choice has one in it. Who writes a sentence here must not have the rest of it tick choices.
    case .character("?"): return entries[focus].isStray ? .noChoice : .whatThere
    case .character(" ") where entries[focus].isStray:
      entries[focus].typeStray(" ")
      return .noChoice
    case .character(" ") where entries[focus].takeSpace(): break
    // Behind letters Space takes what they chose, as where several may be chosen.
    case .character(" ") where !entries[focus].spelt.isEmpty: entries[focus].spelt = ""
    case .right where !entries[focus].spelt.isEmpty: entries[focus].spelt = ""
    case .character(" "), .right: entries[focus].cycle(forward: true)
    case .left: entries[focus].cycle(forward: false)
    case .character(let letter):
      return entries[focus].choose(startingWith: letter) ? .typed : .noChoice
    case .paste(let text): return entries[focus].choose(pasted: text) ? .typed : .noChoice
    case .backspace: entries[focus].unspell()
    case .delete: emptyChoice()
    case .home, .end: break
    default: return .notTyping
    }
    return .typed
  }

  /// Chooses several codes.
  private mutating func chooseMany(_ key: Key) -> Typing {
    let isBehindComma = entries[focus].run == ","
    entries[focus].run = ""
    switch key {
    case .character("?"): return entries[focus].fitting.isEmpty ? .noChoice : .whatThere
    case .character(" ") where isBehindComma: break
    case .character(" "):
      if let code = entries[focus].offered {
        entries[focus].toggle(code)
      } else if !entries[focus].spelt.isEmpty {
        return entries[focus].narrow(by: " ") ? .typed : .noChoice
      }
    case .character(",") where !entries[focus].spelt.isEmpty:
      entries[focus].settle()
      // The space behind a comma is no choice.
      entries[focus].run = ","
    // Behind letters it takes what they chose, as in every line with choices.
    case .right where !entries[focus].spelt.isEmpty:
      guard let code = entries[focus].offered else { return .noChoice }
      entries[focus].toggle(code)
    case .right: entries[focus].moveCandidate(forward: true)
    case .left: entries[focus].moveCandidate(forward: false)
    case .character(let letter): return entries[focus].narrow(by: letter) ? .typed : .noChoice
    case .paste(let text): return entries[focus].choose(pasted: text) ? .typed : .noChoice
    case .backspace where !entries[focus].spelt.isEmpty: entries[focus].spelt.removeLast()
    case .backspace, .delete:
      if let last = entries[focus].chosen.last { entries[focus].toggle(last) }
    case .home, .end: break
    default: return .notTyping
    }
    return .typed
  }

  /// Types text, or moves in it.
  private mutating func typeText(_ key: Key, shape: FormShape) -> Typing {
    makeWay(for: key)
    let isBehindWords = entries[focus].isBehindWords
    entries[focus].isBehindWords = false
    switch key {
    case .enter: entries[focus].text.insert("\n")
    case .character(" ") where entries[focus].takeWords(isLeaving: false):
      entries[focus].isBehindWords = true
    case .character(let letter) where isBehindWords && (letter.isLetter || letter.isNumber):
      // The Space that took the words was theirs; the next word stands apart from them.
      entries[focus].text.insert(" ")
      entries[focus].text.insert(String(letter))
    case .character(let letter):
      // "now" stands there until a time is typed instead.
      if entries[focus].isStillNow { entries[focus].text.replace(with: "") }
      entries[focus].text.insert(String(letter))
    case .paste(let text):
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      entries[focus].text.insert(
        entries[focus].isParagraph
          ? lines.joined(separator: "\n")
          : lines.filter { !$0.isEmpty }.joined(separator: " "))
    case .backspace: entries[focus].text.backspace()
    case .delete: entries[focus].text.delete()
    case .left: entries[focus].text.move(by: -1)
    case .right:
      if entries[focus].text.isAtEnd, let name = entries[focus].suggested {
        entries[focus].text.replace(with: name)
        entries[focus].isBehindWords = entries[focus].isOfWords
      } else {
        entries[focus].text.move(by: 1)
      }
    case .home, .end, .up, .down, .pageUp, .pageDown: return moveByRows(key, shape: shape)
    default: return .notTyping
    }
    return .typed
  }

  /// Moves by the rows that are shown; off the first or last row the key goes on to the next line of
  /// the form.
  private mutating func moveByRows(_ key: Key, shape: FormShape) -> Typing {
    let entry = entries[focus]
    let isByRow = key != .home && key != .end
    guard entry.isParagraph || !isByRow else { return .notTyping }
    let lines = EditorLines(
      entry.text, width: shape.textWidth(isZoomed: isZoomed))
    let row = lines.rows[lines.cursorRow]
    switch key {
    case .home: entries[focus].text.place(row.start)
    case .end: entries[focus].text.place(lines.index(row: lines.cursorRow, column: .max))
    default:
      let page = max(1, shape.textRows(isZoomed: isZoomed) - 1)
      let distance = key == .up ? -1 : key == .down ? 1 : key == .pageUp ? -page : page
      let isAtEdge = distance < 0 ? lines.cursorRow == 0 : lines.cursorRow == lines.rows.count - 1
      if isAtEdge {
        return isZoomed ? .typed : .notTyping
      }
      let target = min(max(0, lines.cursorRow + distance), lines.rows.count - 1)
      entries[focus].text.place(lines.index(row: target, column: lines.cursorColumn))
    }
    return .typed
  }
}
