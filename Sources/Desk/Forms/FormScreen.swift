package import Workflow

/// A form being filled in.
package struct FormScreen: Sendable {
  /// What the form records.
  package enum Purpose: Sendable, Hashable {
    /// One event on a child.
    case event(EventKind, child: String, version: Int)
    /// What is wrong in an event that was recorded, by its number in the journal.
    case correction(Int, EventKind, child: String, version: Int)
    /// A report to be kept and read.
    case intake
    /// A report to be triaged.
    case triage(TriageDraft)
    /// A report from which nothing is opened, or nothing for one of its children.
    case setAside(report: String, subject: Int? = nil)
    /// A report that was set aside, or one of its children, to be taken back.
    case takeBack(report: String, subject: Int? = nil)
    /// A note on a report that waits: somebody rang about a child of whom nothing else is here yet.
    case reportNote(report: String)
  }

  /// What the form records.
  package var purpose: Purpose
  /// What stands in its frame: `Risk assessed · Pryce-Morgan, Siân · E-2026-0001`.
  package internal(set) var title: String
  /// What the report says that it sets aside, once that was read.
  var about: ReportAbout?
  /// What a person should know while filling it in.
  package var prompts: [String]
  /// What would be left undone by ending the record, a line each.
  package internal(set) var undone: [String] = []
  /// The steps that ending the record would give up, what weighs most first.
  var weighing: [WorkStep] = []
  /// What was recorded and leaves something open, where it is to be acknowledged.
  var unsaid: [Unfinished] = []
  /// How many of them press: they cannot wait, or they are late.
  var pressing = 0
  /// The steps that ending the record would give up, by name.
  var givenUp: [String] = []
  /// What of the record is due at another time once it is ended, from when to when, a sentence each.
  var movedByEnd: [String] = []
  /// What the procedure wants seen by whoever fills it in.
  package internal(set) var points = Points.none
  /// What the later time at which a child was last seen does to the limits, as it is typed now.
  var moved: (seen: Instant, count: Int)?
  /// The lines.
  package var entries: [FormEntry]
  /// The lines that are not asked now, with what was typed in them.
  var aside: [FormEntry] = []
  /// The places of all lines, by field.
  var order: [String: Int] = [:]
  /// What the register was compared with when the report was read, and last.
  var matchRead: TriageQuestion?
  var matchAsked: TriageQuestion?
  /// Which answer to that is awaited.
  var matchGeneration = 0
  /// Whether the person has chosen the child.
  var hasChosenChild = false
  /// The line that has the keys.
  package var focus = 0
  /// Whether the line that has the keys was only come to: of a long text its beginning is shown until somebody types.
  var isOnlyPassed = false
  /// Whether the focused text has the whole screen.
  package var isZoomed = false
  /// The chair that the form offered for the meeting chosen, where it was not the one it opened with.
  var chairOffered: String?
  /// The times that a draft brought back in place of the "now" with which the form opens.
  var kept: [String: String] = [:]
  /// What is known of the child that it is about.
  package var page: ChildPage?
  /// What is recorded without being asked: the episode, the part of a step.
  package var fixed = Body()
  /// What stood in each line when the form was opened, by field: what differs from it was typed.
  var initial: [String: String] = [:]
  /// The id that the command will have, so that sending twice records once.
  package let command: String
  /// Whether something was typed since the draft was last kept.
  package var isDirty = false
  /// Whether the form is on its way to the journal.
  package var isSending = false
  /// Whether it was refused because others recorded something; then the next page brings it up to
  /// date.
  package var isConflicted = false
  /// What others recorded on the child since the form was opened.
  package var news: String?
  /// The rule's refusal that it would meet as it stands.
  package var refusal: String?
  /// Who fills it in and when; known from the first key on.
  var writer: Writer?
  /// The warnings that the person has seen and sends the form with.
  var seenWarnings: Set<String> = []

  /// Who fills a form in, and when.
  struct Writer: Sendable {
    var me: Person
    var now: Instant
  }

  /// Makes a form.
  package init(
    purpose: Purpose, title: String, prompts: [String], entries: [FormEntry], command: String
  ) {
    self.purpose = purpose
    self.title = title
    self.prompts = prompts
    self.entries = entries
    self.command = command
    initial = Dictionary(
      entries.map { ($0.field.name, $0.text.text) }, uniquingKeysWith: { first, _ in first })
    focusOnFirstNeed()
  }

  /// The child that the form is about, where it is one of the register's.
  package var child: String? {
    switch purpose {
    case .event(_, let child, _), .correction(_, _, let child, _): child
    case .intake, .triage, .setAside, .takeBack, .reportNote: nil
    }
  }

  /// How the last episode of the child stands whom a triage is about: what the report would join.
  package var standing: String? {
    joinedAfterwards.map { joined in
      let back =
        joined.returned.map { "Back since \($0.occurred.spokenShort(asOf: moment))" } ?? "Back"
      return "\(back): this report joins \(joined.reference), from which the child is back"
    } ?? chosenCandidate?.standing?.words
  }

  /// What a person should know before the first line, what weighs most first: what may make one record of two
  /// or two of one, then what differs from what stands on the desk, then what the report tells besides, whether the
  /// child is still away, and what was noted, however long that is; what only informs comes last, because a small
  /// screen does not show it.
  package var head: [String] {
    let notes = (draft?.notes ?? []).map { "! \($0)" }
    if draft?.match.decided != nil { return matched + prompts + notes }
    let aged = (agedQuestion(now: moment) ?? unsaidEnd).map { ["! \($0.words)"] } ?? []
    let joining = (standing.map { ["▸ \($0)"] } ?? []) + (settling.map { ["▸ \($0)"] } ?? [])
    let refused = refusal.map { ["! This would be refused. \($0)"] } ?? []
    let doubles = sameReference + (draft?.twins.map { "! \($0.words)" } ?? [])
    let pressing = prompts.filter { !$0.hasPrefix("▹") }
    let informing = prompts.filter { $0.hasPrefix("▹") }
    return (news.map { [$0] } ?? []) + (leftAside.map { [$0] } ?? []) + joining + refused + absence
      + saidOfStart + grounds + doubles
      + matched + (earliestKnown.map { [$0] } ?? []) + pressing + aged + notes
      + informing
      + (reading.map { [$0] } ?? [])
  }

  /// The report that it triages.
  private var draft: TriageDraft? {
    if case .triage(let draft) = purpose { draft } else { nil }
  }

  /// How many lines of what would be left undone are never left out: who gives it up, what stands in
  /// the way, what moves, and what presses.
  var undoneInSight: Int {
    (givenUp.isEmpty ? 0 : 1) + undone.count { $0.hasPrefix("!") } + movedByEnd.count + pressing
  }

  /// What is typed in a field.
  package func typed(_ name: String) -> String {
    line(name)?.text.text.trimmed ?? ""
  }

  /// Marks what is wrong and goes to the first such line.
  package mutating func mark(_ findings: [FormFinding]) {
    for index in entries.indices {
      entries[index].error = findings.first { $0.field == entries[index].field.name }?.sentence
    }
    if let first = entries.firstIndex(where: { $0.error != nil }) {
      if first != focus { isZoomed = false }
      focus = first
    }
  }

  /// Goes to the first line that needs something: what is required and empty, or else the first
  /// question that is still open; a triage begins with whom it is about.
  mutating func focusOnFirstNeed() {
    func first(_ needs: (FormEntry) -> Bool) -> Int? {
      entries.firstIndex { $0.field.name != "at" && $0.isEmpty && needs($0) }
    }
    if let need = entries.firstIndex(where: { $0.field.isRequired && $0.isEmpty }) {
      focus = need
    } else if case .event(let kind, _, _) = purpose, kind == .returned || kind == .found,
      let place = entries.firstIndex(where: { $0.field.name == "at" })
    {
      // From when the child is back a limit runs: that is looked at first.
      focus = place
    } else if case .event = purpose {
      // The time is right in most cases; what the record needs comes before what may be said besides.
      focus =
        first { $0.field.isNeededToFinish } ?? first { _ in true }
        ?? entries.indices.first { entries[$0].field.name != "at" } ?? 0
    } else {
      focus = 0
    }
  }
}
