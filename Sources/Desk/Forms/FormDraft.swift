package import Workflow

/// What somebody typed into a form and has not recorded: enough to go on where it was left.
package struct FormDraft: Sendable, Hashable {
  /// What was changed, by field.
  package var values: [String: String]
  /// The field that had the keys.
  package var focus: String?
  /// Where the cursor stood in it, counted in characters.
  package var cursor: Int
  /// The version of the child's stream that the person saw.
  package var version: Int?
  /// What stands in the form's frame, for a list of drafts.
  package var title: String
  /// What became of the form in which it was typed.
  package var form = Form.left

  /// What became of the form in which a draft was typed.
  package enum Form: Sendable, Hashable {
    /// The person left it.
    case left
    /// It lies open on this desk.
    case open
    /// It was open when its desk ended: killed, hung up, or left in the middle of it.
    case cutOff
    /// It lies open on another desk of the same person.
    case openElsewhere
  }

  /// Makes a draft of a form that was left.
  package init(
    values: [String: String], focus: String? = nil, cursor: Int = 0, version: Int? = nil,
    title: String = ""
  ) {
    self.values = values
    self.focus = focus
    self.cursor = cursor
    self.version = version
    self.title = title
  }
}

extension FormDraft {
  /// What was typed, the longest texts whole: `What you typed (“22/11/2026 18:00”, “Mother rang”)`.
  var said: String {
    let words = values.sorted { $0.key < $1.key }.map { _, text in
      let line = FormEntry.spelt(text).split(whereSeparator: \.isNewline).joined(separator: " ")
      return "“\(line)”"
    }
    return "What you typed (\(words.joined(separator: ", ")))"
  }
}

extension FormDraft {
  /// What was typed, a line a question, for who cannot go on with it.
  var lines: [String] {
    let labels = Dictionary(
      EventKind.allCases.flatMap { EventForm.of($0).fields }.map { ($0.name, $0.label) }
    ) { first, _ in first }
    let typed = values.sorted { $0.key < $1.key }.map { name, text in
      let label =
        name == "at"
        ? "When" : name == FormScreen.reasonOfCorrection ? "Why it is corrected" : labels[name]
      return "\(label ?? name): \(FormEntry.spelt(text))"
    }
    return ["The line that this was to correct is no longer counted. You typed:", ""]
      + typed.flatMap { $0.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) }
      .map(String.init)
  }
}

/// A draft that waits: what a tray marks and the list of drafts shows.
package struct DraftMark: Sendable, Hashable {
  /// The form's name: one draft a key.
  package let key: String
  /// What stood in the form's frame.
  package let title: String
  /// When it was kept.
  package let saved: Instant
  /// The event that its form records, where it is one on a child.
  package let kind: EventKind?
  /// The child, where it is about one.
  package let child: String?
  /// The episode that it was begun on.
  package let episode: String?
  /// What the form was opened for, by field: the step, the meeting, the part.
  package let preset: [String: String]
  /// The report, where it triages one.
  package let report: String?
  /// Which child of it alone it is for, counted from 1.
  let subject: Int?

  /// Reads a mark from its key.
  package init(key: String, title: String, saved: Instant) {
    self.key = key
    self.title = title
    self.saved = saved
    let parts = key.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let isEvent = parts.count >= 4 && parts[0] == "event"
    kind = isEvent ? EventKind(rawValue: parts[1]) : nil
    child = isEvent ? parts[2] : nil
    episode = isEvent && !parts[3].isEmpty ? parts[3] : nil
    var preset: [String: String] = [:]
    if isEvent {
      for part in parts.dropFirst(4) {
        let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
        if pair.count == 2 { preset[pair[0]] = pair[1] }
      }
    }
    self.preset = preset
    let isReport =
      parts.count > 1 && ["triage", "set-aside", "take-back", "report-note"].contains(parts[0])
    report = isReport ? parts[1] : nil
    subject = isReport && parts.count > 2 ? Int(parts[2]) : nil
  }

  /// Whether the draft is for a row: the same report, or the same child and the event that does the
  /// step.
  package func belongs(to row: TrayRow) -> Bool {
    switch row.kind {
    case .report(let reference): report == reference
    case .step(let id, let name):
      child == row.child
        && (preset["part"].map { id.hasSuffix(".\($0)") } ?? true)
        && (preset["step"] ?? preset["kind"] ?? kind.flatMap(DraftMark.step)?.rawValue)
          .map { $0 == name.rawValue } ?? true
    }
  }

  /// The step that an event does where only one can be meant; nothing where it may be any.
  private static func step(of kind: EventKind) -> StepName? {
    switch kind {
    case .rhiOffered: .rhiOffer
    case .rhiHeld: .rhiInterview
    case .rhiAllocated: .rhiAllocation
    case .rhiReferred: .rhiReferral
    case .rhiShared: .rhiShare
    case .riskAssessed: .riskRating
    case .recordClosed: .closeRecord
    case .acknowledged: .acknowledge
    case .safeAndWell: .safeAndWell
    default: nil
    }
  }
}

/// When drafts are kept: at the latest so long after the first letter that is not kept yet, however
/// fast more are typed.
package struct DraftTimer: Sendable {
  /// Milliseconds from the first letter to the keeping; two seconds are promised, and the disk takes
  /// its share of them.
  package static let delay = 1_000
  private var since: Int?

  /// Makes a timer that runs for nothing.
  package init() {}

  /// Says whether drafts are to be kept now.
  ///
  /// - Parameters:
  ///   - isDirty: whether something typed is not kept yet.
  ///   - clock: milliseconds of a clock that only goes on.
  /// - Returns: whether they are; then the timer begins anew.
  package mutating func isDue(isDirty: Bool, at clock: Int) -> Bool {
    guard isDirty else {
      since = nil
      return false
    }
    let start = since ?? clock
    since = start
    guard clock - start >= DraftTimer.delay else { return false }
    since = nil
    return true
  }

  /// Milliseconds until drafts are due, or nothing where none are.
  package func wait(at clock: Int) -> Int? {
    since.map { max(0, $0 + DraftTimer.delay - clock) }
  }
}
