import Grid
import Testing
import Workflow

@testable import Desk

/// A child's page as it may lie before somebody who asks what can be done there.
struct OfferedPage: Sendable, CustomTestStringConvertible {
  let name: String
  let child: @Sendable () throws -> ChildCase

  var testDescription: String { name }

  static let all = [
    OfferedPage(name: "away") { try Sample.missing() },
    OfferedPage(name: "returned") { try Sample.returned() },
    OfferedPage(name: "closed") { try Sample.closed() },
    OfferedPage(name: "finalised") { try finalised() },
    OfferedPage(name: "withdrawn") { try withdrawn() },
  ]

  /// Acknowledged by all who are asked: the record is over.
  private static func finalised() throws -> ChildCase {
    var child = try Sample.closed()
    for person in [Sample.manager, Sample.coordinator] {
      child = try Sample.record(
        .acknowledged, "2026-11-21 18:00", on: child, by: person,
        Body(["as": .text(person.role.rawValue), "answer": .text("nothing-for-me")]))
    }
    return child
  }

  /// The return was a mistake: the child is away after all.
  private static func withdrawn() throws -> ChildCase {
    var child = try Sample.missing()
    child = try Sample.record(
      .returned, "2026-11-21 08:10", on: child, by: Sample.coordinator,
      Body(["place": .text("Elm House"), "safe": .flag(true)]))
    let last = child.history.last?.sequence ?? 0
    return try Sample.record(
      .withdrawn, "2026-11-21 08:40", on: child, by: Sample.coordinator,
      Body(["corrects": .number(last), "reason": .text("Another child")]))
  }
}

@Suite("What help offers on a child's page")
struct HelpOffersTests {
  /// What cannot be known without the journal, or leaves the desk.
  private static let beyond: Set<String> = ["undo"]

  @Test(
    "can be done, and what cannot says why: on every page, in every role, on every line",
    arguments: OfferedPage.all)
  func offered(page: OfferedPage) throws {
    let child = try page.child()
    var wrong: [String: Int] = [:]
    for role in Role.allCases {
      let me = Person(id: "kt", name: "K. Thorne", role: role)
      for place in places(of: child) {
        var screen = ChildScreen(page: Sample.page(child), step: nil)
        screen.isTimelineFocused = place.isTimeline
        screen.selected = place.isTimeline ? 0 : place.line
        screen.line = place.isTimeline ? place.line : 0
        let desk = Sample.desk(me: me, showing: .child(screen))
        let lines = HelpScreen(context: .episode).lines(in: desk)
        for line in lines where !Self.beyond.contains(line.command.id) {
          var world = World(desk, [child])
          world.ask(for: line.command)
          let said = world.desk.toast
          let isRefused = said?.role == .warning || said?.role == .error
          let isOpen = line.command.opens(desk) == nil || world.form != nil
          if isRefused != (line.reason != nil) || !isRefused && !isOpen {
            let offer = line.reason.map { "refused, “\($0)”" } ?? "offered"
            wrong["\(line.command.id) is \(offer): \(said?.text ?? "nothing said")", default: 0] +=
              1
          }
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.map { "\($0.key) ×\($0.value)" }.sorted())")
  }

  @Test(
    "from a row of a tray, too: on every record, for every step of it",
    arguments: OfferedPage.all)
  func offeredForRows(page: OfferedPage) throws {
    let child = try page.child()
    let steps = Sample.page(child).steps.filter(\.isOpen)
    let rows = steps.map { step in
      TrayRow(
        kind: .step(id: step.id.text, name: step.id.step), child: child.id, name: child.name,
        reference: step.id.reference, title: step.name, due: step.due, opens: step.opens,
        planned: nil, attempts: 0, rules: [])
    }
    var wrong: [String: Int] = [:]
    for me in [Sample.manager, Sample.coordinator, Sample.worker] {
      for place in rows.indices {
        var world = World(Sample.desk(me: me, tray: .rhi, rows: rows), [child], rows: rows)
        for _ in 0..<place { world.press("Down") }
        world.press("?")
        for line in HelpScreen(context: .trays).lines(in: world.desk)
        where line.command.records != nil {
          var asked = world
          asked.press("Esc")
          asked.ask(for: line.command)
          if (asked.form == nil) != (line.reason != nil) {
            let offer = line.reason.map { "refused, “\($0)”" } ?? "offered"
            let said = asked.desk.toast?.text ?? "nothing said"
            wrong["\(line.command.id) is \(offer): \(said)", default: 0] += 1
          }
        }
      }
    }
    #expect(rows.isEmpty || wrong.isEmpty, "\(wrong.map { "\($0.key) ×\($0.value)" }.sorted())")
  }

  @Test("the palette says of the same commands the same, and runs none that is refused")
  func palette() throws {
    let page = ChildScreen(page: Sample.page(try Sample.missing()), step: nil)
    var desk = Sample.desk(me: Sample.worker, showing: .child(page))
    let reason = try #require(
      HelpScreen(context: .episode).lines(in: desk).first { $0.command.id == "upload" }?.reason)
    _ = press(&desk, ":")
    for letter in "upload" { _ = update(&desk, .key(.character(letter))) }
    #expect(render(desk).text.joined(separator: " ").contains(reason.prefix(60)))
    _ = press(&desk, "Enter")
    #expect(desk.context == .episode && desk.toast?.text == reason)
  }

  @Test("what was begun is never out of reach: its form is offered, whatever would refuse it")
  func begun() throws {
    let page = ChildScreen(page: Sample.page(try Sample.missing()), step: nil)
    var world = World(
      Sample.desk(me: Sample.worker, showing: .child(page)), [try Sample.missing()])
    func reason(_ id: String) -> String? {
      HelpScreen(context: .episode).lines(in: world.desk).first { $0.command.id == id }?.reason
    }
    #expect(reason("close") != nil)
    let key = FormScreen(event: .recordClosed, page: page.page, preset: Body(), command: "c")
      .draftKey
    world.desk.trays.drafts = DraftMarks(keys: [key])
    #expect(reason("close") == nil && reason("declined") != nil)
    world.press("c")
    #expect(world.form?.title.hasPrefix("Record closed") == true)
  }

  private func places(of child: ChildCase) -> [(isTimeline: Bool, line: Int)] {
    let screen = ChildScreen(page: Sample.page(child), step: nil)
    return screen.steps.indices.map { (false, $0) } + screen.timeline.indices.map { (true, $0) }
  }
}

extension World {
  /// Runs a command as help does, and answers what it wants done.
  fileprivate mutating func ask(for command: DeskCommand) {
    let wanted = desk.act { $0.run(command) }
    for effect in wanted {
      for answer in answers(to: effect) { arrive(answer) }
    }
  }
}
