import Desk
import Grid
import Testing
import Workflow

@Suite("Names that are hidden")
struct PrivacyTests {
  @Test("a name is hidden in any case, with and without its accents, in any order")
  func words() {
    var veil = NameVeil()
    veil.learn("Pryce-Morgan, Siân 15")
    veil.learn("Nguyễn, Emeka")
    veil.learn("O'Brien, J")
    veil.learn("王, 小明 14")
    let cases = [
      ("Pryce-Morgan, Siân 15", "P.-M., S. 15"), ("SIÂN PRYCE-MORGAN", "S. P.-M."),
      ("sian's aunt, Mrs Morgan", "s.'s aunt, Mrs M."), ("Nguyen", "N."), ("Nguyê\u{303}n", "N."),
      ("a Morganatic case, J", "a Morganatic case, J"), ("O’Brien", "O’B."),
      ("同学王小明说", "同学··说"), ("", ""), ("E-2026-0412", "E-2026-0412"),
    ]
    for (text, hidden) in cases { #expect(veil.hide(text) == hidden) }
    #expect(veil.mask("with Siân, later") == "with S•••, later")
    var several = NameVeil()
    several.learn("Grange, Mia and 1 more")
    #expect(several.hide("Grange, Mia and 1 more?") == "G., M. and 1 more?")
    #expect(NameVeil().hide("Pryce-Morgan") == "Pryce-Morgan")
  }

  /// Every word of a child's name among the samples.
  private static let names = [
    "pryce", "morgan", "siân", "wójcik", "tomasz", "hassan", "amina", "featherstonehaugh",
    "cholmondeley", "maximilian", "bartholomew", "pham", "linh", "小明", "adeyemi", "tobi", "txet",
  ]

  @Test("no name of a child is in any frame", arguments: GoldenTests.sizes)
  func frames(size: Desk.Size) throws {
    var seen = 0
    for (name, desk) in try GoldenScreens.all(size) {
      var desk = desk
      let before = render(desk).text.joined(separator: "\n").lowercased()
      desk.hidesNames = true
      // Whatever arrives: what is on the screen is known from then on.
      _ = update(&desk, .time(desk.now))
      let frame = render(desk)
      let text = frame.text.joined(separator: "\n").lowercased()
      for word in PrivacyTests.names {
        if before.contains(word) { seen += 1 }
        #expect(!text.contains(word), "\(word) in \(name)")
      }
      if Layout(size: size).fits, size.width >= 80 { #expect(text.contains("names hidden")) }
      let spoken = desk.spoken
      let said = ([spoken.heading, spoken.focus] + spoken.more).joined(separator: "\n").lowercased()
      for word in PrivacyTests.names { #expect(!said.contains(word), "\(word) is said in \(name)") }
    }
    #expect(seen > 50, "the samples show no names that could be hidden")
  }

  @Test("nor in the words that tell two actions apart, where these are cut")
  func actions() {
    let rows = ["aunt Hassan", "teacher Hassan"].enumerated().map {
      place, what in
      var row = TrayRow(
        kind: .step(id: "E-2026-0407.agreed-action.1.\(place)", name: .agreedAction),
        child: "C-0407", name: "Hassan, Amina 13", reference: "E-2026-0407",
        title: "Action: Social worker sees to it at once with \(what)",
        due: nil, opens: Sample.at("2026-11-19 08:10"), planned: nil, attempts: 0, rules: [])
      row.tray = .teamManager
      return row
    }
    var desk = Sample.desk(80, 24, me: Sample.manager, tray: .teamManager, rows: rows)
    #expect(render(desk).text.joined().contains("… aunt Hassan"))
    desk.hidesNames = true
    _ = update(&desk, .time(desk.now))
    #expect(!render(desk).text.joined().contains("Hassan"))
  }

  @Test("a name stays hidden when its row is gone, and in what is said then")
  func afterwards() throws {
    var world = World(Sample.desk(me: Sample.worker), [try Sample.returned()])
    world.press("H Down o n")
    world.rows.remove(at: 1)
    world.press("Ctrl-S")
    let text = render(world.desk).text.joined(separator: "\n")
    #expect(text.contains("Interview attempt recorded"))
    for word in ["Siân", "Pryce", "Hassan", "Amina"] { #expect(!text.contains(word)) }
    // What is recorded is whole.
    #expect(world.children["C-0412"]?.name == "Pryce-Morgan, Siân")
    world.press("H")
    #expect(render(world.desk).text.joined().contains("Hassan, Amina"))
  }

  @Test("nor in what a triage says of another report that waits of the same event")
  func twins() {
    var draft = Sample.draft()
    draft.take([
      ReportTwin(reference: "R-2026-0080", name: "Wójcik, Tomasz?", common: ["same last seen"])
    ])
    var desk = Sample.desk(
      80, 30, me: Sample.frontDoor, showing: .form(.triage(draft, command: "c")))
    #expect(render(desk).text.joined().contains("Wójcik, Tomasz?, waits too"))
    desk.hidesNames = true
    _ = update(&desk, .time(desk.now))
    let text = render(desk).text.joined()
    #expect(text.contains("R-2026-0080, W., T.?, waits too") && !text.contains("Wójcik"))
  }

  @Test("what is copied has no name in it, either")
  func copied() {
    var desk = Sample.desk()
    desk.noClipboard = nil
    let effects = press(&desk, "H Y")
    #expect(
      effects.last
        == .copy("Offer interview · W., T. 15 · E-2026-0398 · due Fri 20 Nov 2026 18:05"))
  }

  @Test("what is typed keeps its places under the dots, and is recorded as typed")
  func typing() throws {
    var world = World(Sample.desk(me: Sample.worker), [try Sample.returned()])
    world.press("H Down +")
    world.type("Siân rang, Morgan answered")
    world.press("Left Left")
    let frame = render(world.desk)
    #expect(frame.text.joined().contains("S••• rang, M••••• answered"))
    let cursor = try #require(frame.cursor)
    #expect(frame[cursor.row, cursor.column]?.text == "e")
    world.press("Ctrl-S")
    #expect(world.recorded.first?.value.body[.text] == "Siân rang, Morgan answered")
  }

  @Test("it is each person's setting, holds from the first frame, and nobody undoes another's")
  func setting() {
    var desk = Sample.desk()
    _ = desk.receive(settings: ["hide-names": "on"])
    #expect(desk.hidesNames && !render(desk).text.joined().contains("Wójcik"))
    _ = desk.receive(settings: [:])
    #expect(desk.hidesNames)
  }
}
