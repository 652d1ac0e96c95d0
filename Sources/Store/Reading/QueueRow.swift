import GRDB
package import Workflow

/// A row of a tray with what its preview says besides.
package struct QueueRow: Sendable, Hashable {
  /// The step.
  package let step: StepRow
  /// How far its record has come.
  package let stage: Stage
  /// The stages that its record went past without what is done there.
  package let passedBy: Set<Stage>
  /// From when the child counts as missing in the step's episode.
  package let started: Instant?
  /// On what ground it is counted from then.
  package let basis: MissingStart.Basis
  /// Located elsewhere.
  package let found: Instant?
  /// Back.
  package let returned: Instant?
  /// Where the child was located.
  package let placeFound: String?
  /// Where the child came back to.
  package let placeReturned: String?
  /// The desk's own rating of the step's episode, or of the child's last where it belongs to none.
  package let risk: Risk?
  /// The police grading of the same.
  package let policeRisk: Risk?
  /// What the return interview of the same rated, where nobody has rated since.
  package let interviewRisk: Risk?
  /// What marks the child out, as the register has it.
  package let markers: [String]
  /// The number of events in the child's stream: what a command expects.
  package let version: Int
  /// Whether the child came back to a place that is not safe.
  package let isUnsafe: Bool
  /// Where the child is while it is away, where somebody knows.
  package let whereabouts: String?
  /// Whether the child is away now, be it in another episode.
  package let isAway: Bool
  /// Whether significant harm was told of or is suspected.
  package let tellsOfHarm: Bool
  /// To whom the interview of the step's record is allocated.
  package let interviewer: String?
  /// From when a step is open that leaves a stage of the record open, by stage.
  package let leavesOpen: [Stage: Instant]
  /// From when such a step is late, by stage; nothing where none has a limit.
  package let leavesLate: [Stage: Instant]
  /// Whether the person has not looked at it as it stands now.
  package let isUnseen: Bool
  /// The child's other rows in the tray for which it stands, while they are folded.
  package var others = 0
  /// How many of those are overdue.
  package var othersOverdue = 0
  /// The next due time among those that are not.
  package var othersNext: Instant?
  /// Whether it stands below the line of its child.
  package var isUnfolded = false

  static let columns =
    StepRow.columns + ", r.stage, e.started, e.found, e.returned, c.version, v.id IS NULL"
    + ", e.place_found, l.risk, l.police_risk, c.markers, e.place_returned, r.interviewer, e.unsafe"
    + ", e.whereabouts, r.harm, e.basis, l.interview_risk, r.passed_by"
    + Stage.leftOpen.map { ", \(first("o.opens", of: $0))" }.joined()
    + Stage.leftOpen.map { ", \(first(over, of: $0))" }.joined() + ", c.away"

  /// When a step is over: of what is at once an hour after it was due, of the rest by what it lies in its tray.
  private static let over = """
    CASE WHEN o.sort_due < 0 THEN o.due + \(WorkStep.atOnceLasts)
      WHEN o.sort_due < \(TrayOrder.noLimit) THEN o.sort_due END
    """

  /// The first of the moments of the steps that leave a stage open.
  private static func first(_ moment: String, of stage: Stage) -> String {
    let steps = StepName.allCases.filter { $0.stageItLeavesOpen == stage }
      .map { "'\($0.rawValue)'" }
    return """
      (SELECT min(\(moment)) FROM steps o INDEXED BY steps_of_child WHERE o.child = s.child
        AND o.record = s.record AND o.outcome = 'open' AND o.step IN (\(steps.joined(separator: ", "))))
      """
  }

  /// Its own columns stand after those of the step.
  init(_ row: Row, today: CivilDate) {
    step = StepRow(row, today: today)
    stage = Stage(rawValue: row[25] ?? "") ?? .contact
    started = (row[26] as Int64?).map(Instant.init(seconds:))
    found = (row[27] as Int64?).map(Instant.init(seconds:))
    returned = (row[28] as Int64?).map(Instant.init(seconds:))
    version = row[29]
    isUnseen = row[30]
    placeFound = row[31]
    risk = (row[32] as String?).flatMap(Risk.init(rawValue:))
    policeRisk = (row[33] as String?).flatMap(Risk.init(rawValue:))
    markers = TextList.read(row[34])
    placeReturned = row[35]
    interviewer = row[36]
    isUnsafe = row[37] ?? false
    whereabouts = row[38]
    tellsOfHarm = row[39] ?? false
    interviewRisk = (row[41] as String?).flatMap(Risk.init(rawValue:))
    passedBy = Set(TextList.read(row[42] ?? "").compactMap(Stage.init(rawValue:)))
    basis = MissingStart.Basis(rawValue: row[40] ?? "") ?? .stated
    let stages = Stage.leftOpen.count
    func moments(from column: Int) -> [Stage: Instant] {
      var moments: [Stage: Instant] = [:]
      for (place, stage) in Stage.leftOpen.enumerated() {
        moments[stage] = (row[column + place] as Int64?).map(Instant.init(seconds:))
      }
      return moments
    }
    leavesOpen = moments(from: 43)
    leavesLate = moments(from: 43 + stages)
    isAway = row[43 + 2 * stages]
  }
}

extension Stage {
  /// Those that a meeting or an interview of their own leaves open.
  fileprivate static let leftOpen: [Stage] = [.strategy, .rhi]
}

extension StepRow {
  /// Whether it has a line of its own in a folded tray, and never stands for others: what cannot wait, and
  /// what people do for many children at once.
  var standsAlone: Bool {
    isAtOnce || step == StepName.acknowledge.rawValue
  }
}

/// Part of a tray, and where the row that was asked for stands.
package struct QueuePage: Sendable {
  /// How many rows the query has in all.
  package let total: Int
  /// The place of the first row given.
  package let offset: Int
  /// The rows.
  package let rows: [QueueRow]
  /// The place of the row that was asked for, or nothing where it is no longer there.
  package let place: Int?
  /// Where that is gone, the place of another row of its child.
  package let sibling: Int?
}
