// How the desk writes and reads instants. In tables and on the wire: ISO 8601 with the offset in
// force. For people: London time in the form "Fri 27 Mar 2026 18:00".

extension Instant {
  /// ISO 8601 in London time with its offset: `2026-03-27T18:00+00:00`, with seconds where there are any.
  package var iso: String {
    let local = London.local(self)
    let seconds = local.second == 0 ? "" : ":" + two(local.second)
    let zone = London.offset(at: self) == 3600 ? "+01:00" : "+00:00"
    return "\(local.date.iso)T\(two(local.hour)):\(two(local.minute))\(seconds)\(zone)"
  }

  /// For people: `Fri 27 Mar 2026 18:00`.
  package var spoken: String { "\(London.local(self).date.spoken) \(clock)" }

  /// For people where the year goes without saying: `Fri 27 Mar 18:00`.
  package var spokenShort: String { "\(London.local(self).date.spokenShort) \(clock)" }

  /// For people, with the year where it is another than that of a moment: `Fri 27 Mar 18:00` in 2026 and
  /// `Fri 27 Mar 2026 18:00` in any other year.
  package func spokenShort(asOf now: Instant) -> String {
    "\(London.local(self).date.spokenShort(asOf: now)) \(clock)"
  }

  /// The same in a column of a list: where the year is said, the weekday goes first for want of room, then
  /// the time of day.
  ///
  /// - Parameters:
  ///   - room: columns of the screen.
  ///   - now: the moment.
  /// - Returns: `Fri 27 Mar 18:00`; `27 Mar 2027 18:00` or `27 Mar 2027`.
  package func spoken(in room: Int, asOf now: Instant) -> String {
    let whole = spokenShort(asOf: now)
    let date = London.local(self).date
    if whole.count <= room || date.year == London.local(now).date.year { return whole }
    let day = "\(date.dayAndMonth) \(date.year)"
    return day.count + clock.count < room ? "\(day) \(clock)" : day
  }

  /// The time of day alone: `18:00`.
  package var clock: String {
    let local = London.local(self)
    return "\(two(local.hour)):\(two(local.minute))"
  }

  /// Reads ISO 8601: `2026-03-27T18:00`, `2026-03-27 18:00:30`, with `Z` or an offset, or without
  /// one, which means London.
  package init?(iso text: some StringProtocol) {
    let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
    guard parts.count == 2, let date = CivilDate(iso: parts[0]) else { return nil }
    var time = parts[1]
    var offset: Int?
    if time.last == "Z" {
      offset = 0
      time.removeLast()
    } else if let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let zone = time[time.index(after: sign)...].split(separator: ":")
      guard zone.count == 2, let hours = Int(zone[0]), let minutes = Int(zone[1]) else {
        return nil
      }
      offset = (hours * 3600 + minutes * 60) * (time[sign] == "+" ? 1 : -1)
      time = time[..<sign]
    }
    let numbers = time.split(separator: ":").map { Int($0) }
    guard (2...3).contains(numbers.count), let hour = numbers[0], let minute = numbers[1],
      let second = numbers.count == 3 ? numbers[2] : 0,
      let local = LocalTime(date: date, hour: hour, minute: minute, second: second)
    else { return nil }
    if let offset {
      let seconds = Int64(date.daysSince1970) * 86_400 + Int64(local.secondOfDay - offset)
      self.init(seconds: seconds)
    } else {
      self = London.instant(local)
    }
  }
}

extension CivilDate {
  /// `2026-03-27`.
  package var iso: String {
    let digits = String(year)
    return String(repeating: "0", count: 4 - digits.count) + "\(digits)-\(two(month))-\(two(day))"
  }

  /// For people: `Fri 27 Mar 2026`.
  package var spoken: String { "\(spokenShort) \(year)" }

  /// For people where the year goes without saying: `Fri 27 Mar`.
  package var spokenShort: String { "\(weekday.short) \(day) \(CivilDate.months[month - 1])" }

  /// For people, with the year where it is another than that of a moment.
  package func spokenShort(asOf now: Instant) -> String {
    year == London.local(now).date.year ? spokenShort : spoken
  }

  /// Without weekday and year: `20 Nov`.
  package var dayAndMonth: String { "\(day) \(CivilDate.months[month - 1])" }

  /// The months in three letters, as the desk prints them.
  package static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Reads `2026-03-27`.
  package init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

/// A number of at most two digits, with a leading nought.
private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
