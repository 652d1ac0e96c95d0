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
  /// Attempts recorded, where the step is an interview's.
  package let attempts: Int
  /// The rules that ask for it, the one that sets its time first.
  package let rules: [String]
  /// From when a step of its record is open that leaves a stage open, by stage.
  package var leavesOpen: [Stage: Instant] = [:]
  /// Whether it cannot wait (`WorkStep.isAtOnce`).
  package var isAtOnce = false
  /// The tray in which it lies, where that is said.
  package var tray: Tray?
  /// Whether the child has told of significant harm.
  package var tellsOfHarm = false
  /// To whom the interview of the step's record is allocated, where it is.
  package var interviewer: String?
  /// Whether the register has no birthday of the child.
  package var lacksBirthday = false
  /// How far the record has come, where there is one.
  package var stage: Stage?
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

  /// When a child was away.
  package struct Absence: Sendable, Hashable {
    /// From when.
    package let started: Instant
    /// On what ground it is counted from then.
    package var basis = MissingStart.Basis.stated
    /// Until when, where the child is back.
    package let returned: Instant?
    /// When the child was located, perhaps somewhere else than at home.
    package var found: Instant?
    /// Where.
    package var placeFound: String?
    /// Where the child came back to, where that is said.
    package var placeReturned: String?
    /// Where the child is known to be while it is away.
    package var whereabouts: String?
    /// Whether the child is not safe there.
    package var isUnsafe = false

    /// `located Sun 22 Nov 12:20, Saltcombe police station; not home yet`; nothing before that or after.
    var located: String? {
      guard let found, returned == nil else { return nil }
      return Absence.located(found.spokenShort, at: placeFound)
    }

    /// `located Sun 22 Nov 12:20, Saltcombe police station; not home yet`.
    static func located(_ moment: String, at place: String?) -> String {
      "located \(moment)" + (place.map { ", \(displaySafe($0))" } ?? "") + "; not home yet"
    }

    /// Makes an absence.
    package init(started: Instant, returned: Instant?) {
      self.started = started
      self.returned = returned
    }
  }

  /// The risk in force in the episode, as the police grade it and as the desk rates it.
  package struct Risks: Sendable, Hashable {
    /// The police grading.
    package let police: Risk?
    /// The desk's own rating.
    package let ours: Risk?
    /// What the return interview rated, where nobody here has rated since.
    package var interview: Risk?

    /// `interview: high, above ours`; nothing where the interview rated nothing.
    var interviewWords: String? {
      interview.map {
        "interview: \(CodeWords.words($0.rawValue))"
          + (ours == nil ? ", not rated here" : $0.isGraver(than: ours) ? ", above ours" : "")
      }
    }

    /// `police medium, ours ?`: the same where there is little room.
    var brief: String? {
      func said(_ risk: Risk?) -> String {
        risk.map { $0 == .noneApparent ? "none" : CodeWords.words($0.rawValue) } ?? "?"
      }
      let rated =
        police == nil && ours == nil ? nil : "police \(said(police)), ours \(said(ours))"
      let told = interview.map { "interview \(said($0))" }
      let parts = [rated, told].compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// Makes a pair of ratings.
    package init(police: Risk?, ours: Risk?, interview: Risk? = nil) {
      self.police = police
      self.ours = ours
      self.interview = interview
    }

    /// The ratings in force in an episode.
    init(of episode: Episode) {
      self.init(
        police: episode.policeRisk?.value, ours: episode.risk?.value,
        interview: episode.interviewRisk?.value)
    }

    /// `police risk medium, ours medium, interview: high, above ours`; nothing where nobody has rated.
    var words: String? {
      let parts = [rated, interviewWords].compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// `police risk medium, ours high`; nothing where neither has rated.
    private var rated: String? {
      func said(_ risk: Risk) -> String {
        risk == .noneApparent ? "none apparent" : CodeWords.words(risk.rawValue)
      }
      switch (police, ours) {
      case (let police?, let ours?): return "police risk \(said(police)), ours \(said(ours))"
      case (let police?, nil): return "police risk \(said(police)), ours not rated"
      case (nil, let ours?): return "our risk \(said(ours))"
      case (nil, nil): return nil
      }
    }
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

  /// What stands before the step: that the child has told of significant harm.
  var mark: String { tellsOfHarm ? TrayRow.harmMark : "" }

  /// `child sexual exploitation, gangs`.
  var markersWords: String { markers.map(CodeWords.words).joined(separator: ", ") }

  /// The step, where the row is one.
  package var step: StepName? {
    if case .step(_, let name) = kind { name } else { nil }
  }
}

/// How much waits in a tray.
package struct TrayCount: Sendable, Hashable {
  /// The tray.
  package let tray: Tray
  /// Open rows.
  package let open: Int
  /// Rows whose due time has passed.
  package let overdue: Int
  /// Rows due before midnight.
  package let today: Int
  /// Rows at which the person has not looked as they stand now.
  package let unseen: Int

  /// How many are new, in a word: who has looked at nothing yet learns nothing from a number.
  var unseenWords: String { unseen == open ? "all" : "\(unseen)" }

  /// Makes a count.
  package init(tray: Tray, open: Int, overdue: Int, today: Int, unseen: Int = 0) {
    self.tray = tray
    self.open = open
    self.overdue = overdue
    self.today = today
    self.unseen = unseen
  }
}

/// An episode as the repeat lens of a tray needs it.
package struct PastEpisode: Sendable, Hashable {
  /// The reference.
  package let reference: String
  /// From when the child counted as missing.
  package let started: Instant
  /// Where the child was located, or else came back to.
  package let place: String?
  /// When.
  package let placed: Instant?

  /// Makes an episode.
  package init(reference: String, started: Instant, place: String?, placed: Instant?) {
    self.reference = reference
    self.started = started
    self.place = place
    self.placed = placed
  }
}

/// A tray's rows from an offset on: as many as a screen needs and a few more.
package struct TrayWindow: Sendable, Hashable {
  /// What of the tray was asked for.
  package internal(set) var query: TrayQuery
  /// The place of the first row in the whole tray.
  package let offset: Int
  /// The rows.
  package internal(set) var rows: [TrayRow]
  /// How many rows there are with that filter.
  package let total: Int
  /// How much waits in every tray; nothing where it was not asked for.
  package let counts: [TrayCount]?
  /// The row that was asked for, and whether it is gone.
  package var anchor: (kind: TrayRow.Kind, isGone: Bool)? {
    anchorKind.map { ($0, isAnchorGone) }
  }
  /// Where the row that was asked for is gone: the place of another row of its child.
  package var sibling: Int?
  /// The episodes of the last months of the rows' children, oldest first.
  package var past: [String: [PastEpisode]] = [:]
  /// When counts and rows are others by the time alone: something becomes late, opens, or a day begins;
  /// nothing where it was not asked for.
  package var changes: Instant?
  /// The keys of the person's drafts; nothing where they were not asked for.
  package var drafts: [String]?

  /// Whether the row that was asked for is still in the tray, and only a filter or folding leaves it out.
  package private(set) var isAnchorLeftOut = false

  private var anchorKind: TrayRow.Kind?
  private var isAnchorGone = false

  /// Makes a window.
  ///
  /// - Parameters:
  ///   - query: what of the tray was asked for.
  ///   - offset: the place of the first row.
  ///   - rows: the rows.
  ///   - total: how many there are in all.
  ///   - counts: how much waits in every tray.
  package init(
    _ query: TrayQuery, offset: Int, rows: [TrayRow], total: Int, counts: [TrayCount]?
  ) {
    self.query = query
    self.offset = offset
    self.rows = rows
    self.total = total
    self.rows.tellTwinsApart()
    self.counts = counts
  }

  /// Notes that the person has looked at rows, or takes the note back.
  mutating func see(_ ids: Set<String>, _ isSeen: Bool) {
    for index in rows.indices where ids.contains(rows[index].kind.id) {
      rows[index].isUnseen = !isSeen
    }
  }

  /// Says what became of the row that was asked for.
  ///
  /// - Parameters:
  ///   - anchor: the row.
  ///   - isGone: whether it is not among the rows.
  ///   - isLeftOut: whether it is still in the tray, and only a filter or folding leaves it out.
  ///   - sibling: the place of another row of its child.
  package mutating func answer(
    _ anchor: TrayRow.Kind, isGone: Bool, isLeftOut: Bool = false, sibling: Int?
  ) {
    anchorKind = anchor
    isAnchorGone = isGone
    isAnchorLeftOut = isLeftOut
    self.sibling = sibling
  }
}
