import Grid
package import Workflow

/// One act for several rows: which, for whom, and what came of each.
package struct BulkScreen: Sendable {
  /// What is done.
  package enum Act: Sendable, Hashable {
    /// Acknowledge closed records, with nothing raised.
    case acknowledge
    /// Move steps to another tray; nothing until one is chosen.
    case move(to: Tray?)
    /// Tick off steps that ask for nothing more.
    case done
  }

  /// What is done.
  package var act: Act
  /// The rows for which it is done.
  package internal(set) var rows: [TrayRow]
  /// Marked rows for which it cannot be done, each with the reason.
  package internal(set) var leftOut: [BulkOutcome]
  /// The trays that can be chosen.
  package let trays: [Tray]
  /// The selected tray, while one is chosen; else the first line shown.
  package var selected = 0
  /// Why the steps are moved, or what was done, as it is typed: it stands with each.
  package var reason = ""
  /// The first of the rows to be ticked off that is another's, with a limit: then it must be said what
  /// was done.
  package internal(set) var another: TrayRow?
  /// Whether the reason is being typed.
  package var isExplaining = false
  /// Whether it is on its way to the journal.
  package var isSending = false
  /// What came of each row; nothing until it is done.
  package var outcomes: [BulkOutcome]?

  /// Whether a tray must be chosen first.
  var isChoosing: Bool { act == .move(to: nil) }

  /// What is asked.
  func question(_ title: (Tray) -> String) -> String {
    let count = rows.count
    switch act {
    case .done where isExplaining:
      return "\(count) step\(count == 1 ? "" : "s"): what was done?"
    case .acknowledge: return "Acknowledge \(count) closed record\(count == 1 ? "" : "s")?"
    case .move(let tray?) where isExplaining:
      return "Move \(count) step\(count == 1 ? "" : "s") to \(title(tray)): why?"
    case .move(let tray?):
      return "Move \(count) step\(count == 1 ? "" : "s") to \(title(tray))?"
    case .done: return "Record \(count) step\(count == 1 ? "" : "s") as done?"
    case .move: return "Move \(count) step\(count == 1 ? "" : "s") to which tray?"
    }
  }

  /// What is said beside the line on which the reason is typed.
  var hint: String {
    guard let another else {
      return "The reason stands with each step that is moved; it may stay empty."
    }
    return "It stands with each step. Not all are yours (\(another.name): \(another.title)): "
      + "say what was done, in \(Need.fewestWords) words at the least."
  }

  /// Whether the reason says too little to go on.
  var isReasonWanting: Bool {
    another != nil
      && reason.split(whereSeparator: \.isWhitespace).count < Need.fewestWords
  }
}

/// What came of one row of several.
package struct BulkOutcome: Sendable, Hashable {
  /// Whom it was about: `Pryce-Morgan, Siân 15`.
  package let name: String
  /// Whether it is recorded.
  package let isDone: Bool
  /// What happened, or why it did not.
  package let sentence: String
  /// What was recorded and can be taken back.
  package let act: RecordedAct?

  /// Makes an outcome.
  package init(name: String, isDone: Bool, sentence: String, act: RecordedAct? = nil) {
    self.name = name
    self.isDone = isDone
    self.sentence = sentence
    self.act = act
  }
}

/// Several commands, each its own in the journal.
package struct BulkWork: Sendable, Hashable {
  /// One of them.
  package struct Item: Sendable, Hashable {
    /// Whom it is about.
    package let name: String
    /// What is to be recorded.
    package let submission: Submission
  }

  /// In the order in which the rows were marked.
  package let items: [Item]
}

extension Desk {
  /// Asks before something is done for every marked row.
  mutating func openBulk(_ act: BulkScreen.Act) -> [Effect] {
    var rows: [TrayRow] = []
    var leftOut: [BulkOutcome] = []
    for row in trays.marks {
      let reason: String? =
        switch (act, row.step) {
        case (_, nil): "a report is triaged, not \(act.participle)"
        case (.acknowledge, .acknowledge?), (.move, _): nil
        case (.done, let step?):
          step.isTickedOff
            ? nil : "\(row.title.lowercasedFirst) is decided or answered in a form of its own"
        case (.acknowledge, _): "\(row.title.lowercasedFirst) is no acknowledgement"
        }
      if let reason {
        leftOut.append(BulkOutcome(name: row.name, isDone: false, sentence: "left out: \(reason)"))
      } else {
        rows.append(row)
      }
    }
    guard !rows.isEmpty else {
      say(
        "Of the marked rows, none can be \(act.participle)",
        .warning)
      return []
    }
    let others = Tray.allCases.filter { trays.query.isOfAll || $0 != trays.tray }
    var screen = BulkScreen(act: act, rows: rows, leftOut: leftOut, trays: others)
    if act == .done {
      screen.another = rows.first {
        ($0.tray ?? trays.tray) != me.role.tray && ($0.due != nil || $0.isAtOnce)
      }
      screen.isExplaining = screen.another != nil
    }
    stack.append(.bulk(screen))
    held.removeAll()
    return []
  }

  /// Chooses the tray, or ends what is done; where a question is open, Enter means no.
  mutating func enterBulk() -> [Effect] {
    guard case .bulk(var screen) = stack.last else { return [] }
    if screen.isChoosing {
      screen.act = .move(to: screen.trays[screen.selected])
      screen.isExplaining = true
      screen.selected = 0
      stack[stack.count - 1] = .bulk(screen)
      return []
    }
    return closeBulk()
  }

