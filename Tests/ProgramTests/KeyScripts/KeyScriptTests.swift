import Desk
import Foundation
import Grid
import TestSupport
import Testing
import Workflow

/// Scripts of keys on a real desk's file, shown through real ncurses.
///
/// A process has one screen, so they run one after the other.
@Suite("Scripts of keys", .serialized) @MainActor
struct KeyScriptTests {
  nonisolated static let shapes: [Shape] = [
    Shape(width: 80, height: 24, colours: true), Shape(width: 120, height: 40, colours: false),
  ]

  struct Shape: Sendable, CustomTestStringConvertible {
    let width: Int
    let height: Int
    let colours: Bool
    var testDescription: String { "\(width)×\(height), \(colours ? "colour" : "mono")" }
  }

  @Test("there are at least sixty")
  func thereAreEnough() { #expect(KeyScript.all.count >= 60, "\(KeyScript.all.count) scripts") }

  @Test("does what it says", arguments: KeyScript.all, shapes)
  func plays(script: KeyScript, shape: Shape) throws {
    let desk = try ScriptedDesk(width: shape.width, height: shape.height, colours: shape.colours)
    defer { desk.close() }
    var isOpen = false
    for line in script.lines {
      let place = "\(script.file):\(line.number)"
      if !isOpen, !["as", "now", "away", "report", "record"].contains(line.verb) {
        Issue.record("\(place): the script begins with who sits there: as mira")
        return
      }
      if line.verb == "as" { isOpen = true }
      do {
        try step(line, on: desk, at: place)
      } catch {
        Issue.record("\(place): \(error)")
        return
      }
    }
    #expect(
      desk.isWhole(), "\(script.file) \(script.title): the screen differs from one drawn anew")
  }

  private func step(_ line: KeyScript.Line, on desk: ScriptedDesk, at place: String) throws {
    let words = line.rest.split(separator: " ").map(String.init)
    switch line.verb {
    case "as": try desk.open(as: words[0], readOnly: words.contains("read-only"))
    case "now": try desk.set(now: line.rest)
    case "away":
      try desk.record(
        .wentMissing, words[0], by: "frances",
        at: words.count > 1 ? line.rest.after(words[0]) : "08:00",
        Body(["from": .text("home"), "category": .text("missing")]))
      try desk.record(.opened, words[0], by: "frances", at: nil, Body())
    case "report": try desk.receive(line.rest)
    case "record": try record(words, on: desk)
    case "press":
      for name in words { desk.press(try #require(Key(name: name), "\(place): \(name) is no key")) }
      desk.pause()
    case "type": for letter in line.rest { desk.press(.character(letter)) }
    case "paste":
      desk.press(
        .paste(
          line.rest.replacingOccurrences(of: "\\n", with: "\n")
            .replacingOccurrences(of: "\\r", with: "\r")))
    case "others": desk.hearOfOthers()
    case "keep": desk.keep()
    case "count": desk.keys = 0
    case "keys": #expect(desk.keys <= Int(line.rest) ?? 0, "\(place): \(desk.keys) keys")
    case "see", "not":
      let shown = desk.text.joined(separator: "\n")
      let whole = desk.text.map(\.unframed).joined(separator: " ")
      let isThere = shown.contains(line.rest) || whole.contains(line.rest)
      #expect(isThere == (line.verb == "see"), "\(place): \(line.verb) \(line.rest)\n\(shown)")
    case "focus":
      #expect(
        desk.focusedRow.contains(line.rest), "\(place): the cursor stands on '\(desk.focusedRow)'")
    case "last":
      let last = try desk.events(of: words[0]).last
      #expect(last?.kind.rawValue == words[1], "\(place): \(last?.kind.rawValue ?? "nothing")")
      for setting in words.dropFirst(2) {
        let pair = setting.split(separator: "=", maxSplits: 1).map(String.init)
        #expect(
          last?.body[name: pair[0]]?.typed == pair[1],
          "\(place): \(pair[0]) is \(last?.body[name: pair[0]]?.typed ?? "not there")")
      }
    case "left": #expect(desk.isLeft, "\(place)")
    default: Issue.record("\(place): '\(line.verb)' is no verb of a script")
    }
  }

  /// `record note-added NB-1002 by una at 10:00 text=Mother rang`.
  private func record(_ words: [String], on desk: ScriptedDesk) throws {
    let kind = try #require(EventKind(rawValue: words[0]))
    var body = Body()
    var person = "mira"
    var at: String?
    var rest = words.dropFirst(2)
    while let word = rest.popFirst() {
      if word == "by" {
        person = rest.popFirst() ?? ""
      } else if word == "at" {
        at = rest.popFirst()
      } else {
        let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
        let field = try #require(EventForm.of(kind).field(pair[0]), "no field \(pair[0])")
        body[name: pair[0]] = try field.read(
          pair[1].replacingOccurrences(of: "_", with: " "), now: desk.desk.now)
      }
    }
    try desk.record(kind, words[1], by: person, at: at, body)
  }
}

extension String {
  /// A row without the sides of its frame.
  fileprivate var unframed: String {
    trimmingCharacters(in: CharacterSet(charactersIn: " │┌┐└┘─├┤"))
  }

  fileprivate func after(_ prefix: String) -> String {
    String(dropFirst(prefix.count)).trimmingCharacters(in: .whitespaces)
  }
}
