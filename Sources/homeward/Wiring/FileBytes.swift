import Glibc

/// Files that people name on a command line or in a form.
enum FileBytes {
  /// Reads a whole file, or standard input where the path is `-`.
  ///
  /// - Parameters:
  ///   - path: the path; a leading `~/` means the home folder.
  ///   - limit: the most bytes that are read.
  /// - Returns: the bytes.
  /// - Throws: a sentence that names the path and says what is wrong.
  static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    let isInput = path == "-"
    let full =
      path.hasPrefix("~/") ? (Environment.value("HOME") ?? "") + path.dropFirst(1) : path
    let descriptor = isInput ? 0 : open(full, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure(.badInput, "\(path): \(reason()). Check the name; nothing was changed.")
    }
    defer { if !isInput { close(descriptor) } }
    var status = stat()
    if !isInput, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw Failure(.badInput, "\(path) is a folder. Name the files in it.")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure(.inputOutput, "\(path): \(reason()).") }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      if bytes.count > limit {
        throw Failure(
          .badInput,
          "\(path) is larger than \(limit / 1_000_000) MB, which no report is. Read the report alone, as "
            + "plain text; nothing was changed.")
      }
    }
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
