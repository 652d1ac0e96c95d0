import Workflow

// What the form of a meeting knows of the child's meetings: which are open, and why.

extension FormScreen {
  /// Begins on the line that names the meeting where it may be one of several: nobody who types on fills
  /// in another meeting than the one that was held.
  mutating func beginOnMeeting() {
    guard case .event(let kind, _, _) = purpose, kind == .meetingHeld || kind == .meetingPlanned,
      let place = entries.firstIndex(where: { $0.field.name == Field<String>.kind.name })
    else { return }
    let open = (page?.steps ?? []).filter { $0.isOpen && $0.id.step.isMeeting }
    if Set(open.map(\.id.step)).count > 1 {
      focus = place
    } else if kind == .meetingHeld, !entries.contains(where: { $0.field.isRequired && $0.isEmpty }),
      let time = entries.firstIndex(where: { $0.field.name == "at" })
    {
      // When it was held and who was there come before what was decided.
      focus = time
    }
  }

  /// Follows the meeting that is chosen: who chairs it, as long as nobody chose a chair, and who was
  /// invited to it.
  mutating func followMeeting() {
    guard case .event(let kind, _, _) = purpose, kind == .meetingHeld || kind == .meetingPlanned
    else { return }
    if let place = entries.firstIndex(where: { $0.field.name == Field<String>.chair.name }) {
      let offered = chairOffered ?? initial[Field<String>.chair.name] ?? ""
      if entries[place].text.text == offered,
        let wanted = (meetingStep?.plannedChair ?? meetingStep?.chair ?? meetingStep?.role)?
          .rawValue,
        wanted != offered
      {
        entries[place].text.replace(with: wanted)
        chairOffered = wanted
      }
    }
    guard kind == .meetingHeld else { return }
    for name in ["attended", "apologies"] {
      guard let place = entries.firstIndex(where: { $0.field.name == name }),
        case .codes(let all) = EventForm.of(kind).field(name)?.input
      else { continue }
      let invited = invited.filter(all.contains)
      let codes = invited + all.filter { !invited.contains($0) }
      let field = entries[place].field
      entries[place].field = FormField(
        name: field.name, label: field.label, input: .codes(codes), isRequired: field.isRequired,
        isNeededToFinish: field.isNeededToFinish, rule: field.rule)
      if name == "attended" {
        entries[place].note =
          invited.isEmpty
          ? nil : "invited: " + invited.map(CodeWords.words).joined(separator: ", ")
      }
    }
  }

  /// The open step of the meeting that the form is about; planned anew, one that was called off opens again.
  private var meetingStep: WorkStep? {
    let kind = typed(Field<String>.kind.name)
    let steps = page?.steps.filter { $0.id.step.rawValue == kind } ?? []
    if let open = steps.first(where: \.isOpen) { return open }
    guard case .event(.meetingPlanned, _, _) = purpose else { return nil }
    return steps.last { if case .cancelled = $0.outcome { true } else { false } }
  }

  /// Who was invited when the meeting was planned last.
  private var invited: [String] {
    let kind = typed(Field<String>.kind.name)
    let plans = page?.record?.current?.log.events(.meetingPlanned) ?? []
    return plans.last { $0[Field<String>.kind] == kind }?[Field<[String]>("invited")] ?? []
  }

  /// By how much a planned time lies after the due time of its meeting, where it does; the due time.
  func plannedLate(_ instant: Instant) -> (by: String, due: Instant)? {
    guard case .event(.meetingPlanned, _, _) = purpose, let step = meetingStep,
      step.unasked == nil, let due = step.due, instant > due
    else { return nil }
    return (Elapsed.short(seconds: instant.since(due)), due)
  }

  /// Whether the step that somebody holds is to be done at once: a hold takes nothing of that out of its tray.
  var holdsAtOnce: Bool {
    guard case .event(.held, _, _) = purpose, let page else { return false }
    return meant(in: page)?.isAtOnce ?? false
  }

  /// When the step is due that somebody holds for longer: it is held until then.
  func dueWhileHeld(_ until: Instant) -> Instant? {
    guard case .event(.held, _, _) = purpose, let page,
      let due = meant(in: page)?.due, due < until
    else { return nil }
    return due
  }

  /// What a meeting settles besides its own step, in words; nothing where it is that alone.
  var settling: String? {
    guard case .event(.meetingHeld, _, _) = purpose, let page else { return nil }
    let kind = typed(Field<String>.kind.name)
    let others = page.steps.filter { step in
      step.isOpen && !kind.isEmpty && step.id.step.rawValue != kind
        && step.isDone(byRecording: .meetingHeld, body, isWhole: true)
    }
    return Aftermath.settled(others)
  }

