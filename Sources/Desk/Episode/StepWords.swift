import Grid
import Workflow

/// A step of a child's page in words: what it is called there, how it stands, whose it is or who ended it.
struct StepWords {
  let step: WorkStep
  /// The steps among which it is shown.
  let steps: [WorkStep]
  /// As what the page is read.
  let viewer: Role?
  let procedure: Procedure
  let now: Instant
  /// Of a step that goes on, what was recorded of it last.
  var lastDone: Event?
  /// Whether the closure gives it up: once all have acknowledged it is left undone.
  var isGivenUp = false

  /// The name, with what tells it apart from others of the same name; where there is little room, cut.
  ///
  /// - Parameters:
  ///   - room: the columns for both.
  ///   - isBesideWho: whether whose it is stands beside it and tells it apart already.
  /// - Returns: the name.
  func name(in room: Int, isBesideWho: Bool) -> String {
    let names = names(isBesideWho: isBesideWho)
    if let whole = names.first(where: { DisplayWidth.of($0) <= room }) { return whole }
    guard let mark = mark(isBesideWho: isBesideWho) else {
      return clipped(harm + step.shortTitle, to: room)
    }
    // Half of the room is the name's, whatever there is to tell apart.
    let half = room / 2
    let ending = clipped(
      " · " + short(mark), to: max(half, room - DisplayWidth.of(harm + step.title)))
    return clipped(harm + step.shortTitle, to: max(half, room - DisplayWidth.of(ending))) + ending
  }

  /// The name beside whose it is, and where another open step has the same name, as far as there is room, what
  /// it asks for: whose it is alone says nothing of that.
  func nameWithDuty(in room: Int, isBesideWho: Bool) -> String {
    let name = name(in: room, isBesideWho: isBesideWho)
    let rest = room == .max ? .max : room - DisplayWidth.of(name) - 3
    guard rest >= 12, step.isOpen, mark(isBesideWho: isBesideWho) == nil,
      steps.contains(where: { other in
        other.isOpen && other.id != step.id && other.name == step.name
          && other.rule.duty != step.rule.duty
      })
    else { return name }
    return "\(name) · \(clipped(displaySafe(step.rule.duty.gist), to: rest))"
  }

  /// The columns that the name takes whole.
  func leastWidth(isBesideWho: Bool) -> Int {
    names(isBesideWho: isBesideWho).map(DisplayWidth.of).min() ?? 0
  }

  /// The name as it can be said whole, the longest first.
  private func names(isBesideWho: Bool) -> [String] {
    let (title, brief) = (harm + step.title, harm + step.shortTitle)
    guard let mark = mark(isBesideWho: isBesideWho) else { return [title, brief] }
    return [
      "\(title) · \(mark)", "\(title) · \(short(mark))", "\(brief) · \(mark)",
      "\(brief) · \(short(mark))",
    ]
  }

  /// That it follows from the harm of which the child told: it is no row like any other.
  private var harm: String {
    step.isOpen && step.counted.event?.tellsOfHarm ?? false ? TrayRow.harmMark : ""
  }

  /// `E-0412` for an episode and `M-0412` for its whole record: the year goes without saying.
  private func short(_ mark: String) -> String {
    guard mark == step.id.reference else { return mark }
    let parts = mark.split(separator: "-")
    return parts.count > 2 ? "\(parts[0])-\(parts[parts.count - 1])" : mark
  }

  /// How it stands, or how long is left of its limit.
  var standing: String {
    if isGivenUp { return "to be given up" }
    switch step.outcome {
    case .open:
      if let until = step.hiddenUntil, now < until { return "held" }
      let left = Urgency(of: step, now: now).left
      guard let due = step.comesUp else {
        return step.id.step.isStanding || step.isOngoing
          ? "ongoing" : step.isAtOnce ? left : "no limit"
      }
      return left + (due > now ? " left" : "")
    case .done(_, let late):
      return (step.isEndedWithRecord ? "ended" : "done") + (late ? " LATE" : "")
    case .cancelled: return step.isLate ? "cancelled LATE" : "cancelled"
    case .notRequired: return step.isLate ? "not done, LATE" : "not required"
    case .leftUndone: return "LEFT UNDONE"
    }
  }

  /// When it is due, or when it ended.
  var when: String { when(in: .max) }

  /// The same in a column.
  func when(in room: Int) -> String {
    if let lastDone {
      let isToday = London.local(lastDone.occurred).date == London.local(now).date
      return isToday
        ? "last today \(lastDone.occurred.clock)"
        : "last \(London.local(lastDone.occurred).date.dayAndMonth)"
    }
    let moment: Instant? =
      if case .done(let at, _) = step.outcome { at } else { step.settled?.occurred ?? step.comesUp }
    return moment?.spoken(in: room, asOf: now) ?? ""
  }

  /// Whose it is while it is open, what is planned first; after that what ended it, and who.
  var who: String { rungs.first ?? "" }

  /// The columns that it takes in the fewest words.
  var leastWho: Int { rungs.last.map { DisplayWidth.of(displaySafe($0)) } ?? 0 }

  /// The same in less room: what matters least goes first.
  func who(in room: Int) -> String {
    rungs.first { DisplayWidth.of($0) <= room } ?? clipped(rungs.last ?? "", to: room)
  }

