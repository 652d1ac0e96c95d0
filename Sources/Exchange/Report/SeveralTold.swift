internal import Workflow

/// How many children the sentences of a letter say are missing, and whom they name with an age: `two of our girls
/// are not back: Keira (DOB …) and Ellie Vance (15)`.
///
/// A child who is counted and not named still waits for a triage: nobody closes a report on one of two.
struct SeveralTold {
  /// A child whom a sentence names with an age.
  struct Named: Equatable {
    let name: NameReader.Name
    let age: Int
    /// Where the age stands, counted from 0.
    let line: Int
    /// The words of the text that say it, from the name to the age.
    let place: Range<Int>
  }

  /// How many are told of, and the line that says so, counted from 0.
  let count: (children: Int, line: Int)?
  let words: [Word]

  struct Word {
    let text: Substring
    let line: Int
  }

  /// Reads the lines of a text.
  init(_ lines: [String]) {
    let said = lines.enumerated().filter { !$0.element.hasPrefix(">") }
    words = said.flatMap { number, line in
      line.split(separator: " ").map { Word(text: $0, line: number) }
    }
    count = SeveralTold.count(in: said.map { (line: $0.offset, text: $0.element) })
  }

  // MARK: How many

  private static func count(in lines: [(line: Int, text: String)]) -> (children: Int, line: Int)? {
    lines.indices.compactMap { place -> (children: Int, line: Int)? in
      let text = lines[place].text
      // A sentence goes on in the next line; a head's line is one of its own.
      let isHead = text.hasPrefix("Subject:")
      let next = isHead || place + 1 >= lines.count ? "" : lines[place + 1].text
      var begun = Folding.words(text).count
      let counted = sentences(text + " " + next).compactMap { sentence -> Int? in
        defer { begun -= sentence.count }
        // What is counted in the next line is that line's.
        return isHead || isAbsence(sentence) ? children(in: sentence, upTo: begun) : nil
      }
      return counted.max().map { ($0, lines[place].line) }
    }.max { $0.children < $1.children }
  }

  private static func sentences(_ text: String) -> [[String]] {
    var sentences: [[Substring]] = [[]]
    for word in text.split(separator: " ") {
      sentences[sentences.count - 1].append(word)
      // A full stop within a time, `left at 1.30`, ends nothing.
      if word.last.map({ ".;?!".contains($0) }) ?? false { sentences.append([]) }
    }
    return sentences.map { Folding.words($0.joined(separator: " ")) }
  }

  /// `two of our young people`: a number with a word for children close behind it.
  private static func children(in words: [String], upTo end: Int) -> Int? {
    words.indices.prefix(max(0, end)).compactMap { place -> Int? in
      if words[place] == "both", words.indices.contains(place + 1),
        verbs.contains(words[place + 1])
      {
        return 2
      }
      guard let number = numbers[words[place]], place == 0 || !heads.contains(words[place - 1])
      else { return nil }
      // `4 March 2012, is missing`: a figure stands close to what it counts.
      let behind = words[(place + 1)...].prefix(words[place].count == 1 ? 2 : 4)
      guard let mark = behind.firstIndex(where: { children.contains($0) }),
        behind[..<mark].allSatisfy({ !notThem.contains($0) }),
        !words[(mark + 1)...].prefix(1).contains(where: { events.contains($0) })
      else { return nil }
      return number
    }.max()
  }

  static func isAbsence(_ words: [String]) -> Bool {
    let said = " " + words.joined(separator: " ") + " "
    return absences.contains { said.contains(" \($0) ") }
  }

