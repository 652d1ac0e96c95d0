import GRDB
package import Workflow

// What stands in the texts of reports: a name by which nobody is registered, a number, a birthday.

extension Records {
  /// Reports that wait and say somewhere in their text what was typed.
  ///
  /// It only sorts out what cannot be meant; the text is to be looked at.
  ///
  /// - Parameters:
  ///   - text: what was typed: a name by which a child is known, an address, a telephone number.
  ///   - limit: how many to give at most.
  /// - Returns: the reports with their texts, those that came last first; none where too little was typed
  ///   to go by.
  /// - Throws: `StoreError`.
  package func reportsSaying(_ text: String, limit: Int) throws -> [Report] {
    let words = HeardName.words(of: text)
    guard words.contains(where: { $0.count >= 4 }) else { return [] }
    let plain = words.filter { $0.utf8.allSatisfy { $0 < 0x80 } }
    let says = plain.map { _ in "j.body LIKE ?" }.joined(separator: " AND ")
    return try reports(
      saying: says.isEmpty ? "1" : says, plain.map { "%\($0)%" }, limit: limit)
  }

  /// Reports that say somewhere in their text what was typed and were given to a child who is away.
  ///
  /// Of those who are away the last to go are looked at: whoever rings about a place asks for them.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - limit: how many to give at most.
  /// - Returns: the reports with their texts, those that came last first.
  /// - Throws: `StoreError`.
  package func reportsOfAway(saying text: String, limit: Int) throws -> [Report] {
    let words = HeardName.words(of: text).filter { $0.utf8.allSatisfy { $0 < 0x80 } }
    guard words.contains(where: { $0.count >= 4 }) else { return [] }
    let says = words.map { _ in "j.body LIKE ?" }.joined(separator: " AND ")
    return try reports(saying: says, words.map { "%\($0)%" }, limit: limit, of: .away)
  }

  /// Of which reports the texts are looked at.
  private enum Those: String {
    case waiting = "r.state = 'waiting'"
    case all = "r.kind IS NOT 'list'"
    case away = """
      r.state <> 'waiting' AND r.child IN (
        SELECT child FROM episodes WHERE away = 1 ORDER BY started DESC LIMIT 300)
      """
  }

  /// Reports in which a telephone number, a postcode or part of a reference stands, whatever became of them.
  ///
  /// - Parameters:
  ///   - mark: the number, the postcode or the part of a reference.
  ///   - limit: how many to give at most.
  /// - Returns: the reports with their texts, those that came last first.
  /// - Throws: `StoreError`.
  package func reports(saying mark: SpokenMark, limit: Int) throws -> [Report] {
    try reports(saying: mark.condition, [mark.pattern], limit: limit, of: .all)
      .filter { mark.stands(in: $0.text) }
  }

  /// The children to whom a report was given, in the order in which they were triaged.
  ///
  /// - Parameters:
  ///   - reference: the report's reference.
  ///   - takenBack: whether also those count whose triage was taken back.
  /// - Returns: the ids, each once; none where it waits or was set aside.
  /// - Throws: `StoreError`.
  package func children(
    ofReport reference: String, takenBack: Bool = false
  ) throws -> [String] {
    try look(.report(reference)) { db in
      var ids: [String] = []
      let events = try Journal(db: db).events(of: .report(reference))
      let triages =
        takenBack
        ? events.filter { $0.kind == .triaged } : ReportStanding(events).decisions.map(\.event)
      for triage in triages {
        if let id = triage[Field<String>.child], !ids.contains(id) { ids.append(id) }
      }
      return ids
    }
  }

  /// Reports whose texts fit a condition with its patterns: some of them, or all but lists of several.
  private func reports(
    saying condition: String, _ patterns: [String], limit: Int, of those: Those = .waiting
  ) throws -> [Report] {
    let sql = """
      SELECT \(ReportRow.columns) FROM reports r WHERE \(those.rawValue)
        AND EXISTS (SELECT 1 FROM journal j WHERE j.seq = r.seq AND (\(condition)))
      ORDER BY r.received DESC LIMIT ?
      """
    let patterns: [any DatabaseValueConvertible] = patterns
    return try look(.reports) { db in
      let found = try rows(db, sql, StatementArguments(patterns + [limit]), ReportRow.init)
      return try found.map { row in
        let came = try Journal(db: db).events(of: .report(row.reference)).first
        return Report(row: row, text: came?[.text] ?? "", digest: came?[.digest] ?? "")
      }
    }
  }

  /// Reports that wait in which a date of birth stands, in any way in which it may be written.
  ///
  /// - Parameters:
  ///   - date: the date, with day and year.
  ///   - limit: how many to give at most.
  /// - Returns: the reports with their texts, those that came last first.
  /// - Throws: `StoreError`.
  package func reportsSaying(_ date: SpokenBirthday, limit: Int) throws -> [Report] {
    let ways = date.writings
    guard !ways.isEmpty else { return [] }
    let says = ways.map { _ in "j.body LIKE ?" }.joined(separator: " OR ")
    return try reports(saying: says, ways.map { "%\($0.replacing("/", with: "_"))%" }, limit: limit)
  }
}
