import Grid
import Workflow

/// What a person is told in plain mode: where they are, what has the keys, and what just happened.
package struct Spoken: Equatable, Sendable {
  /// The screen in front: `RHI, 7 open, 2 overdue`.
  package var heading: String
  /// Which screen it is, whatever the heading counts: only another one is announced.
  package var place: String
  /// What belongs to the heading and is said once with it: what to know of a form, the lines of a text.
  package var more: [String] = []
  /// What is said with the heading alone, though it changes as the person goes on: how much is still open.
  package var standing: [String] = []
  /// What has the keys, in a sentence.
  package var focus: String
  /// The same without what changes by itself with the time, to tell whether something else has the keys.
  package var stable: String
  /// What is typed, where the keys type.
  package var typed: TypedText?
  /// How what is typed is read, where it is read as something else: `Back at: = Mon 23 Nov 21:30`.
  package var read: String?
  /// The rows of a tray that are marked: the name of each by what it stands for.
  package var marked: [TrayRow.Kind: String] = [:]
  /// What just happened.
  package var message: String?

  /// Says of a screen where it is and what has the keys.
  init(
    heading: String, place: String? = nil, more: [String] = [], focus: String, stable: String,
    typed: TypedText? = nil
  ) {
    self.heading = heading
    self.place = place ?? heading
    self.more = more
    self.focus = focus
    self.stable = stable
    self.typed = typed
  }

  /// Text that is being typed, and the cursor in it.
  package struct TypedText: Equatable, Sendable {
    /// The text.
    package var text: String
    /// Characters before the cursor.
    package var cursor: Int
  }
}

extension Desk {
  /// Where the person is, as it is said in plain mode.
  package var spoken: Spoken {
    let desk = shown
    var spoken = desk.spokenScreen
    let flags = (isReadOnly ? ", read only" : "") + (hidesNames ? ", names hidden" : "")
    spoken.heading += flags
    spoken.place += hidesNames ? ", names hidden" : ""
    spoken.message = desk.waitSentence ?? desk.toast?.text
    return spoken
  }

  private var spokenScreen: Spoken {
    switch stack.last {
    case nil: spokenTray
    case .filter(let filter):
      Spoken(
        heading: "Filter. Type words; Enter keeps, Esc goes back",
        focus: "\(filter.sign) "
          + (filter.before == nil ? nil : trays.query.filter.complaintInFull).map { "\($0). " }
          .orEmpty
          + "\(trays.drawnTotal) rows are left", stable: "filter",
        typed: .init(text: filter.text, cursor: filter.text.count))
    case .child(let child) where child.narrowing.isTyped:
      Spoken(
        heading: "Filter. Type words; Enter keeps, Esc goes back",
        focus: "filter: \(child.steps.count) steps and \(child.entries.count) lines are left",
        stable: "filter",
        typed: .init(text: child.narrowing.text, cursor: child.narrowing.text.count))
    case .child(let child): spoken(child)
    case .form(let form): spoken(form)
    case .confirm(let confirm):
      Spoken(
        heading: confirm.question, more: [confirm.subject] + confirm.meanings,
        focus: "Go back is chosen. y: yes, record it. Any other key goes back to the form",
        stable: "confirm")
    case .why(let why, _): Spoken(heading: "Why. \(why.title)", text: why.lines)
    case .text(let title, let lines, _): Spoken(heading: title, text: lines)
    case .help(let help): spoken(help)
    case .find(let find): spoken(find)
    case .drafts(let drafts):
      Spoken(
        heading: "Drafts",
        list: drafts.marks?.map { "\($0.saved.spokenShort(asOf: now)), \($0.title)" },
        selected: drafts.selected, empty: DraftsScreen.empty)
    case .asides(let asides):
      Spoken(
        heading: "Reports set aside. Enter takes one back", list: asides.spokenRows,
        selected: asides.selected, empty: AsidesScreen.empty)
    case .people(let people):
      Spoken(
        heading: "Whose part to play. Letters of a name narrow, Enter plays it",
        list: parts(in: people).map(part), selected: people.selected,
        empty: people.empty)
    case .choices(let choices): Spoken(choices)
    case .palette(let palette): spoken(palette)
    case .filters(let list):
      Spoken(
        heading: "Filters", list: list.list(trays.filters).map { "\($0.name): \($0.text)" },
        selected: list.selected, empty: "There is none")
    case .bulk(let bulk): spoken(bulk)
    case .charts(let charts): spoken(charts)
    case .themes(let screen):
      Spoken(
        heading: "Themes. Enter keeps, Esc goes back", list: themes, selected: screen.selected,
        empty: "There is none")
    }
  }
}

