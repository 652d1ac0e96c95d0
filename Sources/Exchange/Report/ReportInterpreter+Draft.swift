internal import Workflow

extension ReportInterpreter {
  /// Brings everything together: what is said of all, gaps, and what does not add up.
  mutating func draft(text: String, received: Instant?) -> ReportDraft {
    settleBlocks()
    for index in subjects.indices {
      subjects[index].merge(shared) { own, _ in own }
      if let sharedMarkers = shared[.riskFactors], subjects[index][.riskFactors] == nil {
        subjects[index][.riskFactors] = sharedMarkers
      }
      inferHost(index)
      if subjects[index][.medical] != nil, RiskWords.markers(in: medical(index)) == ["medical"] {
        addMedical(index)
      }
    }
    if report[.kind] == nil, kind != .unknown {
      report[.kind] = Finding(value: .text(kind.rawValue), seenAs: "", line: 1, isInferred: true)
    }
    check(received: received)
    if isCut {
      add(
        "The text stops in the middle of its last line: nothing was taken from that line. "
          + "Compare with the original.")
    }
    if layout.isTooLong {
      add(
        "The text is longer than any report: labels were looked for in its first part only. "
          + "Save the report alone and read that.")
    }
    let isEmpty = subjects.allSatisfy { $0[.familyName] == nil && $0[.givenNames] == nil }
    if isEmpty {
      add(kind == .unknown ? ReportInterpreter.noKind : ReportInterpreter.noName)
    }
    return ReportDraft(
      kind: kind, text: text, report: report,
      subjects: subjects.enumerated().map { SubjectDraft(fields: $1, own: own[$0] ?? [:]) },
      others: others, gaps: allGaps(),
      doubts: doubts.saidOnce(ofAll: subjects.count))
  }

  /// What is said where nobody's name was read.
  static let noKind =
    "The desk does not know this kind of report. Its text is kept; fill in by hand."
  static let noName =
    "No child's name was found under a label. The text is kept; fill in by hand."

  private func medical(_ index: Int) -> String { subjects[index][.medical]?.value.text ?? "" }

  private mutating func addMedical(_ index: Int) {
    guard let found = subjects[index][.medical] else { return }
    var items: [String] = []
    if case .list(let held)? = subjects[index][.riskFactors]?.value { items = held }
    guard !items.contains("medical") else { return }
    subjects[index][.riskFactors] = Finding(
      value: .list(items + ["medical"]), seenAs: found.seenAs, line: found.line)
  }

  /// The host authority, where the address lies in the area of the responsible one.
  private mutating func inferHost(_ index: Int) {
    guard subjects[index][.hostAuthority] == nil,
      let responsible = subjects[index][.responsibleAuthority]?.value.text,
      let address = subjects[index][.address], let text = address.value.text
    else { return }
    let words = Folding.fold(text)
    let postcode = Contact.postcode(in: text).map { Folding.fold($0) } ?? ""
    let name = Folding.fold(responsible)
    guard !name.isEmpty, words.hasSuffix(name) || words.hasSuffix((name + " " + postcode)) else {
      return
    }
    subjects[index][.hostAuthority] = Finding(
      value: .text(responsible), seenAs: address.seenAs, line: address.line, isInferred: true)
  }

  // MARK: Gaps

  private func allGaps() -> [Gap] {
    var all: [Gap] = []
    func isOpen(_ field: ReportField) -> Bool {
      report[field] == nil && subjects.indices.contains { own[$0]?[field] == nil }
    }
    for field in [ReportField.policeRef, .reportedAt, .risk] where isOpen(field) {
      let key = Gap.Field.report(field)
      all.append(gaps[key] ?? Gap(field: key, reason: .notMentioned))
    }
    for (key, gap) in gaps {
      if case .report(let field) = key, isOpen(field),
        !all.contains(where: { $0.field == key })
      {
        all.append(gap)
      }
    }
    for index in subjects.indices {
      for field in SubjectField.allCases where subjects[index][field] == nil {
        let key = Gap.Field.subject(index, field)
        if var gap = gaps[key] ?? sharedGaps[field] {
          gap.field = key
          all.append(gap)
        } else if SubjectField.needed.contains(field) {
          all.append(Gap(field: key, reason: .notMentioned))
        }
      }
    }
    return all.sorted { $0.order < $1.order }
  }

