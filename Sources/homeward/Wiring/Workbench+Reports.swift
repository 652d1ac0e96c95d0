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

  /// Reads a kept report, with the children whom its text does not tell of and somebody knows of all the same.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - standing: which of its children are decided on.
  ///   - place: the child who is asked for, counted from 1.
  /// - Returns: what was read.
  func readAll(
    _ report: Report, _ standing: ReportStanding, besides place: Int = 0
  ) -> ReportDraft {
    var read = ReportReader.read(text: report.text, received: report.row.received, isWhole: true)
    read.addUntold(upTo: max(standing.count, place))
    return read
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
}
