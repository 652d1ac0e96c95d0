/// A time allowed by a rule, in the unit that the rule uses: hours are elapsed time, days and months
/// keep the clock time, working days end at 17:00 (rulebook, how time is counted).
package enum TimeLimit: Hashable, Sendable {
  case hours(Int)
  case days(Int)
  case months(Int)
  /// So many working days after the one on which it starts; none of them: the same working day.
  case workingDays(Int)

  /// Nothing allowed: due at the instant at which it opens.
  package static let atOnce = TimeLimit.hours(0)
  /// By the end of the working day on which it starts; out of hours, of the one that comes next.
  package static let sameWorkingDay = TimeLimit.workingDays(0)

  /// Reads a duration with its unit: `72 hours`, `3 days`, `2 weeks`, `1 month`, `5 working days`,
  /// `same working day`, `at once`.
  package init?(text: some StringProtocol) {
    let words = text.lowercased().split(separator: " ").map(String.init)
    if words == ["at", "once"] {
      self = .atOnce
      return
    }
    if words == ["same", "working", "day"] {
      self = .sameWorkingDay
      return
    }
    guard let first = words.first, let count = Int(first), (0...10_000).contains(count) else {
      return nil
    }
    switch words.dropFirst().joined(separator: " ") {
    case "hour", "hours": self = .hours(count)
    case "day", "days": self = .days(count)
    case "week", "weeks": self = .days(count * 7)
    case "month", "months": self = .months(count)
    // None is not how anybody says it, and not what "after" counts: it is the same working day.
    case "working day" where count > 0, "working days" where count > 0: self = .workingDays(count)
    default: return nil
    }
  }

  /// The instant at which the limit is up.
  ///
  /// - Parameters:
  ///   - start: the instant from which it counts.
  ///   - holidays: the bank holidays that working days leave out.
  /// - Returns: the due time.
  package func due(from start: Instant, holidays: BankHolidays) -> Instant {
    switch self {
    case .hours(let hours): start.adding(hours: hours)
    case .days(let days): London.adding(days: days, to: start)
    case .months(let months): London.adding(months: months, to: start)
    case .sameWorkingDay: holidays.endOfWorkingDay(at: start)
    case .workingDays(let days): holidays.end(ofWorkingDay: days, after: start)
    }
  }

  /// In words: `3 days`, `72 hours`, `1 month`, `at once`.
  package var words: String {
    switch self {
    case .hours(0): "at once"
    case .hours(let count): counted(count, "hour")
    case .days(let count): counted(count, "day")
    case .months(let count): counted(count, "month")
    case .sameWorkingDay: "same working day"
    case .workingDays(let count): counted(count, "working day")
    }
  }

  private func counted(_ count: Int, _ unit: String) -> String {
    "\(count) \(unit)\(count == 1 ? "" : "s")"
  }
}
