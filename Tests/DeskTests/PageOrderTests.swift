import Testing
import Workflow

@testable import Desk

@Suite("What stands first on a child's page")
struct PageOrderTests {
  private func rule(
    _ name: String, _ step: StepName, within: TimeLimit? = nil, returned: Bool = false
  ) -> Rule {
    Rule(
      name: name, realises: ["NB-\(name)"], step: step, tray: .teamManager, role: .teamManager,
      when: returned ? .fact(.returned, ["yes"]) : .always, since: [.missingStart], within: within,
      duty: "Do what \(name) asks",
      citation: Citation(document: "Northbrook procedure", section: "Missing children"))
  }

  @Test("what was up before the return stands behind what can be kept and before what has no limit")
  func upBeforeTheReturn() throws {
    let plain = Sample.procedure
    let procedure = Procedure(
      id: plain.id, title: plain.title, authority: plain.authority, version: 1,
      contentHash: plain.contentHash,
      rules: plain.rules + [
        rule("20", .minutes), rule("21", .rhiAllocation), rule("22", .headOfServiceNotice),
        rule("23", .policeReportChase, within: .hours(2), returned: true),
      ], chairs: plain.chairs, guards: [], prompts: [], acknowledgedBy: plain.acknowledgedBy)
    let child = try Sample.returned()
    let page = ChildPage(
      child: child, steps: Derive.steps(of: child) { _ in procedure }, procedure: procedure)
    for viewer in [Role.teamManager, .rhiWorker, .missingCoordinator] {
      let open = ChildScreen(page: page, step: nil, viewer: viewer, asOf: Sample.now).steps
        .filter(\.isOpen)
      let chase = try #require(open.firstIndex { $0.id.step == .policeReportChase })
      #expect(open[chase].couldNotBeKept)
      let unlimited = try #require(open.firstIndex { $0.comesUp == nil && !$0.isAtOnce })
      #expect(chase < unlimited, "\(viewer): \(open.map(\.id.step))")
      let kept = open.indices.filter {
        !open[$0].wasDueWhileAway
          && [.overdue, .soon].contains(open[$0].pressing(asOf: Sample.now))
      }
      #expect(!kept.isEmpty && kept.allSatisfy { $0 < chase }, "\(viewer)")
      // A tray has it among what is overdue: before what has no limit, too.
      #expect(open[chase].pressing(asOf: Sample.now) == .overdue)
    }
  }
}
