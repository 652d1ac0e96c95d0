package import Workflow

/// What the triage form asks, taken apart into the events that it records.
package struct TriageForm {
  private let body: Body
  private let now: Instant
  private let received: Instant?

  /// Takes a filled form apart.
  ///
  /// - Parameters:
  ///   - body: what is typed in it, by field.
  ///   - now: the moment of the triage.
  ///   - received: when the report came in: whatever it says, it was made by then.
  package init(body: Body, now: Instant, received: Instant? = nil) {
    self.body = body
    self.now = now
    self.received = received
  }

  /// The events for which the form shows what is to be minded, as far as it says that they happened.
  package static let minded: Set<EventKind> = [.wentMissing, .reported, .opened, .found, .returned]

  /// The child as the report has it, for a child who is not on the register.
  package var registration: Body {
    picked(["family-name"] + TriageForm.ofChild)
  }

  /// What a report says of the child besides the family name.
  static let ofChild = ["given-names", "born"] + FormScreen.newChildFields.map(\.name)

  /// The field that names the children of the same name and birthday who are not meant.
  package static let notThese = "not-these"

  /// The field that keeps with a report when it has the child last seen, where its episode counts from another time.
  static let lastSeenTold = "last-seen-told"

  /// The children of the same name and birthday beside whom a new one is registered all the same.
  package var others: Set<String> {
    if case .list(let ids)? = body[name: TriageForm.notThese] { Set(ids) } else { [] }
  }

  /// Why it was decided so, and why the child is none of those alike.
  private var reason: String? {
    guard case .text(let why)? = body[name: FormScreen.reasonOfNewEntry.name], !others.isEmpty
    else { return body[.reason] }
    let names = others.sorted().joined(separator: ", ")
    return ["Another child than \(names): \(why)", body[.reason]].compactMap { $0 }
      .joined(separator: ". ")
  }

  /// The triage of one child of a report.
  package func triage(of report: String, subject: Int) -> Triage {
    var going = picked([
      "from", "category", "last-seen", "last-seen-by", "left", "place", "whereabouts",
      "circumstances",
    ])
    if body[name: "left"] == .unknown { going[name: "left"] = nil }
    let reported = min(body[Field<Instant>("reported-at")] ?? now, received ?? now)
    // Where nobody knows since when, the earliest that is known counts, never the triage.
    let known = [Field<Instant>("found-at"), Field<Instant>("returned-at")].compactMap { body[$0] }
    let went = going[.left] ?? going[.lastSeen] ?? known.reduce(reported, min)
    var triage = Triage(
      report: report, subject: subject, reported: reported,
      reportBody: picked(TriageForm.ofReport),
      went: went, goingBody: going, reason: reason)
    // It counts from when it came in, and nobody may read that as what somebody said.
    if body[name: "reported-at"] == .unknown {
      triage.reportBody[name: "time-unknown"] = .flag(true)
    }
    triage.ofChild = picked(TriageForm.ofChild)
    keepEndWithoutTime(in: &triage.reportBody)
    triage.seenOtherwise = body[Field<Instant>(FormScreen.seenOtherwise.name)]
    if let found = body[Field<Instant>("found-at")] {
      triage.found = Command.Entry(.found, at: found, renamed("found-place", to: "place"))
    }
    if let returned = body[Field<Instant>("returned-at")] {
      var back = renamed("returned-to", to: "place")
      back[.safe] = body[.safe]
      triage.returned = Command.Entry(.returned, at: returned, back)
    }
    return triage
  }

  /// What is said of the end stands with the finding or the return; without a time of those it stays with the
  /// report that tells it.
  private func keepEndWithoutTime(in report: inout Body) {
    if body[Field<Instant>("found-at")] != nil { report[name: "found-place"] = nil }
    if body[Field<Instant>("returned-at")] != nil {
      report[name: "returned-to"] = nil
      report[.safe] = nil
    } else if body[name: "returned-at"] == .unknown {
      report[.endUnknown] = EndTold.back.rawValue
    } else if body[name: "found-at"] == .unknown {
      report[.endUnknown] = EndTold.located.rawValue
    }
  }

  /// What was typed for a triage, as far as it was recorded; the child is chosen anew.
  ///
  /// - Parameters:
  ///   - triage: the triage as it was recorded.
  ///   - entry: the entry of the child that goes with it: the names are not typed twice.
  /// - Returns: the texts, by the fields of the form.
  package static func values(
    of triage: RecordedTriage, entering entry: Event? = nil
  ) -> [String: String] {
    var values: [String: String] = [:]
    func take(_ event: Event, _ names: (String) -> String?) {
      for (name, value) in event.body.values {
        if let field = names(name) { values[field] = value.typed }
      }
    }
    let asked = Set(FormScreen.triageFields.map(\.name))
    let ofEntry = Set(FormScreen.newChildFields.map(\.name))
    if let entry { take(entry) { asked.union(ofEntry).contains($0) ? $0 : nil } }
    for event in triage.events {
      switch event.kind {
      case .wentMissing, .childUpdated: take(event) { asked.contains($0) ? $0 : nil }
      case .reported:
        take(event) { asked.contains($0) && $0 != "report" ? $0 : nil }
        values["reported-at"] =
          event.body[name: "time-unknown"] == .flag(true) ? "unknown" : event.occurred.iso
        if let told = event.body[name: lastSeenTold] { values["last-seen"] = told.typed }
        switch event[.endUnknown].flatMap(EndTold.init(rawValue:)) {
        case .back: values["returned-at"] = "unknown"
        case .located: values["found-at"] = "unknown"
        case nil: break
        }
      case .found:
        take(event) { $0 == "place" ? "found-place" : nil }
        values["found-at"] = event.occurred.iso
      case .returned:
        take(event) { ["place": "returned-to", "safe": "safe"][$0] }
        values["returned-at"] = event.occurred.iso
      case .triaged: values["reason"] = event[.reason]
      default: break
      }
    }
    return values
  }

  /// What the report itself says; the circumstances are those of the going.
  private static let ofReport = EventForm.of(.reported).fields.map(\.name)
    .filter { $0 != "circumstances" && $0 != "report" }

  private func picked(_ names: [String]) -> Body {
    Body(body.values.filter { names.contains($0.key) })
  }

  private func renamed(_ name: String, to other: String) -> Body {
    body[name: name].map { Body([other: $0]) } ?? Body()
  }
}
