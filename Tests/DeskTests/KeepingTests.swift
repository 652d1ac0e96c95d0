import Desk
import Grid
import Testing
import Workflow

@Suite("Nothing typed is lost")
struct KeepingTests {
  private func page(_ person: Person = Sample.worker) throws -> World {
    let child = try Sample.returned()
    var world = World(Sample.desk(me: person), [child])
    world.desk.stack = [.child(ChildScreen(page: Sample.page(child), step: nil))]
    return world
  }

  @Test("whoever leaves is told once of what is begun and not recorded")
  func leaving() {
    var desk = Sample.desk(me: Sample.manager)
    #expect(press(&desk, "q") == [.quit])
    desk.trays.drafts = DraftMarks(keys: ["event:note-added:C-0412"])
    #expect(press(&desk, "q").isEmpty)
    #expect(desk.toast?.text.hasPrefix("A form is begun and not recorded: D lists") == true)
    #expect(press(&desk, "q") == [.quit])
    _ = press(&desk, "Down")
    #expect(press(&desk, "q").isEmpty, "who has gone on since is told anew")
  }

  @Test("drafts are due a second after the first letter, however fast more are typed")
  func timer() {
    var timer = DraftTimer()
    #expect(!timer.isDue(isDirty: false, at: 0) && timer.wait(at: 0) == nil)
    var kept: [Int] = []
    var isDirty = false
    // A letter every 100 ms for ten seconds: no pause in which a quiet clock could run out.
    for clock in stride(from: 5_000, through: 15_000, by: 100) {
      if timer.isDue(isDirty: isDirty, at: clock) {
        kept.append(clock)
        isDirty = false
      }
      isDirty = true
      _ = timer.isDue(isDirty: isDirty, at: clock)
      #expect((timer.wait(at: clock) ?? .max) <= 1_000)
    }
    #expect(kept.count >= 8)
    for (one, next) in zip(kept, kept.dropFirst()) { #expect(next - one <= 1_200) }
    _ = timer.isDue(isDirty: false, at: 16_000)
    #expect(timer.wait(at: 16_000) == nil)
  }

  @Test("a draft comes back with the keys on its line and the cursor where it was")
  func cursorComesBack() throws {
    var world = try page()
    world.press("+")
    world.type("She rang her aunt")
    world.press("Alt-b Alt-b")
    let before = render(world.desk).cursor
    world.press("Esc +")
    #expect(render(world.desk).cursor == before)
    #expect(world.form?.entries.last?.text.cursor == 9)
    world.type("up ")
    #expect(world.form?.typed("text") == "She rang up her aunt")
  }

  @Test(
    "a form that was open when the desk ended opens with the next one; one that was left does not")
  func cutOff() throws {
    var world = try page()
    world.press("+")
    world.type("Rang the hou")
    for effect in world.desk.keepDrafts() {
      for answer in world.answers(to: effect) { world.arrive(answer) }
    }
    let key = try #require(world.drafts.keys.first)
    #expect(world.drafts[key]?.form == .open)
    world.drafts[key]?.form = .cutOff
    var next = try page()
    next.desk.stack = []
    next.drafts = world.drafts
    let effects = next.desk.loadAround()
    next.isSilent = true
    // Meant for the tray that was seen.
    next.type("a")
    next.isSilent = false
    for effect in effects { for answer in next.answers(to: effect) { next.arrive(answer) } }
    #expect(next.form?.typed("text") == "Rang the hou")
    #expect(next.desk.toast?.text.hasPrefix("The desk ended while you typed") == true)
    next.press("Esc")
    #expect(next.drafts[key]?.form == .left)
    var third = try page()
    third.desk.stack = []
    third.drafts = next.drafts
    for effect in third.desk.loadAround() {
      for answer in third.answers(to: effect) { third.arrive(answer) }
    }
    #expect(third.form == nil && third.desk.awaited == nil)
  }

  @Test("what is typed before the draft is there waits for it, and comes after it")
  func typedAhead() throws {
    var world = try page()
    world.press("+")
    world.type("first")
    world.press("Esc")
    world.isSilent = true
    world.press("+")
    world.type(" then")
    world.isSilent = false
    let key = "event:note-added:C-0412:E-2026-0412"
    let draft = try #require(world.drafts[key])
    world.arrive(
      .page(Sample.page(try Sample.returned()), purpose: .form(.noteAdded, preset: Body())))
    #expect(world.form?.typed("text") == "first then")
    #expect(draft.values == ["text": "first", "at": Sample.now.iso])
  }

  @Test("what still waited in the terminal when it went away is typed, and nothing is done by it")
  func lastKeys() throws {
    var world = try page()
    world.press("+")
    world.type("half a ")
    world.desk.takeLast("thought".map(Key.character) + [.control("s"), .character("x")])
    #expect(world.form?.typed("text") == "half a thought")
    #expect(world.recorded.isEmpty)
    let effects = world.desk.keepDrafts()
    #expect(
      effects.contains { effect in
        if case .keepDraft(_, let draft) = effect {
          draft.values["text"] == "half a thought"
        } else {
          false
        }
      })
  }