  /// Whose it is, in fewer and fewer words.
  private var rungs: [String] {
    guard step.isOpen else {
      let ways = step.isEndedWithRecord ? endings : [ending, ender]
      return ways.filter { !$0.isEmpty }
    }
    var parts: [String] = []
    if let planned = step.planned {
      // Where it comes up by the plan the column beside says when.
      parts.append(step.plannedEarlier == nil ? "planned \(short(planned))" : "planned")
    }
    if let until = step.hiddenUntil, now < until { parts.append("until \(short(until))") }
    let least = (parts + [owner]).joined(separator: ", ")
    let ways = lateness.map { (parts + [owner, $0]).joined(separator: ", ") } + [least]
    // That it is planned matters more than by whom it is chaired.
    return ways + (parts.isEmpty ? [owner, bareOwner] : [parts[0]])
  }

  /// Why it is late where nobody here let it be, the longest way of saying it first.
  private var lateness: [String] {
    if step.couldNotBeKept { return ["limit up before the return", "up before return"] }
    if step.wasDueWhileAway { return ["due while away"] }
    return step.learntLate && step.due.map { $0 < now } ?? false
      ? ["late before we knew", "late before told"] : []
  }

  /// Whose it is, without in which capacity or from where.
  private var bareOwner: String {
    if step.moved != nil { return procedure.title(of: step.tray) }
    let role = step.plannedChair ?? step.chair ?? step.role
    return role == viewer ? "you" : procedure.title(of: role)
  }

  /// What the step asks of whom, whole: what the columns may have cut.
  var detail: String {
    guard step.isOpen else { return "\(who) · \(step.rule.duty)" }
    let rules = step.rules.joined(separator: ", ")
    let turns =
      (isGivenUp ? "Given up once all have acknowledged · " : "")
      + (planWords.map { "\($0) · " } ?? "")
      + step.turns.map { "\($0.capitalisedFirst) · " }.joined()
    return turns + "\(who) · \(step.rule.duty)" + (rules.isEmpty ? "" : " (\(rules))")
  }

  /// `Planned for then, due by Wed 2 Dec 09:55`; once that time is over, that it was neither held nor called off.
  private var planWords: String? {
    guard let planned = step.plannedEarlier else { return nil }
    let due = step.due.map { ", due by \(short($0))" } ?? ""
    return
      (Elapsed.isOver(planned, now: now)
      ? "Its time is over: held, or called off?" : "Planned for then") + due
  }

  /// `you`, `Team manager`, `chair: Team manager`.
  private var owner: String {
    if step.moved != nil {
      let tray = procedure.title(of: step.tray)
      return "\(tray), moved from \(procedure.title(of: step.home))"
    }
    let role = step.plannedChair ?? step.chair ?? step.role
    let title = role == viewer ? "you" : procedure.title(of: role)
    guard let chair = step.chair else {
      return step.plannedChair == nil ? title : "chair: \(title)"
    }
    // Somebody chose another than the procedure names.
    let other = chair == role ? "" : " (by rule: \(procedure.title(of: chair)))"
    return "chair: \(title)\(other)"
  }

  /// `by M. Castell`, where somebody did it; `Interview held: M. Castell`, where it ended with that.
  private var ending: String {
    guard let event = step.settled else { return "" }
    switch step.outcome {
    case .leftUndone: return "closed by \(event.by.name)"
    case .cancelled(let reason): return "by \(event.by.name): \(reason)"
    default:
      return step.isSettledByOwnAct
        ? "by \(event.by.name)" : "\(event.kind.title): \(event.by.name)"
    }
  }

  /// `with the closure: M. Castell`, where it ended with its record and nobody did it, the longest way first.
  private var endings: [String] {
    guard let event = step.settled else { return [] }
    let whole = "with \(event.kind.occasion)"
    let brief = whole.replacing(" of the record", with: "")
    return ["\(whole): \(event.by.name)", "\(brief): \(event.by.name)", brief]
  }

  /// Who ended it, without by what.
  private var ender: String { step.settled.map { "by \($0.by.name)" } ?? "" }

  /// The day and the time without the weekday, for which there is no room.
  private func short(_ moment: Instant) -> String {
    let (date, today) = (London.local(moment).date, London.local(now).date)
    return date.dayAndMonth + (date.year == today.year ? "" : " \(date.year)") + " \(moment.clock)"
  }

  /// What tells the step apart from those of the same name on the page.
  private func mark(isBesideWho: Bool) -> String? {
    // Of all steps, with every key: what is compared is what the title is made of.
    // What was agreed on says what it is.
    if step.agreed != nil { return nil }
    let twins = steps.filter {
      $0.id.step == step.id.step && $0.id.occurrence == step.id.occurrence && $0.id != step.id
    }
    if twins.isEmpty { return nil }
    // Of what ended, who ended it says nothing of whose it was.
    let isAlone = !twins.contains {
      $0.isOpen && $0.chair == step.chair && (step.chair != nil || $0.role == step.role)
    }
    if isBesideWho, step.isOpen, isAlone { return nil }
    if twins.contains(where: { $0.id.reference != step.id.reference && $0.id.part == step.id.part })
    {
      return step.id.reference
    }
    guard let part = step.id.part else { return owner }
    return procedure.words(ofPart: part)
  }
}

extension String {
  /// What a duty asks for, without why and to whom.
  fileprivate var gist: String {
    let last = split(separator: ";").last.map(String.init) ?? self
    let first = last.split(separator: ",").first.map(String.init) ?? last
    return first.trimmed.withoutStop.lowercasedFirst
  }
}
