import Desk
import Grid
import Workflow

/// The outside of the desk in miniature: it answers effects from a few children kept in memory.
struct World {
  var desk: Desk
  var children: [String: ChildCase] = [:]
  var rows: [TrayRow] = []
  var reports: [String: TriageDraft] = [:]
  var drafts: [String: [String: String]] = [:]
  var settings: [String: String] = [:]
  /// Commands that were recorded, by id: the same id twice is recorded once.
  var recorded: [String: Submission] = [:]
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

  /// Presses keys by name, with spaces between.
  mutating func press(_ names: String) {
    for name in names.split(separator: " ") {
      if let key = Key(name: String(name)) { press(key) }
    }
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
      let rows = question.query.tray == .frontDoor ? [Sample.report] : rows
      var window = Sample.window(rows, question)
      window.drafts = drafts.keys.sorted()
      return [.window(window, generation: generation)]
    case .loadCharts: return [.charts(Sample.charts)]
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
    case .receive: return [.draft(Sample.draft())]
    case .readReport(let reference):
      return [reports[reference].map(Arrival.draft) ?? .failed("There is no report \(reference)")]
    case .submit(let submission): return [record(submission)]
    case .keepDraft(let key, let typed):
      drafts[key] = typed
      return []
    case .loadDraft(let key): return drafts[key].map { [.draftFound(key: key, typed: $0)] } ?? []
    case .dropDraft(let key):
      drafts[key] = nil
      return []
    case .redraw, .suspend, .theme, .quit: return []
    }
  }

  private mutating func record(_ submission: Submission) -> Arrival {
    guard case .event(let kind, let id, let version) = submission.act, let child = children[id]
    else {
      recorded[submission.command] = submission
      return .recorded(sentence: "Contact recorded", child: nil)
    }
    let command = Command(
      id: submission.command, child: id, expecting: version,
      entries: [.init(kind, at: submission.at, submission.body)])
    do throws(Refusal) {
      let events = try Decide.events(
        for: command, on: child, by: desk.me, procedure: Sample.procedure,
        new: NewReferences(record: "M-2026-1", episode: "E-2026-1"), now: desk.now)
      if recorded[submission.command] == nil { children[id] = child.applying(events) }
      recorded[submission.command] = submission
      return .recorded(sentence: "\(kind.title) recorded", child: id)
    } catch {
      return .refused(error)
    }
  }

  /// The form in front.
  var form: FormScreen? {
    if case .form(let form) = desk.stack.last { form } else { nil }
  }

  /// The child's page in front.
  var child: ChildScreen? {
    if case .child(let screen) = desk.stack.last { screen } else { nil }
  }
}
