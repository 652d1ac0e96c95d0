extension TimeLimit {
  /// How the due time comes about, in words.
  ///
  /// - Parameters:
  ///   - start: the instant from which it counts.
  ///   - anchor: what that instant is, in words that finish "counted from".
  ///   - due: the due time.
  ///   - holidays: the bank holidays that working days leave out.
  /// - Returns: the sentences, in reading order.
  func arithmetic(
    from start: Instant, anchor: String, due: Instant, holidays: BankHolidays
  ) -> [String] {
    let changed = London.offset(at: due) - London.offset(at: start)
    switch self {
    case .hours(0): return ["At once: due when it opens, \(due.spoken) London time"]
    case .hours:
      var lines = [
        "\(words) of elapsed time from \(anchor), \(start.spoken): \(due.spoken) London time"
      ]
      if changed != 0 {
        lines.append(
          "The clocks \(changed > 0 ? "go forward" : "go back") in between, so the clock time is an "
            + "hour \(changed > 0 ? "later" : "earlier")")
      }
      return lines
    case .days, .months:
      var lines = [
        "\(words) from \(anchor), \(start.spoken), at the same clock time: \(due.spoken) London time"
      ]
      if changed != 0 {
        lines.append(
          "The clocks \(changed > 0 ? "go forward" : "go back") in between; the clock time stays, so "
            + "it is \(due.since(start) / 3600) hours in all")
      }
      return lines
    case .workingDays(let count):
      var lines = [
        "\(words) after \(London.local(start).date.spoken), to \(due.spoken) London time; "
          + "the day on which it starts does not count"
      ]
      var skipped: [String] = []
      var date = London.local(start).date
      let last = London.local(due).date
      while date < last {
        date = date.adding(days: 1)
        if let name = holidays.name(on: date) { skipped.append("\(name) (\(date.spokenShort))") }
      }
      if !skipped.isEmpty { lines.append("\(skipped.joined(separator: " and ")): not counted") }
      if count > 0 { lines.append("Weekends do not count") }
      return lines
    }
  }
}
