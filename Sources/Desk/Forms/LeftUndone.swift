import Grid
import Workflow

// What would be left undone by ending a record: said in its form, and asked about.

extension FormScreen {
  /// With what a line begins that says what ending the record moves.
  static let moves = "→ moves:"

  /// Lists what would be left undone by ending the record: nobody ends one without having been told.
  mutating func listUndone(by person: Person, now: Instant) {
    guard case .event(let kind, _, _) = purpose,
      [.recordClosed, .acknowledged, .finalised].contains(kind), let page, let record = page.record
    else { return }
    let end = RecordEnd(
      by: kind, of: record, child: page.child, actor: person, procedure: page.procedure,
      steps: page.steps, now: now)
    let own = page.procedure.roleTitles
    // What moves stands before all that may have to wait behind a key, save what stands in the way.
    let standing = end.steps.filter { $0.fate.isBlocking }
    let others = end.steps.filter { !$0.fate.isBlocking }
    let ordered = standing + others.filter { $0.moved != nil } + others.filter { $0.moved == nil }
    let steps = ordered.map { item -> String in
      let step = item.step
      let title = step.title(asOf: now, read: person, own)
      let due = step.due.map { $0 < now ? "" : ", due \($0.spokenShort(asOf: now))" } ?? ""
      switch item.fate {
      case .blocks(let settlement):
        return "! \(title): first, \(page.procedure.title(of: step.tray)) "
          + "(\(settlement.refusing.rule))"
      case .givenUp:
        return "✗ \(title)\(due): given up"
      case .goesOn:
        guard let times = item.movedTimes(asOf: now) else { return "→ \(title)\(due): goes on" }
        return "\(FormScreen.moves) \(title), \(times)"
      case .settled(isDone: true): return "✓ \(title): done by it"
      case .settled(isDone: false): return "– \(title): no longer asked for after it"
      }
    }
    let open = end.unfinished.flatMap { item -> [String] in
      let rest = item.fields.filter { !item.blocking.contains($0) && !item.grave.contains($0) }
      return (item.blocking.isEmpty ? [] : ["! \(item.words(item.blocking)): fill in first"])
        + item.graveWords(for: person)
        + (rest.isEmpty ? [] : ["? Not answered in \(item.words(rest)); it may stay so"])
    }
    let left = end.givenUp
    pressing = left.filter { $0.presses(asOf: now) }.count
    weighing = left
    unsaid = end.unfinished
    undone = open.filter { $0.hasPrefix("!") } + steps + open.filter { !$0.hasPrefix("!") }
    movedByEnd = end.steps.compactMap { $0.movedWords(asOf: now) }
    givenUp = left.map { $0.title(asOf: now, read: person, own) }
    if kind == .recordClosed {
      askWhyLeftUndone(
        isAsked: !left.isEmpty && record.closed == nil,
        isRequired: left.contains {
          $0.due != nil || $0.id.step.isMeeting || $0.id.step.isUrgent
        })
    }
    if !left.isEmpty { undone.insert(leaving(record), at: 0) }
    askAsNeeded()
  }

  /// Asks for what must be said because of what else is typed, or of what stands on the record.
  mutating func askAsNeeded() {
    guard case .event(let kind, _, _) = purpose else { return }
    switch kind {
    case .riskAssessed:
      ask(
        for: Field<String>.rationale.name,
        .ofRating(
          Risk(rawValue: typed("risk")), police: page?.record?.current?.policeRisk?.value))
    case .acknowledged:
      // An acknowledgement that is sent without an answer says that nothing is left to do.
      let answer =
        typed("answer").isEmpty ? AcknowledgementAnswer.nothingForMe.rawValue : typed("answer")
      let need = Need.ofAcknowledgement(
        AcknowledgementAnswer(rawValue: answer), givingUp: weighing, unsaid: unsaid)
      ask(for: Field<String>.reason.name, need)
      // What an empty answer says, which is asked for, is what the words are wanted for.
      labelReason(of: AcknowledgementAnswer(rawValue: need == nil ? typed("answer") : answer))
      sayWhatEmptyAnswers()
    case .stepDone:
      guard let me = writer?.me, let page else { return }
      ask(
        for: Field<String>.outcome.name,
        .ofDoing(
          meant(in: page), by: me.role, named: page.procedure.roleTitles))
    default: break
    }
  }

