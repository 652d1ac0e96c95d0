import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A process whose output is read line by line, and which may be killed.
package final class Child {
  /// Its process id.
  package let process: Int32
  private let output: Int32
  private var buffer: [UInt8] = []
  private static let start = NSLock()

  /// Starts a program that was built beside this one.
  ///
  /// - Parameters:
  ///   - program: its name.
  ///   - arguments: what it is told.
  ///   - environment: what is added to its environment.
  ///   - isQuiet: whether its last words are thrown away, because it is meant to die.
  /// - Throws: an error where it cannot be started.
  package init(
    _ program: String = "StoreCrasher", arguments: [String],
    environment: [String: String] = [:], isQuiet: Bool = false
  ) throws {
    let path = URL(fileURLWithPath: Bundle.main.executablePath ?? "/")
      .deletingLastPathComponent().appendingPathComponent(program).path
    // One start at a time: no other child may inherit a pipe before it is marked.
    Child.start.lock()
    defer { Child.start.unlock() }
    var pipe: [Int32] = [0, 0]
    guard Glibc.pipe(&pipe) == 0 else { throw POSIXError(.EMFILE) }
    for end in pipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipe[1], 1)
    if isQuiet { posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
    // A blocked signal of a test's thread must not be handed on.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var full = ProcessInfo.processInfo.environment
    full.merge(environment) { _, new in new }
    let argv = ([path] + arguments).map { strdup($0) } + [nil]
    let envp = full.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, path, &actions, &attributes, argv, envp)
    _ = close(pipe[1])
    guard status == 0 else {
      _ = close(pipe[0])
      throw POSIXError(POSIXErrorCode(rawValue: status) ?? .EIO)
    }
    self.process = process
    output = pipe[0]
  }

  /// The next line, or nothing at the end; half a line at the end is none.
  package func line() -> String? {
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
  package func lines() -> [String] {
    var lines: [String] = []
    while let line = line() { lines.append(line) }
    return lines
  }

  /// Whether there is a line, or the end, within a time in milliseconds.
  package func hasLine(within milliseconds: Int32) -> Bool {
    if buffer.contains(0x0A) { return true }
    var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, milliseconds) > 0
  }

  /// Ends it without warning, or stops it and lets it go on.
  package func send(_ signal: Int32) { _ = Glibc.kill(process, signal) }

  /// Kills it without warning.
  package func kill() { send(SIGKILL) }

  /// Waits for its end; its exit status, or the negative number of the signal that ended it.
  package func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    _ = close(output)
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }

  /// Waits until it has stopped, as a stop signal makes it.
  package func waitForStop() {
    var status: Int32 = 0
    while waitpid(process, &status, WUNTRACED) < 0 && errno == EINTR {}
  }
}
