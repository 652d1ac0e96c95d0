internal import Workflow

// Where a child is, as somebody writes who knows it: `she is at her friend's, 27 Thistlepin Road`; and the
// birthday that stands only in what a letter quotes.

extension ReportInterpreter {
  /// Takes where the child is from a sentence that says so.
  ///
  /// A letter is no form: what is taken counts as inferred, for somebody to look at. Without an address or
  /// words that the place is known nothing is taken: `she is at risk` names no place.
  ///
  /// - Parameter source: the letter.
  mutating func readWhereabouts(_ source: Source) {
    let lines = source.lines.prefix(400).filter { !SourceText.trimmed($0.text).hasPrefix(">") }
    let isKnown = lines.contains { WhereaboutsSentence.saysKnown($0.text) }
    for (place, piece) in lines.enumerated() {
      let own = SourceText.trimmed(piece.text)
      // A sentence may go on in the next line, where the lines are short.
      let next = place + 1 < lines.count ? " " + SourceText.trimmed(lines[place + 1].text) : ""
      guard let said = WhereaboutsSentence(in: own + next, startingWithin: own.count) else {
        continue
      }
      guard let value = said.address ?? (isKnown ? said.place : nil) else { continue }
      keep(.whereabouts, .text(value), seenAs: said.text, line: piece.line, isInferred: true)
      return
    }
  }

  /// Takes the birthday from what a letter quotes of an earlier one, where it is about the same child.
  ///
  /// - Parameters:
  ///   - quoted: what is quoted.
  ///   - line: the number that the line will have which says it, once it stands below what was written.
  /// - Returns: that line with the mark of a quotation, or nothing where none was taken.
  mutating func readBorn(quoted: String, line: Int) -> String? {
    guard subjects.count == 1, subjects[0][.born] == nil,
      let given = subjects[0][.givenNames]?.value.text,
      let first = Folding.words(given).first, Folding.words(quoted).contains(first)
    else { return nil }
    let small = quoted.lowercased()
    let marks = ["date of birth", "dob", "d.o.b", "born on"].flatMap { small.ranges(of: $0) }
    // Of two birthdays one is another child's.
    guard marks.count == 1, let mark = marks.first else { return nil }
    let start = small.distance(from: small.startIndex, to: mark.lowerBound)
    let behind = String(quoted.dropFirst(start).prefix(60))
    guard let moment = MomentReader.first(in: behind), let date = moment.date,
      moment.faults.isEmpty
    else { return nil }
    current = 0
    let said = "> " + SourceText.squeezed(behind.lineWith(moment.seenAs))
    keep(.born, .date(date), seenAs: said, line: line, isInferred: true)
    return said
  }
}

extension String {
  /// What stands up to a text, and the text.
  fileprivate func lineWith(_ end: String) -> String {
    guard let range = firstRange(of: end) else { return self }
    return String(self[..<range.upperBound])
  }
}

/// A sentence that says where a child is.
private struct WhereaboutsSentence {
  /// From the words on: `she is at her boyfriend's, 27 Thistlepin Road`.
  let text: String
  /// What stands behind the words: `her boyfriend's, 27 Thistlepin Road`.
  let place: String

  private static let phrases: [String] = ["she", "he", "they"].flatMap { who in
    let verb =
      who == "they"
      ? ["they are", "they're", "they\u{2019}re"] : [who + " is", who + "'s", who + "\u{2019}s"]
    return verb.flatMap {
      [
        $0 + " at ", $0 + " staying at ", $0 + " staying with ", $0 + " still at ", $0 + " now at ",
        $0 + " currently at ",
      ]
    }
  }

  /// What comes behind `at` and is no place where somebody could be met.
  private static let noPlace: Set<String> = [
    "risk", "present", "least", "all", "times", "fault", "it", "that",
  ]

  /// What is counted and is no house.
  private static let counted: Set<String> = [
    "year", "years", "old", "day", "days", "week", "weeks", "hour", "hours", "minutes", "miles",
    "times", "am", "pm",
  ]

  /// Whether somebody writes that it is known where the child is.
  static func saysKnown(_ text: String) -> Bool {
    let words = Folding.fold(text)
    return ["know where she is", "know where he is", "know where they are"].contains {
      words.contains($0)
    }
      && !["dont know where", "do not know where", "not know where"].contains { words.contains($0) }
  }

  init?(in text: String, startingWithin limit: Int) {
    let small = text.lowercased()
    let found = WhereaboutsSentence.phrases.flatMap { phrase in
      small.ranges(of: phrase).map {
        (range: $0, start: small.distance(from: small.startIndex, to: $0.lowerBound))
      }
    }.filter { hit in
      // `where he is at`, `if she is at`: nobody says that it is so. `cashes at` is no `she's at`.
      let before = small[..<hit.range.lowerBound]
      guard before.last.map({ !$0.isLetter }) ?? true else { return false }
      let last = before.split(whereSeparator: { !$0.isLetter }).last.map(String.init) ?? ""
      return !["if", "whether", "unless", "when", "until", "think"].contains(last)
    }
    guard let first = found.min(by: { $0.start < $1.start }), first.start < limit else {
      return nil
    }
    let rest = String(text.dropFirst(first.start))
    let sentence = SourceText.trimmed((rest.sentences.first ?? rest), of: [".", "!"])
    let words = small.distance(from: first.range.lowerBound, to: first.range.upperBound)
    let behind = SourceText.trimmed(String(sentence.dropFirst(words)))
    guard let head = Folding.words(behind).first, !WhereaboutsSentence.noPlace.contains(head) else {
      return nil
    }
    self.text = sentence
    place = behind
  }

  /// The address in it, from its number on: `27 Thistlepin Road, Northbrook`.
  var address: String? {
    let parts = place.split(separator: ",").map { SourceText.trimmed(String($0)) }
    guard
      let start = parts.firstIndex(where: { part in
        let words = part.split(separator: " ")
        let isFlat = words.first.map { $0.lowercased() == "flat" } ?? false
        let isNumbered = words.first.map { $0.first?.isNumber == true && $0.count <= 5 } ?? false
        guard words.count > 1, isFlat || isNumbered && words[1].first?.isLetter == true else {
          return false
        }
        // `16 years old` and `9 pm` are no house numbers.
        let isOther = !WhereaboutsSentence.counted.isDisjoint(with: Folding.words(part))
        return !isOther && MomentReader.first(in: part) == nil
      })
    else { return nil }
    return parts[start...].joined(separator: ", ")
  }
}
