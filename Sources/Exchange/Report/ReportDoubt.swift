internal import Workflow

/// What someone should look at in a report before it is taken over.
package struct ReportDoubt: Sendable, Hashable {
  /// What to look at, for people.
  package let words: String
  /// Of which child it is said, counted from 0; nothing where it is said of the report.
  package internal(set) var subject: Int?

  /// Makes a doubt of the report as a whole.
  package init(_ words: String) { self.init(words, of: nil) }

  init(_ words: String, of subject: Int?) {
    self.words = words
    self.subject = subject
  }

  /// That a time lies ahead of when the report came in, by more than clocks differ; nothing where it does not.
  ///
  /// - Parameters:
  ///   - finding: what was read.
  ///   - name: the field's name.
  ///   - subject: the child's place, counted from 0; nothing where it is said of the report.
  ///   - received: when the report came in.
  init?(ahead finding: Finding, named name: String, of subject: Int?, received: Instant) {
    guard case .instant(let instant) = finding.value, instant > received.adding(seconds: 300)
    else { return nil }
    self.init(
      "Line \(finding.line): \(Gap.Field.words(name)) is \(instant.spoken), which lies ahead of "
        + "\(received.spoken). Ask the sender.", of: subject)
  }
}

extension ReportDraft {
  /// All that someone should look at, of whichever child.
  package var warnings: [String] { doubts.map(\.words) }

  /// What someone should look at on the form of one child: what is said of this child, and on the form of the
  /// first who waits what is said of the report, which nobody reads once for every child.
  ///
  /// - Parameters:
  ///   - subject: the child's place among the subjects, counted from 0.
  ///   - isFirst: whether it is the first who waits; whoever stood before may be set aside, with no form opened.
  /// - Returns: the words, in the report's order.
  package func warnings(ofSubject subject: Int, isFirst: Bool) -> [String] {
    doubts.filter { $0.subject.map { $0 == subject } ?? isFirst }.map(\.words)
  }
}

extension ReportDraft {
  /// Doubts the times of the children of whom the text tells in its own way, as those of a form are doubted.
  ///
  /// - Parameter received: when the report came in.
  mutating func doubtWhatLiesAhead(of received: Instant) {
    for place in subjects.indices where subjects[place].isFurther {
      for (field, finding) in subjects[place].fields.sorted(by: {
        $0.key.rawValue < $1.key.rawValue
      }) {
        let doubt = ReportDoubt(
          ahead: finding, named: field.rawValue, of: place, received: received)
        // What is said of all of them was doubted with the form.
        if let doubt, !doubts.contains(where: { $0.words == doubt.words }) { doubts.append(doubt) }
      }
    }
  }
}

extension [ReportDoubt] {
  /// The doubts, those that are said alike of every child said once of the report.
  ///
  /// - Parameter count: how many children the report has.
  /// - Returns: the doubts, in their order.
  func saidOnce(ofAll count: Int) -> [ReportDoubt] {
    guard count > 1 else { return self }
    let children = Dictionary(grouping: self, by: \.words).mapValues {
      Set($0.compactMap(\.subject))
    }
    var said: Set<ReportDoubt> = []
    return map { doubt in
      children[doubt.words]?.count == count ? ReportDoubt(doubt.words) : doubt
    }.filter { said.insert($0).inserted }
  }
}
