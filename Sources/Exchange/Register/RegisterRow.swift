package import Workflow

/// One child of a register file, as the authority writes it.
package struct RegisterRow: Sendable, Equatable {
  /// The authority's own number for the child.
  package var id: String
  /// The family name.
  package var familyName: String
  /// The given names.
  package var givenNames: String
  /// Other names, in the file's order.
  package var aliases: [String]
  /// The date of birth; nothing where it is empty or cannot be read.
  package var born: CivilDate?
  /// `F`, `M`, or what else the file says.
  package var sex: String
  /// The address on one line.
  package var address: String
  /// The postcode.
  package var postcode: String
  /// The child's status, as the file says it.
  package var status: String
  /// The worker to whom the child is allocated.
  package var allocatedWorker: String
  /// That worker's team.
  package var team: String
  /// The kind of placement.
  package var placementKind: String
  /// The placement's name.
  package var placement: String
  /// The authority responsible for the child.
  package var responsibleAuthority: String
  /// The authority in whose area the child lives.
  package var hostAuthority: String
  /// Markers, in the file's order.
  package var markers: [String]
  /// Whether the record is restricted.
  package var restricted: Bool
  /// The line of the file on which the row begins.
  package var line: Int
}
