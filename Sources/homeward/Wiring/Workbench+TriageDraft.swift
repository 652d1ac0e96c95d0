import Desk
import Exchange
import Store
import Workflow

// What is read of a report, for whoever triages it.

extension Workbench {
  /// Reads a kept report into a draft for triage.
  ///
  /// - Parameters:
  ///   - reference: the report's reference.
  ///   - subject: which child of it, or nothing for the first that waits.
  ///   - isFurther: whether it is a child whom the report neither counts nor names.
  ///   - person: who triages.
  /// - Returns: the draft.
  /// - Throws: that there is no such report, or that it is triaged already.
  func draft(
    of reference: String, subject: Int? = nil, isFurther: Bool = false, for person: Person?
  ) throws -> TriageDraft {
    let records = records(for: person)
    guard let report = try records.report(reference) else {
      throw Refusal(.notFound, "There is no report \(reference).")
    }
    if report.row.isList {
      throw Refusal(
        .rule,
        "\(reference) is a list: each of its children has a report. 'homeward intake' lists those that wait."
      )
    }
    let standing = try records.standing(ofReport: reference)
    // What somebody typed of one that another decided since is read again, though it records nothing.
    let drafted = try begun(ofReport: reference, by: person)
    let further = isFurther ? placeOfFurther(in: report, standing) : nil
    var read = readAll(report, standing)
    let known = max(1, read.subjects.count)
    let next = (1...known).first { !standing.isDecided($0) }
    let number = further ?? subject ?? next ?? drafted.first ?? 0
    // A further child is nobody's but of whoever has begun it.
    if further != nil || drafted.contains(number) { read.addUntold(upTo: number) }
    let count = max(1, read.subjects.count)
    let isWaiting = report.row.isWaiting && !standing.isDecided(number)
    guard further != nil || isWaiting || drafted.contains(number), (1...count).contains(number)
    else {
      let by = report.row.triagedBy.map { " by \($0)" } ?? ""
      let decision = report.row.decision.map {
        ": " + $0.split(separator: "-").joined(separator: " ")
      }
      throw Refusal(
        .rule,
        report.row.child == nil
          ? "\(reference) was set aside\(by)\(decision ?? "")."
          : "\(reference) was triaged\(by) already.")
    }
    let one = number <= read.subjects.count ? read.subjects[number - 1] : SubjectDraft()
    var values = TriageValues(report: read, subject: one).values
    let policeReference = values["police-ref"]?.typed ?? ""
    var match = try match(
      one, under: policeReference, of: report.row.reference, childID: "", records)
    match.decided = try decided(reference, number, records)
    let notAsked = ownAuthority(in: &values).merging(
      TriageValues.ofNobody(in: read, of: one, besides: values)
    ) { own, _ in own }
    if count > 1 {
      try carryOver(of: reference, read, besides: number, standing, into: &values, records)
    }
    let agreeing = try homeAgrees(one, of: read.kind, match, values, records)
    if let agreeing {
      values["from"] = agreeing.value
      match.candidates[0] = agreeing.candidate
    }
    var draft = TriageDraft(
      reference: report.row.reference, subject: number, subjects: count, kind: read.kind.words,
      received: read.made(by: report.row.received), values: values,
      gaps: gaps(of: read, subject: number),
      warnings: read.warnings(ofSubject: number - 1, isFirst: number == next),
      match: match, text: read.text)
    draft.begun = try begunByOthers(than: person)[reference]?.first?.who
    draft.take(try otherReports(on: one, in: read, reference, records))
    draft.notAsked = notAsked
    draft.tellsOfEnd = read.tellsOfEnd
    draft.isUntold = number > known
    if let authority = values["responsible-authority"]?.typed, !isOurs(authority) {
      draft.list.append(
        "! Another authority's child: \(authority) is responsible and is to be told")
    }
    draft.list += try others(in: read, records)
    draft.notes = try notes(onReports: [reference], about: number, records)[reference] ?? []
    draft.otherNames = try names(in: read, besides: number, standing, records)
    draft.list.insert(contentsOf: try told(in: read, besides: number, standing, records), at: 0)
    if let adult = one.adult(on: London.local(now()).date) { draft.list.append("! \(adult)") }
    if let list = try dailyList(of: reference, records)?.summary {
      draft.notListed = list.missing
      draft.list += (list.notOnIt.map { ["! \($0)"] } ?? []) + ["▹ \(list.words)"]
      draft.list += list.notLookedFor(asOf: now()).map { ["▹ \($0)"] } ?? []
    }
    return draft
  }

