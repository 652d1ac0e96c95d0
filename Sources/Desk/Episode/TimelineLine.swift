import Workflow

/// A line of a child's timeline in words: what happened, and what became of it since.
struct TimelineLine {
  let entry: TimelineEntry
  let child: ChildCase

  private var event: Event { entry.event }

  /// `Meeting planned: corrected (to be held at: Mon 23 Nov 10:00), strategy meeting`.
  var text: String {
    let rest = rest(isBelow: false)
    return head + (rest.isEmpty ? "" : ": " + rest)
  }

  /// How long after it happened a thing is recorded without anybody asking why so late, in seconds.
  private static let promptly: Int64 = 900

  /// The same with whoever recorded it before the particulars, and when, where that was later than minutes:
  /// neither is what a narrow line cuts.
  ///
  /// - Parameter isOnlyTime: whether no other column says when it was recorded.
  /// - Returns: the line.
  func signedText(isOnlyTime: Bool) -> String {
    let rest = rest(isBelow: true)
    let isLate = event.written.since(entry.happened) > Self.promptly
    let recorded =
      isOnlyTime && isLate && !event.wasLearntBefore ? " (rec \(moment(event.written)))" : ""
    return "\(head) · \(event.by.name)\(learnt)\(recorded)" + (rest.isEmpty ? "" : ": " + rest)
  }

  /// ` (learnt 12:45, recorded 13:07)`, where the one was not the other: it stands before what may be cut.
  private var learnt: String {
    guard event.wasLearntBefore else { return "" }
    let times = "learnt \(moment(event.recorded)), recorded \(moment(event.written))"
    return " (\(times))"
  }

  /// A time beside the one at which it happened: the clock alone on the same day.
  func moment(_ moment: Instant) -> String {
    let (day, own) = (London.local(moment).date, London.local(entry.happened).date)
    if day == own { return moment.clock }
    let year = day.year == own.year ? "" : " \(day.year)"
    return "\(day.dayAndMonth)\(year) \(moment.clock)"
  }

  /// Whether it counts no longer.
  var isWithdrawn: Bool { child.withdrawn.contains(event.sequence) }

  /// What became of it in words, each with who recorded it.
  var corrections: [String] {
    let changes = corrected.map { correction in
      let reason = correction[.reason].map { ": \($0)" } ?? ""
      let what = child.isFilledIn(by: correction) ? "Filled in" : "Corrected"
      return "\(what) \(correction.recorded.spokenShort) by \(correction.by.name), "
        + "\(change(by: correction))\(reason)"
    }
    let withdrawals = entry.joined.filter { $0.kind == .withdrawn }.map { withdrawal in
      let reason = withdrawal[.reason].map { ": \($0)" } ?? ""
      return "Withdrawn \(withdrawal.recorded.spokenShort) by \(withdrawal.by.name)\(reason)"
    }
    return changes + withdrawals
  }

  /// What happened, in two or three words.
  private var head: String {
    if isWithdrawn { return "✗ withdrawn: " + event.kind.title }
    guard event.kind == .corrected else { return event.title + danger + before }
    return acts.allSatisfy(child.isFilledIn) ? "Filled in" : event.title
  }

  /// That the place to which the child came back is not safe, as it reads now: a narrow line cuts what stands last.
  private var danger: String {
    guard event.kind == .returned else { return "" }
    let now = child.readings.first { $0.sequence == event.sequence } ?? event
    return now.tellsOfUnsafePlace ? ", NOT SAFE there" : ""
  }

  /// ` (was 23:00)`: when it was first said to have happened, where it stands at another time now.
  private var before: String {
    let (said, now) = (event.occurred, entry.happened)
    if said == now { return "" }
    let isSameDay = London.local(said).date == London.local(now).date
    return " (was \(isSameDay ? said.clock : said.spokenShort))"
  }

  /// The corrections of one act.
  private var acts: [Event] { entry.events.filter { $0.kind == .corrected } }

  /// What it says besides; a correction that stands below what it is about need not say of when that is.
  private func rest(isBelow: Bool) -> String {
    var parts: [String] = []
    var says = event
    if let original {
      let isUnsaid = isBelow && event.kind == .corrected
      let of = isUnsaid ? "" : " of \(original.occurred.spokenShort)"
      parts.append(original.kind.title.lowercasedFirst + of)
      if event.kind == .corrected { parts += acts.map(change) }
    } else if !isWithdrawn {
      // What was corrected twice reads as it was corrected last; what was filled in stands below.
      var seen: Set<String> = []
      let last = corrected.reversed().filter { seen.insert($0[.field] ?? "").inserted }.reversed()
      // A corrected time is the one at which the line stands.
      let changes = last.filter { !child.isFilledIn(by: $0) && $0[.field] != "at" }.map(change)
      if !changes.isEmpty { parts.append("corrected (\(changes.joined(separator: ", ")))") }
      // What it said before stands where it is opened: here nobody may read both as true.
      says = event.without(last.compactMap { $0[.field] })
    }
    parts.append(
      says.summary(isBeside: original != nil, action: child.agreedWords(of: event)))
    if entry.joined.contains(where: { $0.kind == .childRegistered }) {
      parts.append("new on the register")
    }
    if isWithdrawn, !child.history.contains(where: { $0.takesBack(event) }) {
      parts.append("with its triage")
    }
    // Why it counts no longer is read without opening it; what it said comes first.
    var said: Set<String> = []
    for withdrawal in entry.joined where withdrawal.kind == .withdrawn {
      // Several values corrected in one act are taken back in one.
      guard said.insert(withdrawal.summary(isBeside: true)).inserted else { continue }
      if withdrawal.by != event.by { parts.append("withdrawn by \(withdrawal.by.name)") }
      parts.append(withdrawal.summary(isBeside: true))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What a correction or a withdrawal is about.
  private var original: Event? {
    guard event.kind == .corrected || event.kind == .withdrawn, let number = event[.corrects] else {
      return nil
    }
    return child.history.first { $0.sequence == number }
  }

  /// The corrections of it that count, oldest first.
  private var corrected: [Event] {
    guard event.sequence > 0 else { return [] }
    return child.history.filter {
      $0.kind == .corrected && $0[.corrects] == event.sequence
        && !child.withdrawn.contains($0.sequence)
    }
  }

  /// `to be held at: Mon 23 Nov 10:00`.
  private func change(by correction: Event) -> String {
    let about = child.history.first { $0.sequence == correction[.corrects] } ?? event
    return correction.correction(of: about.kind)
  }
}

extension Event {
  /// Whether it takes back that very event, and not the triage that the event came of.
  fileprivate func takesBack(_ other: Event) -> Bool {
    kind == .withdrawn && self[.corrects] == other.sequence
  }
}

extension Event {
  /// The same without some of what it says.
  fileprivate func without(_ names: [String]) -> Event {
    if names.isEmpty { return self }
    return Event(
      kind: kind, body: Body(body.values.filter { !names.contains($0.key) }), occurred: occurred,
      recorded: recorded, by: by, sequence: sequence, written: written)
  }
}
