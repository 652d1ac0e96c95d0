import Exchange
import Store
import TestSupport
import Testing
import Workflow

@testable import Desk
@testable import homeward

/// What the desk has of children who are away stands beside what comes in of them, and finds them.
@Suite("Who is away here, beside what came in")
struct OpenHereTests {
  private let frances = Person(id: "frances", name: "Frances Okafor", role: .frontDoor)

  private let drill: DrillDesk

  init() throws { drill = try DrillDesk() }

  private func workbench(_ now: String) throws -> Workbench {
    try Workbench(path: drill.path, frozenAt: SpokenInstant.read(now, now: Instant(seconds: 0)))
  }

  private func away(
    _ child: String, _ at: String, _ reference: String, category: String = "missing",
    on workbench: Workbench
  ) throws {
    let went = try #require(SpokenInstant.read(at, now: workbench.now()))
    _ = try workbench.perform(
      "away-\(child)", child: child, expecting: nil,
      [
        Command.Entry(
          .wentMissing, at: went,
          Body(["from": .text("care"), "category": .text(category), "last-seen": .instant(went)])),
        Command.Entry(.reported, at: went, Body(["police-ref": .text(reference)])),
        Command.Entry(.opened, at: went),
      ], by: frances, at: went)
  }

  private func report(_ name: String, born: String) -> String {
    """
    From: control.north@example.org
    Date: Sun, 22 Nov 2026 23:10:00 +0000
    Subject: Missing child

    Name: \(name)
    DOB: \(born)
    Ref: 26MIS070123
    Risk: HIGH
    Last seen: 22/11/2026 22:40
    Reported: 22/11/2026 23:05
    Reported by: Joan Pettit
    Missing from: home

    """
  }

  private func row(_ workbench: Workbench, _ reference: String) throws -> TrayRow.Report {
    let rows = try workbench.window(
      TrayQuestion(TrayQuery(tray: .frontDoor), offset: 0, limit: 200), for: frances
    ).rows
    return try #require(rows.first { $0.kind.id == reference }?.report)
  }

  @Test("a report of a child who is away here longer counts from that, and its row says so")
  func openLonger() throws {
    let workbench = try workbench("2026-11-22 23:40")
    let kept = try workbench.receive(
      Array(report("Sian Pryce-Morgan", born: "14/03/2011").utf8), source: "mail", by: frances)
    let reference = kept[0].reference
    #expect(try row(workbench, reference).standing(now: workbench.now())[0] == "HIGH, away 1h")
    try away("NB-1001", "2026-11-21 20:00", "26MIS041882", on: workbench)
    let open = try row(workbench, reference)
    #expect(open.standing(now: workbench.now()).first == "HIGH, away 27h, open here")
    #expect(open.standing(now: workbench.now()).contains("HIGH, away 27h"))
    let lines = open.lines(now: workbench.now())
    #expect(lines[0].contains("AWAY 1d 3h") && lines[0].contains("last seen Sun 22 Nov 22:40"))
    #expect(lines[1] == "! Open here already: E-2026-0001, away since Sat 21 Nov 20:00", "\(lines)")
    _ = try workbench.perform(
      "back", child: "NB-1001", expecting: nil,
      [Command.Entry(.returned, at: workbench.now())], by: frances, at: workbench.now())
    #expect(try row(workbench, reference).open == nil)
  }

  @Test("a letter of which nothing else was read says that its child is away here")
  func unread() throws {
    let workbench = try workbench("2026-11-22 23:40")
    try away("NB-1001", "2026-11-21 20:00", "26MIS041882", on: workbench)
    let letter = """
      Dear duty team,

      Siân Pryce-Morgan, born 14 March 2011, who lives with us, did not come back from football.

      Pat Rowe
      """
    let kept = try workbench.receive(Array(letter.utf8), source: "mail", by: frances)
    let row = try row(workbench, kept[0].reference)
    #expect(row.isUnread)
    #expect(row.standing(now: workbench.now()) == ["not read, away 27h here", "not read"])
    #expect(row.lines(now: workbench.now()).contains { $0.hasPrefix("! Open here already: ") })
  }

  @Test("a filter finds what waits by plain letters, and by a part of the police's reference")
  func filterPlain() throws {
    let workbench = try workbench("2026-11-22 23:40")
    let letter =
      "Dear all,\n\nEmeka Nguyễn, born 6 May 2015, did not come back. I told the police, reference 26MIS61999.\n"
    _ = try workbench.receive(Array(letter.utf8), source: "mail", by: frances)
    for word in ["nguyen", "nguyễn", "61999", "emeka"] {
      var query = TrayQuery(tray: .frontDoor)
      query.filter = TrayFilter(word)
      let rows = try workbench.window(
        TrayQuestion(query, offset: 0, limit: 200), for: frances
      ).rows
      #expect(rows.contains { $0.report != nil }, "\(word)")
    }
  }

  @Test("a word of the filter looks nothing up of the reports that it leaves out")
  func filterAlone() throws {
    let workbench = try workbench("2026-11-22 23:40")
    try away("NB-1001", "2026-11-21 20:00", "26MIS041882", on: workbench)
    let kept = try workbench.receive(
      Array(report("Sian Pryce-Morgan", born: "14/03/2011").utf8), source: "mail", by: frances)
    func rows(_ word: String) throws -> [TrayRow] {
      var query = TrayQuery(tray: .frontDoor)
      query.filter = TrayFilter(word)
      return try workbench.window(
        TrayQuestion(query, offset: 0, limit: 200), for: frances
      ).rows
    }
    let head = try workbench.file.head().sequence
    #expect(try rows("whitlock").isEmpty)
    #expect(workbench.returns.returns(head: head).isEmpty)
    #expect(workbench.ends.known(kept[0].reference) == nil)
    let row = try #require(try rows("pryce").first { $0.report != nil })
    #expect(row.report?.open != nil, "what is shown is looked up")
    #expect(workbench.ends.known(kept[0].reference) == false)
  }