  private static let numbers = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6,
  ]
  private static let children: Set = [
    "girls", "boys", "children", "kids", "people", "youngsters", "teenagers", "teens", "residents",
    "siblings", "sisters", "brothers", "twins", "lads", "ours", "missing", "mispers",
  ]
  /// Behind "both": they went, both of them.
  private static let verbs: Set = ["are", "were", "have", "left", "went", "ran", "of", "failed"]
  /// Before the number: of a date, of a time, of those who are not meant.
  private static let heads: Set = [
    "other", "others", "last", "past", "has", "within", "room", "flat",
  ]
  /// Between the number and the word: it counts something else.
  private static let notThem: Set = [
    "other", "march", "may", "older", "younger", "elder", "adult", "friends", "staff", "officers",
    "hours", "days",
    "times", "minutes", "weeks", "years", "previous", "street", "road", "and", "or",
  ]
  /// Behind the word: `two missing episodes`.
  private static let events: Set = [
    "episode", "episodes", "incident", "incidents", "report", "reports", "times", "occasions",
    "days", "hours", "persons", "person",
  ]
  private static let absences = [
    "missing", "awol", "absconded", "not back", "not home", "not returned", "not come back",
    "not come home", "didnt come back", "didnt come home", "failed to return", "not return",
    "run off", "ran off", "run away", "ran away",
  ]

  // MARK: Whom by name

  /// The names that stand with an age of a child: `Ellie Vance (15)`, `Poppy Lanehart, who is 14`.
  var named: [Named] {
    words.indices.compactMap { place in
      guard let age = age(at: place) else { return nil }
      var end = place
      while end > 0, SeveralTold.between.contains(plain(end - 1)) { end -= 1 }
      // A name ends its words: `Vance, who is 14`, `Vance (15)`.
      let before = words[begin(of: end)..<end].map { String($0.text) }.joined(separator: " ")
      guard let said = NameReader.trailing(in: SourceText.trimmed(before, of: [",", "-"])),
        let name = NameReader.split(SourceText.trimmed(said, of: [","])), name.given != nil
      else { return nil }
      let start = max(0, end - said.split(separator: " ").count)
      return Named(name: name, age: age, line: words[place].line, place: start..<place + 1)
    }
  }

  /// Where the words begin among which a name before a place may stand: neither before an empty line nor in a
  /// greeting, `Hello, Ellie Vance (15)`.
  private func begin(of end: Int) -> Int {
    let reach = max(0, end - 6)..<end
    let cut = reach.last { place in
      endsGreeting(place) || place + 1 < end && words[place + 1].line > words[place].line + 1
    }
    return cut.map { $0 + 1 } ?? reach.lowerBound
  }

  /// Whether a word is the last of a greeting: `Good evening,`.
  func endsGreeting(_ place: Int) -> Bool {
    words[place].text.hasSuffix(",") && SeveralTold.greetings.contains(plain(place))
  }

  private static let greetings: Set = [
    "hello", "hi", "hey", "dear", "all", "team", "colleagues", "colleague", "morning", "afternoon",
    "evening", "everyone", "madam", "sir",
  ]

  /// The age that a word is, where what stands behind it measures nothing else.
  private func age(at place: Int) -> Int? {
    let text = String(words[place].text)
    let bare = plain(place)
    let figures = bare.prefix(while: \.isNumber)
    guard let age = Int(figures), (5..<18).contains(age),
      ["", "yrs", "yr", "yo", "y"].contains(bare.dropFirst(figures.count))
    else { return nil }
    if text.last.map({ ",.;)".contains($0) }) == true { return age }
    guard words.indices.contains(place + 1) else { return age }
    return SeveralTold.behind.contains(plain(place + 1)) ? age : nil
  }

  func plain(_ place: Int) -> String {
    SourceText.trimmed(
      words[place].text.lowercased(), of: ["(", ")", ",", ".", ";", "-", "\u{2013}"])
  }

  private static let between: Set = [
    "", "who", "is", "she", "he", "aged", "age", "she's", "he's", "she\u{2019}s", "he\u{2019}s",
    "who's", "just", "only",
  ]
  private static let behind: Set = [
    "years", "year", "yrs", "and", "who", "has", "from", "with", "both",
  ]
}
