/// Lengths of time as a tray shows them.
package enum Elapsed {
  /// At most two units, the larger first: `45m`, `3h 30m`, `1d 13h`, `12d`.
  package static func short(seconds: Int64) -> String {
    let minutes = abs(seconds) / 60
    let (days, hours, rest) = (minutes / 1440, minutes % 1440 / 60, minutes % 60)
    if days >= 10 { return "\(days)d" }
    if days > 0 { return hours == 0 ? "\(days)d" : "\(days)d \(hours)h" }
    if hours > 0 { return rest == 0 ? "\(hours)h" : "\(hours)h \(rest)m" }
    return "\(minutes)m"
  }

  /// Whether what was due at a moment is said to be over: not before its own minute is, as nobody is late by none.
  package static func isOver(_ due: Instant, now: Instant) -> Bool { now.since(due) >= minute }

  /// Seconds of a minute.
  package static let minute: Int64 = 60

  /// Time left or over: `3h 30m left`, `25h over` in the words of a tray.
  package static func left(until due: Instant, now: Instant) -> String {
    let seconds = due.since(now)
    if abs(seconds) < 60 { return "now" }
    return seconds > 0 ? short(seconds: seconds) : "\(short(seconds: seconds)) over"
  }
}
