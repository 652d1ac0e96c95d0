import Exchange
import Store
import TestSupport
import Testing
import Workflow

@testable import Desk
@testable import homeward

/// A desk on which reports come in and are triaged one child after the other.
struct TriageDrill {
  let frances = Person(id: "frances", name: "Frances Okafor", role: .frontDoor)
  let desk: DrillDesk
  let workbench: Workbench

  init() throws {
    desk = try DrillDesk()
    workbench = try Workbench(
      path: desk.path,
      frozenAt: SpokenInstant.read("2026-11-23 01:40", now: Instant(seconds: 0)))
  }

  func take(_ text: String) throws -> String {
    let kept = try workbench.receive(Array(text.utf8), source: "pasted", by: frances)
    return try #require(kept.first?.reference)
  }

  func rows() throws -> [TrayRow] {
    try workbench.window(
      TrayQuestion(TrayQuery(tray: .frontDoor), offset: 0, limit: 200), for: frances
    ).rows.filter { $0.report != nil }
  }

  func form(_ reference: String, _ subject: Int? = nil) throws -> FormScreen {
    FormScreen.triage(
      try workbench.draft(of: reference, subject: subject, for: frances), command: "c")
  }

  /// Triages the child who is next.
  @discardableResult
  func triage(_ reference: String, _ typed: [String: String]) throws -> String {
    var keyed = try FrontDoorRowsTests.KeyedForm(
      workbench.draft(of: reference, for: frances), workbench, frances)
    for (name, text) in typed {
      let place = try #require(keyed.form.entries.firstIndex { $0.field.name == name }, "\(name)")
      keyed.form.entries[place].text = TextField(text)
    }
    let answers = try keyed.send()
    guard case .recorded(_, let child?, _)? = answers.first else {
      throw Failure(.badInput, "nothing was recorded: \(answers)")
    }
    return child
  }

  /// What a triage asks of a child who is new.
  static let rest = ["category": "missing", "child": "new"]
}
