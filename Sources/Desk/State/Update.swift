import Grid
import Workflow

/// Changes the desk by what arrives, and says what is to be done outside it.
///
/// - Parameters:
///   - desk: the state.
///   - arrival: what arrives.
/// - Returns: what is to be done, in order.
package func update(_ desk: inout Desk, _ arrival: Arrival) -> [Effect] {
  var effects = answer(&desk, arrival)
  effects += desk.askForMatch()
  desk.learnNames()
  desk.noteDrafts(effects)
  return desk.leaveOutWhatIsKept(effects)
}

private func answer(_ desk: inout Desk, _ arrival: Arrival) -> [Effect] {
  switch arrival {
  case .key(let key): return desk.take(key)
  case .time(let now):
    desk.now = now
    return desk.keepDrafts() + desk.reloadWhatIsDue()
  case .pause: return desk.hearPause()
  case .changedByOthers:
    desk.asksForMatchAnew()
    return [.loadPlace, desk.reload()] + desk.shownChildren.map { .loadChild($0, .refresh) }
  case .place(let place):
    desk.hear(place: place)
    return []
  case .window(let window, let generation): return desk.receive(window, generation: generation)
  case .personal(let personal): return desk.receive(personal)
  case .marked(let query, let rows, let total):
    desk.mark(rows, of: total, in: query)
    return []
  case .bulkDone(let outcomes): return desk.receive(outcomes)
  case .charts(let data): return desk.receive(data)
  case .page(let page, let purpose): return desk.receive(page, for: purpose)
  case .offRegister(let child): return desk.leavePages(of: child)
  case .draft(let draft): return desk.receive(draft)
  case .reportText(let reference, let text): return desk.receive(text, of: reference)
  case .wholeList(let reference, let text): return desk.receive(wholeList: text, of: reference)
  case .described(let about):
    desk.receive(about)
    return []
  case .matched(let match, let generation):
    desk.receive(match, generation: generation)
    return []
  case .found(let hits, let generation):
    guard case .find(var find) = desk.stack.last, find.generation == generation else { return [] }
    find.hits = hits
    find.selected = min(find.selected, max(0, hits.count - 1))
    desk.stack[desk.stack.count - 1] = .find(find)
    return []
  case .listTakenIn(let first):
    // Said just before the form is left, as a report that was taken back is.
    desk.trays.comesBack = first
    return []
  case .recorded(let sentence, let child, let act):
    return desk.leaveForm(saying: sentence, child: child, act: act)
  case .lastAct(let last):
    desk.receive(last)
    return []
  case .withdrawn(let sentence, let child): return desk.hearWithdrawn(sentence, child: child)
  case .themeRefused(let sentence):
    desk.themeName = Theme.standard.name
    desk.say(sentence, .error)
    return []
  case .drafts(let marks): return desk.receive(marks)
  case .cutOff(let mark): return desk.receive(cutOff: mark)
  case .draftDiscarded(let mark, let draft): return desk.receive(discarded: mark, draft)
  case .asides(let rows): return desk.receive(rows)
  case .edited(let result): return desk.receive(edited: result)
  case .refused(let refusal):
    desk.trays.comesBack = nil
    // An undo that is refused stays to be undone: what rests on the act may be taken back, and only the core
    // knows whether it was.
    desk.stopWaiting()
    let child = desk.release(marking: refusal.findings, isConflict: refusal.reason == .conflict)
    desk.say(refusal.words, .error)
    return child.map { [.loadChild($0, .refresh)] } ?? []
  case .failed(let sentence):
    desk.trays.comesBack = nil
    desk.stopWaiting()
    _ = desk.release(marking: [], isConflict: false)
    desk.say(sentence, .error)
    return desk.keepDrafts()
  case .draftFound(let key, let draft): return desk.receive(draft, key: key)
  }
}

extension Desk {
  /// The children whose page or form lies open or is held against a list of commands, each once.
  var shownChildren: [String] {
    var children = listsLieOnTrays ? [beheld?.child.id].compactMap { $0 } : []
    for screen in stack {
      let child: String? =
        switch screen {
        case .child(let screen): screen.page.child.id
        case .form(let form): form.child
        default: nil
        }
      if let child, !children.contains(child) { children.append(child) }
    }
    return children
  }

  /// Takes away the pages of a child whose entry went off the register with the triage that made it.
  ///
  /// A form that somebody is filling in stays: what was typed is theirs to take elsewhere.
  fileprivate mutating func leavePages(of child: String) -> [Effect] {
    stopWaiting()
    let name = stack.lazy.compactMap { screen -> String? in
      guard case .child(let page) = screen, page.page.child.id == child else { return nil }
      return page.page.child.name
    }.first
    stack.removeAll { screen in
      guard case .child(let page) = screen else { return false }
      return page.page.child.id == child
    }
    if toast == nil {
      say("\(name ?? child) is off the register: the triage that entered the child was taken back")
    }
    return [reload()]
  }

