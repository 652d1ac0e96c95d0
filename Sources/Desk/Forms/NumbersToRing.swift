import Workflow

extension ChildPage {
  /// `To ring: Dana Price: 020 7946 0000 (report of Thu 19 Nov 22:05)`: who can be rung, by what the reports of the
  /// child say and what was noted since, the newest first.
  var numbers: [String] {
    var seen: Set<String> = []
    let told = child.history.filter { !child.withdrawn.contains($0.sequence) }.reversed()
      .flatMap(\.numbers).filter { seen.insert($0.number.filter(\.isNumber)).inserted }.map(\.words)
    return told.isEmpty ? [] : ["To ring: " + told.prefix(3).joined(separator: "; ")]
  }
}

/// Whom one may ring, and where that stands.
private struct NumberToRing {
  let number: String
  let words: String
}

extension Event {
  /// The numbers that it tells of: of a report those of whoever reported and of the child, of a note all that stand in it.
  fileprivate var numbers: [NumberToRing] {
    switch kind {
    case .reported:
      let who = self[.reporter] ?? self[Field<String>.by] ?? "who reported"
      return [(who, self[.reporterPhone]), ("the child’s own", self[Field("child-phone")])]
        .compactMap { whose, phone in
          guard let phone, !phone.trimmed.isEmpty else { return nil }
          return NumberToRing(
            number: phone, words: "\(whose): \(phone) (report of \(occurred.spokenShort))")
        }
    case .noteAdded:
      return (self[.text] ?? "").telephoneNumbers.map {
        NumberToRing(number: $0, words: "\($0) (note of \(occurred.spokenShort))")
      }
    default: return []
    }
  }
}

extension String {
  /// What stands in it as long as a telephone number is and begins as one does.
  var telephoneNumbers: [String] {
    matches(of: /(?:\+|0)[0-9][0-9 ()\-]{7,15}[0-9]/).map { String($0.output) }
      .filter { (10...14).contains($0.count(where: \.isNumber)) }
  }
}
