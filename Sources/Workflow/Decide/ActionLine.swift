/// Reads a line of a meeting's actions: what is to be done, by whom and by when.
struct ActionLine {
  /// The moment at which it was typed.
  let now: Instant
  /// When the meeting was: a time of day alone means the next such time after it.
  let held: Instant

  /// The lines of a text, or what stands between semicolons, without their dashes and numbers.
  static func all(in text: String) -> [String] {
    text.split { $0.isNewline || $0 == ";" }.map { bare(String($0)) }.filter { !$0.isEmpty }
  }

  /// Without its dash, or its number: `1. ring her friend`.
  private static func bare(_ line: String) -> String {
    let line = String(line.drop { !$0.isLetter && !$0.isNumber }).trimmed
    let rest = line.drop(while: \.isNumber)
    guard rest.count < line.count, let mark = rest.first, ".)".contains(mark),
      rest.dropFirst().first == " "
    else { return line }
    return String(rest.dropFirst()).trimmed
  }

  /// What a line asks for by a time; nothing where it says none.
  func action(in line: String) -> AgreedAction? {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    // The longest end that says when: "Tue 24 Nov 17:00" rather than "17:00".
    for place in words.indices.dropFirst() {
      guard let due = end(words[place...], after: words[place - 1]) else { continue }
      let before = words[..<place].joined(separator: " ")
      let (who, what) = Self.split(before)
      guard what.contains(where: \.isLetter) else { return nil }
      // A day before the time that was not read with it means another time than what was read.
      if words[..<place].suffix(2).contains(where: names) { return nil }
      return AgreedAction(what: what, who: who, due: due)
    }
    return actionBehindItsTime(line)
  }

