import Grid
import Testing
import Workflow

@testable import Desk

@Suite("A person's own keys")
struct KeymapTests {
  private func findings(_ text: String) -> [String] {
    KeymapFile(text).findings.map { "\($0.line): \($0.sentence)" }
  }

  @Test("take the place of those of the table, everywhere")
  func takeTheirPlace() throws {
    let file = KeymapFile(
      """
      # mine
      why = ?  Alt-w
      help = F1
      theme = none
      first-row = g>g
      """)
    #expect(file.findings.isEmpty, "\(file.findings)")
    var desk = Sample.desk()
    desk.keymap = file.keymap
    let why = try #require(CommandTable.named("why"))
    #expect(desk.keymap.names(of: why) == "? Alt-w" && desk.keymap.line(of: why) == 2)
    #expect(render(desk).text.joined().contains("? why"), "the footer names the key")
    #expect(render(desk).text.joined().contains("F1 help"), "and so it does at its end")
    let effects = press(&desk, "?")
    #expect(effects.contains { if case .loadChild(_, .why) = $0 { true } else { false } })
    desk = Sample.desk()
    desk.keymap = file.keymap
    _ = press(&desk, "T")
    #expect(desk.toast?.text == "T does nothing here; F1 shows what does")
    _ = press(&desk, "F1")
    for letter in "theme" { _ = update(&desk, .key(.character(letter))) }
    _ = press(&desk, "Enter")
    #expect(desk.context == .themes, "what has no key is found by its name")
  }

  @Test("may be several, pressed one after the other")
  func mayFollowEachOther() {
    var desk = Sample.desk()
    desk.keymap = KeymapFile("last-row = G>G\nfirst-row = g>g").keymap
    _ = press(&desk, "G")
    #expect(desk.trays.selected == 0 && desk.toast?.text == "G …")
    _ = press(&desk, "G")
    #expect(desk.trays.selected == 6)
    _ = press(&desk, "g x")
    #expect(
      desk.trays.selected == 6 && desk.toast?.text == "g>x does nothing here; ? shows what does")
    _ = press(&desk, "g Esc")
    #expect(desk.toast == nil && desk.stack.isEmpty, "Esc gives the first key up")
    _ = press(&desk, "g g")
    #expect(desk.trays.selected == 0)
  }

  static let wrong: [(String, [String])] = [
    ("acknowlege = k", ["1: There is no command 'acknowlege'; did you mean 'acknowledge'?"]),
    ("acknowledge k", ["1: This is no line of keys."]),
    ("acknowledge =", ["1: 'acknowledge' is given no key."]),
    ("\n\nacknowledge = Ctlr-K", ["3: 'Ctlr-K' is no key."]),
    ("theme = Ctrl-I", ["1: A terminal sends Ctrl-I as Tab."]),
    ("theme = Paste:x", ["1: 'Paste:x' is no key that a person presses."]),
    ("theme = K\ntheme = J", ["2: 'theme' has its keys from line 1 already."]),
    ("theme = K K", ["1: 'K' stands twice in this line."]),
    ("theme = K K>a", ["1: 'K' and 'K>a' begin alike"]),
    ("theme = K>a>b>c>d", ["1: 'K>a>b>c>d' is longer than 4 keys."]),
    (
      "acknowledge = r",
      [
        "1: 'r' is the key of 'risk' already in the trays (as homeward has it). Name another, or give that one other keys too: risk = none"
      ]
    ),
    (
      "acknowledge = K\nrisk = K",
      ["2: 'K' is the key of 'acknowledge' already in the trays (line 1)."]
    ),
    (
      "acknowledge = g>a",
      [
        "1: 'g>a' and 'g' of 'first-row' begin alike, and the longer could never be pressed in the trays"
      ]
    ),
    ("save = s", ["1: 's' is needed in a form, where it types or moves in a text."]),
    (
      "save = Ctrl-W",
      [
        "1: 'Ctrl-W' is the key of 'delete-word' already in a form (as homeward has it). Name another, or give "
          + "that one other keys too: delete-word = none"
      ]
    ),
    ("save = Del", ["1: 'Del' is needed in a form"]),
    ("redraw = Ctrl-U", ["1: 'Ctrl-U' is needed in help"]),
    ("next-field = Enter", ["1: 'Enter' is needed in a form"]),
    ("save = none", ["1: 'save' cannot be left without a key"]),
    ("interrupt = none", ["1: 'interrupt' cannot be left without a key"]),
    (
      "confirm = Enter",
      ["1: 'confirm' records what cannot be taken back: its key must be one letter"]
    ),
    ("bulk-record = Space", ["1: 'bulk-record' records what cannot be taken back"]),
  ]

  @Test("that cannot hold are told by their line, with the way forward", arguments: wrong)
  func areTold(text: String, expected: [String]) {
    let found = findings(text)
    #expect(found.count == expected.count, "\(found)")
    for (one, other) in zip(found, expected) { #expect(one.hasPrefix(other), "\(one)") }
  }

  @Test("leave the rest of the file and the table standing where one is wrong")
  func leaveTheRest() throws {
    let file = KeymapFile("theme = K\nacknowledge = r\nnonsense = x\nwhy = Alt-w\n")
    #expect(
      file.findings.map(\.line) == [2, 3] && file.choices.map(\.command) == ["theme", "why"])
    let acknowledge = try #require(CommandTable.named("acknowledge"))
    #expect(file.keymap.names(of: acknowledge) == "a" && file.keymap.line(of: acknowledge) == nil)
  }

  @Test("may change places")
  func mayChangePlaces() {
    let file = KeymapFile("acknowledge = r\nrisk = a")
    #expect(file.findings.isEmpty)
    #expect(file.keymap.name("acknowledge") == "r" && file.keymap.name("risk") == "a")
  }

  @Test("never take a key that types or moves in a form")
  func neverTakeWhatTypes() throws {
    var keys: [Key] = [
      .enter, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown,
    ]
    for letter in "abcdefghijklmnopqrstuvwxyz_" { keys += [.control(letter), .alt(letter)] }
    let bound = Set(CommandTable.commands(in: .form).flatMap(\.keys))
    for key in keys where !bound.contains(key) {
      let file = KeymapFile("read-report = \(key.name)")
      if case .control(let letter) = key, "ijmh".contains(letter) { continue }
      // Along the lines of a form with texts, codes, times: does it change anything there?
      var isTyped = false
      for kind in [EventKind.rhiHeld, .riskAssessed] {
        var desk = Sample.desk(
          me: Sample.worker,
          showing: .form(
            FormScreen(
              event: kind, page: Sample.page(try Sample.returned()), preset: Body(), command: "c")))
        guard case .form(let form) = desk.stack.last else { continue }
        for _ in form.entries.indices {
          _ = update(&desk, .key(.paste("one two")))
          _ = update(&desk, .key(key))
          if desk.toast?.text.contains("does nothing here") != true { isTyped = true }
          _ = press(&desk, "Tab")
        }
      }
      #expect(!file.findings.isEmpty == isTyped, "\(key.name): \(file.findings)")
    }
  }
}

