/// How an officer is reached, as it stands beside the officer's name in a report.
package enum OfficerContact {
  /// Reads it: `PS 911 Tregunna / misper@example.org` gives `misper@example.org`.
  ///
  /// - Parameter text: the officer as the report has the officer, with what stands in the same place.
  /// - Returns: the e-mail address and the telephone; nothing where neither stands there.
  package static func read(_ text: String) -> String? {
    let words = text.split(whereSeparator: { " /,;<>()".contains($0) })
    let mail = words.first { $0.contains("@") && $0.contains(".") }.map(String.init)
    let ways = [mail, Contact.phone(in: text)].compactMap { $0 }
    return ways.isEmpty ? nil : ways.joined(separator: ", ")
  }
}
