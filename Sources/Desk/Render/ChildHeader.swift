import Grid
import Workflow

/// The top of a child's page: who it is, how far the record has come, how long away.
struct ChildHeader {
  let page: ChildPage
  let now: Instant
  /// Which keys ask for what.
  let keys: Keymap
  /// As what it is read; nothing where nobody says.
  var viewer: Role?
  /// What the reader has begun on the child and not recorded: `~ Draft: returned; b goes on`.
  var draft: String?

  /// Draws it and returns the rows taken.
  func draw(in rect: Rect, on frame: inout Frame) -> Int {
    let width = rect.width - 2
    frame.show(who(in: width), row: rect.row, column: 1, role: .heading, maxWidth: width)
    var rows = drawRecord(in: rect, width: width, on: &frame)
    // What somebody typed and believes recorded is said as long as it is not.
    if let draft {
      frame.touchable(
        Rect(row: rect.row + rows, column: 1, height: 1, width: width), .command("drafts"))
      frame.show(draft, row: rect.row + rows, column: 1, role: .warning, maxWidth: width)
      rows += 1
    }
    if let with = page.companions {
      frame.show(
        displaySafe(with), row: rect.row + rows, column: 1, role: .information, maxWidth: width)
      rows += 1
    }
    if let other = page.begunByOthersWords {
      frame.show(other, row: rect.row + rows, column: 1, role: .warning, maxWidth: width)
      rows += 1
    }
    guard let authorities = page.authorities else { return rows }
    let key = page.record == nil ? "" : " · A shows both"
    frame.show(
      authorities.words + key, row: rect.row + rows, column: 1, role: .information,
      maxWidth: width)
    return rows + 1
  }

  /// Draws what the record says and returns the rows taken, with the child's own.
  private func drawRecord(in rect: Rect, width: Int, on frame: inout Frame) -> Int {
    guard let record = page.record, let episode = record.current else {
      let waiting = drawWaiting(row: rect.row + 1, width: width, on: &frame)
      if waiting > 0 { return 1 + waiting }
      frame.show(
        "No missing record. The front door or the missing coordinator opens one.",
        row: rect.row + 1, column: 1, role: .muted, maxWidth: width)
      return 2
    }
    drawStages(record, episode, row: rect.row + 1, width: width, on: &frame)
    var row = rect.row + 2
    for line in lines(absence(episode), width: width, most: rect.height >= 14 ? 2 : 1) {
      frame.show(
        line, row: row, column: 1, role: episode.isAway ? .due : .text, maxWidth: width)
      row += 1
    }
    row += drawWaiting(row: row, width: width, on: &frame)
    if let earlier = page.toldEarlier(now: now) {
      frame.show(displaySafe(earlier), row: row, column: 1, role: .warning, maxWidth: width)
      row += 1
    }
    guard
      let open = UnsaidLine(page.child.unfinished(in: record)).words(key: keys.name("fill-in"))
    else { return row - rect.row }
    frame.touchable(Rect(row: row, column: 1, height: 1, width: width), .command("fill-in"))
    frame.show(open, row: row, column: 1, role: .warning, maxWidth: width)
    return row + 1 - rect.row
  }

  /// Draws which report waits for triage that means the child, and returns the rows taken.
  private func drawWaiting(row: Int, width: Int, on frame: inout Frame) -> Int {
    guard let first = page.waiting.first else { return 0 }
    let more = page.waiting.count > 1 ? " (and \(page.waiting.count - 1) more)" : ""
    let words = first.words(
      now: now, key: keys.name("waiting-report"), room: width - 2 - more.count)
    frame.touchable(Rect(row: row, column: 1, height: 1, width: width), .command("waiting-report"))
    frame.show("! \(words)\(more)", row: row, column: 1, role: .warning, maxWidth: width)
    return 1
  }

