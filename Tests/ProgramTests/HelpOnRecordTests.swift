import Testing
import Workflow

@testable import Desk
@testable import homeward

/// Help on a child's page under a procedure that ships, whose rules refuse more than the desk's own do.
@Suite("Help on a record as it stands")
struct HelpOnRecordTests {
  private let mira = Person(id: "mira", name: "Mira Castell", role: .missingCoordinator)
  private let rhys = Person(id: "rhys", name: "Rhys Rahman", role: .rhiWorker)
  private let child = "NB-1002"

  @Test(
    "offers what opens a form, and says of the rest what the form would be refused for: away, back, closed"
  )
  func offered() throws {
    let drill = try DrillDesk()
    try drill.away(child)
    let workbench = try Workbench(
      path: drill.path, frozenAt: SpokenInstant.read(DrillDesk.now, now: Instant(seconds: 0)))
    var wrong = try wrongOffers(on: workbench)
    func record(_ kind: EventKind, _ body: Body, by person: Person) throws {
      _ = try workbench.perform(
        kind.rawValue, child: child, expecting: nil,
        [Command.Entry(kind, at: workbench.now(), body)], by: person)
    }
    try record(
      .returned, Body(["place": .text("home"), "safe": .flag(true)]), by: mira)
    wrong += try wrongOffers(on: workbench)
    try record(
      .rhiDeclined, Body(["by": .text("child"), "reason": .text("did not want to")]), by: rhys)
    try record(.recordClosed, Body(["reason": .text("back and well")]), by: mira)
    wrong += try wrongOffers(on: workbench)
    #expect(wrong.isEmpty, "\(wrong)")
  }

  /// What help offers and is refused, or does not offer and opens, in three roles and on every step.
  private func wrongOffers(on workbench: Workbench) throws -> [String] {
    var wrong: Set<String> = []
    for role in [Role.missingCoordinator, .rhiWorker, .teamManager] {
      let me = Person(id: "una", name: "Una Dace", role: role)
      let page = try workbench.page(of: child, for: me)
      for place in 0..<max(1, page.steps.count) {
        var screen = ChildScreen(page: page, step: nil)
        screen.selected = place
        var desk = Desk(
          me: me, place: "Northbrook", now: workbench.now(), size: .init(width: 80, height: 24),
          themeName: "terminal", tray: .missingCoordinator, isDrill: true, session: "s")
        desk.stack = [.child(screen)]
        for line in HelpScreen(context: .episode).lines(in: desk)
        where line.command.opens(desk) != nil {
          var asked = desk
          var wanted = asked.act { $0.run(line.command) }
          while let effect = wanted.popLast() {
            for arrival in workbench.answer(effect, for: me) { wanted += update(&asked, arrival) }
          }
          if (asked.context == .form) != (line.reason == nil) {
            wrong.insert(
              "\(line.command.id) as \(role.rawValue): “\(line.reason ?? "")”, “\(asked.toast?.text ?? "")”"
            )
          }
        }
      }
    }
    return wrong.sorted()
  }
}