  /// Changes the question in front.
  mutating func changeBulk(_ change: (inout BulkScreen) -> Void) -> [Effect] {
    guard case .bulk(var screen) = stack.last else { return [] }
    change(&screen)
    stack[stack.count - 1] = .bulk(screen)
    return []
  }

  /// Goes on from the reason to the question, where it says enough.
  mutating func endReason() -> [Effect] {
    guard case .bulk(var screen) = stack.last else { return [] }
    guard !screen.isReasonWanting else {
      say("Not all of the steps are yours: say what was done, in 3 words at the least", .error)
      return []
    }
    screen.isExplaining = false
    stack[stack.count - 1] = .bulk(screen)
    return []
  }

  /// Goes back from the reason: to the choice of the tray, or to the tray itself.
  mutating func leaveReason() -> [Effect] {
    guard case .bulk(var screen) = stack.last, case .move(let tray?) = screen.act else {
      return closeBulk()
    }
    screen.isExplaining = false
    screen.selected = screen.trays.firstIndex(of: tray) ?? 0
    screen.act = .move(to: nil)
    stack[stack.count - 1] = .bulk(screen)
    return []
  }

  /// Types the reason.
  mutating func typeReason(_ key: Key) -> [Effect] {
    changeBulk { _ = $0.reason.take(key) }
  }

  /// Leaves the question or the outcome.
  mutating func closeBulk() -> [Effect] {
    guard case .bulk(let screen) = stack.last, !screen.isSending else { return [] }
    stack.removeLast()
    if screen.outcomes == nil {
      say("Nothing was recorded; the rows are still marked", .information)
      return []
    }
    return [reload()]
  }

  /// Records one command for each row.
  mutating func sendBulk() -> [Effect] {
    guard case .bulk(var screen) = stack.last, !screen.isSending else { return [] }
    let said = screen.reason.trimmed.isEmpty ? nil : screen.reason.trimmed
    let items = screen.rows.compactMap { row -> BulkWork.Item? in
      guard let step = row.step else { return nil }
      let kind: EventKind
      let body: Body
      switch screen.act {
      case .acknowledge:
        kind = .acknowledged
        body = Body([
          "as": .text(me.role.rawValue),
          "answer": .text(AcknowledgementAnswer.nothingForMe.rawValue),
        ])
      case .move(let tray):
        guard let tray else { return nil }
        kind = .reassigned
        var move = row.meaning(step)
        move[.to] = tray.rawValue
        move[.reason] = said
        body = move
      case .done:
        kind = .stepDone
        var done = row.meaning(step)
        done[.outcome] = said
        body = done
      }
      return BulkWork.Item(
        name: row.name,
        submission: Submission(
          act: .event(kind, child: row.child, version: row.version ?? 0), at: now, body: body,
          command: newCommandID(), draftKeys: []))
    }
    screen.isSending = true
    stack[stack.count - 1] = .bulk(screen)
    return [.bulk(BulkWork(items: items))]
  }

  /// Shows what came of each row; those that were not recorded stay marked.
  mutating func receive(_ outcomes: [BulkOutcome]) -> [Effect] {
    guard let index = stack.lastIndex(where: { if case .bulk = $0 { true } else { false } }),
      case .bulk(var screen) = stack[index]
    else { return [] }
    screen.isSending = false
    screen.selected = 0
    screen.outcomes = outcomes + screen.leftOut
    let failed = zip(screen.rows, outcomes).filter { !$0.1.isDone }.map(\.0.kind)
    let left = screen.rows.map(\.kind).filter(failed.contains)
    let recorded = Set(screen.rows.map(\.kind)).subtracting(left)
    trays.marks.removeAll { recorded.contains($0.kind) }
    trays.hasActed = true
    stack[index] = .bulk(screen)
    // Each was recorded by itself, and so is each taken back: the last first.
    let acts = outcomes.compactMap(\.act)
    if outcomes.contains(where: { $0.isDone && $0.act == nil }) {
      undoable.removeAll()
      // Of what is recorded of several rows only an acknowledgement is never taken back.
      barred = EventKind.acknowledged.wayToPutRight
    }
    undoable += acts.map { .act($0, draftKey: "", draft: nil) }
    if !acts.isEmpty {
      say("\(keymap.name("undo")) undoes the last of them, and then those before it")
    }
    return [reload()]
  }
}

extension BulkScreen.Act {
  /// What is done to a row: `acknowledged`.
  fileprivate var participle: String {
    switch self {
    case .acknowledge: "acknowledged"
    case .move: "moved"
    case .done: "ticked off"
    }
  }
}

extension StepName {
  /// Whether the step is done by saying so: no decision, meeting, answer or attempt is to be written
  /// down for it, and it does not stand for as long as the record is open.
  var isTickedOff: Bool {
    switch self {
    case .riskRating, .riskAssessment, .riskAssessmentReview, .ragReview, .rhiOffer, .rhiInterview,
      .closeRecord, .acknowledge, .finalise, .monitoring, .highRiskMonitoring:
      false
    default: !isMeeting
    }
  }
}

extension TrayRow {
  /// What tells this very step from others: its name, its part and its episode, where it has them.
  fileprivate func meaning(_ step: StepName) -> Body {
    var body = Body(["step": .text(step.rawValue)])
    let parts = kind.id.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count > 3 { body[.part] = parts[3] }
    if reference.hasPrefix("E-") { body[.episode] = reference }
    return body
  }
}
