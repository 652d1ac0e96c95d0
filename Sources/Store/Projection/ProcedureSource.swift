import GRDB
package import Workflow

/// Where the store asks for procedures: the packs are not its business.
package struct ProcedureSource: Sendable {
  /// The procedure of that id today; where no id is given, the one that the source takes for its own.
  private let named: @Sendable (_ id: String?) throws -> Procedure
  /// The procedure under which a record was opened: id, version and content hash.
  package let pinned: @Sendable (_ id: String, _ version: Int, _ hash: String) throws -> Procedure
  /// The id of the procedure under which the desk opens records, where it is known.
  private var chosen: String?

  /// Makes a source.
  ///
  /// - Parameters:
  ///   - chosen: the id of the procedure under which the desk opens records, as far as the caller
  ///     knows; in a transaction the store goes by what the desk's file says there.
  ///   - named: gives the procedure of an id today. It is called for each command: keep what you
  ///     read.
  ///   - pinned: gives exactly the procedure of that content, or throws.
  package init(
    chosen: String? = nil, named: @escaping @Sendable (_ id: String?) throws -> Procedure,
    pinned: @escaping @Sendable (_ id: String, _ version: Int, _ hash: String) throws -> Procedure
  ) {
    self.chosen = chosen
    self.named = named
    self.pinned = pinned
  }

  /// The procedure under which the desk opens records today.
  package func current() throws -> Procedure { try named(chosen) }

  /// The same source for what the desk's file says at this very moment of a transaction: somebody may
  /// have chosen another procedure since the caller looked.
  func ofDesk(in db: Database) throws -> ProcedureSource {
    var source = self
    source.chosen = try ReadTables(db: db).deskProcedure() ?? chosen
    return source
  }

  /// Makes a source of one procedure, for a desk whose records all follow it.
  package init(_ procedure: Procedure) {
    self.init(
      named: { _ in procedure },
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
