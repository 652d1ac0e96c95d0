import Foundation

/// The table of figures, printed line by line as they come.
enum Table {
  static func head() {
    show("row", "fault", "trials", "failed", "seconds")
  }

  /// A row's line, and what was counted on the way.
  static func line(_ row: Fault, _ outcome: Outcome, goal: Int, seconds: Double?) {
    show(
      row.id, row.title, "\(outcome.trials) \(row.unit)", "\(outcome.failures.count)",
      seconds.map { String(format: "%.0f", $0) } ?? "")
    let counts = outcome.counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    let peaks = (outcome.peaks ?? [:]).sorted { $0.key < $1.key }
      .map { "at most \($0.value) \($0.key)" }
    if !(counts + peaks).isEmpty {
      print("      " + (counts + peaks).joined(separator: ", "))
    }
  }

  /// What went wrong, as far as there is room.
  static func failures(_ row: Fault, _ outcome: Outcome, most: Int) {
    for failure in outcome.failures.prefix(most) { print("      ✘ \(failure)") }
    let rest = outcome.failures.count - min(most, outcome.failures.count)
    if rest > 0 { print("      ✘ and \(rest) more") }
  }

  /// A control's line: it is good where it fails.
  ///
  /// - Returns: whether it failed.
  static func control(_ control: Control, _ outcome: Outcome) -> Bool {
    let isGood = !outcome.failures.isEmpty
    show(
      "", "control: " + control.title, "\(outcome.trials)", "\(outcome.failures.count)",
      isGood ? "as it must" : "MUST FAIL")
    return isGood
  }

  private static func show(
    _ id: String, _ title: String, _ trials: String, _ failed: String, _ seconds: String
  ) {
    func pad(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    print(pad(id, 5) + pad(title, 72) + pad(trials, 18) + pad(failed, 8) + seconds)
    fflush(nil)
  }
}