  /// Parts with dots between, on as many lines as they need and may have; what may be left out is shown
  /// where the last line has room for it, and never in the place of something that matters more.
  private func lines(_ parts: [Part], width: Int, most: Int) -> [String] {
    var lines: [String] = []
    var isFull = false
    for part in parts {
      if isFull, part.mayGo { continue }
      if let last = lines.last, DisplayWidth.of("\(last) · \(part.text)") <= width {
        lines[lines.count - 1] = "\(last) · \(part.text)"
      } else if lines.count < most, !part.mayGo {
        lines.append(part.text)
      } else {
        isFull = true
      }
    }
    return lines
  }

  /// Something that the header says of an absence.
  private struct Part {
    let text: String
    /// Whether it is left out where it would need a line of its own.
    var mayGo = false
  }

  /// `Pryce-Morgan, Siân 15 · born Sat 12 Mar 2011 · looked-after · cse`; that no birthday is known is said:
  /// somebody is to ask for it.
  private var who: String {
    let child = page.child
    let age = child.age(at: now).map { " \($0)" } ?? ""
    var parts = [child.name + age]
    parts.append(child.facts[.born].map { "born \($0.spoken)" } ?? "no date of birth")
    if let status = child.facts[.status] { parts.append(CodeWords.words(status.rawValue)) }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// The same with what marks the child out: as many markers as there is room for, and how many more `i` says.
  private func who(in room: Int) -> String {
    let markers = (page.child.facts[Field<[String]>.markers] ?? []).map(CodeWords.words)
    guard !markers.isEmpty else { return who }
    let ways = (0...markers.count).reversed().map { count in
      let left = markers.count - count
      let more =
        left > 0 ? "+\(left) marker\(left == 1 ? "" : "s") (\(keys.name("episode-file")))" : nil
      let said = [markers.prefix(count).joined(separator: ", "), more].compactMap { $0 }
      return who + " · " + said.filter { !$0.isEmpty }.joined(separator: ", ")
    }
    return ways.first { DisplayWidth.of($0) <= room } ?? who
  }

  private func drawStages(
    _ record: MissingRecord, _ episode: Episode, row: Int, width: Int, on frame: inout Frame
  ) {
    let column = 1 + frame.show(episode.reference + "  ", row: row, column: 1, maxWidth: width)
    let open = leavingStages(in: record)
    StageBar(
      stage: record.stage, undone: Set(open.compactMap(\.id.step.stageItLeavesOpen)),
      late: Set(
        open.filter { $0.standing(asOf: now) == .overdue }
          .compactMap(\.id.step.stageItLeavesOpen)), passedBy: record.passedBy
    )
    .draw(row: row, column: column, width: width + 1 - column, on: &frame)
  }

  /// The open steps that are the own meeting or interview of a stage, which nobody has recorded yet.
  private func leavingStages(in record: MissingRecord) -> [WorkStep] {
    let references = Set(record.episodes.map(\.reference) + [record.reference])
    return page.steps.filter {
      $0.isOpen && references.contains($0.id.reference) && $0.id.step.stageItLeavesOpen != nil
    }
  }

  /// All that it says of the episode, in a sentence; nothing where there is none.
  var sentence: String {
    (page.record?.current).map { absence($0).map(\.text).joined(separator: ", ") } ?? ""
  }

  /// Who rates the risk: the reader by a key, else whose step it is.
  private var rater: String {
    if viewer.map({ Permissions.allows($0, to: .riskAssessed) }) ?? true {
      return keys.name("risk")
    }
    let step = page.steps.last { $0.isOpen && $0.id.step == .riskRating }
    return (step?.role ?? .teamManager).mention(page.procedure.roleTitles)
  }

  private func words(_ risk: Risk) -> String { CodeWords.words(risk.rawValue) }

  /// ` (since then at Tanglewick House)`: where the child was brought from a place that is not safe, by the register.
  private func moved(since returned: Event) -> String {
    let places = page.child.readings.filter {
      $0.kind == .childUpdated && $0.sequence > returned.sequence
    }.compactMap { $0.body[name: "placement"]?.typed ?? $0.body[name: "address"]?.typed }
    return places.last.map { " (since then at \($0))" } ?? ""
  }

  /// `AWAY 1d 6h since Mon 19 Oct 21:15`, `police risk medium`, `2nd episode in 90 days`: what matters most
  /// first.
  private func absence(_ episode: Episode) -> [Part] {
    var parts: [Part] = []
    func say(_ text: String, mayGo: Bool = false) { parts.append(Part(text: text, mayGo: mayGo)) }
    if let start = episode.start {
      let away = start.basis.length(seconds: episode.secondsAway(asOf: now))
      if let returned = episode.returned {
        let isElsewhere = returned.body[name: "same-place"] == .flag(false)
        let place = isElsewhere ? returned[.placeName].map { ", \($0)" } ?? "" : ""
        say(
          "was away \(away), back \(returned.occurred.spokenShort(asOf: now))"
            + (returned.tellsOfUnsafePlace ? ", NOT SAFE there\(moved(since: returned))" : "")
            + (isElsewhere ? ", NOT AT HOME\(place)" : ""))
      } else {
        let place = episode.log.latest(.wentMissing, .whereabouts).map { ", at \($0.value)" } ?? ""
        let since = start.basis.since(start.at.spokenShort(asOf: now))
        if start.basis.isKnown {
          say("AWAY \(away) \(since)\(place)")
        } else {
          say("AWAY \(away)\(place)")
          say(since)
        }
      }
    }
    if let basis = page.record?.harmBasis { say("HARM \(basis.rawValue.uppercased())") }
    if let concern = page.record?.standingConcern {
      let step = concern.aboutStep.map { "by “\($0.title)” " } ?? ""
      say("CONCERNS RAISED \(step)\(concern.occurred.spokenShort(asOf: now))")
    }
    let isAbove = episode.interviewRisk?.value.isGraver(than: episode.risk?.value) ?? false
    // What the child's own interview says is graver: no rating before it may push it off the header, and it
    // says itself above which.
    if isAbove, let told = TrayRow.Risks(of: episode).interviewBesideOurs {
      say("\(told); \(rater) rates it")
    }
    switch (episode.policeRisk?.value, isAbove ? nil : episode.risk?.value) {
    case (let police?, let ours?):
      say("police risk \(words(police)), ours \(words(ours))")
    case (let police?, nil): say("police risk \(words(police))")
    case (nil, let ours?): say("our risk \(words(ours))")
    default: break
    }
    if !isAbove, let told = TrayRow.Risks(of: episode).interviewWords { say(told) }
    if let located = episode.located(asOf: now) { say(located) }
    if let told = episode.endTold { say(displaySafe(told)) }
    if let notice = page.foundNotice { say("\(notice) says found; recorded without an end") }
    if let medical = episode.log.latest(.reported, Field<String>.medical)?.value {
      say("medical: \(clipped(displaySafe(medical), to: 44))")
    }
    if let category = episode.category?.value, category != .missing {
      say(CodeWords.words(category.rawValue))
    }
    if let record = page.record {
      let rag = Situation(child: page.child, record: record, episode: episode).reading(of: .rag)
      if let rating = rag.values.first {
        let isBeforeHarm =
          rag.event.map { set in record.harm.map { set.sequence < $0.sequence } ?? false } ?? false
        say(
          "RAG \(rating)"
            + (rag.isProvisional ? ", not yet reviewed" : isBeforeHarm ? ", before that harm" : ""))
      }
    }
    let count = episode.start.map { page.child.episodes(within: 90, upTo: $0.at) } ?? 1
    if count > 1 { say("\(count) episodes in 90 days") }
    if let rating = episode.risk?.event {
      say("rated \(rating.occurred.spokenShort(asOf: now)) by \(rating.by.name)", mayGo: true)
    }
    if let from = episode.from?.value { say("from \(from.rawValue)", mayGo: true) }
    return parts
  }
}

extension Episode {
  /// When and where the child was located, while it is not home: whoever rings must hear that first.
  fileprivate func located(asOf now: Instant) -> String? {
    guard isAway, let found else { return nil }
    return TrayRow.Absence.located(found.occurred.spokenShort(asOf: now), at: found[.placeName])
  }
}
