import Grid
import Testing
import Workflow

@testable import Desk

@Suite("What was learnt, recorded and put right")
struct CorrectedTimeTests {
  private func page(_ child: ChildCase, line: Int = 0) -> World {
    var screen = ChildScreen(page: Sample.page(child), step: nil)
    screen.isTimelineFocused = true
    screen.line = line
    return World(Sample.desk(120, 40, me: Sample.coordinator, showing: .child(screen)), [child])
  }

  private func lines(_ world: World) -> [String] { render(world.desk).text }

  /// A child back at 11:00, of which the desk heard at 12:45 and which was written down at 13:07.
  private func toldLate() throws -> ChildCase {
    let child = try Sample.missing()
    let events = try Decide.events(
      for: Command(
        id: "r", child: child.id,
        entries: [
          .init(
            .returned, at: Sample.at("2026-11-21 11:00"),
            Body([
              "learnt": .instant(Sample.at("2026-11-21 12:45")), "safe": .flag(true),
            ]))
        ]), on: child, by: Sample.coordinator, procedure: Sample.procedure,
      new: NewReferences(record: "M", episode: "E"), now: Sample.at("2026-11-21 13:07"))
    return child.applying(events.enumerated().map { Sample.numbered($1, child.version + $0 + 1) })
  }

  @Test("what was learnt before it was recorded is told with both times, wherever it is told")
  func learntBefore() throws {
    let child = try toldLate()
    var world = page(child)
    world.desk.size = Desk.Size(width: 80, height: 24)
    #expect(
      lines(world).contains { $0.contains("Returned · P. Lovelace (learnt 12:45, recorded 13:07)") }
    )
    #expect(
      world.desk.spoken.focus.contains("learnt Sat 21 Nov 12:45, recorded Sat 21 Nov 13:07"))
    world.press("Enter")
    let whole = lines(world).joined(separator: "\n")
    #expect(whole.contains("Learnt: Sat 21 Nov 2026 12:45"))
    #expect(whole.contains("Recorded: Sat 21 Nov 2026 13:07"))
    world.press("Esc e")
    let prompt = world.form?.prompts.first ?? ""
    #expect(prompt.hasPrefix("What P. Lovelace recorded Sat 21 Nov 13:07 stays"), "\(prompt)")
    let page = Sample.page(child)
    let offer = try #require(page.steps.first { $0.id.step == .rhiOffer })
    let why = Explanation(
      of: offer, child: child, procedure: page.procedure, asOf: Sample.now)
    #expect(
      why.text.contains(
        "learnt Sat 21 Nov 2026 12:45, recorded by P. Lovelace at Sat 21 Nov 2026 13:07"))
    // What it says by a correction it did not say when it was recorded.
    let returned = try #require(child.history.last { $0.kind == .returned }?.sequence)
    let put = try Sample.record(
      .corrected, "2026-11-21 14:10", on: child, by: Sample.worker,
      Body([
        "corrects": .number(returned), "field": .text("safe"), "value": .text("no"),
        "reason": .text("asked again"),
      ]))
    let again = try #require(Sample.page(put).steps.first { $0.id.step == .rhiOffer })
    #expect(
      Explanation(of: again, child: put, procedure: page.procedure, asOf: Sample.now).text
        .contains("at Sat 21 Nov 2026 13:07, corrected by "))
  }

  @Test("what was recorded when it was learnt is told once")
  func learntThen() throws {
    let world = page(try Sample.returned())
    #expect(!lines(world).contains { $0.contains("learnt") })
  }

  /// The sample's return of 08:10, put right to the evening before the meeting was planned.
  private func corrected() throws -> ChildCase {
    let child = try Sample.returned()
    let returned = try #require(child.history.first { $0.kind == .returned })
    return try Sample.record(
      .corrected, "2026-11-21 12:00", on: child, by: Sample.coordinator,
      Body([
        "corrects": .number(returned.sequence), "field": .text("at"),
        "value": .text("2026-11-20T09:30+00:00"), "reason": .text("The carer's log"),
      ]))
  }

  @Test("a line stands at its corrected time, says the one that was, and is sorted by it")
  func standsAtRightTime() throws {
    let world = page(try corrected())
    let line = try #require(lines(world).first { $0.contains("Returned (was") })
    #expect(line.contains("Fri 20 Nov 09:30") && line.contains("Returned (was Sat 21 Nov 08:10)"))
    let kinds = try #require(world.child).entries.map(\.event.kind)
    let back = try #require(kinds.firstIndex(of: .returned))
    let planned = try #require(kinds.firstIndex(of: .meetingPlanned))
    #expect(planned < back, "newest first: the meeting was planned at ten")
    #expect(kinds[back + 1] == .corrected)
    let spoken = world.desk.sentence(
      of: try #require(world.child).entries[back], child: try corrected())
    #expect(spoken.hasPrefix("Fri 20 Nov 09:30, Returned (was Sat 21 Nov 08:10)"))
  }

  @Test(
    "the form that corrects a going says from which line the child counts as missing, as it is typed"
  )
  func countedFrom() throws {
    let child = try Sample.missing()
    let going = try #require(child.history.first { $0.kind == .wentMissing })
    let form = try #require(
      FormScreen.correction(of: going.sequence, page: Sample.page(child), command: "c"))
    var world = World(Sample.desk(me: Sample.coordinator, showing: .form(form)), [child])
    func said() -> String? { lines(world).first { $0.contains("Missing counts from") } }
    func retype(_ field: String, _ text: String) {
      world.goTo(field)
      world.press("Ctrl-U")
      world.type(text)
      world.press("Tab")
    }
    let before = try #require(said())
    retype("last-seen", "19/11/2026 20:30")
    #expect(
      try #require(said()).contains(
        "Missing counts from “Last seen”, Thu 19 Nov 20:30, not from “Gone since”"), "\(before)")
    world.goTo("at")
    #expect(lines(world).contains { $0.contains("counts only while “Last seen” is empty") })
    retype("left", "19/11/2026 20:45")
    #expect(try #require(said()).contains("Missing counts from “Left placement”, Thu 19 Nov 20:45"))
    retype("left", "")
    retype("last-seen", "unknown")
    #expect(try #require(said()).contains("“Last seen” is not known"))
  }

  @Test("in a correction a time gives way to the one that is typed, and a cursor key keeps it")
  func timesGiveWay() throws {
    let child = try Sample.missing()
    let going = try #require(child.history.first { $0.kind == .wentMissing })
    let form = try #require(
      FormScreen.correction(of: going.sequence, page: Sample.page(child), command: "c"))
    var world = World(Sample.desk(120, 40, me: Sample.coordinator, showing: .form(form)), [child])
    world.goTo("at")
    let recorded = try #require(world.form?.typed("at"))
    // Whoever only walks through the lines changes nothing.
    world.press("Tab")
    world.goTo("at")
    #expect(world.form?.typed("at") == recorded)
    #expect(lines(world).contains { $0.contains("Typing replaces it; ← goes into it") })
    world.type("fri 3pm")
    #expect(world.form?.typed("at") == "fri 3pm")
    #expect(!lines(world).contains { $0.contains("Typing replaces it") })
    // What is typed from here on is one's own.
    world.press("Tab")
    world.goTo("at")
    world.type("x")
    #expect(world.form?.typed("at") == "fri 3pmx")
    var moved = World(Sample.desk(me: Sample.coordinator, showing: .form(form)), [child])
    moved.goTo("at")
    moved.press("Left Backspace")
    moved.type("7")
    #expect(moved.form?.typed("at") == String(recorded.dropLast(2)) + "7" + recorded.suffix(1))
    moved.press("Alt-u Alt-u")
    #expect(moved.form?.typed("at") == recorded)
  }

  @Test("the explanation of a step names the lines that move it")
  func countedFromExplained() throws {
    let page = Sample.page(try Sample.missing())
    let step = try #require(page.steps.first { $0.counted.anchor == .missingStart })
    let why = Explanation(
      of: step, child: page.child, procedure: page.procedure, asOf: Sample.now)
    let basis = try #require(page.record?.current?.start?.basis)
    #expect(
      why.text.contains(
        basis == .stated
          ? "A corrected “Gone since”, or a “Last seen” that is filled in"
          : "“Gone since” does not count beside them"), "\(why.text)")
  }

  @Test("a corrected time of which the correction was withdrawn stands as it was said first")
  func correctionWithdrawn() throws {
    let child = try corrected()
    let correction = try #require(child.history.last)
    let after = try Sample.record(
      .withdrawn, "2026-11-21 12:10", on: child, by: Sample.coordinator,
      Body(["corrects": .number(correction.sequence), "reason": .text("Wrong child")]))
    #expect(!lines(page(after)).contains { $0.contains("(was") })
  }

  @Test("a correction is read in words: what it is about, what it said, what is right")
  func readsInWords() throws {
    var world = page(try corrected())
    let place = try #require(world.child?.entries.firstIndex { $0.event.kind == .corrected })
    for _ in 0..<place { world.press("Down") }
    world.press("Enter")
    let whole = lines(world).joined(separator: "\n")
    #expect(whole.contains("About: Returned, Sat 21 Nov 2026 08:10, by P. Lovelace"))
    #expect(whole.contains("What: Back at"))
    #expect(whole.contains("It said: Sat 21 Nov 2026 08:10"))
    #expect(whole.contains("Right: Fri 20 Nov 2026 09:30"))
    #expect(!whole.contains("Field: at") && !whole.contains("2026-11-20T09:30"))
  }

  @Test("a code that is put right is read in its words")
  func readsCodes() throws {
    let child = try Sample.returned()
    let attempt = try #require(child.history.first { $0.kind == .rhiOffered })
    let after = try Sample.record(
      .corrected, "2026-11-21 12:00", on: child, by: Sample.worker,
      Body([
        "corrects": .number(attempt.sequence), "field": .text("answer"),
        "value": .text("message-left"), "reason": .text("Slip"),
      ]))
    let act = try #require(after.history.last)
    #expect(
      EventChange(of: act, in: after)?.lines.suffix(3) == [
        "What: Answer", "It said: no answer", "Right: message left",
      ])
  }

  @Test("why it is corrected is asked right below what is changed, and only then")
  func reasonInSight() throws {
    var world = page(try Sample.returned())
    world.press("e")
    #expect(world.form?.entries.last?.field.name == FormScreen.reasonOfCorrection)
    world.goTo("answer")
    world.press("m")
    let form = try #require(world.form)
    let place = try #require(
      form.entries.firstIndex { $0.field.name == FormScreen.reasonOfCorrection })
    #expect(form.entries[form.focus].field.name == "answer" && place == form.focus + 1)
    #expect(lines(world).contains { $0.contains("*Why it is corrected") })
    world.press("n o")
    #expect(world.form?.entries.last?.field.name == FormScreen.reasonOfCorrection)
    #expect(world.form?.entries.last?.field.isRequired == false)
    #expect(world.form.map { $0.entries[$0.focus].field.name } == "answer")
  }

  @Test("a form that was left is named on the child's page as long as it is not recorded")
  func draftOnPage() throws {
    var world = page(try Sample.missing())
    world.press("b")
    world.goTo("place")
    world.type("Elm House")
    world.press("Esc")
    func draft() -> String? { lines(world).first { $0.contains("~ Draft, not recorded: ") } }
    #expect(draft()?.contains("returned; b goes on") == true)
    world.press("Down Down")
    #expect(draft() != nil, "and not for one key only")
    #expect(world.desk.spoken.more.contains { $0.hasPrefix("~ Draft, not recorded: returned") })
    world.press("+")
    world.type("Rang")
    world.press("Esc")
    #expect(
      lines(world).contains { $0.contains("~ 2 drafts, not recorded:") && $0.contains("D lists") })
    world.press("b")
    #expect(world.form?.typed("place") == "Elm House")
    world.press("Ctrl-D + Ctrl-D")
    #expect(draft() == nil)
  }
}
