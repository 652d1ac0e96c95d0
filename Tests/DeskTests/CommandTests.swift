import Desk
import Grid
import Testing
import Workflow

@Suite("Every command of the table")
struct CommandTests {
  @Test("has a case here")
  func hasACase() {
    let tested = Set(CommandCases.all.map(\.id))
    let untested = Set(CommandTable.all.map(\.id)).subtracting(tested)
    #expect(untested.isEmpty, "no case in CommandCases: \(untested.sorted())")
  }

  @Test("has an id of its own and keys of its own in each context")
  func hasItsOwnKeys() {
    let ids = CommandTable.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for context in Context.allCases {
      let keys = CommandTable.commands(in: context).flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "a key means two commands in \(context)")
    }
  }

  @Test("does what it says by each of its keys", arguments: CommandCases.all)
  func doesWhatItSays(sample: CommandCase) throws {
    let command = try #require(CommandTable.all.first { $0.id == sample.id })
    for key in command.keys {
      var desk = try sample.start()
      try #require(command.contexts.contains(desk.context), "the case starts elsewhere")
      var effects = update(&desk, .key(key))
      if desk.awaitsPause { effects += update(&desk, .pause) }
      #expect(sample.holds(desk, effects), "\(sample.id) by \(key.shown): \(effects)")
    }
  }

  @Test("says why it cannot be done, and does nothing then")
  func saysWhyItCannotBeDone() {
    var desk = Sample.desk(me: Sample.worker)
    #expect(press(&desk, "r").isEmpty)
    #expect(
      desk.toast?.text
        == "As RHI worker you may not record \"risk assessed\"; ask the team manager or the "
        + "advanced practitioner")
    var empty = Sample.desk(me: Sample.manager, rows: [])
    #expect(press(&empty, "r").isEmpty)
    #expect(empty.toast?.text == "No child is selected")
    #expect(press(&empty, "Enter").isEmpty)
    #expect(empty.toast?.text == "This tray is empty")
    #expect(press(&empty, "w").isEmpty)
    #expect(empty.toast?.text == "No step is selected")
  }

  @Test("an unknown key says so and names the key that helps")
  func anUnknownKeySaysSo() {
    var desk = Sample.desk()
    #expect(press(&desk, "K").isEmpty)
    #expect(desk.toast?.text == "K does nothing here; ? shows what does")
    desk.stack = [.form(.intake(command: "c"))]
    _ = press(&desk, "F11")
    #expect(desk.toast?.text == "F11 does nothing here; F1 shows what does")
  }

  @Test("Pasting never runs a command", arguments: Context.allCases)
  func pastingNeverRunsACommand(context: Context) throws {
    var desk = try CommandCases.desk(in: context)
    let depth = desk.stack.count
    let effects = update(&desk, .key(.paste("q\rx\u{3}y")))
    #expect(
      effects.allSatisfy { effect in
        switch effect {
        case .find, .loadTray: true
        default: false
        }
      })
    #expect(desk.stack.count == depth)
    #expect(update(&desk, .pause).isEmpty && desk.stack.count == depth)
  }
}
