/// Something that a meeting agreed on: what is to be done, by whom, and by when.
package struct AgreedAction: Hashable, Sendable {
  /// What is to be done: `phone data`.
  package let what: String
  /// Who does it, as it was written; often somebody who has no tray here, such as the police.
  package let who: String?
  /// By when.
  package let due: Instant

  /// Reads what stands in a meeting's actions: one to a line or between semicolons, such as
  /// `Police: phone data, tonight` or `visit the aunt by Tue 10am`.
  ///
  /// A day alone means the end of its working hours, 17:00, or noon where its morning is said; `tonight`, an
  /// evening, or today after five the end of the day, but eight in the morning of a night that has begun.
  ///
  /// - Parameters:
  ///   - text: the actions as they were typed.
  ///   - now: the moment at which they were.
  /// - Returns: those that have a time, and how many have none.
  package static func read(_ text: String, now: Instant) -> (dated: [AgreedAction], undated: Int) {
    let filled = text.split { $0.isNewline || $0 == ";" }.map { bare(String($0)) }.filter {
      !$0.isEmpty
    }
    let dated = filled.compactMap { action(in: $0, now: now) }
    return (dated, filled.count - dated.count)
  }

  /// Reads the actions that stand among a meeting's decisions: only lines that say who, as the rest is a
  /// text.
  ///
  /// - Parameters:
  ///   - text: the decisions as they were typed.
  ///   - now: the moment at which they were.
  /// - Returns: those that have a time.
  package static func read(decisions text: String, now: Instant) -> [AgreedAction] {
    read(text, now: now).dated.filter { $0.who != nil }
  }

  /// The next meeting, where no rule asks for one that could be planned: somebody has to hold it all the same.
  ///
  /// - Parameter held: the meeting that agreed on it, as it is to be recorded.
  /// - Returns: the action; nothing where no next meeting was agreed on.
  package static func nextMeeting(after held: Command.Entry) -> Command.Entry? {
    guard held.kind == .meetingHeld, let next = held.body[.next], next > held.occurred else {
      return nil
    }
    var body = Body(["action": .text(nextMeeting)])
    body[.due] = next
    return Command.Entry(.actionAgreed, at: held.occurred, body)
  }

  /// What the next meeting is called as an action.
  package static let nextMeeting = "next meeting"

  /// Somebody has to ask since when a child is found or back of whom a report says so without a time: the
  /// seventy-two hours of the interview may run already, and the desk cannot know.
  ///
  /// - Parameter now: the moment of the triage.
  /// - Returns: the action, within the hour.
  package static func askingWhenFound(now: Instant) -> Command.Entry {
    var body = Body(["action": .text(whenFound)])
    body[.due] = now.adding(hours: 1)
    return Command.Entry(.actionAgreed, at: now, body)
  }

  /// What asking for the time of a finding or a return is called as an action; recording either does it.
  package static let whenFound = "ask since when found, or back"

  /// Those of a meeting that was held, each to be recorded with it.
  ///
  /// - Parameters:
  ///   - held: the meeting, as it is to be recorded.
  ///   - doers: who may be named: who does it has it in the tray of that role.
  ///   - now: the moment.
  /// - Returns: the actions with a time; none of any other event.
  package static func entries(
    after held: Command.Entry, by doers: Doers, now: Instant
  ) -> [Command.Entry] {
    guard held.kind == .meetingHeld else { return [] }
    return agreed(in: held.body, now: now).map { $0.entry(at: held.occurred, by: doers) }
  }

  /// Those that a correction writes into a meeting which had not agreed on them before, each to be recorded with
  /// the correction.
  ///
  /// - Parameters:
  ///   - held: the meeting as it stands.
  ///   - body: what it says once it is corrected.
  ///   - doers: who may be named.
  ///   - now: the moment.
  /// - Returns: the actions with a time; none of any other event.
  package static func entries(
    addedTo held: Event, saying body: Body, by doers: Doers, now: Instant
  ) -> [Command.Entry] {
    guard held.kind == .meetingHeld else { return [] }
    return added(by: agreed(in: body, now: now), to: agreed(in: held.body, now: now))
      .map { $0.entry(at: held.occurred, by: doers) }
  }

  /// What a meeting agrees on with a time, be it in its actions or among its decisions.
  ///
  /// - Parameters:
  ///   - body: what it says.
  ///   - now: the moment.
  /// - Returns: each action once.
  package static func agreed(in body: Body, now: Instant) -> [AgreedAction] {
    let actions = read(body[.actions] ?? "", now: now).dated
    let decided = read(decisions: body[.decision] ?? "", now: now)
    return actions + decided.filter { !actions.contains($0) }
  }

  /// What is new among actions: another time, or another line of the minutes, makes none of them another.
  ///
  /// - Parameters:
  ///   - actions: as they are now.
  ///   - before: as they were.
  /// - Returns: those that nobody agreed on before.
  package static func added(
    by actions: [AgreedAction], to before: [AgreedAction]
  ) -> [AgreedAction] {
    actions.filter { new in !before.contains { ($0.what, $0.who) == (new.what, new.who) } }
  }

  /// The action as it is recorded: in the tray of whoever does it.
  private func entry(at agreed: Instant, by doers: Doers) -> Command.Entry {
    var body = Body(["action": .text(what)])
    body[.who] = doers.name(in: self)
    body[.due] = due
    body[.tray] = doers.tray(of: self)?.rawValue
    return Command.Entry(.actionAgreed, at: agreed, body)
  }

  /// A line that says when and nothing else, such as `tomorrow 10am`: nobody is to do anything by it.
  ///
  /// - Parameters:
  ///   - text: the actions as they were typed.
  ///   - now: the moment at which they were.
  /// - Returns: the first such line; nothing where there is none.
  package static func timeAlone(in text: String, now: Instant) -> String? {
    text.split { $0.isNewline || $0 == ";" }.map { bare(String($0)) }.first { line in
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard !words.isEmpty else { return false }
      return SpokenInstant.read(line, now: now, isAhead: true) != nil
        || end(words[...], after: ":", now: now) != nil
    }
  }

  /// A line without its dash, or its number: `1. ring her friend`.
  private static func bare(_ line: String) -> String {
    let line = String(line.drop { !$0.isLetter && !$0.isNumber }).trimmed
    let rest = line.drop(while: \.isNumber)
    guard rest.count < line.count, let mark = rest.first, ".)".contains(mark),
      rest.dropFirst().first == " "
    else { return line }
    return String(rest.dropFirst()).trimmed
  }

  private static func action(in line: String, now: Instant) -> AgreedAction? {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    // The longest end that says when: "Tue 24 Nov 17:00" rather than "17:00".
    for place in words.indices.dropFirst() {
      guard let due = end(words[place...], after: words[place - 1], now: now) else { continue }
      let before = words[..<place].joined(separator: " ")
      let (who, what) = split(before)
      guard what.contains(where: \.isLetter) else { return nil }
      // A day before the time that was not read with it means another time than what was read.
      if words[..<place].suffix(2).contains(where: { names(day: $0, now: now) }) { return nil }
      return AgreedAction(what: what, who: who, due: due)
    }
    return actionBehindItsTime(line, now: now)
  }

  /// `27/11 at 2pm: SW rings Jo`: the time stands first, before a colon.
  private static func actionBehindItsTime(_ line: String, now: Instant) -> AgreedAction? {
    guard let mark = line.firstRange(of: ": ") else { return nil }
    let head = String(line[..<mark.lowerBound]).trimmed
    guard let due = SpokenInstant.read(head, now: now, isAhead: true) ?? endOfDay(head, now: now)
    else { return nil }
    let (who, what) = split(String(line[mark.upperBound...]))
    return what.contains(where: \.isLetter) ? AgreedAction(what: what, who: who, due: due) : nil
  }

  /// The time that the end of a line says; nothing where what stands before does not part it from the rest.
  private static func end(
    _ words: ArraySlice<String>, after before: String, now: Instant
  ) -> Instant? {
    var rest = Array(words)
    let isBracketed = rest[0].hasPrefix("(")
    if isBracketed { rest[0].removeFirst() }
    let isParted = isBracketed || before.last.map { ",-–—:".contains($0) } ?? false
    let leads = ["by", "before", "until", "till", "at", "on", "-", "–", "—"]
    let isLed = leads.contains(rest[0].lowercased())
    while let first = rest.first, leads.contains(first.lowercased()) { rest.removeFirst() }
    guard let first = rest.first else { return nil }
    // `Wed 9am`, `27/11 at 2pm`: a day with its time needs no word before it.
    let isDay =
      rest.count > 1
      && (names(day: first, now: now)
        || names(day: rest.prefix(2).joined(separator: " "), now: now))
    guard
      isDay || isParted || isLed || ["today", "tonight", "tomorrow"].contains(first.lowercased())
    else {
      return nil
    }
    let said = rest.joined(separator: " ").trimmed { ".)".contains($0) }
    return SpokenInstant.read(said, now: now, isAhead: true) ?? endOfDay(said, now: now)
      ?? (isLed ? hour(said, now: now) : nil)
  }

  /// Whether a word is a day: `Wednesday`, `27/11`.
  private static func names(day word: String, now: Instant) -> Bool {
    let bare = word.lowercased().trimmed { !$0.isLetter && !$0.isNumber }
    guard bare.count > 2, bare.first?.isNumber == false || bare.contains("/") || bare.contains(" ")
    else { return false }
    var words = bare.split(separator: " ").map(String.init)
    return SpokenDay.take(from: &words, today: London.local(now).date, isAhead: true) != nil
      && words.isEmpty
  }

  /// An hour without its minutes, behind a word such as `by`: `by 9`.
  private static func hour(_ said: String, now: Instant) -> Instant? {
    guard let hour = Int(said), (1...12).contains(hour) else { return nil }
    return SpokenInstant.read("\(hour).00", now: now, isAhead: true)
  }

  /// The hour at which a night's work ends and the day's begins.
  private static let nightIsOver = 8

  /// When a day is over that is said alone: `tue`, `tomorrow morning`, `tonight`.
  private static func endOfDay(_ said: String, now: Instant) -> Instant? {
    let today = London.local(now).date
    var words = said.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    guard let day = SpokenDay.take(from: &words, today: today, isAhead: true), words.isEmpty else {
      return nil
    }
    // Whoever says so after midnight means the night that it is, not the next.
    if said.lowercased() == "tonight", London.local(now).hour < nightIsOver - 2 {
      return London.instant(LocalTime(date: today, secondOfDay: nightIsOver * 3_600))
    }
    let isLate = ["night", "evening"].contains { said.lowercased().hasSuffix($0) }
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
    guard !what.isEmpty, !who.isEmpty, who.split(separator: " ").count <= 4,
      !who.contains(where: \.isNumber)
    else { return (nil, bare) }
    return (who, what)
  }
}

