import GRDB
import Workflow

/// Works out every read table anew from the journal and compares, child by child, so that a large
/// desk needs no more memory than a small one.
struct TableCheck {
  let db: Database
  let procedures: ProcedureSource
  private(set) var findings: [VerifyFinding] = []
  private(set) var children = 0
  private var counters: [String: Int] = [:]
  private var counts = ReadSchema.ofChildren.map { _ in 0 }
  private var searchRows = 0

  init(db: Database, procedures: ProcedureSource) throws {
    self.db = db
    self.procedures = try procedures.ofDesk(in: db)
  }

  /// Compares everything; the progress is told the children that are through, and how many there are.
  mutating func run(progress: (Int, Int) -> Void) throws {
    let total = try Journal(db: db).childCount()
    let streams = try String.fetchCursor(
      db, sql: "SELECT stream FROM journal WHERE version = 1 ORDER BY stream")
    var reports = 0
    while let text = try streams.next(), findings.count < 100 {
      let events: [Event]
      switch Stream(text: text) {
      case .child(let id):
        events = try Journal(db: db).events(of: .child(id))
        compare(id, events)
        children += 1
        if children.isMultiple(of: 500) { progress(children, total) }
      case .report(let reference):
        events = try Journal(db: db).events(of: .report(reference))
        try compareReport(reference, events)
        reports += 1
      case .desk:
        events = try Journal(db: db).events(of: .desk)
        try compareDesk(events)
      case nil: events = []
      }
      for reference in events.flatMap(Reference.begun) {
        counters[reference.counter] = max(counters[reference.counter] ?? 0, reference.number)
      }
    }
    guard findings.count < 100 else { return }
    try compareTotals(reports: reports)
    try compareCommands()
  }

  private mutating func compare(_ id: String, _ events: [Event]) {
    let child = ChildCase(id: id, history: events)
    do {
      let expected = try ChildProjection(child: child, procedures: procedures).rows()
      let found = try ReadTables(db: db).rows(of: id)
      for (index, table) in ReadSchema.ofChildren.enumerated() {
        counts[index] += expected.tables[index].count
        if let key = firstDifference(expected.tables[index], found.tables[index]) {
          add(.tableWrong, "Table \(table.name): the row of \(key) is not what the journal says.")
        }
      }
      if expected.search != nil { searchRows += 1 }
      if expected.search != found.search {
        add(.searchWrong, "The search index does not find child \(id) as the journal says.")
      }
    } catch {
      let reason = (error as? StoreError)?.sentence ?? "its rows cannot be worked out."
      add(.notDerived, "Child \(id): \(reason)")
    }
  }

  private func firstDifference(_ expected: [ReadRow], _ found: [ReadRow]) -> String? {
    if expected == found { return nil }
    let wanted = Dictionary(expected.map { ($0.key, $0) }) { first, _ in first }
    if let strange = found.first(where: { wanted[$0.key] != $0 }) { return strange.key }
    let there = Set(found.map(\.key))
    return expected.first { !there.contains($0.key) }?.key ?? expected.first?.key ?? "?"
  }

  private mutating func compareReport(_ reference: String, _ events: [Event]) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT \(ReportProjection.columns) FROM reports WHERE reference = ?",
      arguments: [reference])
    if row.map({ Array($0.databaseValues) }) != ReportProjection.row(of: reference, events) {
      add(.tableWrong, "Table reports: the row of \(reference) is not what the journal says.")
    }
  }

  private mutating func compareDesk(_ events: [Event]) throws {
    var staff: [String: [DatabaseValue]] = [:]
    for event in events where event.kind == .staffAdded {
      staff[event[.staff] ?? ""] = [
        (event[.staff] ?? "").databaseValue, (event[.name] ?? "").databaseValue,
        TextList.write(event[.roles] ?? []).databaseValue, event[Field<String>.login].cell,
      ]
    }
    var found: [String: [DatabaseValue]] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT id, name, roles, login FROM staff") {
      found[row[0]] = Array(row.databaseValues)
    }
    for id in Set(staff.keys).union(found.keys).sorted() where staff[id] != found[id] {
      add(.tableWrong, "Table staff: the row of \(id) is not what the journal says.")
    }
    let facts = DeskProjection.facts(events)
    var rows: [String: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT name, value FROM desk") { rows[row[0]] = row[1] }
    if facts != rows { add(.tableWrong, "Table desk is not what the journal says.") }
  }

  private mutating func compareTotals(reports: Int) throws {
    var expected = Dictionary(
      uniqueKeysWithValues: zip(ReadSchema.ofChildren.map(\.name), counts))
    expected["reports"] = reports
    for (name, count) in expected.sorted(by: { $0.key < $1.key }) {
      let found = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(name)") ?? 0
      if found != count {
        add(.tableWrong, "Table \(name) has \(found) rows; the journal makes \(count).")
      }
    }
    let found = try Int.fetchOne(db, sql: "SELECT count(*) FROM search") ?? 0
    if found != searchRows {
      add(.searchWrong, "The search index has \(found) children; the journal has \(searchRows).")
    }
    if try !SearchCheck(db: db).isSound() {
      add(
        .searchWrong, "The search index does not find children by the words that are kept of them.")
    }
    var reached: [String: Int] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT name, value FROM counters") {
      reached[row[0]] = row[1]
    }
    if reached != counters { add(.tableWrong, "Table counters is not what the journal says.") }
  }

  private mutating func compareCommands() throws {
    let made = "SELECT command, min(seq), count(*) FROM journal GROUP BY command"
    let kept = "SELECT id, first, count FROM commands"
    for sql in ["\(made) EXCEPT \(kept)", "\(kept) EXCEPT \(made)"] {
      if let command = try String.fetchOne(db, sql: sql + " LIMIT 1") {
        add(.tableWrong, "Table commands: the row of \(command) is not what the journal says.")
      }
    }
  }

  private mutating func add(_ code: VerifyFinding.Code, _ sentence: String) {
    findings.append(VerifyFinding(code: code, sentence: sentence))
  }
}
