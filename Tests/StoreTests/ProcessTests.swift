import Foundation
import Store
import StorePractice
import TestSupport
import Testing
import Workflow

@Suite("Several processes, and processes that die")
struct ProcessTests {
  /// Each child is killed after a random number of saved commands and a random moment more; some
  /// before they have opened the file.
  @Test("Two hundred kills lose no saved command and break no chain", .timeLimit(.minutes(2)))
  func kills() throws {
    let place = try TestPlace()
    var random = Seeded(20_260_327)
    var saved: [String] = []
    var head = JournalHead.empty
    var total = 0
    for round in 0..<200 {
      let child = try Child(arguments: ["work", place.path, "k\(round)", "1000"])
      let wanted = Int.random(in: 0...9, using: &random)
      for _ in 0..<wanted { if let line = child.line() { saved.append(line) } }
      pass(microseconds: Int.random(in: 0...(wanted == 0 ? 60_000 : 4_000), using: &random))
      child.kill()
      saved += child.lines()
      #expect(child.wait() == -SIGKILL)
      // Every second time the next process is the one that finds what the dead one left.
      if round.isMultiple(of: 2) { continue }
      let desk = try DeskFile.open(at: place.path)
      for id in saved { #expect(try desk.lines(of: id) != nil, "\(id) was saved and is gone") }
      total += saved.count
      saved = []
      let chain = try desk.verifyChain(after: head)
      #expect(chain.findings == [])
      head = chain.head
    }
    let desk = try DeskFile.open(at: place.path)
    let report = try desk.verify(procedures: Practice.procedures)
    #expect(report.findings == [])
    #expect(report.head == head)
    #expect(total > 500)
  }

  @Test("Six processes that start together on no file all start and lose nothing")
  func together() throws {
    let place = try TestPlace()
    let children = try (0..<6).map { try Child(arguments: ["work", place.path, "p\($0)", "8"]) }
    let lines = children.map { $0.lines() }
    for (child, said) in zip(children, lines) {
      #expect(child.wait() == 0, "\(said.last ?? "")")
      #expect(said.count == 40)
    }
    let desk = try DeskFile.open(at: place.path)
    for id in lines.joined() { #expect(try desk.lines(of: id) != nil) }
    let report = try desk.verify(procedures: Practice.procedures)
    #expect(report.findings == [] && report.children == 48)
    #expect(try Records(desk, for: .init(nil, account: "t")).episode("E-2026-0048") != nil)
  }

  @Test("A desk in a folder that may not be written can be read, and says why it cannot be written")
  func readOnlyFolder() throws {
    let place = try TestPlace()
    var desk: DeskFile? = try DeskFile.openOrCreate(at: place.path)
    let admin = Actor(
      Person(id: "a", name: "Ada", role: .administrator), account: "ada", now: place.now)
    func register(_ id: String) throws {
      _ = try desk?.registerChildren(
        [ChildRegistration(id: id, facts: Body(["family-name": .text("Okafor")]))],
        id: id, by: admin, procedures: Practice.procedures)
    }
    try register("C1")
    desk?.close()
    desk = nil
    try place.protect(true)
    #expect(try look(place) == ["writing: folder-read-only", "reading: 1"])
    // While somebody who may is at work, the newest is seen as well.
    try place.protect(false)
    desk = try DeskFile.open(at: place.path)
    try register("C2")
    try place.protect(true)
    #expect(try look(place) == ["writing: folder-read-only", "reading: 2"])
    try place.protect(false)
    _ = desk
  }

  private func look(_ place: TestPlace) throws -> [String] {
    let child = try Child(arguments: ["look", place.path])
    defer { _ = child.wait() }
    return child.lines()
  }

  /// Lets time pass by the clock, so that a kill meets any moment.
  private func pass(microseconds: Int) {
    let end = ContinuousClock.now + .microseconds(microseconds)
    while ContinuousClock.now < end {}
  }
}

/// A folder of its own, removed with it.
final class TestPlace {
  let folder: String
  let path: String
  let now = Instant(iso: "2026-03-27T18:00+00:00") ?? Instant(seconds: 0)

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/homeward-" + UUID().uuidString
    path = folder + "/desk.sqlite"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit {
    try? protect(false)
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Lets everybody read the folder and nobody but its owner write it, or undoes that.
  func protect(_ isProtected: Bool) throws {
    let manager = FileManager.default
    for name in try manager.contentsOfDirectory(atPath: folder) {
      try manager.setAttributes(
        [.posixPermissions: isProtected ? 0o444 : 0o600], ofItemAtPath: "\(folder)/\(name)")
    }
    try manager.setAttributes(
      [.posixPermissions: isProtected ? 0o555 : 0o700], ofItemAtPath: folder)
  }
}
