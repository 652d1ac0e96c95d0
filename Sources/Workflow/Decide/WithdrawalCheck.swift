extension Sequence {
  /// Whether an event may be taken back: by whoever recorded it, or who manages, while nothing that
  /// came after rests on it.
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
    if Withdrawal.isNever(original) {
      throw Refusal(
        .rule, "\(title) is not withdrawn. \(Withdrawal.wayForward(for: original.kind))")
    }
    guard original.by.id == event.by.id || Permissions.allows(event.by.role, to: .reopened) else {
      throw Refusal(
        .notAllowed,
        "\(original.by.name) recorded \(title). Ask \(original.by.name) or a team manager to "
          + "withdraw it, or correct what is wrong in it.", tell: .teamManager)
    }
    try checkNothingRests(on: original)
  }

  /// Replays what came after without the event: what could not have been recorded then rests on it.
  private func checkNothingRests(on original: Event) throws(Refusal) {
    let gone = state.withdrawn
    // Its own corrections go with it.
    let counting = state.history.filter {
      !gone.contains($0.sequence) && $0.sequence != original.sequence
        && !($0.kind == .corrected && $0[.corrects] == original.sequence)
    }
    let first = counting.firstIndex { $0.sequence > original.sequence } ?? counting.count
    var replayed = ChildCase(id: state.id, history: Array(counting[..<first]))
    for later in counting[first...] {
      do throws(Refusal) {
        try Sequence(state: replayed, procedure: procedure, now: later.recorded).check(later)
      } catch {
        // What would be refused today with it as well does not rest on it.
        if isRefused(later, gone: gone) {
          replayed = replayed.applying([later])
          continue
        }
        throw Refusal(
          .rule,
          "\(later.by.name) recorded \"\(later.kind.title.lowercasedFirst)\" afterwards "
            + "(\(later.written.spokenShort)), which rests on it. Correct what is wrong in it instead."
        )
      }
      replayed = replayed.applying([later])
    }
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
