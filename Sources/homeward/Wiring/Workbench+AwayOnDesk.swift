import Desk
import Exchange
import Store
import Workflow

/// A child of a report who is away on the desk.
struct AwayOnDesk {
  /// The name on the register.
  let name: String
  /// The open episode.
  let episode: String
  /// For how long: `6h 18m`.
  let length: String
  /// Whether the report means the child; else somebody must say whom it means.
  let isSure: Bool

  /// Behind the name that was read: `AWAY 6h 18m, E-2026-0026`.
  var words: String { isSure ? standing : "perhaps \(wholeWords)" }

  /// Where no name was read: `Grange, Mia: AWAY 6h 18m, E-2026-0026`.
  var wholeWords: String { "\(name): \(standing)" }

  private var standing: String { "AWAY \(length), \(episode)" }
}

extension Workbench {
  /// Which children of the register with an open episode a report means, or may mean.
  ///
  /// - Parameters:
  ///   - subjects: those of its children who are asked for.
  ///   - read: the report.
  ///   - records: the records, as the person sees them.
  /// - Returns: for each of them who is away: by the name and the birthday, or where none is proposed by those the
  ///   police's reference of that child alone.
  /// - Throws: why the desk's file cannot be read.
  func awayOnDesk(
    _ subjects: [SubjectDraft], in read: ReportDraft, _ records: Records
  ) throws -> [[AwayOnDesk]] {
    let register = ChildMatcher(try records.matchCandidates().map(MatchCandidate.init))
    let today = London.local(now()).date
    return try subjects.map { subject in
      var meant: [(id: String, isSure: Bool)] = []
      switch register.decide(subject, on: today) {
      case .propose(let id, _, _, _): meant = [(id, true)]
      case .ask(let candidates, _, _): meant = candidates.map { ($0, false) }
      case .new: break
      }
      let own = read.subjects.count > 1 ? subject.plain(.policeRef) : policeReference(of: read)
      if let own = own ?? subject.plain(.policeRef), !meant.contains(where: \.isSure) {
        let known = Set(try records.places(ofPoliceReference: own).episodes.map(\.child))
        // Where no name was read the reference says who is meant; with one that is misspelt both do.
        let alike = Set(meant.map(\.id))
        meant.removeAll { known.contains($0.id) }
        meant += known.sorted().map { id in
          (id, alike.contains(id) || subject.name.isEmpty && known.count == 1)
        }
      }
      return try meant.compactMap { id, isSure in
        guard let child = try records.caseOf(id), let episode = child.currentRecord?.current,
          episode.isAway
        else { return nil }
        let length = episode.start?.basis.length(seconds: episode.secondsAway(asOf: now()))
        return AwayOnDesk(
          name: child.name, episode: episode.reference, length: length ?? "", isSure: isSure)
      }
    }
  }
}
