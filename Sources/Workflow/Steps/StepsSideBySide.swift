/// The work steps of one record under two procedures, side by side; nothing is recorded by looking.
package struct StepsSideBySide: Sendable {
  /// One step under both.
  package struct Row: Sendable {
    /// The step under the record's own procedure, or nothing where it has no such step.
    package let own: WorkStep?
    /// The step under the other procedure, or nothing where it has no such step.
    package let other: WorkStep?
    /// In what the two differ.
    package let changes: [Change]

    /// The step's id, which both share.
    package var id: StepID? { own?.id ?? other?.id }

    /// What would change for whoever does the step, in words; empty where nothing does.
    package var sentence: String {
      guard let own else { return other == nil ? "" : "appears" }
      guard let other else { return "goes" }
      return changes.map { change in
        switch change {
        case .due: StepsSideBySide.moved(from: own.due, to: other.due)
        case .chair: "chair \(own.chair?.rawValue ?? "none") -> \(other.chair?.rawValue ?? "none")"
        case .tray: "tray \(own.tray.rawValue) -> \(other.tray.rawValue)"
        case .role: "role \(own.role.rawValue) -> \(other.role.rawValue)"
        case .state: "\(own.outcome.word) -> \(other.outcome.word)"
        case .appears, .goes: change.rawValue
        }
      }.joined(separator: "; ")
    }
  }

  /// In what a step can differ.
  package enum Change: String, Sendable, Hashable {
    /// Only the other procedure asks for it.
    case appears
    /// Only the record's own procedure asks for it.
    case goes
    case due
    case chair
    case tray
    case role
    /// Open under one, done or not required under the other.
    case state
  }

  /// The steps in the order of an episode: by stage, then as the procedures list them.
  package let rows: [Row]

  /// Puts the steps of a record beside those that it would have.
  ///
  /// - Parameters:
  ///   - record: the record.
  ///   - child: the child whose record it is.
  ///   - own: the procedure that the record follows.
  ///   - other: the procedure to compare it with.
  package init(
    of record: MissingRecord, child: ChildCase, own: Procedure, other: Procedure
  ) {
    let mine = Derive.steps(of: record, child: child, procedure: own)
    let theirs = Derive.steps(of: record, child: child, procedure: other)
    var rows: [Row] = []
    for step in mine {
      rows.append(Row(own: step, other: theirs.first { $0.id == step.id }))
    }
    for step in theirs where !mine.contains(where: { $0.id == step.id }) {
      rows.append(Row(own: nil, other: step))
    }
    // A stable sort: what has the same place stays in the order of the packs.
    self.rows = rows.enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }.map(\.element)
  }

  /// The rows that differ.
  package var changed: [Row] { rows.filter { !$0.changes.isEmpty } }

  private static func moved(from own: Instant?, to other: Instant?) -> String {
    switch (own, other) {
    case (let own?, let other?):
      let length = Elapsed.short(seconds: other.since(own))
      return "due \(length) \(other < own ? "earlier" : "later")"
    case (nil, let other?): return "due \(other.spoken), had no limit"
    case (_, nil): return "no limit any more"
    }
  }
}

extension StepsSideBySide.Row {
  fileprivate init(own: WorkStep?, other: WorkStep?) {
    self.own = own
    self.other = other
    guard let own, let other else {
      changes = [own == nil ? .appears : .goes]
      return
    }
    var changes: [StepsSideBySide.Change] = []
    if own.due != other.due { changes.append(.due) }
    if own.chair != other.chair { changes.append(.chair) }
    if own.tray != other.tray { changes.append(.tray) }
    if own.role != other.role { changes.append(.role) }
    if own.outcome.word != other.outcome.word { changes.append(.state) }
    self.changes = changes
  }

  /// Episode, then stage.
  fileprivate var place: Int {
    let step = own ?? other
    let stage = step.flatMap { Stage.allCases.firstIndex(of: $0.id.step.stage) } ?? 0
    return (step?.episodeNumber ?? 0) * 100 + stage
  }
}

extension WorkStep.Outcome {
  /// In one word: `open`, `done`.
  package var word: String {
    switch self {
    case .open: "open"
    case .done: "done"
    case .cancelled: "cancelled"
    case .notRequired: "not required"
    case .leftUndone: "left undone"
    }
  }
}
