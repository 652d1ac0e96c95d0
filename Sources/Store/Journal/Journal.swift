import Foundation
import GRDB
import Workflow

/// The journal on one connection: append, read a stream, read since.
///
/// It stays this small so that a desk of several sites could keep it elsewhere.
struct Journal {
  let db: Database

  /// The version of the shape of bodies that this program writes.
  static let schema = 1

  /// Under which command, from which account and when lines are written.
  struct Act {
    let command: String
    let account: String
    let now: Instant
  }

  /// The last line.
  func head() throws -> JournalHead {
    let statement = try db.cachedStatement(
      sql: "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
    guard let row = try Row.fetchOne(statement) else { return .empty }
    guard let hash = row[1] as Data? else {
      throw StoreError.damaged("The last line of the journal cannot be read.")
    }
    return JournalHead(sequence: row[0], hash: [UInt8](hash))
  }

  /// The hash of a line, or nothing where there is none of that number.
  func hash(of sequence: Int) throws -> [UInt8]? {
    try Data.fetchOne(db, sql: "SELECT hash FROM journal WHERE seq = ?", arguments: [sequence])
      .map { [UInt8]($0) }
  }

  /// How many children the journal is about.
  func childCount() throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM journal WHERE version = 1 AND stream LIKE 'child:%'") ?? 0
  }

  /// The number of events in a stream.
  func version(of stream: Stream) throws -> Int {
    let statement = try db.cachedStatement(
      sql: "SELECT max(version) FROM journal WHERE stream = ?")
    return try Int.fetchOne(statement, arguments: [stream.text]) ?? 0
  }

  /// Adds events at the end of a stream.
  ///
  /// - Parameters:
  ///   - events: what happened, in order.
  ///   - stream: whose.
  ///   - version: the number of events in the stream as the writer knows it.
  ///   - act: the command, the account and the moment.
  /// - Returns: the events with their numbers.
  /// - Throws: a conflict where the stream has grown.
  func append(
    _ events: [Event], to stream: Stream, expecting version: Int, _ act: Act
  ) throws -> [Event] {
    guard try self.version(of: stream) == version else {
      throw Refusal(
        .conflict, "Somebody else has recorded something since. Look again, then save again.")
    }
    let head = try head()
    var previous = Data(head.hash)
    var stored: [Event] = []
    stored.reserveCapacity(events.count)
    let insert = try db.cachedStatement(sql: Journal.insert)
    for (index, event) in events.enumerated() {
      let body = BodyWriter.json(event.body)
      let salt = Seal.salt()
      let line = Seal.Line(
        prev: previous, sequence: head.sequence + index + 1, stream: stream.text,
        version: version + index + 1, kind: event.kind.rawValue, schema: Journal.schema,
        digest: Seal.digest(salt: salt, body: body), occurred: event.occurred.seconds,
        recorded: event.recorded.seconds, written: act.now.seconds, byID: event.by.id,
        byName: event.by.name, role: event.by.role.rawValue, account: act.account,
        command: act.command)
      let hash = line.hash
      insert.setUncheckedArguments([
        line.sequence, line.stream, line.version, line.kind, line.schema, body, salt, line.digest,
        line.occurred, line.recorded, line.written, line.byID, line.byName, line.role,
        line.account, line.command, line.prev, hash,
      ])
      try insert.execute()
      previous = hash
      stored.append(event.numbered(line.sequence, written: act.now))
    }
    return stored
  }

  /// The lines of a stream, oldest first.
  func entries(of stream: Stream) throws -> [JournalEntry] {
    let statement = try db.cachedStatement(
      sql: "\(Journal.select) WHERE stream = ? ORDER BY version")
    return try entries(statement, [stream.text])
  }

  /// The lines after a number, oldest first.
  func entries(since sequence: Int, limit: Int) throws -> [JournalEntry] {
    let statement = try db.cachedStatement(
      sql: "\(Journal.select) WHERE seq > ? ORDER BY seq LIMIT ?")
    return try entries(statement, [sequence, limit])
  }

  /// The lines that a person wrote, the last first.
  ///
  /// - Parameters:
  ///   - person: the person's id.
  ///   - since: from when on.
  ///   - count: how many of the last lines of the journal are looked through.
  /// - Returns: the lines.
  /// - Throws: that one cannot be read.
  func entries(by person: String, since: Instant, among count: Int) throws -> [JournalEntry] {
    let statement = try db.cachedStatement(
      sql: """
        \(Journal.select) WHERE seq > (SELECT max(seq) FROM journal) - ? AND by_id = ?
          AND written >= ? ORDER BY seq DESC
        """)
    return try entries(statement, [count, person, since.seconds])
  }

  /// The events of a stream, oldest first.
  func events(of stream: Stream) throws -> [Event] {
    try entries(of: stream).map(\.event)
  }

  private func entries(
    _ statement: Statement, _ arguments: StatementArguments
  ) throws -> [JournalEntry] {
    statement.setUncheckedArguments(arguments)
    let rows = try Row.fetchCursor(statement)
    var entries: [JournalEntry] = []
    while let row = try rows.next() { entries.append(try Journal.entry(row)) }
    return entries
  }

  private static func entry(_ row: Row) throws -> JournalEntry {
    let sequence = row[0] as Int? ?? 0
    // In a damaged file a column may be empty that never is: that is said, and is no crash.
    guard let stream = (row[1] as String?).flatMap(Stream.init(text:)),
      let kind = (row[3] as String?).flatMap(EventKind.init(rawValue:)),
      let role = (row[10] as String?).flatMap(Role.init(rawValue:)), let version = row[2] as Int?,
      let schema = row[4] as Int?, let occurred = row[6] as Int64?,
      let recorded = row[7] as Int64?, let byID = row[8] as String?, let byName = row[9] as String?,
      let written = row[11] as Int64?, let account = row[12] as String?,
      let command = row[13] as String?
    else {
      throw StoreError.damaged("Line \(sequence) of the journal has a kind that no event has.")
    }
    let json: String? = row[5]
    let body: Body
    do {
      body = try json.map(BodyReader.body) ?? Body()
    } catch {
      throw StoreError.damaged("Line \(sequence) of the journal cannot be read.")
    }
    let event = Event(
      kind: kind, body: body, occurred: Instant(seconds: occurred),
      recorded: Instant(seconds: recorded), by: Person(id: byID, name: byName, role: role),
      sequence: sequence, written: Instant(seconds: written))
    return JournalEntry(
      event: event, stream: stream, version: version, schema: schema,
      written: Instant(seconds: written), account: account, command: command,
      isErased: json == nil)
  }

  private static let select = """
    SELECT seq, stream, version, kind, schema, body, occurred, recorded, by_id, by_name, role,
      written, account, command FROM journal
    """

  private static let insert = """
    INSERT INTO journal (seq, stream, version, kind, schema, body, salt, digest, occurred, recorded,
      written, by_id, by_name, role, account, command, prev, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
}

extension Event {
  /// The same event with its number in the journal, and when it was written there.
  fileprivate func numbered(_ sequence: Int, written: Instant) -> Event {
    Event(
      kind: kind, body: body, occurred: occurred, recorded: recorded, by: by, sequence: sequence,
      written: written)
  }
}
