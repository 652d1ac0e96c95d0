import Grid
import Workflow

// What the desk makes of answers to its questions.

extension Desk {
  /// Takes in a child's page, for what it was asked for.
  mutating func receive(_ page: ChildPage, for purpose: PagePurpose) -> [Effect] {
    if purpose == .refresh {
      refresh(page)
      return []
    }
    guard isWanted(.loadChild(page.child.id, purpose)) else { return [] }
    switch purpose {
    case .refresh: break
    case .show(let step):
      let screen = ChildScreen(page: page, step: step, viewer: me.role, asOf: now)
      // One child at a time: whoever goes back from a page goes to the tray, never to another child.
      if case .child? = stack.last { stack.removeLast() }
      stack.append(.child(screen))
    case .form(let kind, let preset): return open(kind, preset: preset, on: page)
    case .correct(let number):
      if let form = FormScreen.correction(of: number, page: page, command: newCommandID()) {
        return open(form)
      }
      let typed = held
      held.removeAll()
      refuseForm("That line is no longer counted; there is nothing to correct", typed: typed)
      // What was typed for it is shown where there is a draft: it can be said of another line.
      return [.loadDraft(key: FormScreen.correctionKey(number, of: page.child.id))]
    case .why(let id):
      if let step = page.steps.first(where: { $0.id.text == id }) {
        let why = Explanation(
          of: step, child: page.child, procedure: page.procedure, others: page.others, asOf: now)
        stack.append(.why(why, scroll: 0))
      } else {
        say("That step is no longer there", .warning)
      }
    case .twoAuthorities:
      guard let duties = page.duties else {
        say("One authority alone has this child, or there is no record", .information)
        break
      }
      let pane = duties.explanation(asOf: now)
      let lines = pane.sections.flatMap { section in
        [section.heading] + section.lines.map { "  " + $0 } + [""]
      }
      stack.append(.text(title: pane.title, lines: lines, scroll: 0))
    }
    return replayHeld()
  }

  /// Lays a form in front; what was typed ahead for it waits until its draft is there.
  mutating func open(_ form: FormScreen) -> [Effect] {
    var form = form
    form.writer = FormScreen.Writer(me: me, now: now)
    form.offerOwnName()
    form.listUndone(by: me, now: now)
    stack.append(.form(form))
    let effect = Effect.loadDraft(key: form.draftKey)
    awaited = effect
    return [effect]
  }

  /// Takes in what was read from a report: its triage lies in front.
  mutating func receive(_ draft: TriageDraft) -> [Effect] {
    var effects: [Effect] = []
    var isNew = false
    if case .form(let form) = stack.last, form.purpose == .intake, form.isSending {
      stack.removeLast()
      isNew = true
      // Whoever leaves the triage stands on what has just come in, wherever it stands in the tray.
      if trays.tray == .frontDoor { trays.choose(report: draft.reference) }
    } else {
      var effect = Effect.readReport(draft.reference)
      var isNext = true
      if let awaited, case .readReport(draft.reference, _) = awaited {
        (effect, isNext) = (awaited, false)
      }
      guard isWanted(effect) else { return [] }
      // One child of it was triaged: whoever leaves it now stands on what still waits.
      if isNext, draft.subjects > 1, trays.tray == .frontDoor {
        trays.choose(report: draft.reference)
      }
    }
    if let barred = cannotRecord(self, .triaged) {
      // Whoever may not triage it reads it: nobody fills in a long form to be refused at its end.
      stack.append(.text(title: "Report \(draft.reference)", lines: draft.numberedLines, scroll: 0))
      // Whoever takes one in hears who goes on with it; whoever only reads has asked for no more.
      if !isReadOnly, isNew { say(barred, .information) }
      return replayHeld() + (isReadOnly ? [] : [reload()])
    }
    effects += open(FormScreen.triage(draft, command: newCommandID()))
    return effects + [reload()]
  }

  /// Shows the text of a report that was asked for.
  mutating func receive(_ text: String, of report: String) -> [Effect] {
    guard isWanted(.loadReportText(report)) else { return [] }
    stack.append(
      .text(title: "Report \(report)", lines: TriageDraft.numbered(text), scroll: 0))
    return replayHeld()
  }

  /// Shows the list that was asked for, over the report of it.
  mutating func receive(wholeList text: String, of report: String) -> [Effect] {
    guard isWanted(.loadWholeList(report)) else { return [] }
    stack.append(
      .text(title: "The list of \(report)", lines: TriageDraft.numbered(text), scroll: 0))
    return replayHeld()
  }

  /// Whether an answer is to what is awaited.
  ///
  /// What comes unasked may lie on a list or a page, never on a form that somebody types into.
  private mutating func isWanted(_ effect: Effect) -> Bool {
    if awaited == effect {
      awaited = nil
      return true
    }
    guard awaited == nil else { return false }
    switch context {
    case .trays, .episode: return true
    default: return false
    }
  }

  /// Shows others' work, and tells a form about it.
  ///
  /// A form's version moves only once its person was told by a refusal, so that nothing is recorded on
  /// what was not seen.
  private mutating func refresh(_ page: ChildPage) {
    if listsLieOnTrays { beheld = page }
    for index in stack.indices {
      switch stack[index] {
      case .child(var screen) where screen.page.child.id == page.child.id:
        screen.refresh(page, asOf: now)
        stack[index] = .child(screen)
      case .form(var form) where form.child == page.child.id:
        form.hear(of: page)
        form.listUndone(by: me, now: now)
        stack[index] = .form(form)
      default: break
      }
    }
  }
}

extension Body {
  /// The preset of a form with what follows from who fills it in and which step is selected.
  func completed(for kind: EventKind, by person: Person, step: WorkStep?) -> Body {
    var body = self
    switch kind {
    case .acknowledged:
      if case .code(let roles) = EventForm.of(kind).field("as")?.input,
        body[.actingAs] == nil, roles.contains(person.role.rawValue)
      {
        body[.actingAs] = person.role.rawValue
      }
    case .meetingHeld where body[.kind] == step?.id.step.rawValue,
      .meetingPlanned where body[.kind] == step?.id.step.rawValue:
      if body[.chair] == nil { body[.chair] = (step?.chair ?? step?.role)?.rawValue }
    case .stepDone where body[.step] == step?.id.step.rawValue,
      .reassigned where body[.step] == step?.id.step.rawValue,
      .held where body[.step] == step?.id.step.rawValue:
      if body[.part] == nil { body[.part] = step?.id.part }
    default: break
    }
    return body
  }
}
