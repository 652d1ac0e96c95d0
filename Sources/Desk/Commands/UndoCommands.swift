import Grid
package import Workflow

/// Taking back, putting right, and what was begun.
enum UndoCommands {
  static let all: [DeskCommand] = [
    DeskCommand(
      "undo", in: [.trays, .episode, .drafts, .bulk], keys: [.character("U")], "undo",
      "Undo what you did in the last 12 hours, the last first: a record is withdrawn, a draft comes back",
      disabled: { desk in
        if case .bulk(let screen) = desk.stack.last, screen.outcomes == nil {
          return "Nothing of this is recorded yet"
        }
        return switch desk.undoable.last {
        case nil where desk.context == .drafts || desk.barred != nil: desk.nothingToUndo
        case nil: cannotRecord(desk, .withdrawn)
        case .act, .setAside:
          desk.context == .drafts
            ? "Nothing of the list was undone; \(desk.keymap.name("step-back")) leaves it"
            : cannotRecord(desk, .withdrawn)
        case .discarded: desk.isReadOnly ? cannotRecord(desk, .withdrawn) : nil
        }
      },
      // From what came of several rows one is back in the tray, where they are again.
      run: { desk in desk.closeBulk() + desk.takeBackLast() }),
    DeskCommand(
      "correct", in: [.episode], keys: [.character("e")], "correct",
      "Correct the selected line of the timeline: what it said stays in the journal",
      footer: true, opensForm: true, suits: { $0.childScreen?.isTimelineFocused == true },
      disabled: { desk in notOnLine(desk) ?? cannotRecord(desk, .corrected) },
      run: { desk in
        guard let child = desk.subjectChild, let event = desk.selectedEvent else { return [] }
        return [.loadChild(child, .correct(event.sequence))]
      }),
    DeskCommand(
      "fill-in", in: [.episode], keys: [.character("F")], "fill in",
      "Fill in what an entry leaves open: of the selected line of the timeline, or the first",
      footer: true, opensForm: true, suits: { $0.unfinished != nil },
      disabled: { desk in
        if desk.unfinished == nil { return "Nothing waits to be filled in" }
        return cannotRecord(desk, .corrected)
      },
      run: { desk in
        guard let child = desk.subjectChild, let entry = desk.unfinished else { return [] }
        return [.loadChild(child, .correct(entry.event.sequence))]
      }),
    DeskCommand(
      "withdraw", in: [.episode], keys: [.character("W")], "withdraw",
      "Withdraw the selected line of the timeline, with the reason",
      disabled: { desk in
        notOnLine(desk) ?? neverWithdrawn(desk) ?? cannotRecord(desk, .withdrawn)
      },
      form: { desk in
        desk.selectedEvent.map { event in
          // Whichever line of a triage is withdrawn, it is the triage.
          let triage = desk.childScreen?.page.child.triage(of: event.sequence)
          var form = ChildForm(kind: .withdrawn)
          form.preset[.corrects] = triage?.decision.sequence ?? event.sequence
          return form
        }
      }),
    DeskCommand(
      "drafts", in: [.trays, .episode], keys: [.character("D")], "drafts",
      "Show what you have begun and not recorded"
    ) { desk in
      desk.stack.append(.drafts(DraftsScreen()))
      return [.loadDrafts]
    },
    DeskCommand(
      "open-draft", in: [.drafts], keys: [.enter], "go on", "Go on with the selected draft",
      footer: true, disabled: noDraft, run: openDraft),
    DeskCommand(
      "discard-kept-draft", in: [.drafts], keys: [.character("x"), .delete], "discard",
      "Discard the selected draft", footer: true, disabled: noDraft
    ) { desk in
      guard case .drafts(let screen) = desk.stack.last, let mark = screen.mark else { return [] }
      return [.discardDraft(mark)]
    },
  ]

  @Sendable private static func noDraft(_ desk: Desk) -> String? {
    guard case .drafts(let screen) = desk.stack.last, screen.mark != nil else {
      return "There is no draft"
    }
    return desk.isReadOnly ? cannotRecord(desk, .noteAdded) : nil
  }

