import Grid
import Workflow

/// What is done in the text of a form's line besides typing: each a command of the table, under whose keys it stands
/// in help and may be given others.
enum TextEdit: String, CaseIterable {
  case undo = "undo-typing"
  case redo = "redo-typing"
  case wordLeft = "word-left"
  case wordRight = "word-right"
  case lineStart = "text-start"
  case lineEnd = "text-end"
  case deleteWord = "delete-word"
  case deleteWordAhead = "delete-word-ahead"
  case deleteToStart = "delete-to-start"
  case deleteToEnd = "delete-to-end"

  /// Whether it empties a line in which nothing is typed but chosen.
  var emptiesChoice: Bool { self == .deleteWord || self == .deleteToStart }
}

extension FormScreen {
  /// Goes about in the focused text, takes some of it away, or takes back what was typed.
  ///
  /// - Parameter edit: what is done.
  /// - Returns: what came of it; of a line that is chosen nothing but to empty it.
  mutating func edit(_ edit: TextEdit) -> Typing {
    guard entries.indices.contains(focus) else { return .notTyping }
    let before = entries[focus]
    var answer = Typing.typed
    if !before.codes.isEmpty || !before.manyCodes.isEmpty {
      guard edit.emptiesChoice else { return .notTyping }
      if before.codes.isEmpty { takeAwayChoice(edit) } else { emptyChoice() }
    } else {
      stopGivingWay()
      entries[focus].isBehindWords = false
      answer = entries[focus].text.apply(edit)
    }
    isOnlyPassed = false
    follow(changeFrom: before)
    return answer
  }

  /// Takes the choice of the focused line away.
  mutating func emptyChoice() {
    entries[focus].text.replace(with: "")
    entries[focus].spelt = ""
  }

  /// Takes away what is being spelt in a line that takes several, else the last choice or all of them.
  private mutating func takeAwayChoice(_ edit: TextEdit) {
    entries[focus].run = ""
    // What is being spelt goes before what is chosen.
    if !entries[focus].spelt.isEmpty {
      entries[focus].spelt = ""
      entries[focus].candidate = 0
    } else if edit == .deleteWord {
      if let last = entries[focus].chosen.last { entries[focus].toggle(last) }
    } else {
      // So does what was typed and is no choice, where the line was left with it.
      let known = entries[focus].chosen.filter(entries[focus].manyCodes.contains)
      let isAllKnown = known.count == entries[focus].chosen.count
      entries[focus].text.replace(with: isAllKnown ? "" : known.joined(separator: ", "))
    }
  }
}

extension TextField {
  /// Does what a person asks for by name.
  fileprivate mutating func apply(_ edit: TextEdit) -> FormScreen.Typing {
    switch edit {
    case .undo: return undo() ? .typed : .nothing("Nothing to undo in this line")
    case .redo: return redo() ? .typed : .nothing("Nothing to do again in this line")
    case .wordLeft: moveWordLeft()
    case .wordRight: moveWordRight()
    case .lineStart: moveToLineStart()
    case .lineEnd: moveToLineEnd()
    case .deleteWord: deleteWord()
    case .deleteWordAhead: deleteWordAhead()
    case .deleteToStart: deleteToStart()
    case .deleteToEnd: deleteToEnd()
    }
    return .typed
  }
}
