package import Workflow

/// All that the desk shows of one child.
package struct ChildPage: Sendable {
  /// The child's case.
  package internal(set) var child: ChildCase
  /// The work steps of all its records.
  package let steps: [WorkStep]
  /// The procedure that the current record follows.
  package let procedure: Procedure
  /// The other procedures at hand, only where the page was asked for to compare with them.
  package let others: [Procedure]
  /// The host and the responsible authority, where they are two.
  package let authorities: TwoAuthorities?

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

  /// What each of two authorities has to do, where there are two and a record.
  package var duties: AuthorityDuties? {
    guard let authorities, let record else { return nil }
    return AuthorityDuties(
      of: record, child: child, authorities: authorities, own: procedure, others: others)
  }
}

/// A hit of a search.
package struct FoundRow: Sendable, Hashable {
  /// The child's id.
  package let child: String
  /// What is shown: name, reference.
  package let title: String
  /// What else is known: born, status, whether away.
  package let detail: String

  /// Makes a hit.
  package init(child: String, title: String, detail: String) {
    self.child = child
    self.title = title
    self.detail = detail
  }
}

/// What was read from a report, ready to be checked by a person.
package struct TriageDraft: Sendable, Hashable {
  /// A value that was found.
  package struct Value: Sendable, Hashable {
    /// As it would be typed into the field.
    package let typed: String
    /// Where it stands in the report: `line 12: 19/10/2026 21:15`.
    package let seenAs: String

    /// Makes a value.
    package init(typed: String, seenAs: String) {
      self.typed = typed
      self.seenAs = seenAs
    }
  }

  /// A child of the register who may be meant.
  package struct Candidate: Sendable, Hashable {
    /// The id in the register.
    package let id: String
    /// Name, birthday and place.
    package let title: String
    /// Why this one is proposed, or how it differs.
    package let because: String
    /// How the child's last episode stands, where there is one.
    package let standing: Standing?

    /// Makes a candidate.
    package init(id: String, title: String, because: String, standing: Standing? = nil) {
      self.id = id
      self.title = title
      self.because = because
      self.standing = standing
    }
  }

  /// How a child's last episode stands: what a further report would be added to, or overlap with.
  package struct Standing: Sendable, Hashable {
    /// The episode's reference.
    package let episode: String
    /// Since when the child was missing.
    package let since: Instant?
    /// When the child was back; nothing while away.
    package let returned: Instant?

    /// Makes a standing.
    package init(episode: String, since: Instant?, returned: Instant?) {
      self.episode = episode
      self.since = since
      self.returned = returned
    }

    /// For the line of a candidate: `away since Fri 20 Nov 18:05, E-2026-0398: this report joins it`.
    package var words: String {
      if let returned { return "last back \(returned.spokenShort), \(episode)" }
      let since = since.map { " since \($0.spokenShort)" } ?? ""
      return "AWAY\(since): this report joins \(episode)"
    }
  }

  /// The report's reference.
  package let reference: String
  /// Which child of the report, counted from 1, and of how many.
  package let subject: Int
  /// How many children the report names.
  package let subjects: Int
  /// What kind of report it is.
  package let kind: String
  /// The values, by the field's name on the triage form.
  package let values: [String: Value]
  /// What a report should say and this one does not.
  package let gaps: [String]
  /// What looks wrong in it.
  package let warnings: [String]
  /// Children who may be meant, the proposed one first.
  package let candidates: [Candidate]
  /// Whether the first candidate may be proposed, or a person must choose.
  package let isProposed: Bool
  /// What to ask where a person must choose.
  package let question: String?
  /// The whole text.
  package let text: String
  /// Whose children and which procedures it is about; nothing where they could not be read.
  package let ground: TriageGround?

  /// Makes a draft.
  package init(
    reference: String, subject: Int, subjects: Int, kind: String, values: [String: Value],
    gaps: [String], warnings: [String], candidates: [Candidate], isProposed: Bool,
    question: String?, text: String, ground: TriageGround? = nil
  ) {
    self.ground = ground
    self.reference = reference
    self.subject = subject
    self.subjects = subjects
    self.kind = kind
    self.values = values
    self.gaps = gaps
    self.warnings = warnings
    self.candidates = candidates
    self.isProposed = isProposed
    self.question = question
    self.text = text
  }
}
