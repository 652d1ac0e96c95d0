/// What the text of a report has words for, read or not: nobody may be told that nothing is known of what stands
/// in a report that somebody has.
package enum UnreadMention {
  /// The names of the fields of a report of which its text speaks.
  ///
  /// It only says that somebody should look: the words may be another person's.
  ///
  /// - Parameter text: the report, as people read it.
  /// - Returns: such as `medical`, by the names of `reported`.
  package static func fields(in text: String) -> Set<String> {
    let lines = text.split(whereSeparator: \.isNewline).map { Folding.words(String($0)) }
      .filter { words in
        // A label alone, and one that says that nothing is known, say nothing.
        words.count > 1 && !saysNothing(words)
      }
    return Set(
      beginnings.filter { _, beginnings in
        lines.contains { words in
          words.contains { word in beginnings.contains { word.hasPrefix($0) } }
        }
      }.map(\.0))
  }

  private static func saysNothing(_ words: [String]) -> Bool {
    let line = " " + words.joined(separator: " ") + " "
    return ["not known", "unknown", "not stated", "not given", "none", "nil", "n k", "has no"]
      .contains { line.contains(" \($0) ") }
  }

  /// How words begin that speak of it.
  private static let beginnings: [(String, [String])] = [
    (
      "medical",
      [
        "asthma", "inhaler", "medicat", "medicine", "tablets", "insulin", "diabet", "epilep",
        "seizure", "allerg", "epipen", "prescri", "sertraline", "adhd", "autis", "pregnan",
      ]
    ),
    ("child-phone", ["phone", "mobile", "handset"]),
    (
      "description",
      ["hair", "slim", "stocky", "glasses", "tattoo", "freckle"]
    ),
    (
      "clothing",
      [
        "wearing", "wore", "jacket", "coat", "hoodie", "hooded", "tracksuit", "trainers", "trouser",
        "jeans", "leggings", "jumper", "skirt", "blazer", "uniform", "dressed",
      ]
    ),
  ]
}
