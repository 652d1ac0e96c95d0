import Grid
import Workflow

// What is said below the lines of a form: a line has room for little of it, a key shows it whole.

extension FormEntry {
  /// What is wrong, what looks odd, what comes of it, what another worker recorded.
  var remarks: [(String, StyleRole)] {
    var remarks: [(String, StyleRole)] = []
    if let error { remarks.append(("✗ \(error)", .error)) }
    if let warning { remarks.append(("! \(warning)", .warning)) }
    if let advice { remarks.append(("! \(advice)", .warning)) }
    if let comes { remarks.append(("→ \(comes)", .information)) }
    if let theirs { remarks.append(("⇄ \(theirs)", .today)) }
    return remarks
  }
}

extension FormScreen {
  /// What is said below the lines, whole, under the name of each; of what comes of it a row for each action.
  var remarks: [String] {
    entries.flatMap { entry -> [String] in
      let said = entry.remarks.flatMap { $0.0.split(separator: "; ").map { "  " + $0 } }
      return said.isEmpty ? [] : [entry.field.label] + said + [""]
    }
  }
}
