internal import Workflow

// What officers tell in their prose of going and coming back: `reported missing from Quillgate since 20:00 on
// 31/10/2026 (reported 21:25 by staff)`, `conveyed to Quillgate and handed to night staff at 02:15`. All of it
// counts as inferred, for somebody to look at.

extension ReportInterpreter {
  /// Takes from the prose since when the child is missing, when that was reported, and when the child was back.
  ///
  /// Of several children nobody can tell whom a sentence means; then nothing is taken.
  ///
  /// - Parameter source: the report.
  mutating func readTold(_ source: Source) {
    guard subjects.count == 1, kind != .carerEmail else { return }
    current = 0
    let lines = source.lines.prefix(600).filter { !SourceText.trimmed($0.text).hasPrefix(">") }
    let texts = lines.map { SourceText.trimmed($0.text) }
    for (place, piece) in lines.enumerated() {
      let before = place > 0 ? texts[place - 1] + " " : ""
      let behind = texts[(place + 1)...].prefix(2).joined(separator: " ")
      let told = Told(before: before, line: texts[place], behind: " " + behind)
      readMissingSince(told, line: piece.line)
      readReturn(told, line: piece.line)
    }
    readOthers(lines)
  }

  private func known(_ field: SubjectField) -> Instant? {
    if case .instant(let instant)? = (subjects[0][field] ?? shared[field])?.value {
      return instant
    }
    return nil
  }

  /// `reported missing from Quillgate, Eastmere, since 20:00 on 31/10/2026 (reported 21:25 by staff)`.
  private mutating func readMissingSince(_ told: Told, line: Int) {
    guard let said = told.sentence(from: ["missing from "]), !said.isDenied,
      let cut = said.text.firstRange(of: "since "),
      // `19:00 today 22/11/2026`: the day is written out.
      let moment = MomentReader.first(
        in: String(said.text[cut.upperBound...].prefix(40)).replacing(" today ", with: " ")),
      let since = moment.instant
    else { return }
    let seen = SourceText.squeezed(said.text)
    let place = SourceText.trimmed(
      String(said.text[..<cut.lowerBound].dropFirst("missing from ".count)), of: [","])
    keep(.lastSeenAt, .instant(since), seenAs: seen, line: line, isInferred: true)
    if ["home", "home address", "care"].contains(place.lowercased()) {
      let from: MissingFrom = place.lowercased() == "care" ? .care : .home
      keep(.from, .text(from.rawValue), seenAs: seen, line: line, isInferred: true)
    } else if !place.isEmpty, place.utf8.count < 80 {
      keep(.missingFromPlace, .text(place), seenAs: seen, line: line, isInferred: true)
    }
    // In brackets, or in the sentence behind: `Reported 20:15 by night staff`.
    let whole = told.line + told.behind
    guard
      let mark = whole.firstRange(of: "(reported ") ?? whole.firstRange(of: ". Reported "),
      let moment = MomentReader.first(in: String(whole[mark.upperBound...].prefix(40))),
      let reported = moment.instant ?? moment.passing(after: since)
    else { return }
    let end = String(whole[mark.lowerBound...].drop { ". ".contains($0) }).pieces(cutAt: ". ")
    keep(
      report: .reportedAt, .instant(reported), seenAs: end.first ?? "", line: line,
      isInferred: true)
  }

  /// `conveyed by officers to Quillgate and handed to night staff at 02:15`.
  private mutating func readReturn(_ told: Told, line: Int) {
    guard known(.returnedAt) == nil, let after = known(.foundAt) ?? known(.lastSeenAt),
      let said = told.sentence(from: Told.returning), !said.isDenied, said.isOfChild(names),
      let moment = MomentReader.first(in: said.text),
      let back = moment.instant ?? (moment.date == nil ? moment.passing(after: after) : nil),
      back >= after
    else { return }
    let seen = SourceText.squeezed(said.text)
    keep(.returnedAt, .instant(back), seenAs: seen, line: line, isInferred: true)
    if let place = said.place(before: moment) {
      keep(.returnedTo, .text(place), seenAs: seen, line: line, isInferred: true)
    }
  }

  /// The words of the child's name.
  private var names: Set<String> {
    let held = [SubjectField.familyName, .givenNames].compactMap { subjects[0][$0]?.value.text }
    return Set(held.flatMap { Folding.words($0) })
  }

