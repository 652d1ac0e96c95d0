import Foundation
import TestSupport
import Testing

/// Nothing that was typed is lost, however the form is left.
@Suite("What is typed is kept", .serialized)
struct DraftTests {
  static let words = "She rang her aunt from a call box"

  enum Way: String, CaseIterable, Sendable { case escape, interrupt, hangUp, terminate }

  @Test("a note comes back after the form or the desk was left", arguments: Way.allCases)
  func comesBack(way: Way) throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    var screen = try open(desk)
    try screen.type(DraftTests.words)
    try screen.see(DraftTests.words)
    switch way {
    case .escape:
      try screen.press("Escape")
      try screen.see("Kept as a draft")
    case .interrupt:
      try screen.press("C-c")
      try ended(screen)
      screen = try DeskTerminal(desk, as: "mira")
    case .hangUp, .terminate:
      let process = try #require(try screen.process)
      #expect(kill(process, way == .hangUp ? SIGHUP : SIGTERM) == 0)
      try ended(screen)
      screen = try DeskTerminal(desk, as: "mira")
    }
    if way == .escape {
      try screen.see("Morgan, Sian")
      try screen.press("+")
    }
    // A form that was left waits to be opened; one that the desk ended in lies open again.
    try screen.see("Your draft is back", DraftTests.words)
    try screen.press("C-s")
    try screen.see("Note added: ")
    #expect(try desk.notes("NB-1002") == [DraftTests.words])
    // Once recorded it is no draft any longer.
    try screen.press("+")
    try screen.see("Note added ·")
    try screen.seeNoMore(DraftTests.words)
  }

  @Test("kill -9 takes at most what was typed in the last seconds")
  func killed() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    let screen = try open(desk)
    try screen.type(DraftTests.words)
    try screen.see(DraftTests.words)
    // The desk keeps a draft within two seconds of typing; the file's own log shows when.
    let log = desk.path + "-wal"
    let end = Date().addingTimeInterval(10)
    while Date() < end, !(try contains(log, DraftTests.words)) { usleep(50_000) }
    let process = try #require(try screen.process)
    #expect(kill(process, SIGKILL) == 0)
    try ended(screen)
    let again = try DeskTerminal(desk, as: "mira")
    try again.see("Your draft is back", DraftTests.words)
  }

  @Test("a refusal leaves everything in the form, and so does reopening it")
  func refused() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    let screen = try DeskTerminal(desk, as: "rhys")
    try screen.press("2")
    try screen.see("Morgan, Sian")
    try screen.press("c")
    try screen.see("Record closed ·", "Summary")
    try screen.type("All settled, he says")
    try screen.press("C-s")
    try screen.see("Close the record?", "[ Cancel ]")
    try screen.press("y")
    // The form warns of it beforehand, on two lines; on one it is the answer.
    try screen.see("has no return. Record the return first.", "All settled, he says")
    try screen.press("Escape")
    try screen.see("Kept as a draft")
    try screen.press("c")
    try screen.see("Your draft is back", "All settled, he says")
    // Anything but a clear yes goes back to the form.
    try screen.press("C-s")
    try screen.see("Close the record?")
    try screen.press("Enter")
    try screen.see("Not recorded", "All settled, he says")
    #expect(try desk.timeline(of: "NB-1002").count == 3)
  }

  @Test("after a conflict both are recorded")
  func conflict() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    let screen = try open(desk)
    try screen.type(DraftTests.words)
    try desk.done(["record", "note-added", "NB-1002", "--set", "text=Mother rang"], as: "una")
    try screen.see("Since you opened this", "Una Dace", DraftTests.words)
    try screen.press("C-s")
    try screen.see("Nothing of yours is lost", DraftTests.words)
    try screen.press("C-s")
    try screen.see("Note added: ")
    #expect(try desk.notes("NB-1002") == ["Mother rang", DraftTests.words])
  }

  @Test("a report that is half checked comes back with what was set")
  func triage() throws {
    let desk = try DrillDesk()
    let screen = try DeskTerminal(desk, as: "frances")
    try screen.see("Nothing waits")
    try screen.press("n")
    try screen.see("New report")
    try screen.type(DrillDesk.report)
    try screen.press("Escape")
    try screen.see("Kept as a draft")
    try screen.press("n")
    try screen.see("Your draft is back", "01-merlin-mis.txt")
    try screen.press("C-s")
    try screen.see("Triage · ", "Pryce-Morgan")
    try screen.press("Escape")
    try screen.seeNoMore("Triage · ")
    try screen.see("Triage report")
    try screen.press("Enter")
    try screen.see("Triage · ", "Pryce-Morgan")
  }

  private func open(_ desk: DrillDesk) throws -> DeskTerminal {
    let screen = try DeskTerminal(desk, as: "mira")
    try screen.see("Morgan, Sian")
    try screen.press("+")
    try screen.see("Note added ·", "Ctrl-S saves")
    return screen
  }

  private func ended(_ screen: DeskTerminal) throws {
    let (shown, isGone) = try screen.tmux.wait(10) { $0.allSatisfy(\.isEmpty) }
    #expect(isGone, "\(shown.joined(separator: "\n"))")
  }

  private func contains(_ path: String, _ text: String) throws -> Bool {
    guard let data = FileManager.default.contents(atPath: path) else { return false }
    return data.range(of: Data(text.utf8)) != nil
  }
}
