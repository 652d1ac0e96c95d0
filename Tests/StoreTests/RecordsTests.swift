import GRDB
import Store
import Testing
import Workflow

@Suite("Reports, the register, search and drafts")
struct RecordsTests {
  private func actor(_ desk: TestDesk) -> Actor {
    Actor(desk.coordinator, account: "mo", now: desk.now)
  }

  @Test("A report waits until it is triaged, once; the same text twice is one report")
  func reports() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    let text = "MISSING\r\nZoë Okafor\u{0}\u{1B}[2J  \n"
    let first = try desk.desk.receiveReport(
      text: text, source: "inbox/1.txt", kind: "police", policeReference: "CAD 1/1MAR",
      by: actor(desk))
    #expect(first == ReceivedReport(reference: "R-2026-0001", isNew: true))
    let again = try desk.desk.receiveReport(
      text: text, source: "inbox/2.txt", kind: "police", by: actor(desk))
    #expect(again == ReceivedReport(reference: "R-2026-0001", isNew: false))
    let records = desk.records
    #expect(try records.waitingReports(Window(limit: 9)).map(\.policeReference) == ["CAD 1/1MAR"])
    #expect(try records.report("R-2026-0001")?.text == text)
    _ = try desk.desk.triage(
      desk.triage(report: "R-2026-0001"), of: "C1", id: "t1", by: desk.coordinator,
      account: "mo", now: desk.now, procedures: desk.procedures)
    #expect(try records.waitingReportCount() == 0)
    let row = try #require(try records.report("R-2026-0001")?.row)
    #expect(row.child == "C1" && row.decision == "opened" && row.triagedBy == "Mo Coord")
    #expect(
      try desk.desk.entries(of: .report("R-2026-0001")).map(\.event.kind) == [
        .reportReceived, .triaged,
      ])
    // Somebody else is a moment late, and nothing of it is written.
    let head = try desk.desk.head()
    let error = #expect(throws: Refusal.self) {
      try desk.desk.triage(
        desk.triage(report: "R-2026-0001"), of: "C1", id: "t2", by: desk.frontDoor,
        account: "fran", now: desk.now, procedures: desk.procedures)
    }
    #expect(error?.reason == .conflict)
    #expect(try desk.desk.head() == head)
    #expect(try desk.desk.verify(procedures: desk.procedures).findings == [])
  }

  @Test("A report of two children waits until both are triaged, each once")
  func subjects() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    try desk.register("C2")
    let report = try desk.desk.receiveReport(
      text: "Two", source: "s", kind: "k", subjects: 2, by: actor(desk)
    ).reference
    func triage(_ subject: Int, _ child: String, _ id: String) throws {
      var triage = desk.triage(report: report)
      triage.subject = subject
      _ = try desk.desk.triage(
        triage, of: child, id: id, by: desk.coordinator, account: "mo", now: desk.now,
        procedures: desk.procedures)
    }
    try triage(2, "C1", "t1")
    #expect(try desk.records.waitingReportCount() == 1)
    #expect(throws: Refusal.self) { try triage(2, "C2", "t2") }
    #expect(try desk.desk.verify(procedures: desk.procedures).findings == [])
    try triage(1, "C2", "t3")
    #expect(try desk.records.waitingReportCount() == 0)
    #expect(try desk.records.standing(ofReport: report).decided == [1, 2])
    #expect(try desk.desk.verify(procedures: desk.procedures).findings == [])
  }

  @Test("Reports that wait come by what presses, and what was never read counts as the worse")
  func pressing() throws {
    let desk = try TestDesk()
    func receive(_ text: String, _ risk: Risk?, away: Int?, found: Bool = false, back: Bool = false)
      throws
    {
      var gist = ReportGist()
      gist.risk = risk
      gist.lastSeen = away.map { desk.now.adding(hours: -$0) }
      gist.found = found ? desk.now : nil
      gist.returned = back ? desk.now : nil
      gist.from = .care
      _ = try desk.desk.receiveReport(
        text: text, source: "s", kind: "k", named: text, gist: gist, by: actor(desk))
    }
    try receive("low", .low, away: 90)
    try receive("back", .medium, away: 50, back: true)
    try receive("short", .medium, away: 2)
    try receive("located", .medium, away: 40, found: true)
    try receive("unread", nil, away: nil)
    try receive("long", .medium, away: 30)
    try receive("none", .noneApparent, away: 99)
    try receive("high", .high, away: 1)
    try receive("high, back", .high, away: 9, back: true)
    let sorted = try desk.records.waitingReports(Window(limit: 99), by: .pressing)
    #expect(
      sorted.map(\.named) == [
        "high", "high, back", "long", "short", "unread", "low", "none", "located", "back",
      ])
    #expect(sorted.first?.gist.risk == .high && sorted.first?.gist.from == .care)
    #expect(sorted.first?.gist.lastSeen == desk.now.adding(hours: -1))
    let second = try desk.records.waitingReports(Window(offset: 2, limit: 1), by: .pressing)
    #expect(second.map(\.named) == ["long"])
    #expect(try desk.records.waitingReports(Window(limit: 1)).map(\.named) == ["low"])
    #expect(try desk.desk.verify(procedures: desk.procedures).findings == [])
  }

  @Test("A report that came in before its risk was kept waits on, and says that it was not read")
  func beforeVersion5() throws {
    let desk = try TestDesk()
    _ = try desk.desk.receiveReport(
      text: "x", source: "s", kind: "k", named: "Okafor, Zoë", by: actor(desk))
    desk.desk.close()
    let file = try DatabaseQueue(path: desk.place.path)
    try file.writeWithoutTransaction { db in
      for column in ["risk", "missing_from", "last_seen", "found", "returned"] {
        try db.execute(sql: "ALTER TABLE reports DROP COLUMN \(column)")
      }
      try db.execute(sql: "PRAGMA user_version = 4")
    }
    try file.close()
    let old = try DeskFile.open(at: desk.place.path)
    try #require(try old.isBehind())
    try old.bringUpToDate(procedures: desk.procedures)
    let records = Records(old, for: .init(desk.coordinator, account: "mo"))
    let row = try #require(try records.waitingReports(Window(limit: 9), by: .pressing).first)
    #expect(row.named == "Okafor, Zoë" && row.gist == ReportGist())
    #expect(try old.verify(procedures: desk.procedures).findings == [])
    old.close()
  }

  @Test("A triage may register the child in the same breath")
  func newChild() throws {
    let desk = try TestDesk()
    let outcome = try desk.desk.triage(
      desk.triage(), of: "N1", id: "t1",
      registering: Body(["family-name": .text("Nguyễn"), "given-names": .text("An")]),
      by: desk.frontDoor, account: "fran", now: desk.now, procedures: desk.procedures)
    #expect(outcome.events.first?.kind == .childRegistered)
    #expect(try desk.records.child("N1")?.name == "Nguyễn, An")
    #expect(try desk.records.child("N1")?.version == outcome.child.version)
  }

  @Test("A report from which nothing is opened says why")
  func setAside() throws {
    let desk = try TestDesk()
    let report = try desk.desk.receiveReport(
      text: "x", source: "s", kind: "k", by: actor(desk)
    ).reference
    #expect(throws: Refusal.self) {
      try desk.desk.setAside(
        report: report, decision: "duplicate", reason: " ", id: "a", by: actor(desk))
    }
    for _ in 0..<2 {
      try desk.desk.setAside(
        report: report, decision: "duplicate", reason: "Same call", id: "b", by: actor(desk))
    }
    #expect(try desk.records.report(report)?.row.decision == "duplicate")
    #expect(try desk.desk.verify(procedures: desk.procedures).findings == [])
  }

  @Test("An import adds the new, records what changed and leaves the rest alone")
  func register() throws {
    let desk = try TestDesk()
    func list(_ worker: String) -> [ChildRegistration] {
      (0..<600).map { number in
        ChildRegistration(
          id: "C\(number)",
          facts: Body([
            "family-name": .text("Family \(number)"),
            "worker": .text(number == 7 ? worker : "Will"),
          ]))
      } + [ChildRegistration(id: "bad", facts: Body(["born": .text("yesterday")]))]
    }
    var told: [Int] = []
    func add(_ id: String, _ worker: String) throws -> RegistrationCounts {
      try desk.desk.registerChildren(
        list(worker), id: id, by: desk.admin, procedures: desk.procedures,
        progress: { told.append($0) })
    }
    let first = try add("i1", "Will")
    #expect(first.added == 600 && first.changed == 0 && first.refused.keys.sorted() == ["bad"])
    #expect(told == [250, 500, 601])
    let head = try desk.desk.head().sequence
    let second = try add("i2", "Wanda")
    #expect(second.added == 0 && second.changed == 1 && second.unchanged == 599)
    #expect(try desk.desk.head().sequence == head + 1)
    #expect(try desk.records.child("C7")?.worker == "Wanda")
    #expect(try desk.records.timeline("C7").last?.event.body == Body(["worker": .text("Wanda")]))
    #expect(try add("i1", "Will").added == 600)
    #expect(try desk.desk.head().sequence == head + 1)
    #expect(try desk.records.registerCount() == 600)
    #expect(try desk.records.register(Window(offset: 599, limit: 9)).map(\.id) == ["C99"])
    #expect(try desk.records.matchCandidates().count == 600)
    #expect(try desk.desk.verify(procedures: desk.procedures).findings == [])
  }

  @Test("Children are found by reference first, then by any words, the newest first")
  func search() throws {
    let desk = try TestDesk()
    try desk.register("C1", "Wójcik", given: "Siân")
    try desk.register("C2", "Wojcik", given: "Adam")
    try desk.register("C3", "O'Neill-Smith", given: "Kaylee")
    _ = try desk.goMissing("C1", "cmd-1")
    func found(_ text: String) throws -> [String] {
      try desk.records.find(text, limit: 9).map(\.id)
    }
    #expect(try found("wojcik") == ["C1", "C2"])
    #expect(try found("SIAN woj") == ["C1"])
    #expect(try found("smith") == ["C3"])
    #expect(try found("o'neill") == ["C3"])
    #expect(try found("e-2026-0001") == ["C1"])
    #expect(try found("M-2026-0001") == ["C1"])
    #expect(try found("CAD 4711/27MAR") == ["C1"])
    #expect(try found("4711") == ["C1"])
    #expect(try found("C2") == ["C2"])
    #expect(try found("zed") == ["C1", "C3", "C2"])
    for typed in ["", " ", "\"", "*", "a AND", "NEAR(", "words:x", "-", "\u{0}", "(", "^zed"] {
      #expect(throws: Never.self) { try found(typed) }
    }
    #expect(try found("AND") == [])
    #expect(
      try desk.records.register(search: "woj", Window(offset: 1, limit: 1)).map(\.id) == ["C2"])
  }

  @Test("A tray is a window on its steps, those without a limit last")
  func window() throws {
    let desk = try TestDesk()
    for number in 0..<9 {
      try desk.register("C\(number)")
      desk.now = desk.now.adding(seconds: 60)
      _ = try desk.goMissing("C\(number)", "t\(number)")
    }
    func ids(_ tray: Tray?, _ window: Window) throws -> [String] {
      try desk.records.steps(in: tray, window, now: desk.now).map(\.episode)
    }
    #expect(try ids(.frontDoor, Window(offset: 7, limit: 5)) == ["E-2026-0008", "E-2026-0009"])
    let all = try desk.records.steps(in: nil, Window(limit: 99), now: desk.now)
    #expect(all.count == 27 && all.suffix(9).allSatisfy { $0.due == nil })
    #expect(all.dropLast(9).map { $0.due ?? desk.now } == all.compactMap(\.due).sorted())
    let counts = try desk.records.trayCounts(now: desk.now)
    #expect(counts[.frontDoor] == TrayCount(open: 9, overdue: 8, dueToday: 1))
    #expect(counts[.teamManager] == TrayCount(open: 9, overdue: 0, dueToday: 0))
    #expect(try desk.records.away(Window(limit: 99)).count == 9)
  }

  @Test("Staff by account; one account is one person's")
  func staff() throws {
    let desk = try TestDesk()
    let add = { (id: String, login: String, command: String) in
      try desk.desk.addStaff(
        id, name: "Name \(id)", roles: [.rhiWorker, .frontDoor], login: login, id: command,
        by: desk.admin)
    }
    try add("1", "mo", "s1")
    try add("1", "moira", "s2")
    try add("2", "fran", "s3")
    #expect(throws: Refusal.self) { try add("3", "fran", "s4") }
    #expect(try desk.records.staff(login: "mo") == nil)
    #expect(try desk.records.staff(login: "moira")?.acting(as: .frontDoor)?.id == "1")
    #expect(try desk.records.staff().map(\.id) == ["1", "2"])
    let error = #expect(throws: Refusal.self) {
      try desk.desk.addStaff(
        "4", name: "Eve", roles: [.director], id: "s5", by: actor(desk))
    }
    #expect(error?.reason == .notAllowed)
    let facts = try desk.records.deskFacts()
    #expect(facts?.authority == "Norbury" && facts?.isDrill == true)
    #expect(throws: Refusal.self) {
      try desk.desk.makeDesk(
        authority: "Other", procedure: "x", drill: false, id: "make-2", by: desk.admin)
    }
  }

  @Test("A draft is kept outside the journal until its form is saved")
  func drafts() throws {
    let desk = try TestDesk()
    let head = try desk.desk.head()
    var draft = Draft(
      key: "m/C1/note", person: "m", form: "note-added",
      body: Body(["text": .text("Half a sen")]), saved: desk.now)
    try desk.desk.saveDraft(draft)
    draft = Draft(
      key: draft.key, person: "m", form: draft.form,
      body: Body(["text": .text("Half a sentence")]), saved: desk.now.adding(seconds: 2))
    try desk.desk.saveDraft(draft)
    #expect(try desk.desk.draft(draft.key) == draft)
    #expect(try desk.desk.drafts(of: "m") == [draft])
    try desk.desk.deleteDraft(draft.key)
    #expect(try desk.desk.drafts(of: "m") == [])
    #expect(try desk.desk.head() == head)
  }

  @Test("A correction changes what the tables say, not what the journal says")
  func correction() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    let going = try #require(try desk.goMissing("C1", "cmd-1").events.first)
    try desk.perform(
      "cmd-2", on: "C1",
      .init(
        .corrected, at: desk.now,
        Body([
          "corrects": .number(going.sequence), "field": .text("last-seen"),
          "value": .text("2026-03-27T15:00"), "reason": .text("Carer rang"),
        ])))
    #expect(
      try desk.records.episode("E-2026-0001")?.started == Instant(iso: "2026-03-27T15:00"))
    #expect(try desk.records.timeline("C1").map(\.event).contains(going))
    #expect(try desk.desk.verify(procedures: desk.procedures).findings == [])
  }

  @Test("the last figures of a police reference find what it names, as the police read them out")
  func tailOfReference() throws {
    let desk = try TestDesk()
    try desk.register("C1", "Hassan", given: "Amina")
    _ = try desk.desk.receiveReport(
      text: "A report", source: "test", kind: "merlin-mis", subjects: 1,
      policeReference: "26MIS041882", named: "Hassan, Amina", by: actor(desk))
    #expect(try desk.records.findReports("41882", limit: 9).count == 1)
    #expect(try desk.records.findReports("41883", limit: 9).isEmpty)
    #expect(try desk.records.findReports("882", limit: 9).isEmpty, "too little to go by")
  }

  @Test("a name with an apostrophe or a hyphen is found without it, from its beginning on")
  func joinedNames() throws {
    let desk = try TestDesk()
    try desk.register("C1", "O'Dwyer", given: "Kacper")
    try desk.register("C2", "Pryce-Morgan", given: "Anne-Marie")
    try desk.register("C3", "Odell", given: "Rae")
    for typed in ["odwy", "ODwyer", "odwyer kac", "O'Dwyer", "o dwyer"] {
      #expect(try desk.records.find(typed, limit: 9).map(\.id) == ["C1"], "\(typed)")
    }
    for typed in ["prycemor", "pryce morgan", "pryce-m", "annema"] {
      #expect(try desk.records.find(typed, limit: 9).map(\.id) == ["C2"], "\(typed)")
    }
  }

  @Test("a name as it was heard finds the child where nothing is written so")
  func soundsLike() throws {
    let desk = try TestDesk()
    try desk.register("C1", "Hassan", given: "Mohammed Abdi")
    try desk.register("C2", "Harrison", given: "Tom")
    for heard in ["mohamed", "hasan", "mohamed hasan", "Hasan, Mohammed"] {
      #expect(try desk.records.find(heard, limit: 9).map(\.id) == ["C1"], "\(heard)")
    }
    for other in ["tam", "jassan", "mohamed harrison", "hasanov"] {
      let sure = try desk.records.find(other, limit: 9).filter { $0.way != .nearest }
      #expect(sure.isEmpty, "\(other)")
    }
  }

  @Test("a name that is spelt in another way is found, after those that are spelt so")
  func spelling() throws {
    let desk = try TestDesk()
    try desk.register("C1", "Hassan", given: "Mohamed")
    try desk.register("C2", "Shah", given: "Muhammad")
    try desk.register("C3", "Wiśniewski", given: "Jan")
    try desk.register("C4", "Pryce-Morgan", given: "Siân")
    try desk.register("C5", "Wiznovski", given: "Tom")
    func found(_ text: String) throws -> [String] {
      try desk.records.find(text, limit: 9).map(\.id)
    }
    #expect(try found("mohammad") == ["C2", "C1"], "one letter differs, then two that are vowels")
    #expect(try found("muhammad") == ["C2", "C1"], "as it is written, then as it sounds")
    #expect(try found("wisnevski").first == "C3")
    #expect(try found("prise morgan") == ["C4"])
    #expect(try found("zet").isEmpty, "two consonants sound like too much")
    for other in ["mohammad pryce", "visna", "morganson"] {
      let sure = try desk.records.find(other, limit: 9).filter { $0.way != .nearest }
      #expect(sure.isEmpty, "\(other)")
    }
  }

  @Test("another name by which a child is known is found, and as it is heard, too")
  func otherNames() throws {
    let desk = try TestDesk()
    try desk.register("C1", "Pryce-Morgan", given: "Siân")
    try desk.perform(
      "alias", on: "C1",
      .init(.childUpdated, at: desk.now, Body(["aliases": .list(["Shanny", "Mehmood"])])))
    for typed in ["shanny", "shan", "shany", "mahmud", "mehmoud"] {
      #expect(try desk.records.find(typed, limit: 9).map(\.id) == ["C1"], "\(typed)")
    }
  }

  @Test("a name as it is said finds the child, however it is written")
  func heardNames() throws {
    let desk = try TestDesk()
    try desk.register("C1", "Kettleborough", given: "Callum")
    try desk.register("C2", "O’Dwyer", given: "Niamh")
    try desk.register("C3", "Pryce-Morgan", given: "Siân")
    try desk.register("C4", "Abara", given: "Aoife")
    try desk.register("C5", "Kettle", given: "Shaun")
    func found(_ text: String) throws -> [String] {
      try desk.records.find(text, limit: 9).map(\.id)
    }
    #expect(try found("kettlebury") == ["C1"] && found("kettleburgh") == ["C1"])
    for typed in ["neve dwyer", "dwyer neve", "neve", "neave odwyer", "Dwyer, Neev"] {
      #expect(try found(typed) == ["C2"], "\(typed)")
    }
    #expect(try found("sharn").contains("C3") && found("shan pryce") == ["C3"])
    #expect(try found("eefa abara") == ["C4"] && found("sean kettle") == ["C5"])
    for other in ["neve kettle", "kettleman", "ketbury", "dwyer shan", "never", "wyer", "john"] {
      let sure = try desk.records.find(other, limit: 9).filter { $0.way != .nearest }
      #expect(sure.isEmpty, "\(other)")
    }
  }

  @Test("where no name fits, the address or the placement finds who lives there")
  func addresses() throws {
    let desk = try TestDesk()
    try desk.register("C1", "Hassan", given: "Amina")
    try desk.register("C2", "Gannet", given: "Tom")
    try desk.perform(
      "home", on: "C1",
      .init(
        .childUpdated, at: desk.now,
        Body(["address": .text("27 Thistlepin Road"), "placement": .text("Gannet Mews House")])))
    func found(_ text: String) throws -> [String] {
      try desk.records.find(text, limit: 9).map(\.id)
    }
    #expect(try found("thistlepin") == ["C1"] && found("27 thistle") == ["C1"])
    #expect(try found("mews house") == ["C1"] && found("gannet") == ["C2"], "a name goes first")
    #expect(try found("istlepin").isEmpty && found("28 thistlepin").isEmpty && found("27").isEmpty)
    #expect(try found("%").isEmpty)
  }

  @Test("a report that waits is found by what stands in it, and only while it waits")
  func saying() throws {
    let desk = try TestDesk()
    let waits = try desk.desk.receiveReport(
      text: "Known as: SHAN, SHANNY\nShe is at 27 Thistlepin Road", source: "s", kind: "k",
      named: "Pryce-Morgan, Sian", by: actor(desk)
    ).reference
    func found(_ text: String) throws -> [String] {
      try desk.records.reportsSaying(text, limit: 9).map(\.row.reference)
    }
    #expect(try found("shanny") == [waits] && found("27 thistlepin") == [waits])
    for other in ["", "27", "at", "%%%%", "____", "shannyx"] {
      let sure = try desk.records.find(other, limit: 9).filter { $0.way != .nearest }
      #expect(sure.isEmpty, "\(other)")
    }
    try desk.desk.setAside(
      report: waits, decision: "duplicate", reason: "Same call", id: "b", by: actor(desk))
    #expect(try found("shanny").isEmpty)
  }

  @Test("a child whom only a report names is found: the report that waits, and the one set aside")
  func inReports() throws {
    let desk = try TestDesk()
    try desk.register("C1", "Haddad", given: "Sami")
    func receive(_ text: String, _ named: String?, _ reference: String? = nil) throws -> String {
      try desk.desk.receiveReport(
        text: text, source: "s", kind: "k", policeReference: reference, named: named,
        by: actor(desk)
      ).reference
    }
    let waits = try receive("1", "HADDAD, Layla and 2 more", "26MIS60009")
    let aside = try receive("2", "Llewellyn, Haddad")
    let triaged = try receive("3", "Haddad, Sami")
    let nameless = try receive("4", nil, "CAD 4711/27MAR")
    try desk.desk.setAside(
      report: aside, decision: "duplicate", reason: "Same call", id: "b", by: actor(desk))
    _ = try desk.desk.triage(
      desk.triage(report: triaged), of: "C1", id: "t1", by: desk.coordinator, account: "mo",
      now: desk.now, procedures: desk.procedures)
    func found(_ text: String) throws -> [String] {
      try desk.records.findReports(text, limit: 9).map(\.row.reference)
    }
    for typed in ["hadd", "layla had", "Haddad, Layla", "lajla hadad", "26mis60009", "26MIS"] {
      #expect(try found(typed).first == waits, "\(typed)")
    }
    #expect(try found("haddad") == [waits, aside], "what waits first; what became a child is hers")
    #expect(try found("llew") == [aside] && found("lewelin") == [aside] && found("lluen").isEmpty)
    #expect(try found("cad 4711/27mar") == [nameless] && found("4711") == [nameless])
    #expect(try found("r-2026-0001") == [waits])
    for typed in ["", " ", "-", "\"", "more", "and", "hassan", "tam"] {
      #expect(try found(typed).isEmpty, "\(typed)")
    }
    let row = try #require(try desk.records.findReports("llew", limit: 9).first).row
    #expect(!row.isWaiting && row.triagedBy == "Mo Coord")
  }
}
