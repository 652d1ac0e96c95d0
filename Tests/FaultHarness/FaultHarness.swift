import Foundation
import Store

/// Disturbs the store and counts what was lost.
///
/// - `faults [ROW ...]`: every row with the counts of a change.
/// - `soak [--minutes N] [--progress FILE] [ROW ...]`: with those of a release, going on where the
///   last one stopped.
/// - `ROW FIRST COUNT`: some trials of one row, to repeat what failed.
@main
enum FaultHarness {
  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let mode = arguments.isEmpty ? "" : arguments.removeFirst()
    var status: Int32 = 0
    do {
      switch mode {
      case "flip": try Flips.work(arguments)
      case "piece": try Piecework.answer(arguments)
      case "faults": status = try faults(chosen(arguments)) ? 0 : 1
      case "soak":
        let minutes = value("--minutes", &arguments).flatMap(Double.init) ?? 120
        let file = value("--progress", &arguments) ?? ".build/soak.jsonl"
        status = try Soak(file: file).run(chosen(arguments), minutes: minutes) ? 0 : 1
      default:
        guard let row = Faults.all.first(where: { $0.id == mode }), arguments.count == 2,
          let first = Int(arguments[0]), let count = Int(arguments[1])
        else {
          print(
            "usage: FaultHarness faults [ROW ...] | soak [--minutes N] [ROW ...] | ROW FIRST COUNT")
          status = 64
          break
        }
        let outcome = try Piecework.run(row, Piece(first: first, count: count))
        Table.line(row, outcome, goal: outcome.trials, seconds: nil)
        Table.failures(row, outcome, most: .max)
        status = outcome.failures.isEmpty ? 0 : 1
      }
    } catch {
      let error = error as? StoreError
      print("The harness itself failed: \(error?.sentence ?? "\(String(describing: error))")")
      status = 70
    }
    Scratch.clear()
    exit(status)
  }

  private static func faults(_ rows: [Fault]) throws -> Bool {
    Table.head()
    var isGood = true
    for row in rows {
      let began = Date()
      var outcome = Outcome()
      for first in stride(from: 0, to: row.change, by: row.piece) {
        outcome.add(
          try Piecework.run(row, Piece(first: first, count: min(row.piece, row.change - first))))
      }
      Table.line(row, outcome, goal: row.change, seconds: -began.timeIntervalSinceNow)
      Table.failures(row, outcome, most: 8)
      if !outcome.failures.isEmpty { isGood = false }
      for (index, control) in row.controls.enumerated() {
        if try !Table.control(control, Piecework.control(row, index)) { isGood = false }
      }
    }
    print(isGood ? "No fault did harm, and every control did." : "Something is wrong: see above.")
    return isGood
  }

  private static func chosen(_ names: [String]) -> [Fault] {
    names.isEmpty ? Faults.all : Faults.all.filter { names.contains($0.id) }
  }

  private static func value(_ name: String, _ arguments: inout [String]) -> String? {
    guard let at = arguments.firstIndex(of: name), at + 1 < arguments.count else { return nil }
    defer { arguments.removeSubrange(at...at + 1) }
    return arguments[at + 1]
  }
}
