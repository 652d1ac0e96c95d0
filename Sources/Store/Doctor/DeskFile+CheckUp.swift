import GRDB
package import Workflow

extension DeskFile {
  /// Looks at a desk's place and at the file itself, without changing anything.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - now: the computer's clock.
  /// - Returns: how each thing stands; where the desk cannot be opened, why, and what could be seen
  ///   from outside.
  package static func checkUp(at path: String, now: Instant) -> [CheckLine] {
    let place = FilePlace(path: path)
    guard place.exists else {
      let error = StoreError.noSuchDesk(place.path)
      return [CheckLine("file", .fail, error.sentence, wayForward: error.wayForward)]
    }
    var lines = PlaceCheckUp(place: place).lines()
    do {
      // An older file would be brought up to date by opening it for writing: look first.
      var desk = try open(at: path, readOnly: true)
      if place.isWritable {
        desk.close()
        desk = try open(at: path)
      }
      defer { desk.close() }
      lines += try desk.read { try FileCheckUp(db: $0, now: now).lines() }
      lines.append(desk.checkpointLine(now: now))
    } catch {
      let error = error as? StoreError
      lines.append(
        CheckLine(
          "open", .fail, error?.sentence ?? "The desk cannot be opened.",
          wayForward: error?.wayForward))
    }
    return lines
  }

  /// The procedures under which records were opened or to which they were moved: id, version and
  /// content hash of each.
  package func pinnedProcedures() throws -> [PinnedProcedure] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT procedure, procedure_version, procedure_hash, count(*) FROM records
          WHERE procedure IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
          """
      ).map { row in
        PinnedProcedure(
          id: row[0], version: Int(row[1] as String? ?? "") ?? 0, hash: row[2] ?? "",
          records: row[3])
      }
    }
  }

  private func checkpointLine(now: Instant) -> CheckLine {
    guard let last = noted().last(where: { $0.at != nil }), let at = last.at else {
      return CheckLine(
        "checkpoint", .warn, "No backup was ever made of this desk here, and no checkpoint noted.",
        wayForward: "Run 'homeward backup', best by the timer that 'make install' offers.")
    }
    let age = now.since(at)
    let found =
      "The last backup or checkpoint is \(Amount.time(max(0, age))) old, at line "
      + "\(last.head.sequence)."
    if age > 2 * 86_400 {
      return CheckLine(
        "checkpoint", .warn, found, wayForward: "Run 'homeward backup'; look at the timer.")
    }
    return .ok("checkpoint", found)
  }
}

/// A procedure that records are pinned to.
package struct PinnedProcedure: Hashable, Sendable {
  /// The pack's id.
  package let id: String
  /// Its version, counted from 1.
  package let version: Int
  /// SHA-256 of its text, in hexadecimal.
  package let hash: String
  /// How many records are pinned to it.
  package let records: Int
}
