import Workflow

/// Where the reports that wait for triage stand, seen from the row that is selected, which is none of them.
enum WaitingReports: Equatable {
  /// None waits.
  case none
  /// The rows are being read: nobody can say where.
  case somewhere(Int)
  /// From the first row on.
  case onTop
  /// Above the row, behind what presses more; how many, where no filter leaves some of them out.
  case above(Int?)
  /// Below the row.
  case below(Int?)
  /// None of the rows that the filter leaves, or of those that are read of them, is a report.
  case filtered(Int)

  /// What to do to come to them.
  ///
  /// - Parameter keys: the person's keys.
  /// - Returns: a sentence.
  func hint(_ keys: Keymap) -> String {
    func reports(_ count: Int?) -> String { count.map { "\($0) wait" } ?? "Reports wait" }
    return switch self {
    case .none: "No report waits: \(keys.name("report")) takes one in, from a file or pasted."
    case .somewhere(let count): "\(count) wait for triage."
    case .onTop:
      "\(keys.name("first-row")) goes to the first row: reports that wait stand on top."
    case .above(let count):
      "\(reports(count)) further up: \(keys.name("first-row")) goes to the first row."
    case .below(let count):
      "\(reports(count)) further down: \(keys.name("row-down")) goes there."
    case .filtered(let count):
      "\(count) wait, not among these: \(keys.name("clear")) takes the filter away."
    }
  }
}

extension Desk {
  /// Where reports stand: together, behind what is to be done at once or overdue, and before all other rows.
  var waitingReports: WaitingReports {
    let waiting = trays.count(of: .frontDoor)?.reports ?? 0
    guard trays.isLoaded, let window = trays.window else {
      return waiting > 0 ? .somewhere(waiting) : .none
    }
    if trays.row(at: 0).map({ $0.step == nil }) ?? false { return .onTop }
    let isWhole = trays.query.filter.isEmpty
    let count = isWhole && waiting > 0 ? waiting : nil
    if let index = window.rows.firstIndex(where: { $0.step == nil }) {
      return window.offset + index < trays.selected ? .above(count) : .below(count)
    }
    guard waiting > 0 else { return .none }
    guard isWhole else { return .filtered(waiting) }
    // None is among the rows around the screen: they stand before these, or behind.
    guard window.offset > 0 else { return .below(waiting) }
    let isBehind =
      [.due, .steps].contains(trays.query.sort)
      && window.rows.last.map { $0.isAtOnce || $0.due.map { $0 <= now } ?? false } ?? false
    return isBehind ? .below(waiting) : .above(waiting)
  }
}
