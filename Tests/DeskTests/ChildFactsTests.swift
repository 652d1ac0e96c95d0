import Grid
import Testing
import Workflow

@testable import Desk

@Suite("What a child's page says to whoever is on the line")
struct ChildFactsTests {
  private func desk(_ child: ChildCase, _ width: Int = 80, _ height: Int = 24) -> Desk {
    Sample.desk(
      width, height, me: Sample.manager,
      showing: .child(ChildScreen(page: Sample.page(child), step: nil)))
  }

  private func text(_ desk: Desk) -> String { render(desk).text.joined(separator: "\n") }

  private func file(_ child: ChildCase) -> [String] {
    EpisodeFile(page: Sample.page(child), now: Sample.now).sections.first?.lines ?? []
  }

  /// A child who was reported on Friday, and of whom nobody knows when she was last seen.
  private func unseen(isReported: Bool = true) throws -> ChildCase {
    var child = ChildCase(id: "C-0500")
    child = try Sample.record(
      .childRegistered, "2026-03-02 09:00", on: child, by: Sample.frontDoor,
      Body(["family-name": .text("Abara"), "given-names": .text("Ife")]))
    child = try Sample.record(
      .wentMissing, "2026-11-20 07:20", on: child, by: Sample.frontDoor,
      Body(["from": .text("home"), "category": .text("missing"), "last-seen": .unknown]))
    guard isReported else { return child }
    child = try Sample.record(
      .reported, "2026-11-20 08:05", on: child, by: Sample.frontDoor,
      Body(["by": .text("police"), "risk": .text("medium")]))
    return try Sample.record(.opened, "2026-11-20 08:10", on: child, by: Sample.frontDoor)
  }

  @Test("that nobody says who saw the child last leaves named who saw her before")
  func seenEarlier() throws {
    var child = ChildCase(id: "C-0500")
    child = try Sample.record(
      .childRegistered, "2026-03-02 09:00", on: child, by: Sample.frontDoor,
      Body(["family-name": .text("Abara"), "given-names": .text("Ife")]))
    child = try Sample.record(
      .wentMissing, "2026-11-20 07:20", on: child, by: Sample.frontDoor,
      Body([
        "from": .text("home"), "category": .text("missing"),
        "last-seen": .instant(Sample.at("2026-11-20 07:20")), "last-seen-by": .text("Her aunt"),
      ]))
    child = try Sample.record(.opened, "2026-11-20 08:10", on: child, by: Sample.frontDoor)
    let number = try #require(child.history.first { $0.kind == .wentMissing }).sequence
    let later = Sample.at("2026-11-20 07:50").iso
    for (field, value) in [("last-seen", later), ("last-seen-by", "unknown")] {
      child = try Sample.record(
        .corrected, "2026-11-20 09:00", on: child, by: Sample.frontDoor,
        Body([
          "corrects": .number(number), "field": .text(field), "value": .text(value),
          "reason": .text("R-1 says when, not by whom"),
        ]))
    }
    let lines = EpisodeFile(page: Sample.page(child), now: Sample.now).lines.map(\.trimmed)
    #expect(lines.contains("Last seen by: unknown (Fri 20 Nov 07:50)"), "\(lines)")
    #expect(lines.contains("Seen earlier by: Her aunt (Fri 20 Nov 07:20)"), "\(lines)")
  }

