import Grid
package import Workflow

/// A row of a tray: a work step, or a report that waits to be triaged.
package struct TrayRow: Sendable, Hashable {
  /// What the row stands for.
  package enum Kind: Sendable, Hashable {
    /// A work step, by its id as people quote it.
    case step(id: String, name: StepName)
    /// A report, by its reference.
    case report(reference: String)

    /// The step's id or the report's reference.
    package var id: String {
      switch self {
      case .step(let id, _): id
      case .report(let reference): reference
      }
    }
  }

  /// What the row stands for.
  package let kind: Kind
  /// The child's id in the register; empty where a report is not matched yet.
  package let child: String
  /// The child's name as the register has it, with the age: `Pryce-Morgan, Siân 15`.
  package internal(set) var name: String
  /// The episode's or record's or report's reference.
  package let reference: String
  /// What is to be done.
  package internal(set) var title: String
  /// When it must be done, or nothing where it has no limit.
  package let due: Instant?
  /// Since when it is there.
  package let opens: Instant
  /// When it is planned, where it is.
  package let planned: Instant?

  /// When it is planned for, where that is before it is due (`WorkStep.plannedEarlier`).
  var plannedEarlier: Instant? { planned?.asPlan(before: due) }

  /// When it comes up: when it is planned for, or else due.
  package var comesUp: Instant? { plannedEarlier ?? due }
  /// Attempts recorded, where the step is an interview's.
  package let attempts: Int
  /// The rules that ask for it, the one that sets its time first.
  package let rules: [String]
  /// From when a step of its record is open that leaves a stage open, by stage.
  package var leavesOpen: [Stage: Instant] = [:]
  /// From when such a step is late, by stage.
  package var leavesLate: [Stage: Instant] = [:]
  /// Whether it cannot wait (`WorkStep.isAtOnce`).
  package var isAtOnce = false
  /// The tray in which it lies, where that is said.
  package var tray: Tray?
  /// Whether significant harm was told of or is suspected.
  package var tellsOfHarm = false
  /// To whom the interview of the step's record is allocated, where it is.
  package var interviewer: String?
  /// Whether the register has no birthday of the child.
  package var lacksBirthday = false
  /// How far the record has come, where there is one.
  package var stage: Stage?
  /// The stages that the record went past without what is done there.
  package var passedBy: Set<Stage> = []
  /// From when the child counts as missing in the episode, and until when.
  package var absence: Absence?
  /// The risk in force.
  package var risks = Risks(police: nil, ours: nil)
  /// What marks the child out, such as a risk of exploitation, as the register has it.
  package var markers: [String] = []
  /// The number of events in the child's stream, as the row was read: what a command expects.
  package var version: Int?
  /// Whether the person has not looked at it as it stands now.
  package var isUnseen = false
  /// The child's other rows in the tray for which this one stands, while they are folded.
  package var others = 0
  /// How many of those are overdue.
  package var othersOverdue = 0
  /// The next due time among those that are not.
  package var othersNext: Instant?
  /// What tells it from another row in sight that says the same of the same child.
  package internal(set) var twin: Twin?
  /// Whether it stands below the line of its child, unfolded.
  package var isUnfolded = false

  /// What somebody else has begun on the child or the report; of several the last.
  package var begunByOther: BegunByOther?

  /// Who sent it back or moved it there, and why.
  package var note: String?

  /// What is known of the report, where the row is one.
  package var report: Report?

  /// For how many of the child's rows it stands, the longest way of saying it first.
  ///
  /// `+13 more, 2 late`, or with the date that a row without one would hide; nothing where it stands for itself
  /// alone. Of others that are late little room says only these, `+2 late`: a number keeps its word, and the pane
  /// has the rest.
  func othersWords(asOf now: Instant) -> [String] {
    guard others > 0 else { return [] }
    guard othersOverdue > 0 else {
      guard due == nil, let next = othersNext else { return ["+\(others) more", "+\(others)"] }
      return [
        "+\(others) more, \(next.spokenShort(asOf: now))",
        "+\(others), \(London.local(next).date.spokenShort(asOf: now))",
        "+\(others), \(London.local(next).date.dayAndMonth)",
      ]
    }
    return ["+\(others) more, \(othersOverdue) late", "+\(othersOverdue) late"]
  }

  /// Makes a row.
  package init(
    kind: Kind, child: String, name: String, reference: String, title: String, due: Instant?,
    opens: Instant, planned: Instant?, attempts: Int, rules: [String]
  ) {
    self.kind = kind
    self.child = child
    self.name = name
    self.reference = reference
    self.title = title
    self.due = due
    self.opens = opens
    self.planned = planned
    self.attempts = attempts
    self.rules = rules
  }

  /// What stands before the step in a row of a child who told of harm, in every theme and without colour.
  static let harmMark = "HARM "

  /// What stands before the step: that significant harm was told of or is suspected.
  var mark: String { tellsOfHarm ? TrayRow.harmMark : "" }

  /// `child sexual exploitation, gangs`.
  var markersWords: String { markers.map(CodeWords.words).joined(separator: ", ") }

  /// The step, where the row is one.
  package var step: StepName? {
    if case .step(_, let name) = kind { name } else { nil }
  }
}
