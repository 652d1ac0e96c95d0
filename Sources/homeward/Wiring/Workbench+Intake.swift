import Desk
import Exchange
import Store
import Workflow

// How a report comes in: it is kept as it came, and read.

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

  private func keep(
    _ text: String, formerly former: String? = nil, as draft: ReportDraft, source: String,
    ending drafts: [String] = [], by person: Person
  ) throws -> ReceivedReport {
    let names = draft.subjects.filter { !$0.name.isEmpty || $0.isFurther }.map(\.title)
    let others = names.count > 1 ? " and \(names.count - 1) more" : ""
    return try file.receiveReport(
      text: text, formerly: former, source: source, kind: draft.kind.rawValue,
      subjects: max(1, draft.subjects.count),
      policeReference: policeReference(of: draft), named: names.first.map { $0 + others },
      gist: draft.gist, ending: drafts, by: actor(person))
  }

  /// By what the police know a report: as its form reads it, so that the row and the form say the same.
  func policeReference(of draft: ReportDraft) -> String? {
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
}
