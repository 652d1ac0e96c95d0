import Workflow

/// Turns the events of the desk itself into the rows of its table: the only place that does.
enum DeskProjection {
  /// The rows by their names; none where the desk has not been made yet.
  static func facts(_ events: [Event]) -> [String: String] {
    var facts: [String: String] = [:]
    for event in events {
      switch event.kind {
      case .deskMade:
        facts = [
          "authority": event[.authority] ?? "", "procedure": event[.procedure] ?? "",
          "drill": event[.drill] == true ? "yes" : "no", "made": "\(event.occurred.seconds)",
        ]
      case .procedureChosen:
        facts["procedure"] = event[.procedure]
        facts["chosen"] = "\(event.occurred.seconds)"
        facts["chosen-by"] = event.by.name
        facts["chosen-why"] = event[.reason]
      default: break
      }
    }
    return facts
  }
}
