import Desk
import Exchange
import Store
import TestSupport
import Testing
import Workflow

@testable import homeward

/// Reports that belong together: of several children, of one event, of one list.
@Suite("Reports that belong together")
struct SeveralChildrenTests {
  private let frances = Person(id: "frances", name: "Frances Okafor", role: .frontDoor)

  private func workbench(_ drill: DrillDesk, _ now: String = DrillDesk.now) throws -> Workbench {
    try Workbench(path: drill.path, frozenAt: SpokenInstant.read(now, now: Instant(seconds: 0)))
  }

  private func take(_ name: String, _ workbench: Workbench) throws -> [String] {
    try workbench.receive(
      try FileBytes.read(DrillDesk.sample(name), limit: 1_000_000), source: name, by: frances
    ).map(\.reference)
  }

  private func row(_ reference: String, _ workbench: Workbench) throws -> TrayRow? {
    try workbench.window(
      TrayQuestion(TrayQuery(tray: .frontDoor), offset: 0, limit: 200), for: frances
    ).rows.first { $0.kind.id == reference }
  }

  @Test("what still waits of a report of two children stands under the name of the one who waits")
  func partlyTriaged() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let reference = try #require(try take("reports/03-merlin-mis.txt", workbench).first)
    #expect(try row(reference, workbench)?.name == "Nguyen, Thi Mai Anh and 1 more?")
    #expect(try workbench.about(reference, for: frances).names.count == 2)
    let form = try FrontDoorRowsTests.KeyedForm(
      workbench.draft(of: reference, for: frances), workbench, frances)
    #expect(form.form.title.hasPrefix("Triage · child 1 of 2 · Nguyen, Thi Mai Anh · \(reference)"))
    _ = try form.send()

    let waiting = try #require(try row(reference, workbench))
    #expect(waiting.name == "Nguyen, Van Khoa? (2 of 2)")
    #expect(waiting.report?.policeReference == "26MIS042078")
    #expect(waiting.report?.gist.lastSeen?.spokenShort == "Tue 20 Oct 15:35")
    let done = "2 of 2; Nguyen, Mai Anh: E-2026-0001"
    let lines = try #require(waiting.report?.lines(now: workbench.now()))
    #expect(lines.contains { $0.hasPrefix(done) }, "\(lines)")
    let found = try workbench.found("nguyen", for: frances)
    #expect(found.contains { $0.title == "Nguyen, Van Khoa? (\(done))" }, "\(found)")
    #expect(found[0].target == .child("NB-1005"), "she is away, her brother only waits")
    #expect(found[1].detail.hasSuffix("26MIS042078"), "\(found[1].detail)")
    let about = try workbench.about(reference, for: frances)
    #expect(about.names == ["Nguyen, Van Khoa"] && about.done == ["Nguyen, Mai Anh"])
    #expect(about.lines.contains { $0.contains(done) } && about.lines[0].contains("Khoa"))
    #expect(try drill.done(["tray", "front-door"]).contains("Nguyen, Van Khoa?"))

