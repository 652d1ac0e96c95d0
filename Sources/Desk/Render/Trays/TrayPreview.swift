import Grid
import Workflow

/// More of the selected row: how far the record has come, the clock, and whether it happens again and
/// again.
struct TrayPreview {
  let row: TrayRow
  /// The child's episodes of the last months, oldest first.
  let past: [PastEpisode]
  /// What the person has begun on the child.
  let drafts: [String]
  let now: Instant
  /// Which keys ask for what.
  let keys: Keymap
  /// What tells the row from another that says the same of the child.
  var twinMark = ""

  /// Draws what there is room for: the lines that matter least go first.
  func draw(_ rect: Rect, on frame: inout Frame) {
    var at = rect.row
    let isRoomy = rect.height > 4
    var end = rect.row + rect.height
    if isRoomy, !others.isEmpty {
      // At the foot, where no other line moves by it from row to row.
      end -= 1
      frame.show(others, row: end, column: rect.column, maxWidth: rect.width)
    }
    func next() -> Int? {
      guard at < end else { return nil }
      defer { at += 1 }
      return at
    }
    if let line = next() {
      frame.show(
        title(in: rect.width), row: line, column: rect.column, role: .heading, maxWidth: rect.width)
    }
    let notes = row.note.map { wrapped(displaySafe($0.capitalisedFirst), to: rect.width) } ?? []
    // What somebody wrote to whoever has it to do is read whole before how far the record has come.
    let spare = rect.height - 2 - notes.count
    if let stage = row.stage, notes.isEmpty || spare > 0, let line = next() {
      let undone = Set(row.leavesOpen.filter { $0.value <= now }.keys)
      let late = Set(row.leavesLate.filter { Elapsed.isOver($0.value, now: now) }.keys)
      StageBar(stage: stage, undone: undone, late: late, passedBy: row.passedBy)
        .draw(row: line, column: rect.column, width: rect.width, on: &frame)
    }
    let begun = row.report == nil ? nil : row.begunByOther?.sentence
    func show(_ texts: [String], as role: StyleRole = .text) {
      for part in texts.flatMap({ wrapped(displaySafe($0), to: rect.width) }) {
        guard let line = next() else { return }
        frame.show(part, row: line, column: rect.column, role: role, maxWidth: rect.width)
      }
    }
    if let lines = row.report?.lines(now: now) {
      // A call about a child whose report waits may change what is to be done with it: it comes before which
      // reports tell the same.
      show(lines.prefix(1) + [])
      show(row.note.map { [$0.capitalisedFirst] } ?? [], as: .warning)
      show(lines.dropFirst() + [])
    }
    show(begun.map { [$0] } ?? [])
    if notes.isEmpty || spare >= 0, let line = next() { drawClock(line, rect, on: &frame) }
    for (index, part) in (row.report == nil ? notes : []).enumerated() {
      guard let line = next() else { return }
      let isCut = at == end && index < notes.count - 1
      let key = " … \(keys.name("why"))"
      frame.show(
        isCut ? clipped(part, to: rect.width - DisplayWidth.of(key)) + key : part, row: line,
        column: rect.column, role: .warning, maxWidth: rect.width)
    }
    let lens = RepeatLens(row: row, past: past, now: now)
    let more =
      isRoomy
      ? [absence, lens.count, lens.places]
      : [lens.short(isLocated ? [absence, others, attempts] : [others, attempts, absence])]
    for text in more where !text.isEmpty {
      guard let line = next() else { return }
      frame.show(text, row: line, column: rect.column, role: .text, maxWidth: rect.width)
    }
    for text in isRoomy ? [attempts, rules] : [rules] where !text.isEmpty {
      guard let line = next() else { return }
      frame.show(text, row: line, column: rect.column, role: .muted, maxWidth: rect.width)
    }
  }

  /// Who it is, the risk in force and what marks the child out, what is begun: where there is too little
  /// room, first all markers but the first go.
  private func title(in room: Int) -> String {
    let who = row.lacksBirthday ? "\(row.name) · no date of birth" : row.name
    let other = row.report == nil ? row.begunByOther.map { "~ \($0.name): \($0.what)" } : nil
    let draft =
      drafts.isEmpty ? other : "~ draft: " + drafts.joined(separator: ", ").lowercased()
    let all = row.markers.isEmpty ? nil : row.markersWords
    let first =
      row.markers.count > 1 ? "\(CodeWords.words(row.markers[0])) +\(row.markers.count - 1)" : all
    let harm = row.tellsOfHarm ? "HARM ON RECORD" : nil
    let ways = [
      [who, harm, row.risks.words, all, row.reference, draft],
      [who, harm, row.risks.words, first, row.reference, draft],
      [who, harm, row.risks.brief, first, row.reference, draft],
    ].map { $0.compactMap { $0 }.joined(separator: " · ") }
    return ways.first { DisplayWidth.of($0) <= room } ?? ways[ways.count - 1]
  }

  /// `Offer interview  ██████░░░░  10h 27m left, due Sun 22 Nov 2026 07:50`.
  private func drawClock(_ line: Int, _ rect: Rect, on frame: inout Frame) {
    let urgency = Urgency(of: row, now: now)
    let (bar, time) = clock(urgency, width: rect.width)
    let title = row.title + twinMark + "  "
    // Of a long title the end goes before the bar, and nothing of the time.
    let room = rect.width - DisplayWidth.of(time)
    let isBarShown = room - DisplayWidth.of(bar) >= min(DisplayWidth.of(title), rect.width / 3)
    let titleRoom = max(rect.width / 4, isBarShown ? room - DisplayWidth.of(bar) : room)
    let end = rect.column + rect.width
    var column = rect.column
    column += frame.show(
      title, row: line, column: column, role: urgency.role, maxWidth: titleRoom)
    if isBarShown {
      column += frame.show(bar, row: line, column: column, role: .chart, maxWidth: end - column)
    }
    frame.show(time, row: line, column: column, role: urgency.role, maxWidth: end - column)
  }

