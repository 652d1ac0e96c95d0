import Desk
import Grid
import Testing
import Workflow

@Suite("Forms, key by key")
struct FormTests {
  /// A desk on the child's page, as somebody, with that child's world behind it.
  private func world(
    _ person: Person = Sample.worker, _ child: ChildCase? = nil, keys: String
  ) throws -> World {
    let child = try child ?? Sample.returned()
    var world = World(Sample.desk(me: person), [child])
    world.desk.stack = [.child(ChildScreen(page: Sample.page(child), step: nil))]
    world.press(keys)
    return world
  }

  private func typed(_ world: World, _ name: String) -> String? { world.form?.typed(name) }

  @Test("text is edited by the keys that every shell has")
  func textIsEdited() throws {
    var world = try world(keys: "o Up Up")
    world.type("her mother")
    #expect(typed(world, "to") == "her mother")
    world.press("Ctrl-W")
    #expect(typed(world, "to") == "her")
    world.press("Backspace Ctrl-A Del Left Right End Backspace")
    #expect(typed(world, "to") == "e")
    world.press("Home x Ctrl-E y Left Left z")
    #expect(typed(world, "to") == "xzey")
    world.press("Ctrl-U")
    #expect(typed(world, "to") == "ey")
  }

  @Test("a code is chosen by its letter, by Space and by arrows, and taken away again")
  func aCodeIsChosen() throws {
    var world = try world(keys: "o")
    #expect(world.form?.entries[world.form?.focus ?? 0].field.name == "answer")
    world.press("u")
    #expect(typed(world, "answer") == "undecided")
    // Behind a letter Space keeps what it chose, and goes on after that.
    world.press("Space")
    #expect(typed(world, "answer") == "undecided")
    world.press("Space")
    #expect(typed(world, "answer") == "no-answer")
    world.press("Left Left")
    #expect(typed(world, "answer") == "declined")
    world.press("Right")
    #expect(typed(world, "answer") == "undecided")
    world.press("Q")
    #expect(typed(world, "answer") == "undecided")
    #expect(world.desk.toast?.text == "No choice is called that; Space goes through them")
    world.press("Backspace")
    #expect(typed(world, "answer") == "")
    world.press(.paste(" No-Answer\n"))
    #expect(typed(world, "answer") == "no-answer")
  }

  @Test("a flag is yes, no or not said")
  func aFlagIsYesNoOrNotSaid() throws {
    var world = try world(Sample.manager, keys: "r Tab y")
    #expect(typed(world, "multi-agency") == "yes")
    world.press("n")
    #expect(typed(world, "multi-agency") == "no")
    world.press("Space Space")
    #expect(typed(world, "multi-agency") == "")
  }

  @Test("a time shows what it means while it is typed")
  func aTimeShowsWhatItMeans() throws {
    var world = try world(keys: "o Up Up Up Ctrl-U")
    func echo() -> String? { world.form?.entries[0].echo(now: Sample.now) }
    #expect(echo() == nil)
    world.type("-2")
    #expect(echo() == "not a time yet")
    world.type("h")
    #expect(echo() == "= Sat 21 Nov 17:40")
    world.press("Ctrl-U")
    world.type("yesterday 22:30")
    #expect(echo() == "= Fri 20 Nov 22:30")
    world.press("Ctrl-U")
    world.type("+3h")
    #expect(echo() == "= Sat 21 Nov 22:40, in the future")
  }

  @Test("a paragraph takes new lines, and moves by lines before it moves by questions")
  func aParagraphTakesNewLines() throws {
    var world = try world(Sample.manager, keys: "r h Tab Tab Tab")
    world.type("one")
    world.press("Enter")
    world.type("two")
    world.press("Up Ctrl-A")
    world.type("at ")
    #expect(typed(world, "rationale") == "at one\ntwo")
    world.press("Down End")
    world.press(.paste(" a\r\nb\rc"))
    #expect(typed(world, "rationale") == "at one\ntwo a\nb\nc")
    #expect(world.form?.focus == 4)
    world.press("Up Up Up Up")
    #expect(world.form?.focus == 3)
  }

  @Test("Enter goes on, and on the last line sends")
  func enterGoesOn() throws {
    var world = try world(keys: "l")
    world.type("A. Rahman")
    world.press("Enter Enter y Enter")
    #expect(world.recorded.isEmpty)
    world.press("Enter")
    #expect(world.recorded.count == 1)
    #expect(world.recorded.values.first?.body[name: "independent"] == .flag(true))
    #expect(world.desk.toast?.text == "Interview allocated recorded. U undoes it.")
    #expect(world.child != nil)
  }

  @Test("what is missing is marked, and the first such line has the keys")
  func whatIsMissingIsMarked() throws {
    var world = try world(Sample.manager, keys: "m Ctrl-S")
    let form = try #require(world.form)
    #expect(form.entries.filter { $0.error != nil }.map(\.field.name) == ["kind", "chair"])
    #expect(form.entries[form.focus].field.name == "kind")
    #expect(world.desk.toast?.text == "2 lines need a look: Meeting, Chair")
    world.press("s")
    #expect(world.form?.entries[1].error == nil)
  }

