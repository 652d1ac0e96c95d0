import Workflow

// Of the times that a going has on its lines, the one from which the child counts as missing.

extension FormScreen {
  /// From when the child counts as missing, as the form that corrects the going stands at the last key;
  /// nothing in other forms.
  var countedFrom: MissingStart? {
    guard case .correction(let number, .wentMissing, _, _) = purpose, let page else { return nil }
    let changes = corrections(now: moment).map { change in
      var body = Body()
      body[.corrects] = number
      body[.field] = change.field
      body[.value] = change.value
      return (kind: EventKind.corrected, at: moment, body: body)
    }
    let child = changes.isEmpty ? page.child : page.child.supposing(changes, at: moment)
    return child.episodes.first { $0.began?.sequence == number }?.start
  }

  /// Which line the child's missing time counts from, and that the other does not:
  /// `▸ Missing counts from “Last seen”, Thu 19 Nov 21:15, not from “Gone since”`.
  var saidOfStart: [String] {
    countedFrom.map {
      [
        "▸ Missing counts from \($0.basis.line), \($0.at.spokenShort(asOf: moment))\($0.basis.besides)"
      ]
    }
      ?? []
  }

  /// Says at its line what “Gone since” is for, as long as it is not what counts.
  mutating func nameGoneSince() {
    guard case .correction(_, .wentMissing, _, _) = purpose,
      let place = entries.firstIndex(where: { $0.field.name == "at" })
    else { return }
    entries[place].note =
      countedFrom?.basis.isSeen == true
      ? "as told; counts only while “Last seen” is empty" : nil
  }
}

extension MissingStart.Basis {
  /// Whether somebody saw the child then: a line of its own, before which “Gone since” does not count.
  var isSeen: Bool { self == .lastSeen || self == .leftPlacement }

  /// The line of the form that says it.
  var line: String {
    switch self {
    case .lastSeen: "“Last seen”"
    case .leftPlacement: "“Left placement”"
    case .stated, .noticed: "“Gone since”"
    case .reported: "the report"
    case .over: "when the child was located or back"
    }
  }

  /// Why it counts and not another line.
  fileprivate var besides: String {
    switch self {
    case .lastSeen, .leftPlacement: ", not from “Gone since”"
    case .stated: ": “Last seen” is empty"
    case .reported, .noticed, .over: ": “Last seen” is not known"
    }
  }
}
