import Grid
import Store
import TestSupport
import Testing
import Workflow

@testable import Desk
@testable import homeward

@Suite("What somebody typed of a triage while another recorded one of the same child")
struct MeanwhileTests {
  private let frances = Person(id: "frances", name: "Frances Okafor", role: .frontDoor)

  private func workbench(_ drill: DrillDesk) throws -> Workbench {
    try Workbench(
      path: drill.path, frozenAt: SpokenInstant.read(DrillDesk.now, now: Instant(seconds: 0)))
  }

  @Test(
    "an earlier time that somebody typed moves the limits of the episode opened meanwhile, once it was seen"
  )
  func typedEarlierMeanwhile() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let text = String(
      decoding: try FileBytes.read(DrillDesk.report, limit: 1_000_000), as: UTF8.self)
    let kept = try [text.replacing("19/10/2026 21:15", with: "19/10/2026 18:00"), text].map {
      try workbench.receive(Array($0.utf8), source: "pasted", by: frances)[0].reference
    }
    var open = try FrontDoorRowsTests.KeyedForm(
      workbench.draft(of: kept[1], for: frances), workbench, frances)
    let place = try #require(open.form.entries.firstIndex { $0.field.name == "last-seen" })
    open.form.entries[place].text = TextField("19/10/2026 17:10")
    try drill.done(["intake", kept[0], "--commit"], as: "frances")
    // The form has not heard of the other yet: what it would do is not what it shows.
    #expect {
      _ = try open.send()
    } throws: { error in
      let refusal = error as? Refusal
      return refusal?.reason == .conflict
        && refusal?.sentence.contains("is away by E-2026-0001 since Mon 19 Oct 18:00") == true
    }
    open.form.receive(
      try workbench.match(try #require(open.form.question), for: frances))
    let other = open.form.entries.first { $0.field.name == "last-seen-other" }
    #expect(other?.text.text == "19/10/2026 17:10", "\(open.head)")
    #expect(
      open.head.contains("Last seen Mon 19 Oct 17:10, earlier than E-2026-0001 counts from"),
      "\(open.head)")
    _ = try open.send()
    let record = try workbench.page(of: "NB-1001", for: frances).record
    #expect(record?.current?.start?.at.spokenShort == "Mon 19 Oct 17:10")
  }

  @Test("an earlier time that was only read moves nothing, and stays with the report that tells it")
  func toldEarlier() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let text = String(
      decoding: try FileBytes.read(DrillDesk.report, limit: 1_000_000), as: UTF8.self)
    let kept = try [text, text.replacing("19/10/2026 21:15", with: "19/10/2026 18:00")].map {
      try workbench.receive(Array($0.utf8), source: "pasted", by: frances)[0].reference
    }
    for reference in kept { try drill.done(["intake", reference, "--commit"], as: "frances") }
    let timeline = try drill.timeline(of: "NB-1001")
    #expect("\(timeline)".contains("last-seen-told"), "\(timeline)")
    let page = try workbench.page(of: "NB-1001", for: frances)
    #expect(page.record?.current?.start?.at.spokenShort == "Mon 19 Oct 21:15")
    // Two people who tell of two times: the page asks which is right until somebody puts it right.
    #expect(
      page.toldEarlier(now: workbench.now())
        == "! \(kept[1]) has last seen Mon 19 Oct 18:00, earlier than the episode: e on “Went missing”, if it is right"
    )
    let going = try #require(page.child.history.first { $0.kind == .wentMissing }?.sequence)
    func correct(to time: String) throws -> String? {
      try drill.done(
        [
          "record", "corrected", "NB-1001", "--set", "corrects=\(going)", "--set",
          "field=last-seen", "--set", "value=\(time)", "--set", "reason=rung the home",
        ], as: "frances")
      return try workbench.page(of: "NB-1001", for: frances).toldEarlier(now: workbench.now())
    }
    // Who moves it later has not looked at the report that has it earlier.
    #expect(try correct(to: "19/10/2026 21:30") != nil)
    #expect(try correct(to: "19/10/2026 18:00") == nil)
  }

  @Test("another category that ends limits is asked about once, and says how many it ended")
  func categoryEndsLimits() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let text = try FileBytes.read(DrillDesk.report, limit: 1_000_000)
    let reference = try workbench.receive(Array(text), source: "pasted", by: frances)[0].reference
    try drill.done(["intake", reference, "--commit"], as: "frances")
    var form = FormScreen(
      event: .categoryChanged, page: try workbench.page(of: "NB-1001", for: frances),
      preset: Body(), command: "category")
    form.writer = FormScreen.Writer(me: frances, now: workbench.now())
    let place = try #require(form.entries.firstIndex { $0.field.name == "category" })
    form.entries[place].text = TextField("unauthorised-absence")
    form.look(isWhole: true)
    let warning = try #require(form.entries[place].warning)
    #expect(
      warning.contains("limits end by it, first ")
        && warning.hasSuffix("is it known where the child is?"), "\(warning)")
    form.entries[place].text = TextField("missing")
    form.look(isWhole: true)
    #expect(form.entries[place].warning == nil)
    form.entries[place].text = TextField("unauthorised-absence")
    guard case .success(let submission) = form.submission(now: workbench.now()),
      case .recorded(let said, _, _)? = try workbench.submit(submission, by: frances).first
    else {
      Issue.record("nothing was recorded")
      return
    }
    #expect(said.contains("limits end, first: "), "\(said)")
  }

  @Test(
    "what was typed of a triage that another recorded is read again, and told as nothing to record")
  func triagedByAnother() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let text = try FileBytes.read(DrillDesk.report, limit: 1_000_000)
    let reference = try workbench.receive(Array(text), source: "pasted", by: frances)[0].reference
    var open = try FrontDoorRowsTests.KeyedForm(
      workbench.draft(of: reference, for: frances), workbench, frances)
    let place = try #require(open.form.entries.firstIndex { $0.field.name == "last-seen" })
    open.form.entries[place].text = TextField("19/10/2026 17:10")
    try drill.done(["intake", reference, "--commit"], as: "mira")
    open.form.receive(try workbench.match(try #require(open.form.question), for: frances))
    #expect(open.head.contains("triaged it"), "\(open.head)")
    #expect(
      open.head.contains(
        "nothing more is recorded by this form. You typed: last seen 19/10/2026 17:10"),
      "\(open.head)")
    #expect(!open.head.contains("joins") && !open.head.contains("moves"))
    // Without a draft there is nothing to read; with one it is what was typed.
    #expect(throws: Refusal.self) { try workbench.draft(of: reference, for: frances) }
    try workbench.keepDraft(
      FormDraft(values: ["last-seen": "19/10/2026 17:10"], title: "Triage"),
      under: "triage:\(reference):1",
      of: frances)
    #expect(
      try workbench.draft(of: reference, for: frances).match.decided?.contains("triaged it") == true
    )
  }

  @Test("a later time gives everybody more time: it is asked about once, an earlier one is not")
  func softened() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let text = String(
      decoding: try FileBytes.read(DrillDesk.report, limit: 1_000_000), as: UTF8.self)
    let kept = try [text.replacing("19/10/2026 21:15", with: "19/10/2026 18:00"), text].map {
      try workbench.receive(Array($0.utf8), source: "pasted", by: frances)[0].reference
    }
    try drill.done(["intake", kept[0], "--commit"], as: "frances")
    let draft = try workbench.draft(of: kept[1], for: frances)
    var desk = Desk(
      me: frances, place: "Northbrook", now: workbench.now(),
      size: Desk.Size(width: 80, height: 24), themeName: "terminal", tray: .frontDoor,
      isDrill: true, session: "s")
    _ = update(&desk, .draft(draft))
    _ = update(&desk, .draftFound(key: "triage:\(kept[1]):1", nil))
    _ = update(&desk, .key(.control("s")))
    #expect(
      desk.toast?.text.hasPrefix("One line looks odd: Last seen, other.") == true,
      "\(desk.toast?.text ?? "")")
    guard case .form(let form)? = desk.stack.last else { return }
    let warning = form.entries.first { $0.field.name == "last-seen-other" }?.warning
    #expect(warning?.contains("to later by it: is it sure") == true, "\(warning ?? "nothing")")
    let sent = update(&desk, .key(.control("s")))
    #expect(sent.contains { if case .submit = $0 { true } else { false } })
  }
}
