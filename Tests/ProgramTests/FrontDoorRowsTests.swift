import Desk
import Store
import TestSupport
import Testing
import Workflow

@testable import homeward

/// What the front door's tray shows, from a real file.
@Suite("The front door's rows")
struct FrontDoorRowsTests {
  private let frances = Person(id: "frances", name: "Frances Okafor", role: .frontDoor)

  private func workbench(_ drill: DrillDesk) throws -> Workbench {
    try Workbench(
      path: drill.path, frozenAt: SpokenInstant.read(DrillDesk.now, now: Instant(seconds: 0)))
  }

  private func rows(
    _ workbench: Workbench, offset: Int = 0, limit: Int = 100, at anchor: TrayRow? = nil,
    before: Int = 0
  ) throws -> TrayWindow {
    let question = TrayQuestion(
      TrayQuery(tray: .frontDoor), offset: offset, limit: limit,
      anchor: anchor.map { .init(kind: $0.kind, child: $0.child, before: before) })
    return try workbench.window(question, for: frances)
  }

  /// A desk with overdue and further steps in the front door's tray and three reports.
  private func busy() throws -> (DrillDesk, Workbench) {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    for (child, at) in [("NB-1001", "2026-10-19 21:15"), ("NB-1004", "2026-10-24 11:58")] {
      let went = try #require(SpokenInstant.read(at, now: workbench.now()))
      _ = try workbench.perform(
        "away-\(child)", child: child, expecting: nil,
        [
          Command.Entry(
            .wentMissing, at: went,
            Body(["from": .text("care"), "category": .text("missing"), "last-seen": .instant(went)])
          ),
          Command.Entry(.reported, at: went, Body()), Command.Entry(.opened, at: went),
        ], by: frances, at: went)
    }
    // Somebody moved late work of others to the front door.
    let late = try Tray.allCases.filter { $0 != .frontDoor }.flatMap { tray in
      try workbench.window(
        TrayQuestion(TrayQuery(tray: tray), offset: 0, limit: 50), for: frances
      ).rows.filter { $0.due.map { $0 < workbench.now() } ?? false }
    }
    let mira = Person(id: "mira", name: "Mira Castell", role: .missingCoordinator)
    for row in late.prefix(3) {
      _ = try workbench.perform(
        "move-\(row.kind.id)", child: row.child, expecting: nil,
        [
          Command.Entry(
            .reassigned, at: workbench.now(),
            Body([
              "step": .text(row.step?.rawValue ?? ""), "to": .text("front-door"),
              "reason": .text("They are away"),
            ]))
        ], by: mira)
    }
    for name in ["01-merlin-mis.txt", "02-merlin-mis.txt", "05-compact-missing.txt"] {
      let path = DrillDesk.sample("reports/" + name)
      _ = try workbench.receive(
        try FileBytes.read(path, limit: 1_000_000), source: name, by: frances)
    }
    return (drill, workbench)
  }

  @Test("a report names the child whom it is about, as read, and what is overdue stands above it")
  func namesAndOrder() throws {
    let (drill, workbench) = try busy()
    defer { withExtendedLifetime(drill) {} }
    let all = try rows(workbench)
    let isReport = all.rows.map { $0.step == nil }
    let isLate = all.rows.map { $0.due.map { $0 < workbench.now() } ?? false }
    #expect(isReport.filter { $0 }.count == 3)
    #expect(isLate.contains(true), "nothing is overdue")
    let first = try #require(isReport.firstIndex(of: true))
    #expect(isLate.prefix(first).allSatisfy { $0 } && !isLate.dropFirst(first).contains(true))
    #expect(isReport[first..<first + 3].allSatisfy { $0 })
    let reports = all.rows[first..<first + 3]
    let pryce = try #require(reports.first { $0.report?.policeReference == "26MIS041882" })
    #expect(pryce.name == "Pryce-Morgan, Sian?", "\(pryce.name)")
  }

