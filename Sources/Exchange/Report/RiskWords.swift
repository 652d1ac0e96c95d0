/// Risk as reports grade it, and the markers that their reasons name.
enum RiskWords {
  /// `high`, `medium`, `low` or `none-apparent`, from the first such word.
  static func grading(in value: String) -> String? {
    let text = TickBoxes.chosen(in: value)?.joined(separator: " ") ?? value
    let words = Folding.words(String(text.unicodeScalars.prefix(80)))
    for (index, word) in words.enumerated() {
      switch word {
      case "high", "medium", "low": return word
      case "no" where words.dropFirst(index + 1).first == "apparent",
        "none" where words.dropFirst(index + 1).first == "apparent":
        return "none-apparent"
      default: continue
      }
    }
    return nil
  }

  /// The desk's markers for the words of a reason, in the order of the table.
  ///
  /// A word that the same clause denies ("no gang links") does not count.
  static func markers(in value: String) -> [String] {
    let clauses: [String]
    if let chosen = TickBoxes.chosen(in: value) {
      clauses = chosen.map { Folding.fold($0) }
    } else {
      clauses = value.split(whereSeparator: { ".;,\n/".contains($0) }).map {
        Folding.fold(String($0))
      }
    }
    return table.filter { _, words in
      clauses.contains { clause in
        words.contains { SourceText.contains($0, inFolded: clause) } && !isDenied(clause)
      }
    }.map(\.0)
  }

  private static func isDenied(_ clause: String) -> Bool {
    ["no", "not", "nil", "none", "denies", "denied", "without"].contains {
      SourceText.contains($0, inFolded: clause)
    }
  }

  private static let table: [(String, [String])] = [
    ("cse", ["cse", "sexual exploitation", "child sexual exploitation"]),
    ("cce", ["cce", "county lines", "county line", "criminal exploitation", "drug running"]),
    ("gang", ["gang", "gangs", "gang member", "gang links"]),
    ("trafficking", ["trafficking", "trafficked", "modern slavery"]),
    ("radicalisation", ["radicalisation", "extremism", "prevent referral", "channel panel"]),
    ("fgm", ["fgm", "female genital mutilation"]),
    ("forced-marriage", ["forced marriage"]),
    (
      "medical",
      [
        "medication", "medical", "asthma", "diabetes", "diabetic", "epilepsy", "epileptic",
        "insulin",
        "inhaler", "allergy", "medical condition",
      ]
    ),
    (
      "learning",
      [
        "learning disability", "learning disabilities", "learning difficulty",
        "learning difficulties", "autism", "autistic", "send",
      ]
    ),
    (
      "mental-health",
      [
        "mental health", "self harm", "suicidal", "suicide", "camhs", "self harming",
      ]
    ),
    ("uasc", ["uasc", "asylum seeking", "asylum seeker"]),
    ("substance-misuse", ["substance misuse", "drug misuse", "alcohol misuse"]),
    ("youth-violence", ["youth violence", "serious violence", "knife"]),
  ]
}
