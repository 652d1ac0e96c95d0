import Workflow

// What a desk that was opened to look (`--read-only`) does with what would be kept.

extension Desk {
  /// Why something that is only there to be kept is not done on a desk that was opened to look; else nothing.
  var notKept: String? {
    isReadOnly ? "This desk was opened to look (--read-only); nothing is kept" : nil
  }

  /// Why nothing can be recorded on a desk that was opened to look; else nothing.
  var notRecorded: String? {
    isReadOnly ? "This desk was opened to read only; nothing is recorded here" : nil
  }

  /// What stands behind a sentence on something that holds as long as the desk is open.
  var forThisSitting: String {
    isReadOnly ? " · for this sitting: the desk was opened to look (--read-only)" : ""
  }

  /// Leaves out what would be written where the desk was opened to look: a theme, an order or the mouse hold for
  /// this sitting, and whoever sets one is told so.
  mutating func leaveOutWhatIsKept(_ effects: [Effect]) -> [Effect] {
    guard isReadOnly else { return effects }
    let isSetting = effects.contains { if case .keepSetting = $0 { true } else { false } }
    if isSetting, let toast {
      say(toast.text + forThisSitting, toast.role)
    }
    return effects.filter { !$0.isKept }
  }
}

extension Effect {
  /// Whether it writes what is the person's own, as opposed to what is recorded on a child.
  fileprivate var isKept: Bool {
    switch self {
    case .keepSetting, .markSeen, .keepDraft, .dropDraft, .discardDraft: true
    default: false
    }
  }
}
