import Workflow

/// What a record holds besides its steps: what is asked about the child first, the interview ledger, people, places and documents, each line
/// with when it was said.
package struct EpisodeFile {
  let page: ChildPage
  let now: Instant

  /// The sections, those without a line left out.
  var sections: [(heading: String, lines: [String])] {
    [
      ("The child", aboutChild), ("Interview ledger", ledger), ("People", people),
      ("Places", places),
      ("Documents", documents), (Points.reach, reach),
    ].filter { !$0.1.isEmpty }
  }

  /// All of it as lines to read.
  var lines: [String] {
    let lines = sections.flatMap { [$0.heading] + $0.lines.map { "  " + $0 } + [""] }
    return lines.isEmpty ? ["Nothing is on record yet but the child's name."] : lines
  }

  /// What whoever rings asks for first: what marks the child out, medical need, phone, looks, each with who said
  /// it and when; what nobody has said is named, too, and apart from it what stands in a report and was not read.
  private var aboutChild: [String] {
    let register = page.child.readings.filter {
      $0.kind == .childRegistered || $0.kind == .childUpdated
    }
    let reports = page.child.episodes.flatMap { $0.log.events(.reported) }
    let returns = page.child.episodes.flatMap { $0.log.events(.found) + $0.log.events(.returned) }
    let interviews = page.child.episodes.flatMap { $0.log.events(.rhiHeld) }
    let asked: [(name: String, events: [Event], isLastOnly: Bool)] = [
      ("markers", register, true), ("aliases", register, true),
      ("medical", reports, false), ("injuries", returns, false), ("health", interviews, false),
      ("child-phone", reports, false), ("description", reports, false),
      ("clothing", reports, false), ("possessions", reports, false),
      ("accounts", reports, false), ("risk-factors", reports, false), ("photo", reports, false),
    ]
    var lines: [String] = []
    var unsaid: [String] = []
    var unread: [String] = []
    for (name, events, isLastOnly) in asked {
      let said = told(name, in: events)
      lines += isLastOnly ? Array(said.prefix(1)) : said
      if said.isEmpty, EpisodeFile.askedFirst.contains(name),
        let label = EventForm.of(.reported).field(name)?.label.lowercasedFirst
      {
        if page.mentioned.contains(name) { unread.append(label) } else { unsaid.append(label) }
      }
    }
    if !unread.isEmpty {
      lines.append("Not read; F3 reads the report: \(unread.joined(separator: ", "))")
    }
    return unsaid.isEmpty ? lines : lines + ["Not on record: \(unsaid.joined(separator: ", "))"]
  }

  /// What is asked of every child who is away, by the names of `reported`.
  package static let askedFirst = ["medical", "child-phone", "description", "clothing"]

  /// What events say in a field, each value once, the last first: `Clothing: red coat (R-2026-0003, Mon 19 Oct
  /// 22:05)`.
  private func told(_ name: String, in events: [Event]) -> [String] {
    var seen: Set<String> = []
    return events.reversed().compactMap { event in
      guard let field = EventForm.of(event.kind).field(name),
        let value = event.body[name: name], !event.body.leavesOpen(name)
      else { return nil }
      let words = CodeWords.words(value, of: field)
      guard !words.isEmpty, seen.insert(words.lowercased()).inserted else { return nil }
      let source =
        event.kind == .reported
        ? event[.report] ?? "report"
        : event.kind == .childRegistered || event.kind == .childUpdated
          ? "register" : event.kind.title.lowercasedFirst
      return "\(field.label): \(words) (\(source), \(event.occurred.spokenShort(asOf: now)))"
    }
  }

  private var episodes: [Episode] { page.record?.episodes.reversed() ?? [] }

  /// Each attempt as it was recorded; "offered" and "held" follow from them and are never ticked.
  private var ledger: [String] {
    episodes.flatMap { episode -> [String] in
      var lines = [episode.reference + ": " + standing(of: episode)]
      for (index, attempt) in episode.attempts.enumerated() {
        let parts = [
          attempt[Field<String>.to].map { "to \($0)" },
          attempt[Field<String>.channel].map { "by \($0)" },
          attempt[Field<OfferAnswer>.answer].map { CodeWords.words($0.rawValue) },
        ].compactMap { $0 }
        lines.append(
          "  \(index + 1). \(attempt.occurred.spokenShort(asOf: now))  \(parts.joined(separator: ", ")) · \(attempt.by.name)"
        )
      }
      for held in episode.log.events(.rhiHeld) {
        let outcome = held[Field<String>.outcome].map { ": " + CodeWords.words($0) } ?? ""
        let harm =
          held.harmBasis.map { " · SIGNIFICANT HARM \($0.rawValue.uppercased())" }
          ?? (held[.significantHarm] == nil ? " · harm: not said" : "")
        lines.append(
          "  held \(held.occurred.spokenShort(asOf: now))\(outcome)\(harm) · \(held.by.name)")
      }
      if let declined = episode.declined {
        lines.append("  declined \(declined.occurred.spokenShort(asOf: now)) · \(declined.by.name)")
      }
      return lines
    }
  }

  /// How the interview of an episode stands, with the hours from the return.
  private func standing(of episode: Episode) -> String {
    guard let returned = episode.returned else {
      return "the child is away; 72 hours run from the return"
    }
    func after(_ instant: Instant) -> String {
      Elapsed.short(seconds: max(0, instant.since(returned.occurred))) + " after the return"
    }
    let reached = episode.attempts.first { $0[.answer]?.reachedSomebody ?? false }
    var parts = ["\(episode.attempts.count) attempt\(episode.attempts.count == 1 ? "" : "s")"]
    if let reached {
      parts.append("offered \(after(reached.occurred))")
    } else if episode.interview == nil, episode.declined == nil {
      parts.append("nobody reached yet")
    }
    if let held = episode.interview { parts.append("held \(after(held.occurred))") }
    if episode.declined != nil { parts.append("declined") }
    return parts.joined(separator: ", ")
  }

  private var people: [String] {
    var lines: [String] = []
    func add(_ role: String, _ name: String?, _ event: Event? = nil, at time: Instant? = nil) {
      guard let name, !name.isEmpty else { return }
      let when = time ?? event?.occurred
      let line = "\(role): \(name)" + (when.map { " (\($0.spokenShort(asOf: now)))" } ?? "")
      if !lines.contains(line) { lines.append(line) }
    }
    add("Worker", page.child.facts[.worker])
    add("Team", page.child.facts[.team])
    for event in page.record?.log.events(.rhiAllocated).reversed() ?? [] {
      add("Interview worker", event[.worker], event)
    }
    for episode in episodes {
      for event in episode.log.all.reversed() {
        switch event.kind {
        case .wentMissing:
          add("Last seen by", event[.lastSeenBy], event, at: event[.lastSeen])
          // Who saw the child at an earlier time is still to be asked what they saw.
          let told = page.child.history.first { $0.sequence == event.sequence }
          if event[.lastSeenBy] == Value.unknown.typed, told?[.lastSeenBy] != event[.lastSeenBy] {
            add("Seen earlier by", told?[.lastSeenBy], told, at: told?[.lastSeen])
          }
        case .reported:
          add("Reported by", event[Field<String>.by], event)
          add("Reporter", event[.reporter], event)
          add("Reporter's phone", event[.reporterPhone], event)
        case .found: add("Located by", event[Field<String>.by], event)
        case .rhiOffered: add("Interview offered to", event[Field<String>.to], event)
        case .meetingHeld:
          add("At the meeting", event[.attended].map { $0.joined(separator: ", ") }, event)
        default: break
        }
      }
    }
    return lines
  }

  private var places: [String] {
    var lines: [String] = []
    func add(_ what: String, _ place: String?, _ event: Event? = nil) {
      guard let place, !place.isEmpty else { return }
      lines.append(
        "\(what): \(place)" + (event.map { " (\($0.occurred.spokenShort(asOf: now)))" } ?? ""))
    }
    add("Placement", page.child.facts[.placement])
    add("Address", page.child.facts[.address])
    for episode in page.child.episodes.reversed() {
      for event in episode.log.all.reversed() {
        switch event.kind {
        case .wentMissing:
          add("Missing from", event[.placeName], event)
          add("Whereabouts", event[.whereabouts], event)
        case .found: add("Located", event[.placeName], event)
        case .returned:
          let isUnsafe = event.tellsOfUnsafePlace
          add(isUnsafe ? "Back at, NOT SAFE there" : "Back at", event[.placeName], event)
        case .rhiHeld: add("Interviewed", event[.placeName], event)
        default: break
        }
      }
    }
    return lines
  }

  /// The procedure's directory.
  private var reach: [String] { page.procedure.directory.lines }

  private var documents: [String] {
    episodes.flatMap { episode in
      episode.log.all.reversed().compactMap { event -> String? in
        let when = " (\(event.occurred.spokenShort(asOf: now)))"
        switch event.kind {
        case .reported:
          let reference = event[.policeReference].map { " \($0)" } ?? ""
          let kept = event[.report].map { ", kept as \($0)" } ?? ""
          let isPolice = event[.by] == "police" || event[.policeReference] != nil
          return "\(isPolice ? "Police report" : "Report")\(reference)\(kept)\(when)"
        case .reportAttached: return event[.report].map { "Report \($0) attached\(when)" }
        case .uploaded: return "Interview on the child's file\(when)"
        case .safetyPlanMade: return "Safety plan\(when)"
        case .meetingHeld:
          let kind = event[Field<String>.kind].flatMap(StepName.init(rawValue:))?.title
          return "Decisions of the \((kind ?? "meeting").lowercasedFirst)\(when)"
        default: return nil
        }
      }
    }
  }
}
