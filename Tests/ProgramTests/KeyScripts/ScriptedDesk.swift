import Desk
import Foundation
import Grid
import Store
import Terminal
import TestSupport
import Testing
import Workflow

@testable import homeward

/// The desk on a real file and through real ncurses, without a terminal: each key is taken, everything
/// it asks for is answered at once, and what ncurses then holds is what is looked at.
@MainActor
final class ScriptedDesk {
  let drill: DrillDesk
  private(set) var desk: Desk
  private let screen: Terminal.Screen
  private var workbench: Workbench
  private var now: String
  /// Keys pressed since they were last counted from nought.
  var keys = 0
  /// Whether the desk was left.
  private(set) var isLeft = false
  /// How often the desk asked to be suspended; it goes on at once, with its screen drawn anew.
  private(set) var suspended = 0

  init(width: Int, height: Int, colours: Bool, drill: DrillDesk? = nil) throws {
    let drill = try drill ?? DrillDesk()
    self.drill = drill
    now = DrillDesk.now
    workbench = try ScriptedDesk.workbench(drill, now)
    screen = try Terminal.Screen(headlessWidth: width, height: height, colours: colours)
    desk = Desk(
      me: Person(id: "mira", name: "Mira Castell", role: .missingCoordinator), place: "Northbrook",
      now: workbench.now(), size: .init(width: width, height: height), themeName: "terminal",
      tray: .missingCoordinator, isDrill: true, session: "script")
  }

  func close() { screen.close() }

  /// How many bytes the last picture cost the line to the terminal.
  var bytes: Int { screen.bytesOfLatestFrame }

  private static func workbench(
    _ drill: DrillDesk, _ now: String, readOnly: Bool = false
  ) throws -> Workbench {
    try Workbench(
      path: drill.path, readOnly: readOnly,
      frozenAt: SpokenInstant.read(now, now: Instant(seconds: 0)))
  }

  /// Opens the desk for somebody: what the one before had in memory is gone, as after a kill.
  func open(as id: String, readOnly: Bool = false, mouse: Bool = false) throws {
    if readOnly != desk.isReadOnly {
      workbench = try ScriptedDesk.workbench(drill, now, readOnly: readOnly)
    }
    let staff = try workbench.records(for: nil).staff()
    let member = try #require(staff.first { $0.id == id }, "nobody is called \(id)")
    let role = try #require(member.roles.first)
    let me = try #require(member.acting(as: role))
    let size = desk.size
    desk = Desk(
      me: me, place: "Northbrook", now: workbench.now(), size: size, themeName: "terminal",
      tray: role.homeTray, isDrill: true, session: UUID().uuidString)
    desk.isReadOnly = readOnly
    desk.isMouseOn = mouse
    isLeft = false
    perform([desk.firstLoad()])
    perform(desk.loadAround())
    show()
  }

  func set(now: String) throws {
    self.now = now
    workbench = try ScriptedDesk.workbench(drill, now)
  }

  /// Records something as somebody else would, without the screen.
  func record(_ kind: EventKind, _ child: String, by id: String, at: String?, _ body: Body) throws {
    let member = try #require(try workbench.records(for: nil).staff().first { $0.id == id })
    let person = try #require(member.roles.first.flatMap { member.acting(as: $0) })
    let moment = workbench.now()
    let when = at.flatMap { SpokenInstant.read($0, now: moment) } ?? moment
    _ = try workbench.perform(
      UUID().uuidString, child: child, expecting: nil, [Command.Entry(kind, at: when, body)],
      by: person)
  }

  /// Keeps a report that waits for triage.
  func receive(_ path: String) throws {
    let bytes = try FileBytes.read(DrillDesk.sample(path), limit: 1_000_000)
    let frances = Person(id: "frances", name: "Frances Okafor", role: .frontDoor)
    _ = try workbench.receive(bytes, source: path, by: frances)
  }

  func press(_ key: Key) {
    keys += 1
    if case .resize(let width, let height) = key { screen.resize(width: width, height: height) }
    perform(update(&desk, .key(key)))
    show()
  }

  /// Lets the pause pass after which a key by itself counts, where one is waited for.
  func pause() {
    guard desk.awaitsPause else { return }
    perform(update(&desk, .pause))
    show()
  }

  /// What another process's commit brings about.
  func hearOfOthers() {
    perform(update(&desk, .changedByOthers))
    show()
  }

  /// Keeps what is typed, as the timer does.
  func keep() { perform(desk.keepDrafts()) }

  private func perform(_ effects: [Effect]) {
    var waiting = effects
    while !waiting.isEmpty {
      let effect = waiting.removeFirst()
      if effect == .quit { isLeft = true }
      if effect == .suspend {
        suspended += 1
        screen.redrawAll()
      }
      for answer in workbench.answer(effect, for: desk.me) { waiting += update(&desk, answer) }
    }
  }

  private func show() { screen.show(render(desk), theme: .standard) }

  /// What ncurses holds.
  var text: [String] { screen.text }

  /// Whether ncurses holds the very frame, and the same as when all of it is drawn anew.
  func isWhole() -> Bool {
    let frame = render(desk)
    let before = screen.looks
    guard screen.text == frame.text.map(ScriptedDesk.trimmed) else { return false }
    screen.forget()
    screen.show(frame, theme: .standard)
    return screen.looks == before
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The row on which the cursor stands.
  var focusedRow: String {
    guard let cursor = render(desk).cursor, text.indices.contains(cursor.row) else { return "" }
    return text[cursor.row]
  }

  /// The kinds of what was recorded on a child, oldest first.
  func events(of child: String) throws -> [Event] {
    try workbench.records(for: nil).caseOf(child)?.history ?? []
  }
}
