import Grid
import Testing
import Workflow

@testable import Desk

@Suite("Reports and children that belong together, on the screen")
struct TogetherTests {
  private func report(_ reference: String, _ name: String) -> TrayRow {
    var row = TrayRow(
      kind: .report(reference: reference), child: "", name: name, reference: reference,
      title: "Triage report", due: nil, opens: Sample.now, planned: nil, attempts: 0, rules: [])
    row.tray = .frontDoor
    row.report = TrayRow.Report(
      kind: "police missing report", policeReference: "26MIS042078", gist: ReportGist())
    return row
  }

  private func draft(_ values: [String: TriageDraft.Value] = [:]) -> TriageDraft {
    var draft = TriageDraft(
      reference: "R-2026-0078", subject: 2, subjects: 2, kind: "police missing report",
      received: Sample.at("2026-11-21 19:20"), values: values, gaps: [],
      warnings: ["Two values for risk"],
      match: TriageMatch(sameReference: ["26MIS1 is on the desk already: Nguyen"]), text: "A text")
    draft.twins = [
      ReportTwin(reference: "R-2026-0010", name: "Hassan, Muhammad?", common: ["same last seen"])
    ]
    draft.list = ["▹ Daily list of 9", "! Also named: Clarke, Jayden"]
    return draft
  }

  @Test("what may make one record of two stands first before a triage, what only informs last")
  func order() throws {
    let old = Sample.at("2026-10-02 08:00").iso
    var form = FormScreen.triage(
      draft(["reported-at": .init(typed: old, seenAs: "line 2")]), command: "c")
    form.writer = FormScreen.Writer(me: Sample.frontDoor, now: Sample.now)
    let head = form.head
    func place(_ text: String) throws -> Int { try #require(head.firstIndex { $0.contains(text) }) }
    let places = try [
      place("on the desk already"), place("R-2026-0010, Hassan, Muhammad?, waits too"),
      place("Two values"), place("days ago"), place("Daily list of 9"), place("1 line read"),
    ]
    #expect(places == places.sorted() && places.first == 0, "\(head)")
    #expect(form.title.hasPrefix("Triage · child 2 of 2 · "))
    var desk = Sample.desk(80, 24, me: Sample.frontDoor)
    desk.stack = [.form(form)]
    let lines = render(desk).text
    for text in ["child 2 of 2", "on the desk already", "waits too", "Two values", "Also named"] {
      #expect(lines.contains { $0.contains(text) }, "\(text): \(lines.joined(separator: "\n"))")
    }
  }

  @Test(
    "the names of others in a report's row, a form and on a page are hidden with the child's own")
  func hidden() throws {
    var row = report("R-2026-0018", "Nguyen, Van Khoa? (2 of 2)")
    row.report?.list = "2 of 2; Adeyemi, Tobi: E-2026-0034"
    row.report?.twins = [
      ReportTwin(reference: "R-2026-0010", name: "Hassan, Muhammad?", common: ["same last seen"])
    ]
    var desk = Sample.desk(120, 40, me: Sample.frontDoor, tray: .frontDoor, rows: [row])
    let open = render(desk).text.joined(separator: "\n")
    #expect(open.contains("Adeyemi, Tobi: E-2026-0034") && open.contains("! R-2026-0010, Hassan"))
    _ = press(&desk, "H")
    let closed = render(desk).text.joined(separator: "\n")
    for name in ["Nguyen", "Adeyemi", "Tobi", "Hassan", "Muhammad"] {
      #expect(!closed.contains(name), "\(name): \(closed)")
    }
    desk.stack = [.asides(AsidesScreen())]
    _ = update(
      &desk,
      .asides([
        AsideRow(
          reference: "R-2026-0015", name: "Al-Khatib, Yousef?", title: "WX/MP/26/07713",
          decision: "duplicate", by: "F. Okafor", at: Sample.now, reason: "Same as Yousef's")
      ]))
    #expect(!render(desk).text.joined().contains("Yousef"))
    _ = press(&desk, "H")
    let line = try #require(render(desk).text.first { $0.contains("Al-Khatib") })
    #expect(line.contains("Al-Khatib, Yousef? · duplicate · F. Okafor · R-2026-0015"), "\(line)")
  }

  @Test("after a list is taken in the tray is asked for around the first of its reports")
  func listTakenIn() {
    var desk = Sample.desk(me: Sample.frontDoor, tray: .frontDoor)
    var form = FormScreen.intake(command: "c")
    form.isSending = true
    desk.stack = [.form(form)]
    _ = update(&desk, .listTakenIn(first: "R-2026-0006"))
    let effects = update(&desk, .recorded(sentence: "A list of 9 children", child: nil))
    let asked = effects.compactMap { effect -> TrayRow.Kind? in
      if case .loadTray(let question, _) = effect { question.anchor?.kind } else { nil }
    }
    #expect(asked == [.report(reference: "R-2026-0006")])
  }

  @Test("what another records has the register compared anew with the triage that lies open")
  func comparedAnew() {
    var desk = Sample.desk(
      me: Sample.frontDoor, showing: .form(.triage(Sample.draft(), command: "c")))
    let effects = update(&desk, .changedByOthers)
    #expect(effects.contains { if case .match = $0 { true } else { false } }, "\(effects)")
    #expect(
      !update(&desk, .time(Sample.now)).contains { if case .match = $0 { true } else { false } })
  }

  @Test("a triage that another recorded meanwhile says so in the place of all that it would do")
  func decided() {
    var desk = Sample.desk(
      me: Sample.frontDoor, showing: .form(.triage(Sample.draft(), command: "c")))
    guard case .form(var form)? = desk.stack.last else { return }
    var match = Sample.draft().match
    match.decided = "M. Castell triaged it Sat 21 Nov 19:30"
    form.receive(match)
    desk.stack = [.form(form)]
    let shown = render(desk).text.joined(separator: " ")
    #expect(shown.contains("! M. Castell triaged it Sat 21 Nov 19:30: nothing more is recorded"))
    #expect(!shown.contains("this report joins"), "\(shown)")
  }
}
