import Exchange
import Store
import TestSupport
import Testing
import Workflow

@testable import Desk
@testable import homeward

/// One of several children of a report is set aside alone: the desk forgets neither that child nor the others.
@Suite("One of several children set aside")
struct OneOfSeveralAsideTests {
  private let frances = Person(id: "frances", name: "Frances Okafor", role: .frontDoor)
  private let drill: DrillDesk
  private let workbench: Workbench
  /// Tyler and Mia Grange, Kofi Mensah.
  private let reference: String

  init() throws {
    drill = try DrillDesk()
    workbench = try Workbench(
      path: drill.path,
      frozenAt: SpokenInstant.read("2026-11-22 22:40", now: Instant(seconds: 0)))
    let bytes = try FileBytes.read(
      DrillDesk.sample("reports/11-police-list.txt"), limit: 1_000_000)
    reference = try #require(
      try workbench.receive(bytes, source: "list", by: frances).first?.reference)
  }

  private func send(_ act: Submission.Act, _ body: [String: Value], id: String) throws -> [Arrival]
  {
    try workbench.submit(
      Submission(act: act, at: workbench.now(), body: Body(body), command: id, draftKeys: []),
      by: frances)
  }

  private func setAside(_ subject: Int?, id: String = "a") throws -> [Arrival] {
    try send(
      .setAside(report: reference, subject: subject),
      ["decision": .text("no-further-action"), "reason": .text("Home all along")], id: id)
  }

  private func sentence(_ arrivals: [Arrival]) -> String {
    if case .recorded(let sentence, _, _)? = arrivals.first { sentence } else { "" }
  }

  private var row: TrayRow? {
    get throws {
      try workbench.window(
        TrayQuestion(TrayQuery(tray: .frontDoor), offset: 0, limit: 200), for: frances
      ).rows.first { $0.kind.id == reference }
    }
  }

  @Test("the others wait on under their own names, and the form goes on with the next")
  func othersWait() throws {
    let about = try workbench.about(reference, subject: 2, for: frances)
    #expect(about.names == ["Grange, Mia"])
    #expect(
      about.lines.contains("Only this child: Grange, Tyler; Mensah, Kofi wait on"), "\(about.lines)"
    )
    let all = try workbench.about(reference, for: frances)
    #expect(all.lines.contains { $0.hasPrefix("All 3 are set aside. One alone: F8") })

    let arrivals = try setAside(1)
    #expect(
      sentence(arrivals)
        == "\(reference), Grange, Tyler (1 of 3): set aside. It waits on, for Grange, Mia and 1 more (2 of 3)."
    )
    guard case .draft(let next)? = arrivals.last else {
      Issue.record("the next child's form did not open")
      return
    }
    #expect(next.subject == 2 && next.subjects == 3)
    let waiting = try #require(try row)
    #expect(waiting.name == "Grange, Mia and 1 more? (2 of 3)")
    let lines = waiting.report?.lines(now: workbench.now()) ?? []
    #expect(lines.contains { $0.contains("Grange, Tyler: set aside") }, "\(lines)")
    let refused = #expect(throws: Refusal.self) { try setAside(1, id: "b") }
    #expect(refused?.sentence.hasPrefix("Frances Okafor set \(reference) aside") == true)
    try drill.done(["verify"])
  }

  @Test("the child is in the list and found by name, and waits again when taken back from there")
  func foundAgain() throws {
    _ = try setAside(2)
    let listed = try #require(try workbench.asides(for: frances).first)
    #expect(listed.reference == reference && listed.subject == 2)
    #expect(
      listed.whole == "Grange, Mia? (2 of 3; Grange, Tyler: waits; Mensah, Kofi: waits)",
      "\(listed.whole)")
    #expect(listed.name == "Grange, Mia? (2 of 3)" && listed.standing == "HIGH, AWAY")
    #expect(listed.reason == "Home all along" && listed.decision == "no further action")
    #expect(listed.title.hasPrefix("26MIS060802"), "\(listed.title)")
    let target = FoundRow.Target.aside(report: reference, subject: 2)
    for text in ["mia", "Mia Grange", "26MIS060802", reference] {
      let found = try workbench.found(text, for: frances)
      #expect(found.contains { $0.target == target }, "\(text): \(found)")
      #expect(found.count { $0.target == target } == 1, "\(text): \(found)")
    }
    let all = try workbench.found(reference, for: frances).map(\.target)
    #expect(all == [.waiting(report: reference), target], "\(all)")
    let kofi = try workbench.found("Kofi Mensah", for: frances)
    #expect(kofi.contains { $0.target == .waiting(report: reference) }, "\(kofi)")
    #expect(!kofi.contains { $0.target == target }, "\(kofi)")

    // Her brother is triaged, the third waits; she is taken back all the same.
    var keyed = try FrontDoorRowsTests.KeyedForm(
      workbench.draft(of: reference, for: frances), workbench, frances)
    for (name, text) in [
      ("child", "new"), ("from", "care"), ("category", "missing"), ("last-seen", "unknown"),
      ("reported-at", "unknown"),
    ] where keyed.form.typed(name).isEmpty {
      let place = keyed.form.entries.firstIndex { $0.field.name == name }
      if let place { keyed.form.entries[place].text = TextField(text) }
    }
    #expect(sentence(try keyed.send()).contains("It waits on, for Mensah, Kofi (3 of 3)."))
    let back = try send(
      .takeBack(report: reference, subject: 2), ["reason": .text("She is gone")], id: "back")
    #expect(
      sentence(back)
        == "\(reference), Grange, Mia (2 of 3): taken back; it waits for triage again.")
    #expect(try workbench.asides(for: frances).isEmpty)
    #expect(try row?.name == "Grange, Mia and 1 more? (2 of 3)")
    for command in ["verify", "rebuild", "verify"] { try drill.done([command]) }
    #expect(try row?.name == "Grange, Mia and 1 more? (2 of 3)")
  }

  @Test("what one did last is taken back by one key, by the journal, too")
  func undone() throws {
    _ = try setAside(2)
    guard case .undoable(let act, _) = try workbench.lastAct(of: frances) else {
      Issue.record("nothing to undo")
      return
    }
    #expect(act == .setAside(report: reference, subject: 2))
    _ = try send(.takeBack(report: reference, subject: 2), ["reason": .text("No")], id: "back")
    #expect(try row?.name == "Grange, Tyler and 2 more?")
    // All at once, after one was alone: both decisions are in the list, each with whom it is of.
    _ = try setAside(2, id: "b")
    let whole = sentence(try setAside(nil, id: "c"))
    #expect(whole == "\(reference), Grange, Tyler and 1 more (1 of 3): set aside.", "\(whole)")
    #expect(try row == nil)
    let asides = try workbench.asides(for: frances)
    #expect(asides.map(\.subject) == [2, nil], "\(asides)")
    #expect(asides.last?.whole.hasPrefix("Grange, Tyler and 1 more? (1 of 3; ") == true)
    #expect(
      try workbench.found("Kofi Mensah", for: frances).map(\.target) == [.aside(report: reference)])
  }

  @Test("the command line sets one aside alone and takes that one back")
  func commandLine() throws {
    let aside = ["intake", reference, "--set-aside", "duplicate", "--reason", "Came twice"]
    func run(_ arguments: [String]) throws -> String {
      try drill.done(arguments, as: "frances", now: "2026-11-22 22:50")
    }
    #expect(try run(aside + ["--subject", "3"]).hasPrefix("Child 3 of \(reference) ("))
    let done = try run(aside + ["--subject", "3", "--commit"])
    #expect(done.hasPrefix("Child 3 of \(reference) is set aside as duplicate."))
    #expect(try row?.name == "Grange, Tyler and 1 more? (1 of 3)")
    for wrong in ["3", "4", "0"] {
      let again = try drill.run(
        aside + ["--subject", wrong, "--commit"], as: "frances", now: "2026-11-22 22:51")
      #expect(again.status != 0, "\(wrong): \(again.output)")
    }
    #expect(try run(["intake", "--aside"]).contains("Mensah, Kofi? (3 of 3"))
    let back = ["intake", reference, "--take-back", "--reason", "No", "--commit", "--subject", "3"]
    #expect(try run(back).hasPrefix("Child 3 of \(reference) is taken back"))
    #expect(try row?.name == "Grange, Tyler and 2 more?")
    try drill.done(["verify"])
  }
}
