import Glibc

/// Which process, so that it is known later whether that one still runs: its number and when it was
/// started, because numbers are given again.
struct ProcessMark: Equatable {
  /// As it is kept: `4828:186422`.
  let text: String

  /// The mark of this process.
  static let own = ProcessMark(of: getpid())

  /// A mark that was kept.
  init(_ text: String) { self.text = text }

  private init(of process: pid_t) {
    text = "\(process):\(ProcessMark.start(of: process) ?? "")"
  }

  /// Whether the process still runs; one that has ended and is not yet buried does not.
  var isRunning: Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let process = pid_t(parts[0]) else { return false }
    return ProcessMark.start(of: process) == String(parts[1])
  }

  /// When a process was started, in ticks since the machine was; nothing where it runs no longer.
  private static func start(of process: pid_t) -> String? {
    guard let file = fopen("/proc/\(process)/stat", "re") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 4096)
    guard fgets(&line, Int32(line.count), file) != nil else { return nil }
    // A program's name may hold anything; the fields come after the bracket that ends it.
    let end = line.firstIndex(of: 0) ?? line.count
    let text = String(decoding: line[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let bracket = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: bracket)...].split(separator: " ")
    // Fields 3 and 22 of proc(5): the state, and the time of the start.
    guard fields.count > 19, !["Z", "X"].contains(fields[0]) else { return nil }
    return String(fields[19])
  }
}
