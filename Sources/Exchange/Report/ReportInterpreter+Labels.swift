internal import Workflow

extension ReportInterpreter {
  /// Takes from an entry what its label promises.
  mutating func interpret(_ entry: ReportLayout.Entry) {
    guard !entry.pieces.isEmpty else { return }
    if entry.section == .others || isInterviewOnly(entry) { return }
    if entry.section == .sender, ![.agency, .sentAt].contains(entry.label) { return }
    // Whoever is asked in an interview, it is the child who is safe or was harmed.
    if [.safeThere, .harm].contains(entry.label) {
      _ = interpretEpisode(entry)
      return
    }
    switch entry.person {
    case .subject: if !interpretSubject(entry) { interpretReport(entry) }
    case .reporter: if !interpretReporter(entry) { interpretReport(entry) }
    case .other: interpretReport(entry)
    }
  }

  /// Of the police's own interview nothing is the child's record but the grading, the contact, and what danger there is.
  private func isInterviewOnly(_ entry: ReportLayout.Entry) -> Bool {
    entry.section == .interview && ![.grading, .contact, .safeThere, .harm].contains(entry.label)
  }

  // MARK: Who reports

  private mutating func interpretReporter(_ entry: ReportLayout.Entry) -> Bool {
    switch entry.label {
    case .fullName: takeReporter(entry)
    case .phone:
      if let phone = Contact.phone(in: entry.value) {
        keep(report: .reporterPhone, .text(phone), seenAs: phone, line: entry.valueLine)
      }
    case .relation:
      if !isUnknown(entry, ReportField.reporterRelation) {
        keep(
          report: .reporterRelation, .text(entry.value.lowercased()), seenAs: entry.value,
          line: entry.valueLine)
      }
    case .familyName, .givenNames, .aliases, .born, .age, .sex, .address, .postcode: break
    default: return false
    }
    return true
  }

  /// A reporter's name, and the relation and number that stand with it.
  private mutating func takeReporter(_ entry: ReportLayout.Entry) {
    guard !isUnknown(entry, ReportField.reportedBy) else { return }
    let text = entry.pieces[0].text
    let line = entry.valueLine
    let name = NameReader.person(withoutContacts(text))
    guard !name.isEmpty else { return }
    keep(report: .reportedBy, .text(name), seenAs: text, line: line)
    let behind = text.split(separator: ",").dropFirst().map { SourceText.trimmed(String($0)) }
    let relation = [NameReader.bracketed(entry.value)].compactMap { $0 } + behind
    if let relation = relation.first(where: { Relation.isOne($0) }) {
      keep(
        report: .reporterRelation, .text(relation.lowercased()), seenAs: relation, line: line,
        isInferred: true)
    }
    if let phone = Contact.phone(in: text) {
      keep(report: .reporterPhone, .text(phone), seenAs: phone, line: line)
    }
  }

  /// A name without the numbers, addresses and relations behind it.
  private func withoutContacts(_ text: String) -> String {
    var text = text
    if let phone = Contact.phone(in: text), let start = text.firstRange(of: phone)?.lowerBound {
      text = String(text[..<start])
    }
    let parts = text.split(separator: ",").map { SourceText.trimmed(String($0)) }
    let kept = parts.prefix { part in
      !part.contains(where: \.isNumber) && !part.lowercased().hasPrefix("tel")
        && !part.contains("@")
    }
    let names = kept.enumerated().filter { $0.offset == 0 || !Relation.isOne($0.element) }
    return names.map(\.element).joined(separator: ", ")
  }

  // MARK: The report

  private mutating func interpretReport(_ entry: ReportLayout.Entry) {
    let line = entry.valueLine
    switch entry.label {
    case .policeRef: takeReferences(entry)
    case .cad:
      let value = SourceText.squeezed(entry.value)
      if !isUnknown(entry, ReportField.otherRefs) { addReference("CAD \(value)", value, line) }
    case .otherRef:
      for reference in Reference.all(in: entry.value) { addReference(reference, reference, line) }
    case .unit: break
    case .agency:
      keep(report: .from, .text(SourceText.squeezed(entry.value)), seenAs: entry.value, line: line)
    case .sentAt: takeInstant(entry, .sentAt)
    case .logOpened: takeInstant(entry, .reportedAt, isInferred: true)
    case .reported:
      anchor = .reported
      takeInstant(entry, .reportedAt)
    case .reportedBy:
      anchor = .reportedBy
      takeReporter(entry)
    case .grading, .gradingEarlier, .graded, .riskBy: takeRisk(entry)
    case .officer, .contact:
      if let officer = NameReader.officer(in: entry.value) {
        keep(report: .officer, .text(officer), seenAs: entry.value, line: line)
      }
    case .nature: takeNature(entry)
    case .strategy: takeStrategy(entry.value, line: line)
    case .by: takeBy(entry)
    default: break
    }
  }

