import Workflow

// What stands on the record and whoever fills a form in must know before the first line.

extension FormScreen {
  /// What stands: of a rating those in force, of an attempt whom to ring, of a return the planned meetings that fall away
  /// by it, of an acknowledgement what the closure says.
  func standingFacts() -> [String] {
    guard case .event(let kind, _, _) = purpose, let page else { return [] }
    switch kind {
    case .riskAssessed: return ratings(page)
    case .rhiOffered: return goneAgain(page) + page.numbers
    case .rhiHeld, .rhiDeclined, .rhiShared: return goneAgain(page)
    case .found:
      return locatedBefore(page) + changedLimits(by: kind, page) + fallingAway(by: kind, page)
    case .returned, .categoryChanged: return fallingAway(by: kind, page)
    case .safeAndWell: return end(page)
    case .uploaded:
      return goneAgain(page) + [
        "▹ It says that the interview is on the child's file; nothing is attached here."
      ]
    case .acknowledged: return (page.record?.closed.map(closing) ?? []) + acknowledged(page)
    case .recordClosed: return page.record.flatMap(sentBack).map { [$0] } ?? []
    case .withdrawn: return takenBack(page)
    case .stepDone, .held, .reassigned: return oneOfSeveral(page)
    default: return []
    }
  }

  /// `▸ Was away 6h 3m, back Sat 21 Nov 15:58; police risk low, ours low`: whom a meeting is about, as of the
  /// last key.
  var absence: [String] {
    guard case .event(let kind, _, _) = purpose, kind == .meetingHeld || kind == .meetingPlanned,
      let page, let episode = page.record?.current, let start = episode.start
    else { return [] }
    let away = start.basis.length(seconds: episode.secondsAway(asOf: moment))
    let state =
      episode.returned.map {
        "Was away \(away), back \($0.occurred.spokenShort(asOf: moment))"
          + ($0.tellsOfUnsafePlace ? ", NOT SAFE there" : "")
      } ?? "AWAY \(away)" + start.basis.andSince(start.at.spokenShort(asOf: moment))
    let risks = TrayRow.Risks(of: episode).words
    return ["▸ " + [state, risks].compactMap { $0 }.joined(separator: "; ")]
  }

  /// `! AWAY AGAIN since Mon 23 Nov 04:30 (E-2026-0034): this is of E-2026-0008, back Fri 20 Nov 03:53`: nobody can be
  /// asked who has gone again.
  private func goneAgain(_ page: ChildPage) -> [String] {
    guard let record = page.record, let current = record.current, current.isAway,
      let since = current.start, let asked = record.askedAbout,
      let back = asked.returned
    else { return [] }
    return [
      "! AWAY AGAIN\(since.basis.andSince(since.at.spokenShort(asOf: moment))) (\(current.reference)): "
        + "this is of \(asked.reference), back \(back.occurred.spokenShort(asOf: moment))"
    ]
  }

  /// Who acknowledged the closure before, and what was said by it: nobody asks twice what one has heard.
  private func acknowledged(_ page: ChildPage) -> [String] {
    guard let record = page.record, let closed = record.closed else { return [] }
    return record.log.events(.acknowledged).filter { $0.sequence > closed.sequence }.map { event in
      let said = event[.reason].map { ": \($0)" } ?? ""
      return "▸ \(event.by.name) acknowledged \(event.occurred.spokenShort(asOf: moment))\(said)"
    }
  }

  /// What the closure says that is to be acknowledged, and why it gives something up.
  private func closing(_ closed: Event) -> [String] {
    func line(_ text: String?) -> String? {
      let words = text?.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
      return words?.isEmpty == false ? words : nil
    }
    let why = line(closed[.leftUndone])
    return [
      "▸ Closed by \(closed.by.name), \(closed.occurred.spokenShort(asOf: moment)): "
        + (line(closed[.reason]) ?? "no summary")
    ] + (why.map { ["▸ Why it gives up what is left: \($0)"] } ?? [])
  }

  /// `▸ Sent back by U. Dace, Sun 22 Nov 13:14: Who asked him again?`: what the next closure answers.
  private func sentBack(_ record: MissingRecord) -> String? {
    guard record.closed == nil,
      let answer = record.log.all.last(where: { $0.kind == .acknowledged || $0.kind == .reopened }),
      answer.isSendingBack
    else { return nil }
    let why = answer[.reason]?.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
    return
      "▸ Sent back by \(answer.by.name), \(answer.occurred.spokenShort(asOf: moment)): \(why ?? "no reason")"
  }

  /// What a withdrawal takes back: the line as it reads now, or of a triage all that came of it.
  private func takenBack(_ page: ChildPage) -> [String] {
    guard let number = fixed[.corrects], let original = page.child.reading(of: number) else {
      return []
    }
    let signed = "\(original.by.name), recorded \(original.written.spokenShort(asOf: moment))"
    guard let triage = page.child.triage(of: number) else {
      let said = original.summary(isBeside: true)
      return [
        "▸ Takes back: \(original.kind.title), \(original.occurred.spokenShort(asOf: moment))"
          + (said.isEmpty ? "" : ": \(said)") + " (\(signed))"
      ]
    }
    let entry =
      page.child.entry(goingWith: triage) != nil
      ? "; the child's entry goes off the register"
      : page.child.entry(madeBy: triage) != nil ? "; the child stays on the register" : ""
    return [
      "! Takes back the whole \(triage.title.lowercasedFirst) (\(signed)): \(triage.parts).",
      "▸ \(page.child.name) is then as before it, and "
        + (triage.report.map { "\($0) waits for triage again" } ?? "nothing is decided")
        + entry + ". The journal keeps all of it.",
    ]
  }

