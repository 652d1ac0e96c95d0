import Desk
import Store
import Workflow

extension Workbench {
  /// A child of the register as a hit, with where and since when the child is away, and what a report says of the end.
  ///
  /// - Parameters:
  ///   - child: the child.
  ///   - doubt: why another child may be meant; nothing where what was typed names this one.
  ///   - place: where the child lives, where that is what was typed.
  ///   - records: the records, as the person sees them.
  ///   - now: the moment.
  /// - Returns: the hit.
  /// - Throws: why the desk's file cannot be read.
  func row(
    of child: ChildRow, unsure doubt: String? = nil, living place: String? = nil,
    _ records: Records, now: Instant
  ) throws -> FoundRow {
    guard child.isAway else {
      return FoundRow(child, unsure: doubt, living: place, awayIn: nil, saying: nil, now: now)
    }
    // Of few a report tells so: only then the whole case is read.
    let told =
      try records.tellsOfEnd(ofChild: child.id)
      ? try records.caseOf(child.id)?.currentRecord?.current?.endTold : nil
    return FoundRow(
      child, unsure: doubt, living: place, awayIn: try records.episodes(ofChild: child.id).first,
      saying: told, now: now)
  }
}

extension FoundRow {
  /// A child of the register as a hit.
  ///
  /// - Parameters:
  ///   - row: the child.
  ///   - doubt: why another child may be meant; nothing where what was typed names this one.
  ///   - place: where the child lives, where that is what was typed.
  ///   - episode: in which the child is away.
  ///   - told: what a report says of the end, where nobody knows since when.
  ///   - now: the moment.
  fileprivate init(
    _ row: ChildRow, unsure doubt: String?, living place: String?, awayIn episode: EpisodeRow?,
    saying told: String?, now: Instant
  ) {
    var detail = [doubt, row.id].compactMap { $0 }
    if let place { detail.append("at \(place)") }
    if row.isAway {
      let since =
        (episode?.started).map { started in
          (episode?.basis ?? .stated).andSince(started.spokenShort(asOf: now))
        } ?? ""
      detail.append("AWAY\(since)" + (episode.map { ", \($0.reference)" } ?? ""))
      // As the page says it: nobody may be told that nothing is known of the end.
      if let told { detail.append(told) }
    }
    if let born = row.born { detail.append("born \(born.spoken)") }
    if row.episodes > 0 { detail.append("\(row.episodes) episode\(row.episodes == 1 ? "" : "s")") }
    self.init(child: row.id, title: row.name, detail: detail.joined(separator: " · "))
  }
}
