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
    case .atOnce:
      return [
        "At once: due when it opens, \(due.spoken) London time; \"overdue\" says how long it has waited"
      ]
    case .sameWorkingDay:
      let isSame = London.local(start).date == London.local(due).date
      return [
        (isSame ? "By the end of that working day, " : "By the end of the next working day, ")
          + "\(due.spoken) London time"
          + (isSame ? "" : ": " + notCounted(from: start, to: due, holidays: holidays)),
        "Counted from \(anchor), \(start.spoken)"
          + (isSame ? "" : ", when no working day was under way"),
      ]
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
      return [
        "\(words) after \(London.local(start).date.spoken), to \(due.spoken) London time: "
          + notCounted(from: start, to: due, holidays: holidays),
        "Counted from \(anchor), \(start.spoken); the day on which it starts does not count",
      ] + (count > 0 && count <= 10 ? [counting(from: start, to: due, holidays: holidays)] : [])
    }
  }

  /// `Good Friday (Fri 3 Apr), Easter Monday (Mon 6 Apr) and weekends do not count`.
  private func notCounted(from start: Instant, to due: Instant, holidays: BankHolidays) -> String {
    var skipped: [String] = []
    for date in London.local(start).date.days(upTo: London.local(due).date) {
      guard !date.weekday.isWeekend, let name = holidays.name(on: date) else { continue }
      skipped.append("\(name) (\(date.spokenShort))")
    }
    skipped.append("weekends")
    let last = skipped.count > 1 ? " and " + skipped.removeLast() : ""
    return skipped.joined(separator: ", ") + last + " do not count"
  }

  /// `The days that count: Tue 7 Apr, Wed 8 Apr`.
  private func counting(from start: Instant, to due: Instant, holidays: BankHolidays) -> String {
    let days = London.local(start).date.days(upTo: London.local(due).date)
      .filter(holidays.isWorkingDay)
    let noun = days.count == 1 ? "The day that counts" : "The days that count"
    return "\(noun): \(days.map(\.spokenShort).joined(separator: ", "))"
  }
}

extension CivilDate {
  /// The days after this one, up to and with another.
  fileprivate func days(upTo last: CivilDate) -> [CivilDate] {
    var days: [CivilDate] = []
    var date = self
    while date < last {
      date = date.adding(days: 1)
      days.append(date)
    }
    return days
  }
}
