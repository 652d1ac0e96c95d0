internal import Workflow

/// A day, a time or both, as a report wrote them.
struct MomentReading: Equatable {
  var date: CivilDate?
  /// Seconds since midnight, where a time stands with it.
  var secondOfDay: Int?
  /// Seconds ahead of UTC, where BST, GMT or an offset stands with it.
  var offset: Int?
  /// How it stands in the text.
  var seenAs: String
  /// Where in the text it ends, in scalars.
  var end = 0
  /// What is odd about it.
  var faults: [String] = []

  /// The instant, where both day and time are given.
  ///
  /// Without a zone London is meant; of an hour that October doubles, the earlier.
  var instant: Instant? {
    guard let date, let secondOfDay else { return nil }
    let local = LocalTime(date: date, secondOfDay: secondOfDay)
    guard let offset else { return London.instant(local) }
    return Instant(
      seconds: Int64(local.date.daysSince1970) * 86_400 + Int64(local.secondOfDay - offset))
  }

  /// A remark where the clock on the wall does not settle the instant.
  var doubt: String? {
    guard offset == nil, let date, let secondOfDay, let instant else { return nil }
    let local = LocalTime(date: date, secondOfDay: secondOfDay)
    if London.local(instant) != local {
      return "\"\(seenAs)\" falls in the hour that the March change skips; "
        + "it was read as \(instant.clock)."
    }
    if London.local(instant.adding(hours: 1)) == local {
      return "\"\(seenAs)\" came twice that night; the first (BST) was taken. Ask which is meant."
    }
    return nil
  }
}

/// Finds dates and times in the many forms that British reports use.
///
/// The day comes before the month. A date that the calendar does not have is a fault, never
/// turned round to fit.
enum MomentReader {
  /// The first day or time in a text.
  static func first(in text: String) -> MomentReading? {
    var scanner = MomentScanner(text)
    return scanner.first()
  }

  /// The month that a word names: `Oct`, `October`, `Sept`.
  static func month(_ word: String) -> Int? {
    let lower = word.lowercased()
    guard lower.utf8.count >= 3 else { return nil }
    if lower == "sept" { return 9 }
    return months.firstIndex { $0 == lower || ($0.hasPrefix(lower) && lower.utf8.count == 3) }
      .map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