  /// A bar of the time that is left, and when it is due in words: `  2h 30m left, due today, Mon 23 Nov 08:00`.
  private func clock(_ urgency: Urgency, width: Int) -> (bar: String, time: String) {
    guard let due = row.comesUp else {
      // A report says what its row says: it is to be read now.
      let limit = row.isAtOnce ? "at once" : row.step == nil ? urgency.left : "no limit"
      let waits = Elapsed.short(seconds: now.since(row.opens))
      return ("", "\(limit), there since \(row.opens.spoken) (\(waits))")
    }
    let bar = timeBar(opens: row.opens, due: due, now: now, width: width >= 70 ? 12 : 6)
    let left = urgency.left + (due.since(now) >= 60 ? " left" : "")
    // The colour alone must not say that it is today.
    let when =
      urgency.role == .today
      ? "today, \(due.spokenShort(asOf: now))"
      : due.spokenShort(asOf: now)
    let isBeforeReturn = row.absence?.returned.map { due < $0 } ?? false
    let word =
      row.plannedEarlier == nil
      ? "due" : Elapsed.isOver(due, now: now) ? "was planned" : "planned"
    return (bar, "  \(left), \(word) \(when)" + (isBeforeReturn ? ", before the return" : ""))
  }

  /// Whether the child was located and is not home yet: whoever rings must hear that first.
  private var isLocated: Bool { row.absence?.located != nil }

  /// `AWAY 1d 6h since Thu 19 Nov 21:15`, or how long it was; `AWAY 17d, located Sun 22 Nov 12:20, police
  /// station; not home yet`.
  private var absence: String {
    guard let absence = row.absence else { return "" }
    let end = absence.returned ?? now
    let length = absence.basis.length(seconds: end.since(absence.started))
    if let returned = absence.returned {
      let place = absence.placeReturned.map { ", \($0)" } ?? ""
      let safety = absence.isUnsafe ? ", NOT SAFE there" : ""
      let again = absence.isAwayAgain ? "AWAY AGAIN; this time " : ""
      return "\(again)was away \(length), back \(returned.spokenShort(asOf: now))\(safety)\(place)"
    }
    if let located = absence.located { return "AWAY \(length), \(located)" }
    let place = absence.whereabouts.map { ", at \(displaySafe($0))" } ?? ""
    let since = absence.basis.andSince(absence.started.spokenShort(asOf: now))
    return "AWAY \(length)\(since)\(place)"
  }

  /// `6 more rows of this child, 2 late: z shows them`.
  private var others: String {
    guard row.others > 0 else { return "" }
    let rows = "\(row.others) more row\(row.others == 1 ? "" : "s") of this child"
    return rows + (row.othersOverdue > 0 ? ", \(row.othersOverdue) late" : "")
      + ": \(keys.name("unfold")) shows them"
  }

  private var attempts: String {
    var parts: [String] = []
    if row.attempts > 0 {
      parts.append("\(row.attempts) attempt\(row.attempts == 1 ? "" : "s") recorded")
    }
    if row.plannedEarlier != nil {
      if let due = row.due { parts.append("due by \(due.spoken)") }
    } else if let planned = row.planned {
      parts.append("planned for \(planned.spoken)")
    }
    if let worker = row.interviewer, row.step?.stage == .rhi {
      parts.insert("interview: \(displaySafe(worker))", at: 0)
    }
    return parts.joined(separator: " · ")
  }

  private var rules: String {
    guard !row.rules.isEmpty else { return "" }
    return "By rule\(row.rules.count == 1 ? "" : "s") \(row.rules.joined(separator: ", "))"
  }
}

/// Whether a child goes again and again: how often in 90 days, and where the child was found.
struct RepeatLens {
  /// Days that are looked back.
  static let days = 90

  /// Episodes of the last 90 days up to this one, this one included.
  private let recent: [PastEpisode]
  private let earlier: [PastEpisode]
  /// How many episodes came after this one.
  private let later: Int

  init(row: TrayRow, past: [PastEpisode], now: Instant) {
    let end = row.absence?.started ?? now
    let earliest = London.adding(days: -RepeatLens.days, to: end)
    recent = past.filter { earliest <= $0.started && $0.started <= end }
    earlier = past.filter { $0.reference != row.reference && $0.started <= end }
    later = past.count { $0.reference != row.reference && $0.started > end }
  }

  /// `3rd episode in 90 days`, `1st of 2 episodes in 90 days` where another came after it.
  var count: String {
    switch recent.count {
    case 0: ""
    case let count where later > 0:
      "\(count.ordinal) of \(count + later) episodes in \(RepeatLens.days) days"
    case 1: "the only episode in \(RepeatLens.days) days"
    default: "\(recent.count.ordinal) episode in \(RepeatLens.days) days"
    }
  }

  /// `last found: bus station (2 Nov), Elm House (20 Oct)`.
  var places: String {
    var seen: Set<String> = []
    let found = earlier.reversed().compactMap { episode -> String? in
      guard let place = episode.place, seen.insert(place.lowercased()).inserted else { return nil }
      let date = episode.placed.map { " (\(London.local($0).date.dayAndMonth))" } ?? ""
      return place + date
    }
    return found.isEmpty ? "" : "last found: " + found.prefix(3).joined(separator: ", ")
  }

  /// All in one line.
  func short(_ before: [String]) -> String {
    (before + [recent.count + later > 1 ? count : "", places]).filter { !$0.isEmpty }
      .joined(separator: " · ")
  }
}
