import Desk
import Grid
import Workflow

/// Rows that say the same of the same child, and rows of several trays.
extension Sample {
  /// A row of a step with a part, in a tray.
  static func row(
    _ number: Int, _ name: String, _ step: StepName, part: String? = nil, in tray: Tray,
    due: String?, child: String
  ) -> TrayRow {
    let reference = "E-2026-0\(number)"
    var row = TrayRow(
      kind: .step(
        id: "\(reference).\(step.rawValue).1" + (part.map { ".\($0)" } ?? ""), name: step),
      child: child, name: name, reference: reference, title: step.title, due: due.map(at),
      opens: at("2026-11-19 08:10"), planned: nil, attempts: 0, rules: ["NB-08"])
    row.tray = tray
    return row
  }

  /// Two review meetings of two episodes of one child, and one acknowledgement asked of two roles.
  static let twins: [TrayRow] = [
    row(
      398, "Featherstonehaugh, Maximilian 12", .reviewMeeting, in: .teamManager,
      due: "2026-11-20 18:05", child: "C-0398"),
    row(
      412, "Featherstonehaugh, Maximilian 12", .reviewMeeting, in: .teamManager,
      due: "2026-11-21 12:40", child: "C-0398"),
    row(
      407, "Hassan, Amina 13", .acknowledge, part: "team-manager", in: .teamManager,
      due: "2026-11-21 13:10", child: "C-0407"),
    row(
      407, "Hassan, Amina 13", .acknowledge, part: "missing-coordinator", in: .missingCoordinator,
      due: "2026-11-21 13:10", child: "C-0407"),
  ]

  /// What lies in all trays, the first late.
  static let allTrays: [TrayRow] = {
    var rows = twins
    var minutes = row(
      399, "Wójcik, Tomasz 15", .minutes, in: .teamManager, due: "2026-11-19 18:05", child: "C-0399"
    )
    minutes.tellsOfHarm = true
    minutes.isUnseen = true
    minutes.others = 4
    minutes.othersOverdue = 2
    rows.insert(minutes, at: 0)
    var offer = row(
      415, "Pham, Linh 16", .rhiOffer, in: .rhi, due: "2026-11-21 18:05", child: "C-0415")
    offer.others = 3
    rows.append(offer)
    return rows
  }()
}
