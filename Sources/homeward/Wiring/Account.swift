import Glibc

/// The account of the operating system under which the program runs.
enum Account {
  /// The account's name, by the user id and not by an environment that anybody may set.
  static let name: String = {
    let uid = getuid()
    // Not getpwuid: in a static program it would load the host's libraries.
    guard let file = fopen("/etc/passwd", "r") else { return "uid-\(uid)" }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 4096)
    while fgets(&line, Int32(line.count), file) != nil {
      let end = line.firstIndex(of: 0) ?? line.count
      let text = String(decoding: line[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let fields = text.split(separator: ":", omittingEmptySubsequences: false)
      if fields.count > 2, UInt32(fields[2]) == uid { return String(fields[0]) }
    }
    return "uid-\(uid)"
  }()
}

/// The environment, read once.
enum Environment {
  /// The value of a variable, or nothing where it is unset or empty.
  static func value(_ name: String) -> String? {
    guard let pointer = getenv(name) else { return nil }
    let text = String(cString: pointer)
    return text.isEmpty ? nil : text
  }

  /// Where a person's desk lies when nothing else is said: the XDG data folder.
  static var standardDesk: String? {
    if let data = value("XDG_DATA_HOME"), data.hasPrefix("/") {
      return data + "/homeward/desk.sqlite"
    }
    return value("HOME").map { $0 + "/.local/share/homeward/desk.sqlite" }
  }
}
