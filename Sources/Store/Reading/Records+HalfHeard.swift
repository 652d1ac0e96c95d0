import GRDB
import Workflow

// Whom somebody may mean whose name was half heard: asked only where nobody is written so.

extension Records {
  /// Children whose names roughly sound so; or, where there is none, those whose names are nearest in their
  /// letters.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - limit: how many to give at most; of the nearest five are enough.
  ///   - db: the connection.
  /// - Returns: the best first; of those that fit alike whoever is away.
  /// - Throws: `StoreError`.
  func halfHeard(_ text: String, limit: Int, _ db: Database) throws -> [FoundChild] {
    guard let heard = HalfHeardName(text) else { return [] }
    var hits: [(id: String, steps: Int, isAway: Bool, name: String)] = []
    var way = FoundChild.Way.nearest
    var known: [Substring: HalfHeardName.Standing] = [:]
    let names = try Row.fetchCursor(
      // In the table's own order: in that of the names each row would be fetched from another place.
      db, sql: "SELECT id, folded, aliases, away FROM children")
    while let name = try names.next() {
      let own: String = name[1]
      let aliases: String = name[2]
      var words = own.split(separator: " ")
      if !aliases.isEmpty {
        words += TextList.read(aliases).flatMap(HeardName.words(of:)).map { Substring($0) }
      }
      let standings = words.map { word in
        if let standing = known[word] { return standing }
        let standing = heard.standing(to: word)
        known[word] = standing
        return standing
      }
      let fit = heard.fit(standings)
      if fit.isAlike {
        // Who sounds so is meant before who is only spelt nearly so.
        if way == .nearest { hits.removeAll() }
        way = .sound
        hits.append((name[0], 0, name[3], own))
      } else if way == .nearest, let steps = fit.steps {
        hits.append((name[0], steps, name[3], own))
      }
    }
    let most = way == .nearest ? min(5, limit) : limit
    let best = hits.sorted { one, other in
      (one.steps, one.isAway ? 0 : 1, one.name, one.id)
        < (other.steps, other.isAway ? 0 : 1, other.name, other.id)
    }.prefix(most).map(\.id)
    let places = best.map { _ in "?" }.joined(separator: ", ")
    let sql = "SELECT \(ChildRow.columns) FROM children c WHERE c.id IN (\(places))"
    let found = try rows(db, sql, StatementArguments(best), ChildRow.init)
    let byID = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    return best.compactMap { id in byID[id].map { FoundChild($0, by: way) } }
  }
}