  @Test("reports that wait stand by what presses: high risk, then who is away, the longest first")
  func pressing() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    for name in [
      "06-compact-found.txt", "02-merlin-mis.txt", "01-merlin-mis.txt", "05-compact-missing.txt",
      "03-merlin-mis.txt", "09-carer-email.eml",
    ] {
      _ = try workbench.receive(
        try FileBytes.read(DrillDesk.sample("reports/" + name), limit: 1_000_000), source: name,
        by: frances)
    }
    let reports = try rows(workbench).rows.compactMap(\.report)
    try #require(reports.count == 6)
    let isHigh = reports.map { $0.gist.risk == .high }
    #expect(isHigh == isHigh.sorted { $0 && !$1 } && isHigh.contains(true), "\(isHigh)")
    let high = reports.filter { $0.gist.risk == .high }.map(\.gist)
    #expect(high.map { $0.returned != nil } == [false, false, false, true])
    #expect(high[0].lastSeen.map { workbench.now().since($0) > 3 * 86_400 } == true)
    #expect(reports.last?.gist.risk == nil, "away the longest first: \(reports)")
    // What a row says is what the triage form reads.
    let first = try #require(try rows(workbench).rows.first)
    let draft = try workbench.draft(of: first.reference, for: frances)
    #expect(draft.values["risk"]?.typed == first.report?.gist.risk?.rawValue)
    #expect(draft.values["last-seen"]?.typed == first.report?.gist.lastSeen?.iso)
    let words = try drill.done(["tray", "front-door"])
    #expect(words.contains("HIGH police risk"), "\(words)")
    var away = TrayQuery(tray: .frontDoor)
    away.filter = TrayFilter("is:away")
    let question = TrayQuestion(away, offset: 0, limit: 99)
    let still = try workbench.window(question, for: frances).rows.compactMap(\.report)
    #expect(still.allSatisfy { $0.gist.returned == nil } && !still.isEmpty)
  }

  @Test("a report that waits is found by another name or an address in it, and says in which line")
  func foundByWords() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    for name in [
      "reports/01-merlin-mis.txt", "reports/09-carer-email.eml",
      "daily-list/2026-10-20-daily-missing-list.csv",
    ] {
      _ = try workbench.receive(
        try FileBytes.read(DrillDesk.sample(name), limit: 1_000_000), source: name, by: frances)
    }
    let shanny = try workbench.found("shanny", for: frances)
    try #require(shanny.count == 1)
    #expect(shanny[0].title == "Pryce-Morgan, Sian?")
    #expect(shanny[0].detail.contains("says Known as: SHAN, SHANNY"), "\(shanny[0].detail)")
    let road = try workbench.found("27 thistlepin", for: frances)
    #expect(road.count == 1 && road[0].detail.contains("Thistlepin Road"), "\(road)")
    let hibo = try workbench.found("hibo", for: frances).filter {
      if case .waiting = $0.target { true } else { false }
    }
    #expect(hibo.count == 1, "the list below another child's row finds nobody: \(hibo)")
  }

  @Test("any part of the tray, and any row that is asked for, is the same as in the whole")
  func partsFit() throws {
    let (drill, workbench) = try busy()
    defer { withExtendedLifetime(drill) {} }
    let all = try rows(workbench)
    try #require(all.total == all.rows.count && all.total > 5)
    for offset in 0..<all.total {
      for limit in 1...4 {
        let part = try rows(workbench, offset: offset, limit: limit)
        #expect(
          part.rows.map(\.kind) == all.rows.dropFirst(offset).prefix(limit).map(\.kind),
          "\(offset), \(limit)")
        let asked = try rows(workbench, limit: limit, at: all.rows[offset], before: limit / 2)
        let start = max(0, offset - limit / 2)
        #expect(asked.offset == start && asked.anchor?.isGone == false)
        #expect(
          asked.rows.map(\.kind) == all.rows.dropFirst(start).prefix(limit).map(\.kind),
          "asked for \(offset), \(limit)")
      }
    }
  }

  @Test("a list of several children becomes a report for each, whole, and twice is once")
  func list() throws {
    let drill = try DrillDesk()
    let path = DrillDesk.sample("daily-list/2026-10-20-daily-missing-list.csv")
    let told = try drill.done(["intake", path], as: "frances")
    #expect(
      told.contains("A list of 8 children: a report each, R-2026-0001 to R-2026-0008."), "\(told)")
    let workbench = try workbench(drill)
    #expect(
      try workbench.records(for: frances).waitingReports(Window(limit: 3)).map(\.named) == [
        "Hassan, Mohammed Abdi", "Warsame, Hodan", "Warsame, Hibo",
      ])
    #expect(Set(try rows(workbench).rows.map(\.name)).isSuperset(of: ["Warsame, Hibo?"]))
    let bytes = try FileBytes.read(path, limit: 1_000_000)
    let text = String(decoding: bytes, as: UTF8.self)
    for number in 1...8 {
      let report = try workbench.records(for: frances).report("R-2026-000\(number)")
      #expect(report?.text.hasSuffix(text) == true, "nothing of the list is lost")
    }
    let draft = try workbench.draft(of: "R-2026-0002", for: frances)
    #expect(draft.candidates.first?.id == "NB-1014" && draft.isProposed)
    try drill.done(["intake", path], as: "frances")
    #expect(try rows(workbench).total == 8)
    try drill.done(["intake", "R-2026-0002", "--commit"], as: "frances")
    #expect(try drill.timeline(of: "NB-1014").contains { $0.text("event") == "opened" })
    for command in ["verify", "rebuild", "verify"] { try drill.done([command]) }
    #expect(try rows(workbench).total >= 7)
  }
}
