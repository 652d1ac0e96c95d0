/// What came of running cases.
package struct ScenarioReport: Sendable, Hashable {
  /// Every case, in the order in which it ran.
  package let cases: [Case]

  /// One case.
  package struct Case: Sendable, Hashable {
    /// What it is called.
    package let name: String
    /// Where it stands: `file:line`.
    package let position: String
    /// What did not hold.
    package let failures: [Failure]

    /// Whether everything held.
    package var passed: Bool { failures.isEmpty }
  }

  /// One thing that did not hold.
  package struct Failure: Sendable, Hashable {
    /// The line of the expectation or the event in its file.
    package let line: Int?
    /// What the case expects.
    package let expected: String
    /// What was derived instead.
    package let derived: String
    /// The explanation of the step, where there is one.
    package let why: String?

    /// In one line, for tables and JSON.
    package var sentence: String {
      let place = line.map { "line \($0): " } ?? ""
      return expected.isEmpty ? place + derived : "\(place)expected \(expected); derived \(derived)"
    }
  }

  /// Makes a report.
  package init(cases: [Case]) { self.cases = cases }

  /// How many cases held.
  package var passed: Int { cases.count(where: \.passed) }

  /// How many did not.
  package var failed: Int { cases.count - passed }

  /// For people: failing cases with what was expected, what was derived and why, then the count.
  package var text: String {
    var lines: [String] = []
    for result in cases where !result.passed {
      lines.append("FAILED  \(result.name)  (\(result.position))")
      for failure in result.failures {
        if let line = failure.line { lines.append("  line \(line)") }
        if !failure.expected.isEmpty { lines.append("  expected  \(failure.expected)") }
        lines.append("  derived   \(failure.derived)")
        let why = failure.why?.split(separator: "\n") ?? []
        lines += why.map { "    \(String($0))" }
      }
      lines.append("")
    }
    lines.append("\(passed) passed, \(failed) failed")
    return lines.joined(separator: "\n")
  }

  /// For programs: `{"passed": n, "failed": n, "cases": [{"name", "passed", "failures"}]}`.
  package var json: String {
    let rows = cases.map { result in
      let failures = result.failures.map { JSONText.quoted($0.sentence) }
      return "{\"name\": \(JSONText.quoted(result.name)), \"passed\": \(result.passed), "
        + "\"failures\": [\(failures.joined(separator: ", "))]}"
    }
    return "{\"passed\": \(passed), \"failed\": \(failed), "
      + "\"cases\": [\(rows.joined(separator: ", "))]}"
  }
}

/// Text as JSON takes it.
private enum JSONText {
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
