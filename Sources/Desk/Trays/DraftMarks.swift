import Workflow

/// On whom and what a person has begun to type, from the keys under which drafts are kept.
package struct DraftMarks: Sendable, Hashable {
  /// For each child or report what is begun, by the keys of the drafts.
  private var begun: [String: [String: String]] = [:]
  /// The keys of those that stand on no row: a report that is typed in, one that is set aside or taken back.
  private var elsewhere: Set<String> = []

  /// Nothing begun.
  package init() {}

  /// Reads the keys: `event:KIND:CHILD…`, `correct:CHILD:NUMBER` and `triage:REPORT:NUMBER`.
  ///
  /// - Parameter keys: as `FormScreen.draftKey` makes them.
  package init(keys: [String]) {
    for key in keys { add(key) }
  }

  /// Notes a draft that was kept.
  mutating func add(_ key: String) {
    let parts = key.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    switch parts.first {
    case "event" where parts.count >= 3:
      begun[parts[2], default: [:]][key] = EventKind(rawValue: parts[1])?.title ?? parts[1]
    case "correct" where parts.count == 3:
      begun[parts[1], default: [:]][key] = EventKind.corrected.title
    case "triage" where parts.count >= 2: begun[parts[1], default: [:]][key] = "Triage"
    case "report-note" where parts.count == 2: begun[parts[1], default: [:]][key] = "Note"
    default: elsewhere.insert(key)
    }
  }

  /// Forgets a draft that was recorded or put away.
  mutating func remove(_ key: String) {
    for subject in begun.keys { begun[subject]?[key] = nil }
    begun = begun.filter { !$0.value.isEmpty }
    elsewhere.remove(key)
  }

  /// Whether a draft is kept under a key.
  func has(_ key: String) -> Bool {
    elsewhere.contains(key) || begun.values.contains { $0[key] != nil }
  }

  /// Whether a form of an event was begun on a child, whatever it is about there.
  func hasBegun(_ kind: EventKind, on child: String) -> Bool {
    begun[child]?.keys.contains { $0.hasPrefix("event:\(kind.rawValue):") } ?? false
  }

  /// How many there are.
  var count: Int { begun.values.reduce(0) { $0 + $1.count } }

  /// What is begun on a child or report: `interview attempt, returned`.
  package func words(on subject: String) -> String {
    Set(begun(on: subject).values.map(\.lowercasedFirst)).sorted().joined(separator: ", ")
  }

  /// What is begun on a child, by the keys of the drafts.
  func begun(on child: String) -> [String: String] { begun[child] ?? [:] }

  /// The children and reports on whom something is begun.
  package var subjects: [String] { begun.keys.sorted() }

  /// What is begun on a row's report or step, or on the child without being about a certain step; of a line that
  /// stands for others of its child whatever is begun on the child: `Interview attempt`.
  package func titles(for row: TrayRow) -> [String] {
    guard let begun = begun[row.step == nil ? row.kind.id : row.child] else { return [] }
    let own = begun.filter { key, _ in
      let mark = DraftMark(key: key, title: "", saved: row.opens)
      // A correction is of an event, not of a step.
      return row.others > 0 || mark.kind == nil && mark.report == nil || mark.belongs(to: row)
    }
    return Set(own.values).sorted()
  }
}
