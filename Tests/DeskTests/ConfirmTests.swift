import Grid
import Testing
import Workflow

@testable import Desk

@Suite("Acts that cannot be taken back")
struct ConfirmTests {
  private static let declined = Body([
    "by": .text("the child"), "reason": .text("Said no"),
  ])
  private static let acts: [(EventKind, Body)] = [
    (.recordClosed, Body(["reason": .text("Back and well")])),
    (.acknowledged, Body(["answer": .text("nothing-for-me")])), (.rhiDeclined, declined),
    (.rhiOffered, Body(["answer": .text("declined")])),
    (
      .meetingCancelled,
      Body(["kind": .text("strategy-meeting"), "decision": .text("The police lead it")])
    ),
    (.meetingHeld, Body(["kind": .text("strategy-meeting"), "chair": .text("team-manager")])),
    (.finalised, Body()),
  ]

  private func desk(_ kind: EventKind, _ preset: Body) throws -> Desk {
    let child = kind == .acknowledged ? try Sample.closed() : try Sample.returned()
    let form = FormScreen(event: kind, page: Sample.page(child), preset: preset, command: "c")
    return Sample.desk(me: Self.person(for: kind), showing: .form(form))
  }

  /// Somebody who may: what is refused anyway asks nothing.
  private static func person(for kind: EventKind) -> Person {
    switch kind {
    case .acknowledged, .meetingCancelled, .meetingHeld: Sample.manager
    case .finalised: Person(id: "tara", name: "T. Young", role: .tysWorker)
    default: Sample.worker
    }
  }

  @Test("are refused at once where that is known, and ask nothing then")
  func refusedAtOnce() throws {
    let form = FormScreen(
      event: .recordClosed, page: Sample.page(try Sample.missing()),
      preset: Body(["reason": .text("Back and well")]), command: "c")
    var desk = Sample.desk(me: Sample.worker, showing: .form(form))
    #expect(press(&desk, "Ctrl-S").isEmpty)
    #expect(desk.context == .form)
    #expect(desk.toast?.text.contains("The child is still away") == true)
    guard case .form(let kept)? = desk.stack.last else { return }
    #expect(kept.typed("reason") == "Back and well")
  }

  @Test(
    "a closure names what it moves, from when to when, before anybody says yes; a sending back does not"
  )
  func moves() throws {
    let move = "It moves “2nd grab pack review”: was Sun 21 Feb 2027, then Fri 21 May 2027"
    func meanings(_ kind: EventKind, _ preset: Body) throws -> [String] {
      var desk = try desk(kind, preset)
      guard case .form(var form)? = desk.stack.last else { return [] }
      form.movedByEnd = [move]
      desk.stack = [.form(form)]
      _ = press(&desk, "Ctrl-S Ctrl-S")
      guard case .confirm(let confirm)? = desk.stack.last else { return [] }
      return confirm.meanings
    }
    let closing = try meanings(.recordClosed, Body(["reason": .text("Back and well")]))
    #expect(closing.contains(move), "\(closing)")
    let sentBack = Body(["answer": .text("send-back"), "reason": .text("Who asked him again?")])
    let meant = try meanings(.acknowledged, sentBack)
    #expect(!meant.isEmpty && !meant.contains(move))
  }

  @Test("ask first, name the child and the reference, and stand on Cancel")
  func askFirst() throws {
    for (kind, preset) in Self.acts {
      var desk = try desk(kind, preset)
      #expect(press(&desk, "Ctrl-S").isEmpty)
      #expect(desk.context == .confirm, "\(kind)")
      let frame = render(desk)
      let text = frame.text.joined(separator: "\n")
      #expect(text.contains("Pryce-Morgan, Siân") && text.contains("E-2026-0412"))
      let cursor = try #require(frame.cursor)
      #expect(frame[cursor.row, cursor.column]?.role == .buttonFocused)
    }
  }

  @Test(
    "a meeting called off says that its limit goes with it; one held with a word on it asks nothing"
  )
  func meetings() throws {
    let called = try desk(
      .meetingCancelled,
      Body(["kind": .text("strategy-meeting"), "decision": .text("The police lead it")]))
    var asked = called
    _ = press(&asked, "Ctrl-S")
    let text = render(asked).text.joined(separator: " ")
    #expect(text.contains("is then off, in no tray") && text.contains("plan it anew"))
    var bare = try desk(.meetingCancelled, Body(["kind": .text("strategy-meeting")]))
    _ = press(&bare, "Ctrl-S")
    #expect(bare.context == .form && bare.toast?.text.contains("Decision and reason") == true)
    var held = try desk(
      .meetingHeld,
      Body([
        "kind": .text("strategy-meeting"), "chair": .text("team-manager"),
        "decision": .text("Search goes on"),
      ]))
    #expect(press(&held, "Ctrl-S").count == 1 && held.context == .form)
  }

