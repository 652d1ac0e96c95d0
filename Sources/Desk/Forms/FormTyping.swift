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
  }

  /// Moves to another line.
  mutating func moveFocus(down: Bool) {
    entries[focus].spelt = ""
    focus = min(max(0, focus + (down ? 1 : -1)), entries.count - 1)
  }

  /// Types a key into the focused line.
  mutating func type(_ key: Key) -> Typing {
    guard entries.indices.contains(focus) else { return .typed }
    if key == .enter, !entries[focus].isParagraph {
      if focus == entries.count - 1 { return .send }
      moveFocus(down: true)
      return .typed
    }
    let before = entries[focus].text.text
    let isKnown = entries[focus].codes.isEmpty ? typeText(key) : choose(key)
    if entries[focus].text.text != before {
      entries[focus].error = nil
      isDirty = true
    }
    return isKnown ? .typed : .noChoice
  }

  /// Chooses a code; says whether the key means one.
  private mutating func choose(_ key: Key) -> Bool {
    switch key {
    case .character(" "), .right: entries[focus].cycle(forward: true)
    case .left: entries[focus].cycle(forward: false)
    case .character(let letter): return entries[focus].choose(startingWith: letter)
    case .paste(let text): return entries[focus].choose(pasted: text)
    case .backspace, .delete, .control("u"), .control("w"): entries[focus].text.replace(with: "")
    default: break
    }
    return true
  }

  /// Types text; every key that types means something here.
  private mutating func typeText(_ key: Key) -> Bool {
    switch key {
    case .enter: entries[focus].text.insert("\n")
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
    case .right: entries[focus].text.move(by: 1)
    case .home, .control("a"): entries[focus].text.moveToLineStart()
    case .end, .control("e"): entries[focus].text.moveToLineEnd()
    case .control("w"): entries[focus].text.deleteWord()
    case .control("u"): entries[focus].text.deleteToStart()
    default: break
    }
    return true
  }
}
