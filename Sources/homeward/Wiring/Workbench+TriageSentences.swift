import Desk
import Store
import Workflow

// What came of a report, in the sentence that answers it.

extension Workbench {
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
      : "\(report) triaged: \(child.name), \(episode).") + asking(performed) + news
  }

  /// That somebody has to ask for the time of an end.
  private static func asking(_ performed: Performed) -> String {
    guard
      let due = performed.events.first(where: { $0[.action] == AgreedAction.whenFound })?[.due]
    else { return "" }
    return " AWAY until somebody knows since when found: asking stands in your tray, by "
      + "\(due.spokenShort)."
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
