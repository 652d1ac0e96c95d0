import Desk
import Store
import Workflow

extension Workbench {
  /// A tray's rows from an offset on.
  ///
  /// Reports that wait lie in the front door's tray before its steps: what is not yet triaged may be
  /// anything.
  func window(_ tray: Tray, offset: Int, limit: Int, for person: Person?) throws -> TrayWindow {
    let records = records(for: person)
    let now = now()
    let counts = try counts(records, now: now)
    var rows: [TrayRow] = []
    var stepOffset = offset
    var stepLimit = limit
    if tray == .frontDoor {
      let waiting = try records.waitingReportCount()
      if offset < waiting {
        rows = try records.waitingReports(Window(offset: offset, limit: limit)).map(TrayRow.init)
      }
      stepOffset = max(0, offset - waiting)
      stepLimit = limit - rows.count
    }
    if stepLimit > 0 {
      rows += try records.steps(in: tray, Window(offset: stepOffset, limit: stepLimit), now: now)
        .map(TrayRow.init)
    }
    return TrayWindow(tray: tray, offset: offset, rows: rows, counts: counts)
  }

  /// How much waits in every tray.
  func counts(_ records: Records, now: Instant) throws -> [ShownTrayCount] {
    let stored = try records.trayCounts(now: now)
    let waiting = try records.waitingReportCount()
    return Tray.allCases.map { tray in
      let count = stored[tray]
      return ShownTrayCount(
        tray: tray, open: (count?.open ?? 0) + (tray == .frontDoor ? waiting : 0),
        overdue: count?.overdue ?? 0, today: count?.dueToday ?? 0)
    }
  }
}

extension TrayRow {
  /// A work step as a row.
  init(_ step: StepRow) {
    let name = StepName(rawValue: step.step) ?? .register
    self.init(
      kind: .step(id: step.id, name: name), child: step.child,
      name: step.childName + (step.childAge.map { " \($0)" } ?? ""),
      reference: step.episode.isEmpty ? step.record : step.episode, title: name.title,
      due: step.due,
      opens: step.opens, planned: step.planned,
      attempts: name == .rhiOffer || name == .rhiInterview ? step.attempts : 0, rules: step.rules)
  }

  /// A report as a row.
  init(_ report: ReportRow) {
    self.init(
      kind: .report(reference: report.reference), child: "",
      name: [report.policeReference, report.kind].compactMap { $0 }.joined(separator: " "),
      reference: report.reference, title: "Triage report", due: nil, opens: report.received,
      planned: nil, attempts: 0, rules: ["L23-21"])
  }
}
