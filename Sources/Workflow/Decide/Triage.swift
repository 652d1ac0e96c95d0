/// A police report, triaged: what is to be recorded of it, in which order.
package struct Triage: Sendable, Hashable {
  /// The report's reference, where its text is kept.
  package var report: String?
  /// Which child of the report, counted from 1.
  package var subject: Int
  /// How many children were read in the report when it was triaged, where that is known: it may have come in
  /// when fewer were.
  package var subjects: Int?
  /// Whether it is a child whom the report neither counts nor names, and of whom nobody knew when the others were
  /// decided on: then it may be triaged, though nobody of the report waits.
  package var isFurther = false
  /// When it was reported to the police or to us.
  package var reported: Instant
  /// The particulars of the report, as `reported` takes them.
  package var reportBody: Body
  /// When the child went, as it is said.
  package var went: Instant
  /// The particulars of the going, as `went-missing` takes them.
  package var goingBody: Body
  /// When and where the child was located, where the report says so.
  package var found: Command.Entry?
  /// When the child was back, where the report says so.
  package var returned: Command.Entry?
  /// Why it was decided so.
  package var reason: String?
  /// When the child was last seen, where that is another time than a child who is away already is known to have
  /// been: it corrects the going.
  package var seenOtherwise: Instant?
  /// How the child stood for whoever decided: another absence was opened by somebody else meanwhile, and what is
  /// said of the going would go without a word.
  package var shown = Standing.unknown
  /// What the report is, where somebody read it: what came in before this was kept has nothing, and counts as the
  /// missing report that it was taken for.
  package var matter: ReportMatter?
  /// What the report says of the child, as `child-updated` takes it: of it the register learns what it lacks.
  package var ofChild = Body()

  /// How a child stood in the form in which a triage was decided.
  package enum Standing: Sendable, Hashable {
    /// Nobody looked, or the child is not on the register.
    case unknown
    /// Not away.
    case back
    /// Away, in the episode of that reference.
    case away(String)

    /// How a child stands.
    package init(of child: ChildCase) {
      let current = child.currentRecord?.current
      self = current.map { $0.isAway ? .away($0.reference) : .back } ?? .back
    }
  }

  /// Refuses what was decided on a child who stands otherwise by now.
  ///
  /// - Parameter child: the child's case.
  /// - Throws: a conflict that says how the child stands.
  package func refuseUnlessAsShown(_ child: ChildCase) throws(Refusal) {
    guard shown != .unknown, shown != Standing(of: child) else { return }
    let current = child.currentRecord?.current
    let state =
      current.flatMap { episode in
        episode.isAway
          ? "is away by \(episode.reference)"
            + (episode.start.map { $0.basis.andSince($0.at.spokenShort) } ?? "")
          : nil
      } ?? "is not away any longer"
    let who = current?.log.all.last.map { ", as \($0.by.name) recorded" } ?? ""
    throw Refusal(
      .conflict,
      "\(child.name) \(state)\(who) while this form lay open. It says so above now: look, then save again."
    )
  }

  /// Makes a triage.
  package init(
    report: String?, subject: Int = 1, reported: Instant, reportBody: Body, went: Instant,
    goingBody: Body,
    reason: String? = nil
  ) {
    self.report = report
    self.subject = subject
    self.reported = reported
    self.reportBody = reportBody
    self.went = went
    self.goingBody = goingBody
    self.reason = reason
  }

  /// The entries to record for a child.
  ///
  /// A child who is away already gets the report added to that episode, and so does a child who is back from
  /// the going that the report tells: it came after the news of the return. A child whose record is open
  /// gets a further episode in it (L23-23); otherwise a record is opened,
  /// where the procedure leaves that to whoever triages. What the register has of the child stays as it is;
  /// what it lacks it learns from the report.
  ///
  /// - Parameters:
  ///   - child: the child's case.
  ///   - now: the moment of the triage.
  /// - Returns: the entries, in the order in which they are recorded.
  package func entries(for child: ChildCase, now: Instant) -> [Command.Entry] {
    var entries: [Command.Entry] = []
    let record = child.currentRecord
    let joined = episode(of: child)
    let learnt = child.version > 0 ? child.learning(ofChild) : Body()
    if !learnt.values.isEmpty { entries.append(Command.Entry(.childUpdated, at: now, learnt)) }
    if let joined {
      if let later = correction(of: child, now: now) {
        entries.append(later)
        entries += seenBy(of: joined, now: now)
      }
      if !joined.isAway { entries += fillingIn(joined, now: now) }
    } else {
      entries.append(Command.Entry(.wentMissing, at: went, goingBody))
    }
    var body = reportBody
    if body[.report] == nil { body[.report] = report }
    body[.reportMatter] = matter
    // What is told of a going that is recorded already stays with the report that tells it.
    if let joined {
      if body[.circumstances] == nil { body[.circumstances] = goingBody[.circumstances] }
      if joined.reference != record?.current?.reference { body[.episode] = joined.reference }
    }
    entries.append(Command.Entry(.reported, at: reported, body))
    let isOpen = record?.opened != nil
    if !isOpen {
      var opening = Command.Entry(.opened, at: now)
      opening.isLeftToOthers = true
      entries.append(opening)
    }
    if joined?.isAway ?? true { entries += [found, returned].compactMap { $0 } }
    if let report {
      var attached = Body(["report": .text(report)])
      attached[.reportMatter] = matter
      entries.append(Command.Entry(.reportAttached, at: now, attached))
    }
    if reportBody[.endUnknown] != nil, joined?.isAway ?? true {
      entries.append(AgreedAction.askingWhenFound(now: now))
    }
    var decision = Body([
      "decision": .text(joined != nil ? "added-to-episode" : isOpen ? "added-to-record" : "opened")
    ])
    decision[.report] = report
    decision[.subject] = report == nil ? nil : subject
    decision[.reason] = reason
    entries.append(Command.Entry(.triaged, at: now, decision))
    return entries
  }

  /// The episode to which the report is added: the one from which the child is away, or else the one of the
  /// open record in which the going lies that it tells.
  ///
  /// - Parameter child: the child's case.
  /// - Returns: nothing where the report tells of a going that is not on the desk.
  package func episode(of child: ChildCase) -> Episode? {
    guard let record = child.currentRecord else { return nil }
    if let current = record.current, current.isAway { return current }
    return record.episode(around: went)
  }

  /// What the going of an episode leaves open and the report says, each as a correction: nothing that
  /// somebody wrote is changed, but who saw the child where the time is another's now.
  private func fillingIn(_ episode: Episode, now: Instant) -> [Command.Entry] {
    guard let began = episode.began else { return [] }
    func lacks(_ name: String) -> Bool {
      began.body.leavesOpen(name) || began.body[name: name] == .unknown
    }
    func fill(_ name: String) -> [Command.Entry] {
      guard lacks(name), let value = said(name) else { return [] }
      return [correcting(began, name, value.typed, now: now)]
    }
    let time = fill(Field<Instant>.lastSeen.name)
    let isSameTime = goingBody[.lastSeen].map { $0 == began[.lastSeen] } ?? false
    let seenBy =
      time.isEmpty
      ? isSameTime ? fill(Field<String>.lastSeenBy.name) : [] : self.seenBy(of: episode, now: now)
    return time + seenBy + fill("place")
  }

  /// By whom the child was seen at the time that is taken from the report: the time of one and the name of
  /// another would say what nobody said.
  private func seenBy(of episode: Episode, now: Instant) -> [Command.Entry] {
    guard let began = episode.began else { return [] }
    let name = Field<String>.lastSeenBy.name
    let held = began.body.leavesOpen(name) ? nil : began.body[name: name]
    let value = said(name)
    guard value ?? (held == nil ? nil : .unknown) != held else { return [] }
    if let value { return [correcting(began, name, value.typed, now: now)] }
    let why = "\(report ?? "The report") says when, not by whom"
    return [correcting(began, name, Value.unknown.typed, because: why, now: now)]
  }

  /// What the report says of the going in a field; nothing where it does not know.
  private func said(_ name: String) -> Value? {
    guard let value = goingBody[name: name], value != .unknown, value != .text("") else {
      return nil
    }
    return value
  }

  /// A value of the going as the report has it.
  private func correcting(
    _ began: Event, _ name: String, _ value: String, because reason: String? = nil, now: Instant
  ) -> Command.Entry {
    var body = Body(["value": .text(value)])
    body[.corrects] = began.sequence
    body[.field] = name
    body[.reason] = reason ?? "As \(report ?? "the report") says"
    return Command.Entry(.corrected, at: now, body)
  }

  /// The correction by which a child who is away is known to have been seen at another time than was said before.
  ///
  /// - Parameters:
  ///   - child: the child's case.
  ///   - now: the moment of the triage.
  /// - Returns: nothing where the child is not away, or is known to have been seen then.
  package func correction(of child: ChildCase, now: Instant) -> Command.Entry? {
    guard let seenOtherwise, let episode = child.currentRecord?.current, episode.isAway,
      let began = episode.began, let start = episode.start, seenOtherwise != start.at
    else { return nil }
    var body = Body(["value": .text(seenOtherwise.iso)])
    body[.corrects] = began.sequence
    body[.field] = Field<Instant>.lastSeen.name
    body[.reason] =
      (seenOtherwise > start.at ? "Seen later" : "Not seen since then")
      + (report.map { ", as \($0) says" } ?? "")
    return Command.Entry(.corrected, at: now, body)
  }
}

