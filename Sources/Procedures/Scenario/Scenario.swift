package import Workflow

/// One case of a scenario file: what happened to a child, and what must hold at a moment.
package struct Scenario: Sendable {
  /// What the case is called.
  package let name: String
  /// The id of the procedure that is tried.
  package let procedure: String
  /// The child's facts, as the register takes them.
  package let child: Body
  /// What happened, as the file lists it.
  package let given: [Given]
  /// The moment at which everything expected must hold.
  package let asOf: Instant
  /// What must hold.
  package let expect: [Expected]
  /// Why it must, in words.
  package let why: String?
  /// Where the case stands: `file:line`.
  package let position: String

  /// One thing that happened.
  package struct Given: Sendable {
    /// What happened.
    package let kind: EventKind
    /// When it happened.
    package let at: Instant
    /// When the desk heard of it.
    package let recorded: Instant
    /// Who did it, as the case says: a role, or a word such as `placement`.
    package let by: String?
    /// The particulars.
    package let body: Body
    /// The line of the file.
    package let line: Int
  }

  /// One thing that must hold.
  package struct Expected: Sendable {
    /// What it is about.
    package let form: Form
    /// Rules of which one must be the one at work; none where that is not tested.
    package let rules: [String]
    /// Which of the child's episodes, counted from 1; nothing for the last.
    package let episode: Int?
    /// The line of the file.
    package let line: Int
  }

  /// The forms that an expectation may have.
  package enum Form: Sendable {
    case step(StepName, Particulars)
    case noStep(StepName)
    case refused(EventKind, at: Instant?, tell: String?)
    case accepted(EventKind, at: Instant?)
    case openRecords(Int)
    case starts(Instant)
    case onRecord(String)
    case notified([String])
    case shown(EventKind)
    case routed(EventKind, to: Tray)
    case listed(String)
  }

  /// What is said of a step; what is left out is not tested.
  package struct Particulars: Sendable {
    package var due: Instant?
    package var opens: Instant?
    package var state: StepState?
    package var chairs: [String] = []
    package var trays: [String] = []
    package var roles: [String] = []
    package var isLearntLate: Bool?
    package var isLate: Bool?
    package var occurrence: Int?
  }
}
