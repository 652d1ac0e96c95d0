import Grid
import Workflow

/// How pressing a due time is: a sign, a word and a role, so that colour is never all there is.
struct Urgency {
  let sign: String
  let role: StyleRole

  init(due: Instant?, now: Instant) {
    guard let due else {
      self.init(sign: " ", role: .text)
      return
    }
    if due < now {
      self.init(sign: "!", role: .overdue)
    } else if due == now || London.local(due).date == London.local(now).date {
      self.init(sign: "●", role: .today)
    } else {
      self.init(sign: " ", role: .text)
    }
  }

  private init(sign: String, role: StyleRole) {
    self.sign = sign
    self.role = role
  }
}
