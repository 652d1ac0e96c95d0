package import Workflow

/// What was read from a report, ready to be checked by a person.
package struct TriageDraft: Sendable, Hashable {
  /// A value that was found.
  package struct Value: Sendable, Hashable {
    /// As it would be typed into the field.
    package let typed: String
    /// Where it stands in the report: `line 12: 19/10/2026 21:15`.
    package let seenAs: String

    /// What stands at the end of where it is seen, where it only follows from something else.
    package static let inferred = " (inferred)"

    /// Whether it follows from something else that the report says.
    var isInferred: Bool { seenAs.hasSuffix(Value.inferred) }

    /// Whether it was typed at the triage of another child of the report, and not read.
    package let isCarriedOver: Bool

    /// Makes a value.
    package init(typed: String, seenAs: String, isCarriedOver: Bool = false) {
      self.isCarriedOver = isCarriedOver
      self.typed = typed
      self.seenAs = seenAs
    }
  }

  /// Something that a report should say and this one does not.
  package struct Gap: Sendable, Hashable {
    /// What it is, in words.
    package let words: String
    /// The field of the triage form that takes it, where there is one: once it is filled, the gap is not.
    package let field: String?

    /// Makes a gap.
    package init(_ words: String, field: String? = nil) {
      self.words = words
      self.field = field
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
    /// Whether name and birthday are those of the report: a new entry beside this one needs a reason.
    package let isSame: Bool

    /// Makes a candidate.
    package init(
      id: String, title: String, because: String, standing: Standing? = nil, isSame: Bool = false
    ) {
      self.id = id
      self.title = title
      self.because = because
      self.standing = standing
      self.isSame = isSame
    }

    /// What is said of the child in the list to choose from: who is away now comes first.
    var choice: FormEntry.Choice {
      let away = standing.flatMap { $0.returned == nil ? $0.brief : nil }
      return FormEntry.Choice(
        code: id, title: title, because: [away, because].compactMap { $0 }.joined(separator: " · "))
    }
  }

  /// How a child's last episode stands: what a further report would be added to, or overlap with.
  package struct Standing: Sendable, Hashable {
    /// The episode's reference.
    package let episode: String
    /// Since when the child was missing.
    package let since: Instant?
    /// On what ground it is counted from then.
    package let basis: MissingStart.Basis
    /// When the child was back; nothing while away.
    package let returned: Instant?
    /// The year in which it was looked up: times of another are said with theirs.
    private let year: Int?

    /// Makes a standing.
    package init(
      episode: String, since: Instant?, basis: MissingStart.Basis = .stated, returned: Instant?,
      asOf asked: Instant? = nil
    ) {
      year = asked.map { London.local($0).date.year }
      self.episode = episode
      self.since = since
      self.basis = basis
      self.returned = returned
    }

    /// For a list: `AWAY since Fri 20 Nov 18:05, E-2026-0398`, or when the child was back.
    package var brief: String {
      if let returned { return "last back \(said(returned)), \(episode)" }
      let since = since.map { basis.andSince(said($0)) } ?? ""
      return "AWAY\(since), \(episode)"
    }

    /// For the line of a candidate: `AWAY since Fri 20 Nov 18:05: this report joins E-2026-0398`.
    package var words: String {
      if returned != nil { return brief }
      let since = since.map { basis.andSince(said($0)) } ?? ""
      return "AWAY\(since): this report joins \(episode)"
    }

    private func said(_ instant: Instant) -> String {
      let isOfYear = year.map { $0 == London.local(instant).date.year } ?? true
      return isOfYear ? instant.spokenShort : instant.spoken
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
  /// When it came in here; nobody reported it later than that.
  package let received: Instant?
  /// Who else has begun this triage and when: `M. Castell, Sun 22 Nov 11:08`.
  package var begun: String?
  /// Whether it is one that tells of the end of an episode, such as a notice that the child was found.
  package var tellsOfEnd = false
  /// Whether it is a further child of the report, of whom nothing is recorded yet: there is nobody to set aside.
  package var isUntold = false
  /// Which other reports that wait may tell of the same event.
  package var twins: [ReportTwin] = []
  /// The surest of all that wait, under the same police reference alone, too.
  package var waitsToo: String?
  /// What was noted on the report while it waited, the last first; it may be long.
  package var notes: [String] = []
  /// Where it is one child of a list: the list told as one, and who is away here and not on it.
  package var list: [String] = []
  /// The names of the other children of the report, as they were read and as they are on the register.
  package var otherNames: [String] = []
  /// The names of those who are away here and not on that list.
  package var notListed: [String] = []
  /// The values, by the field's name on the triage form.
  package let values: [String: Value]
  /// What the report says and nobody is asked, and where it stands, by the field's name.
  package var notAsked: [String: String] = [:]
  /// What a report should say and this one does not.
  package let gaps: [Gap]
  /// What looks wrong in it.
  package let warnings: [String]
  /// Who may be meant.
  package internal(set) var match: TriageMatch
  /// The whole text.
  package let text: String

  /// What it says of the child, as the register keeps it.
  var saidOfChild: Body {
    var said = Body()
    for name in TriageForm.ofChild {
      guard let typed = values[name]?.typed else { continue }
      said[name: name] =
        name == Field<[String]>.markers.name
        ? .list(typed.split(separator: ",").map { String($0).trimmed }) : .text(typed)
    }
    return said
  }

  /// Children who may be meant, the proposed one first.
  package var candidates: [Candidate] { match.candidates }
  /// Whether the first candidate may be proposed, or a person must choose.
  package var isProposed: Bool { match.isProposed }
  /// What to ask where a person must choose.
  package var question: String? { match.question }
  /// Whose children and which procedures it is about; nothing where they could not be read.
  package var ground: TriageGround? { match.ground }

  /// The child's name as it was read: `Grange, Mia`.
  var nameRead: String? {
    let parts = ["family-name", "given-names"].compactMap { values[$0]?.typed }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Takes in which other reports that wait may tell of the same event; one that has only the police reference in
  /// common is named with that.
  package mutating func take(_ others: [ReportTwin]) {
    twins = others.filter { $0.common != ["same police reference"] }
    waitsToo = others.first?.reference
  }

  /// Makes a draft.
  package init(
    reference: String, subject: Int, subjects: Int, kind: String, received: Instant? = nil,
    values: [String: Value], gaps: [Gap], warnings: [String], match: TriageMatch, text: String
  ) {
    self.reference = reference
    self.subject = subject
    self.subjects = subjects
    self.kind = kind
    self.received = received
    self.values = values
    self.gaps = gaps
    self.warnings = warnings
    self.match = match
    self.text = text
  }

  /// Makes a draft from whom it may be about.
  package init(
    reference: String, subject: Int, subjects: Int, kind: String, values: [String: Value],
    gaps: [Gap], warnings: [String], candidates: [Candidate], isProposed: Bool,
    question: String?, text: String, ground: TriageGround? = nil
  ) {
    self.init(
      reference: reference, subject: subject, subjects: subjects, kind: kind, values: values,
      gaps: gaps, warnings: warnings,
      match: TriageMatch(
        candidates: candidates, isProposed: isProposed, question: question, ground: ground),
      text: text)
  }
}

extension TriageDraft {
  /// Whether no name was read that could be looked for.
  package var isNameless: Bool {
    ["family-name", "given-names"].allSatisfy { values[$0] == nil }
  }

  /// What is said where no child of the register may be meant: without a name nobody was looked for.
  ///
  /// - Parameter isNameless: whether there is no name.
  /// - Returns: half a sentence.
  package static func nobodyAlike(isNameless: Bool) -> String {
    isNameless ? "no name to look for on the register" : "nobody alike on the register"
  }
}
