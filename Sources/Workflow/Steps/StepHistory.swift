// What became of a step that is open: who sent its record back, and who moved it.

extension WorkStep {
  /// What it is called in a list: that its record was sent back comes before what is to be done.
  package var title: String {
    isOpen && sentBack != nil ? "Sent back: put right and close" : name
  }

  /// The same for a narrow column: a step has one name, and only what became of its record is shorter.
  package var shortTitle: String {
    if isOpen && sentBack != nil { return "Sent back" }
    if let agreed { return agreed.agreedWords }
    let name = id.step.title
    return id.occurrence > 1 ? "\(id.occurrence.ordinal) \(name.lowercasedFirst)" : name
  }

  /// Whether it is open and cannot wait: it has no limit in hours, or one that is up as it opens.
  ///
  /// Nor can the rating of a child in danger: what is asked of the police and of everybody else goes by it.
  package var isAtOnce: Bool {
    isOpen && (id.step.isUrgent || isOfDanger) && due.map { $0 <= opens } ?? true
  }

  /// How long what is to be done at once is said to be that, in seconds, before it is said to be overdue.
  ///
  /// By the rule it is overdue a moment after it opens; but whoever rates a child in this minute and reads
  /// "overdue" looks for what somebody failed to do.
  package static let atOnceLasts: Int64 = 3_600

  /// Whether something due at a moment and to be done at once is still said to be that.
  ///
  /// - Parameters:
  ///   - due: when it is due, or nothing where it has no limit in hours.
  ///   - now: the moment at which it is read.
  /// - Returns: whether it is at once, not overdue.
  package static func isStillAtOnce(due: Instant?, asOf now: Instant) -> Bool {
    due.map { now.since($0) <= atOnceLasts } ?? true
  }

  /// How it stands for whoever reads it: in rows, heads and counts alike.
  ///
  /// - Parameter now: the moment at which it is read.
  /// - Returns: its state; of what is to be done at once `due` for the first hour, of all else for its own minute, and of what is planned
  ///   for a time before it is due how it stands to that: people were told to come then.
  package func standing(asOf now: Instant) -> StepState {
    let state = state(asOf: now)
    guard isOpen else { return state }
    if isAtOnce {
      return state == .overdue && WorkStep.isStillAtOnce(due: due, asOf: now) ? .due : state
    }
    guard let comesUp else { return state }
    return Elapsed.isOver(comesUp, now: now) ? .overdue : comesUp <= now ? .due : .comingUp
  }

  /// The tray in which it lies unless somebody moves it.
  package var home: Tray {
    id.step == .acknowledge ? Tray(rawValue: role.rawValue) ?? rule.tray : rule.tray
  }

  /// What whoever has it to do must know of how it came there, a sentence each:
  /// `sent back by K. Thorne Sun 22 Nov 10:00: the interview is empty`.
  package var turns: [String] {
    guard isOpen else { return [] }
    let acts = [("sent back", sentBack), ("moved here", moved)].compactMap { what, event in
      event.map { "\(what) by \($0.by.name) \($0.occurred.spokenShort)" + $0.becauseOf }
    }
    return acts
      + (unasked.map {
        ["no longer asked for (\($0)): hold it, or call it off and tell those invited"]
      }
        ?? [])
  }
}

extension Event {
  /// Whether it is an acknowledgement that sends the record back.
  package var isSendingBack: Bool { kind == .acknowledged && self[.acknowledgement] == .sendBack }

  /// What a person reads of what happened: to send a record back is no acknowledgement of it.
  package var title: String { isSendingBack ? "Sent back" : kind.title }

  /// `: the interview is empty`, or nothing.
  fileprivate var becauseOf: String {
    let reason = self[.reason]?.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
    return reason.map { $0.isEmpty ? "" : ": \($0)" } ?? ""
  }
}