  @Sendable private static func openDraft(_ desk: inout Desk) -> [Effect] {
    guard case .drafts(let screen) = desk.stack.popLast(), let mark = screen.mark else { return [] }
    return desk.goOn(with: mark)
  }

  @Sendable private static func notOnLine(_ desk: Desk) -> String? {
    guard desk.childScreen?.isTimelineFocused == true else {
      return "\(desk.keymap.name("timeline")) goes to the timeline; there choose the line"
    }
    guard let event = desk.selectedEvent else { return "There is no line" }
    if event.kind == .corrected || event.kind == .withdrawn {
      return "A correction is corrected at the line that it is about"
    }
    if desk.childScreen?.page.child.withdrawn.contains(event.sequence) == true {
      return "This line was withdrawn and counts no longer"
    }
    return nil
  }

  @Sendable private static func neverWithdrawn(_ desk: Desk) -> String? {
    guard let event = desk.selectedEvent,
      desk.childScreen?.page.child.neverTakesBack(event) ?? Withdrawal.isNever(event)
    else { return nil }
    return
      "\"\(event.kind.title)\" is not withdrawn. \(Withdrawal.wayForward(for: event.kind))"
  }
}

extension Desk {
  /// The entry to be filled in: the one of the selected line, or else the first without which the record
  /// cannot end or others would pass over what they must hear.
  var unfinished: Unfinished? {
    guard let screen = childScreen else { return nil }
    let open = screen.unfinished
    let own = screen.isTimelineFocused ? selectedEvent?.sequence : nil
    return open.first { $0.event.sequence == own } ?? open.first(where: \.presses)
  }

  /// Why nothing is undone, and how what was recorded last or before is put right.
  var nothingToUndo: String {
    let (correct, withdraw) = (keymap.name("correct"), keymap.name("withdraw"))
    guard let barred else {
      return "There is nothing of yours to undo; \(correct) on a line of the timeline corrects it, "
        + "\(withdraw) withdraws it"
    }
    return "\(barred) \(withdraw) on a line of the timeline withdraws an earlier entry."
  }

  /// The selected line of the timeline.
  var selectedEvent: Event? {
    guard let screen = childScreen, screen.timeline.indices.contains(screen.line) else {
      return nil
    }
    return screen.timeline[screen.line]
  }

  /// Takes back what was done last.
  mutating func takeBackLast() -> [Effect] {
    switch undoable.last {
    case .act(let act, _, _): return [.withdraw(act, command: newCommandID())]
    case .discarded(let key, _, _) where trays.drafts.has(key):
      say(
        "Another draft of the same form is there: record or discard that one, then "
          + "\(keymap.name("undo")) brings this one back", .warning)
      return []
    case .discarded(let key, let draft, let reopen):
      undoable.removeLast()
      if context != .drafts, let reopen { return [.keepDraft(key: key, draft), reopen] }
      say("The draft is back; \(keymap.name("drafts")) lists it", .information)
      return [.keepDraft(key: key, draft)] + (context == .drafts ? [.loadDrafts] : [])
    case .setAside(let report, let subject):
      undoable.removeLast()
      trays.comesBack = report
      return [
        .submit(
          .takingBack(
            report, subject: subject, because: "Undone at once", command: newCommandID(), now: now))
      ]
    case nil: return [.loadLastAct]
    }
  }
}

extension FormScreen {
  /// What was recorded by it, that no key undoes it, and how it is put right.
  func wayToPutRight(_ keys: Keymap) -> String {
    switch purpose {
    case .event(let kind, _, _): kind.wayToPutRight
    case .correction:
      "A correction is not undone: \(keys.name("correct")) on its line corrects it again."
    case .triage:
      "\(keys.name("withdraw")) on “Triaged” of the child's timeline takes a triage back."
    case .setAside, .takeBack: "That a report was taken back is not undone: set it aside again."
    case .reportNote: "A note on a report is not undone: a further one puts it right."
    case .intake: "A report that came in is not undone: set it aside."
    }
  }
}

extension EventKind {
  /// What it is, that no key undoes it, and how it is put right.
  package var wayToPutRight: String {
    "“\(title)” is not undone. \(Withdrawal.wayForward(for: self))"
  }
}
