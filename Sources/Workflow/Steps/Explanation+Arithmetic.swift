// How the due time of a step was worked out, and how the step ended.

extension Explanation {
  static func arithmetic(
    of step: WorkStep, child: ChildCase, procedure: Procedure
  ) -> [String] {
    var lines: [String] = []
    if let wait = step.rule.opensAfter {
      lines.append("Opens \(wait.words) from \(step.counted.anchor.words): \(step.opens.spoken)")
    }
    if let unasked = step.unasked {
      lines.append(
        "Nobody asks for it any longer (\(unasked)); it stays open because it is planned, until it is "
          + "held or called off")
      lines.append("Its limit is gone; it is due when it is planned for")
    } else if let due = step.due, let limit = step.rule.within {
      lines.append(
        contentsOf: limit.arithmetic(
          from: step.counted.from, anchor: step.counted.anchor.words, due: due,
          holidays: procedure.holidays))
    } else if step.agreed != nil {
      lines += step.due.map { ["By \($0.spoken): the time that was agreed on"] } ?? []
    } else if step.isOngoing {
      let ends = step.rule.lapsesOn.map(\.words).joined(separator: " or ")
      lines.append("No limit of its own: it goes on from \(step.opens.spoken) until \(ends)")
      lines.append(
        child.lastAct(of: step).map { "Last done \($0.occurred.spoken) by \($0.by.name)" }
          ?? "Not done yet")
    } else {
      lines.append("No limit of its own: open since \(step.opens.spoken) until it is done")
    }
    if step.learntLate {
      lines.append("Late before we knew: the limit was up before the desk heard; it does not move")
    }
    if step.couldNotBeKept {
      lines.append(
        "The limit counts from the going and was up before the return: nobody could have kept it; it "
          + "does not move")
    } else if step.wasDueWhileAway {
      lines.append("The limit was up while the child was still away; the return does not end it")
    }
    if let held = step.hiddenUntil {
      lines.append(
        "Held until \(held.spoken), when it is back in its tray; a hold never moves the due time")
    }
    if let planned = step.planned {
      lines.append(
        "Planned for \(planned.spoken)"
          + (step.unasked == nil ? "; a planned time never moves the due time" : ""))
    }
    return lines
  }

  /// How it ended, by which event, and who recorded that: steps are settled by what happens, and mostly
  /// not by whoever has them to do.
  static func end(of step: WorkStep, procedure: Procedure) -> [String] {
    var lines: [String]
    let late = step.isLate ? ", after its due time" : ""
    switch step.outcome {
    case .open: return []
    case .done(let at, _) where step.isEndedWithRecord: lines = ["Ended \(at.spoken)" + late]
    case .done(let at, _):
      lines = ["Done \(at.spoken)" + (step.due == nil ? "" : step.isLate ? late : ", in time")]
    case .cancelled(let reason): lines = ["Cancelled: \(reason)" + late]
    case .notRequired(let because): lines = ["Not required: \(because)"]
    case .leftUndone(let because): lines = ["Nobody did it: \(because)" + late]
    }
    if let event = step.settled {
      let who = "\(event.by.name), \(event.by.role.capacity(procedure.roleTitles))"
      lines.append(
        step.isSettledByOwnAct
          ? "\(who), \(learnt(event))recorded \(event.subject == step.id.step ? "it" : event.kind.occasion) at "
            + event.written.spoken
          : "By itself, with \(event.kind.occasion) of \(event.occurred.spoken), "
            + "which \(who), \(learnt(event))recorded at \(event.written.spoken)")
    }
    return lines
  }
}