  @Test("drafts of two meetings, two parts, two episodes and two reports are told apart")
  func toldApart() throws {
    let page = Sample.page(try Sample.returned())
    func key(_ kind: EventKind, _ body: [String: Value]) -> String {
      FormScreen(event: kind, page: page, preset: Body(body), command: "c").draftKey
    }
    let keys = [
      key(.meetingHeld, ["kind": .text("strategy-meeting")]),
      key(.meetingHeld, ["kind": .text("review-meeting")]),
      key(.stepDone, ["step": .text("notice"), "part": .text("police")]),
      key(.stepDone, ["step": .text("notice"), "part": .text("school")]),
      key(.noteAdded, [:]), key(.noteAdded, ["episode": .text("E-2026-0001")]),
      key(.withdrawn, ["corrects": .number(4)]), key(.withdrawn, ["corrects": .number(5)]),
      FormScreen.setAside("R-1", command: "c").draftKey,
      FormScreen.setAside("R-2", command: "c").draftKey,
    ]
    #expect(Set(keys).count == keys.count)
    let mark = DraftMark(key: keys[3], title: "t", saved: Sample.now)
    #expect(mark.kind == .stepDone && mark.child == "C-0412" && mark.episode == "E-2026-0412")
    #expect(mark.preset == ["step": "notice", "part": "school"])
    #expect(
      DraftMark(key: "triage:R-2026-0077:1", title: "", saved: Sample.now).belongs(
        to: Sample.report))
  }

  @Test("a part of a step that the form does not ask is recorded with it")
  func aPartIsRecorded() throws {
    let page = Sample.page(try Sample.returned())
    let preset = Body(["step": .text("notice"), "part": .text("police")])
    let form = FormScreen(event: .stepDone, page: page, preset: preset, command: "c")
    guard case .success(let submission) = form.submission(now: Sample.now) else {
      Issue.record("not sent")
      return
    }
    #expect(submission.body[.part] == "police")
  }

  @Test("the rows to which a draft belongs are marked, and no others")
  func marksRows() {
    let offer = Sample.row(412, name: "x", due: nil, child: "C-0412")
    let interview = Sample.row(412, name: "x", due: nil, step: .rhiInterview, child: "C-0412")
    let mark = DraftMark(
      key: "event:rhi-offered:C-0412:E-2026-0412", title: "", saved: Sample.now)
    #expect(mark.belongs(to: offer) && !mark.belongs(to: interview))
    #expect(!mark.belongs(to: Sample.row(409, name: "y", due: nil)))
    let note = DraftMark(key: "event:note-added:C-0412:", title: "", saved: Sample.now)
    #expect(note.belongs(to: offer) && note.belongs(to: interview) && note.episode == nil)
  }

  @Test("another worker's answer to the same question stands beside one's own; neither is lost")
  func bothValues() throws {
    var world = try page(Sample.manager)
    world.press("r")
    world.type("medium")
    let child = try #require(world.children["C-0412"])
    let other = Person(id: "zz", name: "Z. Other", role: .teamManager)
    world.children["C-0412"] = try Sample.record(
      .riskAssessed, "2026-11-21 19:39", on: child, by: other,
      Body(["risk": .text("high"), "rationale": .text("Seen at the station")]))
    world.press("Ctrl-S")
    #expect(world.recorded.isEmpty)
    let risk = world.form?.entries.first { $0.field.name == "risk" }
    #expect(risk?.text.text == "medium" && risk?.theirs == "Z. Other (19:39): high")
    #expect(render(world.desk).text.contains { $0.contains("⇄ Z. Other (19:39): high") })
    world.press("Ctrl-S")
    #expect(world.recorded.count == 1)
    let values = world.children["C-0412"]?.history.filter { $0.kind == .riskAssessed }
      .compactMap { $0[.risk] }
    #expect(values == [.high, .high, .medium])
  }

  @Test("two corrections of one line stand beside each other, and the other's time does")
  func bothCorrections() throws {
    var world = try page(Sample.manager)
    let child = try #require(world.children["C-0412"])
    let line = try #require(child.history.last { $0.kind == .riskAssessed })
    let form = try #require(
      FormScreen.correction(of: line.sequence, page: Sample.page(child), command: "mine"))
    world.desk.stack.append(.form(form))
    world.goTo("rationale")
    world.press("Ctrl-u")
    world.type("mine")
    let other = Person(id: "zz", name: "Z. Other", role: .teamManager)
    world.children["C-0412"] = try Sample.record(
      .corrected, "2026-11-21 19:39", on: child, by: other,
      Body([
        "corrects": .number(line.sequence), "field": .text("rationale"), "value": .text("theirs"),
        "reason": .text("misread"),
      ]))
    world.arrive(.changedByOthers)
    world.goTo(FormScreen.reasonOfCorrection)
    world.type("misread")
    world.press("Ctrl-S")
    #expect(world.recorded.isEmpty)
    let rationale = world.form?.entries.first { $0.field.name == "rationale" }
    #expect(rationale?.text.text == "mine")
    #expect(rationale?.theirs == "Z. Other (19:39): theirs")
    world.press("Ctrl-S")
    #expect(world.recorded.count == 1)
  }

  @Test("when the other says it happened is shown beside one's own time, where it was not at once")
  func bothTimes() throws {
    var world = try page(Sample.manager)
    world.press("r")
    world.type("medium")
    let child = try #require(world.children["C-0412"])
    let event = Event(
      kind: .riskAssessed, body: Body(["risk": .text("high")]),
      occurred: Sample.at("2026-11-21 17:05"), recorded: Sample.at("2026-11-21 19:39"),
      by: Person(id: "zz", name: "Z. Other", role: .teamManager), sequence: child.version + 1)
    world.children["C-0412"] = child.applying([event])
    world.press("Ctrl-S")
    let time = world.form?.entries.first { $0.field.name == "at" }
    #expect(time?.theirs?.contains("17:05") == true, "\(time?.theirs ?? "nothing")")
  }

  @Test("a draft that others overtook comes back with what they recorded")
  func overtakenDraft() throws {
    var world = try page(Sample.manager)
    world.press("r")
    world.type("low")
    world.press("Esc")
    let child = try #require(world.children["C-0412"])
    world.children["C-0412"] = try Sample.record(
      .riskAssessed, "2026-11-21 19:39", on: child, by: Sample.manager,
      Body(["risk": .text("medium")]))
    world.press("r")
    #expect(world.form?.typed("risk") == "low")
    #expect(world.form?.news?.contains("risk assessed") == true)
    #expect(
      world.form?.entries.first { $0.field.name == "risk" }?.theirs?.hasSuffix("medium") == true)
  }

  @Test("the list of drafts goes on where each was left, a report's and a correction's too")
  func listOfDrafts() throws {
    var world = try page()
    world.press("+")
    world.type("begun")
    world.press("Esc D")
    #expect(render(world.desk).text.contains { $0.contains("Note added · Pryce-Morgan") })
    world.press("Enter")
    #expect(world.form?.typed("text") == "begun")
    #expect(world.form?.fixed[.episode] == "E-2026-0412")
    world.press("Esc D Esc")
    #expect(world.child != nil)
  }

  @Test("what was meant by now when a form was left is still meant two hours later")
  func nowIsKept() throws {
    var world = try page()
    world.press("+ a Esc")
    let later = Sample.now.adding(seconds: 7200)
    world.arrive(.time(later))
    world.press("+ b Esc +")
    #expect(world.form?.typed("at").contains("19:40") == true, "\(world.form?.typed("at") ?? "")")
    world.press("Ctrl-S")
    #expect(world.recorded.values.first?.at == Sample.now)
  }

  @Test("now that is typed anew in a draft means the time of then; a time alone is kept as typed")
  func nowAgain() throws {
    var world = try page()
    world.press("+ a Esc")
    let later = Sample.now.adding(seconds: 7200)
    world.arrive(.time(later))
    world.press("+")
    world.goTo("at")
    world.press("Ctrl-U")
    world.type("now")
    world.press("Esc")
    #expect(world.drafts.values.first?.values["at"] == later.iso)
    var timed = try page()
    timed.press("+")
    timed.goTo("at")
    timed.type("19:05")
    timed.press("Esc + a Backspace Esc")
    #expect(timed.drafts.values.first?.values["at"] == Sample.at("2026-11-21 19:05").iso)
  }

  @Test("emptying a form takes its draft away")
  func emptied() throws {
    var world = try page()
    world.press("+ a")
    world.press("Esc +")
    world.press("Backspace Esc")
    #expect(world.drafts.isEmpty)
  }

  @Test("a time with seconds comes back as people type it")
  func noSeconds() throws {
    var world = try page()
    world.arrive(.time(Sample.now.adding(seconds: 33)))
    world.press("+ a Esc +")
    let shown = try #require(world.form?.typed("at"))
    #expect(shown == "21/11/2026 \(Sample.now.clock)")
  }
}
