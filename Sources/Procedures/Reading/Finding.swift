import Workflow

/// What is wrong in a pack or a scenario file, and where: the form that editors jump to.
package struct Finding: Hashable, Sendable {
  /// The file, as it was named to the reader.
  package let file: String
  /// The line, counted from 1.
  package let line: Int
  /// The column, counted from 1 in Unicode scalars.
  package let column: Int
  /// How grave it is.
  package let severity: Severity
  /// What is wrong, and what would be right.
  package let message: String
  /// Other lines that have to do with it.
  package let notes: [Note]

  /// How grave a finding is.
  package enum Severity: String, Sendable, Hashable {
    case error
    case warning
  }

  /// Another place that a finding is about.
  package struct Note: Hashable, Sendable {
    /// The file.
    package let file: String
    /// The line, counted from 1.
    package let line: Int
    /// The column, counted from 1.
    package let column: Int
    /// What is there.
    package let message: String
  }

  /// As compilers print it: `file:line:column: error: …`, each note on a line of its own.
  package var text: String {
    let first = "\(file):\(line):\(column): \(severity.rawValue): \(message)"
    let rest = notes.map { "\($0.file):\($0.line):\($0.column): note: \($0.message)" }
    return ([first] + rest).joined(separator: "\n")
  }
}

/// Everything that is wrong in one file, in the order of its lines.
package struct Findings: Error, Hashable, Sendable {
  /// The findings, all at once.
  package let all: [Finding]

  /// Makes a list of findings.
  package init(_ all: [Finding]) { self.all = all }

  /// As compilers print them.
  package var text: String { all.map(\.text).joined(separator: "\n") }
}

/// Collects what is wrong while a file is read, so that reading never stops at the first fault.
final class Inspection {
  let file: String
  private var found: [Finding] = []
  private var unread: Set<Place> = []
  /// The conditions that the version being read has given a name.
  var definitions: [String: Condition] = [:]

  init(file: String) { self.file = file }

  /// Where the names under `definitions` stand that can be asked for.
  var defined: [String: Place] = [:]
  /// The names that conditions have asked for.
  var asked: Set<String> = []

  /// Whether nothing is wrong; what is only worth a look does not count.
  var isClean: Bool { !found.contains { $0.severity == .error } }

  /// All findings in the order of their lines.
  var findings: [Finding] {
    found.enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset)
        < ($1.element.line, $1.element.column, $1.offset)
    }.map(\.element)
  }

  /// Adds an error about a value that is not read at all, so that nothing more is said of it.
  func refuse(_ message: String, at place: Place, notes: [(String, Place)] = []) {
    error(message, at: place, notes: notes)
    unread.insert(place)
  }

  /// A value from the file may run over lines, and a finding must not.
  private func oneLine(_ message: String) -> String {
    let scalars = message.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "·" : $0 }
    return String(String.UnicodeScalarView(scalars).prefix(300))
  }

  /// Passes over a value that is not read and of which enough is said elsewhere.
  func passOver(_ place: Place) { unread.insert(place) }

  /// Adds an error.
  func error(_ message: String, at place: Place, notes: [(String, Place)] = []) {
    add(.error, message, at: place, notes: notes)
  }

  /// Adds what does no harm and is hardly meant.
  func warn(_ message: String, at place: Place) { add(.warning, message, at: place, notes: []) }

  private func add(
    _ severity: Finding.Severity, _ message: String, at place: Place, notes: [(String, Place)]
  ) {
    if unread.contains(place) { return }
    let finding = Finding(
      file: file, line: place.line, column: place.column, severity: severity,
      message: oneLine(message),
      notes: notes.map {
        Finding.Note(file: file, line: $0.1.line, column: $0.1.column, message: oneLine($0.0))
      })
    if !found.contains(finding) { found.append(finding) }
  }
}

/// Where something stands in a file, counted from 1.
struct Place: Hashable, Comparable, Sendable {
  let line: Int
  let column: Int

  static func < (left: Place, right: Place) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
