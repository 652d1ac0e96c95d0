// What happened as something that a sentence can count from: "72 hours from the return".

extension EventKind {
  /// The event as a noun with its article: `the return`, `the opening of the record`.
  package var occasion: String {
    switch self {
    case .childRegistered: "the entry on the register"
    case .childUpdated: "the change on the register"
    case .reported: "the report"
    case .reportReceived: "the arrival of the report"
    case .reportAttached: "the filing of the report"
    case .opened: "the opening of the record"
    case .triaged: "the triage"
    case .procedureAdopted: "the move to another procedure"
    case .wentMissing: "the going"
    case .categoryChanged: "the change of category"
    case .riskAssessed: "the risk rating"
    case .ragSet: "the RAG rating"
    case .section47Started: "the start of the section 47 enquiry"
    case .policeConcerns: "the concern that the police raised"
    case .allocated: "the allocation of a worker"
    case .reassigned: "the move to another tray"
    case .held: "the hold"
    case .policeContacted: "the contact with the police"
    case .notified: "the notice"
    case .meetingPlanned: "the planning of the meeting"
    case .meetingHeld: "the meeting"
    case .meetingCancelled: "the cancelling of the meeting"
    case .actionAgreed: "the action agreed on"
    case .actionDone: "the action"
    case .publicityAgreed: "the agreement to publicity"
    case .stepDone: "the doing of the step"
    case .found: "the finding of the child elsewhere"
    case .returned: "the return"
    case .safeAndWell: "the safe and well check"
    case .compactFinalised: "the end of the police's COMPACT record"
    case .rhiReferred: "the referral for interview"
    case .rhiAllocated: "the allocation of the interview"
    case .rhiOffered: "the attempt to offer the interview"
    case .rhiDeclined: "the refusal of the interview"
    case .rhiHeld: "the interview"
    case .rhiShared: "the sharing of the interview"
    case .disclosure: "the disclosure"
    case .safetyPlanMade: "the safety plan"
    case .uploaded: "the upload"
    case .recordClosed: "the closure of the record"
    case .acknowledged: "the acknowledgement"
    case .finalised: "the end of the record"
    case .caseClosed: "the closure of the case"
    case .reopened: "the reopening of the record"
    case .noteAdded: "the note"
    case .corrected: "the correction"
    case .withdrawn: "the withdrawal"
    case .deskMade, .staffAdded, .procedureKept, .procedureChosen: title.lowercased()
    }
  }
}

extension EventMatch {
  /// The events that count as a noun with its article: `the strategy meeting`.
  package var words: String {
    var with = with
    var noun = kind.occasion
    switch kind {
    case .meetingHeld, .meetingPlanned, .meetingCancelled:
      if let step = only(StepName.self, of: "kind", in: with) {
        let title = step.title.lowercasedFirst
        with["kind"] = nil
        noun = noun.split(separator: " ").dropLast().joined(separator: " ") + " " + title
      }
    case .notified:
      if let step = only(StepName.self, of: "step", in: with) {
        with["step"] = nil
        noun = "the notice \"\(step.title)\""
      }
    case .stepDone:
      if let step = only(StepName.self, of: "step", in: with) {
        with["step"] = nil
        noun = "\"\(step.title)\" being done"
      }
    default: break
    }
    let tests =
      with.sorted { $0.key < $1.key }.map { test($0.key, $0.value, holds: true) }
      + without.sorted { $0.key < $1.key }.map { test($0.key, $0.value, holds: false) }
    if !tests.isEmpty { noun += " (\(tests.joined(separator: ", ")))" }
    return noun + (after.first.map { " after \($0.placed(isFirst: isAfterFirst))" } ?? "")
  }

  private func placed(isFirst: Bool) -> String {
    isFirst && words.hasPrefix("the ") ? "the first " + words.dropFirst(4) : words
  }

  private func only<T: Coded>(_ type: T.Type, of field: String, in fields: [String: Set<String>])
    -> T?
  {
    guard let values = fields[field], values.count == 1 else { return nil }
    return values.first.flatMap(T.init(rawValue:))
  }

  private func test(_ field: String, _ values: Set<String>, holds: Bool) -> String {
    let name = EventForm.of(kind).field(field)?.label.lowercasedFirst ?? field
    if values.contains("any") { return holds ? "\(name) filled in" : "\(name) left out" }
    let list = values.sorted().map { $0.split(separator: "-").joined(separator: " ") }
      .joined(separator: " or ")
    return holds ? "\(name): \(list)" : "\(name) not \(list)"
  }
}

extension String {
  /// With a small first letter, unless it begins with an abbreviation: `RHI worker` stays.
  package var lowercasedFirst: String {
    // `HoS notice` and `RHI` keep their capitals.
    guard let first, !dropFirst().prefix(while: { $0 != " " }).contains(where: \.isUppercase) else {
      return self
    }
    return first.lowercased() + dropFirst()
  }

  /// With a capital first letter.
  package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