  // MARK: Checks

  private mutating func check(received: Instant?) {
    for (field, finding) in report.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      checkAhead(field.rawValue, finding, received, of: nil)
    }
    for index in subjects.indices {
      for (field, finding) in (own[index] ?? [:]).sorted(by: { $0.key.rawValue < $1.key.rawValue })
      { checkAhead(field.rawValue, finding, received, of: index) }
      let stated = own[index]?[.reportedAt] ?? report[.reportedAt]
      let fields = subjects[index]
      for (field, finding) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        checkAhead(field.rawValue, finding, received, of: index)
      }
      checkAge(fields, on: instant(stated) ?? instant(fields[.lastSeenAt]) ?? received, of: index)
      checkOrder(fields[.lastSeenAt], "last seen", stated, "reported", of: index)
      checkOrder(fields[.leftPlacementAt], "left", stated, "reported", of: index)
      checkOrder(fields[.lastSeenAt], "last seen", fields[.foundAt], "found", of: index)
      checkOrder(fields[.foundAt], "found", fields[.returnedAt], "returned", of: index)
      checkOrder(fields[.lastSeenAt], "last seen", fields[.returnedAt], "returned", of: index)
    }
  }

  private func instant(_ finding: Finding?) -> Instant? {
    if case .instant(let instant)? = finding?.value { instant } else { nil }
  }

  /// Adds what is said however many contradictions were told before.
  private mutating func add(_ words: String, of subject: Int? = nil) {
    doubts.append(ReportDoubt(words, of: subject))
  }

  private mutating func checkAhead(
    _ name: String, _ finding: Finding, _ received: Instant?, of subject: Int?
  ) {
    guard let received,
      let doubt = ReportDoubt(ahead: finding, named: name, of: subject, received: received)
    else { return }
    doubts.append(doubt)
  }

  private mutating func checkAge(
    _ fields: [SubjectField: Finding], on instant: Instant?, of subject: Int
  ) {
    guard let finding = fields[.born], case .date(let born) = finding.value, let instant else {
      return
    }
    let day = London.local(instant).date
    guard born <= day else {
      add("Line \(finding.line): born \(born.spoken) lies ahead. Ask the sender.", of: subject)
      return
    }
    let age = born.age(on: day)
    if case .number(let stated)? = fields[.age]?.value, stated != age {
      add(
        "Line \(finding.line): born \(born.spoken) makes the child \(age), but the age is given as "
          + "\(stated). Both stand as they were sent; ask the sender.", of: subject)
    } else if age > 18 {
      add(
        "Line \(finding.line): born \(born.spoken) makes this person \(age). "
          + "Check that it is the child's date of birth.", of: subject)
    }
  }

  private mutating func checkOrder(
    _ first: Finding?, _ firstName: String, _ second: Finding?, _ secondName: String,
    of subject: Int
  ) {
    guard let first, let second, let earlier = instant(first), let later = instant(second),
      earlier > later
    else { return }
    add(
      "\(firstName) \(earlier.spoken) (line \(first.line)) is later than \(secondName) "
        + "\(later.spoken) (line \(second.line)). Both stand as they were sent; ask the sender.",
      of: subject)
  }
}

extension Gap {
  /// The report's gaps first, then each child's, in the fields' own order.
  fileprivate var order: Int {
    switch field {
    case .report(let field): ReportField.allCases.firstIndex(of: field) ?? 0
    case .subject(let index, let field):
      (index + 1) * 100 + (SubjectField.allCases.firstIndex(of: field) ?? 0)
    }
  }
}
