import GRDB
import Workflow

// Whom somebody may mean whose name was half heard: asked only where nobody is written so.

extension Records {
  /// Children whose names roughly sound so; or, where there is none, those whose names are nearest in their
  /// letters.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - way: which of both.
  ///   - limit: how many to give at most.
  ///   - db: the connection.
  /// - Returns: the best first; of those that fit alike whoever is away.
  /// - Throws: `StoreError`.
  func halfHeard(
    _ text: String, by way: FoundChild.Way, limit: Int, _ db: Database
  ) throws -> [FoundChild] {
    guard let heard = HalfHeardName(text) else { return [] }
    var hits: [(id: String, steps: Int, isAway: Bool)] = []
    let names = try Row.fetchCursor(
      db, sql: "SELECT id, folded, aliases, away FROM children ORDER BY folded")
    while let name = try names.next() {
      let own: String = name[1]
      var words = own.split(separator: " ").map(String.init)
      let aliases: String = name[2]
      if !aliases.isEmpty { words += TextList.read(aliases).flatMap(HeardName.words(of:)) }
      if way == .sound {
        if heard.soundsLike(words) { hits.append((name[0], 0, name[3])) }
      } else if let steps = heard.distance(to: words) {
        hits.append((name[0], steps, name[3]))
      }
    }
    let best = hits.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      return (a.steps, a.isAway ? 0 : 1, left.offset) < (b.steps, b.isAway ? 0 : 1, right.offset)
    }.prefix(limit).map(\.element.id)
    let places = best.map { _ in "?" }.joined(separator: ", ")
    let sql = "SELECT \(ChildRow.columns) FROM children c WHERE c.id IN (\(places))"
    let found = try rows(db, sql, StatementArguments(best), ChildRow.init)
    let byID = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    return best.compactMap { id in byID[id].map { FoundChild($0, by: way) } }
  }
}
