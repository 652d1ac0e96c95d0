import ArgumentParser
import Glibc
import Grid

/// How a command writes what it found.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table
  case json
  case tsv
}

/// Writes to standard output and standard error; what came from outside passes `displaySafe`.
enum Printer {
  /// Prints a line of the desk's own and of safe text.
  static func line(_ text: String = "") { raw(displaySafe(text, keepNewlines: true) + "\n") }

  /// Prints text that is safe already: a table, JSON.
  static func raw(_ text: String) { write(text, to: 1) }

  /// Prints a line to standard error.
  static func complain(_ text: String) {
    write(displaySafe(text, keepNewlines: true) + "\n", to: 2)
  }

  /// Prints rows in the format that was asked for.
  static func show(_ table: Table, json: @autoclosure () -> JSON, as format: OutputFormat) {
    switch format {
    case .table: raw(table.aligned)
    case .tsv: raw(table.tsv)
    case .json: raw(json().written + "\n")
    }
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = Glibc.write(
          descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
        if count < 0 {
          if errno == EINTR { continue }
          return
        }
        sent += count
      }
    }
  }
}
