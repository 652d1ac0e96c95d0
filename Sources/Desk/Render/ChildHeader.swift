import Grid
import Workflow

/// The top of a child's page: who it is, how far the record has come, how long away.
struct ChildHeader {
  let page: ChildPage
  let now: Instant

  /// Draws it and returns the rows taken.
  func draw(in rect: Rect, on frame: inout Frame) -> Int {
    let width = rect.width - 2
    frame.show(who, row: rect.row, column: 1, role: .heading, maxWidth: width)
    let rows = drawRecord(in: rect, width: width, on: &frame)
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
      frame.show(
        "No missing record. The front door or the missing coordinator opens one.",
        row: rect.row + 1, column: 1, role: .muted, maxWidth: width)
      return 2
    }
    drawStages(record, episode, row: rect.row + 1, width: width, on: &frame)
    frame.show(
      absence(episode), row: rect.row + 2, column: 1, role: episode.isAway ? .due : .text,
      maxWidth: width)
    guard let open = unfinished(in: record) else { return 3 }
    frame.show(open, row: rect.row + 3, column: 1, role: .warning, maxWidth: width)
    return 4
  }

  /// `? Still to be filled in: Interview held (Sat 24 Oct 13:00): outcome, what was said`: an entry with
  /// nothing in it is not mistaken for work that was done.
  private func unfinished(in record: MissingRecord) -> String? {
    let open = page.child.unfinished(in: record).filter { !$0.blocking.isEmpty }
    guard let first = open.first else { return nil }
    let lines = open.reduce(0) { $0 + $1.blocking.count }
    let places = open.count > 1 ? " in \(open.count) entries" : ""
    let count = lines > 1 ? " (\(lines) lines\(places))" : ""
    return "? Still to be filled in\(count): \(first.words(first.blocking))"
  }

  /// `Pryce-Morgan, Siân 15 · born Sat 12 Mar 2011 · looked-after · cse`; that no birthday is known is said:
  /// somebody is to ask for it.
  private var who: String {
    let child = page.child
    let age = child.age(at: now).map { " \($0)" } ?? ""
    var parts = [child.name + age]
    parts.append(child.facts[.born].map { "born \($0.spoken)" } ?? "no date of birth")
    if let status = child.facts[.status] { parts.append(CodeWords.words(status.rawValue)) }
    if let markers = child.facts[Field<[String]>.markers], !markers.isEmpty {
      parts.append(markers.map(CodeWords.words).joined(separator: ", "))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func drawStages(
    _ record: MissingRecord, _ episode: Episode, row: Int, width: Int, on frame: inout Frame
  ) {
    let column = 1 + frame.show(episode.reference + "  ", row: row, column: 1, maxWidth: width)
    StageBar(stage: record.stage, undone: undone(in: record))
      .draw(row: row, column: column, width: width + 1 - column, on: &frame)
  }

  /// The stages whose own meeting or interview nobody has recorded yet, by the steps that are open.
  private func undone(in record: MissingRecord) -> Set<Stage> {
    let references = Set(record.episodes.map(\.reference) + [record.reference])
    let open = page.steps.filter { $0.isOpen && references.contains($0.id.reference) }
    return Set(open.compactMap { $0.id.step.stageItLeavesOpen })
  }

  private func words(_ risk: Risk) -> String { CodeWords.words(risk.rawValue) }

  /// That the child told of significant harm in this record: whoever opens the page must not have to read
  /// the timeline for it.
  private func harm(in record: MissingRecord) -> String {
    let isTold = record.episodes.contains { $0.log.all.contains(where: \.tellsOfHarm) }
    return isTold ? "HARM DISCLOSED" : ""
  }

  /// `AWAY 1d 6h since Mon 19 Oct 21:15 · police risk medium · 2nd episode in 90 days`.
  private func absence(_ episode: Episode) -> String {
    var parts: [String] = []
    let away = Elapsed.short(seconds: episode.secondsAway(asOf: now))
    if let start = episode.start {
      if let returned = episode.returned {
        let isUnsafe = returned.body[name: "safe"] == .flag(false)
        parts.append(
          "was away \(away), back \(returned.occurred.spokenShort)"
            + (isUnsafe ? ", NOT SAFE there" : ""))
      } else {
        parts.append("AWAY \(away) since \(start.at.spokenShort)")
      }
    }
    if episode.isAway, let found = episode.found {
      parts.append("located \(found.occurred.spokenShort)")
    }
    if let category = episode.category?.value, category != .missing {
      parts.append(CodeWords.words(category.rawValue))
    }
    switch (episode.policeRisk?.value, episode.risk?.value) {
    case (let police?, let ours?):
      parts.append("police risk \(words(police)), ours \(words(ours))")
    case (let police?, nil): parts.append("police risk \(words(police))")
    case (nil, let ours?): parts.append("our risk \(words(ours))")
    default: break
    }
    if let record = page.record, !harm(in: record).isEmpty {
      // Before anything that may be cut at the end of the row.
      parts.insert(harm(in: record), at: min(1, parts.count))
    }
    if let record = page.record {
      let rag = Situation(child: page.child, record: record, episode: episode).reading(of: .rag)
      if let rating = rag.values.first {
        parts.append("RAG \(rating)\(rag.isProvisional ? ", not yet reviewed" : "")")
      }
    }
    let count = episode.start.map { page.child.episodes(within: 90, upTo: $0.at) } ?? 1
    if count > 1 { parts.append("\(count) episodes in 90 days") }
    if let from = episode.from?.value { parts.append("from \(from.rawValue)") }
    return parts.joined(separator: " · ")
  }
}

extension StepName {
  /// The stage whose own meeting or interview it is: as long as the step is open the bar does not draw
  /// that stage as done. (`stage` is where a procedure tells of the step.)
  fileprivate var stageItLeavesOpen: Stage? {
    switch self {
    case .strategyMeeting, .strategyDiscussion: .strategy
    case .rhiOffer, .rhiInterview: .rhi
    default: nil
    }
  }
}
