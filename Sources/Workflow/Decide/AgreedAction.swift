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
  /// A day alone means the end of its working hours, 17:00, behind `before` that of the day before it, or noon where its morning is said; `tonight`, an
  /// evening, or today after five the end of the day, but eight in the morning of a night that has begun. A time of
  /// day alone is the next such time after the meeting.
  ///
  /// - Parameters:
  ///   - text: the actions as they were typed.
  ///   - now: the moment at which they were.
  ///   - held: when the meeting was.
  /// - Returns: those that have a time, and how many have none.
  package static func read(
    _ text: String, now: Instant, held: Instant
  ) -> (dated: [AgreedAction], undated: Int) {
    let filled = ActionLine.all(in: text)
    let reader = ActionLine(now: now, held: held)
    let dated = filled.compactMap { reader.action(in: $0) }
    return (dated, filled.count - dated.count)
  }

  /// Reads the actions that stand among a meeting's decisions: only lines that say who, as the rest is a
  /// text.
  ///
  /// - Parameters:
  ///   - text: the decisions as they were typed.
  ///   - now: the moment at which they were.
  ///   - held: when the meeting was.
  /// - Returns: those that have a time.
  package static func read(decisions text: String, now: Instant, held: Instant) -> [AgreedAction] {
    read(text, now: now, held: held).dated.filter { $0.who != nil }
  }

  /// A line that says when and nothing else, such as `tomorrow 10am`: nobody is to do anything by it.
  ///
  /// - Parameters:
  ///   - text: the actions as they were typed.
  ///   - now: the moment at which they were.
  /// - Returns: the first such line; nothing where there is none.
  package static func timeAlone(in text: String, now: Instant) -> String? {
    let reader = ActionLine(now: now, held: now)
    return ActionLine.all(in: text).first(where: reader.isTimeAlone)
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
    return agreed(in: held.body, held: held.occurred, now: now)
      .flatMap { $0.entries(at: held.occurred, by: doers) }
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
    let (new, old) = (body, held.body)
    return added(
      by: agreed(in: new, held: held.occurred, now: now),
      to: agreed(in: old, held: held.occurred, now: now)
    ).flatMap { $0.entries(at: held.occurred, by: doers) }
  }

  /// What a meeting agrees on with a time, be it in its actions or among its decisions.
  ///
  /// - Parameters:
  ///   - body: what it says.
  ///   - held: when it was.
  ///   - now: the moment.
  /// - Returns: each action once.
  package static func agreed(in body: Body, held: Instant, now: Instant) -> [AgreedAction] {
    let actions = read(body[.actions] ?? "", now: now, held: held).dated
    let decided = read(decisions: body[.decision] ?? "", now: now, held: held)
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

  /// The action as it is recorded: once in the tray of each who does it.
  private func entries(at agreed: Instant, by doers: Doers) -> [Command.Entry] {
    let trays = doers.trays(of: self)
    return (trays.isEmpty ? [nil] : trays.map(Optional.some)).map { tray in
      var body = Body(["action": .text(what)])
      body[.who] = doers.name(in: self)
      body[.due] = due
      body[.tray] = tray?.rawValue
      return Command.Entry(.actionAgreed, at: agreed, body)
    }
  }
}
