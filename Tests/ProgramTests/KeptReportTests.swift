import Desk
import Store
import TestSupport
import Testing
import Workflow

@testable import homeward

@Suite("A report that was kept")
struct KeptReportTests {
  private let frances = Person(id: "frances", name: "Frances Okafor", role: .frontDoor)

  @Test(
    "is shown as it was read, so that each value stands on the line that the form names",
    arguments: ["09-carer-email.eml", "10-police-email.eml", "01-merlin-mis.txt"])
  func lines(name: String) throws {
    let drill = try DrillDesk()
    let workbench = try Workbench(
      path: drill.path, frozenAt: SpokenInstant.read(DrillDesk.now, now: Instant(seconds: 0)))
    let kept = try workbench.receive(
      try FileBytes.read(DrillDesk.sample("reports/" + name), limit: 1_000_000), source: name,
      by: frances)
    let reference = try #require(kept.first?.reference)
    let draft = try workbench.draft(of: reference, for: frances)
    let lines = draft.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var compared = 0
    for (field, value) in draft.values {
      let words = value.seenAs.split(separator: " ", maxSplits: 2)
      guard words.count == 3, words[0] == "line", let number = Int(words[1].dropLast()) else {
        continue
      }
      try #require(number <= lines.count, "\(field): \(value.seenAs) of \(lines.count) lines")
      let start = words[2].replacing(" (inferred)", with: "").prefix(8)
      // A value may run on to the next line; prose is named by the line on which its paragraph begins.
      let end = min(lines.count, value.seenAs.hasSuffix("(inferred)") ? number + 12 : number + 1)
      let said = lines[(number - 1)..<end].joined(separator: " ")
      #expect(said.contains(start), "\(field): \(value.seenAs) is not on line \(number)")
      compared += 1
    }
    #expect(compared >= 2, "\(draft.values)")
    #expect(!draft.text.contains("base64") && !draft.text.contains("=E2=80=99"))
    #expect(try workbench.reportText(reference, for: frances) == draft.text)
  }

  @Test("gives the form what it says of clothing and medicine, too")
  func further() throws {
    let drill = try DrillDesk()
    let workbench = try Workbench(
      path: drill.path, frozenAt: SpokenInstant.read(DrillDesk.now, now: Instant(seconds: 0)))
    let kept = try workbench.receive(
      try FileBytes.read(DrillDesk.sample("reports/01-merlin-mis.txt"), limit: 1_000_000),
      source: "01-merlin-mis.txt", by: frances)
    let draft = try workbench.draft(of: try #require(kept.first?.reference), for: frances)
    #expect(draft.values["clothing"]?.typed.hasPrefix("Grey hooded top") == true)
    #expect(draft.values["medical"]?.typed.lowercased().contains("sertraline") == true)
    #expect(draft.values["description"]?.typed.contains("star tattoo") == true)
    #expect(draft.values["force"]?.typed.contains("Thamesmark Police") == true)
    #expect(draft.values["officer"]?.typed.uppercased().contains("HALLORAN") == true)
  }

  @Test("of a carer's e-mail all that was written are the circumstances, and the carer is no force")
  func carer() throws {
    let drill = try DrillDesk()
    let workbench = try Workbench(
      path: drill.path, frozenAt: SpokenInstant.read(DrillDesk.now, now: Instant(seconds: 0)))
    let kept = try workbench.receive(
      try FileBytes.read(DrillDesk.sample("reports/09-carer-email.eml"), limit: 1_000_000),
      source: "09-carer-email.eml", by: frances)
    let draft = try workbench.draft(of: try #require(kept.first?.reference), for: frances)
    #expect(draft.values["force"] == nil && draft.values["by"]?.typed == "foster carer")
    #expect(draft.values["circumstances"]?.typed.contains("I last saw her") == true)
  }
}