extension Role {
  /// The role that words name: by its title, by the authority's own, or by the initials that people use.
  ///
  /// - Parameters:
  ///   - words: such as `social worker`, `the coordinator`, `SW`.
  ///   - own: the authority's own names of roles.
  /// - Returns: the role, or nothing where it is somebody else.
  package static func named(_ words: String, _ own: [Role: String]) -> Role? {
    var said = words.trimmed.lowercased()
    if said.hasPrefix("the ") { said = String(said.dropFirst(4)) }
    return allCases.first { role in
      said == role.title.lowercased() || said == own[role]?.lowercased()
        || said == role.tray?.title.lowercased()
        || said == role.title.initials || said == own[role]?.initials
    }
      ?? (said == "coordinator" ? .missingCoordinator : nil)
  }
}

extension String {
  /// The first letters of its words, small: `sw` of `Social worker`; nothing of a single word.
  fileprivate var initials: String? {
    let words = split(separator: " ")
    return words.count > 1 ? words.compactMap(\.first).map { $0.lowercased() }.joined() : nil
  }

  /// Without what a test holds for at both ends.
  fileprivate func trimmed(_ isLoose: (Character) -> Bool) -> String {
    var rest = self[...]
    while let last = rest.last, isLoose(last) || last.isWhitespace { rest.removeLast() }
    while let first = rest.first, isLoose(first) || first.isWhitespace { rest.removeFirst() }
    return String(rest)
  }
}
