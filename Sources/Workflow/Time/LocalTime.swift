/// A wall-clock reading in London: a date and a time of day.
package struct LocalTime: Hashable, Comparable, Sendable {
  /// The day.
  package let date: CivilDate
  /// Seconds since midnight by the clock on the wall, 0 to 86,399.
  package let secondOfDay: Int

  /// Makes a reading; seconds outside the day carry over into the days beside it.
  package init(date: CivilDate, secondOfDay: Int) {
    let (days, rest) = secondOfDay.quotientAndFloorRemainder(by: 86_400)
    self.date = days == 0 ? date : date.adding(days: days)
    self.secondOfDay = rest
  }

  /// Makes a reading of whole minutes, or nothing where the clock has no such time.
  package init?(date: CivilDate, hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
      return nil
    }
    self.init(date: date, secondOfDay: hour * 3600 + minute * 60 + second)
  }

  /// The hour, 0 to 23.
  package var hour: Int { secondOfDay / 3600 }
  /// The minute, 0 to 59.
  package var minute: Int { secondOfDay % 3600 / 60 }
  /// The second, 0 to 59.
  package var second: Int { secondOfDay % 60 }

  package static func < (left: LocalTime, right: LocalTime) -> Bool {
    (left.date, left.secondOfDay) < (right.date, right.secondOfDay)
  }
}

extension Int {
  /// The quotient rounded down, and a remainder that is never negative.
  fileprivate func quotientAndFloorRemainder(by divisor: Int) -> (Int, Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
