// What is asked of a meeting and of an interview that were held. What is chosen from a list and opens steps
// comes first, within sight when the form opens: who has written it all down in words goes no further.

extension EventForm {
  static let heldMeeting: [FormField] =
    meeting + code("chair", "Chair", Role.self, needed: true)
    + optional("quorate", "Quorate", .flag) + code("risk", "Risk", Risk.self)
    + optional("section-47", "Section 47 to start", .flag)
    + optional("next", "Next meeting", .instant)
    + optional("attended", "Attended", .codes(invitees))
    + optional("apologies", "Apologies", .codes(invitees))
    + optional("discussed", "Discussed", .codes(agenda))
    + finish("decision", "Decisions", .paragraph, rule: "LW-49")
    + optional("actions", "Actions (who: what, when)", .paragraph)

  static let heldInterview: [FormField] =
    finish("by", "Held by", .line, rule: "LP-64") + finish("place", "Where", .line, rule: "RAG-13")
    + finish(
      "outcome", "Outcome", .code(["no-issues", "safeguarding-concerns", "support-needed"]),
      rule: "RAG-13")
    + finish("significant-harm", "Significant harm", .flag, rule: "L23-20") + harmIs
    + finish(
      "reasons", "Why the child went", .codes(GoingReason.allCases.map(\.rawValue)), rule: "LP-13")
    + code("risk", "Risk", Risk.self) + optional("likely-again", "Likely to go again", .flag)
    + finish("consent", "Parent consents", .flag, rule: "LW-46")
    + finish("child-consent", "Child consents", .flag, rule: "LW-46")
    + optional("child-asked", "Own worker, as the child asked", .flag)
    + optional("confidentiality", "Confidentiality explained", .flag)
    + optional("present", "Present", .codes([])) + account + afterwards

  /// How significant harm is known: told, or suspected.
  static let harmIs = code("harm-is", "Harm is", HarmBasis.self)

  /// What the child told.
  private static let account: [FormField] =
    finish("circumstances", "What was said", .paragraph, rule: "RAG-13")
    + optional("trigger", "What set it off", .paragraph)
    + optional("where-went", "Where the child went", .paragraph)
    + optional("who-with", "With whom", .paragraph)
    + optional("travelled", "How the child got about", .line)
    + optional("slept", "Where the child slept", .line)
    + optional("managed", "Money, food, phone", .line)
    + optional("harm", "Harm, threats, fear of anyone", .paragraph)
    + optional("exploitation", "Signs of exploitation", .paragraph)
    + optional("substances", "Drink and drugs", .line)
    + optional("offence", "Offences", .line) + optional("health", "Health need", .line)

  /// How it goes on from there.
  private static let afterwards: [FormField] =
    optional("how-returned", "How the child came back", .line)
    + optional("feelings", "Feelings now", .paragraph)
    + optional("would-help", "What would have helped", .paragraph)
    + optional("steps", "Safety plan", .paragraph)
    + optional("trusted-person", "Whom the child will talk to", .line)
    + optional("agreed", "Agreed with the child", .flag)
    + optional("views", "In the child's own words", .paragraph)
    + optional("analysis", "Worker's analysis", .paragraph)
    + optional("given", "Information given", .line)
}
