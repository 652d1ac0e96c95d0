package import Workflow

/// Where the store asks for procedures: the packs are not its business.
package struct ProcedureSource: Sendable {
  /// The procedure of the desk today.
  package let current: @Sendable () throws -> Procedure
  /// The procedure under which a record was opened: id, version and content hash.
  package let pinned: @Sendable (_ id: String, _ version: Int, _ hash: String) throws -> Procedure

  /// Makes a source.
  ///
  /// - Parameters:
  ///   - current: gives the procedure of the desk today. It is called for each command: keep what
  ///     you read.
  ///   - pinned: gives exactly the procedure of that content, or throws.
  package init(
    current: @escaping @Sendable () throws -> Procedure,
    pinned: @escaping @Sendable (_ id: String, _ version: Int, _ hash: String) throws -> Procedure
  ) {
    self.current = current
    self.pinned = pinned
  }

  /// Makes a source of one procedure, for a desk whose records all follow it.
  package init(_ procedure: Procedure) {
    self.init(
      current: { procedure },
      pinned: { id, version, hash in
        guard id == procedure.id, version == procedure.version, hash == procedure.contentHash else {
          throw StoreError.procedureMissing(id, version)
        }
        return procedure
      })
  }

  /// The procedure that a record follows: the one it was opened under, or today's where it waits to
  /// be opened.
  package func procedure(of record: MissingRecord?) throws -> Procedure {
    guard let pin = record?.procedure,
      let version = pin.event[.procedureVersion].flatMap({ Int($0) }),
      let hash = pin.event[.procedureHash]
    else { return try current() }
    return try pinned(pin.value, version, hash)
  }
}

extension StoreError {
  /// What a source throws where it has no procedure of that content.
  package static func procedureMissing(_ id: String, _ version: Int) -> StoreError {
    StoreError(
      .procedureMissing,
      "Procedure \(id), version \(version), under which a record was opened, is not at hand.",
      wayForward: "Put the pack of that version back beside the others; records keep to it.")
  }
}
