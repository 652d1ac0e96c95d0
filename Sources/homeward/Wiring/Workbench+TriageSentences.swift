import Desk
import Store
import Workflow

// What came of a report, in the sentence that answers it.

extension Workbench {
  /// A report with the name that was read in it: `R-2026-0007, Hassan, Muhammad`; of several children some of
  /// whom are triaged, with those who are not: `R-2026-0006, Nguyen, Van Khoa (2 of 2)`.
  func named(_ report: String, for person: Person) -> String {
    let records = records(for: person)
    guard let row = try? records.report(report)?.row else { return report }
    let part = (try? waitingPart(of: row, records)).flatMap { $0 }
    let name = part.map { "\($0.name) (\($0.place))" } ?? row.named
    return [report, name].compactMap { $0 }.joined(separator: ", ")
  }

  /// What became of a report, and what the register learnt of the child by it.
  static func sentence(onTriage performed: Performed, of report: String) -> String {
    let child = performed.child
    let episode =
      performed.events.first { $0.kind == .reported }?[.episode]
      ?? child.currentRecord?.current?.reference ?? ""
    let isJoined = performed.events.contains {
      $0.kind == .triaged && $0[.decision] == "added-to-episode"
    }
    let learnt = performed.events.filter { $0.kind == .childUpdated }.flatMap { event in
      EventForm.of(.childUpdated).fields.filter { event.body[name: $0.name] != nil }
        .map(\.label.lowercasedFirst)
    }
    let news = learnt.isEmpty ? "" : " New to the register: \(learnt.joined(separator: ", "))."
    return
      (isJoined
      ? "\(report), \(child.name): joined to \(episode)."
      : "\(report) triaged: \(child.name), \(episode).") + news
  }

  /// What a triage's later last seen did to the limits.
  ///
  /// ` Last seen is now Sat 21 Nov 19:30: 12 limits moved.`
  func moved(by performed: Performed) throws -> String {
    let lastSeen = Field<Instant>.lastSeen.name
    guard
      let correction = performed.events.first(where: {
        $0.kind == .corrected && $0[.field] == lastSeen
      }),
      let record = performed.child.currentRecord, let seen = record.current?.start?.at
    else { return "" }
    let before = ChildCase(
      id: performed.child.id,
      history: performed.child.history.filter { $0.sequence != correction.sequence })
    let count = MovedLimits.count(
      from: before, to: performed.child, procedure: try procedures.procedure(of: record))
    return
      " Last seen is now \(seen.spokenShort(asOf: now())): \(count) limit\(count == 1 ? "" : "s") moved."
  }

  /// What became of a list of several children.
  static func sentence(onListOf received: [ReceivedReport]) -> String {
    let known = received.filter { !$0.isNew }.count
    let range = [received.first, received.last].compactMap { $0?.reference }
      .joined(separator: " to ")
    return "A list of \(received.count) children: a report each, \(range)."
      + (known > 0 ? " \(known) of them were here before." : "")
  }
}