  /// Of whom else the text tells in its own way, and that this child was read in such a text: who triages compares
  /// with it, and knows that the report is not done with this one.
  private func told(
    in read: ReportDraft, besides number: Int, _ standing: ReportStanding, _ records: Records
  ) throws -> [String] {
    let further = read.subjects.filter(\.isFurther)
    if further.isEmpty { return [] }
    let place = number - 1
    let isUntold = read.subjects.indices.contains(place) && read.subjects[place].isUntold
    if isUntold {
      return [
        "! A further child of the report, of whom nothing was read: F3 shows what it says"
      ]
    }
    let rest = try read.subjects.indices.filter { $0 != place && read.subjects[$0].isFurther }
      .map { other in
        try triaged(other + 1, standing, records)?.name
          ?? read.subjects[other].title + (standing.isDecided(other + 1) ? " (set aside)" : "")
      }
    let own = read.subjects.indices.contains(place) && read.subjects[place].isFurther
    return
      (own
      ? ["! Told of in the text, not on a form: compare with F3. Not missing? F8"] : [])
      + (rest.isEmpty
        ? []
        : ["! The text tells of \(rest.joined(separator: "; ")), too: each has a triage of its own"])
  }

  /// Whether an authority is the one whose desk it is.
  private func isOurs(_ authority: String) -> Bool {
    TwoAuthorities.isSame(authority, facts.authority)
  }

  /// Takes out what goes without saying: a desk's own children in its own area are its own.
  ///
  /// - Parameter values: what was read.
  /// - Returns: what was taken out and where it stands, by field.
  private func ownAuthority(
    in values: inout [String: TriageDraft.Value]
  ) -> [String: String] {
    let names = ["responsible-authority", "host-authority"]
    let said = names.compactMap { name in values[name].map { (name, $0) } }
    guard said.allSatisfy({ isOurs($0.1.typed) }) else { return [:] }
    for name in names { values[name] = nil }
    return Dictionary(uniqueKeysWithValues: said.map { ($0, "our own; \($1.seenAs)") })
  }

  /// Whoever else a report names with a birthday, and whom of the register that is.
  private func others(in read: ReportDraft, _ records: Records) throws -> [String] {
    // Parents and officers are named with their birthdays, too: they are nobody's to look for here.
    let today = London.local(now()).date
    let named = read.others.filter { $0.adult(on: today) == nil }
    if named.isEmpty { return [] }
    let children = try records.matchCandidates()
    let matcher = ChildMatcher(children.map(MatchCandidate.init))
    return named.map { other in
      let said =
        "! Also named: \(other.name)" + (other.born.map { ", born \($0.spoken)" } ?? "")
      guard case .propose(let id, _, _, _) = matcher.decide(other, on: London.local(now()).date),
        let child = children.first(where: { $0.id == id })
      else { return "\(said), not on the register. Nothing of that is recorded here" }
      return
        "\(said): \(child.name) (\(id)) on the register. Nothing of it is recorded there: add a note"
    }
  }

  /// Where the place from which a child of a daily list went is the child's own on the register: then it says
  /// whether the child went from home or from care.
  private func homeAgrees(
    _ subject: SubjectDraft, of kind: ReportKind, _ match: TriageMatch,
    _ values: [String: TriageDraft.Value], _ records: Records
  ) throws -> (value: TriageDraft.Value, candidate: TriageDraft.Candidate)? {
    guard kind == .dailyList, match.isProposed, values["from"] == nil,
      let first = match.candidates.first, let place = subject.fields[.missingFromPlace],
      let child = try records.child(first.id)
    else { return nil }
    let said = Folding.words(place.value.plain)
    func isPart(of address: String?) -> Bool {
      guard said.count > 1, let address else { return false }
      return Folding.words(address).starts(with: said)
        || Set(said).isSuperset(of: Folding.words(address))
    }
    let isPlacement = isPart(of: child.placement)
    guard isPlacement || isPart(of: child.address) else { return nil }
    let from: MissingFrom = isPlacement || child.placement != nil ? .care : .home
    let because = isPlacement ? "missing from the placement" : "missing from the home address"
    return (
      TriageDraft.Value(
        typed: from.rawValue,
        seenAs: "line \(place.line): \(because) on the register\(TriageDraft.Value.inferred)"),
      TriageDraft.Candidate(
        id: first.id, title: first.title, because: "\(first.because); \(because)",
        standing: first.standing, isSame: first.isSame)
    )
  }

  private func gaps(of read: ReportDraft, subject: Int) -> [TriageDraft.Gap] {
    func words(_ name: String) -> String { name.split(separator: "_").joined(separator: " ") }
    return read.gaps.compactMap { gap in
      switch gap.field {
      case .report(let field):
        return TriageDraft.Gap(
          words(field.rawValue), field: TriageValues.ofReport.first { $0.0 == field }?.1)
      case .subject(let index, let field):
        guard index == subject - 1 else { return nil }
        return TriageDraft.Gap(
          words(field.rawValue), field: TriageValues.ofSubject.first { $0.0 == field }?.1)
      }
    }
  }
}
