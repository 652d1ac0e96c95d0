package import Workflow

/// A child's page: stage, work steps and timeline of the record in which work goes on.
package struct ChildScreen: Sendable {
  /// What is shown.
  package var page: ChildPage {
    didSet {
      findGivenUp()
      lineUp()
      sortTimeline()
      findUnfinished()
    }
  }
  /// The selected step, counted in `steps`.
  package var selected = 0
  /// Which half has the keys.
  package var isTimelineFocused = false
  /// Whether the half that has the keys has all the room.
  package var isAlone = false
  /// What of the timeline is shown.
  package private(set) var kind = TimelineKind.everything { didSet { sortTimeline() } }
  /// The selected line of the timeline, counted from the newest.
  package var line = 0
  /// As what it is read: the steps of this role stand before those of others, and are never folded.
  package var viewer: Role? { didSet { lineUp() } }
  /// When the page was read: what of the own has no limit stands among what is due by it, as in a tray.
  package var asOf: Instant? { didSet { lineUp() } }
  /// Whether every step is shown; else those of others without a limit, and those that are settled, are
  /// numbers in the frame.
  package var isUnfolded = false { didSet { lineUp() } }
  /// How many steps a child has at the most of which all are shown at once; so many open ones are shown
  /// whatever is settled.
  package var mostUnfolded = 12 { didSet { lineUp() } }
  /// The words that are left of a line of steps or of the timeline; every line where there are none.
  var narrowing = Narrowing() {
    didSet {
      guard narrowing.words != oldValue.words else { return }
      let (step, event) = (selectedStep?.id, selectedEvent)
      lineUp()
      sortTimeline()
      selected = steps.firstIndex { $0.id == step } ?? 0
      line = event.flatMap { timeline.firstIndex(of: $0) } ?? 0
    }
  }
  /// Whether something was just recorded from here: then the work goes on with what is open.
  package var movesOn = false
  /// The steps of the record that are shown: what is open as it presses (`Pressing`), then what is settled.
  ///
  /// Every command asks for the selected one: they are lined up once for each change, not at each question.
  package private(set) var steps: [WorkStep] = []
  /// The open steps that the closure gives up: they are left undone once all have acknowledged it, unless
  /// somebody does them before or sends it back.
  package private(set) var givenUp: Set<StepID> = []
  /// What is folded into numbers.
  package private(set) var folded = Folded(unlimited: 0, settled: 0)
  /// How many open steps the words of a filter leave out.
  package private(set) var filteredOut = 0
  /// The lines of the timeline, newest first.
  package private(set) var entries: [TimelineEntry] = []
  /// The events that the lines are about.
  package private(set) var timeline: [Event] = []
  /// The entries of the record that leave something open, in the order in which they were recorded.
  package private(set) var unfinished: [Unfinished] = []
  /// What was recorded last while the page lay open, by number: its lines are marked.
  private var fresh: Set<Int> = []

  /// Steps that are numbers in the frame; what has a due time is never among them.
  package struct Folded: Sendable, Equatable {
    /// Open steps of others without a limit.
    package let unlimited: Int
    /// Steps that are settled.
    package let settled: Int
    /// All of them.
    package var count: Int { unlimited + settled }
  }

  /// Shows a page, with a step selected where one is named.
  ///
  /// - Parameters:
  ///   - page: the page.
  ///   - step: the id of the step.
  ///   - viewer: as what it is read.
  ///   - asOf: when it is read.
  package init(page: ChildPage, step: String?, viewer: Role? = nil, asOf: Instant? = nil) {
    self.page = page
    self.viewer = viewer
    self.asOf = asOf
    // What is set while it is made, tells nobody.
    findGivenUp()
    lineUp()
    sortTimeline()
    findUnfinished()
    // Whoever opens the page on a step that is folded away sees it.
    isUnfolded = step.map { id in !steps.contains { $0.id.text == id } } ?? false
    lineUp()
    if let step, let index = steps.firstIndex(where: { $0.id.text == step }) { selected = index }
  }

  /// Shows what became of the child: the selection stays on its step and its line.
  ///
  /// - Parameters:
  ///   - new: the page as it is now.
  ///   - now: when that is.
  package mutating func refresh(_ new: ChildPage, asOf now: Instant? = nil) {
    if let now { asOf = now }
    let step = selectedStep?.id
    let event = line > 0 && timeline.indices.contains(line) ? timeline[line] : nil
    let known = Set(page.child.history.map(\.sequence))
    let news = new.child.history.map(\.sequence).filter { !known.contains($0) }
    page = new
    line = event.flatMap { timeline.firstIndex(of: $0) } ?? min(line, max(0, timeline.count - 1))
    if !news.isEmpty {
      fresh = movesOn ? Set(news) : fresh.union(news)
      // What was just recorded is seen, wherever it stands by when it happened.
      if movesOn || !isTimelineFocused, let place = entries.firstIndex(where: isFresh) {
        line = place
      }
    }
    let (same, before) = (steps.firstIndex { $0.id == step }, selected)
    // What was just recorded may move the step far down: then the work goes on with what presses.
    if let same, !movesOn || steps[same].isOpen && same <= before {
      selected = same
    } else {
      selected = 0
    }
    movesOn = false
  }

  /// Whether a line says what was recorded last while the page lay open.
  package func isFresh(_ entry: TimelineEntry) -> Bool {
    !fresh.isEmpty && entry.events.contains { fresh.contains($0.sequence) }
  }

  /// Shows the page to somebody in another role; the selection stays on its step where that is shown.
  mutating func show(for role: Role) {
    let step = selectedStep?.id
    viewer = role
    selected = steps.firstIndex { $0.id == step } ?? 0
  }

  /// Whether a step is for whoever reads the page.
  package func isOwn(_ step: WorkStep) -> Bool {
    viewer.map(step.isOwn) ?? false
  }

  /// Works out what is shown and what is folded.
  private mutating func lineUp() {
    guard let record = page.record else {
      (steps, folded, filteredOut) = ([], Folded(unlimited: 0, settled: 0), 0)
      return
    }
    let references = Set(record.episodes.map(\.reference) + [record.reference])
    let own = page.steps.filter { references.contains($0.id.reference) }
    let open = own.enumerated().filter { $0.element.isOpen }.sorted { left, right in
      let (one, other) = (place(of: left.element), place(of: right.element))
      return (one.0, one.1, left.offset) < (other.0, other.1, right.offset)
    }.map(\.element)
    let settled = own.filter { !$0.isOpen }
    // Who looks for something finds it wherever it is.
    if !narrowing.words.isEmpty {
      steps = (open + settled).filter { narrowing.leaves($0) }
      folded = Folded(unlimited: 0, settled: 0)
      filteredOut = open.count - steps.count(where: \.isOpen)
      return
    }
    filteredOut = 0
    let isWhole = isUnfolded || own.count <= mostUnfolded
    // One line is no shorter than the number that would stand for it.
    let waiting = open.count { isFoldable($0) }
    let isShort = isUnfolded || open.count <= mostUnfolded
    let kept =
      isShort || waiting < 2 || waiting == open.count ? open : open.filter { !isFoldable($0) }
    // What nobody did before the record ended is not settled: it is never folded away.
    let ended =
      isWhole || open.isEmpty
      ? settled : settled.filter { if case .leftUndone = $0.outcome { true } else { false } }
    steps = kept + ended
    folded = Folded(unlimited: open.count - kept.count, settled: settled.count - ended.count)
  }

  /// Whether a step of others without a limit may be told by a number alone; what came in a day ago or
  /// less, when the child was reported perhaps, is to be done tonight, and by somebody.
  private func isFoldable(_ step: WorkStep) -> Bool {
    step.due == nil && !givenUp.contains(step.id) && !step.isAtOnce && !step.id.step.isDeciding
      && !isOwn(step) && !isFresh(step)
  }

  /// Whether a step without a limit came in a day ago or less and does not merely last.
  private func isFresh(_ step: WorkStep) -> Bool {
    guard let asOf, !step.isOngoing else { return false }
    return step.pressing(asOf: asOf) == .new
  }

  /// Where an open step stands: as in a tray (`Pressing`), there by its time, and what has none by whose it is;
  /// last what only lasts, and what the closure gives up.
  private func place(of step: WorkStep) -> (Int, Int64) {
    let (isOwn, time) = (isOwn(step), step.comesUp?.seconds ?? 0)
    if givenUp.contains(step.id) { return (11, time) }
    if step.isAtOnce { return (0, step.opens.seconds) }
    // Behind what can still be kept, of what the return itself starts, too: the interview's 72 hours. It is late
    // all the same, and stands before what has no limit.
    if step.wasDueWhileAway, asOf != nil { return (2, time) }
    guard let asOf else { return (step.comesUp == nil ? 9 : 1, time) }
    switch step.pressing(asOf: asOf) {
    case .atOnce, .overdue, .soon: return (1, time)
    case _ where step.comesUp == nil && (step.id.step.isStanding || step.isOngoing):
      return (isOwn ? 9 : 10, 0)
    case .new: return (isOwn ? 3 : 4, 0)
    case .unlimited, .standing: return (isOwn || step.id.step.isDeciding ? 5 : 6, 0)
    case .later: return (7, time)
    }
  }

  /// The selected step.
  package var selectedStep: WorkStep? {
    steps.indices.contains(selected) ? steps[selected] : nil
  }

  private var selectedEvent: Event? {
    timeline.indices.contains(line) ? timeline[line] : nil
  }

  /// Looks for what the closure gives up, while somebody is still to acknowledge it.
  private mutating func findGivenUp() {
    guard let record = page.record, record.closed != nil, record.finalised == nil else {
      givenUp = []
      return
    }
    let end = RecordEnd(
      by: .acknowledged, of: record, child: page.child,
      actor: Person(id: "", name: "", role: viewer ?? .teamManager), procedure: page.procedure,
      steps: page.steps, now: asOf ?? page.child.history.last?.recorded ?? Instant(seconds: 0))
    givenUp = Set(end.givenUp.map(\.id))
  }

  /// Looks for what is still to be filled in.
  private mutating func findUnfinished() {
    unfinished = page.record.map { page.child.unfinished(in: $0) } ?? []
  }

  /// Puts the events in order.
  private mutating func sortTimeline() {
    entries = TimelineEntry.entries(of: page.child, kind)
      .filter { narrowing.leaves($0, of: page.child) }
    timeline = entries.map(\.event)
  }

  /// Shows the next kind of event that there is; the selected line stays where it is still shown.
  mutating func showNextKind() {
    let event = timeline.indices.contains(line) ? timeline[line] : nil
    repeat { kind = kind.next } while kind != .everything && timeline.isEmpty
    line = event.flatMap { timeline.firstIndex(of: $0) } ?? 0
    isTimelineFocused = true
  }
}