// What each screen says.
extension Desk {
  private var spokenTray: Spoken {
    var heading = trays.query.isOfAll ? trays.placeTitle : "Tray \(trays.placeTitle)"
    if let count = trays.shownCount {
      heading += ", \(trays.open(count))"
      if count.reports > 0 { heading += ", \(count.reports) to triage" }
      if count.overdue > 0 { heading += ", \(count.overdue) overdue" }
      if count.today > 0 { heading += ", \(count.today) due today" }
      if count.unseen > 0 { heading += ", \(count.unseenWords) new" }
    }
    if !trays.marks.isEmpty { heading += ", \(trays.marks.count) marked" }
    if !trays.query.filter.isEmpty { heading += ", filter \(trays.query.filter.text)" }
    if let words = trays.query.sort.words { heading += ", \(words)" }
    let screen =
      "\(trays.query.isOfAll ? "all" : trays.tray.rawValue) \(trays.query.filter.text) \(trays.query.sort.rawValue)"
    guard let row = trays.selectedRow else {
      let text =
        !trays.isLoaded || trays.total > 0
        ? ""
        : trays.query.filter.isEmpty
          ? nothingWaits : nothingFits
      return Spoken(heading: heading, place: screen, focus: text, stable: text)
    }
    let place = "\(trays.selected + 1) of \(trays.total)"
    let marks =
      (trays.isMarked(row) ? ", marked" : "")
      + (trays.drafts.titles(for: row).isEmpty ? "" : ", draft begun")
    var spoken = Spoken(
      heading: heading, place: screen, focus: "\(sentence(of: row))\(marks). \(place)",
      stable: "\(row.kind.id) \(row.title) \(trays.selected) \(trays.total)\(marks)")
    spoken.marked = Dictionary(trays.marks.map { ($0.kind, $0.name) }) { first, _ in first }
    return spoken
  }

  /// `Overdue, 18h over: Kettleborough, Ewa 14, offer interview, due Sat 21 Nov 02:26, 1 attempt, E-…`.
  func sentence(of row: TrayRow) -> String {
    let urgency = Urgency(of: row, now: now)
    let standing =
      switch urgency.role {
      case .overdue: "Overdue, \(urgency.left)"
      case .today where row.comesUp == nil: "Now"
      case .today where urgency.left == Urgency.atOnce: "At once"
      case .today: "Due today, \(urgency.left) left"
      default: row.comesUp == nil ? urgency.left.capitalisedFirst : "\(urgency.left) left"
      }
    var parts = [row.name, row.title.lowercasedFirst]
    if case .part(let part)? = row.twin { parts.append(words(ofPart: part)) }
    if let planned = row.plannedEarlier {
      parts.append("planned for \(planned.spokenShort(asOf: now))")
    }
    if let due = row.due { parts.append("due \(due.spokenShort(asOf: now))") }
    if row.tellsOfHarm { parts.append("HARM ON RECORD") }
    if let note = row.note { parts.append(note) }
    parts += row.report?.lines(now: now) ?? []
    if let place = row.absence?.located { parts.append(place) }
    if row.absence?.isAwayAgain ?? false { parts.append("AWAY AGAIN") }
    if trays.query.isOfAll, let tray = row.tray {
      parts.append("in the tray \(trays.title(of: tray))")
    }
    if row.attempts > 0 { parts.append("\(row.attempts) attempt\(row.attempts == 1 ? "" : "s")") }
    parts.append(row.reference)
    parts += [row.risks.words, row.markers.isEmpty ? nil : row.markersWords].compactMap { $0 }
    if row.isUnseen { parts.append("new to you") }
    return "\(standing): " + parts.joined(separator: ", ")
  }

  private func spoken(_ screen: ChildScreen) -> Spoken {
    let page = screen.page
    var more: [String] = []
    if let record = page.record {
      let without = StageBar.without(record.passedBy)
      more.append(
        "Stage: \(record.stage.title)\(without). \(page.steps.count(where: \.isOpen)) steps open")
    } else {
      more.append("No missing record")
    }
    let header = ChildHeader(page: page, now: now, keys: keymap, viewer: me.role).sentence
    if !header.isEmpty { more.append(header) }
    more += page.waiting.map { $0.words(now: now, key: keymap.name("waiting-report")) }
    if let draft = draftBegun(on: page.child.id) { more.append(draft) }
    if let other = page.begunByOthersWords { more.append(other) }
    if let earlier = page.toldEarlier(now: now) { more.append(earlier) }
    let (steps, folded) = (screen.steps, screen.folded)
    if folded.count > 0 {
      more.append(
        "Not shown: \(folded.unlimited) open without a limit, \(folded.settled) settled; "
          + "\(keymap.name("settled")) shows them")
    }
    let heading = "\(page.child.name), \(page.record?.current?.reference ?? page.child.id)"
    if screen.isTimelineFocused {
      let events = screen.entries
      guard events.indices.contains(screen.line) else {
        return Spoken(heading: heading, more: more, focus: "The timeline is empty", stable: "none")
      }
      let focus =
        "Timeline: \(sentence(of: events[screen.line], child: page.child)). \(screen.line + 1) of \(events.count)"
      return Spoken(heading: heading, more: more, focus: focus, stable: focus)
    }
    guard steps.indices.contains(screen.selected) else {
      let focus =
        screen.narrowing.words.isEmpty
        ? "Nothing to do" : "Nothing fits, \(screen.filteredOut) open"
      return Spoken(heading: heading, more: more, focus: focus, stable: focus)
    }
    let step = steps[screen.selected]
    return Spoken(
      heading: heading, more: more,
      focus:
        "Step: \(sentence(of: step, among: steps, on: screen)). \(screen.selected + 1) of \(steps.count)",
      stable: "step \(step.id.text) \(screen.selected) \(steps.count) \(step.isOpen)")
  }

