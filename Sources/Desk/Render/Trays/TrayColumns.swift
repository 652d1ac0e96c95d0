import Grid
package import Workflow

/// The columns of a tray's rows.
///
/// Where there is no room for all of them, they go in this order: the rules, since when the row is
/// there, the stage, the reference, the attempts, the due time. What is left of the time, the child and
/// the step stay, and so do the signs before them.
package struct TrayColumns {
  /// What a column shows.
  package enum Column: CaseIterable, Sendable {
    /// Marked, begun or new; overdue or today.
    case signs
    /// What is left of the time.
    case left
    case child, step
    /// In which tray, where the rows of all are shown.
    case tray
    case due, tries, reference, stage, opened, rules

    /// The order in which columns are given room: what comes last goes first.
    package static let order = allCases.filter { $0 != .tray }

    /// The order in which those that are there stand on the screen.
    static let shown: [Column] = [
      .signs, .due, .left, .child, .step, .tray, .stage, .tries, .reference, .opened, .rules,
    ]

    /// Columns of the screen, with the gap after it; child and step share what is left.
    var width: Int {
      switch self {
      case .signs: 3
      case .left: 10
      case .child: 22
      case .step: 22
      case .due: 13
      case .tray: 14
      case .tries: 4
      case .reference: 13
      case .stage: 9
      case .opened: 13
      case .rules: 14
      }
    }

    /// What stands above it.
    var heading: String {
      switch self {
      case .signs: ""
      case .left: "left"
      case .child: "child"
      case .step: "step"
      case .due: "due"
      case .tray: "tray"
      case .tries: "try"
      case .reference: "reference"
      case .stage: "stage"
      case .opened: "there since"
      case .rules: "rules"
      }
    }
  }

  /// Columns of the screen that a row may take.
  package let width: Int
  /// The columns that have room, with their widths, as they stand on the screen.
  package let columns: [(column: Column, width: Int)]
  /// What the trays are called, where the rows of all are shown.
  private let trayTitles: [Tray: String]?
  /// What people call the part of a step.
  private let partWords: (String) -> String

  /// Gives out the room.
  ///
  /// - Parameters:
  ///   - width: columns of the screen that a row may take.
  ///   - hasTries: whether any row has attempts; where none has, their column is the names'.
  ///   - hasReports: whether any row is a report, of which more is to be said than of a step.
  ///   - rows: the rows that are loaded: no name is cut while another column has room to spare.
  ///   - now: the moment.
  ///   - trayTitles: what the trays are called, where the rows of all are shown.
  ///   - partWords: what people call the part of a step, which tells two of one name apart.
  package init(
    width: Int, hasTries: Bool = true, hasReports: Bool = false, fitting rows: [TrayRow] = [],
    now: Instant = Instant(seconds: 0), trayTitles: [Tray: String]? = nil,
    partWords: @escaping (String) -> String = CodeWords.words
  ) {
    self.width = width
    self.partWords = partWords
    self.trayTitles = trayTitles
    var room = width
    var there: Set<Column> = []
    // Half of a name is enough to know a tray by.
    let tray = trayTitles == nil ? 0 : width < 70 ? 9 : Column.tray.width
    if tray > 0 {
      there.insert(.tray)
      room -= tray
    }
    for column in Column.order where hasTries || column != .tries {
      // Signs, time, child and step stay, however narrow.
      let isNeeded = [.signs, .left, .child, .step].contains(column)
      guard isNeeded || room >= column.width else { break }
      there.insert(column)
      room -= column.width
    }
    let fixed = tray + there.subtracting([.child, .step, .tray]).reduce(0) { $0 + $1.width }
    let needs = Needs(rows, now: now, partWords)
    // A weekday and a month make the due time easier, once names have room enough; where no row has a
    // due time there is nothing to make easier.
    let mayGrow = there.contains(.due) && width - fixed >= 44
    let year = London.local(now).date.year
    let hasYears = rows.contains { $0.due.map { London.local($0).date.year != year } ?? false }
    let dueExtra =
      mayGrow && (rows.isEmpty || rows.contains { $0.due != nil }) ? (hasYears ? 5 : 4) : 0
    let text = max(10, width - fixed - dueExtra)
    let child = needs.child(of: text, usual: text * (hasReports ? 9 : 11) / 20)
    columns = Column.shown.filter(there.contains).map { column in
      switch column {
      case .child: (column, child)
      case .step: (column, text - child)
      case .due: (column, column.width + dueExtra)
      case .tray: (column, tray)
      default: (column, column.width)
      }
    }
  }

  /// Columns of the screen that names and steps of some rows take, with the gap after them.
  private struct Needs {
    private var child = 0
    private var step = 0

    init(_ rows: [TrayRow], now: Instant, _ partWords: (String) -> String) {
      for row in rows {
        child = max(child, DisplayWidth.of(displaySafe(row.name)) + (row.isUnfolded ? 3 : 1))
        if let report = row.report {
          // Its words go by the room that there is; what tells it apart is to be seen.
          let reference = displaySafe(report.policeReference ?? row.reference)
          let least = DisplayWidth.of("\(report.standing(now: now)[0]), \(reference)") + 1
          step = max(step, least)
          continue
        }
        let others = row.othersWords(asOf: now).last.map { DisplayWidth.of($0) + 1 } ?? 0
        let twin = DisplayWidth.of(displaySafe(row.twinMark(partWords))) + row.mark.count
        step = max(step, DisplayWidth.of(displaySafe(row.title)) + twin + others + 1)
      }
    }

    /// How much of the room for both is the child's: as usual where nothing is cut so, else what the
    /// step leaves; where there is too little for both whole, the step has its short words, and after
    /// that the name keeps half.
    func child(of text: Int, usual: Int) -> Int {
      if child <= usual, step <= text - usual || child == 0 { return usual }
      if child + step <= text { return child > usual ? child : text - step }
      return min(child, max(text / 2, text - step))
    }
  }

  /// What a row is besides what it says: what its first signs tell.
  struct Standing {
    var isMarked = false
    var hasDraft = false
    /// Marked, then begun, then new: what matters most to the person stands.
    func sign(of row: TrayRow) -> String {
      isMarked ? "*" : hasDraft || row.begunByOther != nil ? "~" : row.isUnseen ? "+" : " "
    }
  }

  /// Draws what stands above the rows.
  func drawHeadings(row: Int, column: Int, on frame: inout Frame) {
    draw(row: row, column: column, on: &frame) { column in (column.heading, .tableHeader) }
  }

  /// Draws a row; the signs, the due time and what is left take the urgency's role.
  func draw(
    _ item: TrayRow, standing: Standing, now: Instant, row: Int, column: Int, isSelected: Bool,
    on frame: inout Frame
  ) {
    let urgency = Urgency(of: item, now: now)
    let plain: StyleRole = isSelected ? .selected : .text
    let time = isSelected ? plain : urgency.role
    draw(row: row, column: column, on: &frame) { column in
      switch column {
      case .signs: (standing.sign(of: item) + urgency.sign, time)
      case .left: (urgency.left, time)
      case .child: ((item.isUnfolded ? "  " : "") + item.name, plain)
      case .step: (step(of: item, now: now), plain)
      case .due: (due(of: item, now: now), time)
      case .tray: (item.tray.flatMap { trayTitles?[$0] } ?? "", plain)
      case .tries: (item.attempts > 0 ? "\(item.attempts)" : "", plain)
      case .reference: (item.reference, plain)
      case .stage: (item.stage?.title ?? "", plain)
      case .opened: (short(item.opens), plain)
      case .rules: (item.rules.joined(separator: " "), isSelected ? plain : .muted)
      }
    }
  }

  private func draw(
    row: Int, column: Int, on frame: inout Frame, _ cell: (Column) -> (String, StyleRole)
  ) {
    var at = column
    for (column, width) in columns where width > 1 {
      let (text, role) = cell(column)
      frame.show(
        fitted(displaySafe(text), to: width - 1, column == .tries ? .right : .left), row: row,
        column: at, role: role)
      at += width
    }
  }

  /// The step, and at the end of the column for how many other rows it stands; of a report how pressing
  /// it is and by what the police know it.
  private func step(of row: TrayRow, now: Instant) -> String {
    let width = (columns.first { $0.column == .step }?.width ?? 0) - 1
    if let report = row.report { return words(of: report, row, width: width, now: now) }
    let title = row.mark + displaySafe(row.title)
    let twin = displaySafe(row.twinMark(partWords))
    let others = row.othersWords(asOf: now)
    let ways = others.isEmpty ? [""] : others.map { " \($0)" }
    for others in ways where DisplayWidth.of(title + twin + others) <= width {
      return title + twin + others
    }
    let ending = displaySafe(row.twinEnding(partWords))
    guard let others = others.last else { return marked(title, ending, to: width) }
    let room = width - DisplayWidth.of(others) - 1
    return room > 3
      ? fitted(marked(title, ending, to: room), to: room) + " " + others
      : marked(title, ending, to: width)
  }

  /// A name with what tells it apart, each cut as far as it must be: half of the room is the name's.
  private func marked(_ title: String, _ twin: String, to room: Int) -> String {
    if DisplayWidth.of(title + twin) <= room { return title + twin }
    // The words by which it differs are part of it.
    if DisplayWidth.of(title) <= room, title.hasSuffix(twin) { return title }
    if twin.isEmpty || room < 8 { return clipped(title, to: room) }
    let ending = clipped(twin, to: max(room / 2, room - DisplayWidth.of(title)))
    return clipped(title, to: room - DisplayWidth.of(ending)) + ending
  }

  /// `Triage report: HIGH, away 3h, 26MIS60003`; in less room the words go first, then the reference down
  /// to its end, which tells two reports of a day apart, then how long it is.
  private func words(of report: TrayRow.Report, _ row: TrayRow, width: Int, now: Instant) -> String
  {
    let standing = report.standing(now: now)
    // Of several children the police's reference is one's, beside what is said of another.
    let police = report.severalWait ? nil : report.policeReference
    let reference = displaySafe(police ?? row.reference)
    let whole = "\(standing[0]), \(reference)"
    for text in ["\(row.title): \(whole)", whole] where DisplayWidth.of(text) <= width {
      return text
    }
    for ways in [standing.prefix(2), standing.dropFirst(2).prefix(1)] {
      for text in ways where DisplayWidth.of(text) + 2 + DisplayWidth.of(reference) <= width {
        return "\(text), \(reference)"
      }
      for text in ways {
        let room = width - DisplayWidth.of(text) - 3
        if room >= 3 { return "\(text), …\(reference.suffix(room))" }
      }
    }
    for text in standing where DisplayWidth.of(text) <= width { return text }
    return standing.last ?? ""
  }

  private func due(of row: TrayRow, now: Instant) -> String {
    let width = columns.first { $0.column == .due }?.width ?? 0
    if let due = row.comesUp {
      let isThisYear = London.local(due).date.year == London.local(now).date.year
      return width > 13 || !isThisYear ? due.spoken(in: width - 1, asOf: now) : short(due)
    }
    let isToday = London.local(row.opens).date == London.local(now).date
    return "since " + (isToday ? row.opens.clock : London.local(row.opens).date.dayAndMonth)
  }

  /// Where there is little room the month goes without saying: `Fri 20 18:05`.
  private func short(_ instant: Instant) -> String {
    let date = London.local(instant).date
    return "\(date.weekday.short) \(date.day) \(instant.clock)"
  }
}
