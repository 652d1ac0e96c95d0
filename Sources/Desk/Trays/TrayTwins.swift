import Workflow

// Rows in sight that say the same of the same child, and what tells one from the other.

extension TrayRow {
  /// What tells a row from another that says the same of the same child.
  package enum Twin: Sendable, Hashable {
    /// Of which episode or record it is, as briefly as that tells them apart: `0412`, `M-0412`.
    case reference(String)
    /// Whose part it is, or which: a role, a tray or a word of the procedure.
    case part(String)
    /// From where on its own name differs from that of a row that begins alike: only to be said where the name
    /// is cut.
    case words(String)
  }

  /// The step's part, where it is one of several like it.
  fileprivate var part: String? {
    guard step != nil else { return nil }
    let parts = kind.id.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false)
    return parts.count > 3 ? String(parts[3]) : nil
  }

  /// What tells it from other rows that say the same: the part, unless one of them has the same of another
  /// episode or record; nothing where the others say already which they are.
  fileprivate func twin(among others: [TrayRow]) -> Twin? {
    let alike = others.filter { $0.reference != reference && $0.part == part }
    if alike.isEmpty { return part.map(Twin.part) }
    let pieces = reference.split(separator: "-").map(String.init)
    guard let number = pieces.last, pieces.count > 2 else { return .reference(reference) }
    // An episode and its record may have the same number.
    let isAmbiguous = alike.contains { $0.reference.hasSuffix("-\(number)") }
    return .reference(isAmbiguous ? "\(pieces[0])-\(number)" : number)
  }

  /// ` · 0412` or ` · team manager`, where another row says the same of the child; else nothing.
  ///
  /// - Parameter words: what people here call a part.
  /// - Returns: the mark, to stand behind the title.
  func twinMark(_ words: (String) -> String) -> String {
    switch twin {
    case .reference(let text): " · \(text)"
    case .part(let part): " · \(words(part))"
    case .words, nil: ""
    }
  }

  /// What stands behind the title where that is cut: the same, or the words by which it differs.
  ///
  /// - Parameter words: what people here call a part.
  /// - Returns: the mark, to stand behind as much of the title as there is room for.
  func twinEnding(_ words: (String) -> String) -> String {
    if case .words(let text) = twin { " \(text)" } else { twinMark(words) }
  }

  /// The title with what tells the step from others like it, whether such a one is in sight or not.
  ///
  /// - Parameter words: what people here call a part.
  /// - Returns: as much as names one step.
  func wholeTitle(_ words: (String) -> String) -> String {
    // The number of an action says nothing beside its own words.
    if twin == nil, step != .agreedAction, let part { return "\(title) · \(words(part))" }
    return title + twinMark(words)
  }

  /// From where on its name differs from another's of the same step, where they begin alike for longer than
  /// what every such step begins with: whole words.
  fileprivate func words(apartFrom others: [TrayRow]) -> String? {
    let own = title.split(separator: " ")
    let alike = others.compactMap { other -> Int? in
      guard other.kind.id != kind.id, other.title != title else { return nil }
      return zip(own, other.title.split(separator: " ")).prefix { $0 == $1 }.count
    }
    guard let most = alike.max(), (2..<own.count).contains(most) else { return nil }
    return own[most...].joined(separator: " ")
  }
}

extension [TrayRow] {
  /// Notes of each row what tells it from those that say the same of the same child.
  mutating func tellTwinsApart() {
    let same = Dictionary(grouping: indices) { [self[$0].child, self[$0].title] }
    for places in same.values where places.count > 1 && !self[places[0]].child.isEmpty {
      let rows = places.map { self[$0] }
      for place in places { self[place].twin = self[place].twin(among: rows) }
    }
    let steps = Dictionary(grouping: indices.filter { self[$0].step != nil }) {
      [self[$0].child, self[$0].step?.rawValue ?? ""]
    }
    for places in steps.values where places.count > 1 && !self[places[0]].child.isEmpty {
      let rows = places.map { self[$0] }
      for place in places where self[place].twin == nil {
        self[place].twin = self[place].words(apartFrom: rows).map(TrayRow.Twin.words)
      }
    }
  }
}

extension Desk {
  /// What people here call the part of a step: a tray, a role, or a word of the procedure.
  func words(ofPart part: String) -> String {
    if let tray = Tray(rawValue: part) { return trays.title(of: tray).lowercasedFirst }
    if let role = Role(rawValue: part) { return title(of: role).lowercasedFirst }
    return CodeWords.words(part)
  }
}