  /// An acknowledgement without an answer and without words says that nothing is left to do, which the question
  /// before it puts into words; who writes something chooses what it answers.
  private mutating func sayWhatEmptyAnswers() {
    guard let place = entries.firstIndex(where: { $0.field.name == "answer" }) else { return }
    let isFree = typed(Field<String>.reason.name).isEmpty
    entries[place].emptySays = isFree ? AcknowledgementAnswer.nothingForMe.rawValue : nil
    entries[place].field = entries[place].field.required(!isFree)
  }

  private mutating func ask(for name: String, _ need: Need?) {
    guard let place = entries.firstIndex(where: { $0.field.name == name }) else { return }
    entries[place].need = need
    entries[place].field = entries[place].field.required(need != nil)
  }

  /// Asks of an acknowledgement what fits its answer; of one that is still to be chosen whatever it may be.
  private mutating func labelReason(of answer: AcknowledgementAnswer?) {
    let name = Field<String>.reason.name
    guard let place = entries.firstIndex(where: { $0.field.name == name }),
      let plain = EventForm.of(.acknowledged).field(name)
    else { return }
    let label =
      switch answer {
      case .nothingForMe where unsaid.contains { !$0.graveToTheEnd.isEmpty }:
        "What you heard of harm"
      case .nothingForMe: "Why nothing is left to do"
      case .actionRaised: "What you did"
      case .sendBack: "What is missing"
      case nil: plain.label
      }
    entries[place].field = entries[place].field.labelled(label)
  }

  /// Asks why something is given up, or no longer; what was typed is kept either way.
  ///
  /// - Parameters:
  ///   - isAsked: whether anything is given up.
  ///   - isRequired: whether a meeting or something with a limit is: nobody gives that up without a word.
  private mutating func askWhyLeftUndone(isAsked: Bool, isRequired: Bool) {
    let name = Field.leftUndone.name
    guard var line = line(name) else { return }
    line.field = line.field.required(isRequired).wanted(isAsked)
    let focused = entries.indices.contains(focus) ? entries[focus].field.name : nil
    entries.removeAll { $0.field.name == name }
    aside.removeAll { $0.field.name == name }
    if isAsked { entries.append(line) } else { aside.append(line) }
    focus = entries.firstIndex { $0.field.name == focused } ?? min(focus, entries.count - 1)
  }

  /// Who gives up what is given up, and why.
  private func leaving(_ record: MissingRecord) -> String {
    guard let closed = record.closed else {
      return "Once acknowledged, ✗ stays as left undone, for the reason that you give:"
    }
    return "Once acknowledged, ✗ stays as left undone by \(closed.by.name):"
  }
}

extension RecordEnd.Step {
  /// `It moves “2nd grab pack review”: was Sun 21 Feb 2027, then Fri 21 May 2027`; nothing where it stays.
  fileprivate func movedWords(asOf now: Instant) -> String? {
    movedTimes(asOf: now).map { "It moves “\(step.name)”: \($0)" }
  }

  /// `was Sun 21 Feb 2027, then Fri 21 May 2027`; nothing where it stays.
  fileprivate func movedTimes(asOf now: Instant) -> String? {
    guard let moved else { return nil }
    func day(_ due: Instant?) -> String {
      due.map { London.local($0).date.spokenShort(asOf: now) } ?? "without a limit"
    }
    // On one and the same day only the hours tell the two apart.
    guard day(step.due) == day(moved.due), let was = step.due, let then = moved.due else {
      return "was \(day(step.due)), then \(day(moved.due))"
    }
    return "was \(was.spokenShort(asOf: now)), then \(then.clock)"
  }
}

extension WorkStep {
  /// `2nd strategy meeting, overdue (team manager)`: whose it was stands with it.
  fileprivate func title(
    asOf now: Instant, read person: Person, _ own: [Role: String]
  ) -> String {
    name
      + (standing(asOf: now) == .overdue ? ", overdue" : "")
      + " (\(role == person.role ? "yours" : role.capacity(own)))"
  }
}

extension FormScreen {
  /// What weighs most of what nobody has said, for the question before the record is closed or acknowledged.
  var unsaidGrave: [String] { unsaid.flatMap { $0.graveWords(for: writer?.me) } }
}

extension Unfinished {
  /// `! Not said in Interview held (Sat 21 Nov 15:00): significant harm: ask A. Rahman`; none where all that weighs
  /// is said.
  ///
  /// Whoever recorded it is not sent to ask of oneself.
  fileprivate func graveWords(for reader: Person?) -> [String] {
    if grave.isEmpty { return [] }
    let way = event.by.id == reader?.id ? "you recorded it: fill it in" : "ask \(event.by.name)"
    return ["! Not said in \(words(grave)): \(way)"]
  }
}
