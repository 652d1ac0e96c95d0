import Grid
import Workflow

/// How pressing a due time is: a sign, a word and a role, so that colour is never all there is.
struct Urgency {
  /// One character in front of a row.
  private(set) var sign: String
  /// What the row means.
  private(set) var role: StyleRole
  /// What is left: `3h 30m`, `now`, `25h over`; empty where there is no limit.
  private(set) var left: String

  /// Judges a due time at a moment.
  init(due: Instant?, now: Instant) {
    guard let due else {
      (sign, role, left) = (" ", .text, "")
      return
    }
    left = Urgency.left(until: due, now: now)
    if due < now {
      (sign, role) = ("!", .overdue)
    } else if due == now || London.local(due).date == London.local(now).date {
      (sign, role) = ("●", .today)
    } else {
      (sign, role) = (" ", .text)
    }
  }

  /// Judges a row of a tray: what has no limit stands as due now while it is new, and waits after that.
  init(of row: TrayRow, now: Instant) {
    self.init(due: row.due, now: now)
    guard row.due == nil else { return }
    if row.step?.isStanding ?? false {
      left = "ongoing"
    } else if row.step?.isUrgent ?? false {
      (sign, role, left) = ("●", .today, "at once")
    } else if now.since(row.opens) < 86_400 {
      (sign, role, left) = ("●", .today, "now")
    } else {
      left = "no limit"
    }
  }

  /// What is over is told in one unit, hours up to two days, because that is how it is asked for.
  private static func left(until due: Instant, now: Instant) -> String {
    let seconds = due.since(now)
    if seconds >= 0 { return seconds < 60 ? "now" : Elapsed.short(seconds: seconds) }
    let minutes = -seconds / 60
    if minutes < 60 { return "\(minutes)m over" }
    return minutes < 48 * 60 ? "\(minutes / 60)h over" : "\(minutes / 1440)d over"
  }
}

/// A bar of the time that is left of a limit, for the eye; the words beside it say the same.
///
/// Where none is left there is no bar.
func timeBar(opens: Instant, due: Instant, now: Instant, width: Int) -> String {
  let whole = due.since(opens)
  guard whole > 0, width > 0, now < due else { return "" }
  let left = min(max(0, due.since(now)), whole)
  let cells = Int((left * Int64(width) + whole - 1) / whole)
  return String(repeating: "█", count: cells) + String(repeating: "░", count: width - cells)
}
