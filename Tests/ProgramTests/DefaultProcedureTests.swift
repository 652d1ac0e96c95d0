import Foundation
import TestSupport
import Testing

/// Under which procedure a desk opens records, and how that is changed.
@Suite("The procedure of a desk")
struct DefaultProcedureTests {
  private static let choose = ["procedure", "adopt", "--procedure", "luton", "--default"]
  private static let reasoned = choose + ["--commit", "--reason", "The partnership moved"]

  @Test("a preview says who is touched and who is not, and records nothing")
  func previews() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    try desk.done(
      [
        "record", "went-missing", "NB-1002", "--at", "2026-10-24 08:00", "--set", "from=home",
        "--set", "category=missing",
      ], as: "frances")
    let text = try desk.done(DefaultProcedureTests.choose)
    #expect(text.contains("under lambeth-2023, version 1. From now on they would be opened"))
    #expect(text.contains("Not opened yet, and would follow it: M-2026-0002."))
    #expect(text.contains("Open, and would stay as they are: 1 under lambeth-2023."))
    #expect(text.contains("Nothing is recorded"))
    let preview = try desk.json(DefaultProcedureTests.choose)
    #expect(preview.flag("committed") == false && preview.texts("waiting") == ["M-2026-0002"])
    #expect(
      try desk.json(["procedure", "list"]).object("default").text("procedure") == "lambeth-2023")
  }

  @Test("it holds for what is opened later, and is told with who, when and why")
  func changes() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    try desk.done(
      [
        "record", "went-missing", "NB-1003", "--at", "2026-10-24 08:00", "--set", "from=home",
        "--set", "category=missing",
      ], as: "frances")
    #expect(try desk.run(DefaultProcedureTests.choose + ["--commit"], as: "una").status == 64)
    for person in ["frances", "rhys", "mira", "petra"] {
      let refused = try desk.run(DefaultProcedureTests.reasoned, as: person)
      #expect(refused.status == 77, "\(person): \(refused.errors)")
    }
    let told = try desk.done(DefaultProcedureTests.reasoned, as: "una")
    #expect(told.contains("opened under luton, version 1, from now on. 1 open record keeps its"))

    let list = try desk.json(["procedure", "list"]).object("default")
    #expect(list.text("procedure") == "luton" && list.text("by") == "Una Dace")
    #expect(list.text("reason") == "The partnership moved" && list.text("at") != nil)
    let sentence = try desk.done(["procedure", "list"])
    #expect(
      sentence.contains("New records of Northbrook open under luton. Una Dace chose it Sat 24"))

    // Luton's rule on who opens holds for what is opened now: the worker, not the front door.
    let opening = ["record", "opened", "NB-1003"]
    #expect(try desk.run(opening, as: "frances").status == 1)
    try desk.done(opening, as: "petra")
    func procedure(of child: String) throws -> String? {
      try desk.json(["child", "show", child]).list("records").first?.text("procedure")
    }
    #expect(try procedure(of: "NB-1003") == "luton")
    #expect(try procedure(of: "NB-1001") == "lambeth-2023")
    for command in ["verify", "rebuild", "verify"] { try desk.done([command]) }
    #expect(try procedure(of: "NB-1003") == "luton")

    let again = try desk.run(DefaultProcedureTests.reasoned, as: "una")
    #expect(again.status == 1 && again.errors.contains("under luton already"))
  }

  @Test("what waits to be opened follows it at once, in trays and after a rebuild alike")
  func movesWhatWaits() throws {
    let desk = try DrillDesk()
    try desk.done(
      [
        "record", "went-missing", "NB-1002", "--at", "2026-10-24 08:00", "--set", "from=home",
        "--set", "category=missing",
      ], as: "frances")
    func rules() throws -> Set<String> {
      Set(try desk.json(["due", "--within", "100d"]).list("steps").flatMap { $0.texts("rules") })
    }
    #expect(try rules().contains { $0.hasPrefix("L23-") })
    try desk.done(DefaultProcedureTests.reasoned, as: "una")
    let after = try rules()
    #expect(!after.isEmpty && after.allSatisfy { !$0.hasPrefix("L23-") }, "\(after)")
    try desk.done(["verify"])
    try desk.done(["rebuild"])
    #expect(try rules() == after)
  }

  @Test("what cannot be meant is refused with the way forward")
  func refuses() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    for (more, word) in [
      (["E-2026-0001"], "leave out E-2026-0001"), (["--procedure", "luton@1"], "version in force"),
    ] {
      let run = try desk.run(DefaultProcedureTests.reasoned + more, as: "una")
      #expect(run.status == 64 && run.errors.contains(word), "\(run.errors)")
    }
    let unknown = try desk.run(
      ["procedure", "adopt", "--default", "--procedure", "lutton"], as: "una")
    #expect(unknown.status != 0 && unknown.errors.contains("luton"), "\(unknown.errors)")
  }

  @Test("an open desk says it, and what is opened there then is under it")
  func isSeenByAnOpenDesk() throws {
    let desk = try DrillDesk()
    try desk.done(["intake", DrillDesk.report], as: "frances")
    let screen = try DeskTerminal(desk, as: "frances")
    try screen.see("Northbrook · ", "Triage report")
    try screen.press("Enter")
    try screen.see("Triage · R-2026-0001")
    try desk.done(
      [
        "procedure", "adopt", "--procedure", "lewisham-2021", "--default", "--commit", "--reason",
        "We moved",
      ], as: "una")
    try screen.see("under Northbrook · procedure lewisham-2021", within: 5)
    try screen.press("C-s")
    try screen.see("is the child still away?")
    try screen.press("C-s")
    try screen.see("R-2026-0001 triaged: Pryce-Morgan")
    let opened = try #require(
      try desk.timeline(of: "NB-1001").first { $0.text("event") == "opened" })
    #expect(opened.object("body").text("procedure") == "lewisham-2021")
    #expect(try desk.run(["verify"]).status == 0)
  }
}
