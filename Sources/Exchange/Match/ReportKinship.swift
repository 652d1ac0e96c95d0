package import Workflow

/// What of a report that waits shows whether another tells of the same event.
///
/// It is made of what the tray has of it and of its text, without reading the report again.
package struct ReportKinship: Sendable {
  private let family: FoldedName
  private let given: FoldedName
  private let lastSeen: Instant?
  private let policeReference: String?
  private let mentioned: Set<String>

  /// Makes one.
  ///
  /// - Parameters:
  ///   - name: the first child whom it names, as it was read: `Hassan, Muhammad`, or with `and 1 more`.
  ///   - lastSeen: when the child was last seen, as it was read.
  ///   - policeReference: by what the police know it.
  ///   - text: its text.
  package init(name: String?, lastSeen: Instant?, policeReference: String?, text: String) {
    let first = (name ?? "").firstRange(of: " and ").map { String((name ?? "")[..<$0.lowerBound]) }
    let halves = (first ?? name ?? "").split(separator: ",", maxSplits: 1).map(String.init)
    family = FoldedName(halves.first ?? "")
    given = FoldedName(halves.count > 1 ? halves[1] : "")
    self.lastSeen = lastSeen
    self.policeReference = policeReference
    mentioned = ReportKinship.references(in: text)
  }

  /// As near as two times must be to be one sighting, in seconds.
  private static let oneSighting: Int64 = 3_600

  /// What it has in common with another report, the surest first; empty where nothing shows that both tell of
  /// one event.
  ///
  /// - Parameter other: the other report.
  /// - Returns: each in a few words, as it is said of the other.
  package func common(with other: ReportKinship) -> [String] {
    var common: [String] = []
    let isFamily = Likeness.of(family, other.family) >= .similar
    let isGiven = Likeness.of(given, other.given) >= .similar
    let apart = lastSeen.flatMap { seen in other.lastSeen.map { abs(seen.since($0)) } }
      .flatMap { $0 <= ReportKinship.oneSighting ? $0 : nil }
    if isFamily, isGiven {
      let isSame =
        Likeness.of(family, other.family) == .same && Likeness.of(given, other.given) == .same
      common.append(isSame ? "same name" : "like name")
    }
    if isFamily, let apart {
      common.append(
        apart < 60 ? "same last seen" : "last seen \(Elapsed.short(seconds: apart)) apart")
    }
    if let own = policeReference {
      if own == other.policeReference {
        common.append("same police reference")
      } else if other.mentions(own) {
        common.append("\(own) stands in it")
      }
    }
    if let theirs = other.policeReference, theirs != policeReference, mentions(theirs) {
      common.append("\(theirs) stands in this one")
    }
    return common
  }

  /// Whether a reference stands in the text; of one with fewer signs too many texts have it.
  private func mentions(_ reference: String) -> Bool {
    reference.utf8.count >= 6 && mentioned.contains(reference.uppercased())
  }

  /// Whatever in a text may be a reference: signs without a blank, three figures among them.
  private static func references(in text: String) -> Set<String> {
    var found: Set<String> = []
    for word in text.split(whereSeparator: \.isWhitespace) where word.utf8.count <= 40 {
      guard word.utf8.count >= 6, word.utf8.count(where: { (0x30...0x39).contains($0) }) >= 3 else {
        continue
      }
      found.insert(SourceText.trimmed(String(word), of: marks).uppercased())
    }
    return found
  }

  private static let marks: Set<Unicode.Scalar> = [
    ".", ",", ";", ":", "(", ")", "\"", "'", "[", "]", "<", ">",
  ]
}