  private mutating func takeReferences(_ entry: ReportLayout.Entry) {
    guard !isUnknown(entry, ReportField.policeRef) else { return }
    let found = Reference.all(in: entry.value)
    if block == nil, case .subject = entry.section, let first = found.first,
      report[.policeRef] != nil
    {
      keep(.policeRef, .text(first), seenAs: first, line: entry.valueLine)
      return
    }
    for reference in found {
      if self[.policeRef] == nil {
        keep(
          report: .policeRef, .text(reference), seenAs: reference, line: entry.valueLine)
      } else {
        addReference(reference, reference, entry.valueLine)
      }
    }
  }

  mutating func addReference(_ reference: String, _ seenAs: String, _ line: Int) {
    guard self[.policeRef]?.value != .text(reference) else { return }
    guard case .list(let items)? = self[.otherRefs]?.value else {
      self[.otherRefs] = Finding(value: .list([reference]), seenAs: seenAs, line: line)
      return
    }
    guard !items.contains(reference), items.count < 40 else { return }
    self[.otherRefs]?.value = .list(items + [reference])
  }

  private mutating func takeInstant(
    _ entry: ReportLayout.Entry, _ field: ReportField, isInferred: Bool = false
  ) {
    guard !isUnknown(entry, field) else { return }
    guard let moment = MomentReader.first(in: entry.value) else {
      leaveOpen(field, .unreadable(entry.value), line: entry.valueLine)
      return
    }
    note(moment, line: entry.valueLine)
    guard let instant = moment.instant, moment.faults.allSatisfy({ $0.hasPrefix("names") }) else {
      leaveOpen(field, .unreadable(entry.value), line: entry.valueLine)
      return
    }
    keep(
      report: field, .instant(instant), seenAs: moment.seenAs, line: entry.valueLine,
      isInferred: isInferred)
  }

  /// Turns what is odd about a date into warnings.
  mutating func note(_ moment: MomentReading, line: Int) {
    for fault in moment.faults {
      doubt("Line \(line): \"\(moment.seenAs)\" \(fault). Ask the sender.", of: current)
    }
    if let said = moment.doubt { doubt("Line \(line): \(said)", of: current) }
  }

  private mutating func takeRisk(_ entry: ReportLayout.Entry) {
    let line = entry.valueLine
    anchor = .grading
    // `Graded: MEDIUM` is a grading, `Graded: 20/10/2026 15:20` tells when.
    let isGrading =
      entry.label == .grading
      || entry.label == .graded && RiskWords.grading(in: entry.value) != nil
    if isGrading, !isUnknown(entry, ReportField.risk) {
      if let grading = RiskWords.grading(in: entry.value) {
        keep(report: .risk, .text(grading), seenAs: entry.value, line: line)
      } else if TickBoxes.chosen(in: entry.value) == nil {
        leaveOpen(ReportField.risk, .unreadable(entry.value), line: line)
      }
    }
    if entry.label == .gradingEarlier, let grading = RiskWords.grading(in: entry.value) {
      keep(report: .riskEarlier, .text(grading), seenAs: entry.value, line: line)
      return
    }
    if let officer = NameReader.officer(in: entry.value) {
      keep(report: .riskBy, .text(officer), seenAs: entry.value, line: line)
    }
  }

  private mutating func takeNature(_ entry: ReportLayout.Entry) {
    guard !isUnknown(entry, ReportField.nature) else { return }
    let text = TickBoxes.chosen(in: entry.value)?.joined(separator: " ") ?? entry.value
    let words = Folding.fold(text)
    let isReferral =
      SourceText.contains("referral", inFolded: words)
      || (entry.label == .nature && SourceText.contains("yes", inFolded: words))
    if isReferral {
      keep(report: .nature, .text("referral"), seenAs: entry.value, line: entry.valueLine)
    } else if SourceText.contains("information", inFolded: words) {
      keep(report: .nature, .text("information"), seenAs: entry.value, line: entry.valueLine)
    }
    if words.contains("strategy discussion") { takeStrategy(text, line: entry.valueLine) }
  }

  private mutating func takeStrategy(_ value: String, line: Int) {
    let text = TickBoxes.chosen(in: value)?.joined(separator: " ") ?? value
    let words = Folding.fold(text)
    for answer in ["requested", "held"] where SourceText.contains(answer, inFolded: words) {
      keep(report: .strategyDiscussion, .text(answer), seenAs: value, line: line)
      return
    }
  }

  /// "By:" means whoever did what the label before it says.
  private mutating func takeBy(_ entry: ReportLayout.Entry) {
    switch anchor {
    case .reported: takeReporter(entry)
    case .grading:
      if let officer = NameReader.officer(in: entry.value) {
        keep(report: .riskBy, .text(officer), seenAs: entry.value, line: entry.valueLine)
      }
    default: break
    }
  }
}
