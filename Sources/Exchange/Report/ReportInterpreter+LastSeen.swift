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

extension ReportInterpreter {
  /// Takes the latest time at which a note says that somebody saw the child; it counts as inferred.
  ///
  /// - Parameters:
  ///   - source: the note.
  ///   - head: the line that says whom it is about; what is told stands below it.
  ///   - written: when it was written, by which its times are told.
  mutating func readSightings(_ source: Source, behind head: Int, written: Instant) {
    let lines = source.lines.filter { $0.line > head }.prefix(400)
    let texts = lines.map { SourceText.trimmed($0.text) }
    var latest: (instant: Instant, said: LastSeenSentence, line: Int)?
    for (place, piece) in lines.enumerated() {
      let next = place + 1 < texts.count ? " " + texts[place + 1] : ""
      let before = place > 0 ? texts[place - 1] + " " : ""
      guard
        let said = LastSeenSentence(
          in: texts[place] + next, startingWithin: texts[place].count, behind: before,
          phrases: LastSeenSentence.sightings, denials: LastSeenSentence.denials),
        let instant = said.instant(sent: written),
        instant > latest?.instant ?? Instant(seconds: .min)
      else { continue }
      latest = (instant, said, piece.line)
    }
    guard let latest else { return }
    keep(
      .lastSeenAt, .instant(latest.instant), seenAs: latest.said.text, line: latest.line,
      isInferred: true)
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

  /// The words by which a note tells that somebody saw the child.
  static let sightings =
    phrases
    + ["her", "him", "them"].flatMap { child in
      ["saw \(child) herself at ", "saw \(child) himself at ", "saw \(child) at "].map {
        ($0, false)
      }
    }

  /// What before the words makes them no sighting.
  static let denials: Set<String> = [
    "nobody", "not", "never", "no", "if", "nor", "neither", "didnt", "hasnt", "thought", "claims",
    "may", "might", "unsure", "whether",
  ]

  /// How far behind the words the time may stand, in characters: further on it is the time of another thing.
  private static let reach = 40

  /// Reads the first such sentence.
  ///
  /// - Parameters:
  ///   - text: a line with the one after it.
  ///   - limit: where in it the words must begin.
  ///   - before: the line before it, in which the sentence may have begun.
  ///   - phrases: the words that say it, and whether they say that it was the writer.
  ///   - denials: words that before them in the sentence make it no sighting.
  init?(
    in text: String, startingWithin limit: Int, behind before: String = "",
    phrases: [(String, Bool)] = LastSeenSentence.phrases, denials: Set<String> = []
  ) {
    let small = text.lowercased()
    let found = phrases.lazy.compactMap { phrase, isOwn in
      small.firstRange(of: phrase).map { (range: $0, isOwn: isOwn) }
    }
    guard let first = found.first else { return nil }
    let start = small.distance(from: small.startIndex, to: first.range.lowerBound)
    guard start < limit, start < text.count else { return nil }
    let head = (before + text.prefix(start)).sentences.last ?? ""
    guard denials.isDisjoint(with: Folding.words(head)) else { return nil }
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
