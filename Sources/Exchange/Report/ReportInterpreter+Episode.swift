internal import Workflow

extension ReportInterpreter {
  /// Takes what is said of going missing, being found and coming back.
  mutating func interpretEpisode(_ entry: ReportLayout.Entry) -> Bool {
    switch entry.label {
    case .lastSeen, .missingFrom: takeLastSeen(entry)
    case .lastSeenBy:
      anchor = .lastSeen
      takeSeenBy(entry)
    case .lastSeenWhere: takeText(entry, .lastSeenPlace)
    case .left:
      anchor = .left
      takeInstant(entry, .leftPlacementAt)
    case .foundAt: takeFound(entry)
    case .foundWhere:
      anchor = .foundAt
      takeText(entry, .foundWhere)
    case .foundBy: takeText(entry, .foundBy)
    case .returnedAt:
      anchor = .returnedAt
      takeInstant(entry, .returnedAt)
    case .returnedTo: takeReturnedTo(entry)
    case .safeThere: takeSafeThere(entry)
    case .harm: takeHarm(entry)
    case .noticed: anchor = .noticed
    case .by:
      switch anchor {
      case .lastSeen: takeSeenBy(entry)
      case .foundAt: takeText(entry, .foundBy)
      default: return false
      }
    case .whereAbouts:
      switch anchor {
      case .lastSeen: takeText(entry, .lastSeenPlace)
      case .foundAt: takeText(entry, .foundWhere)
      default: break
      }
    case .dateTime:
      switch anchor {
      case .lastSeen: takeInstant(entry, .lastSeenAt)
      case .foundAt: takeInstant(entry, .foundAt)
      case .returnedAt: takeInstant(entry, .returnedAt)
      default: break
      }
    case .place: takePlace(entry)
    default: return false
    }
    return true
  }

  /// Takes an instant; says whether there was a date at all.
  @discardableResult
  mutating func takeInstant(_ entry: ReportLayout.Entry, _ field: SubjectField) -> Bool {
    guard !isUnknown(entry, field) else { return true }
    guard let moment = MomentReader.first(in: entry.value) else {
      leaveOpen(field, .unreadable(entry.value), line: entry.valueLine)
      return false
    }
    note(moment, line: entry.valueLine)
    guard let instant = moment.instant else {
      leaveOpen(field, .unreadable(moment.seenAs), line: entry.valueLine)
      if moment.date == nil, moment.faults.isEmpty {
        doubt(
          "Line \(entry.valueLine): \"\(moment.seenAs)\" is a time without a day; not taken.",
          of: current)
      }
      return true
    }
    keep(field, .instant(instant), seenAs: moment.seenAs, line: entry.valueLine)
    return true
  }

  /// `20/10/2026 15:20, main gate of school, by Ms P. Kettleborough (head of year)`.
  private mutating func takeLastSeen(_ entry: ReportLayout.Entry) {
    if entry.label == .missingFrom, MomentReader.first(in: entry.value)?.date == nil {
      takePlace(entry)
      return
    }
    anchor = .lastSeen
    let isPlaceLabel = LabelWords.isPlaceOnly(entry.value)
    if isPlaceLabel {
      takeText(entry, .lastSeenPlace)
      return
    }
    // "Last seen at: NOT KNOWN" after the time is known speaks of the place.
    if Unknown.isStated(entry.value), heldInstant(.lastSeenAt) { return }
    takeInstant(entry, .lastSeenAt)
    guard let moment = MomentReader.first(in: entry.value), moment.date != nil,
      let start = entry.value.firstRange(of: moment.seenAs)
    else { return }
    let rest = SourceText.trimmed(
      String(
        SourceText.squeezed(String(entry.value[start.upperBound...])).drop { ",-) ".contains($0) }))
    guard !rest.isEmpty else { return }
    var place = rest
    if let by = (", " + rest).ranges(of: ", by ").last ?? (" " + rest).ranges(of: " by ").first {
      let padded = (", " + rest).contains(", by ") ? ", " + rest : " " + rest
      place = SourceText.trimmed(String(padded[..<by.lowerBound]), of: [","])
      keepSeenBy(SourceText.trimmed(String(padded[by.upperBound...])), line: entry.valueLine)
    }
    place = SourceText.trimmed(place, of: [","])
    if !place.isEmpty, place.unicodeScalars.contains(where: { SourceText.isLetter($0) }) {
      keep(.lastSeenPlace, .text(place), seenAs: place, line: entry.valueLine)
    }
  }

  private func heldInstant(_ field: SubjectField) -> Bool {
    (current.map { subjects[$0][field] } ?? shared[field]) != nil
  }

  private mutating func takeSeenBy(_ entry: ReportLayout.Entry) {
    guard !isUnknown(entry, SubjectField.lastSeenBy) else { return }
    keepSeenBy(SourceText.squeezed(entry.value), line: entry.valueLine)
  }

