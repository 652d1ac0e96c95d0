/// What came of what was just recorded, for the sentence that says that it is: what opened by it and
/// presses, what it settled, and which planned meeting nobody asks for any longer.
package struct Aftermath {
  /// What opened and is due as it opens.
  private let atOnce: [WorkStep]
  /// What opened and is overdue or due today, the earliest first.
  private let pressing: [WorkStep]
  /// What opened today and has no limit; of a report that joined an episode whatever opened by it.
  private let unlimited: [WorkStep]
  /// Of that the rating which an interview asks for anew: it is named however little room there is.
  private let rating: [WorkStep]
  /// Whether it is a report that joined an episode: nobody expects that anything opens.
  private let isJoined: Bool
  /// What was done by the way.
  private let settled: [WorkStep]
  /// What ended with the record, and nobody did.
  private let ended: [WorkStep]
  /// The planned meetings that nobody asks for any longer.
  private let unasked: [WorkStep]
  /// What nobody asks for any longer because something else is known now; each had a limit or could not wait.
  private let fallen: [WorkStep]
  /// What is due later than it was because the child is located or called otherwise, what is due first first.
  private let later: [MovedLimits.Move]
  /// By when the interview is to be offered and held, where its hours began with what was recorded.
  private let interview: Instant?
  private let now: Instant

  /// Compares the steps of a record before and after.
  ///
  /// - Parameters:
  ///   - events: what was recorded.
  ///   - before: the child's work steps without it.
  ///   - after: the child's work steps with it.
  ///   - now: the moment.
  package init(of events: [Event], before: [WorkStep], after: [WorkStep], asOf now: Instant) {
    let earlier = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let isOfHarm = events.contains(where: \.tellsOfHarm)
    let opened = after.filter { step in
      guard step.isOpen, step.unasked == nil, step.shownFrom <= now else { return false }
      guard let before = earlier[step.id], before.isOpen else { return true }
      // What was asked for already and is due at once now is news as well.
      return isOfHarm && step.isOpenSection47 || step.isDueAsItOpens && !before.isDueAsItOpens
    }
    let today = London.local(now).date
    // Who sits together to protect a child does not wait for a rating.
    let urgent = opened.filter(\.isDueAsItOpens)
    atOnce = urgent.filter { !$0.id.step.isDeciding } + urgent.filter(\.id.step.isDeciding)
    pressing = opened.filter { step in
      guard !step.isDueAsItOpens, let due = step.due else { return false }
      return due < now || London.local(due).date == today
    }.sorted {
      // What can still be kept in time is told before what could not be.
      ($0.wasDueWhileAway ? 1 : 0, $0.due ?? now) < ($1.wasDueWhileAway ? 1 : 0, $1.due ?? now)
    }
    let isJoined = events.contains { $0.kind == .triaged && $0[.decision] == "added-to-episode" }
    let told = Set((atOnce + pressing).map(\.id))
    unlimited = opened.filter {
      isJoined
        ? !told.contains($0.id)
        : !$0.isDueAsItOpens && $0.due == nil && !$0.id.step.isStanding
          && London.local($0.opens).date == today
    }
    rating =
      events.contains { $0.kind == .rhiHeld }
      ? opened.filter { $0.due == nil && !$0.isAtOnce && $0.id.step.act == .riskAssessed } : []
    self.isJoined = isJoined
    // Of a return everybody knows that the search ends by it.
    let isSoftening = events.contains { [.categoryChanged, .corrected, .found].contains($0.kind) }
    let version = (events.map(\.sequence).min() ?? 1) - 1
    let fallen = isSoftening ? MovedLimits.ended(from: before, to: after, since: version) : []
    self.fallen = fallen
    // A correction says itself what it moved.
    let isMoving = isSoftening && !events.contains { $0.kind == .corrected }
    later = isMoving ? MovedLimits.moves(from: before, to: after).filter { $0.now > $0.before } : []
    let over = after.filter { step in
      guard case .done = step.outcome, earlier[step.id]?.isOpen == true else { return false }
      return !events.contains { $0.isNamedAfter(step) }
    }
    let ids = Set(fallen.map(\.id))
    settled = over.filter { !$0.isEndedWithRecord && !ids.contains($0.id) }
    ended = over.filter(\.isEndedWithRecord)
    unasked = after.filter { $0.unasked != nil && earlier[$0.id]?.unasked == nil }
    interview =
      events.contains { $0.kind == .returned }
      ? opened.filter { [.rhiOffer, .rhiInterview].contains($0.id.step) }.compactMap(\.due)
        .filter { $0 >= now }.min() : nil
    self.now = now
  }

  /// Says it in sentences, what presses most first, each with a space before it; nothing where nothing
  /// came of it.
  ///
  /// What is at once, what is planned and a rating asked for by an interview are always named; the rest as
  /// far as there is room.
  ///
  /// - Parameters:
  ///   - own: the authority's own names of roles.
  ///   - room: how many columns there are.
  /// - Returns: such as ` At once: Strategy meeting (director). Done: Risk assessment.`
  package func words(named own: [Role: String], room: Int) -> String {
    let ways = [
      said(roles: own, isBrief: false, pressing: 3, isWhole: true),
      said(roles: nil, isBrief: false, pressing: 3, isWhole: true),
      said(roles: nil, isBrief: true, pressing: 2, isWhole: true),
      said(roles: nil, isBrief: true, pressing: 2, isWhole: false),
      said(roles: nil, isBrief: true, pressing: 1, isWhole: false),
    ]
    return ways.first { $0.count <= room } ?? ways[ways.count - 1]
  }

  /// What opened and cannot wait, each with who does it: `Strategy meeting (director)`.
  ///
  /// - Parameter own: the authority's own names of roles.
  /// - Returns: the names with commas between; nothing where there is none.
  package func atOnce(named own: [Role: String]) -> String? {
    let names = unique(
      atOnce.map { "\($0.id.step.title) (\(($0.chair ?? $0.role).capacity(own)))" })
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  private func said(
    roles: [Role: String]?, isBrief: Bool, pressing most: Int, isWhole: Bool
  ) -> String {
    func name(_ step: WorkStep) -> String { isBrief ? step.shortTitle : step.name }
    var said = ""
    let urgent = unique(
      atOnce.map { step in
        name(step) + (roles.map { " (\((step.chair ?? step.role).capacity($0)))" } ?? "")
      })
    if !urgent.isEmpty { said += " At once: \(urgent.joined(separator: ", "))." }
    for step in unasked {
      let time =
        step.planned.map { (isWhole ? ", planned " : " ") + $0.spokenShort(asOf: now) } ?? ""
      said += " No longer asked for: \(name(step))\(time)"
      said +=
        isWhole ? "; hold it, or call it off and tell those invited." : "; tell those invited."
    }
    if let first = fallen.first {
      said +=
        fallen.count == 1
        ? " No longer asked for: \(name(first))."
        : " \(fallen.count) limits end, first: \(name(first))."
    }
    if let first = later.first {
      let (name, due) = (name(first.step), first.now.spokenShort(asOf: now))
      said +=
        later.count == 1
        ? " Now due later: \(name), \(due)."
        : " \(later.count) limits move to later, first: \(name), \(due)."
    }
    // The clock that a return starts is told before what is late already.
    if let interview { said += " Interview by \(interview.spokenShort(asOf: now))." }
    let due = unique(
      pressing.map { step in
        guard let due = step.due else { return name(step) }
        if step.couldNotBeKept { return "\(name(step)) (its limit was up before the return)" }
        return name(step)
          + (Elapsed.isOver(due, now: now)
            ? " \(Elapsed.short(seconds: now.since(due))) over" : " \(due.clock)")
      })
    if !due.isEmpty {
      let more = due.count > most ? " and \(due.count - most) more" : ""
      said += " Due: \(due.prefix(most).joined(separator: ", "))\(more)."
    }
    let opened = unique((rating + (isWhole || isJoined ? unlimited : [])).map(name))
    if !opened.isEmpty {
      let more = opened.count > 2 ? " and \(opened.count - 2) more" : ""
      said += " Opens: \(opened.prefix(2).joined(separator: ", "))\(more)."
    }
    for (word, steps) in [("Done", settled), ("Ended", ended)] where isWhole && !steps.isEmpty {
      let names = unique(steps.map(name))
      let more = names.count > 3 ? " and \(names.count - 3) more" : ""
      said += " \(word): \(names.prefix(3).joined(separator: ", "))\(more)."
    }
    return said
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// What a meeting settles besides its own step: `It settles “Strategy discussion”, too`.
  package static func settled(_ steps: [WorkStep]) -> String? {
    var titles: [String] = []
    for step in steps where !titles.contains("“\(step.id.step.title)”") {
      titles.append("“\(step.id.step.title)”")
    }
    guard let last = titles.popLast() else { return nil }
    let list = titles.isEmpty ? last : titles.joined(separator: ", ") + " and " + last
    return "It settles \(list), too"
  }
}

extension WorkStep {
  /// Whether it cannot wait from the moment at which it opens.
  fileprivate var isDueAsItOpens: Bool {
    isAtOnce || due.map { $0 <= counted.from } ?? false
  }
}

extension Event {
  /// Whether its own title says already which step it does; a rating may do any of several.
  fileprivate func isNamedAfter(_ step: WorkStep) -> Bool {
    subject == step.id.step || kind != .riskAssessed && step.id.step.act == kind
  }
}
