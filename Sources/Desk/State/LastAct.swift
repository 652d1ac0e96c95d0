import Grid
package import Workflow

/// What a person recorded last by what the journal holds, where this desk knows of nothing to undo: the desk was
/// started anew, or another's part was played in between.
package enum LastAct: Sendable, Equatable {
  /// Nothing of late that counts still.
  case none
  /// It can be taken back; when it was written.
  case undoable(Undoable, at: Instant)
  /// It is not taken back: why, and how it is put right.
  case barred(String)
}

extension Desk {
  /// Names what would be taken back, and waits for the key once more: nobody takes back by one key what they no
  /// longer have before their eyes.
  mutating func receive(_ last: LastAct) {
    guard undoable.isEmpty, barred == nil else { return }
    switch last {
    case .none: say(nothingToUndo, .information)
    case .barred(let way):
      barred = way
      say(nothingToUndo, .information)
    case .undoable(let act, let moment):
      undoable.append(act)
      say(
        "Your last: \(act.title) (\(moment.spokenShort(asOf: now))). "
          + "\(keymap.name("undo")) again takes it back.", .information)
    }
  }
}