  /// Whether a line says when and nothing else.
  func isTimeAlone(_ line: String) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard !words.isEmpty else { return false }
    return SpokenInstant.read(line, now: now, isAhead: true, isLenient: true) != nil
      || end(words[...], after: ":") != nil
  }

  /// `27/11 at 2pm: SW rings Jo`: the time stands first, before a colon.
  private func actionBehindItsTime(_ line: String) -> AgreedAction? {
    guard let mark = line.firstRange(of: ": ") else { return nil }
    guard let due = moment(String(line[..<mark.lowerBound]).trimmed) else { return nil }
    let (who, what) = Self.split(String(line[mark.upperBound...]))
    return what.contains(where: \.isLetter) ? AgreedAction(what: what, who: who, due: due) : nil
  }

  /// The time that the end of a line says; nothing where what stands before does not part it from the rest.
  private func end(_ words: ArraySlice<String>, after before: String) -> Instant? {
    var rest = Array(words)
    let isBracketed = rest[0].hasPrefix("(")
    if isBracketed { rest[0].removeFirst() }
    let isParted = isBracketed || before.last.map { ",-–—:".contains($0) } ?? false
    let leads = ["by", "before", "until", "till", "at", "on", "-", "–", "—"]
    let isLed = leads.contains(rest[0].lowercased())
    let isBefore = rest[0].lowercased() == "before"
    while let first = rest.first, leads.contains(first.lowercased()) { rest.removeFirst() }
    guard let first = rest.first?.lowercased() else { return nil }
    let said = rest.joined(separator: " ").trimmed { ".)".contains($0) }
    // `Wed 9am`, `a week today`, `27/11 at 2pm`: a day with its time, or of several words, needs no word before
    // it; nor does `in an hour`, or a clock that nobody takes for a number.
    let isDay =
      rest.count > 1
      && (1...min(5, rest.count)).contains { names(day: rest.prefix($0).joined(separator: " ")) }
    let isPlain =
      ["today", "tonight", "tomorrow"].contains(first) || first == "in" && rest.count > 1
      || SpokenClock.isPlain(said.lowercased())
    guard isDay || isParted || isLed || isPlain else { return nil }
    if isBefore, let end = endOfDay(said) {
      // Before a day is over with the day before it, where that is still to come.
      let earlier = London.adding(days: -1, to: end)
      return earlier > now ? earlier : end
    }
    return moment(said) ?? (isLed ? hour(said) : nil)
  }

  /// The moment that words say: a day alone is over when its work is.
  private func moment(_ said: String) -> Instant? {
    if let end = endOfDay(said) { return end }
    // Whoever writes the minutes the morning after means the nine o'clock that came after the meeting.
    let isClock = SpokenClock.isPlain(said.lowercased())
    return SpokenInstant.read(
      said, now: isClock ? min(held, now) : now, isAhead: true, isLenient: true)
  }

  /// Whether words are a day: `Wednesday`, `27/11`, `a week on Tuesday`.
  private func names(day words: String) -> Bool {
    let bare = words.lowercased().trimmed { !$0.isLetter && !$0.isNumber }
    guard bare.count > 2, bare.first?.isNumber == false || bare.contains("/") || bare.contains(" ")
    else { return false }
    var rest = SpokenInstant.words(of: bare)
    return SpokenDay.take(from: &rest, today: London.local(now).date, isAhead: true) != nil
      && rest.isEmpty
  }

  /// An hour without its minutes, behind a word such as `by`: `by 9`.
  private func hour(_ said: String) -> Instant? {
    guard let hour = Int(said), (1...12).contains(hour) else { return nil }
    return SpokenInstant.read("\(hour).00", now: min(held, now), isAhead: true, isLenient: true)
  }

  /// The hour at which a night's work ends and the day's begins.
  private static let nightIsOver = 8

  /// When a day is over that is said alone: `tue`, `tomorrow morning`, `tonight`, `in a fortnight`.
  private func endOfDay(_ said: String) -> Instant? {
    let today = London.local(now).date
    var words = SpokenInstant.words(of: said)
    guard let day = SpokenDay.take(from: &words, today: today, isAhead: true), words.isEmpty else {
      return nil
    }
    // Whoever says so after midnight means the night that it is, not the next.
    if said.lowercased() == "tonight", London.local(now).hour < Self.nightIsOver - 2 {
      return London.instant(LocalTime(date: today, secondOfDay: Self.nightIsOver * 3_600))
    }
    let isLate =
      ["night", "evening"].contains { said.lowercased().hasSuffix($0) }
      && !said.lowercased().hasSuffix("fortnight")
    let hour = if day.half == .morning { 12 } else { isLate ? 24 : 17 }
    let end = London.instant(LocalTime(date: day.date, secondOfDay: min(hour * 3600, 86_340)))
    guard end <= now, day.date == today else { return end }
    return London.instant(LocalTime(date: day.date, secondOfDay: 86_340))
  }

  /// Who stands before a colon, and what comes behind it.
  private static func split(_ text: String) -> (who: String?, what: String) {
    let bare = text.trimmed { ",-–—( ".contains($0) }
    guard let colon = bare.firstIndex(of: ":") else { return (nil, bare) }
    let who = String(bare[..<colon]).trimmed
    let what = String(bare[bare.index(after: colon)...]).trimmed
    // Each of several is as short as one alone: a name, a role.
    let doers = Doers.apart(who)
    guard !what.isEmpty, !who.isEmpty, !who.contains(where: \.isNumber),
      doers.allSatisfy({ $0.split(separator: " ").count <= (doers.count > 1 ? 3 : 4) })
        || who.split(separator: " ").count <= 4
    else { return (nil, bare) }
    return (who, what)
  }
}

extension String {
  /// Without what a test holds for at both ends.
  fileprivate func trimmed(_ isLoose: (Character) -> Bool) -> String {
    var rest = self[...]
    while let last = rest.last, isLoose(last) || last.isWhitespace { rest.removeLast() }
    while let first = rest.first, isLoose(first) || first.isWhitespace { rest.removeFirst() }
    return String(rest)
  }
}
