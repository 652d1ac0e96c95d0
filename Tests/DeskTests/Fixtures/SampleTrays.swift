import Desk
import Grid
import Workflow

/// Tray windows, reports and desks.
extension Sample {
  /// Text that tries to steer the terminal, to turn writing around, to be wide and to pile up marks.
  static let hostile = "Evil\u{1B}[2J\u{202E}txet\u{7}, 王小明 e\u{301}\u{327}\u{300}\u{200B}"

  /// A row of the tray of interviews.
  static func row(
    _ number: Int, name: String, due: String?, title: String = "Offer interview", attempts: Int = 0,
    step: StepName = .rhiOffer, child: String? = nil
  ) -> TrayRow {
    let reference =
      "E-2026-\(String(repeating: "0", count: max(0, 4 - "\(number)".count)))\(number)"
    return TrayRow(
      kind: .step(id: "\(reference).\(step.rawValue).1", name: step),
      child: child ?? "C-\(number)", name: name, reference: reference, title: title,
      due: due.map(at), opens: at("2026-11-20 08:10"), planned: nil, attempts: attempts,
      rules: ["NB-08", "NB-09"])
  }

  /// A report that waits.
  static let report: TrayRow = {
    var row = TrayRow(
      kind: .report(reference: "R-2026-0077"), child: "", name: "Pryce-Morgan, Siân?",
      reference: "R-2026-0077", title: "Triage report", due: nil, opens: at("2026-11-21 19:05"),
      planned: nil, attempts: 0, rules: ["L23-21"])
    var gist = ReportGist()
    (gist.risk, gist.from, gist.lastSeen) = (.medium, .care, at("2026-11-21 17:30"))
    row.report = .init(
      kind: "Police missing person report (Merlin)", policeReference: "CAD 5120/21NOV26", gist: gist
    )
    return row
  }()

  /// The same report on the page of the child whom it means.
  static let waiting = WaitingReport(
    reference: "R-2026-0077",
    report: report.report
      ?? .init(
        kind: "", policeReference: nil, gist: ReportGist()), isSure: true, isAgain: false)

  /// Seven rows as on a bad evening.
  static let seven: [TrayRow] = [
    row(398, name: "Wójcik, Tomasz 15", due: "2026-11-20 18:05", attempts: 2),
    row(412, name: "Pryce-Morgan, Siân 15", due: "2026-11-21 19:40", attempts: 1, child: "C-0412"),
    row(
      407, name: "Hassan, Amina 13", due: "2026-11-21 23:10", title: "Hold interview", attempts: 1,
      step: .rhiInterview),
    row(
      415, name: "Featherstonehaugh-Cholmondeley, Maximilian Bartholomew 12",
      due: "2026-11-22 07:45"),
    row(409, name: "Pham, Linh 16", due: "2026-11-23 09:15"),
    row(416, name: "王, 小明 14", due: "2026-12-01 09:15"),
    row(417, name: hostile, due: nil, title: "Monitor", step: .monitoring),
  ]

  /// Rows of every kind of standing, new ones among them.
  static let busy: [TrayRow] = {
    var rows = seven
    rows.insert(
      row(
        418, name: "Adeyemi, Tobi 13", due: nil, title: "Rate the risk", step: .riskRating,
        child: "C-0418"), at: 2)
    for index in rows.indices {
      rows[index].isUnseen = index > 4 || index == 2
      rows[index].stage = Stage.allCases[index % 6]
      rows[index].absence = TrayRow.Absence(
        started: at("2026-11-19 21:15"), returned: index % 2 == 0 ? nil : at("2026-11-21 08:10"))
    }
    // The child is away and nobody has rated the risk.
    rows[2].isAtOnce = true
    return rows
  }()

  /// What the repeat lens sees of one of them.
  static let past: [String: [PastEpisode]] = [
    "C-0412": [
      PastEpisode(
        reference: "E-2026-0301", started: at("2026-09-02 18:00"), place: "Bus station",
        placed: at("2026-09-03 02:10")),
      PastEpisode(
        reference: "E-2026-0377", started: at("2026-10-28 18:00"), place: "14 Elm Road",
        placed: at("2026-10-28 23:10")),
      PastEpisode(
        reference: "E-2026-0412", started: at("2026-11-19 21:15"), place: nil, placed: nil),
    ]
  ]

  /// Two hundred rows.
  static let many: [TrayRow] = (1...200).map { number in
    row(
      number, name: "Child, Number \(number)",
      due: at("2026-11-21 08:00").adding(hours: number).iso, attempts: number % 4)
  }

  /// Rows of a tray from an offset on, with the counts of all trays.
  static func window(
    _ rows: [TrayRow], in tray: Tray = .rhi, offset: Int = 0, limit: Int = 1000
  ) -> TrayWindow {
    window(rows, TrayQuestion(TrayQuery(tray: tray), offset: offset, limit: limit))
  }

