import Desk
import Exchange
import Store
import Workflow

extension Workbench {
  /// Keeps a report as it came, from a file or as it was pasted.
  ///
  /// - Parameters:
  ///   - bytes: the report.
  ///   - source: where it came from, for the journal.
  ///   - drafts: the keys of the drafts that held it.
  ///   - person: who takes it in.
  /// - Returns: its reference, and whether it is new here; of a list of several children a report each.
  /// - Throws: that it is no text, or why it could not be kept.
  func receive(
    _ bytes: [UInt8], source: String, ending drafts: [String] = [], by person: Person
  ) throws -> [ReceivedReport] {
    let draft: ReportDraft
    do {
      draft = try ReportReader.read(bytes: bytes, received: now())
    } catch {
      throw Failure(.badInput, "\(source): \(error.sentence) Nothing was recorded.")
    }
    let text = try decoded(bytes, source: source)
    guard Permissions.allows(person.role, to: .reportReceived) else {
      let own = (try? procedures.current().roleTitles) ?? [:]
      throw Permissions.refusal(of: .reportReceived, by: person, named: own)
    }
    guard let list = DailyList(text: text) else {
      return [try keep(text, as: draft, source: source, ending: drafts, by: person)]
    }
    // The draft that held the list ends with the list itself, which is kept once and last; what came before
    // is found again by its text.
    let reports = list.reports(keptAs: DeskFile.listName(of: text))
    let received = try zip(reports, list.formerReports).map { text, former in
      try keep(
        text, formerly: former, as: ReportReader.read(text: text, received: now(), isWhole: true),
        source: source, by: person)
    }
    try file.receiveList(
      text: text, source: source, reports: received.map(\.reference), ending: drafts,
      by: actor(person))
    return received
  }

  /// Whether neither a child nor a kind of report can be read in a text: more likely it was typed into the
  /// wrong form than sent by somebody.
  func isNothingRead(in bytes: [UInt8]) -> Bool {
    guard let draft = try? ReportReader.read(bytes: bytes, received: now()),
      let text = try? TextDecoding.decode(bytes).text, DailyList(text: text) == nil
    else { return false }
    return draft.kind == .unknown && draft.plain(.policeRef) == nil
      && draft.subjects.allSatisfy { $0.name.isEmpty && $0.born == nil }
  }

  /// The names of those who work on the desk, whoever may hold interviews first.
  func interviewers(for person: Person?) throws -> [String] {
    let staff = try records(for: person).staff()
    func holds(_ member: StaffMember) -> Bool {
      !Set(member.roles).isDisjoint(with: [.rhiWorker, .tysWorker])
    }
    return staff.filter(holds).map(\.name) + staff.filter { !holds($0) }.map(\.name)
  }

  private func keep(
    _ text: String, formerly former: String? = nil, as draft: ReportDraft, source: String,
    ending drafts: [String] = [], by person: Person
  ) throws -> ReceivedReport {
    let names = draft.subjects.map(\.name).filter { !$0.isEmpty }
    let others = names.count > 1 ? " and \(names.count - 1) more" : ""
    return try file.receiveReport(
      text: text, formerly: former, source: source, kind: draft.kind.rawValue,
      subjects: max(1, draft.subjects.count),
      policeReference: policeReference(of: draft), named: names.first.map { $0 + others },
      gist: draft.gist, ending: drafts, by: actor(person))
  }

  /// By what the police know a report: as its form reads it, so that the row and the form say the same.
  private func policeReference(of draft: ReportDraft) -> String? {
    draft.plain(.policeRef)
      ?? TriageValues(report: draft, subject: draft.subjects.first ?? SubjectDraft())
      .values["police-ref"]?.typed
  }

  private func decoded(_ bytes: [UInt8], source: String) throws -> String {
    do {
      return try TextDecoding.decode(bytes).text
    } catch {
      throw Failure(.badInput, "\(source): \(error.sentence) Nothing was recorded.")
    }
  }

