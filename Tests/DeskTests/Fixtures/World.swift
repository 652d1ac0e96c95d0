import Desk
import Grid
import Workflow

/// The outside of the desk in miniature: it answers effects from a few children kept in memory.
struct World {
  /// What the journal holds of the person's last act.
  var lastAct = LastAct.none
  var desk: Desk
  var children: [String: ChildCase] = [:]
  var rows: [TrayRow] = []
  var reports: [String: TriageDraft] = [:]
  var drafts: [String: FormDraft] = [:]
  var settings: [String: String] = [:]
  /// Commands that were recorded, by id: the same id twice is recorded once.
  var recorded: [String: Submission] = [:]
  /// Whom the register has for what a triage form says.
  var register: (TriageQuestion) -> TriageMatch = { _ in TriageMatch() }
  /// What the person's own editor does with a text.
  var editor: (String) -> Result<String, EditorFailure> = { .success($0) }
  /// Everything that the desk wanted done, oldest first.
  var effects: [Effect] = []
  /// While true, what the desk wants done is only written down.
  var isSilent = false
  /// How many keys were pressed.
  var keys = 0

  init(_ desk: Desk, _ children: [ChildCase] = [], rows: [TrayRow] = Sample.seven) {
    self.desk = desk
    self.rows = rows
    for child in children { self.children[child.id] = child }
    reports = ["R-2026-0077": Sample.draft()]
  }

  /// Presses keys by name, with spaces between; nothing follows the last one for a moment.
  mutating func press(_ names: String) {
    for name in names.split(separator: " ") {
      if let key = Key(name: String(name)) { press(key) }
    }
    if desk.awaitsPause { arrive(.pause) }
  }

  /// Types characters one by one.
  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  mutating func press(_ key: Key) {
    keys += 1
    arrive(.key(key))
  }

  /// Brings something to the desk, and answers what it wants done.
  mutating func arrive(_ arrival: Arrival) {
    let wanted = update(&desk, arrival)
    effects += wanted
    guard !isSilent else { return }
    for effect in wanted {
      for answer in answers(to: effect) { arrive(answer) }
    }
  }

  /// What comes of an effect.
  mutating func answers(to effect: Effect) -> [Arrival] {
    switch effect {
    case .loadTray(let question, let generation):
      let isReports = question.query.tray == .frontDoor && !rows.contains { $0.report != nil }
      let rows = isReports ? [Sample.report] : rows
      var window = Sample.window(rows, question)
      window.drafts = drafts.keys.sorted()
      return [.window(window, generation: generation)]
    case .loadCharts: return [.charts(Sample.charts)]
    case .loadPlace: return [.place(desk.place)]
    case .loadPersonal: return [.personal(Personal(settings: settings, trayTitles: [:]))]
    case .keepSetting(let name, let value):
      settings[name] = value
      return []
    case .markSeen(let ids, let isSeen):
      for index in rows.indices where ids.contains(rows[index].kind.id) {
        rows[index].isUnseen = !isSeen
      }
      return []
    case .loadAll(let query, let limit):
      let window = Sample.window(rows, TrayQuestion(query, offset: 0, limit: limit))
      return [.marked(query, window.rows, total: window.total)]
    case .bulk(let work):
      return [
        .bulkDone(
          work.items.map { item in
            switch record(item.submission) {
            case .refused(let refusal):
              BulkOutcome(name: item.name, isDone: false, sentence: refusal.sentence)
            default: BulkOutcome(name: item.name, isDone: true, sentence: "recorded")
            }
          })
      ]
    case .loadChild(let id, let purpose):
      guard let child = children[id] else { return [.failed("There is no child \(id)")] }
      return [.page(Sample.page(child), purpose: purpose)]
    case .find(let text, let generation):
      let hits = children.values.filter { $0.name.lowercased().contains(text.lowercased()) }
        .map { FoundRow(child: $0.id, title: $0.name, detail: "") }
      return [.found(hits, generation: generation)]
    case .match(let question, let generation):
      return [.matched(register(question), generation: generation)]
    case .receive(_, _, let draftKey, _, _):
      drafts[draftKey] = nil
      return [.draft(Sample.draft())]
    case .readReport(let reference, _):
      return [reports[reference].map(Arrival.draft) ?? .failed("There is no report \(reference)")]
    case .loadReportText(let reference):
      return [
        reports[reference].map { .reportText(reference: reference, text: $0.text) }
          ?? .failed("There is no report \(reference)")
      ]
    case .loadWholeList(let reference):
      return [.wholeList(reference: reference, text: "The list")]
    case .describeReport(let reference, _):
      return reports[reference].map { draft in
        [
          .described(
            ReportAbout(
              reference: reference, names: [draft.values["family-name"]?.typed ?? ""],
              lines: draft.values.values.map(\.typed).sorted()))
        ]
      } ?? []
    case .submit(let submission):
      let answer = record(submission)
      if case .recorded = answer { for key in submission.draftKeys { drafts[key] = nil } }
      return [answer]
    case .keepDraft(let key, let draft):
      drafts[key] = draft
      return []
    case .loadDraft(let key): return [.draftFound(key: key, drafts[key])]
    case .loadCutOff:
      let cut = drafts.first { $0.value.form == .cutOff }
      return [
        .cutOff(
          cut.map { DraftMark(key: $0.key, title: $0.value.title, saved: desk.now) })
      ]
    case .loadDrafts:
      let marks = drafts.sorted { $0.key < $1.key }.map {
        DraftMark(key: $0.key, title: $0.value.title, saved: desk.now)
      }
      return [.drafts(marks)]
    case .discardDraft(let mark):
      guard let draft = drafts.removeValue(forKey: mark.key) else { return [] }
      return [.draftDiscarded(mark, draft)]
    case .loadAsides: return [.asides([])]
    case .loadLastAct: return [.lastAct(lastAct)]
    case .withdraw(let act, _): return [withdraw(act)]
    case .edit(let text): return [.edited(editor(text))]
    case .dropDraft(let key):
      drafts[key] = nil
      return []
    case .redraw, .suspend, .theme, .mouse, .copy, .say, .quit: return []
    }
  }

