extension Sequence {
  /// Whether an event may be taken back: by whoever recorded it, or who manages, while nothing that
  /// came after rests on it; a triage only with all that came of it.
  func checkWithdrawal(_ event: Event) throws(Refusal) {
    guard let number = event[.corrects],
      let original = state.history.first(where: { $0.sequence == number })
    else {
      throw Refusal(
        .notFound,
        "There is no event of that number in \(state.name)'s record. `timeline` lists them.")
    }
    let title = "\"\(original.kind.title.lowercasedFirst)\""
    if state.withdrawn.contains(number) {
      throw Refusal(.rule, "\(title) was withdrawn already.")
    }
    let triage = state.triage(of: number)
    if triage == nil, Withdrawal.isNever(original) {
      throw Refusal(
        .rule, "\(title) is not withdrawn. \(Withdrawal.wayForward(for: original.kind))")
    }
    guard original.by.id == event.by.id || Permissions.allows(event.by.role, to: .reopened) else {
      throw Refusal(
        .notAllowed,
        "\(original.by.name) recorded \(title). Ask \(original.by.name) or a team manager to "
          + "withdraw it, or correct what is wrong in it.", tell: .teamManager)
    }
    let company = state.company(ofMeeting: number)
    let numbers = [number] + company.map(\.sequence)
    if let triage {
      try checkNothingRests(on: triage)
    } else if let (deed, action) = state.deed(on: company) {
      throw Refusal(
        .rule,
        "\(deed.by.name) recorded \"\(deed.kind.title.lowercasedFirst)\" afterwards "
          + "(\(deed.written.spokenShort)) of “\(action.agreedWords)”, which this meeting agreed on. "
          + "Withdraw that first if it is wrong as well, then this; or correct what is wrong in it."
      )
    } else if let later = resting(on: Set(numbers), after: numbers.max() ?? number).first {
      throw Refusal(
        .rule,
        "\(later.by.name) recorded \"\(later.kind.title.lowercasedFirst)\" afterwards "
          + "(\(later.written.spokenShort)), which rests on it. "
          + (state.neverTakesBack(later)
            ? "That is not withdrawn: correct what is wrong in it instead."
            : "Withdraw that first if it is wrong as well, then this; or correct what is wrong in it.")
      )
    }
  }

  /// What was recorded in an episode or a record that a triage began, or could not have been without it,
  /// rests on the triage: it is named, with what to do.
  private func checkNothingRests(on triage: RecordedTriage) throws(Refusal) {
    let numbers = triage.numbers
    var later = resting(on: numbers, after: triage.decision.sequence)
      .filter { $0.kind != .noteAdded }
    later += belonging(to: triage)
    // Of another triage of the same episode the decision stands for all that came of it.
    later = later.map { state.triage(of: $0.sequence)?.decision ?? $0 }
    var seen: Set<Int> = []
    later = later.filter { seen.insert($0.sequence).inserted }
      .sorted { $0.sequence < $1.sequence }
    guard !later.isEmpty else { return }
    let named = later.prefix(3).map {
      "\"\($0.kind.title.lowercasedFirst)\" (\($0.by.name), \($0.written.spokenShort))"
    }
    let more = later.count > 3 ? " and \(later.count - 3) more" : ""
    let what =
      "Recorded since, and resting on this triage: \(named.joined(separator: ", "))\(more)."
    guard let end = later.first(where: { state.neverTakesBack($0) }) else {
      throw Refusal(
        .rule,
        "\(what) Withdraw that first if it is wrong as well, the last first; then the triage.")
    }
    throw Refusal(
      .rule,
      "\(what) \"\(end.kind.title)\" is not withdrawn, so the triage stands: say in a note whose "
        + "report it was, and record the right child's going on that child's own page.")
  }

  /// What was recorded later in an episode that a triage began, or in a record that it began or opened.
  private func belonging(to triage: RecordedTriage) -> [Event] {
    let numbers = triage.numbers
    var found: [Int: Event] = [:]
    for record in state.records {
      let isOfIt =
        record.episodes.first?.began.map { numbers.contains($0.sequence) } == true
        || record.log.events(.opened).contains { numbers.contains($0.sequence) }
      var logs = isOfIt ? [record.log] : []
      for episode in record.episodes
      where isOfIt || episode.began.map({ numbers.contains($0.sequence) }) == true {
        logs.append(episode.log)
      }
      for event in logs.flatMap(\.all) where event.sequence > triage.decision.sequence {
        // What people wrote down stays to be read, and what was corrected goes with what it is about.
        if [.noteAdded, .corrected, .withdrawn].contains(event.kind) { continue }
        found[event.sequence] = event
      }
    }
    return Array(found.values)
  }

  /// Replays what came after without some events: what could not have been recorded then rests on them.
  ///
  /// - Parameters:
  ///   - numbers: the events' numbers in the journal.
  ///   - last: the number of the last of them.
  /// - Returns: what rests on them, oldest first.
  private func resting(on numbers: Set<Int>, after last: Int) -> [Event] {
    let gone = state.withdrawn
    // Their own corrections go with them.
    let counting = state.history.filter {
      !gone.contains($0.sequence) && !numbers.contains($0.sequence)
        && !($0.kind == .corrected && numbers.contains($0[.corrects] ?? 0))
    }
    let first = counting.firstIndex { $0.sequence > last } ?? counting.count
    var replayed = ChildCase(id: state.id, history: Array(counting[..<first]))
    var resting: [Event] = []
    for later in counting[first...] {
      do throws(Refusal) {
        try Sequence(state: replayed, procedure: procedure, now: later.recorded).check(later)
      } catch {
        // What would be refused today with it as well does not rest on it.
        if !isRefused(later, gone: gone) {
          resting.append(later)
          continue
        }
      }
      replayed = replayed.applying([later])
    }
    return resting
  }

  private func isRefused(_ event: Event, gone: Set<Int>) -> Bool {
    let before = state.history.filter {
      $0.sequence < event.sequence && !gone.contains($0.sequence)
    }
    do throws(Refusal) {
      try Sequence(
        state: ChildCase(id: state.id, history: before), procedure: procedure, now: event.recorded
      ).check(event)
      return false
    } catch {
      return true
    }
  }
}