  /// Reads a kept report into a draft for triage.
  ///
  /// - Parameters:
  ///   - reference: the report's reference.
  ///   - subject: which child of it, or nothing for the first that waits.
  ///   - person: who triages.
  /// - Returns: the draft.
  /// - Throws: that there is no such report, or that it is triaged already.
  func draft(of reference: String, subject: Int? = nil, for person: Person?) throws -> TriageDraft {
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
    let read = ReportReader.read(text: report.text, received: report.row.received, isWhole: true)
    let count = max(1, read.subjects.count)
    let done = try records.triagedSubjects(of: reference)
    let number = subject ?? (1...count).first { !done.contains($0) } ?? 0
    guard report.row.isWaiting, (1...count).contains(number), !done.contains(number) else {
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
    // What goes without saying is not asked: a desk's own children are its own.
    let isOthers = values["responsible-authority"].map {
      !TwoAuthorities.isSame($0.typed, facts.authority)
    }
    if isOthers != true {
      values["responsible-authority"] = nil
      values["host-authority"] = nil
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
      warnings: read.warnings,
      match: match, text: read.text)
    draft.begun = try begunByOthers(than: person)[reference]?.first?.who
    // One under the same police reference is named with it.
    draft.twins = (try reportTwins(records)[reference] ?? [])
      .filter { $0.common != ["same police reference"] }
    if isOthers == true, let authority = values["responsible-authority"]?.typed {
      draft.list.append(
        "! Another authority's child: \(authority) is responsible and is to be told")
    }
    draft.list += try others(in: read, records)
    draft.list += unread(in: read)
    if let adult = one.adult(on: London.local(now()).date) { draft.list.append("! \(adult)") }
    if let list = try dailyList(of: reference, records)?.summary {
      draft.notListed = list.missing
      draft.list += (list.notOnIt.map { ["! \($0)"] } ?? []) + ["▹ \(list.words)"]
    }
    return draft
  }

  /// What a report that was kept says, in a few lines.
  ///
  /// - Parameters:
  ///   - reference: the report's reference.
  ///   - person: who reads it.
  /// - Returns: a line for each child that it reports, and what kind of report it is.
  /// - Throws: that there is no such report.
  func about(_ reference: String, for person: Person?) throws -> ReportAbout {
    guard let report = try records(for: person).report(reference) else {
      throw Refusal(.notFound, "There is no report \(reference).")
    }
    let read = ReportReader.read(text: report.text, received: report.row.received, isWhole: true)
    let today = London.local(now()).date
    let part = try waitingPart(of: report.row, records(for: person))
    let subjects = part?.subjects ?? read.subjects
    let children = subjects.filter { !$0.fields.isEmpty }.map { subject in
      let age =
        subject.born.map { "\($0.age(on: today)), born \($0.spoken)" }
        ?? subject.age.map { "\($0)" } ?? "age not read"
      let back = subject.instant(.returnedAt).map { "back \($0.spokenShort(asOf: now()))" }
      return [
        subject.name.isEmpty ? "no name read" : subject.name, age,
        subject.instant(.lastSeenAt).map { "last seen \($0.spokenShort(asOf: now()))" }
          ?? "last seen not read",
        back,
      ].compactMap { $0 }.joined(separator: " · ")
    }
    let reference = subjects.first?.plain(.policeRef) ?? policeReference(of: read)
    let done = part.map { ["Only what is left of it is set aside: \($0.words) stays"] } ?? []
    var about = ReportAbout(
      reference: report.row.reference, names: subjects.map(\.name).filter { !$0.isEmpty },
      lines: (children.isEmpty ? ["No child was read in it: F3 shows the report"] : children) + done
        + [
          [
            reference ?? "no police reference read", read.kind.words,
            "came in \(report.row.received.spokenShort(asOf: now()))",
          ].joined(separator: " · ")
        ])
    about.done = part?.doneNames ?? []
    return about
  }

  /// The text of a report that was kept, as people read it: of an e-mail what was written, of one child of a
  /// list that child's row.
  ///
  /// - Parameters:
  ///   - reference: the report's reference.
  ///   - person: who reads it.
  /// - Returns: the text.
  /// - Throws: that there is no such report.
  func reportText(_ reference: String, for person: Person?) throws -> String {
    let records = records(for: person)
    guard let report = try records.report(reference) else {
      throw Refusal(.notFound, "There is no report \(reference).")
    }
    return ReportReader.read(text: report.text, received: report.row.received, isWhole: true).text
  }

  /// The whole list to which a report belongs that waits for triage, as people read it: whose the child is may
  /// hang on the rows beside it.
  ///
  /// - Parameters:
  ///   - reference: the report's reference.
  ///   - person: who reads it.
  /// - Returns: the list.
  /// - Throws: a refusal where the report is of no list, waits no longer, or is another's to triage.
  func wholeListText(_ reference: String, for person: Person?) throws -> String {
    let records = records(for: person)
    guard let report = try records.report(reference) else {
      throw Refusal(.notFound, "There is no report \(reference).")
    }
    guard let person, Permissions.allows(person.role, to: .triaged) else {
      throw Refusal(
        .notAllowed, "The whole list is for whoever triages: it names other children.",
        tell: .frontDoor)
    }
    guard let list = try wholeList(of: report, records) else {
      throw Refusal(.rule, "\(reference) is not one of a list.")
    }
    guard report.row.isWaiting else {
      throw Refusal(
        .rule,
        "\(reference) waits no longer: with it stands the child's own row, and no other child's.")
    }
    return DailyList.readable(list)
  }

  /// The list to which a report of one child belongs, as it came; nothing where it belongs to none.
  func wholeList(of report: Report, _ records: Records) throws -> String? {
    if let name = DailyList.reference(in: report.text) { return try records.report(name)?.text }
    return DailyList.whole(of: report.text)
  }

  /// The reports that were set aside, each with its reason.
  func asides(for person: Person?) throws -> [AsideRow] {
    let records = records(for: person)
    return try records.reportsAside(Window(limit: 200)).map { row in
      let title = [row.policeReference, ReportKind(rawValue: row.kind)?.words ?? row.kind]
        .compactMap { $0 }.joined(separator: " · ")
      let decision = row.decision ?? ""
      return AsideRow(
        reference: row.reference, name: try readName(of: row, records), title: title,
        decision: decision.split(separator: "-").joined(separator: " "), by: row.triagedBy ?? "",
        at: row.triaged, reason: try records.reasonAside(of: row.reference) ?? "")
    }
  }

  /// That the text names birthdays of children of whom nothing was read: each is to be taken in by itself.
  private func unread(in read: ReportDraft) -> [String] {
    let today = London.local(now()).date
    let known = Set((read.subjects + read.others).compactMap(\.born))
    let further = BirthdaysNamed.further(in: read.text, besides: known, today: today)
    guard let first = further.first else { return [] }
    let days = further.count == 1 ? first.spoken : "\(further.count) more birthdays"
    return [
      "! The text names \(days), not read: another child? F3 reads it; take in each by itself, with n"
    ]
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
      let child = try records.matchCandidates().first(where: { $0.id == first.id })
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

extension ReportDraft {
  /// By when a report was made: when it came in, or when it was sent, if that is earlier.
  func made(by received: Instant) -> Instant { min(received, instant(.sentAt) ?? received) }

  /// How pressing it is: of several children the one who presses most speaks for all.
  var gist: ReportGist { gist(of: subjects) }

  /// How pressing it is of some of its children.
  func gist(of subjects: [SubjectDraft]) -> ReportGist {
    var gist = ReportGist()
    gist.risk = plain(.risk).flatMap(Risk.init(rawValue:))
    let away = subjects.filter { $0.instant(.returnedAt) == nil }
    let pressing = away.isEmpty ? subjects : away
    gist.from = pressing.compactMap { $0.plain(.from).flatMap(MissingFrom.init(rawValue:)) }.first
    gist.lastSeen =
      pressing.compactMap { $0.instant(.lastSeenAt) ?? $0.instant(.leftPlacementAt) }.min()
    let located = pressing.compactMap { $0.instant(.foundAt) }
    if located.count == pressing.count { gist.found = located.max() }
    if away.isEmpty { gist.returned = subjects.compactMap { $0.instant(.returnedAt) }.max() }
    return gist
  }
}
