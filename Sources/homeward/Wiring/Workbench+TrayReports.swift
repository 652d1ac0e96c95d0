import Desk
import Exchange
import Store
import Workflow

// The reports that wait, as rows of a tray.

extension Workbench {
  /// The reports that wait and that the filter leaves.
  ///
  /// - Parameters:
  ///   - query: the order and the filter.
  ///   - drafts: what the person has begun.
  ///   - records: the records, as the person sees them.
  ///   - now: the moment.
  /// - Returns: the reports, in the order of the tray.
  /// - Throws: why the desk's file cannot be read.
  func reports(
    _ query: TrayQuery, drafts: DraftMarks, _ records: Records, now: Instant
  ) throws -> [WaitingRow] {
    let states = query.filter.states
    // What waits for triage has no time, but is for now: it is not late, and not for later either.
    if states.contains(.overdue), states.isDisjoint(with: [.today, .noLimit]) { return [] }
    if states.contains(.mine) { return [] }
    var waiting = try waitingRows(records)
    if ![.due, .steps].contains(query.sort) {
      waiting.sort { ($0.row.received, $0.reference) < ($1.row.received, $1.reference) }
    }
    if query.sort == .opened { waiting.reverse() }
    if states.contains(.away) { waiting.removeAll { $0.gist.returned != nil } }
    if states.contains(.unseen) {
      let seen = try records.seenReports(waiting.map(\.reference))
      waiting.removeAll { seen.contains($0.reference) }
    }
    if states.contains(.draft) {
      waiting.removeAll { drafts.titles(for: TrayRow($0, name: "")).isEmpty }
    }
    let words = query.filter.words.map { $0.lowercased() }
    if words.isEmpty { return waiting }
    // A word is asked of all that wait: what is known of each must do, or the first letter takes a minute.
    let all = try shown(waiting, isLookedUp: false, records, now: now)
    let fit = try zip(waiting, all).filter { report, row in
      var said = [row.name, row.reference, row.title, report.policeReference ?? ""]
      said += row.report?.lines(now: now) ?? []
      // A row names the first of several.
      if report.row.namesSeveral {
        said += try subjectsLeft(in: report.reference, records).map(\.name)
      }
      let text = said.joined(separator: " ")
      // Who types `nguyen` means Nguyễn, as among the steps.
      let (small, plain) = (text.lowercased(), Folding.fold(text))
      return words.allSatisfy { word in
        let bare = Folding.fold(word)
        return small.contains(word) || !bare.isEmpty && plain.contains(bare)
      }
    }.map(\.0)
    // Another report may name this one as told of the same child: the one that is asked for comes first.
    let own = fit.filter { words.contains($0.reference.lowercased()) }
    return own.isEmpty ? fit : own + fit.filter { !words.contains($0.reference.lowercased()) }
  }

  /// Reports as rows, with all that those say of them.
  ///
  /// - Parameters:
  ///   - reports: those that are shown, for each may have to be read.
  ///   - text: what the filter asks for: of several children the one who is meant is named.
  ///   - isLookedUp: whether it is looked up what is recorded of the children and what the texts say of an end; else
  ///     what is known of that already is said.
  ///   - records: the records, as the person sees them.
  ///   - now: the moment.
  /// - Returns: a row for each.
  /// - Throws: why the desk's file cannot be read.
  func shown(
    _ reports: [WaitingRow], asked text: String = "", isLookedUp: Bool = true,
    _ records: Records, now: Instant
  ) throws -> [TrayRow] {
    if reports.isEmpty { return [] }
    let twins = try reportTwins(records)
    let returns =
      isLookedUp ? try recordedReturns(reports, records) : try knownReturns()
    let open = isLookedUp ? try openHere(reports, records) : [:]
    let references = reports.map(\.reference)
    let notes = try notes(onReports: references, records)
    let seen = try records.seenReports(references)
    return try reports.map { waiting in
      let one =
        text.isEmpty
        ? nil : try oneMeant(of: waiting.row, waiting.part, asked: text, records)
      let name =
        try one ?? waiting.part.map { "\($0.name)? (\($0.place))" }
        ?? readName(of: waiting.row, records)
      var row = TrayRow(waiting, name: name)
      row.report?.twins = twins[waiting.reference] ?? []
      row.report?.back = returns[waiting.reference]
      row.report?.open = open[waiting.reference]
      row.report?.saysEnd =
        isLookedUp
        ? try saysEnd(waiting.row, records) : ends.known(waiting.reference) ?? false
      if waiting.row.kind == ReportKind.dailyList.rawValue,
        let list = try dailyList(of: waiting.reference, records)
      {
        row.report?.list = list.summary.words
        row.report?.age = list.child.adult(on: London.local(now).date)
      }
      row.note = notes[waiting.reference]?.joined(separator: " · ")
      row.isUnseen = !seen.contains(waiting.reference)
      return row
    }
  }
}

extension TrayRow {
  /// A report that waits as a row.
  init(_ report: WaitingRow, name: String) {
    self.init(report.row, name: name, part: report.part)
  }

  /// A report as a row.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - name: whom it is about, as far as that is known: what nobody has confirmed says so.
  ///   - part: what still waits of it, where some of its children are triaged.
  init(_ report: ReportRow, name: String, part: ReportPart? = nil) {
    self.init(
      kind: .report(reference: report.reference), child: "",
      name: name, reference: report.reference,
      title: "Triage report", due: nil, opens: report.received, planned: nil, attempts: 0,
      rules: ["L23-21"])
    tray = .frontDoor
    self.report = Report(
      kind: ReportKind(rawValue: report.kind)?.words ?? report.kind,
      policeReference: report.policeReference(of: part), gist: report.gist(of: part))
    self.report?.list = part?.words
    self.report?.severalWait = part.map { $0.subjects.count > 1 } ?? report.namesSeveral
    self.report?.tellsOfSeveral = part != nil || report.namesSeveral
    self.report?.isUnread =
      report.kind == ReportKind.unknown.rawValue && report.gist == ReportGist()
  }
}