  /// `▸ Ours now: high, U. Dace Wed 18 Nov 14:00: known to a gang`, and what the police say.
  private func ratings(_ page: ChildPage) -> [String] {
    guard let episode = page.record?.current else { return [] }
    var said: [String] = []
    if let risk = episode.risk {
      let why = risk.event[Field<String>.rationale]?.split(whereSeparator: \.isNewline)
        .joined(separator: " ").trimmed
      said.append(
        "▸ Ours now: \(CodeWords.words(risk.value.rawValue)), \(risk.event.by.name) "
          + risk.event.occurred.spokenShort(asOf: moment)
          + (why.map { $0.isEmpty ? "" : ": \($0)" } ?? ""))
    }
    if let told = episode.interviewRisk {
      said.append(
        "▸ Interview: \(CodeWords.words(told.value.rawValue)), \(told.event.by.name) "
          + told.event.occurred.spokenShort(asOf: moment))
    }
    if let police = episode.policeRisk {
      said.append(
        "▸ Police: \(CodeWords.words(police.value.rawValue)), "
          + police.event.occurred.spokenShort(asOf: moment))
    }
    return said
  }

  /// `▸ Located Sun 22 Nov 18:05, her aunt's, by police`, and the same of the return: whom a check was made on, and
  /// where; when it was made only the police know.
  private func end(_ page: ChildPage) -> [String] {
    guard let record = page.record,
      let episode = record.episodes.first(where: { $0.reference == fixed[.episode] })
        ?? record.current
    else { return [] }
    func line(_ title: String, _ event: Event?, by: String?) -> String? {
      guard let event else { return nil }
      let parts = [
        "\(title) \(event.occurred.spokenShort(asOf: moment))", event[.placeName],
        by.map { "by \($0)" },
      ]
      return "▸ " + parts.compactMap { $0 }.joined(separator: ", ")
    }
    func plain(_ name: String, of event: Event?) -> String? {
      event?.body[name: name].map { CodeWords.words($0.typed) }
    }
    let found = episode.found
    let finder = found.flatMap { $0.body[name: "by"]?.typed } ?? plain("found-by", of: found)
    let back = episode.returned
    return [
      line("Located", found, by: finder),
      line("Back", back, by: back.flatMap { $0.body[name: "brought-by"]?.typed }),
      episode.endTold.map { "▸ By the report \($0)" },
    ].compactMap { $0 }
  }

  /// Who located the child before: a second entry is seldom what is meant.
  private func locatedBefore(_ page: ChildPage) -> [String] {
    guard let found = page.record?.current?.found else { return [] }
    return [
      "! Located already \(found.occurred.spokenShort(asOf: moment))"
        + (found[.placeName].map { ", \($0)" } ?? "") + ", as \(found.by.name) recorded: "
        + "e on that entry puts it right"
    ]
  }

  /// `! By it 3 limits end, first Referral; 2 move to later, first Strategy meeting to Thu 26 Nov 09:40`: who is
  /// located is not home yet, and nobody softens what is due without knowing.
  private func changedLimits(by kind: EventKind, _ page: ChildPage) -> [String] {
    let later = page.child.supposing([(kind, moment, body)], at: moment)
    let ended = ended(by: later)
    let moved = MovedLimits.moves(from: page.child, to: later, procedure: page.procedure)
      .filter { $0.now > $0.before }
    let parts = [
      ended.first.map { "\(Self.limits(ended.count, "ends", "end")), first \($0.name)" },
      moved.first.map {
        "\(Self.limits(moved.count, "moves", "move")) to later, first \($0.step.name) to "
          + $0.now.spokenShort(asOf: moment)
      },
    ].compactMap { $0 }
    return parts.isEmpty ? [] : ["! By it " + parts.joined(separator: "; ")]
  }

  private static func limits(_ count: Int, _ one: String, _ several: String) -> String {
    count == 1 ? "one limit \(one)" : "\(count) limits \(several)"
  }

  /// The planned meetings that nobody asks for once it is recorded: people are invited to them.
  private func fallingAway(by kind: EventKind, _ page: ChildPage) -> [String] {
    let planned = page.steps.filter { $0.isOpen && $0.planned != nil && $0.unasked == nil }
    guard !planned.isEmpty, let record = page.child.currentRecord else { return [] }
    let later = page.child.supposing([(kind, moment, body)], at: moment)
    guard let after = later.records.first(where: { $0.reference == record.reference }) else {
      return []
    }
    let steps = Derive.steps(of: after, child: later, procedure: page.procedure)
    return steps.filter { step in step.unasked != nil && planned.contains { $0.id == step.id } }
      .map { step in
        "! No longer asked for by it: \(step.name)"
          + (step.planned.map { ", planned \($0.spokenShort(asOf: moment))" } ?? "")
          + ". It stays open: hold it, or call it off and tell those invited"
      }
  }
}
