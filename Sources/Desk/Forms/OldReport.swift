package import Workflow

/// A report that tells of something days ago: whoever records it starts limits that are over already.
package enum OldReport {
  /// How many days back is no longer the report of a child who is away now.
  private static let days: Int64 = 3

  /// Asks whether the child is still away, where the times lie far back.
  ///
  /// - Parameters:
  ///   - reported: when it was reported; nothing where that is not known.
  ///   - lastSeen: when the child was last seen, where that is known.
  ///   - now: the moment.
  /// - Returns: the question; nothing where the times are of these days.
  package static func question(reported: Instant?, lastSeen: Instant?, now: Instant) -> String? {
    func back(_ instant: Instant) -> Int64 { now.since(instant) / 86_400 }
    if let reported, back(reported) >= days {
      return "Reported \(back(reported)) days ago: is the child still away?"
    }
    if let lastSeen, back(lastSeen) >= days {
      return "Last seen \(back(lastSeen)) days ago: is the child still away?"
    }
    return nil
  }
}

extension FormScreen {
  /// Asks about the end of which a report tells without a time that could be read: else the child would count as
  /// away, and nobody would have said so.
  var unsaidEnd: (field: String, words: String)? {
    guard case .triage(let draft) = purpose, draft.tellsOfEnd, typed("returned-at").isEmpty
    else { return nil }
    switch typed("found-at") {
    case "":
      return (
        "returned-at",
        "It says found, or back: since when? Not known: type unknown. Empty counts as away"
      )
    case "unknown":
      return ("returned-at", "It says found, not when: is the child back? Since when, or unknown")
    default: return nil
    }
  }

  /// What to do with a report that tells of an end where nobody is away who could be meant: the form would open
  /// an episode for it.
  var endOfNobodyAway: String? {
    guard case .triage(let draft) = purpose, draft.tellsOfEnd, joinedAfterwards == nil,
      chosenCandidate?.standing.map({ $0.returned != nil }) ?? true
    else { return nil }
    let isAsked = chosenCandidate == nil && !draft.candidates.isEmpty && typed("child") != "new"
    if isAsked { return nil }
    let said = "? It says found or back, and the child is not away here"
    // The going may lie in the same tray: whoever sets the end aside before it is opened forgets the end.
    return draft.waitsToo.map { "\(said): triage \($0) first" } ?? "\(said). Nothing to open? F8"
  }

  /// The same of what a triage form says now; a child who is back, or whose absence is on the desk already,
  /// is not asked about.
  func agedQuestion(now: Instant) -> (field: String, words: String)? {
    guard case .triage = purpose, typed("returned-at").isEmpty else { return nil }
    if joinedAfterwards != nil { return nil }
    if let standing = chosenCandidate?.standing, standing.returned == nil { return nil }
    func instant(_ name: String) -> Instant? {
      guard let line = line(name), case .success(.instant(let instant)?) = line.read(now: now)
      else { return nil }
      return instant
    }
    let reported = instant("reported-at")
    guard
      let words = OldReport.question(
        reported: reported, lastSeen: reported == nil ? instant("last-seen") : nil, now: now)
    else { return nil }
    return (reported == nil ? "last-seen" : "reported-at", words)
  }
}
