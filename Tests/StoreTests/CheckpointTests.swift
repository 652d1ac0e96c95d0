import Testing
import Workflow

@testable import Store

@Suite("Checkpoints")
struct CheckpointTests {
  private let hash = (0..<32).map { UInt8($0 * 8) }

  @Test("What is written is read back, with and without its time and with words around it")
  func text() throws {
    let head = JournalHead(sequence: 1042, hash: hash)
    let at = try #require(Instant(iso: "2026-11-21T19:40:05+00:00"))
    let checkpoint = Checkpoint(head: head, at: at)
    #expect(Checkpoint(text: checkpoint.text) == checkpoint)
    #expect(Checkpoint(text: "checkpoint \(checkpoint.text)") == checkpoint)
    #expect(Checkpoint(text: "19:40 \(checkpoint.text)  handover") == checkpoint)
    let short = checkpoint.text.split(separator: " ").first.map(String.init) ?? ""
    #expect(Checkpoint(text: short) == Checkpoint(head: head, at: nil))
    for wrong in [
      "", "1042", "1042:", "1042:12", "x:" + short.dropFirst(5), "-1:" + short.dropFirst(5),
    ] {
      #expect(Checkpoint(text: wrong) == nil, "\(wrong)")
    }
  }

  @Test("Checkpoints noted beside the desk are kept in order, and a torn line is left out")
  func beside() throws {
    let desk = try TestDesk()
    #expect(desk.desk.noted() == [])
    let first = try desk.desk.checkpoint(now: desk.now)
    #expect(desk.desk.note(first))
    try desk.register("C1")
    let second = try desk.desk.checkpoint(now: desk.now)
    #expect(desk.desk.note(second))
    try Descriptor.append(
      Array("17:12ab".utf8), to: DeskFile.checkpointsPath(of: desk.place.path))
    #expect(desk.desk.noted() == [first, second])
    #expect(try desk.desk.holds(first.head))
    #expect(try !desk.desk.holds(JournalHead(sequence: 1, hash: hash)))
  }
}