  /// The answer to a question, as the program would give it from these rows.
  static func window(_ all: [TrayRow], _ question: TrayQuestion) -> TrayWindow {
    let tray = question.query.tray
    let words = question.query.filter.words
    var rows = all.filter { row in
      words.allSatisfy { row.name.lowercased().contains($0.lowercased()) }
    }
    if question.query.sort == .child { rows.sort { $0.name < $1.name } }
    let place = question.anchor.flatMap { anchor in
      rows.firstIndex { $0.kind == anchor.kind }
    }
    let sibling = question.anchor.flatMap { anchor in
      rows.firstIndex { $0.child == anchor.child && !anchor.child.isEmpty }
    }
    let first = (place ?? sibling).map { max(0, $0 - (question.anchor?.before ?? 0)) }
    let offset = min(first ?? question.offset, max(0, rows.count - 1))
    let late = rows.count { $0.due.map { $0 < now } ?? false }
    var counts = [
      TrayCount(tray: .frontDoor, open: 3, overdue: 0, today: 0),
      TrayCount(tray: .missingCoordinator, open: 12, overdue: 2, today: 1),
      TrayCount(tray: .tys, open: 4, overdue: 0, today: 0),
      TrayCount(tray: .rhi, open: 7, overdue: 2, today: 1),
      TrayCount(tray: .teamManager, open: 5, overdue: 1, today: 2),
      TrayCount(tray: .socialWorker, open: 0, overdue: 0, today: 0),
    ].filter { $0.tray != tray }
    counts.append(
      TrayCount(
        tray: tray, open: rows.count, overdue: late, today: min(rows.count, 2),
        unseen: rows.count(where: \.isUnseen)))
    let loaded = Array(rows.dropFirst(offset).prefix(question.limit))
    var window = TrayWindow(
      question.query, offset: offset, rows: loaded, total: rows.count,
      counts: question.isCounted ? counts : nil)
    if let anchor = question.anchor {
      window.answer(
        anchor.kind, isGone: place == nil,
        isLeftOut: place == nil && all.contains { $0.kind == anchor.kind },
        sibling: place == nil ? sibling : nil)
    }
    return window
  }

  /// A report read whole, with one child who is surely meant.
  static func draft(isProposed: Bool = true) -> TriageDraft {
    TriageDraft(
      reference: "R-2026-0077", subject: 1, subjects: isProposed ? 1 : 2,
      kind: "police missing report",
      values: [
        "family-name": .init(typed: "Pryce-Morgan", seenAs: "line 3: PRYCE-MORGAN"),
        "given-names": .init(typed: "Siân", seenAs: "line 3: Sian"),
        "born": .init(typed: "2011-03-12", seenAs: "line 4: 12/03/2011"),
        "from": .init(typed: "care", seenAs: "line 7: Elm House (children's home)"),
        "category": .init(typed: "missing", seenAs: "line 1: MISSING"),
        "last-seen": .init(typed: "2026-11-21T17:30+00:00", seenAs: "line 9: 21/11 1730hrs"),
        "reported-at": .init(typed: "2026-11-21T18:50+00:00", seenAs: "line 2: 21/11/26 18:50"),
        "risk": .init(typed: "medium", seenAs: "line 12: MEDIUM RISK"),
        "police-ref": .init(typed: "CAD 5120/21NOV26", seenAs: "line 2: CAD 5120/21NOV26"),
        "circumstances": .init(
          typed: "Left after tea without saying where to. Phone off.", seenAs: "lines 14 to 15"),
      ],
      gaps: [
        .init("who saw the child last", field: "last-seen-by"),
        .init("a telephone number to call back", field: "reporter-phone"),
      ],
      warnings: isProposed ? [] : ["The report was written 1h 20m after the child was last seen"],
      candidates: [
        .init(
          id: "C-0412", title: "Pryce-Morgan, Siân, born Sat 12 Mar 2011, Elm House",
          because: "same name and birthday"),
        .init(
          id: "C-0388", title: "Price-Morgan, Sean, born Tue 12 Apr 2011",
          because: "name sounds alike, birthday differs by a month"),
      ], isProposed: isProposed,
      question: isProposed ? nil : "Two children are alike: which one is meant?",
      text: "MISSING PERSON REPORT\r\nCAD 5120/21NOV26 21/11/26 18:50\r\nPRYCE-MORGAN, Sian\r\n"
        + "DOB 12/03/2011\r\n\r\n\u{1B}[31mNot red\u{1B}[0m\r\n"
        + (1...40).map { "Line \($0) of what the officer wrote, which goes on for a while." }
        .joined(separator: "\r\n"))
  }

  /// A desk of a size, with rows in its tray.
  static func desk(
    _ width: Int = 80, _ height: Int = 24, me: Person = worker, tray: Tray = .rhi,
    rows: [TrayRow]? = seven
  ) -> Desk {
    var desk = Desk(
      me: me, place: "Northbrook · northbrook-2026", now: now,
      size: Desk.Size(width: width, height: height), themeName: "terminal", tray: tray,
      isDrill: false, session: "s1")
    if let rows { _ = update(&desk, .window(window(rows, in: tray), generation: 1)) }
    return desk
  }

  /// The same desk with a screen in front.
  static func desk(
    _ width: Int = 80, _ height: Int = 24, me: Person = worker, showing screen: Screen
  ) -> Desk {
    var desk = desk(width, height, me: me)
    desk.stack.append(screen)
    return desk
  }
}
