import Workflow

// What becomes of the actions that a meeting agrees on, while they are typed.

extension FormScreen {
  /// Whether it records that a meeting was held, or corrects that.
  private var isOfMeeting: Bool {
    switch purpose {
    case .event(.meetingHeld, _, _), .correction(_, .meetingHeld, _, _): true
    default: false
    }
  }

  /// Says which actions will stand in a tray and by when, and that those without a time will not.
  ///
  /// - Parameter entry: the line of the actions, or of the decisions: there only what says who is one.
  /// - Returns: nothing of any other line, or while nothing is typed; of a correction only what it adds: what was
  ///   agreed on before stays as it is.
  func actions(in entry: FormEntry) -> String? {
    let isOfDecisions = entry.field.name == Field<String>.decision.name
    guard isOfDecisions || entry.field.name == Field<String>.actions.name,
      isOfMeeting, let writer, let page,
      case .success(.text(let text)?) = entry.read(now: writer.now)
    else { return nil }
    let held = time ?? writer.now
    var (all, timeless) = AgreedAction.read(text, now: writer.now, held: held)
    if case .correction = purpose {
      // What moves from the decisions to the actions was agreed on before as well.
      let stood = AgreedAction.agreed(in: minutes(initial), held: held, now: writer.now)
      let before = AgreedAction.read(initial[entry.field.name] ?? "", now: writer.now, held: held)
        .dated
      all = AgreedAction.added(by: all, to: stood + before)
      timeless = 0
    }
    let dated = isOfDecisions ? all.filter { $0.who != nil } : all
    // Decisions are a text: a sentence without a time is none that anybody would look for in a tray.
    let (undated, unnamed) = isOfDecisions ? (0, all.count - dated.count) : (timeless, 0)
    if dated.isEmpty, undated == 0, unnamed == 0 { return nil }
    let doers = Doers(
      own: page.procedure.roleTitles, staff: page.colleagues, me: writer.me)
    let stand = dated.map { action in
      let named = doers.trays(of: action)
      let trays = (named.isEmpty ? [writer.me.role.tray].compactMap { $0 } : named)
        .map { page.procedure.title(of: $0) }
      return "\(action.what) by \(action.due.spokenShort(asOf: writer.now))"
        + (trays.isEmpty ? "" : " (\(trays.joined(separator: ", ")))")
    }
    let parts = [
      stand.isEmpty ? nil : "In trays until done: \(stand.joined(separator: "; "))",
      undated == 0
        ? nil
        : "\(undated) without a time \(undated == 1 ? "stays" : "stay") in the minutes only: end the "
          + "line with “, by Tue 10am”",
      unnamed == 0
        ? nil
        : "\(unnamed) with a time \(unnamed == 1 ? "stays" : "stay") in the minutes only: begin the "
          + "line with who does it, “Sethi: ”, or write it below",
    ]
    return parts.compactMap { $0 }.joined(separator: ". ")
  }

  /// What a meeting said of its actions and decisions, as a body.
  private func minutes(_ values: [String: String]) -> Body {
    var body = Body()
    body[.actions] = values[Field<String>.actions.name]
    body[.decision] = values[Field<String>.decision.name]
    return body
  }
}
