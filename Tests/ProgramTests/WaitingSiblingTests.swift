import Desk
import Exchange
import Store
import TestSupport
import Testing
import Workflow

@testable import homeward

/// What still waits of a text that tells of several children is said of those who wait, never of those who are done.
@Suite("Brothers and sisters who still wait")
struct WaitingSiblingTests {
  private let frances = Person(id: "frances", name: "Frances Okafor", role: .frontDoor)
  private let night = "2026-11-22 23:40"

  private func workbench(_ drill: DrillDesk) throws -> Workbench {
    try Workbench(path: drill.path, frozenAt: SpokenInstant.read(night, now: Instant(seconds: 0)))
  }

  private func take(_ text: String, _ workbench: Workbench) throws -> String {
    try #require(
      try workbench.receive(Array(text.utf8), source: "report.txt", by: frances).first?.reference)
  }

  private func rows(_ workbench: Workbench) throws -> [TrayRow] {
    try workbench.window(
      TrayQuestion(TrayQuery(tray: .frontDoor), offset: 0, limit: 200), for: frances
    ).rows.filter { $0.report != nil }
  }

  /// Triages the child who comes next; the id.
  private func triage(_ reference: String, _ workbench: Workbench) throws -> String {
    var form = try FrontDoorRowsTests.KeyedForm(
      workbench.draft(of: reference, for: frances), workbench, frances)
    let category = try #require(form.form.entries.firstIndex { $0.field.name == "category" })
    form.form.entries[category].text = TextField("missing")
    guard case .recorded(_, let child?, _)? = try form.send().first else {
      Issue.record("nothing was recorded of \(reference)")
      return ""
    }
    return child
  }

  private func mail(_ children: [(name: String, number: Int, risk: String)]) -> String {
    let blocks = children.map { child in
      """

      Name: \(child.name)
      DOB: 04/02/20\(child.number % 10 + 10)
      Ref: 26MIS0609\(child.number)
      \(child.risk.isEmpty ? "Sex: F" : "Risk: \(child.risk)")
      Last seen: 22/11/2026 19:00
      Reported: 22/11/2026 20:15
      Reported by: Joan Pettit
      Missing from: home

      """
    }
    return "From: control.north@example.org\nDate: Sun, 22 Nov 2026 22:10:00 +0000\n"
      + "Subject: Missing children\n" + blocks.joined()
  }

  @Test(
    "a report is as pressing as the child in it who presses most, however low the first is graded")
  func gravest() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    _ = try take(mail([("Kofi MENSAH", 11, "MEDIUM")]), workbench)
    let both = try take(
      mail([("Leo BRANNOCK", 12, "LOW"), ("Isla BRANNOCK", 13, "HIGH")]), workbench)
    let unread = try take(mail([("Amy BLY", 14, "LOW"), ("Ida BLY", 15, "")]), workbench)
    let rows = try rows(workbench)
    #expect(rows.first?.kind.id == both)
    #expect(rows.first { $0.kind.id == both }?.report?.gist.risk == .high)
    #expect(rows.first { $0.kind.id == unread }?.report?.gist.risk == nil)
  }

  @Test(
    "whoever waits in a block of her own has her own grading and reference, and is nobody known by another's"
  )
  func ownBlock() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let reference = try take(
      mail([("Amelia HARTNOLL", 11, "HIGH"), ("Jude HARTNOLL", 12, "LOW")]), workbench)
    let other = try take(mail([("Kofi MENSAH", 13, "MEDIUM")]), workbench)
    _ = try triage(reference, workbench)
    let rows = try rows(workbench)
    let row = try #require(rows.first { $0.kind.id == reference })
    #expect(row.report?.policeReference == "26MIS060912" && row.report?.gist.risk == .low)
    let places = [other, reference].compactMap { id in rows.firstIndex { $0.kind.id == id } }
    #expect(places == places.sorted(), "who is low stands below who is medium")
    let draft = try workbench.draft(of: reference, for: frances)
    #expect(
      draft.values["risk"]?.typed == "low" && draft.values["police-ref"]?.typed == "26MIS060912")
    #expect(draft.match.candidates.allSatisfy { !$0.title.contains("Amelia") })
    #expect(!draft.warnings.contains { $0.hasPrefix("Two values") }, "\(draft.warnings)")
  }

  @Test(
    "a sister of whom the text says little has neither grading nor reference, and stands no lower for it"
  )
  func sister() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let reference = try take(Self.sister, workbench)
    let other = try take(mail([("Kofi MENSAH", 13, "MEDIUM")]), workbench)
    let destiny = try triage(reference, workbench)
    let waiting = try rows(workbench)
    let row = try #require(waiting.first { $0.kind.id == reference })
    #expect(row.name.hasPrefix("Okonjo, Blessing?") && row.report?.policeReference == nil)
    #expect(row.report?.gist.risk == nil && row.report?.gist.lastSeen == nil)
    let places = [reference, other].compactMap { id in waiting.firstIndex { $0.kind.id == id } }
    #expect(places == places.sorted(), "unknown is as pressing as the report")
    let found = try workbench.found("26MIS060777", for: frances)
    #expect(found.first?.target == .child(destiny), "\(found.map(\.title))")
    let named = try workbench.found("Destiny", for: frances)
    #expect(named.first?.target == .child(destiny), "\(named.map(\.title))")
    #expect(named.contains { $0.target == .waiting(report: reference) })
    #expect(!named.contains { $0.detail.contains("HIGH") }, "\(named.map(\.detail))")
  }

  @Test("the page of a child who is done names for whom the report waits on")
  func page() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let reference = try take(Self.sister, workbench)
    let destiny = try triage(reference, workbench)
    let waiting = try workbench.page(of: destiny, for: frances).waiting
    #expect(
      waiting.map(\.head) == ["\(reference) waits for triage for Okonjo, Blessing"], "\(waiting)")
    #expect(waiting.first?.report.gist.risk == nil, "it is not said to be hers")
  }

  @Test(
    "who waits under the very reference that was typed is found before who stands in the same text")
  func byReference() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let reference = try take(
      mail([("Tyler GRANGE", 11, "MEDIUM"), ("Mia GRANGE", 12, "HIGH")]), workbench)
    let tyler = try triage(reference, workbench)
    let found = try workbench.found("26MIS060912", for: frances).map(\.target)
    #expect(found.first == .waiting(report: reference) && found.contains(.child(tyler)))
    let own = try workbench.found("26MIS060911", for: frances).map(\.target)
    #expect(own.first == .child(tyler), "\(own)")
  }

  @Test(
    "a report is as grave in the list of those who are found as in its row, whoever was read first")
  func sameRisk() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let reference = try take(
      mail([("Tyler GRANGE", 11, "HIGH"), ("Mia GRANGE", 12, "LOW")]), workbench)
    func said(_ words: String) throws -> (row: TrayRow?, found: [FoundRow], listed: String) {
      let listed = try drill.run(
        ["find"] + words.split(separator: " ").map(String.init) + ["--format", "json"],
        as: "frances", now: night
      ).output
      return (
        try rows(workbench).first { $0.kind.id == reference },
        try workbench.found(words, for: frances).filter {
          $0.target == .waiting(report: reference)
        }, listed
      )
    }
    let before = try said("Grange")
    #expect(before.row?.report?.gist.risk == .high)
    #expect(before.found.count == 1 && before.found.allSatisfy { $0.detail.contains("HIGH") })
    #expect(before.listed.contains("\"risk\": \"high\""), "\(before.listed)")
    _ = try triage(reference, workbench)
    for words in ["Grange", "Mia", "Tyler", reference, "26MIS060912"] {
      let after = try said(words)
      #expect(after.row?.report?.gist.risk == .low)
      let details = after.found.map(\.detail)
      #expect(!details.contains { $0.contains("HIGH") }, "\(words): \(details)")
      #expect(!details.isEmpty, "\(words): who waits is found by a name of three letters, too")
      #expect(!after.listed.contains("\"risk\": \"high\""), "\(words): \(after.listed)")
    }
  }

  private static let sister = """
    THAMESMARK POLICE
    MERLIN - MISSING PERSON REPORT (MIS)
    Report no:   26MIS060777
    PERSON REPORTED MISSING
    Surname:     OKONJO                 Forename: DESTINY
    Sex:      FEMALE
    DOB:         03/05/2012             Age:      14
    Home addr:   9 HOLLOW ELM ROAD, NORTHBROOK, NB4 2QQ
    ------------------------------------------------------------
    MISSING FROM
    Place:       AS HOME ADDRESS        Type:     HOME
    Last seen:   22/11/2026 17:30       By:       Mother
    Reported:    22/11/2026 21:10       By:       Grace OKONJO
    ------------------------------------------------------------
    RISK
    Grading:     HIGH                   Graded:   22/11/2026 21:50
    ------------------------------------------------------------
    CIRCUMSTANCES
    DESTINY left home after an argument. Her sister BLESSING OKONJO (DOB 11/09/2014)
    went with her and is also missing.

    """
}
