import Store
import TestSupport
import Testing
import Workflow

@testable import Desk
@testable import homeward

/// Reports that come late, or say little.
@Suite("A report that is old, or that nothing is read in")
struct OldReportTests {
  private let frances = Person(id: "frances", name: "Frances Okafor", role: .frontDoor)

  private func draft(at now: String) throws -> (DrillDesk, TriageDraft) {
    let drill = try DrillDesk()
    let workbench = try Workbench(
      path: drill.path, frozenAt: SpokenInstant.read(now, now: Instant(seconds: 0)))
    let kept = try workbench.receive(
      try FileBytes.read(DrillDesk.sample("reports/01-merlin-mis.txt"), limit: 1_000_000),
      source: "mail", by: frances)
    return (
      drill, try workbench.draft(of: try #require(kept.first?.reference), for: frances)
    )
  }

  @Test("a report of weeks ago asks whether the child is still away; one of today does not")
  func asksOnce() throws {
    func head(at now: String) throws -> [String] {
      let (_, draft) = try draft(at: now)
      var form = FormScreen.triage(draft, command: "c")
      let now = try #require(SpokenInstant.read(now, now: Instant(seconds: 0)))
      form.writer = FormScreen.Writer(me: frances, now: now)
      return form.head
    }
    #expect(
      try head(at: "2026-11-22 14:00").contains("! Reported 33 days ago: is the child still away?"))
    #expect(try !head(at: "2026-10-20 08:00").contains { $0.contains("still away") })
  }

  @Test("a text in which nothing is read is kept at the second Ctrl-S only, a report at once")
  func asksWhetherReport() throws {
    let drill = try DrillDesk()
    let workbench = try Workbench(
      path: drill.path, frozenAt: SpokenInstant.read(DrillDesk.now, now: Instant(seconds: 0)))
    func answers(_ text: String, isSure: Bool) -> [Arrival] {
      workbench.answer(
        .receive(file: "", text: text, draftKey: "intake", isSure: isSure), for: frances)
    }
    func waiting() throws -> Int {
      try workbench.records(for: frances).waitingReports(Window(limit: 10)).count
    }
    let slip = "Nothing outstanding for my team."
    guard case .refused(let refusal)? = answers(slip, isSure: false).first else {
      Issue.record("it was not asked about")
      return
    }
    #expect(refusal.findings.first?.sentence == FormScreen.nothingRead)
    #expect(try waiting() == 0)
    _ = answers(slip, isSure: true)
    #expect(try waiting() == 1)
    _ = answers("MERLIN MISSING PERSON REPORT\nName: Zofia KOWALCZYK\n", isSure: false)
    #expect(try waiting() == 2)
  }

  @Test("several words to find are one text")
  func findsSeveralWords() throws {
    let drill = try DrillDesk()
    let whole = try drill.done(["find", "Pryce-Morgan Siân"])
    #expect(whole.contains("NB-1001"))
    #expect(try drill.done(["find", "Pryce-Morgan", "Siân"]) == whole)
  }

  @Test("what somebody who reports is to the child is one of the form's choices")
  func relations() {
    for (words, code): (String, Relation) in [
      ("night staff", .placementStaff), ("foster carer", .carer), ("CARER", .carer),
      ("mother", .parent), ("head of year", .school), ("social worker", .socialWorker),
      ("aunt", .relative), ("neighbour", .other),
    ] {
      #expect(Relation(words: words) == code, "\(words)")
    }
    #expect(Relation(words: "") == nil && Relation(words: "unclear") == nil)
  }
}
