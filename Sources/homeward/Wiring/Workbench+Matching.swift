import Desk
import Exchange
import Store
import Workflow

// Whom of the register a report may mean.

extension Workbench {
  /// Compares the register with what a triage form says now.
  ///
  /// - Parameters:
  ///   - question: what is typed in the form; what it does not ask stands as the report has it.
  ///   - person: who triages.
  /// - Returns: who may be meant.
  /// - Throws: why the desk's file cannot be read.
  func match(_ question: TriageQuestion, for person: Person?) throws -> TriageMatch {
    let records = records(for: person)
    var subject = SubjectDraft()
    var twins: [ReportTwin]?
    if let report = try records.report(question.report) {
      let read = try readAll(
        report, records.standing(ofReport: question.report), besides: question.subject)
      if read.subjects.indices.contains(question.subject - 1) {
        subject = read.subjects[question.subject - 1]
      }
      twins = try otherReports(on: subject, in: read, question.report, records)
    }
    subject.set(.familyName, question.familyName)
    subject.set(.givenNames, question.givenNames)
    subject.set(.address, question.address)
    subject.set(.postcode, question.postcode)
    subject.fields[.born] = question.born.map { Finding(value: .date($0), seenAs: "", line: 0) }
    var match = try match(
      subject, under: question.policeReference, of: question.report, childID: question.childID,
      records)
    match.twins = twins
    match.decided = try decided(question.report, question.subject, records)
    return match
  }

  /// Who triaged a child of a report, or set it aside, and when: `F. Okafor triaged it Mon 23 Nov 07:07`;
  /// nothing while it waits.
  func decided(_ report: String, _ subject: Int, _ records: Records) throws -> String? {
    let standing = try records.standing(ofReport: report)
    if try isFurther(subject, of: report, standing, records) { return nil }
    return standing.event(on: subject).map { event in
      let isAside = event[Field<String>.child] == nil
      return "\(event.by.name) \(isAside ? "set it aside" : "triaged it") "
        + event.occurred.spokenShort(asOf: now())
    }
  }