  func sentence(of entry: TimelineEntry, child: ChildCase) -> String {
    let event = entry.event
    let learnt =
      event.wasLearntBefore
      ? ", learnt \(event.recorded.spokenShort), recorded \(event.written.spokenShort)" : ""
    return "\(entry.happened.spokenShort(asOf: now)), "
      + TimelineLine(entry: entry, child: child).text.withoutStop + ", by \(event.by.name)\(learnt)"
  }

  func sentence(of step: WorkStep, among steps: [WorkStep], on screen: ChildScreen) -> String {
    let words = StepWords(
      step: step, steps: steps, viewer: screen.viewer, procedure: screen.page.procedure, now: now,
      lastDone: step.isOngoing ? screen.page.child.lastAct(of: step) : nil,
      isGivenUp: screen.givenUp.contains(step.id))
    var parts = [words.nameWithDuty(in: .max, isBesideWho: true)]
    parts.append(
      step.isOpen && step.comesUp != nil && !words.isGivenUp
        ? step.standing(asOf: now).words : words.standing.lowercased())
    if step.isOpen, !words.isGivenUp, let due = step.comesUp {
      let left = Urgency(of: step, now: now).left
      parts.append(
        "\(step.plannedEarlier == nil ? "due" : "planned for") \(due.spokenShort(asOf: now)), \(left)"
          + (due.since(now) >= 60 ? " left" : ""))
    }
    if !step.isOpen || words.lastDone != nil { parts.append(words.when) }
    return (parts + [words.who]).joined(separator: ", ")
  }

  private func spoken(_ form: FormScreen) -> Spoken {
    var more = form.prompts + form.matched
    if let standing = form.standing { more.insert(standing, at: 0) }
    if let news = form.news { more.insert(news, at: 0) }
    if let refusal = form.refusal { more.insert("This would be refused: \(refusal)", at: 0) }
    guard form.entries.indices.contains(form.focus) else {
      return Spoken(heading: form.title, more: more, focus: "Nothing is asked", stable: "nothing")
    }
    let entry = form.entries[form.focus]
    let place = "\(form.focus + 1) of \(form.entries.count)"
    let isTyped = entry.codes.isEmpty && entry.manyCodes.isEmpty
    var spoken = Spoken(
      heading: form.title, more: more,
      focus: "\(sentence(of: entry)). \(hint(of: entry)). \(place)",
      stable: "\(form.focus) \(entry.error ?? "") \(isTyped ? "" : entry.text.text + entry.spelt)",
      typed: isTyped ? .init(text: entry.text.text, cursor: entry.text.cursor) : nil)
    spoken.read = entry.echo(now: now).map { "\(entry.field.label): \($0)" }
    // With every line that is filled in it says less: nobody wants to hear it each time.
    spoken.standing = form.reading.map { [$0] } ?? []
    return spoken
  }

  /// `Risk, needed: high`, with what is wrong or odd about it.
  func sentence(of entry: FormEntry) -> String {
    let need =
      entry.field.isRequired ? ", needed" : entry.field.isNeededToFinish ? ", may wait" : ""
    let value =
      entry.isEmpty
      ? "empty" : entry.shown.split(whereSeparator: \.isNewline).joined(separator: " / ")
    let echo = entry.echo(now: now).map { " \($0)" } ?? ""
    let chosen = entry.choices.first { $0.code == entry.text.text }.map { ", \($0.title)" } ?? ""
    let remarks = [entry.error, entry.warning, entry.advice, entry.comes, entry.theirs].compactMap {
      $0
    }.map {
      ". \($0)"
    }
    return "\(entry.field.label)\(need): \(value)\(chosen)\(echo)" + remarks.joined()
  }