  @Test("that nobody knows since when a child is away is said on the page and in the forms")
  func lastSeenUnknown() throws {
    let page = text(desk(try unseen()))
    #expect(page.contains("AWAY at least 1d 11h"), "\(page)")
    #expect(page.contains("last seen not known, reported Fri 20 Nov 08:05"), "\(page)")
    #expect(!page.contains("since Fri"))
    var world = World(desk(try unseen(), 120, 40), [try unseen()])
    world.press("m")
    let form = world.form?.absence.first ?? ""
    #expect(
      form.hasPrefix("▸ AWAY at least 1d 11h, last seen not known, reported Fri 20 Nov 08:05"),
      "\(form)")
    let noticed = text(desk(try unseen(isReported: false)))
    #expect(noticed.contains("last seen not known, noticed Fri 20 Nov 07:20"), "\(noticed)")
  }

  @Test("and in the pane of a tray", arguments: [(80, 24), (120, 40)])
  func lastSeenUnknownInTray(width: Int, height: Int) {
    var row = Sample.row(431, name: "Abara, Ife 15", due: "2026-11-22 09:15")
    row.absence = .init(started: Sample.at("2026-11-20 08:05"), returned: nil)
    row.absence?.basis = .reported
    let pane = text(Sample.desk(width, height, rows: [row]))
    #expect(
      pane.contains("AWAY at least 1d 11h, last seen not known, reported Fri 20 Nov 08:05"),
      "\(pane)")
  }

  @Test(
    "a report that waits for the child stands in her header, and Enter opens it where nothing else is to do"
  )
  func waits() throws {
    let registered = try Sample.record(
      .childRegistered, "2026-03-02 09:00", on: ChildCase(id: "C-0412"), by: Sample.frontDoor,
      Body(["family-name": .text("Pryce-Morgan"), "given-names": .text("Siân")]))
    var page = Sample.page(registered)
    page.waiting = [Sample.waiting]
    var desk = Sample.desk(showing: .child(ChildScreen(page: page, step: nil)))
    let shown = text(desk)
    #expect(shown.contains("! R-2026-0077 waits for triage: medium, away"), "\(shown)")
    #expect(shown.contains("R-2026-0077 waits for triage: Enter opens it."), "\(shown)")
    #expect(!shown.contains("No missing record") && !shown.contains("Nothing to do"))
    #expect(press(&desk, "Enter") == [.readReport("R-2026-0077")])
    // Beside a record that is open it is a line of its own; what only may mean her says so.
    page = Sample.page(try Sample.missing())
    page.waiting = [
      WaitingReport(
        reference: "R-2026-0078", report: Sample.waiting.report, isSure: false, isAgain: false)
    ]
    let beside = text(Sample.desk(showing: .child(ChildScreen(page: page, step: nil))))
    #expect(beside.contains("AWAY") && beside.contains("R-2026-0078 waits for triage, perhaps"))
  }

  @Test("a filter that no step fits says so, and how many are open")
  func nothingFits() throws {
    let child = try Sample.missing()
    var desk = desk(child)
    let open = Sample.page(child).steps.count(where: \.isOpen)
    _ = press(&desk, "\\ z z z Enter")
    #expect(open > 0)
    let shown = text(desk)
    #expect(shown.contains("Nothing fits · \(open) open"), "\(shown)")
    #expect(shown.contains("Work steps · 0 of \(open) open"), "\(shown)")
    #expect(!shown.contains("Nothing to do"))
    #expect(desk.spoken.focus == "Nothing fits, \(open) open")
  }

  /// The child, interviewed, with a risk that the interview gave.
  private func interviewed(_ risk: String) throws -> ChildCase {
    var body = Sample.heldWhole
    body[name: "risk"] = .text(risk)
    return try Sample.record(
      .rhiHeld, "2026-11-21 15:00", on: try Sample.returned(), by: Sample.worker, body)
  }

  @Test("what the interview rates stands beside ours until somebody rates again")
  func interviewRisk() throws {
    var child = try interviewed("medium")
    #expect(text(desk(child)).contains("interview: medium"))
    #expect(!text(desk(child)).contains("above ours"))
    child = try Sample.record(
      .riskAssessed, "2026-11-21 15:30", on: child, by: Sample.manager,
      Body([
        "risk": .text("low"), "multi-agency": .flag(true), "rationale": .text("Safe at home"),
      ]))
    #expect(!text(desk(child)).contains("interview: medium"))
    var body = Sample.heldWhole
    body[name: "risk"] = .text("high")
    child = try Sample.record(.rhiHeld, "2026-11-21 16:00", on: child, by: Sample.worker, body)
    let shown = text(desk(child))
    // The line says above which: ours might not have room behind it.
    #expect(shown.contains("interview: high, above ours (low); r rates it"), "\(shown)")
    #expect(!shown.contains("ours low"), "once is enough")
    #expect(
      TrayRow.Risks(police: .medium, ours: .low, interview: .high).words
        == "police risk medium, ours low, interview: high, above ours")
  }

  @Test("a RAG rating that is older than what the child told says so beside it")
  func ratedBeforeHarm() throws {
    func rated(_ time: String, on child: ChildCase) throws -> ChildCase {
      try Sample.record(
        .ragSet, time, on: child, by: Sample.coordinator, Body(["rag": .text("green")]))
    }
    var told = Sample.heldWhole
    told[name: "significant-harm"] = .flag(true)
    var child = try rated("2026-11-21 12:00", on: try Sample.returned())
    #expect(!text(desk(child)).contains("before that harm"))
    child = try Sample.record(.rhiHeld, "2026-11-21 15:00", on: child, by: Sample.worker, told)
    #expect(text(desk(child)).contains("RAG green, before that harm"), "\(text(desk(child)))")
    child = try rated("2026-11-21 16:00", on: child)
    let shown = text(desk(child))
    #expect(shown.contains("RAG green") && !shown.contains("before that harm"), "\(shown)")
  }

  @Test(
    "i begins with what is asked about the child, each with its source, and what nobody has said")
  func aboutTheChild() throws {
    let child = try Sample.record(
      .reported, "2026-11-19 23:00", on: try Sample.missing(), by: Sample.frontDoor,
      Body([
        "by": .text("police"), "medical": .text("Sertraline 50mg daily"),
        "clothing": .text("red coat"), "report": .text("R-2026-0003"),
      ]))
    let lines = file(child)
    #expect(
      lines.first == "Markers: CSE, gang (register, Mon 2 Mar 09:00)"
        || lines.first?.hasPrefix("Markers: CSE") == true, "\(lines)")
    #expect(lines.contains("Medical need: Sertraline 50mg daily (R-2026-0003, Thu 19 Nov 23:00)"))
    #expect(lines.contains("Clothing: red coat (R-2026-0003, Thu 19 Nov 23:00)"))
    #expect(lines.last == "Not on record: child's phone, description", "\(lines)")
    #expect(text(desk(child)).contains("medical: Sertraline 50mg daily"))
  }

  @Test("markers for which the first line has no room are counted, with the key that shows them")
  func markersCut() throws {
    let child = try Sample.record(
      .childUpdated, "2026-11-19 22:00", on: try Sample.missing(), by: Sample.frontDoor,
      Body(["markers": .list(["cse", "mental-health", "substance-misuse", "gang"])]))
    let first = render(desk(child)).text.first { $0.contains("born") } ?? ""
    #expect(first.contains("markers (i)") && !first.contains("…"), "\(first)")
    #expect(file(child).first?.contains("mental health") == true)
  }

  @Test(
    "a correction is indented below its line, and a corrected last seen is where the going stands")
  func timeline() throws {
    var child = try unseen()
    let going = try #require(child.history.first { $0.kind == .wentMissing })
    child = try Sample.record(
      .corrected, "2026-11-21 18:43", on: child, by: Sample.frontDoor,
      Body([
        "corrects": .number(going.sequence), "field": .text("last-seen"),
        "value": .text("2026-11-18 15:10"), "reason": .text("School saw her then"),
      ]))
    let entries = TimelineEntry.entries(of: child, .everything)
    let place = try #require(entries.firstIndex { $0.event.kind == .wentMissing })
    #expect(entries[place].happened == Sample.at("2026-11-18 15:10"))
    #expect(entries[place + 1].isBelow)
    let shown = render(desk(child, 120, 40)).text
    #expect(shown.contains { $0.contains("└ Sat 21 Nov 18:43") }, "\(shown)")
  }

  @Test("where a child was located who is not home stands in the header")
  func located() throws {
    let child = try Sample.record(
      .found, "2026-11-21 18:00", on: try Sample.missing(), by: Sample.frontDoor,
      Body(["place": .text("Saltcombe Parkway station"), "by": .text("police")]))
    let shown = text(desk(child))
    #expect(
      shown.contains("located Sat 21 Nov 18:00, Saltcombe Parkway station; not home yet"),
      "\(shown)")
  }

  @Test("what the register has of several stands in the form that changes it: one more loses none")
  func markersStay() throws {
    let page = Sample.page(try Sample.missing())
    var form = FormScreen(event: .childUpdated, page: page, preset: Body(), command: "c")
    let place = try #require(form.entries.firstIndex { $0.field.name == "markers" })
    #expect(form.entries[place].text.text == "cse,gang")
    #expect(form.draft(now: Sample.now) == nil, "nobody has typed anything")
    form.entries[place].text = TextField("cse,gang,medical")
    #expect(form.body[name: "markers"] == .list(["cse", "gang", "medical"]))
  }

  @Test("the form of an event on a child shows the last report that was kept of the absence")
  func reportOfForm() throws {
    let child = try Sample.record(
      .reported, "2026-11-20 08:00", on: try Sample.missing(), by: Sample.frontDoor,
      Body(["by": .text("police"), "report": .text("R-2026-0090")]))
    var desk = World.page(for: Sample.worker, of: child, keys: "b").desk
    #expect(press(&desk, "F3").contains(.loadReportText("R-2026-0090")))
    // An interview is of the absence before, and so is the report that its form shows.
    let back = try Sample.record(
      .returned, "2026-11-20 09:00", on: child, by: Sample.coordinator,
      Body(["safe": .flag(true)]))
    let gone = try Sample.record(
      .wentMissing, "2026-11-21 18:00", on: back, by: Sample.frontDoor,
      Body([
        "from": .text("care"), "category": .text("missing"),
        "last-seen": .instant(Sample.at("2026-11-21 18:00")),
      ]), episode: "E-2026-0500")
    let again = try Sample.record(
      .reported, "2026-11-21 18:30", on: gone, by: Sample.frontDoor,
      Body(["by": .text("police"), "report": .text("R-2026-0091")]))
    let form = FormScreen(
      event: .rhiHeld, page: Sample.page(again), preset: Body(), command: "c")
    #expect(form.lastReport == "R-2026-0090")
  }
}