  private mutating func record(_ submission: Submission) -> Arrival {
    switch submission.act {
    case .event(let kind, let id, let version):
      return record(
        submission, [.init(kind, at: submission.at, submission.body)], id, version,
        "\(kind.title) recorded")
    case .correction(let number, let id, let version, let changes):
      let entries = changes.map { change in
        var body = Body([
          "corrects": .number(number), "field": .text(change.field), "value": .text(change.value),
        ])
        body[name: "reason"] = submission.body[name: "reason-of-correction"]
        return Command.Entry(.corrected, at: desk.now, body)
      }
      return record(submission, entries, id, version, "Corrected")
    case .triage, .setAside, .takeBack, .reportNote:
      recorded[submission.command] = submission
      return .recorded(sentence: "Contact recorded", child: nil)
    }
  }

  private mutating func record(
    _ submission: Submission, _ entries: [Command.Entry], _ id: String, _ version: Int,
    _ sentence: String
  ) -> Arrival {
    guard let child = children[id] else { return .failed("There is no child \(id)") }
    let command = Command(
      id: submission.command, child: id, expecting: version, entries: entries)
    do throws(Refusal) {
      let events = try decided(command, on: child)
      if recorded[submission.command] == nil { children[id] = child.applying(events) }
      recorded[submission.command] = submission
      if submission.act.isCorrection, let first = events.first {
        let act = RecordedAct(
          child: id, number: first.sequence, further: events.dropFirst().map(\.sequence),
          title: "Correction")
        return .recorded(sentence: sentence, child: id, act: act)
      }
      let act = events.first.flatMap { event in
        events.count > 1 || child.neverTakesBack(event) || event.kind == .corrected
          ? nil : RecordedAct(child: id, number: event.sequence, title: event.kind.title)
      }
      return .recorded(sentence: sentence, child: id, act: act)
    } catch {
      return .refused(error)
    }
  }

  /// What a command leads to, numbered as a journal would number it.
  private func decided(_ command: Command, on child: ChildCase) throws(Refusal) -> [Event] {
    let events = try Decide.events(
      for: command, on: child, by: desk.me, procedure: Sample.procedure,
      new: NewReferences(record: "M-2026-1", episode: "E-2026-1"), now: desk.now)
    return events.enumerated().map { Sample.numbered($1, child.version + $0 + 1) }
  }

  private mutating func withdraw(_ act: RecordedAct) -> Arrival {
    guard let child = children[act.child] else { return .failed("There is no child \(act.child)") }
    let entries = ([act.number] + act.further).map {
      Command.Entry(
        .withdrawn, at: desk.now, Body(["corrects": .number($0), "reason": .text("Undone")]))
    }
    let command = Command(id: "w", child: act.child, entries: entries)
    do throws(Refusal) {
      children[act.child] = child.applying(try decided(command, on: child))
      return .withdrawn(sentence: "Withdrawn: \(act.title).", child: act.child)
    } catch {
      return .refused(error)
    }
  }

  /// The form in front.
  var form: FormScreen? {
    if case .form(let form) = desk.stack.last { form } else { nil }
  }

  /// Goes to the line of a field, by Tab as a person would.
  mutating func goTo(_ field: String) {
    for _ in 0..<60 {
      guard let form, let place = form.entries.firstIndex(where: { $0.field.name == field }),
        form.focus != place
      else { return }
      press(form.focus < place ? "Tab" : "Shift-Tab")
    }
  }

  /// The child's page in front.
  var child: ChildScreen? {
    if case .child(let screen) = desk.stack.last { screen } else { nil }
  }
}

extension Submission.Act {
  /// Whether it puts right what an event says.
  fileprivate var isCorrection: Bool { if case .correction = self { true } else { false } }
}
