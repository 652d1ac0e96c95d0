import Foundation
import TestSupport
import Testing

/// The desk line by line, as somebody with a screen reader has it: through a real terminal, by the same keys.
@Suite("Plain mode in a terminal", .serialized)
struct PlainModeTests {
  private func open(
    _ desk: DrillDesk, as person: String, _ arguments: [String] = ["--plain"],
    _ environment: [String: String] = [:], now: String = DrillDesk.now
  ) throws -> Pty {
    try Pty(
      Program.homeward,
      ["--desk", desk.path, "--as", person, "--now", now] + arguments,
      environment: environment)
  }

  /// Sends keys and waits for what is said then.
  private func say(
    _ pty: Pty, _ keys: String, _ answers: String..., at location: SourceLocation = #_sourceLocation
  ) {
    let place = pty.output.count
    pty.send(keys)
    for answer in answers {
      #expect(
        pty.wait(for: answer, after: place),
        "after \(keys.debugDescription) it never said '\(answer)': \(pty.output.dropFirst(place))",
        sourceLocation: location)
    }
  }

  @Test("a report is triaged, from the tray to the committed contact, without a screen")
  func triage() throws {
    let desk = try DrillDesk()
    try desk.done(["intake", DrillDesk.report], as: "frances", now: Story.night)
    let pty = try open(desk, as: "frances", now: Story.night)
    #expect(pty.wait(for: "Tray Front door, 1 open"))
    #expect(pty.wait(for: "triage report"))
    say(pty, "\r", "Triage · R-2026-0001", "1 of ")
    say(pty, "\u{12}", "Family name, needed: ", "You are here")
    say(pty, "\u{13}", "R-2026-0001 triaged: Pryce-Morgan, Siân, E-2026-0001")
    #expect(try desk.timeline(of: Story.child).last?.text("event") == "triaged")
    // Nothing of a screen: no other buffer, no cursor that moves, no colour.
    #expect(!pty.output.contains("\u{1B}[?1049h") && !pty.output.contains("\u{1B}[H"))
    #expect(pty.output.firstRange(of: /\u{1B}\[[0-9;]*m/) == nil)
    pty.send("q")
    #expect(pty.end() == 0 && pty.isCooked)
  }

  @Test("a closed record is acknowledged, with the question said and its way out")
  func acknowledgement() throws {
    let desk = try DrillDesk()
    try Story.close(on: desk)
    let pty = try open(desk, as: "una", now: Story.end)
    #expect(pty.wait(for: "Tray Team manager"))
    say(pty, "\\acknowledge\r", "acknowledge, E-2026-0001")
    say(pty, "a", "Acknowledged · ")
    say(pty, "n", "nothing")
    say(pty, "\tThe school reviews the plan", "Why nothing is left")
    say(pty, "\u{13}", "Acknowledge the closed record?", "Go back is chosen. y: yes")
    say(pty, "\r", "Not recorded")
    // What comes in the same breath as the key that asks answers nothing: nobody has seen the question.
    say(pty, "\u{13}y", "Go back is chosen")
    let before = try desk.timeline(of: Story.child).compactMap { $0.text("event") }
    #expect(before.last == "record-closed")
    say(pty, "y", "Acknowledged: ")
    let kinds = try desk.timeline(of: Story.child).compactMap { $0.text("event") }
    #expect(kinds.last == "acknowledged")
  }

  @Test("a closed record is sent back: the answer says so, and its worker reads by whom and why")
  func sentBack() throws {
    let desk = try DrillDesk()
    try Story.close(on: desk)
    let manager = try open(desk, as: "una", now: Story.end)
    #expect(manager.wait(for: "Tray Team manager"))
    say(manager, "\\acknowledge\r", "acknowledge, E-2026-0001")
    say(manager, "a", "Acknowledged · ")
    say(manager, "s", "send back")
    say(manager, "\t", "What is missing")
    say(manager, "The bruise comes first", "The bruise")
    say(manager, "\u{13}", "Send the closed record back?")
    say(manager, "y", "Sent back to Rhys ")
    let row = try desk.json(["tray", "rhi"]).list("steps").first {
      $0.text("step") == "close-record"
    }
    #expect(row != nil)
    let worker = try open(desk, as: "rhys", now: Story.end)
    #expect(worker.wait(for: "Tray "))
    say(worker, "\\sent back\r", "sent back: put right and close", "sent back by Una ")
    let why = try desk.done(["why", Story.child, "close-record"], now: Story.end)
    #expect(why.contains("Sent back by Una ") && why.contains(": The bruise comes first"))
  }

  @Test("a terminal that cannot move its cursor is read line by line without being asked")
  func dumb() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    let pty = try open(desk, as: "mira", [], ["TERM": "dumb", "LC_ALL": "C"])
    #expect(pty.wait(for: "Tray Missing coordinator") && pty.wait(for: "Pryce-Morgan, Sian"))
    #expect(!pty.output.contains("\u{1B}") && pty.output.allSatisfy(\.isASCII))
    say(pty, "+", "Note added", "empty")
    say(pty, "half a thought", "half a thought")
    say(pty, "\u{1B}", "Kept as a draft")
    say(pty, "\u{07}", "draft begun")
    kill(pty.process, SIGHUP)
    #expect(pty.end() == 0 && pty.isCooked)
  }

  @Test("it is a setting of the person's own, and a line that hangs up keeps every letter")
  func setting() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    let screen = try open(desk, as: "mira", [])
    #expect(screen.wait(for: "Pryce-Morgan"))
    screen.send("\u{1B}p")
    #expect(screen.wait(for: "line by line"))
    screen.send("\u{3}")
    #expect(screen.end() == 0)
    let pty = try open(desk, as: "mira", [])
    #expect(pty.wait(for: "Tray Missing coordinator"))
    #expect(!pty.output.contains("\u{1B}[?1049h"))
    say(pty, "+", "Note added")
    say(pty, "\u{1B}[200~pasted q\nand a line\u{1B}[201~", "pasted q", "and a line")
    say(pty, "!", "!")
    kill(pty.process, SIGHUP)
    #expect(pty.end() == 0)
    let again = try open(desk, as: "mira", [])
    for words in ["Your draft is back", "pasted q", "and a line!"] {
      #expect(again.wait(for: words), "\(words)")
    }
  }

  @Test("Ctrl-Z gives the terminal to the shell and comes back to where one was")
  func suspend() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    let shell = try DeskTerminal(shellOfSize: 100, 30)
    try shell.type(
      DeskTerminal.command(desk, as: "mira", arguments: "--plain") + "; echo status $?.")
    try shell.press("Enter")
    try shell.see("Tray Missing coordinator", "Pryce-Morgan")
    try shell.press("C-z")
    try shell.see("Stopped")
    try shell.type("echo in between; fg")
    try shell.press("Enter")
    try shell.see("in between")
    try shell.press("?")
    try shell.see("Help. Type to narrow")
    try shell.press("C-c")
    try shell.see("status 148.")
  }
}
