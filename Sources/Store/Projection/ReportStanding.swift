package import Workflow

/// How a report stands: which of its children are triaged, which were set aside, and who waits.
///
/// A decision names a child by its place in the report, counted from 1. One that names none is of all who
/// waited when it was made, and of nobody else: whose own decision is taken back afterwards waits again, whatever
/// was decided of the others.
package struct ReportStanding: Sendable {
  /// How many children the report tells of, by whoever read the most in it.
  package let count: Int
  /// The decisions that stand, in the order in which they were made.
  let decisions: [Decision]

  /// A decision with those of whom it is not.
  struct Decision: Sendable {
    let event: Event
    /// Of whom others had decided when it was made, and whom nobody knew of then; of no interest where it names its
    /// child.
    var others: Set<Int>

    /// Whether nothing is opened by it.
    var isAside: Bool { event[Field<String>.child] == nil }

    func covers(_ place: Int) -> Bool {
      event[.subject].map { $0 == place } ?? !others.contains(place)
    }
  }

  /// Works out how a report stands by the events of its stream.
  init(_ events: [Event]) {
    var withdrawn: [Int: Int] = [:]
    for (place, event) in events.enumerated() where event.kind == .withdrawn {
      if let number = event[.corrects] { withdrawn[number] = place }
    }
    var count = events.first { $0.kind == .reportReceived }?[.subjects] ?? 1
    var decisions: [Decision] = []
    var earlier: [(subject: Int, ended: Int)] = []
    for (place, event) in events.enumerated() where event.kind == .triaged {
      // Who was set aside with all the others was known then: a further child is not.
      if let subject = event[.subject], subject > count {
        for earlier in decisions.indices { decisions[earlier].others.insert(subject) }
      }
      // A triage may have read more children than were read when the report came in; all of them wait.
      count = max(count, event[.subjects] ?? 0)
      let end = withdrawn[event.sequence]
      if end == nil {
        let others = event[.subject] == nil ? earlier.filter { $0.ended > place } : []
        decisions.append(Decision(event: event, others: Set(others.map(\.subject))))
      }
      if let subject = event[.subject] { earlier.append((subject, end ?? .max)) }
    }
    self.count = count
    self.decisions = decisions
  }

  /// The decision on a child.
  func decision(on place: Int) -> Decision? { decisions.last { $0.covers(place) } }

  /// The event by which a child of the report was triaged or set aside; nothing while the child waits.
  ///
  /// - Parameter place: which child of the report, counted from 1.
  /// - Returns: the event, as the report's stream has it.
  package func event(on place: Int) -> Event? { decision(on: place)?.event }

  /// Whether somebody decided on a child.
  ///
  /// - Parameter place: which child of the report, counted from 1.
  /// - Returns: whether it is so, by a decision of this child alone or of all who waited.
  package func isDecided(_ place: Int) -> Bool { decision(on: place) != nil }

  /// Who of the register a child is who is triaged; nothing of one who waits or was set aside.
  ///
  /// - Parameter place: which child of the report, counted from 1.
  /// - Returns: the id.
  package func child(at place: Int) -> String? { decision(on: place)?.event[Field<String>.child] }

  /// The places of the children on whom somebody decided.
  package var decided: Set<Int> {
    Set((1...max(count, 1)).filter { $0 <= count && isDecided($0) })
      .union(decisions.compactMap { $0.event[.subject] })
  }

  /// How many children wait.
  var left: Int { count < 1 ? 0 : (1...count).count { !isDecided($0) } }

  /// What was set aside and not taken back, in the order in which that was done.
  package var asides: [ReportAside] { decisions.filter(\.isAside).map(ReportAside.init) }
}

/// That nothing is opened from a report, or for one of its children.
package struct ReportAside: Sendable, Hashable {
  /// The child of whom alone it was decided, counted from 1; nothing where it was of all who waited.
  package let subject: Int?
  /// On what ground, such as `duplicate`.
  package let decision: String
  /// Why.
  package let reason: String
  /// Whom of another authority somebody told, and when.
  package let told: String?
  /// The name of who decided it.
  package let by: String
  /// When.
  package let at: Instant
  /// The event's number in the journal.
  package let sequence: Int
  private let others: Set<Int>

  init(_ decision: ReportStanding.Decision) {
    let event = decision.event
    subject = event[.subject]
    self.decision = event[Field<String>.decision] ?? ""
    reason = event[.reason] ?? ""
    told = event[.told]
    by = event.by.name
    at = event.occurred
    sequence = event.sequence
    others = decision.others
  }

  /// Whether a child is among those set aside by it.
  ///
  /// - Parameter place: which child of the report, counted from 1.
  /// - Returns: whether it is so.
  package func covers(_ place: Int) -> Bool {
    subject.map { $0 == place } ?? !others.contains(place)
  }
}
