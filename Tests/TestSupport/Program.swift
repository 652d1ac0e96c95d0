package import Foundation

/// A program run to its end, with what it printed.
package struct ProgramRun: Sendable {
  /// The exit status, or 128 and the signal that ended it.
  package let status: Int32
  /// What it wrote to standard output.
  package let output: String
  /// What it wrote to standard error.
  package let errors: String
}

/// Runs programs without Foundation's `Process`, which waits for daemons that a program leaves behind.
package enum Program {
  /// The folder in which the tests and the programs they try were built.
  package static let buildFolder: String = {
    // The runner of Swift Testing and that of XCTest are started differently; both name the bundle.
    for argument in CommandLine.arguments where argument.contains(".xctest") {
      let path =
        argument.hasPrefix("/")
        ? argument : FileManager.default.currentDirectoryPath + "/" + argument
      var url = URL(fileURLWithPath: path)
      while url.path.contains(".xctest") { url.deleteLastPathComponent() }
      return url.path
    }
    return sourceRoot + "/.build/debug"
  }()

  /// The root of the sources.
  package static let sourceRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The homeward that was built beside the tests.
  package static var homeward: String { buildFolder + "/homeward" }

  /// Runs a program and waits for its end.
  ///
  /// - Parameters:
  ///   - path: the program, by its path or by a name on the search path.
  ///   - arguments: what it is told.
  ///   - environment: its whole environment.
  ///   - input: what it reads from standard input.
  /// - Returns: how it ended and what it printed.
  /// - Throws: an error where it cannot be started.
  package static func run(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], input: String? = nil
  ) throws -> ProgramRun {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("homeward-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (out, err, inp) = (folder.path + "/out", folder.path + "/err", folder.path + "/in")
    try (input ?? "").write(toFile: inp, atomically: true, encoding: .utf8)
    let pid = try spawn(
      path, arguments, environment: environment, input: inp, output: out, errors: err)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) == -1 && errno == EINTR {}
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return ProgramRun(
      status: code,
      output: String(decoding: FileManager.default.contents(atPath: out) ?? Data(), as: UTF8.self),
      errors: String(decoding: FileManager.default.contents(atPath: err) ?? Data(), as: UTF8.self))
  }

  /// Starts a program with its streams on files, no signals blocked and none ignored.
  ///
  /// - Returns: the process id; the caller waits for it.
  /// - Throws: an error where it cannot be started.
  package static func spawn(
    _ path: String, _ arguments: [String], environment: [String: String] = [:],
    input: String = "/dev/null", output: String = "/dev/null", errors: String = "/dev/null"
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Worker threads of the tests block nearly every signal, and a child would inherit that.
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var full = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "TERM": "xterm-256color", "HOME": NSTemporaryDirectory(), "SWIFT_BACKTRACE": "enable=no",
    ]
    // Programs built for the tests find the toolchain's libraries the way the tests did.
    if let libraries = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] {
      full["LD_LIBRARY_PATH"] = libraries
    }
    full.merge(environment) { _, new in new }
    let argv = ([path] + arguments).map { strdup($0) } + [nil]
    let envp = full.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    var pid: pid_t = 0
    let code = posix_spawnp(&pid, path, &actions, &attributes, argv, envp)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
    return pid
  }
}
