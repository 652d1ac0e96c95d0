import Foundation
import TestSupport
import Testing

/// Programs that die at any moment.
@Suite("Killed while recording", .serialized)
struct KillTests {
  @Test("sixty kills of 'homeward record' lose nothing that was said to be recorded")
  func kills() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    var random = Seeded(20_261_025)
    let started = Date()
    try desk.done(["record", "note-added", "NB-1002", "--set", "text=first"], as: "mira")
    // How long a process may live, at most: less when many get through, more when few do, so that
    // the kills fall around the moment of saving on a busy machine as on an idle one.
    var reach = Date().timeIntervalSince(started) * 1.3
    var promised: [String] = ["first"]
    var cut = 0
    for round in 1...60 {
      let words = "kill-\(round)"
      let output = desk.folder.file("out-\(round)")
      let process = try Program.spawn(
        Program.homeward,
        [
          "record", "note-added", "NB-1002", "--set", "text=\(words)", "--as", "mira", "--desk",
          desk.path, "--now", DrillDesk.now,
        ], output: output)
      usleep(UInt32(Double.random(in: 0.2...1, using: &random) * reach * 1_000_000))
      kill(process, SIGKILL)
      var status: Int32 = 0
      while waitpid(process, &status, 0) == -1 && errno == EINTR {}
      let said = FileManager.default.contents(atPath: output) ?? Data()
      if String(decoding: said, as: UTF8.self).contains("Recorded") {
        promised.append(words)
        reach *= 0.9
      } else {
        cut += 1
        reach *= 1.1
      }
    }
    let notes = try desk.notes("NB-1002")
    for words in promised { #expect(notes.contains(words), "\(words) was recorded and is gone") }
    #expect(Set(notes).count == notes.count)
    // Both kinds must have been met, or the moments were badly chosen.
    #expect(cut >= 10 && promised.count > 10, "\(cut) cut, \(promised.count) promised")
    let verified = try desk.run(["verify"])
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
  }
}
