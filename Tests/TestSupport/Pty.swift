import Foundation

/// A terminal without a picture: a program on one end of a pty, the bytes that it writes on the other.
package final class Pty {
  /// Everything that the program wrote.
  package private(set) var output = ""
  /// The program's process.
  package let process: Int32
  private let master: Int32
  private var bytes: [UInt8] = []

  /// Starts a program on a terminal of its own.
  ///
  /// - Parameters:
  ///   - path: the program.
  ///   - arguments: what it is told.
  ///   - environment: what is added to its environment.
  ///   - columns: the terminal's columns.
  ///   - rows: the terminal's rows.
  /// - Throws: an error where there is no terminal or the program cannot be started.
  package init(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    var locked: Int32 = 0
    // TIOCGPTN and TIOCSPTLCK: which it is, and that it may be opened.
    guard master >= 0, ioctl(master, 0x8004_5430, &number) == 0,
      ioctl(master, 0x4004_5431, &locked) == 0
    else { throw POSIXError(.ENXIO) }
    let name = "/dev/pts/\(number)"
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes its own.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    // POSIX_SPAWN_SETSID, which the overlay does not have.
    let newSession = Int16(0x80)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | newSession)
    var full = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "TERM": "xterm-256color", "HOME": NSTemporaryDirectory(), "SWIFT_BACKTRACE": "enable=no",
    ]
    if let libraries = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] {
      full["LD_LIBRARY_PATH"] = libraries
    }
    full.merge(environment) { _, new in new }
    let argv = ([path] + arguments).map { strdup($0) } + [nil]
    let envp = full.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, path, &actions, &attributes, argv, envp)
    guard code == 0 else {
      close(master)
      throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO)
    }
    process = pid
  }

  deinit {
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    close(master)
  }

  /// Gives the terminal another size, in cells; the program is told by the system.
  package func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Types text or sends a sequence.
  package func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard sent > 0 else { return }
      rest = rest.dropFirst(sent)
    }
  }

  /// Waits until the program has written something since a place, by reading, never for a fixed time.
  ///
  /// - Parameters:
  ///   - text: what must be there.
  ///   - place: how many characters of the output to pass over.
  ///   - limit: after how many seconds to give up.
  /// - Returns: whether it is there.
  package func wait(for text: String, after place: Int = 0, within limit: Double = 60) -> Bool {
    let end = Date().addingTimeInterval(limit)
    while true {
      if output.dropFirst(place).contains(text) { return true }
      let left = end.timeIntervalSinceNow
      guard left > 0, read(within: Int32(left * 1_000)) else {
        return output.dropFirst(place).contains(text)
      }
    }
  }

  /// Waits until a frame with a text in it is whole: its last act is to show the cursor again.
  ///
  /// - Parameters:
  ///   - text: what must be in the frame.
  ///   - place: how many characters of the output to pass over.
  /// - Returns: how many characters had been written when the frame was whole; nothing where it never was.
  package func waitForFrame(with text: String, after place: Int = 0) -> Int? {
    guard wait(for: text, after: place),
      let found = output.dropFirst(place).firstRange(of: text)
    else { return nil }
    let shown = "\u{1B}[?25h"
    let middle = output.distance(from: output.startIndex, to: found.upperBound)
    guard wait(for: shown, after: middle),
      let end = output.dropFirst(middle).firstRange(of: shown)
    else { return nil }
    return output.distance(from: output.startIndex, to: end.upperBound)
  }

  /// Waits for the program's end.
  ///
  /// - Returns: its exit status, or 128 and the signal that ended it; nothing where it did not end.
  package func end(within limit: Double = 60) -> Int32? {
    let end = Date().addingTimeInterval(limit)
    while Date() < end {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        while read(within: 0) {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
      }
      if !read(within: 20) { usleep(5_000) }
    }
    return nil
  }

  /// The terminal's modes as somebody finds them: whether lines are edited and letters echoed.
  package var isCooked: Bool {
    var modes = termios()
    guard tcgetattr(master, &modes) == 0 else { return false }
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return modes.c_lflag & wanted == wanted
  }

  private func read(within milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0, waiting.revents & Int16(POLLIN) != 0 else {
      return false
    }
    // In small pieces, so that no test leans on how much of a frame happens to arrive at once.
    var chunk = [UInt8](repeating: 0, count: 512)
    let count = Foundation.read(master, &chunk, chunk.count)
    guard count > 0 else { return false }
    bytes += chunk[..<count]
    output = String(decoding: bytes, as: UTF8.self)
    return true
  }
}
