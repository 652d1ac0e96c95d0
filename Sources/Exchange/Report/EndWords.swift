internal import Workflow

/// The words by which a text says that a child was found or is back.
enum EndWords {
  /// Whether a sentence of a text says so, and not that it was not so, or is still to be.
  ///
  /// A finding of an earlier time is not told apart from this one: who triages is asked, and knows.
  ///
  /// - Parameter text: the text, as people read it.
  /// - Returns: whether it says so in any sentence that is not a quotation.
  static func tell(_ text: String) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline).prefix(400)
      .filter { !SourceText.trimmed(String($0)).hasPrefix(">") }
    return lines.joined(separator: " ").pieces(cutAt: ". ").contains { sentence in
      let words = Folding.words(String(sentence.unicodeScalars.prefix(600)))
      let said = " " + words.joined(separator: " ") + " "
      return phrases.contains { phrase in
        said.ranges(of: " \(phrase) ").contains { range in
          denials.isDisjoint(with: said[..<range.lowerBound].split(separator: " ").map(String.init))
        }
      }
    }
  }

  private static let phrases = [
    "found safe", "located safe", "safe and well", "safe well", "been found", "been located",
    "been traced", "was found", "was located", "was traced", "found by", "located by",
    "has returned", "have returned", "has come back", "has come home", "is back", "are back",
    "came back", "came home", "returned home", "returned safe", "returned to placement",
    "returned to the placement", "child found", "no longer missing", "finalised located",
  ]
  private static let denials: Set<String> = [
    "not", "never", "nobody", "no", "until", "unless", "if", "when", "whenever", "once", "hope",
    "hopes", "hoping", "hoped", "should", "would", "will", "nt", "hasnt", "hasn", "havent", "haven",
    "wasnt", "wasn", "isnt", "isn", "previously", "previous", "usually", "often", "always", "last",
    "yet", "whether",
  ]
}

extension ReportDraft {
  /// Whether it tells that the child was found or is back, with a time or without: a notice of that, or a text
  /// that says so; a report that a child is missing does not, whatever it says of earlier times.
  package var tellsOfEnd: Bool {
    switch kind {
    case .compactFound: true
    case .unknown, .policeEmail, .carerEmail, .dutyNote: EndWords.tell(text)
    default: false
    }
  }
}
