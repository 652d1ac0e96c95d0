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
    "not", "never", "nobody", "no", "neither", "nor", "none", "until", "unless", "if", "when",
    "whenever", "once", "hope",
    "hopes", "hoping", "hoped", "should", "would", "will", "nt", "hasnt", "hasn", "havent", "haven",
    "wasnt", "wasn", "isnt", "isn", "previously", "previous", "usually", "often", "always", "last",
    "yet", "whether",
  ]
}

extension ReportDraft {
  /// Whether it tells that the child was found or is back, with a time or without: a notice of that, or a text
  /// that says so; a report that a child is missing does not, whatever it says of earlier times.
  package var tellsOfEnd: Bool { kind.tellsOfEnd(in: text) }
}

extension ReportReader {
  /// The same of a report as it was kept, without reading it whole: for rows.
  ///
  /// - Parameters:
  ///   - text: the report, whole.
  ///   - kind: what kind of report it is.
  /// - Returns: whether it tells of an end.
  package static func tellsOfEnd(_ text: String, of kind: ReportKind) -> Bool {
    guard kind.mayTellOfEnd else { return false }
    let said = said(in: text)
    // As the draft has it: what a carer quotes is left out there.
    return kind.tellsOfEnd(in: kind == .carerEmail ? MailText.ended(said) : said)
  }
}

extension ReportReader {
  /// Whether a report is a notice of an end, by its kind, its heading or its status: no officer who empties the
  /// lines that ask since when can have thought that it speaks of an earlier time.
  ///
  /// - Parameters:
  ///   - text: the report, whole.
  ///   - kind: what kind of report it is.
  /// - Returns: whether it is one.
  package static func isNoticeOfEnd(_ text: String, of kind: ReportKind) -> Bool {
    kind == .compactFound
      || kind.mayTellOfEnd
        && said(in: text).split(whereSeparator: \.isNewline).prefix(60).contains { line in
          let words = Folding.words(String(line.unicodeScalars.prefix(120)))
          let said = words.joined(separator: " ")
          return ["found notice", "finalisation notice"].contains { said.hasPrefix($0) }
            || words.firstIndex(of: "status").map { place in
              let status = words[(place + 1)...]
              return ["closed", "finalised"].contains(status.first)
                && !Set(status).isDisjoint(with: ["returned", "located", "found"])
            } ?? false
        }
  }
}

extension ReportKind {
  /// Whether a report of this kind may tell that a child was found or is back.
  fileprivate var mayTellOfEnd: Bool {
    [.compactFound, .unknown, .policeEmail, .carerEmail, .dutyNote].contains(self)
  }

  fileprivate func tellsOfEnd(in text: String) -> Bool {
    mayTellOfEnd && (self == .compactFound || EndWords.tell(text))
  }
}
