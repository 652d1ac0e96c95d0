import Store
import TestSupport
import Testing
import Workflow

@testable import Desk
@testable import homeward

/// What a report is stands with what its triage recorded: a notice of an end is no missing report.
@Suite("What a report that was triaged is")
struct ReportMatterTests {
  private static let child = """
    Name: Ferdie ABARA
    DOB: 12/09/2011
    Risk: MEDIUM
    Last seen: 22/11/2026 12:55
    Reported: 22/11/2026 15:00
    Missing from: home

    """

  @Test(
    "a triage keeps whether the report is the police's missing report",
    arguments: [
      ("COMPACT MISSING PERSON REPORT\n" + child, "missing", ReportMatter.missing),
      (
        "COMPACT FINALISATION NOTICE\nSTATUS: FINALISED - LOCATED\n" + child
          + "Located: 22/11/2026 16:00\n", "missing", .found
      ),
      (child, "missing", .missing), (child, "unauthorised-absence", .other),
      (child + "Found safe and well.\n", "missing", .found),
      ("Emergency Duty Team\n" + child, "missing", .other),
      ("Phone note from her mother\n" + child, "missing", .other),
    ])
  func keepsMatter(_ text: String, _ category: String, _ matter: ReportMatter) throws {
    let drill = try TriageDrill()
    var typed = ["category": category, "child": "new"]
    if !text.contains("her mother") { typed["by"] = "police" }
    if text.contains("Found safe") { typed["found-at"] = "unknown" }
    let id = try drill.triage(try drill.take(text), typed)
    let child = try #require(try drill.workbench.records(for: drill.frances).caseOf(id))
    for kind in [EventKind.reported, .reportAttached] {
      let event = try #require(child.history.last { $0.kind == kind })
      #expect(event[.reportMatter] == matter)
    }
  }
}
