import Desk
import Exchange
import Store
import Workflow

// What was typed at the triage of one child of a report and holds for the others of it.

extension Workbench {
  /// The child as whom one of a report was triaged; nothing of one who waits or was set aside.
  func triaged(
    _ place: Int, _ standing: ReportStanding, _ records: Records
  ) throws -> ChildCase? {
    try standing.child(at: place).flatMap { try records.caseOf($0) }
  }

  /// The names of the other children of a report: as they were read, and as they are on the register.
  func names(
    in read: ReportDraft, besides number: Int, _ standing: ReportStanding, _ records: Records
  ) throws -> [String] {
    try read.subjects.enumerated().filter { $0.offset + 1 != number }.flatMap { place, subject in
      [subject.name, try triaged(place + 1, standing, records)?.name].compactMap { $0 }
    }.filter { !$0.isEmpty }
  }

  /// What holds for all children of a report: when it was reported, and from where they went.
  private static let ofAll = ["reported-at", "from", "place"]

  /// Fills in what somebody typed at the triage of another child of the report, where the text says it of neither:
  /// nobody types it again for each.
  ///
  /// Where two who are triaged differ in it, it is asked.
  ///
  /// - Parameters:
  ///   - reference: the report's reference.
  ///   - read: the report as it is read.
  ///   - number: the child whose form it is, counted from 1.
  ///   - standing: who is triaged.
  ///   - values: what was read of the child; what is carried over is added.
  ///   - records: the records, as the person sees them.
  /// - Throws: why the desk's file cannot be read.
  func carryOver(
    of reference: String, _ read: ReportDraft, besides number: Int, _ standing: ReportStanding,
    into values: inout [String: TriageDraft.Value], _ records: Records
  ) throws {
    let open = Self.ofAll.filter { values[$0] == nil }
    if open.isEmpty { return }
    var typed: [String: Set<String>] = [:]
    var names: [String: String] = [:]
    for (index, subject) in read.subjects.enumerated() where index + 1 != number {
      guard let child = try triaged(index + 1, standing, records),
        let triage = child.triage(ofReport: reference)
      else { continue }
      let known = TriageValues(report: read, subject: subject).values
      let recorded = TriageForm.values(of: triage)
      for name in open where known[name] == nil {
        guard let text = recorded[name], text != "unknown" else { continue }
        typed[name, default: []].insert(text)
        names[name] = names[name] ?? child.name
      }
    }
    for (name, texts) in typed {
      guard let text = texts.first, texts.count == 1, let child = names[name] else { continue }
      values[name] = TriageDraft.Value(
        typed: text, seenAs: "as with \(child)\(TriageDraft.Value.inferred)", isCarriedOver: true)
    }
  }
}

extension ChildCase {
  /// The triage by which a report was given to the child; nothing where it was taken back.
  fileprivate func triage(ofReport reference: String) -> RecordedTriage? {
    readings.last { $0.kind == .triaged && $0[.report] == reference }
      .flatMap { triage(of: $0.sequence)?.asRead(in: self) }
  }
}
