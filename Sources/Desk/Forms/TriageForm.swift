package import Workflow

/// What the triage form asks, taken apart into the events that it records.
package struct TriageForm {
  private let body: Body
  private let now: Instant

  /// Takes a filled form apart.
  ///
  /// - Parameters:
  ///   - body: what is typed in it, by field.
  ///   - now: the moment of the triage.
  package init(body: Body, now: Instant) {
    self.body = body
    self.now = now
  }

  /// The events for which the form shows what is to be minded, as far as it says that they happened.
  package static let minded: Set<EventKind> = [.wentMissing, .reported, .opened, .found, .returned]

  /// The child as the report has it, for a child who is not on the register.
  package var registration: Body {
    picked(["family-name", "given-names", "born"] + FormScreen.newChildFields.map(\.name))
  }

  /// The triage of one child of a report.
  package func triage(of report: String, subject: Int) -> Triage {
    var going = picked([
      "from", "category", "last-seen", "last-seen-by", "left", "place", "circumstances",
    ])
    if body[name: "left"] == .unknown { going[name: "left"] = nil }
    let reported = body[Field<Instant>("reported-at")] ?? now
    let went = going[.left] ?? going[.lastSeen] ?? reported
    var triage = Triage(
      report: report, subject: subject, reported: reported,
      reportBody: picked(TriageForm.ofReport),
      went: went, goingBody: going, reason: body[.reason])
    if let found = body[Field<Instant>("found-at")] {
      triage.found = Command.Entry(.found, at: found, renamed("found-place", to: "place"))
    }
    if let returned = body[Field<Instant>("returned-at")] {
      triage.returned = Command.Entry(.returned, at: returned, renamed("returned-to", to: "place"))
    }
    return triage
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
