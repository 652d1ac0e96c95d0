import Desk
import Exchange
import Store
import Workflow

extension Workbench {
  /// For how many days episodes are read for the repeat lens: it looks back 90 days from the episode,
  /// which may have begun a while ago.
  private static let lensDays = 180

  /// Part of a tray, around the row that was asked for.
  ///
  /// Reports that wait lie in the front door's tray behind what is overdue and before its other steps:
  /// what is not yet triaged may be anything, but what is late already is known to be.
  ///
  /// - Parameters:
  ///   - question: what is asked for.
  ///   - person: for whom.
  /// - Returns: the rows, and the counts of all trays where they are asked for.
  /// - Throws: why the desk's file cannot be read.
  func window(_ question: TrayQuestion, for person: Person?) throws -> TrayWindow {
    let records = records(for: person)
    let now = now()
    let drafts = try person.map { try file.draftKeys(of: $0.id) }?.map(Self.plainKey) ?? []
    let query = StepQuery(question.query, drafts: DraftMarks(keys: drafts))
    var among = Among(waiting: [], late: 0)
    if question.query.isOfAll || question.query.tray == .frontDoor {
      among.waiting = try reports(
        question.query, drafts: DraftMarks(keys: drafts), records, now: now)
      if !among.waiting.isEmpty { among.late = try records.pressingRows(query, now: now) }
    }
    let (steps, place, sibling) = try steps(question, query, among, records, now: now)
    let total = among.waiting.count + steps.total
    let offset = min(question.placed(place ?? sibling), max(0, total - 1))
    var rows = try among.rows(from: offset, limit: question.limit, steps) { reports in
      try shown(
        reports, asked: question.query.filter.words.joined(separator: " "), records, now: now)
    }
    let begun = try begunByOthers(than: person)
    if !begun.isEmpty {
      for index in rows.indices {
        let row = rows[index]
        rows[index].begunByOther = begun[row.step == nil ? row.kind.id : row.child]?.first
      }
    }
    var window = TrayWindow(
      question.query, offset: offset, rows: rows, total: total,
      counts: question.isCounted ? try counts(records, now: now) : nil)
    if question.isCounted { window.changes = try records.nextChange(after: now) }
    if let anchor = question.anchor {
      var isLeftOut = false
      if place == nil {
        switch anchor.kind {
        case .report(let reference):
          isLeftOut = try records.report(reference)?.row.isWaiting ?? false
        case .step(let id, _):
          isLeftOut = try records.isOpen(
            step: id, in: question.query.isOfAll ? nil : question.query.tray, now: now)
        }
      }
      window.answer(anchor.kind, isGone: place == nil, isLeftOut: isLeftOut, sibling: sibling)
    }
    window.past = try past(of: rows, records, now: now)
    window.drafts = question.isCounted ? drafts : nil
    return window
  }

  /// Every row that a filter leaves, up to a number.
  func allRows(_ query: TrayQuery, limit: Int, for person: Person?) throws -> TrayWindow {
    try window(TrayQuestion(query, offset: 0, limit: limit, isCounted: false), for: person)
  }

  /// Where the reports lie among the steps.
  private struct Among {
    /// The reports.
    var waiting: [WaitingRow]
    /// How many steps stand before them.
    var late: Int

    /// The place of a step among all rows.
    func place(ofStep place: Int) -> Int { place < late ? place : place + waiting.count }

    /// The first step that stands at a place among all rows, or behind it.
    func step(at place: Int) -> Int { place < late ? place : max(late, place - waiting.count) }

    /// The rows from a place on; only of the reports among them is all worked out that a row says.
    func rows(
      from offset: Int, limit: Int, _ steps: QueuePage, showing: ([WaitingRow]) throws -> [TrayRow]
    ) rethrows -> [TrayRow] {
      let reports = late..<late + waiting.count
      let asked = (offset..<offset + limit).clamped(to: reports)
      let shown = try showing(Array(waiting[asked.lowerBound - late..<asked.upperBound - late]))
      var rows: [TrayRow] = []
      for place in offset..<offset + limit {
        if reports.contains(place) {
          rows.append(shown[place - asked.lowerBound])
          continue
        }
        let step = self.step(at: place) - steps.offset
        guard steps.rows.indices.contains(step) else { break }
        rows.append(TrayRow(steps.rows[step]))
      }
      return rows
    }
  }

  /// The steps around the reports, with the place of the row that was asked for.
  private func steps(
    _ question: TrayQuestion, _ query: StepQuery, _ among: Among, _ records: Records, now: Instant
  ) throws -> (page: QueuePage, place: Int?, sibling: Int?) {
    var anchor: (id: String, child: String, before: Int)?
    var place: Int?
    switch question.anchor?.kind {
    case .report(let reference)?:
      place = among.waiting.firstIndex { $0.reference == reference }.map { $0 + among.late }
    case .step(let id, _)?:
      let asked = question.anchor
      anchor = (id, asked?.child ?? "", max(0, asked?.before ?? 0))
    case nil: break
    }
    let first = place.map(question.placed) ?? question.offset
    let window = Window(offset: among.step(at: first), limit: question.limit)
    let page = try records.queue(query, window, anchor: anchor, now: now)
    if place == nil { place = page.place.map(among.place) }
    return (page, place, page.sibling.map(among.place))
  }

