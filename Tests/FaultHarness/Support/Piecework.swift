import Foundation
import TestSupport

/// Runs each piece in a process of its own: where the store itself crashes on what a fault has left,
/// that is a failure to be counted, not the end of the harness.
enum Piecework {
  private struct Answer: Codable {
    var outcome: Outcome?
    var trouble: String?
  }

  /// Runs some of a row's trials.
  static func run(_ row: Fault, _ piece: Piece) throws -> Outcome {
    try ask(["piece", row.id, "\(piece.first)", "\(piece.count)"])
  }

  /// Runs one of a row's controls.
  static func control(_ row: Fault, _ index: Int) throws -> Outcome {
    try ask(["piece", row.id, "\(index)"])
  }

  /// The other side: does what is asked for and answers on standard output.
  static func answer(_ arguments: [String]) throws {
    let numbers = arguments.dropFirst().compactMap(Int.init)
    guard let row = Faults.all.first(where: { $0.id == arguments.first }), !numbers.isEmpty else {
      throw Trouble("piece ROW FIRST COUNT, or piece ROW CONTROL")
    }
    var answer = Answer()
    do {
      answer.outcome =
        numbers.count == 2
        ? try row.run(Piece(first: numbers[0], count: numbers[1]))
        : try row.controls[numbers[0]].run()
    } catch {
      answer.trouble = "\(error)"
    }
    print(String(decoding: try JSONEncoder().encode(answer), as: UTF8.self))
  }

  private static func ask(_ arguments: [String]) throws -> Outcome {
    let child = try Child(
      "FaultHarness", arguments: arguments, environment: ["SWIFT_BACKTRACE": "enable=no"])
    let line = child.lines().last
    let status = child.wait()
    let answer = line.flatMap { try? JSONDecoder().decode(Answer.self, from: Data($0.utf8)) }
    if let outcome = answer?.outcome { return outcome }
    if let trouble = answer?.trouble { throw Trouble(trouble) }
    let what = arguments.dropFirst().joined(separator: " ")
    return Outcome(trials: 1, failures: ["the store crashed, \(status), in \(what)"])
  }
}
