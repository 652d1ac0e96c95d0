import Foundation
import TestSupport
import Testing

/// The desk as a guest in somebody's terminal: what it sends besides pictures, and when.
@Suite("A guest in the terminal", .serialized)
struct GuestTests {
  private func open(
    _ desk: DrillDesk, _ arguments: [String] = [], _ environment: [String: String] = [:],
    columns: Int = 80
  ) throws -> Pty {
    try Pty(
      Program.homeward,
      ["--desk", desk.path, "--as", "mira", "--now", DrillDesk.now] + arguments,
      environment: environment.merging(["XDG_CONFIG_HOME": desk.folder.path]) { one, _ in one },
      columns: columns)
  }

  @Test("frames are held back until they are whole only where the terminal says that it can")
  func synchronizedOutput() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    let pty = try open(desk)
    #expect(pty.wait(for: "\u{1B}[?2026$p"), "it asks")
    #expect(pty.wait(for: "Pryce-Morgan"))
    pty.send("?")
    let place = try #require(pty.waitForFrame(with: "type to find"))
    #expect(!pty.output.contains("\u{1B}[?2026h"), "unanswered")
    pty.send("\u{1B}[?2026;2$y")
    pty.send("\u{1B}")
    #expect(pty.wait(for: "\u{1B}[?2026l", after: place))
    let frame = pty.output.dropFirst(place)
    #expect(frame.hasPrefix("\u{1B}[?2026h"))
    #expect(!frame.contains("2026;2$y"), "the answer is no typing")
    pty.send("\u{3}")
    #expect(pty.end() == 0 && pty.isCooked)
  }

  @Test("nothing is asked over SSH unless somebody wants it, and never where somebody does not")
  func notOverSSH() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    let cases: [([String: String], Bool)] = [
      (["SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"], false), (["HOMEWARD_SYNC": "no"], false),
      (["SSH_TTY": "/dev/pts/1", "HOMEWARD_SYNC": "yes"], true),
    ]
    for (environment, isAsked) in cases {
      let pty = try open(desk, [], environment)
      #expect(pty.wait(for: "Pryce-Morgan"))
      #expect(pty.output.contains("\u{1B}[?2026$p") == isAsked, "\(environment)")
    }
  }

  @Test("the mouse is the terminal's until it is asked for, and given back at the end")
  func mouse() throws {
    let desk = try DrillDesk()
    for number in 1...3 { try desk.away("NB-100\(number)") }
    let pty = try open(desk)
    #expect(pty.wait(for: "Pryce-Morgan"))
    #expect(!pty.output.contains("\u{1B}[?1000h"))
    pty.send("\u{1B}[18~")
    #expect(pty.wait(for: "\u{1B}[?1006;1000h") && pty.wait(for: "Shift-drag"))
    // The second row of the tray, then again: it is opened.
    let place = pty.output.count
    pty.send("\u{1B}[<0;10;6M\u{1B}[<0;10;6m")
    #expect(pty.wait(for: "E-2026-000", after: place), "the row is looked at")
    pty.send("\u{1B}[<0;10;6M\u{1B}[<0;10;6m")
    #expect(pty.wait(for: "Work steps"))
    pty.send("q\u{3}")
    #expect(pty.end() == 0)
    #expect(pty.output.contains("\u{1B}[?1006;1000l"), "given back")
    // It is the person's setting from then on.
    let again = try open(desk)
    #expect(again.wait(for: "\u{1B}[?1006;1000h"))
  }

  @Test(
    "after any button the desk goes on by itself: what others record is shown without a key",
    arguments: [
      "0;10;6M|0;10;6m", "0;10;6m", "1;10;6M|1;10;6m", "2;10;6M|2;10;6m", "66;10;6M", "67;10;6M",
      "4;10;6M|4;10;6m", "64;10;6M", "8;10;6M|0;10;6m",
    ])
  func mouseLetsGo(events: String) throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    let pty = try open(desk)
    #expect(pty.wait(for: "Pryce-Morgan"))
    pty.send("\u{1B}[18~")
    #expect(pty.wait(for: "Shift-drag"))
    for event in events.split(separator: "|") { pty.send("\u{1B}[<\(event)") }
    try desk.away("NB-1002")
    #expect(pty.wait(for: "Morgan, Sian"), "\(pty.output.suffix(300))")
    #expect(kill(pty.process, SIGTERM) == 0)
    #expect(pty.end() == 0 && pty.isCooked)
  }

  @Test("the clipboard is refused with the reason until the desk allows it")
  func clipboard() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    let refused = try open(desk)
    #expect(refused.wait(for: "Pryce-Morgan"))
    refused.send("y")
    #expect(refused.wait(for: "does not allow the clipboard"))
    #expect(!refused.output.contains("\u{1B}]52"))
    #expect(try desk.done(["policy"]).contains("clipboard\toff"))
    #expect(try desk.run(["policy", "clipboard", "perhaps"], as: "mira").status == 64)
    #expect(try desk.run(["policy", "paper", "on"], as: "mira").status == 64)
    #expect(try desk.done(["policy", "clipboard", "on"], as: "mira").contains("clipboard\ton"))
    let pty = try open(desk)
    #expect(pty.wait(for: "Pryce-Morgan"))
    pty.send("y")
    // RS0yMDI2LTAwMDE= is E-2026-0001.
    #expect(pty.wait(for: "\u{1B}]52;c;RS0yMDI2LTAwMDE=\u{07}"), "\(pty.output.suffix(300))")
  }

  @Test("a terminal of one cell, and back: nothing is lost and the desk is there again")
  func oneCell() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    let pty = try open(desk)
    #expect(pty.wait(for: "Pryce-Morgan"))
    pty.send("+")
    #expect(pty.wait(for: "Note added"))
    pty.send("half a thought")
    #expect(pty.wait(for: "thought"))
    for (columns, rows) in [(1, 1), (2, 1), (1, 5)] {
      let place = pty.output.count
      pty.resize(columns: columns, rows: rows)
      #expect(pty.wait(for: "h", after: place), "\(columns)×\(rows)")
    }
    let place = pty.output.count
    pty.resize(columns: 100, rows: 30)
    #expect(pty.wait(for: "half a thought", after: place))
    pty.send("\u{13}")
    #expect(pty.wait(for: "Note added: "))
    #expect(try desk.notes("NB-1001") == ["half a thought"])
  }

  @Test("what is pasted goes into fields only, whole, and never acts")
  func paste() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    let pty = try open(desk)
    #expect(pty.wait(for: "Pryce-Morgan") && pty.output.contains("\u{1B}[?2004h"))
    pty.send("\u{1B}[200~q+x\r\u{13}\u{1B}[201~")
    #expect(pty.wait(for: "can be pasted into a form"))
    pty.send("+")
    #expect(pty.wait(for: "Note added"))
    pty.send("\u{1B}[200~first line, q\r\nsecond line, with a\ttab\u{1B}[201~")
    #expect(pty.wait(for: "second line"))
    pty.send("\u{13}")
    #expect(pty.wait(for: "Note added: "))
    #expect(try desk.notes("NB-1001") == ["first line, q\nsecond line, with a\ttab"])
    pty.send("\u{3}")
    #expect(pty.end() == 0 && pty.output.contains("\u{1B}[?2004l"))
  }

  @Test("a line that hangs up in the middle of a word keeps every letter")
  func hangUp() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    let pty = try open(desk)
    #expect(pty.wait(for: "Pryce-Morgan"))
    pty.send("+")
    #expect(pty.wait(for: "Note added"))
    pty.send("Rang the home; she was se")
    kill(pty.process, SIGHUP)
    #expect(pty.end() == 0 && pty.isCooked)
    let again = try open(desk)
    #expect(again.wait(for: "Your draft is back") && again.wait(for: "she was se"))
  }

  @Test("the screen is never cleared to draw the next one")
  func noFlicker() throws {
    let desk = try DrillDesk()
    for number in 1...3 { try desk.away("NB-100\(number)") }
    let pty = try open(desk)
    #expect(pty.wait(for: "Pryce-Morgan"))
    let place = pty.output.count
    pty.send("jjk\r")
    #expect(pty.wait(for: "Work steps", after: place))
    pty.send("q?")
    #expect(pty.wait(for: "type to find", after: place))
    let sent = pty.output.dropFirst(place)
    #expect(!sent.contains("\u{1B}[2J") && !sent.contains("\u{1B}[H\u{1B}[J"))
    let later = pty.output.count
    pty.send("\u{0C}")
    #expect(pty.wait(for: "\u{1B}[2J", after: later) || pty.wait(for: "\u{1B}[J", after: later))
  }

  @Test(
    "a crash leaves the terminal as it was",
    arguments: [SIGILL, SIGTRAP, SIGABRT, SIGSEGV])
  func crash(signal: Int32) throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    for arguments in [[], ["--plain"]] {
      let pty = try open(desk, arguments)
      #expect(pty.wait(for: "Pryce-Morgan") && !pty.isCooked)
      kill(pty.process, signal)
      #expect(pty.end() == 128 + signal)
      #expect(pty.isCooked, "signal \(signal) \(arguments)")
      #expect(arguments.isEmpty == pty.output.contains("\u{1B}[?1049l"))
    }
  }

  @Test(
    "any other signal that ends a program ends the desk in order, with what was typed",
    arguments: [
      SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGIO, SIGPWR, SIGSTKFLT,
      SIGSYS,
    ])
  func rareEnds(signal: Int32) throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    let pty = try open(desk)
    #expect(pty.wait(for: "Pryce-Morgan"))
    pty.send("+rang")
    #expect(pty.wait(for: "rang"))
    kill(pty.process, signal)
    #expect(pty.end() == 0, "signal \(signal)")
    #expect(pty.isCooked && pty.output.contains("\u{1B}[?1049l"), "signal \(signal)")
    let again = try open(desk)
    #expect(again.wait(for: "rang"), "signal \(signal)")
    again.send("\u{3}")
    #expect(again.end() == 0)
  }

  @Test(
    "a pipe that nobody reads and a file that may not grow end nothing",
    arguments: [SIGPIPE, SIGXFSZ])
  func harmless(signal: Int32) throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    let pty = try open(desk)
    #expect(pty.wait(for: "Pryce-Morgan"))
    kill(pty.process, signal)
    pty.send("?")
    #expect(pty.wait(for: "Help"))
    pty.send("\u{3}\u{3}")
    #expect(pty.end() == 0)
  }

  @Test(
    "a theme of one's own is shown; one that is wrong is told with its line, and the desk opens")
  func ownTheme() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    let folder = desk.folder.path + "/homeward/themes"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let source = try String(
      contentsOfFile: Program.sourceRoot + "/Themes/dark.theme", encoding: .utf8)
    try source.replacingOccurrences(of: "name = dark", with: "name = dusk")
      .replacingOccurrences(of: "252 on 234", with: "252 on 17")
      .write(toFile: folder + "/dusk.theme", atomically: true, encoding: .utf8)
    try source.replacingOccurrences(of: "heading =", with: "headline =")
      .write(toFile: folder + "/torn.theme", atomically: true, encoding: .utf8)
    let pty = try open(desk, columns: 200)
    #expect(pty.wait(for: "Pryce-Morgan"))
    #expect(!pty.output.contains("48;5;17m"))
    pty.send("T")
    #expect(pty.wait(for: "dusk") && pty.wait(for: "torn"))
    // terminal, tritanopia, dusk: it is in force before it is kept.
    pty.send("jj")
    #expect(pty.wait(for: "48;5;17m"))
    pty.send("j")
    #expect(pty.wait(for: "torn.theme:6:1: error: unknown role 'headline'"))
    pty.send("k\r")
    #expect(pty.wait(for: "Theme: dusk"))
    pty.send("\u{3}")
    #expect(pty.end() == 0)
    let again = try open(desk)
    #expect(again.wait(for: "Pryce-Morgan") && again.wait(for: "48;5;17m"), "it is kept")
    let torn = try open(desk, ["--theme", "torn"], columns: 200)
    #expect(torn.wait(for: "torn.theme:6:1: error: unknown role 'headline'"))
    #expect(torn.wait(for: "Pryce-Morgan"), "the start is not lost")
    let unknown = try desk.run(["--theme", "nosuch"], as: "mira")
    #expect(unknown.status == 0, "without a terminal no theme is needed")
    let none = try open(desk, ["--theme", "nosuch"])
    #expect(none.end() == 64 && none.output.contains("There are: dark,"))
  }

  @Test("lines and bars are ASCII where the font lacks them, names are not")
  func plainLines() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    let pty = try open(desk, [], ["HOMEWARD_LINES": "ascii"])
    #expect(pty.wait(for: "Pryce-Morgan, Siân"))
    #expect(!pty.output.contains { "─│┌┐└┘├┤━█░".contains($0) })
  }

  @Test("NO_COLOR takes the colours of every theme away", arguments: ["dark", "light", "terminal"])
  func noColour(theme: String) throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    let pty = try open(desk, ["--theme", theme], ["NO_COLOR": "1"])
    #expect(pty.wait(for: "Pryce-Morgan"))
    #expect(!pty.output.contains("38;5;") && !pty.output.contains("48;5;"))
    #expect(pty.output.firstRange(of: /\u{1B}\[[0-9;]*3[0-7]m/) == nil)
  }
}
