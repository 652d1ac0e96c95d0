import Foundation
import Store
import TestSupport
import Testing
import Workflow

/// Desks that die in the middle of a form, at any moment.
@Suite("Killed in the middle of a form", .serialized)
struct DraftKillTests {
  /// How many kills: few in every run, as many as are asked for in a long one.
  static var rounds: Int {
    Int(ProcessInfo.processInfo.environment["HOMEWARD_DRAFT_KILLS"] ?? "") ?? 6
  }

  @Test("text older than two seconds is there after every kill -9, with the cursor where it was")
  func olderThanTwoSeconds() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    var random = Seeded(20_261_124)
    var last = ""
    for round in 1...Self.rounds {
      let screen = try DeskTerminal(desk, as: "mira")
      if last.isEmpty {
        try screen.see("Morgan, Sian")
        try screen.press("+")
        try screen.see("Note added ·")
      } else {
        try screen.see("Note added ·", "Your draft is back")
      }
      // Words typed without a pause, each at a moment that is known, until the kill.
      var typed: [(word: String, at: Date)] = []
      let end = Date().addingTimeInterval(Double.random(in: 2.2...3.4, using: &random))
      var number = 0
      while Date() < end {
        number += 1
        let word = "r\(round)w\(number) "
        try screen.type(word)
        // What tmux has handed on is typed; the desk shows it before the clock counts.
        _ = try screen.tmux.wait(5) { $0.contains { $0.contains(word.dropLast()) } }
        typed.append((word, Date()))
      }
      let process = try #require(try screen.process)
      let killed = Date()
      #expect(kill(process, SIGKILL) == 0)
      _ = try screen.tmux.wait(10) { $0.allSatisfy(\.isEmpty) }
      let promised = typed.filter { killed.timeIntervalSince($0.at) > 2 }.map(\.word)
      #expect(!promised.isEmpty, "the round was too short to promise anything")
      let kept = try draft(of: desk)
      let expected = last + promised.joined()
      #expect(kept.hasPrefix(expected), "round \(round): kept '\(kept)', promised '\(expected)'")
      #expect((last + typed.map(\.word).joined()).hasPrefix(kept), "round \(round): something else")
      last = kept
    }
    let screen = try DeskTerminal(desk, as: "mira")
    try screen.see("Your draft is back")
    try screen.type("and on")
    try screen.press("C-s")
    try screen.see("Note added: ")
    #expect(try desk.notes("NB-1002") == [last + "and on"])
  }

  @Test("a hang-up loses no character, whenever it comes", arguments: [SIGHUP, SIGTERM])
  func hangUp(signal: Int32) throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    var whole = ""
    for round in 1...max(4, Self.rounds / 2) {
      let screen = try DeskTerminal(desk, as: "mira")
      if round == 1 {
        try screen.see("Morgan, Sian")
        try screen.press("+")
        try screen.see("Note added ·")
      } else {
        try screen.see("Note added ·", "Your draft is back")
      }
      let word = "round\(round) typed at once and gone. "
      try screen.type(word)
      try screen.see("round\(round)")
      whole += word
      let process = try #require(try screen.process)
      #expect(kill(process, signal) == 0)
      _ = try screen.tmux.wait(10) { $0.allSatisfy(\.isEmpty) }
      // All that reached the program before the signal.
      let kept = try draft(of: desk)
      #expect(kept == whole, "round \(round)")
      whole = kept
    }
  }

  @Test("the plug pulled in mid-form: started again, the form is there with its cursor in mid-word")
  func plug() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    let screen = try DeskTerminal(desk, as: "mira")
    try screen.see("Morgan, Sian")
    try screen.press("+")
    try screen.see("Note added ·")
    try screen.type("Rang the house, nobdy answers")
    try screen.press("Left", "Left", "Left", "Left", "Left", "Left", "Left", "Left", "Left", "Left")
    // Until the desk has kept it by itself, as it does within two seconds.
    let (_, isKept) = try screen.tmux.wait(10) { _ in
      (try? kept(of: desk))?[Field<Int>("@cursor")] == 19
    }
    let before = try kept(of: desk)
    #expect(isKept, "\(String(describing: before))")
    #expect(kill(try #require(try screen.process), SIGKILL) == 0)
    _ = try screen.tmux.wait(10) { $0.allSatisfy(\.isEmpty) }
    // The form lies open again by itself.
    let again = try DeskTerminal(desk, as: "mira")
    try again.see("The desk ended while you typed. Your draft is back", "nobdy answers")
    try again.type("o")
    try again.see("nobody answers")
    try again.press("C-s")
    try again.see("Note added: ")
    #expect(try desk.notes("NB-1002") == ["Rang the house, nobody answers"])
    let left = try kept(of: desk)
    #expect(left == nil, "what is recorded is no draft any longer")
  }

  /// What is begun, as the desk's file has it.
  private func kept(of desk: DrillDesk) throws -> Body? {
    let file = try DeskFile.open(at: desk.path, readOnly: true)
    defer { file.close() }
    return try file.drafts(of: "mira").first?.body
  }

  /// The text of the note that is begun, as the desk's file has it.
  private func draft(of desk: DrillDesk) throws -> String {
    let file = try DeskFile.open(at: desk.path, readOnly: true)
    defer { file.close() }
    return try file.drafts(of: "mira").first?.body[.text] ?? ""
  }
}