  @Test("are recorded by y, once")
  func areRecordedByY() throws {
    for (kind, preset) in Self.acts {
      var desk = try desk(kind, preset)
      let effects = press(&desk, "Ctrl-S y y Enter Ctrl-S")
      #expect(effects.count == 1)
      guard case .submit(let submission) = effects.first, case .event(kind, _, _) = submission.act
      else {
        Issue.record("\(kind) was not sent")
        continue
      }
    }
  }

  @Test(
    "go back to the form by Enter and Esc at once, by n once nothing follows it; nothing is lost")
  func goBack() throws {
    for key in ["Enter", "Esc", "n"] {
      var desk = try desk(.rhiDeclined, Self.declined)
      #expect(press(&desk, "Ctrl-S \(key)").isEmpty, "\(key)")
      guard case .form(let form) = desk.stack.last else {
        Issue.record("\(key) did not go back")
        continue
      }
      #expect(form.typed("reason") == "Said no" && !form.isSending)
    }
  }

  @Test("are not answered by another key: the question stays, and says what answers it")
  func otherKeys() throws {
    for key in ["Y", "Space", "Tab", "x", "Down", "Paste:y"] {
      var desk = try desk(.rhiDeclined, Self.declined)
      #expect(press(&desk, "Ctrl-S \(key)").isEmpty, "\(key)")
      #expect(desk.context == .confirm, "\(key)")
      #expect(desk.toast?.text == "y records it; Esc goes back to the form", "\(key)")
      #expect(press(&desk, "y").count == 1, "\(key): y still answers it")
    }
  }

  @Test("are not answered by a text that is typed on, whatever letters are in it")
  func typedText() throws {
    var desk = try desk(.rhiDeclined, Self.declined)
    _ = press(&desk, "Ctrl-S")
    for text in ["not yesterday, says the carer", "yesterday he came"] {
      for character in text { #expect(update(&desk, .key(.character(character))).isEmpty) }
      _ = update(&desk, .pause)
    }
    #expect(update(&desk, .key(.paste("yes he did"))).isEmpty)
    #expect(press(&desk, "Enter").isEmpty && desk.context == .confirm)
    #expect(desk.toast?.text.contains("What you typed went nowhere") == true)
    _ = update(&desk, .pause)
    #expect(desk.context == .confirm)
    _ = press(&desk, "Esc")
    guard case .form(let form) = desk.stack.last else {
      Issue.record("Esc did not go back")
      return
    }
    #expect(form.typed("reason") == "Said no", "nothing of it fell into the form")
  }

  @Test("are not answered by a new size or a tick, nor by what was typed ahead")
  func areNotAnsweredByAccident() throws {
    var desk = try desk(.recordClosed, Body(["reason": .text("Back and well")]))
    _ = press(&desk, "Ctrl-S Resize:100x30")
    _ = update(&desk, .time(Sample.now.adding(seconds: 60)))
    #expect(desk.context == .confirm)

    var world = World(Sample.desk(me: Sample.manager), [try Sample.closed()])
    world.press("Down")
    world.isSilent = true
    world.press("a n Ctrl-S y")
    world.isSilent = false
    let page = Sample.page(try Sample.closed())
    world.arrive(.page(page, purpose: .form(.acknowledged, preset: Body())))
    #expect(world.desk.context == .confirm && world.recorded.isEmpty)
  }

  @Test(
    "an acknowledgement with words says which answer they are; without any that nothing is left")
  func answerOfWords() throws {
    let closed = try Sample.closed()
    var world = World(Sample.desk(me: Sample.manager), [closed])
    world.arrive(.page(Sample.page(closed), purpose: .form(.acknowledged, preset: Body())))
    world.goTo("reason")
    world.type("rang her carer, asked for the plan")
    world.press("Ctrl-S")
    #expect(world.desk.context == .form)
    let line = world.form?.entries.first { $0.field.name == "answer" }
    #expect(line?.error != nil && line?.isEmpty == true)
  }
}
