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
    if Elapsed.isOver(due, now: now) {
      (sign, role) = ("!", .overdue)
    } else if due <= now || London.local(due).date == London.local(now).date {
      (sign, role) = ("●", .today)
    } else {
      (sign, role) = (" ", .text)
    }
  }

  /// Judges a row of a tray: what has no limit is marked while it is new, and a report is to be read now.
  init(of row: TrayRow, now: Instant) {
    self.init(due: row.isAtOnce ? row.due : row.comesUp, now: now)
    if row.isAtOnce {
      markAtOnce(due: row.due, now: now)
    } else if row.comesUp != nil {
      return
    } else if row.step?.isStanding ?? false {
      left = "ongoing"
    } else {
      let isNew = now.since(row.opens) < 86_400
      left =
        isNew
        ? (row.step == nil ? "now" : "no limit") : Urgency.waiting(since: row.opens, now: now)
      if isNew { (sign, role) = row.step == nil ? ("●", .today) : ("○", .information) }
    }
  }

  /// Judges a step of a child's page.
  init(of step: WorkStep, now: Instant) {
    self.init(due: step.isAtOnce ? step.due : step.comesUp, now: now)
    if step.isAtOnce { markAtOnce(due: step.due, now: now) }
  }

  /// What cannot wait is said to be so (`WorkStep.atOnceLasts`); after that it counts its hours.
  private mutating func markAtOnce(due: Instant?, now: Instant) {
    guard WorkStep.isStillAtOnce(due: due, asOf: now) else { return }
    (sign, role, left) = ("●", .today, Urgency.atOnce)
  }

  /// What is said of what cannot wait.
  static let atOnce = "at once"

  /// `waits 5d`: what has no limit does not look calmer the longer nobody does it.
  private static func waiting(since opens: Instant, now: Instant) -> String {
    let days = now.since(opens) / 86_400
    return days < 100 ? "waits \(days)d" : "waits \(days / 7)w"
  }

  /// What is over is told in one unit, hours up to two days, because that is how it is asked for.
  private static func left(until due: Instant, now: Instant) -> String {
    let seconds = due.since(now)
    if !Elapsed.isOver(due, now: now) {
      return seconds < 60 ? "now" : Elapsed.short(seconds: seconds)
    }
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
