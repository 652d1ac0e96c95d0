// The coded lists of the field, by their names in the rulebook ("facts a pack may use").

/// What kind of absence an episode is.
package enum Category: String, CaseIterable, Sendable, Hashable {
  case missing
  /// Whereabouts known.
  case unauthorisedAbsence = "unauthorised-absence"
  case absconded
  case abducted
}

/// Where a child went missing from.
package enum MissingFrom: String, CaseIterable, Sendable, Hashable {
  case home
  case care
}

/// A grading of risk, the police's or the desk's own.
package enum Risk: String, CaseIterable, Sendable, Hashable {
  case noneApparent = "none-apparent"
  case low
  case medium
  case high

  /// Whether it is graver than another; than none at all everything is but "none apparent".
  package func isGraver(than other: Risk?) -> Bool {
    let all = Risk.allCases
    return all.firstIndex(of: self) ?? 0 > other.flatMap(all.firstIndex) ?? 0
  }
}

/// What a report says of the end of a going without saying since when.
package enum EndTold: String, CaseIterable, Sendable, Hashable {
  case located
  case back
}

/// What a report that came in is, as far as a procedure asks: a written report may end the wait for the police's
/// missing report only where it is one.
package enum ReportMatter: String, CaseIterable, Sendable, Hashable {
  /// The police's report that a child is missing.
  case missing
  /// Word that a child was found, or is back.
  case found
  /// What others write, and what the police write of something else.
  case other
}

/// How the police class a report.
package enum PoliceCategory: String, CaseIterable, Sendable, Hashable {
  case missing
  case absent
}

/// Red, amber or green (mfh-rag).
package enum RAG: String, CaseIterable, Sendable, Hashable {
  case red
  case amber
  case green
}

/// What a child is to children's social care.
package enum ChildStatus: String, CaseIterable, Sendable, Hashable {
  case lookedAfter = "looked-after"
  case childProtection = "child-protection"
  case childInNeed = "child-in-need"
  case assessment
  case earlyHelp = "early-help"
  case careLeaver = "care-leaver"
  case none
}

/// A lasting concern on a child's file.
package enum Marker: String, CaseIterable, Sendable, Hashable {
  case cse
  case cce
  case gang
  case trafficking
  case radicalisation
  case fgm
  case forcedMarriage = "forced-marriage"
  case medical
  case learning
  case mentalHealth = "mental-health"
  case curfew
  case uasc
  case youthViolence = "youth-violence"
  case substanceMisuse = "substance-misuse"
}

/// Why a child went, as the interview finds: what drove it away and what drew it.
package enum GoingReason: String, CaseIterable, Sendable, Hashable {
  case homeConflict = "home-conflict"
  case breakUp = "break-up"
  case mentalHealth = "mental-health"
  case bullying
  case personal
  case friendsOrFamily = "friends-or-family"
  case grooming
  case countyLines = "county-lines"
  case gang
}

/// Who located a child.
package enum WhoFound: String, CaseIterable, Sendable, Hashable {
  case cameBack = "came-back"
  case family
  case carer
  case police
  case professional
  case other
}

/// What somebody who reports a child is to the child.
package enum Relation: String, CaseIterable, Sendable, Hashable {
  case parent
  case relative
  case carer
  case placementStaff = "placement-staff"
  case school
  case socialWorker = "social-worker"
  case police
  case other
}

/// As what a report was sent.
package enum Referral: String, CaseIterable, Sendable, Hashable {
  case informationOnly = "information-only"
  case formalReferral = "formal-referral"
}

/// What a report names as making the going dangerous.
package enum ReportedRisk: String, CaseIterable, Sendable, Hashable {
  case cse
  case countyLines = "county-lines"
  case gang
  case trafficking
  case fgm
  case forcedMarriage = "forced-marriage"
  case radicalisation
  case selfHarm = "self-harm"
  case substanceMisuse = "substance-misuse"
  case domesticAbuse = "domestic-abuse"
  case disability
  case weather
  case missedMedication = "missed-medication"
}

/// What came of one attempt to offer a return home interview.
package enum OfferAnswer: String, CaseIterable, Sendable, Hashable {
  case accepted
  case declined
  /// Reached and offered; the answer is still to come.
  case undecided
  /// Nobody was reached: an attempt, not yet an offer.
  case noAnswer = "no-answer"
  /// A message was left: an attempt, not yet an offer.
  case messageLeft = "message-left"

  /// Whether the offer reached the child or the family.
  package var reachedSomebody: Bool { self != .noAnswer && self != .messageLeft }
}

/// What an acknowledgement says besides "seen".
package enum AcknowledgementAnswer: String, CaseIterable, Sendable, Hashable {
  case nothingForMe = "nothing-for-me"
  case actionRaised = "action-raised"
  case sendBack = "send-back"
}

/// On what ground nothing is opened from a report.
package enum SetAsideGround: String, CaseIterable, Sendable, Hashable {
  case duplicate
  case informationOnly = "information-only"
  case noFurtherAction = "no-further-action"
  /// Another authority is responsible.
  case otherAuthority = "other-authority"
  case notAChild = "not-a-child"
  /// The sender took it back.
  case withdrawn

  /// In words that go on "set aside as".
  package var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}

/// How far a missing record has come.
package enum Stage: String, CaseIterable, Sendable, Hashable {
  case contact
  case strategy
  case `return`
  case rhi
  case closing
  case closed

  /// What a person reads in the stage bar.
  package var title: String { self == .rhi ? "RHI" : rawValue }
}
