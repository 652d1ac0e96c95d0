/// What came of what was just recorded, for the sentence that says that it is: what opened at once, and
/// what was settled by the way.
package enum Aftermath {
  /// Says it in sentences, such as ` Section 47 strategy meeting: at once, team manager.`.
  ///
  /// - Parameters:
  ///   - events: what was recorded, with its numbers in the journal.
  ///   - steps: the child's work steps after it.
  ///   - own: the authority's own names of roles.
  /// - Returns: a sentence each, a space before it; nothing where nothing came of it.
  package static func words(
    of events: [Event], among steps: [WorkStep], named own: [Role: String]
  ) -> String {
    let numbers = Set(events.map(\.sequence))
    let isOfHarm = events.contains(where: \.tellsOfHarm)
    let opened = steps.filter { step in
      step.isAtOnce
        && (step.counted.event.map { numbers.contains($0.sequence) } ?? false
          || isOfHarm && step.isOpenSection47)
    }
    var said = ""
    for step in opened {
      said += " \(step.id.title): at once, \(step.role.capacity(own))."
    }
    let settled = events.filter { $0.kind == .meetingHeld }.flatMap { meeting in
      steps.filter { step in
        guard case .done = step.outcome, step.settled?.sequence == meeting.sequence else {
          return false
        }
        return step.id.step.rawValue != meeting[.kind]
      }
    }
    return said + (self.settled(settled).map { " \($0)." } ?? "")
  }

  /// What a meeting settles besides its own step: `It settles “Strategy discussion”, too`.
  package static func settled(_ steps: [WorkStep]) -> String? {
    var titles: [String] = []
    for step in steps where !titles.contains("“\(step.id.step.title)”") {
      titles.append("“\(step.id.step.title)”")
    }
    guard let last = titles.popLast() else { return nil }
    let list = titles.isEmpty ? last : titles.joined(separator: ", ") + " and " + last
    return "It settles \(list), too"
  }
}
