import Workflow

extension Inspection {
  /// The longest limit that a pack may set: ten years, in days.
  ///
  /// What is longer was mistyped.
  private static let mostDays = 3_660

  /// A duration with its unit; nothing and a finding where it is not one.
  func duration(_ document: Document, _ what: String) -> TimeLimit? {
    guard let text = document.scalar else {
      error("'\(what)' is a duration, not \(document.kind)", at: document.place)
      return nil
    }
    if let limit = TimeLimit(text: text) {
      guard limit.leastHours > Inspection.mostDays * 24 else { return limit }
      error("'\(text)' is longer than ten years", at: document.place)
      return nil
    }
    error(SpokenDuration(text: text).complaint(about: what), at: document.place)
    return nil
  }
}

/// What somebody meant who wrote something that is no duration.
private struct SpokenDuration {
  let text: String

  private static let units = [
    "h": "hours", "hr": "hours", "hrs": "hours", "d": "days", "w": "weeks", "wk": "weeks",
    "wks": "weeks", "mth": "months", "mths": "months", "m": "months", "weekday": "working day",
    "weekdays": "working days", "workday": "working day", "workdays": "working days",
    "workingday": "working day", "workingdays": "working days", "business": "working",
    "calendar": "",
  ]
  private static let numbers = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  func complaint(about what: String) -> String {
    let isNumber = !text.isEmpty && text.allSatisfy { $0.isNumber || ":._+-".contains($0) }
    if isNumber {
      return
        "'\(what)' needs a unit: '\(text) hours', '\(text) days', '\(text) working days'?"
    }
    if text.hasPrefix("-") {
      return "'\(text)' is negative: a limit runs forward from the instants under 'since'"
    }
    let no = "'\(text)' is not a duration: "
    let lower = text.lowercased()
    if lower.hasPrefix("0 working") || lower.contains("same") || lower.contains("end of") {
      return no + "write 'same working day' for the end of the day on which it starts, or 'at once'"
    }
    if text.lowercased().contains("working hour") {
      return no + "hours count round the clock, and office time is counted in working days"
    }
    let words = self.words
    if let first = words.first, first.allSatisfy(\.isNumber), first.count > 4 {
      return no + "it is longer than ten years"
    }
    let meant = words.joined(separator: " ")
    if TimeLimit(text: meant) != nil { return no + "did you mean '\(meant)'?" }
    return no
      + "one whole number and a unit (hours, days, weeks, months, working days), 'same working day', or "
      + "'at once'"
  }

  /// The words that were meant: digits and letters apart, no hyphens, no spaces of a word processor.
  private var words: [String] {
    // A range or a part of a whole means no one limit that could be proposed.
    let marks = text.filter { "-.,/".contains($0) }
    let digits = text.split { !$0.isNumber }
    if digits.count > 1 || (!marks.isEmpty && marks != "-" && !text.contains("-")) { return [] }
    var spaced = ""
    for letter in text.lowercased() {
      if let last = spaced.last, last.isNumber, letter.isLetter { spaced.append(" ") }
      spaced.append(letter == "-" || letter.isWhitespace ? " " : letter)
    }
    return spaced.split(separator: " ").map { word in
      if let number = SpokenDuration.numbers.firstIndex(of: String(word)) { return "\(number + 1)" }
      return SpokenDuration.units[String(word)] ?? String(word)
    }.filter { !$0.isEmpty }
  }
}

extension TimeLimit {
  /// The fewest hours that it can be, whatever the calendar.
  var leastHours: Int {
    switch self {
    case .hours(let count): count
    case .days(let count): count * 24 - 1
    case .months(let count): count * 28 * 24 - 1
    case .workingDays(let count): count * 24 - 24
    }
  }

  /// The most hours that it can be, whatever the calendar.
  var mostHours: Int {
    switch self {
    case .hours(let count): count
    case .days(let count): count * 24 + 1
    case .months(let count): count * 31 * 24 + 1
    case .workingDays(let count): (count * 3 + 7) * 24
    }
  }
}
