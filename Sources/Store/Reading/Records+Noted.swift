import GRDB
package import Workflow

// What somebody noted on reports that wait: who rang, and from which number.

extension Records {
  /// Reports that wait on which something was noted in which what was typed may stand.
  ///
  /// It only sorts out what cannot be meant; the notes are to be looked at.
  ///
  /// - Parameter text: what was typed: a name, an address, figures of a telephone number.
  /// - Returns: the reports with what was noted on each, oldest first; none where too little was typed to go by.
  /// - Throws: `StoreError`.
  package func reportsNoting(_ text: String) throws -> [(row: ReportRow, notes: [Event])] {
    let words = HeardName.words(of: text)
    guard words.contains(where: { $0.count >= 4 }) else { return [] }
    let plain = words.filter { $0.utf8.allSatisfy { $0 < 0x80 } }
    let says = plain.map { _ in "j.body LIKE ?" }.joined(separator: " AND ")
    return try reportsNoting(says.isEmpty ? "1" : says, plain.map { "%\($0)%" })
  }

  /// Reports that wait on which a note has a telephone number, a postcode or part of a reference.
  ///
  /// - Parameter mark: the number, the postcode or the part of a reference.
  /// - Returns: the reports with those of their notes in which it stands, oldest first.
  /// - Throws: `StoreError`.
  package func reportsNoting(
    _ mark: SpokenMark
  ) throws -> [(row: ReportRow, notes: [Event])] {
    try reportsNoting(mark.condition, [mark.pattern]).compactMap { row, notes in
      let saying = notes.filter { note in note[.text].map { mark.stands(in: $0) } ?? false }
      return saying.isEmpty ? nil : (row, saying)
    }
  }

  private func reportsNoting(
    _ condition: String, _ patterns: [String]
  ) throws -> [(row: ReportRow, notes: [Event])] {
    let sql = """
      SELECT \(ReportRow.columns) FROM reports r WHERE r.state = 'waiting'
        AND EXISTS (SELECT 1 FROM journal j WHERE j.stream = 'report:' || r.reference
          AND j.kind = 'note-added' AND (\(condition)))
      ORDER BY r.received DESC
      """
    let found = try look(.reports) { db in
      try rows(db, sql, StatementArguments(patterns), ReportRow.init)
    }
    let notes = try notes(onReports: found.map(\.reference))
    return found.map { ($0, notes[$0.reference] ?? []) }
  }

  /// Children of whom something was written down in which a telephone number stands: who rang, and from where.
  ///
  /// - Parameters:
  ///   - mark: the number; a reference stands in many entries and is found by itself.
  ///   - limit: how many of the last to go are looked through.
  /// - Returns: the children's ids, each with the entry, the last to go first.
  /// - Throws: `StoreError`.
  package func childrenNoting(
    _ mark: SpokenMark, limit: Int = 1_000
  ) throws -> [(id: String, entry: Event)] {
    guard case .phone = mark else { return [] }
    let sql = """
      SELECT DISTINCT e.child FROM (SELECT child, started FROM episodes ORDER BY started DESC LIMIT ?) e
        WHERE EXISTS (SELECT 1 FROM journal j WHERE j.stream = ? || e.child
          AND j.kind <> 'reported' AND (\(mark.condition)))
      ORDER BY e.started DESC LIMIT 20
      """
    let ids = try look(.reports) { db in
      try String.fetchAll(
        db, sql: sql, arguments: [limit, Stream.child("").text, mark.pattern])
    }
    return try ids.compactMap { id in
      let entry = try caseOf(id)?.history.last { event in
        event.kind != .reported
          && event.body.values.values.contains { value in
            if case .text(let text) = value { mark.stands(in: text) } else { false }
          }
      }
      return entry.map { (id, $0) }
    }
  }

  /// Whether a report that a child was given says of an end that nobody knows since when: then the case tells the
  /// rest.
  ///
  /// - Parameter id: the child's id.
  /// - Returns: whether any ever did.
  /// - Throws: `StoreError`.
  package func tellsOfEnd(ofChild id: String) throws -> Bool {
    let sql = """
      SELECT EXISTS (SELECT 1 FROM journal WHERE stream = ? AND kind = 'reported'
        AND body LIKE '%end-unknown%')
      """
    return try look(.child(id)) { db in
      try Bool.fetchOne(
        try db.cachedStatement(sql: sql), arguments: [Stream.child(id).text]) ?? false
    }
  }
}
