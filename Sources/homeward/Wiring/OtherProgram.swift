import Glibc

/// Runs another program by its name and a list of arguments; no shell ever sees them.
enum OtherProgram {
  /// Runs it to its end, with its complaints on our standard error.
  ///
  /// - Parameters:
  ///   - name: the program, looked for on the search path.
  ///   - arguments: what it is told.
  ///   - input: the file that it reads, else nothing.
  ///   - output: the file that it writes, which must not be there yet; else nothing.
  /// - Returns: its exit status, or 128 and the signal that ended it.
  /// - Throws: that it is not installed or cannot be started.
  static func run(
    _ name: String, _ arguments: [String], input: String? = nil, output: String? = nil
  ) throws(Failure) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, 1, output ?? "/dev/null",
      output == nil ? O_WRONLY : O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
    let argv = ([name] + arguments).map { strdup($0) } + [nil]
    defer { for pointer in argv { free(pointer) } }
    var process: pid_t = 0
    let error = posix_spawnp(&process, name, &actions, nil, argv, environ)
    guard error == 0 else {
      throw Failure(
        .badConfiguration,
        error == ENOENT
          ? "The program '\(name)' is not installed. Install it (Debian: apt-get install \(name))."
          : "The program '\(name)' cannot be started: \(String(cString: strerror(error))).")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1 && errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}
