import Store
import TestSupport
import Testing
import Workflow

@testable import Desk
@testable import homeward

/// Who ticks a step off reads which of several of its name it was.
@Suite("Which step was ticked off")
struct TickedOffTests {
  private let mira = Person(id: "mira", name: "Mira Castell", role: .missingCoordinator)

  @Test("of two of one name the message says which, and of one alone no more than its name")
  func saysWhich() throws {
    let drill = try DrillDesk()
    let workbench = try Workbench(
      path: drill.path, frozenAt: SpokenInstant.read(DrillDesk.now, now: Instant(seconds: 0)))
    let now = workbench.now()
    func agreed(_ hours: Int) -> Command.Entry {
      var body = Body(["action": .text("ring the aunt")])
      body[.due] = now.adding(hours: hours)
      return Command.Entry(.actionAgreed, at: now.adding(hours: -1), body)
    }
    _ = try workbench.perform(
      "story", child: "NB-1004", expecting: nil,
      [
        Command.Entry(
          .wentMissing, at: now.adding(hours: -20),
          Body(["from": .text("care"), "category": .text("missing")])),
        Command.Entry(.opened, at: now.adding(hours: -19)), agreed(2), agreed(5),
      ], by: mira)
    let page = try workbench.page(of: "NB-1004", for: nil)
    let actions = page.steps.filter { $0.agreed != nil }
    #expect(actions.count == 2)
    func done(_ step: WorkStep, _ command: String) throws -> String {
      var body = Body(["step": .text(step.id.step.rawValue)])
      body[.part] = step.id.part
      let version = try workbench.page(of: "NB-1004", for: nil).child.version
      let arrivals = try workbench.submit(
        Submission(
          act: .event(.stepDone, child: "NB-1004", version: version), at: now, body: body,
          command: command, draftKeys: []), by: mira)
      guard case .recorded(let sentence, _, _)? = arrivals.first else { return "" }
      return sentence
    }
    let (which, alone) = (try done(actions[1], "1"), try done(actions[0], "2"))
    #expect(
      which.hasPrefix("Step done: Hassan, Muhammad. Action: ring the aunt (due Sat 24 Oct 17:00)."),
      "\(which)")
    #expect(alone.hasPrefix("Step done: Hassan, Muhammad. Action: ring the aunt."), "\(alone)")
  }
}
