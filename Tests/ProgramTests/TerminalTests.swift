import Foundation
import TestSupport
import Testing

/// Terminals that are too small, too plain, or not there; and every one given back as it was.
@Suite("Terminals", .serialized)
struct TerminalTests {
  @Test("a small terminal says what it needs, and growing it brings the desk back")
  func small() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    let screen = try DeskTerminal(desk, as: "mira", columns: 40, rows: 10)
    try screen.see("homeward needs 40×12", "this terminal is")
    try screen.tmux.run("resize-window", "-x", "80", "-y", "24")
    try screen.see("Morgan, Sian", "Monitor")
    try screen.press("+")
    try screen.see("Note added ·")
    try screen.type("half a thought")
    try screen.tmux.run("resize-window", "-x", "40", "-y", "10")
    try screen.see("homeward needs 40×12")
    try screen.tmux.run("resize-window", "-x", "120", "-y", "40")
    try screen.see("half a thought")
  }

  @Test(
    "in a plain locale everything is ASCII and works", arguments: ["LANG=C LC_ALL=", "LC_ALL=C"])
  func plainLocale(setting: String) throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001", from: "care")
    let screen = try DeskTerminal(desk, as: "mira", environment: "env \(setting)")
    try screen.see("Pryce-Morgan, Sian", "Monitor")
    try screen.press("Enter")
    let page = try screen.see("Timeline", "Work steps")
    #expect(page.allSatisfy { $0.allSatisfy(\.isASCII) }, "\(page.joined(separator: "\n"))")
    try screen.press("+")
    try screen.see("Note added")
    try screen.type("plain words")
    try screen.press("C-s")
    try screen.see("Note added: ")
    #expect(try desk.notes("NB-1001") == ["plain words"])
  }

  @Test(
    "a terminal that cannot be used is refused in a sentence",
    arguments: [
      ("-u TERM", "TERM is not set"),
      ("TERM=nonsense-9", "does not know the terminal 'nonsense-9'"),
    ])
  func unusable(setting: String, sentence: String) throws {
    let desk = try DrillDesk()
    let shell = try DeskTerminal(shellOfSize: 100, 30)
    let command = DeskTerminal.command(desk, as: "mira", environment: "env \(setting)")
    try shell.type("stty -a > \(desk.folder.file("before"))")
    try shell.press("Enter")
    try shell.type("\(command); echo status $?.")
    try shell.press("Enter")
    let shown = try shell.see("status 64.").joined()
    #expect(shown.contains(sentence), "\(shown)")
    try sameSettings(shell, desk)
  }

  enum Way: String, CaseIterable, Sendable { case quit, interrupt, hangUp, terminate, suspend }

  @Test("the terminal is as it was, however the desk ends", arguments: Way.allCases)
  func restored(way: Way) throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    let shell = try DeskTerminal(shellOfSize: 80, 24)
    try shell.type("stty -a > \(desk.folder.file("before"))")
    try shell.press("Enter")
    try shell.type(DeskTerminal.command(desk, as: "mira") + "; echo status $?.")
    try shell.press("Enter")
    try shell.see("Morgan, Sian")
    switch way {
    case .quit: try shell.press("q")
    case .interrupt: try shell.press("C-c")
    case .hangUp, .terminate:
      let process = try #require(try child(of: shell))
      #expect(kill(process, way == .hangUp ? SIGHUP : SIGTERM) == 0)
    case .suspend:
      try shell.press("C-z")
      try shell.see("Stopped")
      try shell.type("fg")
      try shell.press("Enter")
      try shell.see("Morgan, Sian")
      try shell.press("q")
    }
    try shell.see(way == .suspend ? "status 148." : "status 0.")
    try shell.seeNoMore("Morgan, Sian")
    try sameSettings(shell, desk)
  }

  @Test("a terminal that changes its size while the desk is stopped has it in that size at once")
  func resizedWhileStopped() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    let shell = try DeskTerminal(shellOfSize: 80, 24)
    try shell.type(DeskTerminal.command(desk, as: "mira"))
    try shell.press("Enter")
    try shell.see("Morgan, Sian")
    for (columns, rows) in [(120, 40), (60, 16)] {
      try shell.press("C-z")
      try shell.see("Stopped")
      try shell.tmux.run("resize-window", "-x", "\(columns)", "-y", "\(rows)")
      try shell.type("fg")
      try shell.press("Enter")
      try shell.seeFrame(columns: columns, rows: rows)
    }
  }

  @Test("so it has after a text's own editor")
  func resizedInEditor() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    let editor = desk.folder.file("editor")
    try "#!/bin/sh\necho In the editor; read line; echo $line >> $1\n".write(
      toFile: editor, atomically: true, encoding: .utf8)
    #expect(chmod(editor, 0o700) == 0)
    let screen = try DeskTerminal(desk, as: "mira", environment: "env VISUAL=\(editor)")
    try screen.see("Morgan, Sian")
    try screen.press("+")
    try screen.see("Note added ·")
    try screen.type("half a thought ")
    try screen.press("F5")
    try screen.see("In the editor")
    try screen.tmux.run("resize-window", "-x", "120", "-y", "40")
    try screen.type("and the rest")
    try screen.press("Enter")
    try screen.see("half a thought and the rest")
    try screen.seeFrame(columns: 120, rows: 40)
  }

  @Test("without a terminal the trays are printed and the status is 0")
  func noTerminal() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    let run = try desk.run([], as: "mira")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("missing-coordinator") && run.output.contains("overdue"))
    #expect(!run.output.contains("\u{1B}"))
  }

  /// The desk that runs in a shell's terminal.
  private func child(of shell: DeskTerminal) throws -> pid_t? {
    let parent = try #require(try shell.process)
    let found = try Program.run("pgrep", ["-P", "\(parent)"]).output
    return found.split(separator: "\n").first.flatMap { pid_t($0) }
  }

  private func sameSettings(_ shell: DeskTerminal, _ desk: DrillDesk) throws {
    let (before, after) = (desk.folder.file("before"), desk.folder.file("after"))
    try shell.press("C-u")
    try shell.type("stty -a > \(after); cmp \(before) \(after) && echo the very same")
    try shell.press("Enter")
    let (screen, isThere) = try shell.tmux.wait(10) {
      // The prompt may come after what was typed ahead.
      $0.contains { $0 == "the very same" || $0 == "ready> the very same" }
    }
    #expect(isThere, "\(screen.joined(separator: "\n"))")
  }
}
