import Foundation
import Testing

/// The words by which the boroughs' procedures call the work stand on the screens that people work at.
@Suite("The mission's words are on the screen")
struct MissionTests {
  /// What is read on a golden frame: its text without roles and cursor.
  private func frame(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden")
    let parts = name.split(separator: ".").map(String.init)
    let text = try String(
      contentsOf: folder.appendingPathComponent("\(parts[0]).txt"), encoding: .utf8)
    let size = parts[1].replacing("x", with: "×")
    let frame = try #require(
      text.components(separatedBy: "=== ").first { $0.hasPrefix(size + "\n") }, "\(name)")
    return frame.components(separatedBy: "--- roles").first ?? ""
  }

  @Test("contact, strategy, return and RHI lead a child's page", arguments: ["80x24", "120x40"])
  func namesTheStages(size: String) throws {
    for name in ["child-away", "child-returned", "child-timeline"] {
      let line = try #require(
        try frame("\(name).\(size)").split(separator: "\n").first { $0.contains("E-2026-0412") })
      let stages = ["contact", "strategy", "return", "RHI"].map { line.range(of: $0)?.lowerBound }
      #expect(
        stages.allSatisfy { $0 != nil }
          && stages.compactMap { $0 } == stages.compactMap { $0 }.sorted())
    }
  }

  @Test("Missing Coordinator, TYS and RHI are trays, with their numbers")
  func namesTheTrays() throws {
    let wide = try frame("tray-seven.120x40")
    #expect(wide.contains("2 Missing coordinator") && wide.contains("3 TYS"))
    #expect(wide.contains("4 RHI") && wide.contains("5 Team manager"))
    let narrow = try frame("tray-seven.80x24")
    #expect(narrow.contains("2 Missing") && narrow.contains("3 TYS") && narrow.contains("[4 RHI"))
  }

  @Test(
    "the team manager's acknowledgement is a step, a form and a question",
    arguments: ["80x24", "120x40"])
  func namesTheAcknowledgement(size: String) throws {
    let steps = try frame("child-timeline.\(size)").split(separator: "\n")
      .filter { $0.contains("Acknowledge") }
    #expect(steps.contains { $0.contains("Team manager") })
    #expect(steps.contains { $0.contains("Missing coordinator") })
    let confirm = try frame("confirm.\(size)")
    #expect(
      confirm.contains("Acknowledged ·") && confirm.contains("Acknowledge the closed record?"))
    #expect(confirm.contains("team manager") && confirm.contains("Team manager"))
  }

  @Test(
    "strategy meeting, return and interview are what is recorded", arguments: ["80x24", "120x40"])
  func namesTheForms(size: String) throws {
    #expect(try frame("form-meeting.\(size)").contains("strategy meeting"))
    let page = try frame("child-returned.\(size)")
    #expect(page.contains("Offer interview") && page.contains("Hold interview"))
    #expect(page.contains("Strategy meeting") && page.contains("Returned: "))
    #expect(try frame("triage-sure.\(size)").contains("Triage · R-2026-0077"))
  }
}
