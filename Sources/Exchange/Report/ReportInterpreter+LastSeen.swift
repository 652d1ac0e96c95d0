internal import Workflow

// When a carer who writes a letter last saw the child: `I last saw her at 12.40 today`.

extension ReportInterpreter {
  /// Takes the time at which a child was last seen from a sentence that says so.
  ///
  /// A letter is no form: what is taken counts as inferred, for somebody to look at.
  ///
  /// - Parameters:
  ///   - source: the letter; what is quoted in it from an earlier one says nothing of this going.
  ///   - writer: who wrote it.
  ///   - sent: when, by which `today` and `last night` are told.
  mutating func readLastSeen(_ source: Source, writer: String?, sent: Instant) {
    let lines = source.lines.prefix(400).filter { !SourceText.trimmed($0.text).hasPrefix(">") }
    for (place, piece) in lines.enumerated() {
      let own = SourceText.trimmed(piece.text)
      // A sentence may go on in the next line, where the lines are short.
      let next = place + 1 < lines.count ? " " + SourceText.trimmed(lines[place + 1].text) : ""
      guard let said = LastSeenSentence(in: own + next, startingWithin: own.count),
        let instant = said.instant(sent: sent)
      else { continue }
      keep(
        .lastSeenAt, .instant(instant), seenAs: said.text, line: piece.line, isInferred: true)
      if said.isOwn, let writer {
        keep(.lastSeenBy, .text(writer), seenAs: said.text, line: piece.line, isInferred: true)
      }
      return
    }
  }
}

/// A sentence that says when a child was last seen.
private struct LastSeenSentence {
  /// From the words on: `last saw her at 12.40 today, Saturday, when …`.
  let text: String
  /// Whether it is the writer who saw the child.
  let isOwn: Bool
  private let moment: MomentReading

  /// The words that say it, and whether they say that it was the writer: those first.
  private static let phrases = [
    ("i last saw ", true), ("last seen by me", true), ("was last seen ", false),
    ("last saw her ", false), ("last saw him ", false), ("last saw them ", false),
  ]

  /// How far behind the words the time may stand, in characters: further on it is the time of another thing.
  private static let reach = 40

  init?(in text: String, startingWithin limit: Int) {
    let small = text.lowercased()
    let found = LastSeenSentence.phrases.lazy.compactMap { phrase, isOwn in
      small.firstRange(of: phrase).map { (range: $0, isOwn: isOwn) }
    }
    guard let first = found.first else { return nil }
    let start = small.distance(from: small.startIndex, to: first.range.lowerBound)
    guard start < limit, start < text.count else { return nil }
    let rest = String(text.dropFirst(start))
    let sentence = rest.sentences.first ?? rest
    let words = small.distance(from: first.range.lowerBound, to: first.range.upperBound)
    let behind = String(sentence.dropFirst(words))
    guard let moment = MomentReader.first(in: behind), moment.secondOfDay != nil,
      let at = behind.firstRange(of: moment.seenAs),
      behind.distance(from: behind.startIndex, to: at.lowerBound) <= LastSeenSentence.reach
    else { return nil }
    self.text = sentence
    isOwn = first.isOwn
    self.moment = moment
  }

  /// The instant that is meant, told by when the letter was sent; never later than that.
  func instant(sent: Instant) -> Instant? {
    if let instant = moment.instant { return instant <= sent ? instant : nil }
    // A date that the calendar does not have is a fault, and no day is put in its place.
    guard moment.date == nil, moment.faults.isEmpty, let second = moment.secondOfDay else {
      return nil
    }
    let today = London.local(sent).date
    let words = Set(Folding.words(text))
    let small = text.lowercased()
    var day = today
    if words.contains("yesterday") || small.contains("last night") && second >= 43_200 {
      day = today.adding(days: -1)
    } else if !words.contains("today"), !words.contains("tonight"), !small.contains("last night"),
      !small.contains("this "),
      let named = (0..<7).map({ today.adding(days: -$0) }).first(where: { day in
        words.contains("\(day.weekday)")
      })
    {
      day = named
    }
    let instant = London.instant(LocalTime(date: day, secondOfDay: second))
    if instant <= sent { return instant }
    // Just after midnight people still say today of the day before.
    return London.instant(LocalTime(date: day.adding(days: -1), secondOfDay: second))
  }
}
