import Store
import Workflow

extension Workbench {
  /// Which of several open steps of one name was ticked off, moved or held: ` (record, due Mon 23 Nov 14:00)`; nothing
  /// where it is the only one.
  func oneOfSeveral(by performed: Performed) -> String {
    let kinds: Set<EventKind> = [.stepDone, .reassigned, .held]
    guard let act = performed.events.first(where: { kinds.contains($0.kind) }),
      let record = performed.child.currentRecord,
      let procedure = try? procedures.procedure(of: record)
    else { return "" }
    let steps = Derive.steps(of: record, child: performed.child, procedure: procedure)
    let done = steps.filter { $0.settled?.sequence == act.sequence }
    let step =
      act.kind == .stepDone
      ? done.first { $0.id.part == act[.part] } ?? done.first
      : steps.doing(
        act[.step], part: act[.part], in: act[.episode] ?? record.current?.reference)
    guard let step else { return "" }
    let twins = step.openTwins(among: steps) + done.filter { $0.id != step.id }
    if twins.isEmpty { return "" }
    return step.apart(from: twins, procedure: procedure, asOf: now()).map { " (\($0))" } ?? ""
  }
}