  private func hint(of entry: FormEntry) -> String {
    guard entry.choices.isEmpty else {
      return entry.choices.prefix(9).enumerated().map { index, choice in
        "\(choice.code == "new" ? "n" : "\(index + 1)") is \(choice.title), \(choice.because)"
      }.joined(separator: "; ")
    }
    return entry.hint(isShort: false, room: 400, now: now, keys: keymap)
  }

  private func spoken(_ palette: PaletteScreen) -> Spoken {
    let fitting = palette.fitting
    let reason = reasonInPalette.map { ". \($0)" } ?? ""
    let focus =
      palette.selected.map {
        "\(fitting[$0].id): \(fitting[$0].sentence)\(reason) \($0 + 1) of \(fitting.count)"
      }
      ?? "\(fitting.count) commands fit\(reason)"
    return Spoken(
      heading: "Command. Type its name, Tab completes, Enter runs, Esc goes back", focus: focus,
      stable: "palette \(palette.selected ?? -1)",
      typed: .init(text: palette.text, cursor: palette.text.count))
  }

  private func spoken(_ help: HelpScreen) -> Spoken {
    let lines = help.lines(in: self)
    let heading =
      help.isOfRecords
      ? "Record. Type to narrow, Enter opens the form" : "Help. Type to narrow, Enter runs"
    guard lines.indices.contains(help.selected) else {
      return Spoken(
        heading: heading, focus: "No command fits",
        stable: "none", typed: .init(text: help.filter, cursor: help.filter.count))
    }
    let focus = "\(sentence(of: lines[help.selected])). \(help.selected + 1) of \(lines.count)"
    return Spoken(
      heading: heading, focus: focus, stable: focus,
      typed: .init(text: help.filter, cursor: help.filter.count))
  }

  func sentence(of line: HelpScreen.Line) -> String {
    "\(keymap.names(of: line.command)): \(line.command.sentence)"
      + (line.reason.map { ". \($0)" } ?? "")
  }

  private func spoken(_ find: FindScreen) -> Spoken {
    let typed = Spoken.TypedText(text: find.text, cursor: find.text.count)
    guard find.hits.indices.contains(find.selected) else {
      let focus = find.advice
      return Spoken(heading: "Find", focus: focus, stable: focus, typed: typed)
    }
    let hit = find.hits[find.selected]
    let focus = "\(hit.title), \(hit.detail). \(find.selected + 1) of \(find.hits.count)"
    return Spoken(heading: "Find", focus: focus, stable: focus, typed: typed)
  }

  private func spoken(_ bulk: BulkScreen) -> Spoken {
    if let outcomes = bulk.outcomes {
      let done = outcomes.count(where: \.isDone)
      return Spoken(
        heading: "\(done) of \(outcomes.count) recorded",
        text: outcomes.map { "\($0.isDone ? "Done" : "Not done"): \($0.name): \($0.sentence)" })
    }
    let question = bulk.question { trays.title(of: $0) }
    if bulk.isChoosing {
      return Spoken(
        heading: question, list: bulk.trays.map { trays.title(of: $0) }, selected: bulk.selected,
        empty: "There is none")
    }
    if bulk.isExplaining {
      return Spoken(
        heading: "Reason. Enter goes on, Esc goes back",
        focus: bulk.reason.isEmpty ? "Empty" : bulk.reason, stable: "reason",
        typed: .init(text: bulk.reason, cursor: bulk.reason.count))
    }
    let names = bulk.rows.map { "\($0.name), \($0.reference), \($0.title)" }
    return Spoken(
      heading: question, more: names + bulk.leftOut.map { "\($0.name): \($0.sentence)" },
      focus: bulk.isSending
        ? "Being recorded" : "Go back is chosen. y: yes, record them. Esc goes back",
      stable: "bulk \(bulk.isSending)")
  }

  private func spoken(_ charts: ChartsScreen) -> Spoken {
    guard let data = charts.data else {
      return Spoken(heading: "Charts", focus: "", stable: "")
    }
    let rows = ChartText(data, width: 200).table(charts.chart)
    let names = rows.first ?? []
    let lines = rows.dropFirst().map { row in
      zip(names, row).map { "\($0) \($1)" }.joined(separator: ", ")
    }
    let text = ChartText(data, width: 200)
    return Spoken(
      heading: "Chart: \(charts.chart.title)",
      text: text.isEmpty(charts.chart) ? [ChartText.filledBy(charts.chart)] : lines)
  }
}

extension String {
  /// Without the stop at its end: more of the sentence follows.
  var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }

  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension String? {
  /// The text, or none.
  fileprivate var orEmpty: String { self ?? "" }
}
