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
    let end = Date().addingTimeInterval(60)
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
    let screen = try DeskTerminal(desk, as: "mira")
    try screen.see("Morgan, Sian")
    try screen.press("b")
    try screen.see("Returned ·", "Circumstances")
    try screen.press("Tab", "Tab", "Tab")
    try screen.type("Rang from the station")
    try screen.press("Tab", "Tab")
    try screen.type("y")
    // Somebody else records it meanwhile.
    try desk.done(["record", "returned", "NB-1002", "--at", "2026-10-24 11:30"], as: "una")
    try screen.see("Since you opened this")
    try screen.press("C-s")
    try screen.see("Nothing of yours is lost", "Rang from the station")
    let lines = try desk.timeline(of: "NB-1002").count
    try screen.press("C-s")
    try screen.see("This would be refused", "the child is back since", "Rang from the station")
    try screen.press("Escape")
    try screen.see("Kept as a draft")
    try screen.press("b")
    try screen.see("Your draft is back", "This would be refused", "Rang from the station")
    #expect(try desk.timeline(of: "NB-1002").count == lines)
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