  @Test(
    "a report that was seen earlier keeps its own time, and one of another child has nothing open")
  func ownTime() throws {
    let workbench = try workbench("2026-11-22 23:40")
    try away("NB-1001", "2026-11-22 23:00", "26MIS041882", on: workbench)
    let own = try workbench.receive(
      Array(report("Sian Pryce-Morgan", born: "14/03/2011").utf8), source: "mail", by: frances)
    let row = try row(workbench, own[0].reference)
    #expect(row.standing(now: workbench.now()).first == "HIGH, away 1h, open here")
    let other = try workbench.receive(
      Array(report("Danika Holloway", born: "05/03/2011").utf8), source: "mail", by: frances)
    #expect(try self.row(workbench, other[0].reference).open == nil)
  }

  @Test("a daily list says whom it was not compared with")
  func notLookedFor() throws {
    let workbench = try workbench("2026-11-23 07:15")
    try away("NB-1001", "2026-11-22 21:15", "26MIS041882", on: workbench)
    try away(
      "NB-1012", "2026-11-21 12:40", "none", category: "unauthorised-absence", on: workbench)
    let list = """
      record_id,record_state,full_name,gender,date_of_birth,category,grading,last_seen,date_time_reported,closed_at,location_missing_from,responsible_la
      26MIS060671,OPEN,OKORO-LAING Precious,F,2010-12-04,home,low,2026-11-22T13:00+00:00,2026-11-22T22:05+00:00,,118 Candlewick Rise,Northbrook
      26MIS060672,OPEN,ABARA Tom,M,2010-12-05,home,low,2026-11-22T12:00+00:00,2026-11-22T22:05+00:00,,119 Candlewick Rise,Northbrook

      """
    let kept = try workbench.receive(Array(list.utf8), source: "list.csv", by: frances)
    let draft = try workbench.draft(of: kept[0].reference, for: frances)
    #expect(
      draft.list.contains(
        "▹ Away here, not looked for on it: 1 gone after its last row (Sun 22 Nov 13:00), 1 with unauthorised absence"
      ), "\(draft.list)")
  }

  @Test("a grading in a letter from a house is asked about, and orders nothing")
  func gradingAsked() throws {
    let workbench = try workbench("2026-11-22 23:40")
    let letter = """
      From: alderlodge@mail.example
      Date: Sun, 22 Nov 2026 23:10:00 +0000
      Subject: Danika Holloway - not back

      Danika Holloway, date of birth 05/03/2011, is not back. We have her key worker out looking.
      Danika is high risk.

      """
    let kept = try workbench.receive(Array(letter.utf8), source: "mail", by: frances)
    let draft = try workbench.draft(of: kept[0].reference, for: frances)
    #expect(draft.values["risk"] == nil)
    #expect(draft.notAsked["risk"] == "high, line 6: the police’s grading?")
    #expect(draft.values["reported-at"]?.typed == "2026-11-22T23:10+00:00")
    #expect(try row(workbench, kept[0].reference).gist.risk == nil)
  }

  @Test("the form of a safe and well check says where the child was located")
  func checkedWhere() throws {
    let workbench = try workbench("2026-11-22 23:40")
    try away("NB-1001", "2026-11-21 20:00", "26MIS041882", on: workbench)
    let found = try #require(SpokenInstant.read("2026-11-22 18:05", now: workbench.now()))
    _ = try workbench.perform(
      "found", child: "NB-1001", expecting: nil,
      [
        Command.Entry(
          .found, at: found,
          Body(["place": .text("12 Rookery Lane"), "found-by": .text("police")]))
      ], by: frances, at: workbench.now())
    let page = try workbench.page(of: "NB-1001", for: frances)
    let form = FormScreen(event: .safeAndWell, page: page, preset: Body(), command: "c")
    #expect(
      form.head.contains { $0.contains("▸ Located Sun 22 Nov 18:05, 12 Rookery Lane, by police") },
      "\(form.head)")
    #expect(form.entries.allSatisfy { $0.field.name != "outcome" || $0.text.text.isEmpty })
  }

  @Test("a filter finds a child's rows by part of the police's reference")
  func filteredByReference() throws {
    let workbench = try workbench("2026-11-23 07:15")
    try away("NB-1001", "2026-11-22 21:15", "RPS/720/22NOV26", on: workbench)
    try away("NB-1012", "2026-11-22 20:15", "26MIS041882", on: workbench)
    func children(_ filter: String) throws -> Set<String> {
      var query = TrayQuery(tray: .frontDoor)
      query.isOfAll = true
      query.filter = TrayFilter(filter)
      return Set(
        try workbench.window(TrayQuestion(query, offset: 0, limit: 200), for: frances).rows
          .map(\.child))
    }
    #expect(try children("") == ["NB-1001", "NB-1012"])
    #expect(try children(" 720") == ["NB-1001"])
    #expect(try children("mis0418") == ["NB-1012"])
    #expect(try children("041882 rate").isSubset(of: ["NB-1012"]))
    #expect(try children("999").isEmpty)
  }
}