  private mutating func keepSeenBy(_ seen: String, line: Int) {
    var text = NameReader.display(seen)
    if Folding.fold(text) == "informant", let relation = told(.reporterRelation)?.value.text {
      text = "informant (\(relation))"
    }
    keep(.lastSeenBy, .text(text), seenAs: seen, line: line)
  }

  /// Where the child went from: an address, or only whether that is home or care.
  private mutating func takePlace(_ entry: ReportLayout.Entry) {
    let words = Folding.fold(entry.value)
    if words == "home address" || words == "home" {
      keep(.from, .text("home"), seenAs: entry.value, line: entry.valueLine, isInferred: true)
    }
    if LabelWords.meaningTheAddress.contains(words) {
      // `AS HOME ADDRESS`: the place is the one that was named above.
      if let address = current.map({ subjects[$0][.address] }) ?? shared[.address],
        let text = address.value.text
      {
        keep(
          .missingFromPlace, .text(text), seenAs: entry.value, line: entry.valueLine,
          isInferred: true)
      }
    } else if words.contains(" "), !Unknown.isStated(entry.value) {
      let text = SourceText.squeezed(entry.value)
      keep(
        .missingFromPlace, .text(NameReader.display(text)), seenAs: entry.value,
        line: entry.valueLine)
    }
  }

  private mutating func takeFound(_ entry: ReportLayout.Entry) {
    anchor = .foundAt
    guard MomentReader.first(in: entry.value) != nil || Unknown.isStated(entry.value) else {
      takeText(entry, .foundWhere)
      return
    }
    takeInstant(entry, .foundAt)
  }

  /// `Placement, by police car, 03:10`: the day is that of being found, or the next one.
  private mutating func takeReturnedTo(_ entry: ReportLayout.Entry) {
    anchor = .returnedAt
    guard !isUnknown(entry, SubjectField.returnedTo) else { return }
    // Whose flat it is stands behind the address; how the child came there and when is said besides.
    let parts = entry.value.split(separator: ",").map { SourceText.trimmed(String($0), of: ["."]) }
    let place = parts.prefix { part in
      let words = Folding.words(part)
      return MomentReader.first(in: part) == nil && words.first != "by" && !words.contains("time")
    }.joined(separator: ", ")
    if !place.isEmpty {
      keep(.returnedTo, .text(place), seenAs: entry.value, line: entry.valueLine)
    }
    guard let moment = MomentReader.first(in: entry.value) else { return }
    note(moment, line: entry.valueLine)
    if let instant = moment.instant {
      keep(.returnedAt, .instant(instant), seenAs: moment.seenAs, line: entry.valueLine)
      return
    }
    guard
      case .instant(let found)? = (current.map { subjects[$0][.foundAt] } ?? shared[.foundAt])?
        .value, let returned = moment.passing(after: found)
    else { return }
    keep(
      .returnedAt, .instant(returned), seenAs: moment.seenAs, line: entry.valueLine,
      isInferred: true)
  }
}

extension ReportInterpreter {
  /// `Safe to return: No, unknown adults in the flat`: the answer stands first; nothing else is one.
  private mutating func takeSafeThere(_ entry: ReportLayout.Entry) {
    guard !isUnknown(entry, SubjectField.safeThere) else { return }
    let answer = Folding.words(entry.value).first ?? ""
    guard ["yes", "no"].contains(answer) else {
      leaveOpen(.safeThere, .unreadable(entry.value), line: entry.valueLine)
      return
    }
    keep(.safeThere, .text(answer), seenAs: entry.value, line: entry.valueLine)
  }

  /// `Harmed while missing: Yes, says he was hit`: the report's own form has no line for it, and nobody may miss it.
  private mutating func takeHarm(_ entry: ReportLayout.Entry) {
    let words = Folding.words(entry.value)
    guard let first = words.first, ["yes", "suspected", "disclosed", "possible"].contains(first)
    else { return }
    doubt(
      "Line \(entry.valueLine) tells of harm: \(SourceText.squeezed(entry.value)). "
        + "Record the safe and well check.", of: current)
  }
}

/// Tells a place from a time where one label is used for both.
private enum LabelWords {
  /// What stands in the place of an address that was given before.
  static let meaningTheAddress: Set<String> = [
    "home", "home address", "as home address", "as home", "as above", "as address",
    "same as home address", "same as above", "placement", "placement address",
  ]

  /// Whether a value of "last seen at" has words and no date, so that it names a place.
  static func isPlaceOnly(_ value: String) -> Bool {
    !Unknown.isStated(value) && MomentReader.first(in: value) == nil
      && value.unicodeScalars.contains { SourceText.isLetter($0) }
  }
}
