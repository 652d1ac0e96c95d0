internal import Workflow

extension ReportInterpreter {
  // What is said of whose child it is, where the child lives, and what makes the going risky.

  mutating func takeAuthority(_ entry: ReportLayout.Entry) {
    let field: SubjectField =
      entry.label == .authority ? .responsibleAuthority : .hostAuthority
    guard !isUnknown(entry, field) else { return }
    let text = NameReader.display(NameReader.withoutBrackets(SourceText.squeezed(entry.value)))
    guard !text.isEmpty else { return }
    keep(field, .text(text), seenAs: entry.value, line: entry.valueLine)
    guard let remark = NameReader.bracketed(entry.value),
      remark.lowercased().hasPrefix("placed in ")
    else { return }
    let host = NameReader.display(String(remark.dropFirst("placed in ".count)))
    keep(.hostAuthority, .text(host), seenAs: remark, line: entry.valueLine)
    keep(.from, .text("care"), seenAs: remark, line: entry.valueLine, isInferred: true)
  }

  mutating func takeLegal(_ entry: ReportLayout.Entry) {
    guard !isUnknown(entry, SubjectField.legalStatus) else { return }
    let text = TickBoxes.chosen(in: entry.value)?.joined(separator: ", ") ?? entry.value
    keep(
      .legalStatus, .text(SourceText.squeezed(text)), seenAs: entry.value, line: entry.valueLine)
  }

  mutating func takeHomeOrCare(_ entry: ReportLayout.Entry) {
    let chosen = TickBoxes.chosen(in: entry.value)?.joined(separator: " ") ?? entry.value
    let words = Folding.fold(chosen)
    let line = entry.valueLine
    func says(_ phrases: [String]) -> Bool {
      phrases.contains { SourceText.contains($0, inFolded: words) }
    }
    if says(["unauthorised absence", "away without authorisation", "absent without authority"]) {
      keep(.category, .text("unauthorised-absence"), seenAs: entry.value, line: line)
    } else if says(["absconded", "absconder"]) {
      keep(.category, .text("absconded"), seenAs: entry.value, line: line)
    } else if says(["missing"]) {
      keep(.category, .text("missing"), seenAs: entry.value, line: line)
    }
    let isAnswer = entry.label == .lookedAfter && says(["yes"])
    let isCare =
      isAnswer
      || says([
        "care", "children s home", "childrens home", "foster", "residential", "semi", "supported",
        "placement", "looked after child", "kinship",
      ])
    // The type of placement is a hint; "Type: CARE" is a statement.
    let isHint = entry.label == .livingAt || entry.label == .lookedAfter
    if isCare, !says(["care leaver", "no"]) || isAnswer {
      keep(.from, .text("care"), seenAs: entry.value, line: line, isInferred: isHint)
      if entry.label == .lookedAfter {
        keep(
          .legalStatus, .text("looked after"), seenAs: entry.value, line: line, isInferred: true)
      }
    } else if says(["home", "family home", "parents", "parental"]) {
      keep(.from, .text("home"), seenAs: entry.value, line: line, isInferred: isHint)
    }
  }

  mutating func takeYes(_ entry: ReportLayout.Entry) {
    let text = TickBoxes.chosen(in: entry.value)?.joined(separator: " ") ?? entry.value
    guard ["yes", "y", "referred", "positive"].contains(Folding.words(text).first ?? "") else {
      return
    }
    add(
      [entry.label == .uasc ? "uasc" : "trafficking"], seenAs: entry.value, line: entry.valueLine)
  }

  mutating func takeMedical(_ entry: ReportLayout.Entry) {
    let words = Folding.words(entry.value)
    guard !isUnknown(entry, SubjectField.medical), let first = words.first,
      !["none", "nil", "no"].contains(first)
    else { return }
    takeText(entry, .medical)
  }

  /// Clothing; a sentence in it that speaks of an illness goes where it belongs.
  mutating func takeClothing(_ entry: ReportLayout.Entry) {
    guard !isUnknown(entry, SubjectField.clothing) else { return }
    let text = SourceText.squeezed(entry.value)
    let sentences = text.sentences
    let medical = sentences.filter { RiskWords.markers(in: $0).contains("medical") }
    let rest = sentences.filter { !medical.contains($0) }
    if !rest.isEmpty {
      keep(
        .clothing, .text(rest.joined(separator: ". ")), seenAs: text, line: entry.valueLine)
    }
    guard !medical.isEmpty else { return }
    let seen = medical.joined(separator: ". ")
    keep(.medical, .text(seen), seenAs: seen, line: entry.valueLine)
    add(["medical"], seenAs: seen, line: entry.valueLine)
  }

  mutating func addMarkers(_ value: String, seenAs: String, line: Int) {
    add(RiskWords.markers(in: value), seenAs: seenAs, line: line)
  }

  private mutating func add(_ markers: [String], seenAs: String, line: Int) {
    guard !markers.isEmpty else { return }
    let held = current.map { subjects[$0][.riskFactors] } ?? shared[.riskFactors]
    var items: [String] = []
    if case .list(let before)? = held?.value { items = before }
    for marker in markers where !items.contains(marker) { items.append(marker) }
    let found = Finding(
      value: .list(items), seenAs: held?.seenAs ?? seenAs, line: held?.line ?? line)
    if let current { subjects[current][.riskFactors] = found } else { shared[.riskFactors] = found }
  }
}

extension FieldValue {
  /// The day of a date or an instant.
  var day: CivilDate? {
    switch self {
    case .date(let date): date
    case .instant(let instant): London.local(instant).date
    default: nil
    }
  }
}

extension String {
  /// What stands before two blanks.
  var beforeWideGap: String {
    guard let gap = firstRange(of: "  ") else { return self }
    return String(self[..<gap.lowerBound])
  }

  /// The sentences of a text, without their full stops.
  var sentences: [String] {
    var found: [String] = []
    var sentence = ""
    var previous: Character = " "
    for character in self {
      if character == " ", previous == "." {
        found.append(sentence)
        sentence = ""
      } else {
        sentence.append(character)
      }
      previous = character
    }
    found.append(sentence)
    return found.map { SourceText.trimmed($0, of: ["."]) }.filter { !$0.isEmpty }
  }
}
