import Store

/// Writes what verifying found.
enum FindingPrinter {
  /// As it is said to a person who asked for something else: on standard error.
  static func complain(_ report: VerifyReport) {
    for finding in report.findings.prefix(10) { Printer.complain(text(finding)) }
    if report.findings.count > 10 {
      Printer.complain("... and \(report.findings.count - 10) more.")
    }
  }

  /// One line: the finding's name, what is wrong, what to do.
  static func text(_ finding: VerifyFinding) -> String {
    "\(finding.code.rawValue): \(finding.sentence) \(finding.repair)"
  }

  /// For scripts.
  static func json(_ finding: VerifyFinding) -> JSON {
    .object([
      ("code", .text(finding.code.rawValue)), ("sentence", .text(finding.sentence)),
      ("repair", .text(finding.repair)),
    ])
  }
}
