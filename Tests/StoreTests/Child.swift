import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A `StoreCrasher` process whose output the test reads.
final class Child {
  private let process: pid_t
  private let output: Int32
  private var buffer: [UInt8] = []
  private static let start = NSLock()

  init(_ arguments: String...) throws {
    let program = URL(fileURLWithPath: try #require(Bundle.main.executablePath))
      .deletingLastPathComponent().appendingPathComponent("StoreCrasher").path
    // One start at a time: no other child may inherit a pipe before it is marked.
    Child.start.lock()
    defer { Child.start.unlock() }
    var pipe: [Int32] = [0, 0]
    try #require(Glibc.pipe(&pipe) == 0)
    for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipe[1], 1)
    // A blocked signal of a test's thread must not be handed on.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, program, &actions, &attributes, words, environ)
    _ = close(pipe[1])
    try #require(status == 0, "cannot start \(program)")
    self.process = process
    output = pipe[0]
  }

  /// The next line, or nothing at the end.
  func line() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        defer { buffer.removeSubrange(...end) }
        return String(decoding: buffer[..<end], as: UTF8.self)
      }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = read(output, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return nil }
      buffer.append(contentsOf: chunk[..<count])
    }
  }

  /// Every line that is left.
  func lines() -> [String] {
    var lines: [String] = []
    while let line = line() { lines.append(line) }
    return lines
  }

  /// Kills it as a power cut would, without warning.
  func kill() { _ = Glibc.kill(process, SIGKILL) }

  /// Waits for its end; its exit status, or -1 where it was killed.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    _ = close(output)
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
  }
}
