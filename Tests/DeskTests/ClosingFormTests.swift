import Grid
import Testing
import Workflow

@testable import Desk

@Suite("The form that closes a record")
struct ClosingFormTests {
  /// A procedure that asks for the grab pack anew from the closure.
  private static let moving: Procedure = {
    let plain = Sample.procedure
    let rule = Rule(
      name: "pack", realises: ["NB-21"], step: .grabPackReview, tray: .socialWorker,
      role: .socialWorker, since: [.last(EventMatch(.recordClosed)), .missingStart],
      within: .days(90), outlivesRecord: true, duty: "Keep the grab pack ready",
      citation: Citation(document: "Northbrook procedure", section: "End"))
    return Procedure(
      id: plain.id, title: plain.title, authority: plain.authority, version: 1,
      contentHash: plain.contentHash, rules: plain.rules + [rule], chairs: plain.chairs,
      guards: [], prompts: [], acknowledgedBy: plain.acknowledgedBy)
  }()

  private func desk(_ width: Int, _ height: Int) throws -> Desk {
    let child = try Sample.returned()
    let page = ChildPage(
      child: child, steps: Derive.steps(of: child) { _ in Self.moving }, procedure: Self.moving)
    var form = FormScreen(event: .recordClosed, page: page, preset: Body(), command: "c")
    form.listUndone(by: Sample.worker, now: Sample.now)
    return Sample.desk(width, height, me: Sample.worker, showing: .form(form))
  }

  @Test(
    "says from when to when it moves a limit, before what it gives up and whole at every size",
    arguments: [(80, 24), (120, 40), (200, 60), (60, 20)])
  func moves(_ width: Int, _ height: Int) throws {
    let desk = try desk(width, height)
    guard case .form(let form)? = desk.stack.last else { return }
    let place = try #require(form.undone.firstIndex { $0.hasPrefix("→ moves:") })
    let moved = form.undone[place]
    #expect(moved.hasPrefix("→ moves: Grab pack review (social worker), was "), "\(moved)")
    let given = form.undone.indices.filter { form.undone[$0].hasPrefix("✗") }
    #expect(!given.isEmpty && given.allSatisfy { place < $0 }, "\(form.undone)")
    // The words of the form in one line, as they are read over the ends of rows.
    let text = render(desk).text.map { $0.drop { "│║ ".contains($0) } }
      .map { $0.reversed().drop { "│║ ".contains($0) }.reversed() }.map { String($0) }
      .joined(separator: " ")
    #expect(text.contains(moved), "\(width): \(text)")
  }
}
