import Desk
import Store
import Workflow

// What came of a meeting, and of the closure of a record, in the sentence that answers it.

extension Workbench {
  /// Which meeting was planned, held or called off, and for when, as a child may have several: `Strategy
  /// meeting planned: Osei, Yusuf, Mon 23 Nov 10:00`; nothing of other events.
  func meeting(
    in submission: Submission, by performed: Performed, of name: String
  ) -> String? {
    guard case .event(let kind, _, _) = submission.act,
      let done = [
        EventKind.meetingPlanned: "planned", .meetingHeld: "held", .meetingCancelled: "called off",
      ][kind],
      let step = submission.body[Field<String>.kind].flatMap(StepName.init(rawValue:))
    else { return nil }
    let time = submission.body[.planned].map { ", \($0.spokenShort(asOf: now()))" } ?? ""
    return "\(step.title) \(done): \(name)\(time)." + agreed(by: performed)
  }

  /// The next meeting that was agreed on, and whether it stands in a tray; how many actions do.
  private func agreed(by performed: Performed) -> String {
    let actions = performed.events.filter {
      $0.kind == .actionAgreed && $0[.action] != AgreedAction.nextMeeting
    }
    let stand =
      actions.isEmpty
      ? ""
      : " \(actions.count == 1 ? "1 action" : "\(actions.count) actions") in \(trays(of: actions))."
    let held = performed.events.first { $0.kind == .meetingHeld }
    let undated = AgreedAction.read(
      held?[.actions] ?? "", now: now(), held: held?.occurred ?? now()
    ).undated
    let rest =
      undated == 0
      ? "" : " \(undated) without a time \(undated == 1 ? "stands" : "stand") in the minutes only."
    return nextMeeting(by: performed) + stand + rest
  }

  /// In which trays actions stand, by what the authority calls them: `tray Team manager`.
  func trays(of actions: [Event]) -> String {
    let own = (try? procedures.current().trayTitles) ?? [:]
    var named: [String] = []
    for action in actions {
      guard let tray = action[.tray].flatMap(Tray.init(rawValue:)) ?? action.by.role.tray else {
        continue
      }
      let title = own[tray] ?? tray.title
      if !named.contains(title) { named.append(title) }
    }
    return "\(named.count == 1 ? "tray" : "trays") \(named.joined(separator: ", "))"
  }

  private func nextMeeting(by performed: Performed) -> String {
    guard let held = performed.events.first(where: { $0.kind == .meetingHeld }),
      let next = held[.next]
    else { return "" }
    let plan = performed.events.first { $0.kind == .meetingPlanned }
    guard let step = plan?[Field<String>.kind].flatMap(StepName.init(rawValue:)) else {
      return " No rule asks for a meeting: an action in its tray, "
        + "\(next.spokenShort(asOf: now()))."
    }
    return " \(step.title) planned for \(next.spokenShort(asOf: now()))."
  }

  /// ` to T. Osei`: who closed the record that is sent back.
  func closer(of child: ChildCase) -> String {
    child.history.last { $0.kind == .recordClosed }.map { " to \($0.by.name)" } ?? ""
  }

  /// Who is still to acknowledge a closed record after its closure or an acknowledgement: ` Still to acknowledge:
  /// the missing coordinator.`; nothing of other events.
  func stillToAcknowledge(_ performed: Performed) -> String {
    acknowledging(after: performed).map { " \($0.capitalisedFirst)." } ?? ""
  }

  /// Who is still to acknowledge a closed record after its closure or an acknowledgement: `still to acknowledge: the missing
  /// coordinator`, `all have acknowledged`; nothing of other events.
  func acknowledging(after performed: Performed) -> String? {
    let isAsked = performed.events.contains {
      $0.kind == .recordClosed || $0.kind == .acknowledged && !$0.isSendingBack
    }
    guard isAsked,
      let record = performed.child.currentRecord ?? performed.child.records.last,
      let procedure = try? procedures.procedure(of: record)
    else { return nil }
    let asked = Derive.steps(of: record, child: performed.child, procedure: procedure)
      .filter { $0.isOpen && $0.id.step == .acknowledge }
      .map { $0.role.mention(procedure.roleTitles) }
    guard let last = asked.last else { return "all have acknowledged" }
    let list = asked.count > 1 ? asked.dropLast().joined(separator: ", ") + " and " + last : last
    return "still to acknowledge: \(list)"
  }
}
