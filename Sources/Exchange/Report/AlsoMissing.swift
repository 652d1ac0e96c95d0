internal import Workflow

/// What a text says of one child and means of another with it: `Also missing: …`, `both last seen 17:30`, a sister
/// who went from the same home.
///
/// All of it counts as inferred, for somebody to look at, and only what a child lacks is filled in.
struct AlsoMissing {
  private let lines: [String]
  private let received: Instant

  /// Adds it to the children of whom the text tells in its own way.
  ///
  /// - Parameters:
  ///   - draft: what was read, its children in the order of the text.
  ///   - received: when the report came in; nobody was seen later.
  static func add(to draft: inout ReportDraft, received: Instant) {
    let lines = SourceText.lines(draft.text).prefix(600).map {
      SourceText.squeezed(SourceText.cleaned($0))
    }
    let also = AlsoMissing(lines: Array(lines), received: received)
    for place in draft.subjects.indices where draft.subjects[place].isFurther {
      guard let said = also.sentence(of: draft.subjects[place]) else { continue }
      also.addPlace(to: &draft.subjects[place], said, after: draft.subjects[..<place])
    }
    also.addLastSeen(to: &draft)
  }

  // MARK: From where

  /// From where the child went: what its own sentence says, or what it says by `also`.
  private func addPlace(
    to child: inout SubjectDraft, _ said: Said, after earlier: ArraySlice<SubjectDraft>
  ) {
    func take(_ field: SubjectField) {
      guard child.fields[field] == nil else { return }
      let known = earlier.compactMap { $0.fields[field] }
      // Of two who went from different places nobody can tell which is meant.
      guard var found = known.last, known.allSatisfy({ $0.value == found.value }) else { return }
      found.isInferred = true
      child.fields[field] = found
    }
    let words = " " + Folding.words(said.text).joined(separator: " ") + " "
    if words.contains(" missing from ") {
      let own = [(" missing from home ", MissingFrom.home), (" missing from care ", .care)]
        .filter { words.contains($0.0) }
      if let from = own.first?.1, own.count == 1, child.fields[.from] == nil {
        child.fields[.from] = Finding(
          value: .text(from.rawValue), seenAs: said.text, line: said.line, isInferred: true)
      }
      return
    }
    guard Self.also.contains(where: { words.contains(" \($0) ") }) else { return }
    take(.from)
    // A friend who is missing, too, has a home of its own.
    let family = Folding.fold(child.plain(.familyName) ?? "")
    guard !Self.siblings.isDisjoint(with: Folding.words(said.text)), !family.isEmpty,
      earlier.allSatisfy({ Folding.fold($0.plain(.familyName) ?? "") == family })
    else { return }
    for field in [SubjectField.address, .postcode, .missingFromPlace] { take(field) }
  }

  private static let also = [
    "also missing", "missing too", "missing as well", "both missing", "both are missing",
    "also reported missing",
  ]
  private static let siblings: Set = [
    "sister", "brother", "sibling", "siblings", "twin", "twins", "sisters", "brothers",
  ]

  /// A sentence and the line in which it stands.
  private struct Said {
    let text: String
    let line: Int
  }

  /// The sentence that names the child, where the child was read: it may begin in the line before and go on in
  /// the two behind.
  private func sentence(of child: SubjectDraft) -> Said? {
    let name = Set(Folding.words(child.name))
    guard !name.isEmpty, let line = (child.fields[.born] ?? child.fields[.familyName])?.line,
      lines.indices.contains(line - 1)
    else { return nil }
    let about = lines[max(0, line - 2)...min(lines.count - 1, line + 1)].joined(separator: " ")
    return about.pieces(cutAt: ". ").first { name.isSubset(of: Folding.words($0)) }
      .map { Said(text: SourceText.trimmed($0), line: line) }
  }

  // MARK: When both were last seen

  /// `both last seen 17:30`: a whole time, or the time of day that stands with the other child.
  private func addLastSeen(to draft: inout ReportDraft) {
    let count = draft.subjects.count
    guard count > 1,
      let said = lines.indices.lazy.compactMap({ lastSeen(in: $0, count: count) }).first
    else { return }
    let known = Set(draft.subjects.compactMap { $0.instant(.lastSeenAt) })
    let seen: Instant? =
      said.moment.date != nil
      ? said.moment.instant
      : known.first.flatMap { instant in
        known.count == 1 && London.local(instant).secondOfDay == said.moment.secondOfDay
          ? instant : nil
      }
    guard let seen, seen <= received, said.moment.faults.isEmpty else { return }
    for place in draft.subjects.indices where draft.subjects[place].fields[.lastSeenAt] == nil {
      draft.subjects[place].fields[.lastSeenAt] = Finding(
        value: .instant(seen), seenAs: said.text, line: said.line, isInferred: true)
    }
  }

  private func lastSeen(
    in place: Int, count: Int
  ) -> (moment: MomentReading, text: String, line: Int)? {
    let own = lines[place]
    guard !own.hasPrefix(">") else { return nil }
    let text = own + (lines.indices.contains(place + 1) ? " " + lines[place + 1] : "")
    let small = text.lowercased()
    guard let mark = small.firstRange(of: "last seen "), small.count == text.count,
      small.distance(from: small.startIndex, to: mark.lowerBound) < own.count
    else { return nil }
    var head = Folding.words(String(small[..<mark.lowerBound].suffix(30)))
    if ["were", "are"].contains(head.last) { head.removeLast() }
    let isOfAll = head.last == "all" || head.suffix(2).first == "all"
    // Of three children nobody knows which two both are.
    guard isOfAll || head.last == "both" && count == 2 else { return nil }
    let behind = String(text.dropFirst(small.distance(from: small.startIndex, to: mark.upperBound)))
    let sentence = behind.pieces(cutAt: ". ").first ?? behind
    guard let moment = MomentReader.first(in: String(sentence.prefix(40))) else { return nil }
    return (moment, SourceText.squeezed("last seen \(sentence)"), place + 1)
  }
}
