// What an event may say besides what procedures count by: asked after it, so that whoever is in a hurry
// has answered what matters first. No field holds a password.

extension EventForm {
  static func further(of kind: EventKind) -> [FormField] {
    switch kind {
    case .reported: report
    case .found:
      code("found-by", "Located by", WhoFound.self) + optional("with", "With whom", .line)
        + optional("distance", "How far from home", .line)
        + optional("harm", "Harm suffered", .flag)
    case .returned:
      optional("same-place", "To where the child lives", .flag)
        + finish("safe", "Safe to be there", .flag, rule: "L23-10")
        + optional("brought-by", "Brought back by", .line)
        + optional("told", "Told of the return", .codes(network))
    case .safeAndWell:
      optional("injuries", "Injuries and medical need", .line)
        + optional("victim", "Victim of an offence", .flag)
        + optional("offence", "Committed an offence", .flag)
        + optional("warning-notice", "Abduction warning notice considered", .flag)
    case .rhiAllocated:
      optional("role", "Worker's role", .line)
        + finish("independent", "Independent of the child's care", .flag, rule: "LP-64")
        + optional("child-asked", "The child asked for this person", .flag)
    case .rhiOffered:
      optional("consent", "Parent consents", .flag)
        + optional("child-consent", "Child consents", .flag)
        + optional("reason", "What was said", .paragraph)
    case .rhiDeclined:
      optional("account", "Parent's or carer's account", .paragraph)
        + optional("helplines", "Helplines given", .line)
    case .rhiShared:
      optional("what", "What was shared", .line) + optional("consent", "With consent", .flag)
        + optional("reason", "Why, where without consent", .paragraph)
    case .safetyPlanMade:
      optional("steps", "Steps", .paragraph)
        + optional("trusted-person", "Whom the child will talk to", .line)
        + optional("review", "Review on", .date)
    case .meetingPlanned:
      optional("place", "Where", .line) + optional("invited", "Invited", .codes(invitees))
    case .publicityAgreed: optional("police-advice", "Police advise it", .flag)
    case .notified:
      optional("content", "What was said", .paragraph)
        + optional("approved-by", "Approved by", .line)
    case .acknowledged: optional("reason", "What you did, or what is missing", .paragraph)
    default: []
    }
  }

  /// What a report says beyond who, when and where (research: the police's missing report and the
  /// questions that are asked first).
  private static let report: [FormField] =
    code("relation", "Reporter is", Relation.self) + optional("force", "Force and unit", .line)
    + optional("officer", "Officer in the case", .line)
    + optional("officer-contact", "Officer's contact", .line)
    + optional("rationale", "Why this grading", .paragraph)
    + optional("worries", "Why people worry", .paragraph)
    + optional("done-so-far", "Done so far", .paragraph)
    + optional("out-of-character", "Out of character", .flag)
    + optional("risk-factors", "Risk factors", .codes(ReportedRisk.allCases.map(\.rawValue)))
    + optional("description", "Description", .paragraph) + optional("clothing", "Clothing", .line)
    + optional("possessions", "Possessions", .line)
    + optional("child-phone", "Child's phone", .line)
    + optional("transport", "Transport", .line)
    + optional("accounts", "Accounts online", .line)
    + optional("medical", "Medical need", .line)
    + optional("photo", "Photograph held", .flag)
    + optional("strategy-held", "Strategy held", .flag)
    + code("referral", "Sent as", Referral.self)

  private static let network = [
    "parents", "carers", "police", "social-worker", "iro", "school", "placement",
    "host-authority", "responsible-authority",
  ]

  /// Whom a meeting is held with: who is invited, who came, who sent word.
  static let invitees = [
    "police", "missing-coordinator", "social-worker", "carers", "placement", "school", "health",
    "camhs", "yos", "iro", "cp-chair", "virtual-school", "legal", "exploitation-lead",
  ]

  static let agenda = [
    "locating", "visits", "other-agencies", "publicity", "recovery-order", "removal-abroad",
    "warning-notice", "placement-safe", "transport", "medical", "police-interview", "disruption",
    "trafficking", "interview",
  ]
}
