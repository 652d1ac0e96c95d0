import GRDB
import Synchronization
import Workflow

/// Works out every read table anew from the journal and compares, child by child, so that a large
/// desk needs no more memory than a small one.
struct TableCheck: Sendable {
  private(set) var findings: [VerifyFinding] = []
  private(set) var children = 0
  private var counters: [String: Int] = [:]
  private var counts = ReadSchema.ofChildren.map { _ in 0 }
  private var searchRows = 0
  private var reports = 0

  /// Deals the streams of a journal out to those who compare them, some at a time, in their order.
  final class Deal: Sendable {
    private let next = Mutex(0)
    fileprivate static let size = 32

    /// The number of the next lot; each is dealt once.
    fileprivate func draw() -> Int {
      next.withLock { next in
        defer { next += 1 }
        return next
      }
    }
  }

  /// Compares the rows of the children, the reports and the desk that are dealt to it.
  ///
  /// The file may be damaged: whoever runs this before it is known to be whole throws away what it
  /// came to, where it is not.
  ///
  /// - Parameters:
  ///   - db: the file.
  ///   - source: where the procedures are.
  ///   - deal: who compares what.
  ///   - progress: is told how many children there are, once for each that is through.
  /// - Throws: that the file or a procedure cannot be read.
  mutating func run(
    _ db: Database, _ source: ProcedureSource, _ deal: Deal, progress: (Int) -> Void
  ) throws {
    let procedures = try source.ofDesk(in: db)
    let journal = Journal(db: db)
    let total = try journal.childCount()
    let streams = try Row.fetchCursor(
      db, sql: "SELECT stream FROM journal WHERE version = 1 ORDER BY stream")
    var (number, lot) = (0, deal.draw())
    while let row = try streams.next(), findings.count < 100 {
      defer { number += 1 }
      if number / Deal.size > lot { lot = deal.draw() }
      guard number / Deal.size == lot else { continue }
      let events: [Event]
      switch String.fromDatabaseValue(row[0]).flatMap(Stream.init(text:)) {
      case .child(let id):
        events = try journal.events(of: .child(id))
        compare(db, procedures, id, events)
        children += 1
        progress(total)
      case .report(let reference):
        events = try journal.events(of: .report(reference))
        try compareReport(db, reference, events)
        reports += 1
      case .desk:
        events = try journal.events(of: .desk)
        try compareDesk(db, events)
      case nil: events = []
      }
      for event in events {
        for reference in Reference.begun(by: event) {
          counters[reference.counter] = max(counters[reference.counter] ?? 0, reference.number)
        }
      }
    }
  }

  /// Adds what another part came to.
  mutating func add(_ other: TableCheck) {
    findings += other.findings
    children += other.children
    counters.merge(other.counters, uniquingKeysWith: max)
    for index in counts.indices { counts[index] += other.counts[index] }
    searchRows += other.searchRows
    reports += other.reports
  }

  private mutating func compare(
    _ db: Database, _ procedures: ProcedureSource, _ id: String, _ events: [Event]
  ) {
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

  private mutating func compareReport(
    _ db: Database, _ reference: String, _ events: [Event]
  ) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT \(ReportProjection.columns) FROM reports WHERE reference = ?",
      arguments: [reference])
    if row.map({ Array($0.databaseValues) }) != ReportProjection.row(of: reference, events) {
      add(.tableWrong, "Table reports: the row of \(reference) is not what the journal says.")
    }
  }

  private mutating func compareDesk(_ db: Database, _ events: [Event]) throws {
    var staff: [String: [DatabaseValue]] = [:]
    for event in events where event.kind == .staffAdded {
      staff[event[.staff] ?? ""] = [
        (event[.staff] ?? "").databaseValue, (event[.name] ?? "").databaseValue,
        TextList.write(event[.roles] ?? []).databaseValue, event[Field<String>.login].cell,
      ]
    }
    var found: [String: [DatabaseValue]] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT id, name, roles, login FROM staff") {
      found[ReadRow.key(row)] = Array(row.databaseValues)
    }
    for id in Set(staff.keys).union(found.keys).sorted() where staff[id] != found[id] {
      add(.tableWrong, "Table staff: the row of \(id) is not what the journal says.")
    }
    let facts = DeskProjection.facts(events)
    var rows: [String: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT name, value FROM desk") {
      rows[ReadRow.key(row)] = String.fromDatabaseValue(row[1])
    }
    if facts != rows { add(.tableWrong, "Table desk is not what the journal says.") }
  }

  /// Compares what only the whole shows, once all parts are added: that no table has a row too many.
  mutating func compareTotals(_ db: Database) throws {
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
    var reached: [String: Int] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT name, value FROM counters") {
      reached[ReadRow.key(row)] = Int.fromDatabaseValue(row[1])
    }
    if reached != counters { add(.tableWrong, "Table counters is not what the journal says.") }
    try compareCommands(db)
  }

  /// Notes that the index behind the search does not answer as one that is made anew.
  mutating func addUnsoundSearch() {
    add(
      .searchWrong, "The search index does not find children by the words that are kept of them.")
  }

  private mutating func compareCommands(_ db: Database) throws {
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
