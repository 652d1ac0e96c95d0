import Desk
import Exchange
import Grid
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
    // The draft that held the list ends with its last child; what came before is found again by its text.
    return try list.reports.enumerated().map { place, text in
      try keep(
        text, as: ReportReader.read(text: text, received: now(), isWhole: true), source: source,
        ending: place == list.reports.count - 1 ? drafts : [], by: person)
    }
  }

  private func keep(
    _ text: String, as draft: ReportDraft, source: String, ending drafts: [String],
    by person: Person
  ) throws -> ReceivedReport {
    let names = draft.subjects.map(\.name).filter { !$0.isEmpty }
    let others = names.count > 1 ? " and \(names.count - 1) more" : ""
    return try file.receiveReport(
      text: text, source: source, kind: draft.kind.rawValue, subjects: max(1, draft.subjects.count),
      policeReference: draft.plain(.policeRef), named: names.first.map { $0 + others },
      gist: draft.gist, ending: drafts, by: actor(person))
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
    let values = TriageValues(report: read, subject: one).values
    let policeReference = values["police-ref"]?.typed ?? ""
    var draft = TriageDraft(
      reference: report.row.reference, subject: number, subjects: count, kind: read.kind.words,
      received: read.made(by: report.row.received), values: values,
      gaps: gaps(of: read, subject: number),
      warnings: read.warnings,
      match: try match(one, under: policeReference, of: report.row.reference, childID: "", records),
      text: read.text)
    draft.begun = try begunByOthers(than: person)[reference]
    if let adult = one.adult(on: London.local(now()).date) { draft.list.append("! \(adult)") }
    if let list = try dailyList(of: reference, records)?.summary {
      draft.notListed = list.missing
      draft.list += (list.notOnIt.map { ["! \($0)"] } ?? []) + ["▹ \(list.words)"]
    }
    return draft
  }

  /// The text of a report that was kept, as people read it: of an e-mail what was written.
  ///
  /// - Parameters:
  ///   - reference: the report's reference.
  ///   - person: who reads it.
  /// - Returns: the text.
  /// - Throws: that there is no such report.
  func reportText(_ reference: String, for person: Person?) throws -> String {
    guard let report = try records(for: person).report(reference) else {
      throw Refusal(.notFound, "There is no report \(reference).")
    }
    return ReportReader.read(text: report.text, received: report.row.received, isWhole: true).text
  }

  /// The reports that were set aside, each with its reason.
  func asides(for person: Person?) throws -> [AsideRow] {
    let records = records(for: person)
    return try records.reportsAside(Window(limit: 200)).map { row in
      let title = [row.policeReference, ReportKind(rawValue: row.kind)?.words ?? row.kind]
        .compactMap { $0 }.joined(separator: " · ")
      let decision = row.decision ?? ""
      return AsideRow(
        reference: row.reference, title: title,
        decision: decision.split(separator: "-").joined(separator: " "), by: row.triagedBy ?? "",
        at: row.triaged, reason: try records.reasonAside(of: row.reference) ?? "")
    }
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
  var gist: ReportGist {
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

/// The values of a report as the triage form's fields take them.
private struct TriageValues {
  private(set) var values: [String: TriageDraft.Value] = [:]

  /// Which field of the form takes what is said of the child.
  static let ofSubject: [(SubjectField, String)] = [
    (.familyName, "family-name"), (.givenNames, "given-names"), (.born, "born"), (.sex, "sex"),
    (.address, "address"), (.postcode, "postcode"), (.from, "from"), (.category, "category"),
    (.lastSeenAt, "last-seen"), (.lastSeenBy, "last-seen-by"), (.leftPlacementAt, "left"),
    (.lastSeenPlace, "place"), (.missingFromPlace, "place"), (.whereabouts, "whereabouts"),
    (.aliases, "aliases"), (.circumstances, "circumstances"), (.foundAt, "found-at"),
    (.foundWhere, "found-place"), (.returnedAt, "returned-at"), (.returnedTo, "returned-to"),
    (.clothing, "clothing"), (.marks, "description"), (.medical, "medical"),
  ]

  /// Which field of the form takes what the report says of itself.
  static let ofReport: [(ReportField, String)] = [
    (.reportedAt, "reported-at"), (.reportedBy, "reporter"), (.reporterPhone, "reporter-phone"),
    (.risk, "risk"), (.policeRef, "police-ref"), (.officer, "officer"),
  ]

  init(report: ReportDraft, subject: SubjectDraft) {
    for (field, name) in Self.ofSubject { add(subject.fields[field], as: name) }
    for (field, name) in Self.ofReport { add(report.report[field], as: name) }
    if let own = subject.fields[.policeRef] { add(own, as: "police-ref") }
    // What a risk is called in a report, and how it tells a child's standing, are not yet the register's words.
    if var legal = subject.fields[.legalStatus], let status = ChildStatus(legal: legal.value.plain)
    {
      legal.value = .text(status.rawValue)
      legal.isInferred = true
      add(legal, as: "status")
    }
    let markers = subject.list(.riskFactors).filter { Marker(rawValue: $0) != nil }
    if var found = subject.fields[.riskFactors], !markers.isEmpty {
      found.value = .list(markers)
      found.isInferred = true
      add(found, as: "markers")
    }
    let fromPolice: Set<ReportKind> = [
      .merlinMissing, .merlinPAC, .compactMissing, .compactFound, .policeEmail, .dailyList,
    ]
    if fromPolice.contains(report.kind) {
      values["by"] = TriageDraft.Value(typed: "police", seenAs: "by the kind of report")
      add(report.report[.from], as: "force")
    }
    if values["last-seen"] == nil,
      report.gaps.contains(where: { gap in
        if case .subject(_, .lastSeenAt) = gap.field, case .statedUnknown = gap.reason {
          true
        } else {
          false
        }
      })
    {
      values["last-seen"] = TriageDraft.Value(typed: "unknown", seenAs: "stated as not known")
    }
  }

  private mutating func add(_ finding: Finding?, as name: String) {
    guard let finding else { return }
    let typed: String =
      switch finding.value {
      case .instant(let instant): instant.iso
      case .date(let date): date.iso
      case .list(let items): items.joined(separator: ", ")
      default: finding.value.plain
      }
    let seen = finding.seenAs.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    values[name] = TriageDraft.Value(
      typed: typed,
      seenAs:
        "line \(finding.line): \(clipped(seen, to: 60))\(finding.isInferred ? TriageDraft.Value.inferred : "")"
    )
  }
}

extension ChildStatus {
  /// How a child stands to the authority by what a report calls the legal status; nothing where its words
  /// leave that open.
  ///
  /// - Parameter text: the words: `Looked after, care order`.
  fileprivate init?(legal text: String) {
    let words = " " + Folding.fold(text) + " "
    func says(_ phrases: [String]) -> Bool { phrases.contains { words.contains(" \($0) ") } }
    if says(["no", "not", "none", "former", "previously"]) { return nil }
    let known: [(ChildStatus, [String])] = [
      (.careLeaver, ["care leaver", "leaving care"]),
      (
        .lookedAfter,
        [
          "looked after", "care order", "s 20", "s20", "section 20", "s 31", "s31", "section 31",
          "lac", "cla",
        ]
      ),
      (.childProtection, ["child protection", "cp plan", "cp"]),
      (.childInNeed, ["child in need", "cin"]), (.earlyHelp, ["early help"]),
    ]
    guard let first = known.first(where: { says($0.1) }) else { return nil }
    self = first.0
  }
}