  /// `2) Jayden CLARKE, DOB 05/05/2009`: who is named with a birthday and is not whom it reports.
  private mutating func readOthers(_ lines: [ReportLayout.Piece]) {
    let prose = Set(layout.circumstances.map(\.line))
    for piece in lines where prose.contains(piece.line) && others.count < 8 {
      let text = SourceText.trimmed(piece.text)
      guard
        let mark = [", DOB ", ", dob ", ", born "].lazy.compactMap({ text.firstRange(of: $0) })
          .first,
        let date = MomentReader.first(in: String(text[mark.upperBound...].prefix(30)))?.date
      else { continue }
      // `The subject's mother (Fowzia HASSAN, DOB …`: only the name counts, or nobody is named.
      guard let said = NameReader.trailing(in: String(text[..<mark.lowerBound])),
        let name = NameReader.split(said), let given = name.given,
        !Set(Folding.words(name.family + " " + given)).isSubset(of: names)
      else { continue }
      func found(_ value: FieldValue) -> Finding {
        Finding(value: value, seenAs: text, line: piece.line, isInferred: true)
      }
      others.append(
        SubjectDraft(fields: [
          .familyName: found(.text(name.family)), .givenNames: found(.text(given)),
          .born: found(.date(date)),
        ]))
    }
  }
}

extension MomentReading {
  /// The first passing of a time of day at or after a moment, within a day; nothing where a day stands with it.
  ///
  /// - Parameter start: the moment.
  /// - Returns: the instant.
  func passing(after start: Instant) -> Instant? {
    guard date == nil, let secondOfDay else { return nil }
    let day = London.local(start).date
    let candidates = [day, day.adding(days: 1)].flatMap { day in
      let local = LocalTime(date: day, secondOfDay: secondOfDay)
      let first = MomentReading(date: day, secondOfDay: secondOfDay, offset: offset, seenAs: "")
        .instant
      // The later passing of an hour that comes twice is the same reading.
      return [first, first?.adding(hours: 1)].compactMap { $0 }.filter {
        offset != nil || London.local($0) == local
      }
    }
    return candidates.first { $0 >= start }
  }
}

/// A line of prose with what stands around it: a sentence does not end where the line does.
private struct Told {
  let before: String
  let line: String
  let behind: String

  /// What says that a child is back, where a time stands with it.
  static let returning = [
    "conveyed ", "handed to ", "handed over to ", "returned home", "returned to ", "brought home",
    "taken home", "back home at ", "back home since ", "back at ", "came home", "came back",
    "arrived home",
  ]

  /// A sentence from certain words on.
  struct Sentence {
    /// What stands before them in the sentence.
    let head: String
    /// The words and what follows.
    let text: String

    private static let others: Set<String> = [
      "mother", "father", "mum", "dad", "brother", "sister", "aunt", "uncle", "friend", "if",
      "until", "before", "when", "after",
    ]
    private static let denials: Set<String> = [
      "not", "never", "will", "would", "should", "hopes", "expected", "due", "yet", "hasnt", "nt",
      "if", "unless", "be",
    ]
    private static let ofChild: Set<String> = ["he", "she", "they", "was", "were", "been"]

    /// Whether it says that it was not so, or that it is still to be.
    var isDenied: Bool { !Sentence.denials.isDisjoint(with: Folding.words(head)) }

    /// Whether it is about the child, not about whoever else came back.
    func isOfChild(_ names: Set<String>) -> Bool {
      let words = Set(Folding.words(head))
      guard words.isDisjoint(with: Sentence.others) else { return false }
      return head.isEmpty || !words.isDisjoint(with: Sentence.ofChild.union(names))
    }

    /// Where the child was brought: what stands behind `to` or `at`, without when.
    func place(before moment: MomentReading) -> String? {
      let end = text.firstRange(of: moment.seenAs)?.lowerBound ?? text.endIndex
      let said = text[..<end]
      guard let mark = said.firstRange(of: " to ") ?? said.firstRange(of: " at ") else {
        return nil
      }
      var place = String(said[mark.upperBound...])
      for stop in [" and ", " at ", " since ", " on ", ","] {
        if let range = (place + " ").firstRange(of: stop) {
          place = String((place + " ")[..<range.lowerBound])
        }
      }
      place = SourceText.trimmed(place)
      let isPlace = !place.isEmpty && place.utf8.count < 60 && MomentReader.first(in: place) == nil
      return isPlace ? place : nil
    }
  }

  /// The sentence in which some words stand in this line, the first of them.
  func sentence(from words: [String]) -> Sentence? {
    let small = line.lowercased()
    guard small.count == line.count,
      let start = words.compactMap({ small.firstRange(of: $0)?.lowerBound }).min()
    else { return nil }
    let place = small.distance(from: small.startIndex, to: start)
    let head = (before + line.prefix(place)).sentencePieces.last ?? ""
    let text = (String(line.dropFirst(place)) + behind).sentencePieces.first ?? ""
    return Sentence(head: head, text: SourceText.trimmed(text, of: ["."]))
  }
}

extension String {
  /// The text cut after every full stop, the last piece whole.
  fileprivate var sentencePieces: [String] { pieces(cutAt: ". ") }
}
