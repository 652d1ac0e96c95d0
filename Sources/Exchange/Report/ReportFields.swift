/// What kind of report a text is.
package enum ReportKind: String, CaseIterable, Sendable {
  case merlinMissing = "merlin-mis"
  case merlinPAC = "merlin-pac"
  case compactMissing = "compact-missing"
  case compactFound = "compact-found"
  case form87A = "form-87a"
  case dutyNote = "edt-note"
  case carerEmail = "carer-email"
  case policeEmail = "police-email"
  /// One child of a list of several.
  case dailyList = "daily-list"
  case unknown

  /// The kind that people call so, or nothing.
  package init?(words: String) {
    guard let kind = ReportKind.allCases.first(where: { $0.words == words }) else { return nil }
    self = kind
  }

  /// What people call it.
  package var words: String {
    switch self {
    case .merlinMissing: "Police missing person report (Merlin)"
    case .merlinPAC: "Police note of a child who came to notice (Merlin)"
    case .compactMissing: "Police notice: child missing (Compact)"
    case .compactFound: "Police notice: child found (Compact)"
    case .form87A: "Missing person form (87A)"
    case .dutyNote: "Note of the emergency duty team"
    case .carerEmail: "E-mail from a carer"
    case .policeEmail: "E-mail from the police"
    case .dailyList: "One child of a daily list of the police"
    case .unknown: "Report of an unknown kind"
    }
  }
}

/// What a report says about itself.
///
/// The raw value is the field's name in files and in JSON.
package enum ReportField: String, CaseIterable, Sendable {
  case kind
  case policeRef = "police_ref"
  case otherRefs = "other_refs"
  case from
  case reportedAt = "reported_at"
  case reportedBy = "reported_by"
  case reporterRelation = "reporter_relation"
  case reporterPhone = "reporter_phone"
  case risk
  case riskEarlier = "risk_earlier"
  case riskBy = "risk_by"
  case officer
  case nature
  case strategyDiscussion = "strategy_discussion"
  case sentAt = "sent_at"

  /// Whether it is said of the report as a whole, in whosever block it stands.
  var isOfAll: Bool {
    switch self {
    case .kind, .from, .nature, .strategyDiscussion, .sentAt: true
    default: false
    }
  }
}

/// What a report says about one child.
///
/// The raw value is the field's name in files and in JSON.
package enum SubjectField: String, CaseIterable, Sendable {
  case familyName = "family_name"
  case givenNames = "given_names"
  case aliases
  case born
  case age
  case sex
  case address
  case postcode
  case responsibleAuthority = "responsible_authority"
  case hostAuthority = "host_authority"
  case category
  case from
  case lastSeenAt = "last_seen_at"
  case lastSeenBy = "last_seen_by"
  case lastSeenPlace = "last_seen_place"
  /// From which place the child went, where that is said besides where the child was last seen.
  case missingFromPlace = "missing_from_place"
  /// Where the child is now, where somebody who reports knows it.
  case whereabouts
  case leftPlacementAt = "left_placement_at"
  case foundAt = "found_at"
  case foundWhere = "found_where"
  case foundBy = "found_by"
  case returnedAt = "returned_at"
  case returnedTo = "returned_to"
  /// Whether the child is safe where it was brought: `yes`, `no`.
  case safeThere = "safe_there"
  case riskFactors = "risk_factors"
  case legalStatus = "legal_status"
  case worker
  case school
  case phone
  case medical
  /// Height, build, hair and eyes.
  case appearance
  case marks
  case clothing
  case firstLanguage = "first_language"
  case ethnicity
  case policeRef = "police_ref"
  /// The police grading, where a report gives each child's by itself.
  case risk
  case circumstances

  /// What two children cannot have in common: above the blocks of several it is said of somebody else.
  static let ofOneAlone: [SubjectField] = [
    .familyName, .givenNames, .aliases, .born, .age, .sex, .phone,
  ]

  /// The fields that a desk needs before it can act; where one is empty, it is always a gap.
  package static let needed: [SubjectField] = [
    .familyName, .givenNames, .born, .address, .responsibleAuthority, .lastSeenAt, .lastSeenBy,
  ]
}
