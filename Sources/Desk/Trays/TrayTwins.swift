import Workflow

// Rows in sight that say the same of the same child, and what tells one from the other.

extension TrayRow {
  /// What tells a row from another that says the same of the same child.
  package enum Twin: Sendable, Hashable {
    /// Of which episode or record it is, as briefly as that tells them apart: `0412`, `M-0412`.
    case reference(String)
    /// Whose part it is, or which: a role, a tray or a word of the procedure.
    case part(String)
  }

  /// The step's part, where it is one of several like it.
  private var part: String? {
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
    case nil: ""
    }
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