  /// Says that others have put another procedure in force.
  fileprivate mutating func hear(place: String) {
    guard place != self.place else { return }
    self.place = place
    say("What is opened from now on is under \(place)", .information)
  }

  /// The place in the stack of the form that is on its way to the journal.
  private var sendingForm: Int? {
    stack.lastIndex {
      if case .form(let form) = $0 { form.isSending } else { false }
    }
  }

  /// Whether a form is on its way to the journal: until the answer comes, keys do nothing.
  var isSending: Bool { sendingForm != nil }

  /// Takes away the form that was recorded; whoever filled it in is back where it was opened.
  fileprivate mutating func leaveForm(
    saying sentence: String, child: String?, act: RecordedAct?
  ) -> [Effect] {
    var effects: [Effect] = []
    var said = sentence
    if let index = sendingForm, case .form(let form) = stack[index] {
      var taken: Undoable?
      stack.remove(at: index)
      // What is sent back is not acknowledged.
      if !form.isSendingBack { effects += advanceGuide(form.recordedKind) }
      // Its draft went with what was recorded.
      trays.drafts.remove(form.draftKey)
      if case .setAside(let report, let subject) = form.purpose {
        leaveTriage(of: report, subject: subject)
        taken = .setAside(report: report, subject: subject)
        said += " \(keymap.name("undo")) takes it back."
      }
      // What came of a report is looked at next.
      if case .triage = form.purpose, let child, trays.tray == .frontDoor {
        trays.follow(child: child)
      }
      if case .takeBack(let report, _) = form.purpose { trays.comesBack = report }
      if let act {
        taken = .act(act, draftKey: form.draftKey, draft: form.draftToGoOn(now: now))
        said +=
          (said.hasSuffix(".") ? "" : ".")
          + " \(keymap.name("undo")) "
          + (act.report == nil ? "undoes it." : "takes the whole triage back.")
      }
      if let taken {
        undoable.append(taken)
      } else {
        undoable.removeAll()
        barred = form.wayToPutRight(keymap)
      }
      let open = form.leftOpen
      if !open.isEmpty {
        let count = open.count > 1 ? " (\(open.count) things)" : ""
        said +=
          (said.hasSuffix(".") ? "" : ".")
          + " Still to be filled in: \(open.joined(separator: ", "))\(count)."
        if case .child? = stack.last { said += " \(keymap.name("fill-in")) goes on with it." }
      }
    }
    if let way = sayOfGuide() { said += (said.hasSuffix(".") ? " " : ". ") + way }
    say(said)
    trays.hasActed = true
    if let report = trays.comesBack, trays.tray == .frontDoor { trays.choose(report: report) }
    trays.comesBack = nil
    effects.append(reload())
    if case .asides = stack.last { effects.append(.loadAsides) }
    for index in stack.indices {
      guard case .child(var screen) = stack[index], screen.page.child.id == child else { continue }
      screen.movesOn = true
      stack[index] = .child(screen)
      effects.append(.loadChild(screen.page.child.id, .refresh))
    }
    // A draft of another child was gone on with: what was recorded is that child's, and so is the page.
    if let child, case .child(let screen) = stack.last, screen.page.child.id != child {
      let page = Effect.loadChild(child, .show(step: nil))
      awaited = page
      effects.append(page)
    }
    return effects
  }

  /// Takes the triage of a report away that was set aside, or of the child who was: it has nothing to decide any
  /// longer.
  private mutating func leaveTriage(of report: String, subject: Int?) {
    guard case .form(let form) = stack.last, form.isTriage(of: report, subject: subject) else {
      return
    }
    stack.removeLast()
    trays.drafts.remove(form.draftKey)
  }

  /// Gives a form back to the person after it was not recorded; names the child that must be read
  /// again where others recorded something meanwhile.
  fileprivate mutating func release(marking findings: [FormFinding], isConflict: Bool) -> String? {
    guard let index = sendingForm, case .form(var form) = stack[index] else {
      return isConflict ? childScreen?.page.child.id : nil
    }
    form.isSending = false
    form.isDirty = true
    form.markFileStale()
    form.isConflicted = isConflict
    // What others registered meanwhile may be why.
    form.matchAsked = nil
    if !findings.isEmpty { form.mark(findings) }
    stack[index] = .form(form)
    return isConflict ? form.child : nil
  }
}