@Suite("The palette")
struct PaletteTests {
  private func typed(_ desk: inout Desk, _ text: String) {
    for letter in text { _ = update(&desk, .key(.character(letter))) }
  }

  @Test("completes a name as far as names agree, then goes through them")
  func completes() {
    var desk = Sample.desk()
    _ = press(&desk, ":")
    typed(&desk, "tr")
    _ = press(&desk, "Tab")
    guard case .palette(let screen) = desk.stack.last else { return #expect(Bool(false)) }
    #expect(screen.text == "tray-")
    _ = press(&desk, "Tab Tab")
    let effects = press(&desk, "Enter")
    #expect(desk.trays.tray == .missingCoordinator && desk.stack.isEmpty, "\(effects)")
  }

  @Test("brings back what was asked for, and keeps names of commands only")
  func bringsBack() {
    var desk = Sample.desk()
    for text in ["theme", "drafts", "charts"] {
      _ = press(&desk, ":")
      typed(&desk, text)
      let effects = press(&desk, "Enter")
      if text == "charts" {
        #expect(effects.first == .keepSetting("asked", "charts drafts theme"))
      }
      if !desk.stack.isEmpty { _ = press(&desk, "Esc") }
    }
    _ = press(&desk, ": Siân")
    _ = press(&desk, "Enter")
    #expect(desk.asked == ["charts", "drafts", "theme"], "what is no command is not kept")
    _ = press(&desk, "Esc : x Up Up")
    guard case .palette(let screen) = desk.stack.last else { return #expect(Bool(false)) }
    #expect(screen.text == "drafts")
    _ = press(&desk, "Down Down")
    guard case .palette(let screen) = desk.stack.last else { return #expect(Bool(false)) }
    #expect(screen.text == "x", "what was typed comes back")
    var other = Sample.desk()
    _ = update(
      &other, .personal(Personal(settings: ["asked": "sort gone-command find"], trayTitles: [:])))
    #expect(other.asked == ["sort", "find"])
  }

  @Test("says why a command cannot be run, and where it can")
  func saysWhy() {
    var desk = Sample.desk(me: Sample.worker)
    _ = press(&desk, ":")
    typed(&desk, "risk")
    _ = press(&desk, "Enter")
    #expect(desk.toast?.text.hasPrefix("As RHI worker you may not record") == true)
    _ = press(&desk, ":")
    typed(&desk, "save-filter")
    _ = press(&desk, "Enter")
    #expect(desk.toast?.text == "save-filter: only in the list of filters")
    _ = press(&desk, ":")
    typed(&desk, "re")
    _ = press(&desk, "Enter")
    #expect(desk.toast?.text == "Several fit; Tab goes through them")
  }

  @Test("a later word of a name is meant before a word of a sentence")
  func meansWords() {
    var palette = PaletteScreen(context: .trays)
    palette.text = "disclos"
    #expect(palette.fitting.count > 1 && palette.meant?.id == "record-disclosure")
  }

  @Test("help opens on what can be done here; typing finds the rest by key, name or sentence")
  func helpOpensHere() {
    var desk = Sample.desk()
    _ = press(&desk, "?")
    guard case .help(let help) = desk.stack.last else { return #expect(Bool(false)) }
    #expect(help.lines(in: desk).allSatisfy { $0.command.contexts.contains(.trays) })
    _ = press(&desk, "w")
    guard case .help(let keyed) = desk.stack.last else { return #expect(Bool(false)) }
    #expect(keyed.lines(in: desk).first?.command.id == "why", "the key itself comes first")
  }
}
