package import Workflow

/// All that the desk shows of one child.
package struct ChildPage: Sendable {
  /// The child's case.
  package internal(set) var child: ChildCase
  /// The work steps of all its records.
  package internal(set) var steps: [WorkStep]
  /// The procedure that the current record follows.
  package let procedure: Procedure
  /// The other procedures at hand, only where the page was asked for to compare with them.
  package let others: [Procedure]
  /// The host and the responsible authority, where they are two.
  package let authorities: TwoAuthorities?
  /// What others have begun on the child and not recorded, newest first.
  package var begunByOthers: [BegunByOther] = []
  /// Who came in the same report and is on the desk, too.
  package var together: [Companion] = []
  /// The reports at the front door that mean the child, or may, those that surely do first.
  package var waiting: [WaitingReport] = []
  /// Of what the texts of the child's reports speak, by the names of `reported`, read or not.
  package var mentioned: Set<String> = []
  /// The notice that the child was found, by its reference, from which nobody took over any end: the child counts
  /// as away, and whoever rings hears of it.
  package var foundNotice: String?
  /// The names of those who work on the desk, whoever may hold interviews first.
  package var staff: [String] = []
  /// Those who work on the desk, each in every role: an action that names one of them stands in that tray.
  package var colleagues: [Person] = []

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - child: the child's case.
  ///   - steps: the work steps of all its records.
  ///   - procedure: the procedure that the current record follows.
  ///   - authority: the authority whose desk it is, or nothing where that does not matter.
  ///   - others: the other procedures at hand.
  package init(
    child: ChildCase, steps: [WorkStep], procedure: Procedure, authority: String? = nil,
    others: [Procedure] = []
  ) {
    self.child = child
    self.steps = steps
    self.procedure = procedure
    self.others = others
    authorities = authority.flatMap { TwoAuthorities(child: child, desk: $0) }
  }

  /// The record that is shown: the one in which work goes on, or the last.
  package var record: MissingRecord? { child.currentRecord ?? child.records.last }

  /// `~ M. Castell began Sun 22 Nov 11:08, not recorded: returned (and 1 more)`; nothing where nobody has.
  var begunByOthersWords: String? {
    guard let last = begunByOthers.first else { return nil }
    let more = begunByOthers.count - 1
    return last.sentence + (more > 0 ? " (and \(more) more)" : "")
  }

  /// What each of two authorities has to do, where there are two and a record.
  package var duties: AuthorityDuties? {
    guard let authorities, let record else { return nil }
    return AuthorityDuties(
      of: record, child: child, authorities: authorities, own: procedure, others: others)
  }
}

/// A hit of a search.
package struct FoundRow: Sendable, Hashable {
  /// What is opened by taking it.
  package enum Target: Sendable, Hashable {
    /// A child's page, by the id.
    case child(String)
    /// The triage of a report that waits, by its reference.
    case waiting(report: String)
    /// A report in the list of those set aside, by its reference; or the child of it who was set aside alone.
    case aside(report: String, subject: Int? = nil)
  }

  /// What is opened by taking it.
  package let target: Target
  /// What is shown: name, reference.
  package let title: String
  /// What else is known: born, status, whether away.
  package let detail: String

  /// What stands before the line of a report by which it was found, at the end of the detail.
  package static let saying = " · says "

  /// Makes a hit.
  package init(_ target: Target, title: String, detail: String) {
    self.target = target
    self.title = title
    self.detail = detail
  }

  /// Makes a hit that is a child.
  package init(child: String, title: String, detail: String) {
    self.init(.child(child), title: title, detail: detail)
  }
}