    try drill.done(
      ["intake", reference, "--set-aside", "duplicate", "--reason", "Same", "--commit"],
      as: "frances")
    #expect(try workbench.asides(for: frances).first?.whole == "Nguyen, Van Khoa? (\(done))")
  }

  @Test("children who came in one report name each other on their pages")
  func companions() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let reference = try #require(try take("reports/03-merlin-mis.txt", workbench).first)
    var children: [String] = []
    for _ in 1...2 {
      let form = try FrontDoorRowsTests.KeyedForm(
        workbench.draft(of: reference, for: frances), workbench, frances)
      guard case .recorded(_, let child?, _)? = try form.send().first else {
        Issue.record("nothing was recorded")
        return
      }
      #expect(try workbench.page(of: child, for: frances).together.isEmpty == children.isEmpty)
      children.append(child)
    }
    let first = try workbench.page(of: children[0], for: frances).together
    #expect(
      first == [Companion(name: "Nguyen, Van Khoa", reference: "E-2026-0002", isAway: true)])
    let second = try workbench.page(of: children[1], for: frances).together
    #expect(second.map(\.name) == ["Nguyen, Mai Anh"])
  }

  @Test("two waiting reports of one event are shown to each other, in the tray and in the form")
  func twins() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill, "2026-11-12 07:15")
    let list = try take("daily-list/Daily Missing Return 12-11-2026.csv", workbench)
    #expect(try list.allSatisfy { try row($0, workbench)?.report?.twins.isEmpty == true })
    let mail = try #require(try take("reports/10-police-email.eml", workbench).first)
    let draft = try workbench.draft(of: mail, for: frances)
    try #require(draft.twins.count == 1)
    let other = draft.twins[0].reference
    #expect(list.contains(other) && draft.twins[0].name == "Hassan, Muhammad?")
    #expect(
      draft.twins[0].common == ["like name", "same last seen", "RPS-2026-118804 stands in it"],
      "\(draft.twins[0].common)")
    let head = FormScreen.triage(draft, command: "c").head
    #expect(head.first { $0.hasPrefix("!") } == "! \(draft.twins[0].words)", "\(head)")
    #expect(try workbench.draft(of: other, for: frances).twins.map(\.reference) == [mail])
    let lines = try #require(try row(other, workbench)?.report?.lines(now: workbench.now()))
    #expect(lines.contains { $0.hasPrefix("! \(mail), ") && $0.contains("waits too") }, "\(lines)")
    // What is set aside waits no longer.
    try drill.done(
      ["intake", mail, "--set-aside", "duplicate", "--reason", "Same", "--commit"], as: "frances",
      now: "2026-11-12 07:20")
    #expect(try row(other, workbench)?.report?.twins == [])
  }

  @Test(
    "a note that joins brings its prose and its later sighting; a mother named by age is nobody's")
  func noteJoins() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let first = try #require(try take("reports/01-merlin-mis.txt", workbench).first)
    try drill.done(["intake", first, "--commit"], as: "frances")
    let note = try #require(try take("reports/08-edt-case-note.txt", workbench).first)
    let draft = try workbench.draft(of: note, for: frances)
    #expect(draft.values["circumstances"]?.typed.contains("Nobody has told the school yet") == true)
    #expect(draft.values["last-seen"]?.seenAs.hasSuffix("(inferred)") == true)
    let form = FormScreen.triage(draft, command: "c")
    if form.typed("child") == "NB-1001" {
      let said = try #require(form.head.firstIndex { $0.contains("later than E-2026-0001") })
      #expect(said <= 2, "\(form.head)")
    } else {
      #expect(form.typed("child").isEmpty, "the name is another child's: somebody chooses")
    }
    let adult = try #require(try take("reports/02-merlin-mis.txt", workbench).first)
    let list = try workbench.draft(of: adult, for: frances).list
    #expect(!list.contains { $0.contains("Also named") }, "\(list)")
  }

  @Test("a telephone number finds the child in whose report it stands, however it is parted")
  func telephone() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let reference = try #require(try take("reports/01-merlin-mis.txt", workbench).first)
    func targets(_ text: String) throws -> [FoundRow.Target] {
      try workbench.found(text, for: frances).map(\.target)
    }
    #expect(try targets("07700900418") == [.waiting(report: reference)])
    try drill.done(["intake", reference, "--commit"], as: "frances")
    for text in ["900418", "07700 900418", "07700900418", "+44 7700 900418", "0770 090 0418"] {
      #expect(try targets(text) == [.child("NB-1001")], "\(text)")
    }
    let detail = try #require(try workbench.found("900418", for: frances).first?.detail)
    #expect(detail.hasPrefix("900418 stands in \(reference)"), "\(detail)")
    #expect(try targets("900419").isEmpty)
  }

  @Test(
    "who takes back a triage by which a child came onto the register is told that the entry goes, too"
  )
  func entryGoes() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    func undone(_ name: String, time: Int = 1) throws -> String {
      let reference = name.hasPrefix("R-") ? name : try #require(try take(name, workbench).first)
      let form = try FrontDoorRowsTests.KeyedForm(
        workbench.draft(of: reference, for: frances), workbench, frances, time: time)
      guard case .recorded(_, _, let act?)? = try form.send().first,
        case .withdrawn(let sentence, _) = try workbench.withdraw(
          act, command: "u-\(act.number)", by: frances)
      else { return "" }
      return sentence
    }
    #expect(!(try undone("reports/01-merlin-mis.txt")).contains("the register"))
    // The first of both is on the register, the second comes onto it.
    let both = try #require(try take("reports/03-merlin-mis.txt", workbench).first)
    _ = try FrontDoorRowsTests.KeyedForm(
      workbench.draft(of: both, for: frances), workbench, frances
    ).send()
    let new = try undone(both)
    #expect(new.contains("waits for triage again. The new entry, Nguyen, Van Khoa C-"), "\(new)")
    #expect(new.hasSuffix("is off the register."), "\(new)")
    let id = new.split { " ,".contains($0) }.first { $0.hasPrefix("C-") }.map(String.init) ?? ""
    guard
      case .offRegister(child: id)? = workbench.answer(.loadChild(id, .refresh), for: frances).first
    else {
      Issue.record("a page of \(id) is shown")
      return
    }
    #expect(throws: Refusal.self) { try workbench.page(of: id, for: frances) }
    // Made anew, it is a new entry.
    let again = try undone(both, time: 2)
    #expect(again.contains("The new entry, ") && again != new, "\(again)")
    // Whoever started anew since has the form only in what was recorded.
    let kept = try #require(try workbench.draft(under: "triage:\(both):2", of: frances))
    #expect(kept.values["family-name"] == "Nguyen", "\(kept.values)")
  }
}
