package import Workflow

/// An authority's procedure as its pack states it: who, on which documents, in which versions.
package struct Pack: Sendable {
  /// The id, such as `lambeth-2023`; never used again for another.
  package let id: String
  /// What people call it.
  package let title: String
  /// Whose it is.
  package let authority: String
  /// The documents on which it rests.
  package let sources: [Source]
  /// The authority's own names for roles.
  package let roleTitles: [Role: String]
  /// The authority's own names for trays.
  package let trayTitles: [Tray: String]
  /// Whom to reach, as far as the authority has filled it in.
  package let directory: [DirectoryEntry]
  /// The versions, oldest first; their dates neither overlap nor leave a gap.
  package let versions: [Version]
  /// SHA-256 of the file's bytes, in hexadecimal.
  package let contentHash: String
  /// The file from which it was read.
  package let file: String
  /// The packs of which it is composed; none where it is one of its own.
  package let composedOf: [String]

  /// One version of the procedure and the days on which it is in force.
  package struct Version: Sendable {
    /// The first day.
    package let from: CivilDate
    /// The last day, or nothing while it is in force.
    package let to: CivilDate?
    /// The procedure.
    package let procedure: Procedure

    /// Whether it is in force on a day.
    package func isInForce(on date: CivilDate) -> Bool {
      from <= date && to.map { date <= $0 } ?? true
    }
  }

  /// A document on which a pack rests.
  package struct Source: Hashable, Sendable {
    /// Its short name within the pack.
    package let id: String
    /// Its title.
    package let title: String
    /// When it was published, as exactly as it says.
    package let date: String
    /// When the pack was last compared with it.
    package let checked: CivilDate
  }

  /// The version in force on a day.
  ///
  /// - Parameter date: the day.
  /// - Returns: the procedure.
  /// - Throws: that none is in force; a day without a version never gets the latest instead.
  package func procedure(on date: CivilDate) throws(ShelfError) -> Procedure {
    guard let version = versions.first(where: { $0.isInForce(on: date) }) else {
      throw .noVersion(pack: id, date: date)
    }
    return version.procedure
  }

  /// Every rule of the rulebook that some version realises, and as what.
  package var realisations: [Realisation] {
    let ofVersions = versions.flatMap { $0.procedure.realisations }
    var seen: Set<Realisation> = []
    return ofVersions.filter { seen.insert($0).inserted }
  }
}