  /// The episodes of the rows' children, for the repeat lens: one query for all that are shown.
  private func past(
    of rows: [TrayRow], _ records: Records, now: Instant
  ) throws -> [String: [PastEpisode]] {
    let children = Set(rows.map(\.child)).filter { !$0.isEmpty }.sorted()
    let since = London.adding(days: -Workbench.lensDays, to: now)
    var past: [String: [PastEpisode]] = [:]
    for row in try records.episodes(ofChildren: children, since: since) {
      guard let started = row.started else { continue }
      past[row.child, default: []].append(
        PastEpisode(
          reference: row.reference, started: started, place: row.placeFound ?? row.placeReturned,
          placed: row.found ?? row.returned))
    }
    return past
  }

  /// How much waits in every tray.
  func counts(_ records: Records, now: Instant) throws -> [ShownTrayCount] {
    let stored = try records.trayCounts(now: now)
    let seen = try records.seenCounts(now: now)
    let waiting = try records.waitingReportCount()
    return Tray.allCases.map { tray in
      let count = stored[tray]
      let open = (count?.open ?? 0) + (tray == .frontDoor ? waiting : 0)
      var shown = ShownTrayCount(
        tray: tray, open: open, overdue: count?.overdue ?? 0, today: count?.dueToday ?? 0,
        unseen: max(0, open - (seen[tray] ?? 0)))
      if tray == .frontDoor { shown.reports = waiting }
      return shown
    }
  }

  /// What a person has set, and how the authority calls its trays.
  func personal(for person: Person) throws -> Personal {
    let own = try? procedures.current()
    return Personal(
      settings: try file.settings(of: person.id).merging(try file.settings(of: Self.everybody)) {
        own, _ in own
      },
      trayTitles: own?.trayTitles ?? [:], roleTitles: own?.roleTitles ?? [:])
  }

  /// Under whom settings of the desk itself are kept: their names begin with `desk:`.
  private static let everybody = ""

  /// Keeps what a person sets, for the person or for the desk.
  func keepSetting(_ name: String, _ value: String?, of person: Person) throws {
    try file.keepSetting(
      name, value, of: name.hasPrefix("desk:") ? Self.everybody : person.id)
  }

  /// Whose part was played last, in a drill: as `--as` takes it.
  var lastPart: String? {
    facts.isDrill ? (try? file.settings(of: Self.everybody))?[PeopleScreen.setting] : nil
  }

  /// A draft's key without the person before it.
  static func plainKey(_ key: String) -> String {
    key.firstIndex(of: ":").map { String(key[key.index(after: $0)...]) } ?? key
  }
}

extension TrayQuestion {
  /// The place of the first row to give, where the row that was asked for stands at a place.
  fileprivate func placed(_ place: Int?) -> Int {
    place.map { max(0, $0 - (anchor?.before ?? 0)) } ?? offset
  }
}

extension StepQuery {
  /// What the screen asks for, as the store is asked.
  fileprivate init(_ query: TrayQuery, drafts: DraftMarks) {
    let order: Order =
      switch query.sort {
      case .due, .steps: .due
      case .child: .child
      case .opened: .opened
      }
    let states = query.filter.states.map { state -> State in
      switch state {
      case .overdue: .overdue
      case .today: .today
      case .noLimit: .noLimit
      case .unseen: .unseen
      case .away: .away
      case .draft: .draft
      case .mine: .mine
      }
    }
    self.init(
      tray: query.isOfAll ? nil : query.tray, order: order, words: query.filter.words,
      states: Set(states),
      draftChildren: drafts.subjects)
    isFolded = query.isFolded
    unfolded = query.unfolded
  }
}

extension TrayRow {
  /// A work step as a row.
  init(_ row: QueueRow) {
    let step = row.step
    let name = StepName(rawValue: step.step) ?? .register
    self.init(
      kind: .step(id: step.id, name: name), child: step.child,
      name: step.childName + (step.childAge.map { " \($0)" } ?? ""),
      reference: step.episode.isEmpty ? step.record : step.episode, title: step.planTitle,
      due: step.due,
      opens: step.opens, planned: step.planned,
      attempts: name == .rhiOffer || name == .rhiInterview ? step.attempts : 0, rules: step.rules)
    note = step.note
    isAtOnce = step.isAtOnce
    tray = step.tray
    stage = row.stage
    passedBy = row.passedBy
    leavesOpen = row.leavesOpen
    leavesLate = row.leavesLate
    interviewer = row.interviewer
    tellsOfHarm = row.tellsOfHarm
    absence = row.started.map { Absence(started: $0, returned: row.returned) }
    absence?.basis = row.basis
    absence?.found = row.found
    absence?.placeFound = row.placeFound
    absence?.placeReturned = row.placeReturned
    absence?.isUnsafe = row.isUnsafe
    absence?.isAwayAgain = row.isAway && row.returned != nil
    absence?.whereabouts = row.whereabouts
    risks = Risks(police: row.policeRisk, ours: row.risk, interview: row.interviewRisk)
    markers = row.markers
    version = row.version
    isUnseen = row.isUnseen
    others = row.others
    othersOverdue = row.othersOverdue
    othersNext = row.othersNext
    isUnfolded = row.isUnfolded
    lacksBirthday = step.childAge == nil
  }
}

extension StepRow {
  /// What is to be done, and that it is planned where that is before it is due: the row has the time.
  fileprivate var planTitle: String {
    planned?.asPlan(before: due) == nil ? title : "\(title), planned"
  }
}
