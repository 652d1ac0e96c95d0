import Desk
import Exchange
import Store
import Workflow

// What is read of reports that are kept.

extension Workbench {
  /// The names of those who work on the desk, whoever may hold interviews first.
  func interviewers(for person: Person?) throws -> [String] {
    let staff = try records(for: person).staff()
    func holds(_ member: StaffMember) -> Bool {
      !Set(member.roles).isDisjoint(with: [.rhiWorker, .tysWorker])
    }
    return staff.filter(holds).map(\.name) + staff.filter { !holds($0) }.map(\.name)
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
    let notes = try notes(onReports: [report.row.reference], records(for: person))
    let done = part.map { ["Only what is left of it is set aside: \($0.words) stays"] } ?? []
    var about = ReportAbout(
      reference: report.row.reference, names: subjects.map(\.name).filter { !$0.isEmpty },
      lines: (children.isEmpty ? ["No child was read in it: F3 shows the report"] : children) + done
        + [
          [
            reference ?? "no police reference read", read.kind.words,
            "came in \(report.row.received.spokenShort(asOf: now()))",
          ].joined(separator: " · ")
        ] + (notes[report.row.reference] ?? []))
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
}
