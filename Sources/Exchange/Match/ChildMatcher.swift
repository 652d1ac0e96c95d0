package import Workflow

/// Finds the child of the register whom a report means, and says why.
///
/// It proposes, asks, or says that nobody fits; it never takes a child silently. Names are
/// compared in plain letters; a birthday that is only near never counts as agreeing.
package struct ChildMatcher: Sendable {
  private let children: [FoldedChild]

  /// Prepares a register for comparing.
  package init(_ candidates: [MatchCandidate]) { children = candidates.map(FoldedChild.init) }

  /// Decides about one child of a report.
  ///
  /// - Parameters:
  ///   - subject: what the report says of the child.
  ///   - day: the day on which a stated age counts.
  /// - Returns: whom the desk proposes, what it asks, or that the child is new to it.
  package func decide(_ subject: SubjectDraft, on day: CivilDate) -> MatchDecision {
    let query = FoldedQuery(subject)
    guard query.hasName else { return .new(nearMisses: []) }
    let compared = children.compactMap { Comparison(query, $0, on: day) }
    let alike = compared.filter(\.isAlike)
    if query.born != nil { return decideByBirthday(query, alike, compared) }
    return decideByAge(query, alike, compared)
  }

  /// Whether a report that calls a child so may mean one of these, whatever else stands in it.
  ///
  /// It costs nothing beside reading the report, and rules out only whom `decide` would never name.
  package func mayBeNamed(_ name: WrittenName) -> Bool {
    // One half alone is compared with both, and with other names that only the report has.
    guard let family = name.family, let given = name.given else { return !name.isEmpty }
    return children.contains { $0.mayBear(family: family, given: given) }
  }

  // MARK: With a date of birth

  private func decideByBirthday(
    _ query: FoldedQuery, _ alike: [Comparison], _ compared: [Comparison]
  ) -> MatchDecision {
    let agreeing = alike.filter { $0.birthday == .same && !$0.sexDiffers }
      .sorted(by: Comparison.better)
    guard let best = agreeing.first else { return decideWithoutAgreement(query, alike, compared) }
    let rivals = agreeing.dropFirst().filter { !best.isClearlyBetter(than: $0) }
    // Another child bears the name better and was born a day or a slip of the pen away.
    let doubts =
      best.livesThere
      ? []
      : alike.filter {
        $0.birthday == .near && !$0.sexDiffers && $0.nameRank > best.nameRank
      }
    let open = [best] + rivals + doubts
    if open.count > 1 { return ask(open, query) }
    return propose(best, query, compared)
  }

  private func decideWithoutAgreement(
    _ query: FoldedQuery, _ alike: [Comparison], _ compared: [Comparison]
  ) -> MatchDecision {
    let likely = alike.filter { comparison in
      guard !comparison.sexDiffers else { return false }
      let isNamesake = comparison.family == .same && comparison.given >= .part
      switch comparison.birthday {
      case .near: return comparison.livesThere || isNamesake
      case .unknown: return comparison.livesThere || isNamesake
      case .other: return comparison.livesThere && isNamesake
      case .same: return false
      }
    }.sorted(by: Comparison.better)
    if !likely.isEmpty { return ask(likely, query) }
    return .new(nearMisses: near(compared, besides: nil))
  }

  // MARK: Without one

  private func decideByAge(
    _ query: FoldedQuery, _ alike: [Comparison], _ compared: [Comparison]
  ) -> MatchDecision {
    let fitting = alike.filter { !$0.ageDiffers && !$0.sexDiffers }.sorted(by: Comparison.better)
    if fitting.isEmpty { return .new(nearMisses: near(compared, besides: nil)) }
    let housed = fitting.filter { $0.livesThere }
    if let only = housed.first,
      housed.count == 1 || housed.dropFirst().allSatisfy({ only.isClearlyBetter(than: $0) })
    {
      return propose(only, query, compared)
    }
    let helped = fitting.filter(\.hasWorker)
    if housed.isEmpty, helped.count == 1, let only = helped.first, fitting.count == 1 {
      return propose(only, query, compared)
    }
    return ask(housed.isEmpty ? fitting : housed, query)
  }

  // MARK: Saying it

  private func propose(
    _ best: Comparison, _ query: FoldedQuery, _ compared: [Comparison]
  ) -> MatchDecision {
    .propose(
      id: best.child.candidate.id, because: best.because, confirm: best.confirm,
      nearMisses: near(compared, besides: best))
  }

  private func ask(_ open: [Comparison], _ query: FoldedQuery) -> MatchDecision {
    let shown = open.prefix(8)
    let wanted = [
      query.born == nil ? "date of birth" : nil, query.hasAddress ? nil : "home address",
    ].compactMap { $0 }
    let demand =
      wanted.isEmpty
      ? "Compare the date of birth and address with the sender."
      : "Ask the sender for \(wanted.joined(separator: " and "))."
    return .ask(
      candidates: shown.map(\.child.candidate.id), because: shown.map(\.standing),
      question: "Which \(query.name)? \(demand)")
  }

  /// Who looks alike: names alike, or a twin of the proposed child.
  private func near(_ compared: [Comparison], besides best: Comparison?) -> [String] {
    compared.filter { other in
      guard other.child.candidate.id != best?.child.candidate.id else { return false }
      if other.isAlike { return true }
      let isTwin =
        best != nil && other.family >= .part && other.child.candidate.born != nil
        && other.child.candidate.born == best?.child.candidate.born
      let isSameDay = other.birthday == .same && (other.family >= .similar || other.given >= .part)
      return isTwin || isSameDay
    }.sorted(by: Comparison.better).prefix(8).map(\.child.candidate.id)
  }
}