  /// For when the meeting is planned that the form is about, where that is still to come.
  func plannedLater(than instant: Instant) -> Instant? {
    let kind = typed(Field<String>.kind.name)
    let step = page?.steps.first { $0.isOpen && $0.id.step.rawValue == kind }
    guard let planned = step?.planned, planned.since(instant) > FormScreen.earlyStart else {
      return nil
    }
    return planned
  }

  /// A meeting that begins so many seconds before its time is not asked about.
  private static let earlyStart: Int64 = 900

  /// Why a meeting that is to be called off was called for, how great the risk is and by when it is due:
  /// nobody calls one off without having read so, nor without having read that the child is still away.
  ///
  /// - Returns: a sentence each; none for anything but a meeting called off.
  var grounds: [String] {
    guard case .event(.meetingCancelled, _, _) = purpose, let page else { return [] }
    var said: [String] = []
    let step = meetingStep
    if let step, step.isOpenSection47 {
      if let basis = step.counted.event?.harmBasis {
        said.append("! It is due at once\(step.becauseOfHarm): \(basis.clause)")
      } else if let event = step.counted.event {
        said.append(
          "! It is due at once on \(event.kind.occasion) of \(event.occurred.spokenShort(asOf: moment))"
        )
      }
    }
    let risk = riskNow(page)
    if !risk.isEmpty { said.append("! \(risk)") }
    if let step, step.unasked == nil, let due = step.due {
      let over = (writer?.now).map { due < $0 } ?? false
      let rules = step.rules.isEmpty ? "" : " by \(step.rules.joined(separator: ", "))"
      said.append("! It \(over ? "was" : "is") due \(due.spokenShort(asOf: moment))\(rules)")
    }
    if let episode = page.record?.current {
      if episode.isAway {
        let since = episode.start.map { $0.basis.andSince($0.at.spokenShort(asOf: moment)) } ?? ""
        said.append("! The child is still away\(since)")
      } else if episode.returned?.tellsOfUnsafePlace ?? false {
        said.append("! The child is back where it is NOT SAFE")
      }
    }
    if let planned = step?.planned {
      let invited = invited.map { CodeWords.words($0) }
      said.append(
        "! It is planned for \(planned.spokenShort(asOf: moment))"
          + (invited.isEmpty
            ? "; tell those who know of it"
            : "; invited, and to be told: \(invited.joined(separator: ", "))"))
    }
    return said
  }

  /// Who declines the interview, as it is typed, and what ends by it; nothing of any other event.
  var declining: [String] {
    guard let page, let writer, case .event(let kind, _, _) = purpose,
      kind == .rhiDeclined || kind == .rhiOffered && body[.answer] == .declined
    else { return [] }
    var said: [String] = []
    let by = typed(kind == .rhiDeclined ? "by" : Field<String>.to.name)
    said.append(
      by.isEmpty ? "! Nobody says who declined it" : "Declined by: \(CodeWords.words(by))")
    let isAsked =
      by.namesTheChild || page.record?.current?.log.contains(.rhiOffered) == true
    if kind == .rhiDeclined, !isAsked {
      said.append("! No attempt is recorded: the child has not been asked")
    }
    let child = page.child.supposing([(kind, time ?? moment, body)], at: writer.now)
    let after = Derive.steps(of: child) { _ in page.procedure }
    let ended = page.steps.filter { step in
      step.isOpen && after.contains { $0.id == step.id && !$0.isOpen }
    }
    let names = ended.map { "“\($0.id.title)”" }
    if !names.isEmpty { said.append("It ends \(names.joined(separator: ", "))") }
    return said
  }

  /// `Police risk high, ours high; CCE, gang`.
  private func riskNow(_ page: ChildPage) -> String {
    let episode = page.record?.current
    let risks = [
      ("police risk", episode?.policeRisk?.value), ("ours", episode?.risk?.value),
      ("interview", episode?.interviewRisk?.value),
    ]
    .compactMap { whose, risk in risk.map { "\(whose) \(CodeWords.words($0.rawValue))" } }
    let markers = (page.child.facts[Field<[String]>.markers] ?? []).map(CodeWords.words)
    return [risks.joined(separator: ", "), markers.joined(separator: ", ")]
      .filter { !$0.isEmpty }.joined(separator: "; ").capitalisedFirst
  }
}

extension String {
  /// Whether words of who declined name the child itself: `child`, `the child and her aunt`; not `the child's
  /// mother`, `mother of the child`.
  var namesTheChild: Bool {
    let words = lowercased().split { !$0.isLetter && !"'’".contains($0) }.map(String.init)
    return words.indices.contains { place in
      guard words[place] == "child" || words[place] == "person" && place > 0,
        words[place] == "child" || words[place - 1] == "young"
      else { return false }
      let before = words[..<place].last { !["the", "this", "young", "a"].contains($0) }
      return !["of", "for", "to", "behalf"].contains(before ?? "")
    }
  }
}
