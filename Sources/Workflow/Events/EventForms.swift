extension EventForm {
  /// The form of an event.
  package static func of(_ kind: EventKind) -> EventForm { all[kind.place] }

  private static let all = EventKind.allCases.map {
    EventForm(kind: $0, fields: fields(of: $0) + further(of: $0))
  }

  private static func fields(of kind: EventKind) -> [FormField] {
    switch kind {
    case .childRegistered: needed("family-name", "Family name", .line) + register
    case .childUpdated: optional("family-name", "Family name", .line) + register
    case .reportReceived:
      needed("text", "Text", .paragraph) + optional("source", "Source", .line)
        + optional("digest", "Digest", .line) + optional("kind", "Kind", .line)
        + optional("report", "Report", .line) + optional("police-ref", "Police reference", .line)
        + optional("subjects", "Children named", .number) + optional("told", "Told", .line)
        + optional("named", "Name read", .line) + code("risk", "Risk read", Risk.self)
        + code("from", "Missing from, as read", MissingFrom.self)
        + optional("last-seen", "Last seen, as read", .instant)
        + optional("found-at", "Located, as read", .instant)
        + optional("returned-at", "Back, as read", .instant)
    case .reported:
      optional("by", "Reported by", .line) + code("risk", "Police risk", Risk.self)
        + code("police-category", "Police category", PoliceCategory.self)
        + optional("imminent-harm", "Imminent harm", .flag)
        + optional("police-ref", "Police reference", .line)
        + optional("reporter", "Reporter", .line)
        + optional("reporter-phone", "Reporter's phone", .line)
        + optional("report", "Report", .line)
        + code("report-kind", "Kind of report", ReportMatter.self)
        + optional("time-unknown", "When it was reported is not known", .flag)
        + code("end-unknown", "Told without a time", EndTold.self)
        + optional("found-place", "Located where", .line)
        + optional("returned-to", "Returned to", .line)
        + optional("safe", "Safe there", .flag)
        + optional("last-seen-told", "Last seen as it says", .instant)
        + optional("circumstances", "Circumstances", .paragraph)
    case .reportAttached:
      needed("report", "Report", .line)
        + code("report-kind", "Kind of report", ReportMatter.self)
    case .opened:
      optional("procedure", "Procedure", .line) + optional("procedure-version", "Version", .line)
        + optional("procedure-hash", "Content", .line)
        + code("provisional-rag", "Provisional RAG", RAG.self)
    case .procedureAdopted:
      needed("procedure", "Procedure", .line) + needed("procedure-version", "Version", .line)
        + needed("procedure-hash", "Content", .line) + needed("reason", "Reason", .paragraph)
    case .triaged:
      optional("report", "Report", .line) + optional("subject", "Child of the report", .number)
        + needed("decision", "Decision", .line)
        + optional("reason", "Reason", .paragraph) + optional("child", "Child", .line)
        + optional("subjects", "Children named", .number) + optional("told", "Told", .line)
    case .wentMissing:
      code("from", "Missing from", MissingFrom.self, needed: true)
        + code("category", "Category", Category.self, needed: true)
        + optional("last-seen", "Last seen", .instantOrUnknown)
        + optional("last-seen-by", "Last seen by", .line)
        + optional("left", "Left placement", .instantOrUnknown)
        + optional("place", "Missing from place", .line)
        + optional("whereabouts", "Whereabouts", .line)
        + optional("in-london", "Missing in London", .flag)
        + optional("circumstances", "Circumstances", .paragraph)
    case .categoryChanged:
      code("category", "Category", Category.self, needed: true)
        + optional("reason", "Reason", .paragraph)
    case .riskAssessed:
      code("risk", "Risk", Risk.self, needed: true)
        + optional("multi-agency", "Multi-agency input needed", .flag)
        + optional("significant-harm", "Concern of significant harm", .flag)
        + finish("rationale", "Rationale", .paragraph, rule: "LW-49")
    case .ragSet:
      code("rag", "RAG", RAG.self, needed: true) + optional("reason", "Reason", .paragraph)
    case .publicityAgreed:
      optional("consent", "Parents consent", .flag)
        + optional("director-approval", "Director approves", .flag)
        + optional("reason", "Details", .paragraph)
    case .section47Started, .policeConcerns, .compactFinalised, .uploaded,
      .finalised, .policeContacted:
      optional("reason", "Details", .paragraph)
    case .safetyPlanMade: finish("reason", "Details", .paragraph, rule: "LW-36")
    case .allocated:
      optional("allocated", "Allocated", .flag) + optional("worker", "Worker", .line)
        + optional("team", "Team", .line) + code("status", "Status", ChildStatus.self)
    case .reassigned:
      step + optional("part", "Which", .line)
        + needed("to", "To tray", .code(Tray.allCases.map(\.rawValue)))
        + optional("reason", "Reason", .line)
    case .held:
      step + optional("part", "Which", .line) + needed("until", "Until", .instant)
        + needed("reason", "Reason", .line)
    case .notified:
      code("step", "Notice", StepName.self) + needed("to", "Told", .line)
        + optional("how", "How", .line)
    case .meetingPlanned:
      meeting + needed("for", "To be held at", .instant) + code("chair", "Chair", Role.self)
    case .meetingHeld: heldMeeting
    case .meetingCancelled:
      meeting + finish("decision", "Decision and reason", .paragraph, rule: "LP-41")
    case .actionAgreed:
      needed("action", "Action", .line) + optional("who", "Who", .line)
        + needed("due", "By when", .instant)
        + optional("tray", "Tray", .code(Tray.allCases.map(\.rawValue)))
    case .actionDone: optional("step", "Action", .line) + optional("outcome", "Outcome", .paragraph)
    case .stepDone:
      step + optional("part", "Which", .line) + optional("outcome", "Outcome", .paragraph)
        + optional("concerns", "Raises concerns", .flag)
    case .found:
      optional("place", "Where", .line) + optional("by", "Finder's name", .line)
        + optional("circumstances", "Circumstances", .paragraph)
    case .returned:
      optional("place", "Returned to", .line) + optional("learnt", "Learnt at", .instant)
        + optional("circumstances", "Circumstances", .paragraph)
    case .safeAndWell:
      optional("by", "Checked by", .line) + optional("significant-harm", "Harm suffered", .flag)
        + harmIs + optional("outcome", "Findings", .paragraph)
    case .rhiReferred: optional("to", "Referred to", .line)
    case .rhiAllocated: needed("worker", "Interview worker", .line)
    case .rhiOffered:
      optional("to", "Offered to", .line) + optional("how", "How", .line)
        // An attempt without its answer says nothing, and would count as an offer.
        + code("answer", "Answer", OfferAnswer.self, needed: true)
    case .rhiDeclined:
      finish("by", "Declined by", .line, rule: "RAG-18")
        + finish("reason", "Reason and advice given", .paragraph, rule: "RAG-18")
    case .rhiHeld: heldInterview
    case .rhiShared: optional("to", "Shared with", .codes([]))
    case .disclosure:
      optional("significant-harm", "Significant harm", .flag) + harmIs
        + optional("circumstances", "What was said", .paragraph)
    case .recordClosed:
      needed("reason", "Summary", .paragraph, rule: "LW-49")
        // Where nothing is said here, what is given up is given up for what the summary says.
        + optional("left-undone", "Why left undone", .paragraph)
    case .acknowledged:
      optional("as", "As", .code(["team-manager", "missing-coordinator"]))
        // Nobody acknowledges by leaving a line as it was found.
        + code("answer", "Answer", AcknowledgementAnswer.self, needed: true)
    case .caseClosed: optional("reason", "Reason", .paragraph)
    case .reopened: finish("reason", "Reason", .paragraph, rule: "LW-49")
    case .withdrawn:
      needed("corrects", "Event", .number) + needed("reason", "Reason", .paragraph)
    case .noteAdded: needed("text", "Note", .paragraph)
    case .corrected:
      needed("corrects", "Event", .number) + needed("field", "Field", .line)
        + needed("value", "Right value", .line) + optional("reason", "Reason", .paragraph)
    case .deskMade:
      needed("authority", "Authority", .line) + needed("procedure", "Procedure", .line)
        + optional("drill", "Drill", .flag)
    case .procedureKept:
      needed("procedure", "Procedure", .line) + needed("digest", "Content", .line)
        + needed("text", "Text", .paragraph)
    case .procedureChosen:
      needed("procedure", "Procedure", .line) + needed("reason", "Reason", .paragraph)
    case .staffAdded:
      needed("staff", "Id", .line) + needed("name", "Name", .line)
        + needed("roles", "Roles", .codes(Role.allCases.map(\.rawValue)))
        + optional("login", "Account", .line)
    }
  }

  private static let register: [FormField] =
    optional("given-names", "Given names", .line) + optional("aliases", "Also known as", .codes([]))
    + optional("born", "Born", .date) + optional("sex", "Sex", .line)
    + optional("address", "Address", .line) + optional("postcode", "Postcode", .line)
    + code("status", "Status", ChildStatus.self) + optional("allocated", "Allocated", .flag)
    + optional("worker", "Worker", .line) + optional("team", "Team", .line)
    + optional("placement-kind", "Placement kind", .line)
    + optional("placement", "Placement", .line)
    + optional("responsible-authority", "Responsible authority", .line)
    + optional("host-authority", "Host authority", .line) + optional("resident", "Resident", .flag)
    + optional("markers", "Markers", .codes(Marker.allCases.map(\.rawValue)))
    + optional("restricted", "Restricted", .flag)

  private static let step = code("step", "Step", StepName.self, needed: true)

  static let meeting = needed(
    "kind", "Meeting", .code(StepName.allCases.filter(\.isMeeting).map(\.rawValue)))

  static func needed(
    _ name: String, _ label: String, _ input: FormField.Input, rule: String? = nil
  ) -> [FormField] {
    [FormField(name: name, label: label, input: input, isRequired: true, rule: rule)]
  }

  static func finish(
    _ name: String, _ label: String, _ input: FormField.Input, rule: String
  ) -> [FormField] {
    [
      FormField(
        name: name, label: label, input: input, isRequired: false, isNeededToFinish: true,
        rule: rule)
    ]
  }

  static func optional(
    _ name: String, _ label: String, _ input: FormField.Input
  ) -> [FormField] {
    [FormField(name: name, label: label, input: input, isRequired: false)]
  }

  static func code<T: Coded>(
    _ name: String, _ label: String, _ type: T.Type, needed: Bool = false
  ) -> [FormField] {
    let codes = T.allCases.map(\.rawValue)
    return [FormField(name: name, label: label, input: .code(codes), isRequired: needed)]
  }
}

extension StepName {
  /// Whether the step is a meeting or a discussion, done by holding it.
  package var isMeeting: Bool {
    StepName.meetings[place]
  }

  private static let meetings = allCases.map {
    $0.rawValue.hasSuffix("-meeting") || $0.rawValue.hasSuffix("-discussion")
  }

  /// Its place in `allCases`: the discriminator itself, as for the kinds of events.
  var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