  @Test("Sending twice records once")
  func sendingTwiceRecordsOnce() throws {
    var world = try world(Sample.manager, keys: "r h")
    world.isSilent = true
    world.press("Ctrl-S Ctrl-S Enter x")
    let sent = world.effects.filter { if case .submit = $0 { true } else { false } }
    #expect(sent.count == 1)
    #expect(typed(world, "risk") == "high")
    #expect(world.desk.toast?.text == "Being recorded …")
  }

  @Test("a refusal gives the form back with everything in it")
  func aRefusalGivesTheFormBack() throws {
    var world = try world(Sample.worker, Sample.returned(), keys: "o n Up Up")
    world.type("Siân")
    world.press("Up Ctrl-U")
    world.type("20/11 9am")
    world.press("Ctrl-S Ctrl-S")
    #expect(world.desk.toast?.text.contains("would be before the return") == true)
    #expect(typed(world, "to") == "Siân" && typed(world, "answer") == "no-answer")
    #expect(world.form?.isSending == false)
    world.press("Esc")
    #expect(
      world.drafts["event:rhi-offered:C-0412:E-2026-0412"]?.values == [
        "at": "2026-11-20T09:00+00:00", "to": "Siân", "answer": "no-answer",
      ])
  }

  @Test("what another corrected meanwhile is told with its value")
  func othersCorrectionIsTold() throws {
    var world = try world(Sample.manager, keys: "r h")
    let child = try #require(world.children["C-0412"])
    let went = try #require(child.history.first { $0.kind == .wentMissing })
    var body = Body(["value": .text("2026-11-20T18:00+00:00")])
    body[.corrects] = went.sequence
    body[.field] = Field<Instant>.lastSeen.name
    body[.reason] = "Misread"
    world.children["C-0412"] = try Sample.record(
      .corrected, "2026-11-21 19:39", on: child, by: Sample.worker, body)
    world.arrive(.changedByOthers)
    #expect(
      world.form?.news
        == "! Since you opened this, A. Rahman recorded \"corrected\", last seen: 20/11/2026 18:00 (19:39)"
    )
  }

  @Test("after others' work the first save says so and the second goes through")
  func othersWorkIsTold() throws {
    for onPage in [true, false] {
      var world = try world(Sample.manager, keys: "r h")
      if !onPage { world.desk.stack.removeFirst() }
      let child = try #require(world.children["C-0412"])
      world.children["C-0412"] = try Sample.record(
        .noteAdded, "2026-11-21 19:39", on: child, by: Sample.worker, Body(["text": .text("Seen")]))
      world.arrive(.changedByOthers)
      #expect(
        world.form?.news == "! Since you opened this, A. Rahman recorded \"note added\" (19:39)")
      world.press("Ctrl-S")
      #expect(world.recorded.isEmpty)
      #expect(world.desk.toast?.role == .error)
      #expect(typed(world, "risk") == "high" && world.form?.news == nil)
      world.press("Ctrl-S")
      #expect(world.recorded.count == 1, "on the page: \(onPage)")
    }
  }

  @Test("Esc keeps what was typed and the same form brings it back; Ctrl-D does not")
  func escKeepsWhatWasTyped() throws {
    var world = try world(keys: "o Up Up Up Ctrl-U - 2 h Tab")
    world.type("her aunt")
    world.press("Esc")
    #expect(
      world.desk.toast?.text == "Kept as a draft: open the same form to go on, or D for all drafts")
    // "Two hours ago" is kept as the time that was meant.
    world.desk.now = Sample.at("2026-11-22 06:00")
    world.press("o")
    #expect(typed(world, "to") == "her aunt")
    #expect(typed(world, "at") == "21/11/2026 17:40")
    #expect(world.form?.entries[0].echo(now: world.desk.now) == "= Sat")
    world.press("Ctrl-D o")
    #expect(typed(world, "to") == "" && typed(world, "at") == "now")
    world.press("Esc")
    #expect(world.drafts.isEmpty, "a form in which nothing was typed leaves no draft")
  }

  @Test("two meetings do not share a draft")
  func twoMeetingsDoNotShareADraft() throws {
    let page = Sample.page(try Sample.returned())
    let keys = ["strategy-meeting", "review-meeting"].map {
      FormScreen(
        event: .meetingHeld, page: page, preset: Body(["kind": .text($0)]), command: "c"
      ).draftKey
    }
    #expect(Set(keys).count == 2)
  }

  @Test("a late draft does not overwrite what was typed meanwhile")
  func aLateDraftDoesNotOverwrite() throws {
    var world = try world(keys: "o a")
    world.arrive(
      .draftFound(
        key: "event:rhi-offered:C-0412:E-2026-0412",
        FormDraft(values: ["answer": "no-answer", "to": "Siân"])))
    #expect(typed(world, "answer") == "accepted" && typed(world, "to") == "Siân")
  }

  @Test("what is typed is kept with the time, and by Ctrl-Z and Ctrl-C")
  func whatIsTypedIsKept() throws {
    for key in ["Ctrl-Z", "Ctrl-C"] {
      var world = try world(keys: "o a \(key)")
      #expect(
        world.drafts["event:rhi-offered:C-0412:E-2026-0412"]?.values == [
          "answer": "accepted", "at": Sample.now.iso,
        ])
      world.effects = []
      world.arrive(.time(Sample.now.adding(seconds: 60)))
      #expect(world.effects.isEmpty, "kept once is kept")
    }
  }
}
