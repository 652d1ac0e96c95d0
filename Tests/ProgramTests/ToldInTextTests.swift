import Desk
import Exchange
import Store
import TestSupport
import Testing
import Workflow

@testable import homeward

/// A text that tells of several children in its own way is not done with the first of them.
@Suite("Children told of in running text")
struct ToldInTextTests {
  private let frances = Person(id: "frances", name: "Frances Okafor", role: .frontDoor)

  private func workbench(_ drill: DrillDesk) throws -> Workbench {
    let now = SpokenInstant.read("2026-11-22 22:40", now: Instant(seconds: 0))
    return try Workbench(path: drill.path, frozenAt: now)
  }

  private func take(_ name: String, _ workbench: Workbench) throws -> String {
    try #require(
      try workbench.receive(
        try FileBytes.read(DrillDesk.sample(name), limit: 1_000_000), source: name, by: frances
      ).first?.reference)
  }

  private func row(_ reference: String, _ workbench: Workbench) throws -> TrayRow? {
    try workbench.window(
      TrayQuestion(TrayQuery(tray: .frontDoor), offset: 0, limit: 200), for: frances
    ).rows.first { $0.kind.id == reference }
  }

  /// Triages the next child of a report as it was read, with what the text leaves to be chosen.
  private func triage(_ reference: String, _ workbench: Workbench) throws -> [Arrival] {
    var keyed = try FrontDoorRowsTests.KeyedForm(
      workbench.draft(of: reference, for: frances), workbench, frances)
    for (name, text) in [
      ("child", "new"), ("from", "care"), ("category", "missing"), ("last-seen", "unknown"),
      ("reported-at", "unknown"),
    ] where keyed.form.typed(name).isEmpty {
      let place = keyed.form.entries.firstIndex { $0.field.name == name }
      if let place { keyed.form.entries[place].text = TextField(text) }
    }
    return try keyed.send()
  }

  private func sentence(_ arrivals: [Arrival]) -> String {
    if case .recorded(let sentence, _, _)? = arrivals.first { sentence } else { "" }
  }

  @Test("a list of three waits until each is triaged, and says for whom")
  func list() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let reference = try take("reports/11-police-list.txt", workbench)
    let waiting = try #require(try row(reference, workbench))
    #expect(waiting.name == "Grange, Tyler and 2 more?")
    #expect(waiting.report?.gist.risk == .high, "the gravest of the three speaks for all")
    let form = FormScreen.triage(try workbench.draft(of: reference, for: frances), command: "c")
    #expect(form.title.contains("child 1 of 3"))
    #expect(form.head.contains { $0.contains("tells of Grange, Mia; Mensah, Kofi, too") })
    #expect(form.typed("police-ref") == "26MIS060801" && form.typed("risk") == "medium")

    let first = try triage(reference, workbench)
    #expect(sentence(first).contains("It waits on, for Grange, Mia and 1 more (2 of 3)."))
    guard case .draft(let next)? = first.last else {
      Issue.record("the next child's form did not open")
      return
    }
    #expect(next.values["police-ref"]?.typed == "26MIS060802")
    #expect(next.values["risk"]?.typed == "high")
    #expect(try row(reference, workbench)?.name == "Grange, Mia and 1 more? (2 of 3)")
    for asked in ["Mia Grange", "26MIS060802", "060803"] {
      let found = try workbench.found(asked, for: frances)
      #expect(
        found.contains { $0.target == .waiting(report: reference) }, "\(asked): \(found)")
    }
    #expect(sentence(try triage(reference, workbench)).contains("for Mensah, Kofi (3 of 3)."))
    #expect(!sentence(try triage(reference, workbench)).contains("waits on"))
    #expect(try row(reference, workbench) == nil)
    for asked in ["26MIS060803", "060802"] {
      let found = try drill.done(["find", asked])
      #expect(found.contains("Grange") || found.contains("Mensah"), "\(asked): \(found)")
    }
  }

  @Test("a sister who is also missing waits behind the child of the form, until she is set aside")
  func sister() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let reference = try take("reports/12-merlin-sister.txt", workbench)
    #expect(try row(reference, workbench)?.name == "Okonjo, Destiny and 1 more?")
    let first = try triage(reference, workbench)
    #expect(sentence(first).contains("It waits on, for Okonjo, Blessing (2 of 2)."))
    let sister = try workbench.draft(of: reference, for: frances)
    #expect(sister.values["born"]?.typed == "2014-09-11" && sister.values["police-ref"] == nil)
    #expect(sister.values["risk"] == nil, "the grading is her sister's")
    #expect(sister.list.first?.contains("Not missing? F8") == true)
    try drill.done(
      ["intake", reference, "--set-aside", "no-further-action", "--reason", "Home", "--commit"],
      as: "frances", now: "2026-11-22 22:50")
    #expect(try row(reference, workbench) == nil)
    #expect(try workbench.asides(for: frances).first?.name.contains("Blessing") == true)
  }

  @Test(
    "a report that came in when fewer children were read in it waits for the others all the same")
  func readAnew() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let text = try TextDecoding.decode(
      try FileBytes.read(DrillDesk.sample("reports/11-police-list.txt"), limit: 100_000)
    ).text
    let reference = try workbench.file.receiveReport(
      text: text, source: "earlier", kind: "police-email", subjects: 1,
      by: workbench.actor(frances)
    ).reference
    #expect(sentence(try triage(reference, workbench)).contains("It waits on, for Grange, Mia"))
    #expect(try row(reference, workbench) != nil)
  }

  @Test("what is noted on a report that waits is shown with it, and goes to the child's timeline")
  func noted() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let reference = try take("reports/12-merlin-sister.txt", workbench)
    var form = FormScreen.reportNote(reference, command: "note-1")
    form.entries[0].text = TextField("Her aunt rang: both may be in Eastmere, 07700 900999")
    let submission = try form.submission(now: workbench.now()).get()
    #expect(sentence(try workbench.submit(submission, by: frances)).contains("noted"))
    #expect(try row(reference, workbench)?.note?.contains("Her aunt rang") == true)
    let head = FormScreen.triage(try workbench.draft(of: reference, for: frances), command: "c")
      .head
    #expect(
      head.contains { $0.hasPrefix("! Note of Sun 22 Nov 22:40, Frances Okafor: Her aunt") },
      "\(head)")
    #expect(try workbench.about(reference, for: frances).lines.contains { $0.contains("aunt") })
    for _ in 1...2 {
      guard case .recorded(_, let id?, let act)? = try triage(reference, workbench).first else {
        Issue.record("nothing was recorded")
        return
      }
      #expect(act?.report == reference)
      let child = try #require(try workbench.records(for: frances).caseOf(id))
      let notes = child.history.filter { $0.kind == .noteAdded }.compactMap { $0[.text] }
      #expect(notes.count == 1 && notes[0].contains("in Eastmere"), "\(notes)")
      #expect(notes.first?.hasPrefix("Her aunt rang") == true, "a line is cut at its end")
      #expect(notes.first?.contains("(Frances Okafor, on \(reference) before its triage)") == true)
    }
    #expect(throws: Refusal.self) {
      try workbench.file.note(
        "Late", onReport: reference, id: "note-2", by: workbench.actor(frances))
    }
    try drill.done(["verify"])
  }
}
