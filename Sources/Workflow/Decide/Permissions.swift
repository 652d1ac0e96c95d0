/// Who may record what: one table for the screen and the command line; what it does not name is
/// refused.
package enum Permissions {
  /// Whether a role may record an event.
  package static func allows(_ role: Role, to kind: EventKind) -> Bool {
    if everyone.contains(kind) { return role != .administrator }
    return table[role]?.contains(kind) ?? false
  }

  /// The roles that may record an event, for the sentence that says whom to ask.
  package static func roles(for kind: EventKind) -> [Role] {
    Role.allCases.filter { allows($0, to: kind) }
  }

  /// What anyone who works with children may add.
  private static let everyone: Set<EventKind> = [
    .noteAdded, .corrected, .withdrawn, .found, .returned, .reported, .policeContacted, .notified,
    .reportReceived, .policeConcerns, .disclosure, .actionAgreed, .actionDone, .compactFinalised,
    .stepDone,
    .procedureKept,
  ]

  private static let triage: Set<EventKind> = [
    .childRegistered, .childUpdated, .reportAttached, .opened, .triaged, .wentMissing,
    .categoryChanged, .allocated, .rhiReferred, .reassigned, .held,
  ]

  private static let interview: Set<EventKind> = [
    .rhiAllocated, .rhiOffered, .rhiDeclined, .rhiHeld, .rhiShared, .safetyPlanMade, .uploaded,
    .recordClosed, .safeAndWell, .reassigned, .held, .rhiReferred,
  ]

  private static let management: Set<EventKind> = [
    .riskAssessed, .section47Started, .allocated, .reassigned, .held, .meetingPlanned, .meetingHeld,
    .meetingCancelled, .publicityAgreed, .acknowledged, .reopened, .caseClosed, .categoryChanged,
    .rhiAllocated,
  ]

  /// `opened` and `went-missing` stand for every role that a procedure may let or forbid: who may
  /// open a record is the procedure's to say (L23-22, RAG-04, LU-05).
  private static let opening: Set<EventKind> = [.opened, .wentMissing, .categoryChanged]

  /// Who may move a record from the procedure that it was opened under to another, and say under
  /// which one records are opened from now on.
  private static let adopting: Set<EventKind> = [.procedureAdopted, .procedureChosen]

  private static let table: [Role: Set<EventKind>] = [
    .frontDoor: triage.union([.ragSet, .safeAndWell]),
    .outOfHours: triage,
    .screening: triage,
    .mashManager: triage.union(management).union([.ragSet]),
    .missingCoordinator: triage.union(interview).union([
      .acknowledged, .reopened, .meetingPlanned, .safeAndWell, .ragSet,
    ]),
    .rhiWorker: interview,
    .tysWorker: interview.union([.finalised]),
    .teamManager: management.union(opening).union(adopting),
    .advancedPractitioner: management.union(opening),
    .serviceManager: management.union(adopting),
    .groupManager: management.union(adopting),
    .headOfService: management.union(adopting),
    .iro: [.meetingHeld, .meetingPlanned],
    .assistantDirector: management.union(adopting),
    .director: management.union(adopting),
    .socialWorker: opening.union([
      .safeAndWell, .safetyPlanMade, .rhiReferred, .rhiHeld, .meetingPlanned, .uploaded,
      .section47Started, .finalised,
    ]),
    .dutySocialWorker: opening.union([.safeAndWell, .section47Started]),
    .teamDuty: opening,
    .administrator: [
      .childRegistered, .childUpdated, .deskMade, .staffAdded, .procedureAdopted, .procedureKept,
      .procedureChosen,
    ],
  ]
}
