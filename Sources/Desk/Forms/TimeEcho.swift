package import Workflow

extension FormEntry {
  /// What a time or a date that was typed means, shown live beside it; what goes without saying is
  /// left out.
  package func echo(now: Instant) -> String? {
    let typed = text.text.trimmed
    switch field.input {
    case .instant, .instantOrUnknown:
      guard case .success(let value?) = read(now: now) else {
        guard !typed.isEmpty else { return nil }
        return "not a time yet" + (field.wanting(typed, now: now).map { ": \($0)" } ?? "")
      }
      guard case .instant(let instant) = value else { return "= " + value.words }
      let date = London.local(instant).date
      let isThisYear = date.year == London.local(now).date.year
      let words =
        typed == instant.spelt
        ? date.weekday.short : isThisYear ? instant.spokenShort : instant.spoken
      // Only what is planned may lie ahead.
      return "= " + words + (instant > now && !field.isAhead ? ", in the future" : "")
    case .date:
      guard case .success(.date(let date)?) = read(now: now) else {
        guard !typed.isEmpty else { return nil }
        return "not a date yet" + (field.wanting(typed, now: now).map { ": \($0)" } ?? "")
      }
      let years = date.age(on: London.local(now).date)
      let isGrown = field.name == "born" && years >= 18
      let age = "\(years) years"
      return (typed == date.spelt ? "= \(age)" : "= \(date.spoken), \(age) old")
        + (isGrown ? ": an adult now" : "")
    default: return nil
    }
  }

  /// A value as a person would type it, where that says the same.
  static func spelt(_ typed: String) -> String {
    if let instant = Instant(iso: typed) {
      // Nobody types seconds.
      let read = SpokenInstant.read(instant.spelt, now: instant)
      return read.map { 0..<60 ~= instant.since($0) } ?? false ? instant.spelt : typed
    }
    return CivilDate(iso: typed)?.spelt ?? typed
  }
}

extension Instant {
  /// As it is typed: `21/11/2026 17:30`, and `25/10/2026 01:35 GMT` where that time came twice.
  fileprivate var spelt: String {
    let local = London.local(self)
    let isSecond = London.instant(local) != self && seconds % 60 == 0
    return "\(local.date.spelt) \(clock)" + (isSecond ? " GMT" : "")
  }
}

extension CivilDate {
  /// As it is typed: `12/03/2011`.
  fileprivate var spelt: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(day))/\(two(month))/\(year)"
  }
}
