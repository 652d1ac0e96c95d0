package import Workflow

/// A child of the register, as far as a report can be compared with it.
package struct MatchCandidate: Sendable, Equatable {
  /// The register's id.
  package var id: String
  /// The family name.
  package var familyName: String
  /// The given names.
  package var givenNames: String
  /// Other names, whole or given names alone.
  package var aliases: [String]
  /// The date of birth.
  package var born: CivilDate?
  /// `F`, `M`, or empty.
  package var sex: String
  /// The address on one line.
  package var address: String
  /// The postcode.
  package var postcode: String
  /// The placement's name.
  package var placement: String
  /// The allocated worker.
  package var worker: String

  /// Makes a candidate.
  package init(
    id: String, familyName: String, givenNames: String, aliases: [String] = [],
    born: CivilDate? = nil, sex: String = "", address: String = "", postcode: String = "",
    placement: String = "", worker: String = ""
  ) {
    self.id = id
    self.familyName = familyName
    self.givenNames = givenNames
    self.aliases = aliases
    self.born = born
    self.sex = sex
    self.address = address
    self.postcode = postcode
    self.placement = placement
    self.worker = worker
  }

  /// Makes a candidate from a row of a register file.
  package init(_ row: RegisterRow) {
    self.init(
      id: row.id, familyName: row.familyName, givenNames: row.givenNames, aliases: row.aliases,
      born: row.born, sex: row.sex, address: row.address, postcode: row.postcode,
      placement: row.placement, worker: row.allocatedWorker)
  }
}

/// What the desk suggests for a child whom a report names.
package enum MatchDecision: Sendable, Equatable {
  /// One child: shown with what agrees, what differs and must be settled, and who looks alike.
  case propose(id: String, because: [String], confirm: [String], nearMisses: [String])
  /// A person must decide between these: each with what agrees and what differs, in the same order.
  case ask(candidates: [String], because: [[String]], question: String)
  /// Nobody on the register; these look alike and must not be taken for the child.
  case new(nearMisses: [String])

  /// The id of the child that is proposed.
  package var proposed: String? {
    if case .propose(let id, _, _, _) = self { id } else { nil }
  }

  /// Children who look alike and must not be chosen.
  package var nearMisses: [String] {
    switch self {
    case .propose(_, _, _, let near), .new(let near): near
    case .ask: []
    }
  }
}
