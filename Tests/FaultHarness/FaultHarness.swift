import Foundation
import Store
import Synchronization

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
      let sentence = (error as? StoreError)?.sentence ?? "\(error)"
      print("The harness itself failed: \(sentence)")
      status = 70
    }
    Scratch.clear()
    exit(status)
  }

  /// Does every row with the counts of a change, as many at once as there are processors; each is
  /// printed when it is done.
  private static func faults(_ rows: [Fault]) throws -> Bool {
    Table.head()
    let state = Mutex((isGood: !rows.isEmpty, trouble: nil as (any Error)?))
    // The longest stand last in the table.
    let order = Array(rows.reversed())
    DispatchQueue.concurrentPerform(iterations: order.count) { index in
      let row = order[index]
      do {
        let began = Date()
        var outcome = Outcome()
        for first in stride(from: 0, to: row.change, by: row.piece) {
          outcome.add(
            try Piecework.run(row, Piece(first: first, count: min(row.piece, row.change - first))))
        }
        let seconds = -began.timeIntervalSinceNow
        let controls = try row.controls.indices.map { try Piecework.control(row, $0) }
        state.withLock { state in
          Table.line(row, outcome, goal: row.change, seconds: seconds)
          Table.failures(row, outcome, most: 8)
          // A row that tried nothing has shown nothing.
          if !outcome.failures.isEmpty || outcome.trials == 0 { state.isGood = false }
          for (control, outcome) in zip(row.controls, controls)
          where !Table.control(control, outcome) { state.isGood = false }
        }
      } catch {
        state.withLock { $0.trouble = error }
      }
    }
    let (isGood, trouble) = state.withLock { $0 }
    if let trouble { throw trouble }
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
