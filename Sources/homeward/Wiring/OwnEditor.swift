import Desk
import Glibc

/// A person's own editor for a long text: without a shell, on a file that only the account can read and
/// that is gone afterwards.
enum OwnEditor {
  /// Why texts may not go to an editor, or nothing where they may.
  ///
  /// A child's story leaves the desk's file for a moment, so on a real desk the account must be allowed
  /// it by HOMEWARD_EDITOR=yes; in a drill EDITOR is enough.
  static func refusal(isDrill: Bool) -> String? {
    guard command != nil else { return "No editor is set: EDITOR says which" }
    let policy = Environment.value("HOMEWARD_EDITOR")
    if policy == "no" || (policy != "yes" && !isDrill) {
      return "This account may not use an editor of its own; Ctrl-O gives the text the whole screen"
    }
    return nil
  }

  /// Lets the person write.
  ///
  /// - Parameter text: the text so far.
  /// - Returns: the text afterwards, or why it did not come back; then the one before stands.
  static func edit(_ text: String) -> Result<String, EditorFailure> {
    guard let command else {
      return .failure(EditorFailure("No editor is set: EDITOR says which."))
    }
    var template = Array("\(folder)/homeward-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      return .failure(kept("No file for the editor could be made: \(reason())"))
    }
    let directory = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = directory + "/text.txt"
    defer {
      unlink(path)
      rmdir(directory)
    }
    guard write(text, to: path) else {
      return .failure(kept("The text could not be written for the editor: \(reason())"))
    }
    switch run(command + [path]) {
    case .failure(let sentence): return .failure(kept(sentence.sentence))
    case .success: break
    }
    guard let bytes = try? FileBytes.read(path, limit: 8_000_000) else {
      return .failure(kept("The editor left no text behind"))
    }
    var after = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "\n")
    // Editors end a file with a line end that nobody typed.
    if after.hasSuffix("\n"), !text.hasSuffix("\n") { after.removeLast() }
    return .success(after)
  }

  /// The program and what it is told, split at spaces as every caller of EDITOR does.
  private static var command: [String]? {
    guard let value = Environment.value("VISUAL") ?? Environment.value("EDITOR") else { return nil }
    let words = value.split(separator: " ").map(String.init)
    return words.isEmpty ? nil : words
  }

  /// In memory where the system has such a place, so that nothing is left on a disk.
  private static var folder: String { Environment.value("XDG_RUNTIME_DIR") ?? "/tmp" }

  private static func kept(_ sentence: String) -> EditorFailure {
    EditorFailure("\(sentence). The text is as it was before.")
  }

  private static func reason() -> String { String(cString: strerror(errno)) }

  private static func write(_ text: String, to path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let sent = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if sent < 0, errno == EINTR { continue }
      guard sent > 0 else { return false }
      bytes = bytes.dropFirst(sent)
    }
    return true
  }

  private static func run(_ arguments: [String]) -> Result<Void, EditorFailure> {
    let name = arguments.first ?? ""
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Our signals are caught by us; the editor has its own ways with them.
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let argv = arguments.map { strdup($0) } + [nil]
    defer { for pointer in argv { free(pointer) } }
    var pid: pid_t = 0
    let code = posix_spawnp(&pid, name, nil, &attributes, argv, environ)
    guard code == 0 else {
      return .failure(
        EditorFailure("\(name) cannot be started: \(String(cString: strerror(code)))"))
    }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) == -1 {
      if errno != EINTR { return .failure(EditorFailure("\(name) was lost")) }
    }
    if status & 0x7F != 0 {
      return .failure(EditorFailure("\(name) was ended by signal \(status & 0x7F)"))
    }
    let exit = (status >> 8) & 0xFF
    return exit == 0 ? .success(()) : .failure(EditorFailure("\(name) ended with status \(exit)"))
  }
}