extension ChildCase {
  /// Whether the register says nothing of the child in a field, or that nobody knows.
  package func lacks(_ field: String) -> Bool {
    switch facts[name: field] {
    case nil, .unknown?, .text("")?, .list([])?: true
    default: false
    }
  }

  /// What the register learns from a report: what it lacks, and of the markers those that it has not yet.
  ///
  /// A postcode belongs to its address: where the report has another address, neither goes onto the register.
  ///
  /// - Parameter said: what the report says of the child.
  /// - Returns: what is recorded of it; empty where all of it is known, or is said otherwise.
  package func learning(_ said: Body) -> Body {
    var learnt = Body(said.values.filter { lacks($0.key) })
    if let address = said[name: "address"]?.typed, let known = facts[name: "address"]?.typed,
      !lacks("address"), address.plainLetters != known.plainLetters
    {
      learnt[name: "postcode"] = nil
    }
    let known = facts[Field<[String]>.markers] ?? []
    let further = (said[Field<[String]>.markers] ?? []).filter { !known.contains($0) }
    if !known.isEmpty, !further.isEmpty {
      learnt[Field<[String]>.markers] = known + further
    }
    // That there was no status when the child was registered is not that there is none now.
    if facts[name: "status"] == .text(ChildStatus.none.rawValue),
      let status = said[name: "status"], status != .text(ChildStatus.none.rawValue)
    {
      learnt[name: "status"] = status
    }
    return learnt
  }
}

extension String {
  /// Its letters and figures, small: two ways of writing one address.
  fileprivate var plainLetters: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}
