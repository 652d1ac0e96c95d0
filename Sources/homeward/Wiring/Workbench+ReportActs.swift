import Desk
import Exchange
import Store
import Workflow

// What is done to a report itself, not to a child of the register.

extension Workbench {
  /// Sets a report aside or one of its children, takes that back, or notes something on it.
  ///
  /// - Parameters:
  ///   - submission: the form.
  ///   - person: who filled it in.
  /// - Returns: what the desk is told; after one of several children was set aside, the triage of the next, too.
  /// - Throws: the refusal, or why it could not be saved.
  func submit(onReport submission: Submission, by person: Person) throws -> [Arrival] {
    let drafts = drafts(submission.draftKeys, of: person)
    switch submission.act {
    case .setAside(let report, let subject):
      // Once it is done nobody of it waits.
      let name = try named(report, subject: subject, for: person)
      try setAside(
        report, subject: subject, decision: submission.body[.decision] ?? "",
        reason: submission.body[.reason] ?? "", told: submission.body[.told],
        id: submission.command, ending: drafts, by: person)
      let rest = try goingOn(report, for: person)
      let sentence = "\(name): set aside.\(rest)"
      guard subject != nil, let next = try? draft(of: report, for: person) else {
        return [.recorded(sentence: sentence, child: nil)]
      }
      // A report that names several children is not done with the one.
      return [.recorded(sentence: sentence, child: nil), .draft(next)]
    case .takeBack(let report, let subject):
      try file.takeBack(
        report: report, subject: subject, reason: submission.body[.reason] ?? "",
        id: submission.command, ending: drafts, by: actor(person))
      let name = try named(report, subject: subject, for: person)
      return [.recorded(sentence: "\(name): taken back; it waits for triage again.", child: nil)]
    case .reportNote(let report):
      let subject = submission.body[Field<String>(FormScreen.aboutChild)].flatMap { Int($0) }
      try file.note(
        submission.body[.text] ?? "", onReport: report, about: subject, id: submission.command,
        ending: drafts, by: actor(person))
      let name = try named(report, subject: subject, for: person)
      return [.recorded(sentence: "\(name): noted. Its triage takes the note with it.", child: nil)]
    case .event, .correction, .triage: return []
    }
  }

  /// Sets a report aside, or one of its children; those of whom nobody knew when it came in wait on, too.
  func setAside(
    _ report: String, subject: Int?, decision: String, reason: String, told: String? = nil,
    id: String, ending drafts: [String] = [], by person: Person
  ) throws {
    let count = try subject.map { _ in
      let records = records(for: person)
      return try records.report(report).map { kept in
        try readAll(kept, records.standing(ofReport: report)).subjects.count
      } ?? 0
    }
    if let subject, let count, !(1...max(1, count)).contains(subject) {
      throw Refusal(
        .badInput,
        "\(report) has no child \(subject): \(count) \(count == 1 ? "is" : "are") read in it.")
    }
    try file.setAside(
      report: report, subject: subject, of: count, decision: decision, reason: reason,
      told: told, id: id, ending: drafts, by: actor(person))
  }

  /// A report with the name that was read in it: `R-2026-0007, Hassan, Muhammad`; of several children with the
  /// one who is meant, or where some are done with those who are not: `R-2026-0006, Nguyen, Van Khoa (2 of 2)`.
  func named(_ report: String, subject: Int? = nil, for person: Person) throws -> String {
    let records = records(for: person)
    guard let row = try records.report(report)?.row else { return report }
    let part =
      try subject.map { place in
        try self.part(of: row, records.standing(ofReport: report), records) { $0 == place }
      } ?? waitingPart(of: row, records)
    let name = part.map { "\($0.name) (\($0.place))" } ?? row.named
    return [report, name].compactMap { $0 }.joined(separator: ", ")
  }
}
