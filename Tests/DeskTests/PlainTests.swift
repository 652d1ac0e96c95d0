import Desk
import Grid
import Testing
import Workflow

@Suite("Plain mode")
struct PlainTests {
  /// What is written after keys, line by line; letters that are typed stand in quotation marks.
  private func said(_ world: inout World, _ voice: inout PlainVoice, _ keys: String) -> [String] {
    var lines: [String] = []
    for name in keys.split(separator: " ") {
      world.press(String(name))
      lines += written(voice.pieces(for: world.desk))
    }
    return lines
  }

  private func written(_ pieces: [PlainVoice.Piece]) -> [String] {
    pieces.map { piece in
      switch piece {
      case .line(let line): line
      case .letters(let letters): "“\(letters)”"
      }
    }
  }

  @Test("says tray and row in a sentence, once, and each change as a line of its own")
  func tray() throws {
    var world = World(Sample.desk(me: Sample.worker), [try Sample.returned()])
    var voice = PlainVoice()
    let first = written(voice.pieces(for: world.desk))
    #expect(first.count == 2 && first[0].hasPrefix("Tray RHI, "))
    #expect(
      first[1]
        == "Overdue, 25h over: Wójcik, Tomasz 15, offer interview, due Fri 20 Nov 18:05, 2 attempts, "
        + "E-2026-0398. 1 of 7")
    #expect(written(voice.pieces(for: world.desk)).isEmpty, "nothing changed")
    #expect(said(&world, &voice, "Down").count == 1)
    // A minute that passes changes what is left, and interrupts nobody.
    world.arrive(.time(world.desk.now.adding(seconds: 60)))
    #expect(written(voice.pieces(for: world.desk)).isEmpty)
    let unknown = said(&world, &voice, "K")
    #expect(unknown == ["K does nothing here; ? shows what does"])
  }

  @Test(
    "how much a report leaves open is said with the form, not with every line that is filled in")
  func openOnce() {
    var world = World(
      Sample.desk(me: Sample.frontDoor, showing: .form(.triage(Sample.draft(), command: "c"))))
    var voice = PlainVoice()
    let first = written(voice.pieces(for: world.desk))
    #expect(first.contains { $0.contains("read from the report") }, "\(first)")
    let before = world.form?.head.last
    for entry in world.form?.entries ?? [] where entry.isEmpty && entry.codes.isEmpty {
      world.goTo(entry.field.name)
      world.type("x")
    }
    #expect(world.form?.head.last != before, "it says less by now")
    let later = written(voice.pieces(for: world.desk))
    #expect(!later.contains { $0.contains("read from the report") }, "\(later)")
  }

  @Test("a row that is marked says so, and how many are, though the selection goes on")
  func marked() throws {
    var world = World(Sample.desk(me: Sample.worker), [try Sample.returned()])
    var voice = PlainVoice()
    _ = voice.pieces(for: world.desk)
    let one = said(&world, &voice, "Space")
    #expect(one.count == 2 && one[0] == "Marked Wójcik, Tomasz 15, 1 in all", "\(one)")
    #expect(said(&world, &voice, "Space")[0] == "Marked Pryce-Morgan, Siân 15, 2 in all")
    #expect(written(voice.answer(for: world.desk, isAll: false))[0].hasSuffix(", 2 marked"))
    let up = said(&world, &voice, "Up")
    #expect(up.count == 1 && up[0].contains(", marked. "), "\(up)")
    _ = said(&world, &voice, "Up")
    #expect(
      said(&world, &voice, "Space")[0] == "No longer marked Wójcik, Tomasz 15, 1 in all")
    let none = said(&world, &voice, "Esc")
    #expect(none.count { $0.contains("arked") } == 1, "once: \(none)")
    world.desk.isPlain = true
    #expect(said(&world, &voice, "v") == ["Line by line there is no pane: each row is read whole"])
  }

  @Test("how a time is read is said as its line is left, once")
  func readTime() throws {
    let page = Sample.page(try Sample.missing())
    var world = World(
      Sample.desk(
        me: Sample.coordinator,
        showing: .form(FormScreen(event: .returned, page: page, preset: Body(), command: "c"))))
    world.goTo("at")
    var voice = PlainVoice()
    _ = voice.pieces(for: world.desk)
    for (typed, read) in [("today 8am", "= Sat 21 Nov 08:00"), ("31/2", "not a time yet")] {
      world.press("Ctrl-U")
      world.type(typed)
      _ = voice.pieces(for: world.desk)
      let left = said(&world, &voice, "Tab")
      #expect(left.contains { $0.contains(": \(read)") && !$0.contains(typed) }, "\(left)")
      let back = said(&world, &voice, "Shift-Tab")
      #expect(back.count { $0.contains(read) } == 1, "\(back)")
      let again = said(&world, &voice, "Tab")
      #expect(!again.contains { $0.contains(read) }, "it was said: \(again)")
      _ = said(&world, &voice, "Shift-Tab")
    }
  }

  @Test("a form that a draft comes back to is not called empty before")
  func draftBack() throws {
    var world = World(Sample.desk(me: Sample.frontDoor))
    world.press("n")
    world.type("/in/a.txt")
    world.press("Esc")
    var voice = PlainVoice()
    _ = voice.pieces(for: world.desk)
    world.isSilent = true
    world.press("n")
    #expect(written(voice.pieces(for: world.desk)).isEmpty, "nobody knows yet what lies in it")
    world.isSilent = false
    world.arrive(.draftFound(key: "intake", world.drafts["intake"]))
    let lines = written(voice.pieces(for: world.desk))
    #expect(lines.contains { $0.contains("/in/a.txt") }, "\(lines)")
    #expect(!lines.contains { $0.contains("File") && $0.contains("empty") }, "\(lines)")
  }

  @Test("lists rows and questions, and says again where one is, when asked")
  func lists() throws {
    var world = World(Sample.desk(me: Sample.worker), [try Sample.returned()])
    let voice = PlainVoice()
    let all = written(voice.answer(for: world.desk, isAll: true))
    #expect(all.count == 8 && all[7].hasPrefix("7. "))
    world.press("Down o")
    guard case .form(let form) = world.desk.stack.last else {
      Issue.record("no form")
      return
    }
    let questions = written(voice.answer(for: world.desk, isAll: true))
    for entry in form.entries {
      #expect(questions.contains { $0.contains(entry.field.label) }, "\(entry.field.label)")
    }
    #expect(questions.count(where: { $0.hasSuffix("You are here") }) == 1)
    let again = written(voice.answer(for: world.desk, isAll: false))
    #expect(again.count >= 2 && again[0].hasPrefix("Interview attempt"))
  }

  @Test("what is typed is written as letters, what is taken away as the whole")
  func typing() throws {
    var world = World(Sample.desk(me: Sample.worker), [try Sample.returned()])
    var voice = PlainVoice()
    _ = said(&world, &voice, "Down +")
    #expect(said(&world, &voice, "h i") == ["“h”", "“i”"])
    #expect(said(&world, &voice, "Backspace") == ["h"])
    #expect(said(&world, &voice, "Home") == ["h"])
    #expect(said(&world, &voice, "Ctrl-K") == ["empty"])
  }

  @Test("a refusal and what is wrong are said; so is a question, with its way out")
  func questions() throws {
    var world = World(Sample.desk(me: Sample.manager), [try Sample.closed()])
    var voice = PlainVoice()
    _ = written(voice.pieces(for: world.desk))
    let opened = said(&world, &voice, "Down a")
    #expect(opened.contains("Acknowledged · Pryce-Morgan, Siân · E-2026-0412"), "\(opened)")
    let asked = said(&world, &voice, "n Ctrl-S")
    #expect(asked.contains("Acknowledge the closed record?"), "\(asked)")
    #expect(asked.contains { $0.hasPrefix("Go back is chosen. y: yes") })
    let done = said(&world, &voice, "y")
    #expect(done.contains { $0.hasPrefix("Acknowledged") || $0.contains("ecorded") }, "\(done)")
  }

  @Test("every screen says where one is and what has the keys", arguments: [GoldenTests.sizes[0]])
  func everyScreen(size: Desk.Size) throws {
    let loading = ["tray-loading", "charts-loading"]
    for (name, desk) in try GoldenScreens.all(size) {
      let spoken = desk.spoken
      #expect(!spoken.heading.isEmpty, "\(name)")
      #expect(!spoken.focus.isEmpty || loading.contains(name), "\(name)")
      let voice = PlainVoice()
      for piece in voice.answer(for: desk, isAll: true) {
        guard case .line(let line) = piece else { continue }
        #expect(!line.contains { "│┌└━░█".contains($0) }, "\(name): drawing in “\(line)”")
      }
    }
  }
}
