import GRDB
import Workflow

// Whom somebody may mean who asks for a child by name or by reference.

extension Records {
  /// Finds children by what somebody typed: a reference of the desk, of the police or of the register
  /// exactly; or else by words of names and references, the newest first, and after them by names that
  /// differ from what was typed as a name does that was heard on the telephone; by a date of birth, alone or
  /// with a name; where there is none of these, by part of a police reference, the postcode, the address or the
  /// placement; and then by names that roughly sound so, or are nearest in their letters.
  ///
  /// - Parameters:
  ///   - text: what was typed; never read as the index's own language.
  ///   - limit: how many to give at most.
  /// - Returns: the children, each once.
  /// - Throws: `StoreError`.
  package func find(_ text: String, limit: Int) throws -> [FoundChild] {
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
      if !found.isEmpty { return found.map { FoundChild($0) } }
      let born = try self.born(text, limit: limit, db)
      if !born.isEmpty { return born }
      let named = try self.named(text, limit: limit, db)
      if !named.isEmpty { return named }
      let numbered = try referred(by: exact, limit: limit, db)
      if !numbered.isEmpty { return numbered.map { FoundChild($0) } }
      let there = try living(at: text, limit: limit, db)
      if !there.isEmpty { return there.map { FoundChild($0) } }
      return try halfHeard(text, limit: limit, db)
    }
  }

  /// Children whose names fit, then those whose names only sound so: another child may be meant whose name
  /// is spelt in another way.
  private func named(_ text: String, limit: Int, _ db: Database) throws -> [FoundChild] {
    let named = try searched(db, text, Window(limit: limit)).map { FoundChild($0) }
    if named.count >= limit { return named }
    let known = Set(named.map(\.id))
    return named
      + (try soundingLike(db, text, limit: limit - named.count, besides: known))
  }

  /// Children born on a date that was typed.
  ///
  /// Of those with the name that was typed besides; where there are none, whoever was born then and whoever
  /// bears the name: one of both was misheard.
  private func born(_ text: String, limit: Int, _ db: Database) throws -> [FoundChild] {
    guard let (date, others) = SpokenBirthday.take(from: text) else { return [] }
    let sql = """
      SELECT \(ChildRow.columns) FROM children c WHERE c.born LIKE ? ORDER BY c.latest DESC LIMIT ?
      """
    // `140211` may be the end of a reference, too.
    let numbered = others.isEmpty ? try referred(by: text.trimmed, limit: limit, db) : []
    let most = others.isEmpty ? limit : 1000
    let born = try rows(db, sql, [date.pattern, most], ChildRow.init)
    if others.isEmpty { return (numbered + born).prefix(limit).map { FoundChild($0) } }
    let name = others.joined(separator: " ")
    let ids = Set(born.map(\.id))
    let named = try self.named(name, limit: most, db)
    let both = named.filter { ids.contains($0.id) }
    if !both.isEmpty { return Array(both.prefix(limit)) }
    // `14 March Road`: an address is meant before a birthday of everybody's.
    let there = try living(at: text, limit: limit, db).map { FoundChild($0) }
    if !there.isEmpty { return there }
    let either =
      born.map { FoundChild($0, by: .birthday) }
      + named.map { FoundChild($0.row, by: .otherBirthday) }
    return Array(either.prefix(limit))
  }

  /// Children who have a police reference of which part was typed, as it is read out or stands on a tray:
  /// its last figures, or letters and figures of it; or who live in the postcode that was typed.
  private func referred(by text: String, limit: Int, _ db: Database) throws -> [ChildRow] {
    guard let part = PartOfReference(text) else { return [] }
    let postcode =
      part.isPostcode
      ? """
      UNION SELECT id FROM children WHERE replace(postcode, ' ', '') LIKE ?1
        OR replace(address, ' ', '') LIKE ?1
      """ : ""
    let sql = """
      SELECT \(ChildRow.columns) FROM children c WHERE c.id IN (
        SELECT child FROM episodes WHERE replace(police_ref, ' ', '') LIKE ?1 \(postcode))
      ORDER BY c.latest DESC LIMIT ?2
      """
    return try rows(db, sql, [part.pattern, limit], ChildRow.init)
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

  /// Children whose names or other names are spelt nearly so or sound so, the best first.
  ///
  /// Of those that fit alike whoever is away: they are the ones of whom people ring. `odwyer` is O'Dwyer's
  /// own name.
  private func soundingLike(
    _ db: Database, _ text: String, limit: Int, besides known: Set<String>
  ) throws -> [FoundChild] {
    guard let heard = HeardName(text), heard.isHeard else { return [] }
    var hits: [(id: String, fit: HeardName.Fit, isAway: Bool)] = []
    let begins = heard.beginnings.map { "folded LIKE '\($0)%' OR folded LIKE '% \($0)%'" }
    let names = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, folded, aliases, away FROM children
        WHERE aliases <> '' OR \(begins.joined(separator: " OR ")) ORDER BY folded
        """)
    while let name = try names.next() {
      let own: String = name[1]
      let words = own.split(separator: " ").map(String.init)
      let others = TextList.read(name[2]).flatMap(HeardName.words(of:))
      guard let fit = heard.fit(words + others) else { continue }
      let id: String = name[0]
      if !known.contains(id) { hits.append((id, fit, name[3])) }
    }
    let best = hits.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      return (a.fit.rawValue, a.isAway ? 0 : 1, left.offset)
        < (b.fit.rawValue, b.isAway ? 0 : 1, right.offset)
    }.prefix(limit).map(\.element)
    let ids = best.map(\.id)
    let places = ids.map { _ in "?" }.joined(separator: ", ")
    let sql = "SELECT \(ChildRow.columns) FROM children c WHERE c.id IN (\(places))"
    let found = try rows(db, sql, StatementArguments(ids), ChildRow.init)
    let byID = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    return best.compactMap { hit in
      byID[hit.id].map { hit.fit == .beginning ? FoundChild($0) : FoundChild($0, by: .sound) }
    }
  }

  /// Finds reports of which no child came, or not every one: those that wait for triage and those that were set aside, by
  /// the name that was read, by reference or police reference.
  ///
  /// A child of whom only a report tells is on no register, and is asked for all the same.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - limit: how many to give at most.
  /// - Returns: the reports, those that wait first, and among them the best hit, then the newest.
  /// - Throws: `StoreError`.
  package func findReports(_ text: String, limit: Int) throws -> [FoundReport] {
    guard let heard = HeardName(text) else { return [] }
    let exact = text.trimmed.uppercased()
    let part = PartOfReference(exact)
    let sql = """
      SELECT \(ReportRow.columns) FROM reports
      WHERE state = 'waiting' OR child IS NULL OR aside IS NOT NULL ORDER BY received DESC, reference
      """
    return try look(.reports) { db in
      var hits: [(row: ReportRow, fit: HeardName.Fit)] = []
      for row in try rows(db, sql, [], ReportRow.init) {
        let police = row.policeReference?.uppercased() ?? ""
        if row.reference == exact || police == exact
          || part?.isPart(of: police) ?? false
        {
          hits.append((row, .beginning))
        } else if let fit = heard.fit(row.searchWords) {
          hits.append((row, fit))
        }
      }
      return hits.enumerated().sorted { left, right in
        let (a, b) = (left.element, right.element)
        return (a.row.isWaiting ? 0 : 1, a.fit.rawValue, left.offset)
          < (b.row.isWaiting ? 0 : 1, b.fit.rawValue, right.offset)
      }.prefix(limit).map {
        FoundReport(row: $0.element.row, isAsTyped: $0.element.fit == .beginning)
      }
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
