import Foundation
import Glibc
import TestSupport
import Testing

/// What a person is told of a failed saving is true, and asking again adds nothing.
@Suite("The truth about failed commits", .serialized)
struct TruthTests {
  private func note(_ desk: DrillDesk, _ text: String) -> [String] {
    [
      "record", "note-added", "NB-1002", "--set", "text=\(text)", "--command", text, "--as", "mira",
      "--desk", desk.path, "--now", DrillDesk.now,
    ]
  }

  /// Compares what was said with what is there, asks again, and looks that it is there once.
  private func judge(
    _ desk: DrillDesk, _ text: String, _ run: ProgramRun, _ fault: String
  ) throws {
    let isThere = try desk.notes("NB-1002").contains(text)
    let said = run.output + run.errors
    if run.status == 0 || said.contains("Recorded") {
      #expect(isThere, "\(fault): said to be recorded and is not there: \(said)")
    }
    if said.contains("NOT saved") {
      #expect(!isThere, "\(fault): said not to be saved and is there: \(said)")
    }
    let again = try Program.run(Program.homeward, note(desk, text))
    #expect(again.status == 0, "\(fault): \(again.errors)")
    #expect(again.output.contains("nothing was added") == isThere, "\(fault): \(again.output)")
    #expect(try desk.notes("NB-1002").filter { $0 == text }.count == 1, "\(fault)")
  }

  @Test("failed writes and failed syncs are never called saved, nor saved work not saved")
  func injected() throws {
    guard try Program.run("strace", ["-V"]).status == 0 else {
      print("skipped: the Debian package strace is not installed")
      return
    }
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    var outcomes = Set<Int32>()
    for call in ["pwrite64", "fdatasync"] {
      for error in ["EIO", "ENOSPC"] {
        for when in ["1", "2", "4", "1+"] {
          let fault = "\(call):error=\(error):when=\(when)"
          let run = try Program.run(
            "strace",
            [
              "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(fault)",
              Program.homeward,
            ] + note(desk, "\(call)-\(error)-\(when)"))
          outcomes.insert(run.status)
          try judge(desk, "\(call)-\(error)-\(when)", run, fault)
        }
      }
    }
    // Both must have been met, or nothing was tried.
    #expect(outcomes.contains(74), "\(outcomes)")
    let verified = try desk.run(["verify"])
    #expect(verified.status == 0, "\(verified.output)")
  }

  @Test("with too little memory the program says so or ends, and the desk stays whole")
  func memory() throws {
    guard try Program.run("prlimit", ["--version"]).status == 0 else {
      print("skipped: prlimit is not installed")
      return
    }
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    for megabytes in [24, 48, 64, 80, 96, 128, 160, 200, 260] {
      let run = try Program.run(
        "timeout",
        ["-s", "KILL", "60", "prlimit", "--as=\(megabytes << 20)", Program.homeward]
          + note(desk, "memory-\(megabytes)"))
      #expect(run.status != 128 + SIGKILL, "\(megabytes) MB: it hangs")
      try judge(desk, "memory-\(megabytes)", run, "\(megabytes) MB")
    }
    #expect(try desk.run(["verify"]).status == 0)
  }

  @Test(
    "with any of the three streams closed nothing is written into the desk but what belongs there")
  func closedStreams() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    for (number, closing) in ["<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-"].enumerated() {
      let saved = try Program.run(
        "sh",
        ["-c", "\"$0\" \"$@\" \(closing)", Program.homeward]
          + note(desk, "closed-\(number)"))
      #expect(saved.status == 0, "\(closing): \(saved.errors)")
      // A refusal is complained of on the stream that is closed, while the desk is open.
      let refused = try Program.run(
        "sh",
        [
          "-c", "\"$0\" \"$@\" \(closing)", Program.homeward, "record", "finalised", "NB-1002",
          "--as", "mira", "--desk", desk.path, "--now", DrillDesk.now,
        ])
      #expect(refused.status != 0, "\(closing)")
      let verified = try desk.run(["verify"])
      #expect(verified.status == 0, "\(closing): \(verified.output)\(verified.errors)")
      #expect(try desk.notes("NB-1002").contains("closed-\(number)"), "\(closing)")
    }
  }
}
