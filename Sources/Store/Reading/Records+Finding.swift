import GRDB
import Workflow

// Whom somebody may mean who asks for a child by name or by reference.

extension Records {
  /// Finds children by what somebody typed: a reference of the desk, of the police or of the register
  /// exactly; or else by words of names and references, the newest first, and after them by names that
  /// differ from what was typed as a name does that was heard on the telephone; and where there is none of
  /// these, by the address or the placement.
  ///
  /// - Parameters:
  ///   - text: what was typed; never read as the index's own language.
  ///   - limit: how many to give at most.
  /// - Returns: the children, each once.
  /// - Throws: `StoreError`.
  package func find(_ text: String, limit: Int) throws -> [ChildRow] {
    let exact = text.trimmed
    let sql = """
      SELECT \(ChildRow.columns) FROM children c WHERE c.id IN (
        SELECT id FROM children WHERE id = ?1 UNION
        SELECT child FROM episodes WHERE reference = ?2 UNION
        SELECT child FROM records WHERE reference = ?2 UNION
        SELECT child FROM episodes WHERE police_ref = ?1 UNION
        SELECT child FROM reports WHERE reference = ?2)
      ORDER BY c.latest DESC LIMIT ?3
      """
    return try look(.children) { db in
      let found = try rows(db, sql, [exact, exact.uppercased(), limit], ChildRow.init)
      if !found.isEmpty { return found }
      let named = try searched(db, text, Window(limit: limit))
      if named.count >= limit { return named }
      if named.isEmpty, isTail(exact) {
        let tail = """
          SELECT \(ChildRow.columns) FROM children c WHERE c.id IN (
            SELECT child FROM episodes WHERE police_ref LIKE '%' || ?1)
          ORDER BY c.latest DESC LIMIT ?2
          """
        return try rows(db, tail, [exact, limit], ChildRow.init)
      }
      // Another child may be meant whose name is only spelt in another way.
      let known = Set(named.map(\.id))
      let all = named + (try soundingLike(db, text, limit: limit - named.count, besides: known))
      return all.isEmpty ? try living(at: text, limit: limit, db) : all
    }
  }

  /// Whether it may be the end of a police reference, as it is read out: its last figures.
  private func isTail(_ text: String) -> Bool {
    text.count >= 4 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Children at whose address or placement each word typed begins a word.
  private func living(at text: String, limit: Int, _ db: Database) throws -> [ChildRow] {
    let words = HeardName.words(of: text)
    guard words.contains(where: { $0.count >= 4 }) else { return [] }
    let place = "' ' || coalesce(c.address, '') || ' ' || coalesce(c.placement, '')"
    let sql = """
      SELECT \(ChildRow.columns) FROM children c
      WHERE \(words.map { _ in "(\(place)) LIKE ?" }.joined(separator: " AND "))
      ORDER BY c.latest DESC LIMIT ?
      """
    let patterns: [any DatabaseValueConvertible] = words.map { "% \($0)%" }
    return try rows(db, sql, StatementArguments(patterns + [limit]), ChildRow.init)
  }

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
    let says = plain.map { _ in "AND j.body LIKE ?" }.joined(separator: " ")
    let sql = """
      SELECT \(ReportRow.columns) FROM reports r WHERE r.state = 'waiting'
        AND EXISTS (SELECT 1 FROM journal j WHERE j.seq = r.seq \(says))
      ORDER BY r.received DESC LIMIT ?
      """
    let patterns: [any DatabaseValueConvertible] = plain.map { "%\($0)%" }
    return try look(.reports) { db in
      let found = try rows(db, sql, StatementArguments(patterns + [limit]), ReportRow.init)
      return try found.map { row in
        let came = try Journal(db: db).events(of: .report(row.reference)).first
        return Report(row: row, text: came?[.text] ?? "", digest: came?[.digest] ?? "")
      }
    }
  }

  /// Children whose names or other names are spelt nearly so or sound so, the best first.
  private func soundingLike(
    _ db: Database, _ text: String, limit: Int, besides known: Set<String>
  ) throws -> [ChildRow] {
    guard let heard = HeardName(text), heard.isHeard else { return [] }
    var hits: [(id: String, fit: HeardName.Fit)] = []
    let begins = heard.beginnings.map { "folded LIKE '\($0)%' OR folded LIKE '% \($0)%'" }
    let names = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, folded, aliases FROM children
        WHERE aliases <> '' OR \(begins.joined(separator: " OR ")) ORDER BY folded
        """)
    while let name = try names.next() {
      let own: String = name[1]
      let words = own.split(separator: " ").map(String.init)
      let others = TextList.read(name[2]).flatMap(HeardName.words(of:))
      guard let fit = heard.fit(words + others) else { continue }
      let id: String = name[0]
      if !known.contains(id) { hits.append((id, fit)) }
    }
    let ids = hits.enumerated().sorted { ($0.element.fit, $0.offset) < ($1.element.fit, $1.offset) }
      .prefix(limit).map(\.element.id)
    let places = ids.map { _ in "?" }.joined(separator: ", ")
    let sql = "SELECT \(ChildRow.columns) FROM children c WHERE c.id IN (\(places))"
    let found = try rows(db, sql, StatementArguments(ids), ChildRow.init)
    let byID = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    return ids.compactMap { byID[$0] }
  }

  /// Finds reports of which no child came: those that wait for triage and those that were set aside, by
  /// the name that was read, by reference or police reference.
  ///
  /// A child of whom only a report tells is on no register, and is asked for all the same.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - limit: how many to give at most.
  /// - Returns: the reports, those that wait first, and among them the best hit, then the newest.
  /// - Throws: `StoreError`.
  package func findReports(_ text: String, limit: Int) throws -> [ReportRow] {
    guard let heard = HeardName(text) else { return [] }
    let exact = text.trimmed.uppercased()
    let sql = """
      SELECT \(ReportRow.columns) FROM reports
      WHERE state = 'waiting' OR child IS NULL ORDER BY received DESC, reference
      """
    return try look(.reports) { db in
      var hits: [(row: ReportRow, fit: HeardName.Fit)] = []
      for row in try rows(db, sql, [], ReportRow.init) {
        let police = row.policeReference?.uppercased() ?? ""
        if row.reference == exact || police == exact || isTail(exact) && police.hasSuffix(exact) {
          hits.append((row, .beginning))
        } else if let fit = heard.fit(row.searchWords) {
          hits.append((row, fit))
        }
      }
      return hits.enumerated().sorted { left, right in
        let (a, b) = (left.element, right.element)
        return (a.row.isWaiting ? 0 : 1, a.fit.rawValue, left.offset)
          < (b.row.isWaiting ? 0 : 1, b.fit.rawValue, right.offset)
      }.prefix(limit).map(\.element.row)
    }
  }
}

extension ReportRow {
  /// What a report is found by: the name that was read, without how many more it names, and what the
  /// police call it.
  fileprivate var searchWords: [String] {
    let name = named.map { $0.split(separator: " and ", maxSplits: 1).first.map(String.init) ?? "" }
    return HeardName.words(of: name ?? "") + HeardName.words(of: policeReference ?? "")
      + HeardName.words(of: reference)
  }
}