  /// Compares the register with what is known of one child of a report.
  ///
  /// - Parameters:
  ///   - subject: what is known of the child.
  ///   - policeReference: the reference that the police gave it, or nothing.
  ///   - report: the report's reference.
  ///   - childID: the id of a child who was named by hand, or nothing.
  ///   - records: the records, as the person sees them.
  /// - Returns: who may be meant.
  /// - Throws: why the desk's file cannot be read.
  func match(
    _ subject: SubjectDraft, under policeReference: String, of report: String, childID: String,
    _ records: Records
  ) throws -> TriageMatch {
    let children = try records.matchCandidates()
    let byID = Dictionary(children.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let same =
      try SameChild(
        familyName: subject.plain(.familyName) ?? "", givenNames: subject.plain(.givenNames) ?? "",
        born: subject.born
      ).map { Set(try records.children(same: $0).map(\.id)) } ?? []
    var match = TriageMatch()
    func add(_ id: String, _ because: String, first: Bool = false) {
      guard let child = byID[id], !match.candidates.contains(where: { $0.id == id }) else { return }
      let candidate = TriageDraft.Candidate(
        id: id,
        title: [
          child.name, child.born.map { "born \($0.spoken)" },
          child.placement.map { "placed at \($0)" } ?? child.address.map { "home \($0)" },
        ]
        .compactMap { $0 }.joined(separator: ", "),
        because: because, standing: standing(of: id, records), isSame: same.contains(id))
      match.candidates.insert(candidate, at: first ? 0 : match.candidates.count)
    }
    let matcher = ChildMatcher(children.map(MatchCandidate.init))
    switch matcher.decide(subject, on: London.local(now()).date) {
    case .propose(let id, let because, let confirm, let near):
      add(id, because.joined(separator: "; "))
      for other in near { add(other, "looks alike; is another child") }
      match.isProposed = true
      match.confirm = confirm
    case .ask(let candidates, let because, let question):
      for (id, because) in zip(candidates, because) { add(id, because.joined(separator: "; ")) }
      match.question = question
    case .new(let near):
      for id in near { add(id, "looks alike") }
      match.question = near.isEmpty ? nil : "Nobody on the register fits; these look alike"
    }
    for id in same.sorted() { add(id, "same name and birthday") }
    if !policeReference.isEmpty {
      let known = try places(ofPoliceReference: policeReference, besides: report, byID, records)
      match.sameReference = known.sentences
      for id in known.children.reversed() where match.candidates.first?.id != id {
        // The same reference on another child is a question, whatever the name says.
        match.candidates.removeAll { $0.id == id }
        add(id, "\(policeReference) is on this child already", first: !match.isProposed)
        // Nothing may be there to compare: then the reference alone says who is meant.
        let isAll = match.candidates.count == 1
        let says = "\(policeReference) is on the record of \(byID[id]?.name ?? id)"
        match.question =
          match.question
          ?? (subject.name.isEmpty ? "No name was read; \(says)" : says + (isAll ? "" : ", too"))
        match.isProposed = false
      }
    }
    if !childID.isEmpty { add(childID, "named by id") }
    match.ground = try? ground(of: match.candidates.map(\.id), records)
    return match
  }

  /// Where else on the desk a police reference stands, in sentences, and on whose records.
  private func places(
    ofPoliceReference reference: String, besides report: String, _ byID: [String: ChildRow],
    _ records: Records
  ) throws -> (sentences: [String], children: [String]) {
    let known = try records.places(ofPoliceReference: reference)
    var children: [String] = []
    var sentences: [String] = []
    func note(_ child: String) { if !children.contains(child) { children.append(child) } }
    for episode in known.episodes.prefix(3) {
      note(episode.child)
      let standing = TriageDraft.Standing(
        episode: episode.reference, since: episode.started, basis: episode.basis,
        returned: episode.returned, asOf: now())
      let name = byID[episode.child]?.name ?? episode.child
      sentences.append("\(reference) is on the desk already: \(name), \(standing.brief)")
    }
    for other in known.reports.prefix(4) where other.reference != report {
      if let child = other.child, !other.isWaiting {
        if !children.contains(child) {
          note(child)
          sentences.append(
            "\(reference) is on \(other.reference) already, which went to "
              + (byID[child]?.name ?? child))
        }
      } else if other.isWaiting {
        sentences.append("\(reference) is on \(other.reference), too, which still waits")
      } else {
        sentences.append("\(reference) is on \(other.reference), too, which was set aside")
      }
    }
    return (sentences, children)
  }

  /// The children who may be meant, with the procedures that govern their records.
  private func ground(of ids: [String], _ records: Records) throws -> TriageGround {
    let source = procedures
    var children: [String: ChildCase] = [:]
    var governing: [String: Procedure] = [:]
    for id in ids {
      guard let child = try records.caseOf(id) else { continue }
      children[id] = child
      if let record = child.currentRecord { governing[id] = try source.procedure(of: record) }
    }
    return TriageGround(
      children: children, procedures: governing, procedure: try source.procedure(of: nil))
  }

  /// How the last episode of a child stands: what the report would be added to.
  private func standing(of id: String, _ records: Records) -> TriageDraft.Standing? {
    guard let episode = (try? records.caseOf(id))??.episodes.last else { return nil }
    return TriageDraft.Standing(
      episode: episode.reference, since: episode.start?.at,
      basis: episode.start?.basis ?? .stated, returned: episode.returned?.occurred, asOf: now())
  }
}

extension SubjectDraft {
  /// Puts what a person typed in the place of what the report has.
  fileprivate mutating func set(_ field: SubjectField, _ typed: String) {
    fields[field] =
      typed.isEmpty
      ? nil
      : fields[field]?.value == .text(typed)
        ? fields[field] : Finding(value: .text(typed), seenAs: "", line: 0)
  }
}

extension MatchCandidate {
  /// A child of the register as the matcher sees it.
  init(_ row: ChildRow) {
    self.init(
      id: row.id, familyName: row.familyName, givenNames: row.givenNames, aliases: row.aliases,
      born: row.born, address: row.address ?? "", postcode: row.postcode ?? "",
      placement: row.placement ?? "", worker: row.worker ?? "")
  }
}
