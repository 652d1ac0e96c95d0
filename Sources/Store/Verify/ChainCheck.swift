import Foundation
import GRDB
import Workflow

/// Reads the journal line by line and computes every hash anew.
struct ChainCheck {
  private(set) var findings: [VerifyFinding] = []
  private(set) var head: JournalHead
  private(set) var lines = 0
  private(set) var erased = 0
  private var versions: [String: Int] = [:]
  private let startsInside: Bool

  /// Starts after a head that was found whole before; the empty head means the whole journal.
  init(after head: JournalHead = .empty) {
    self.head = head
    startsInside = head.sequence > 0
  }

  mutating func run(
    _ db: Database, noted: [JournalHead] = [], progress: (Int) -> Void = { _ in }
  ) throws {
    let rows = try Row.fetchCursor(
      db, sql: "\(ChainCheck.select) WHERE seq > ? ORDER BY seq", arguments: [head.sequence])
    var missing = Set(noted).subtracting([.empty])
    while let row = try rows.next() {
      check(row)
      if !missing.isEmpty { missing.remove(head) }
      if lines.isMultiple(of: 5_000) { progress(lines) }
      if findings.count >= 100 { return }
    }
    for head in missing.sorted(by: { $0.sequence < $1.sequence }) {
      add(
        .headMissing,
        "Line \(head.sequence), as it was noted, is not in the journal: the journal was cut or "
          + "written anew, or this is an older copy.")
    }
  }

  private mutating func check(_ row: Row) {
    lines += 1
    guard ChainCheck.isReadable(row) else {
      let number = Int.fromDatabaseValue(row[0] as DatabaseValue) ?? head.sequence + 1
      add(.lineUnreadable, "Line \(number) has columns that no line has.")
      return
    }
    let sequence: Int = row[0]
    let stream: String = row[1]
    let version: Int = row[2]
    if sequence != head.sequence + 1 {
      add(.lineMissing, "Line \(head.sequence + 1) of the journal is missing.")
    }
    let before = versions[stream] ?? (startsInside ? version - 1 : 0)
    if version != before + 1 {
      add(.versionGap, "Line \(sequence): \(stream) goes from version \(before) to \(version).")
    }
    versions[stream] = version
    let prev: Data = row[14]
    if [UInt8](prev) != head.hash {
      add(.chainBroken, "Line \(sequence) does not follow the line before it.")
    }
    let digest: Data = row[7]
    let line = Seal.Line(
      prev: prev, sequence: sequence, stream: stream, version: version, kind: row[3],
      schema: row[4], digest: digest, occurred: row[8], recorded: row[9], written: row[10],
      byID: row[11], byName: row[12], role: row[13], account: row[16], command: row[17])
    let hash: Data = row[15]
    if line.hash != hash { add(.lineChanged, "Line \(sequence) was changed after it was written.") }
    checkBody(row, sequence, digest)
    if EventKind(rawValue: row[3]) == nil || Role(rawValue: row[13]) == nil
      || Stream(text: stream) == nil
    {
      add(.lineUnreadable, "Line \(sequence) has a kind, a role or a stream that is not known.")
    }
    head = JournalHead(sequence: sequence, hash: [UInt8](hash))
  }

  private mutating func checkBody(_ row: Row, _ sequence: Int, _ digest: Data) {
    let body: String? = row[5]
    let salt: Data? = row[6]
    switch (body, salt) {
    case (nil, nil): erased += 1
    case (let body?, let salt?):
      if Seal.digest(salt: salt, body: body) != digest {
        add(.bodyChanged, "What line \(sequence) says was changed after it was written.")
      } else if (try? BodyReader.body(body)) == nil {
        add(.lineUnreadable, "What line \(sequence) says cannot be read.")
      }
    default: add(.bodyChanged, "Line \(sequence) was erased by halves.")
    }
  }

  private mutating func add(_ code: VerifyFinding.Code, _ sentence: String) {
    findings.append(VerifyFinding(code: code, sentence: sentence))
  }

  /// Whether each column holds what it must; in a damaged file any column may hold anything.
  private static func isReadable(_ row: Row) -> Bool {
    let values = Array(row.databaseValues)
    func all(_ columns: [Int], _ fits: (DatabaseValue) -> Bool) -> Bool {
      columns.allSatisfy { fits(values[$0]) }
    }
    return all([0, 2, 4, 8, 9, 10]) { Int64.fromDatabaseValue($0) != nil }
      && all([1, 3, 11, 12, 13, 16, 17]) { String.fromDatabaseValue($0) != nil }
      && all([7, 14, 15]) { Data.fromDatabaseValue($0) != nil }
      && all([5]) { $0.isNull || String.fromDatabaseValue($0) != nil }
      && all([6]) { $0.isNull || Data.fromDatabaseValue($0) != nil }
  }

  private static let select = """
    SELECT seq, stream, version, kind, schema, body, salt, digest, occurred, recorded, written,
      by_id, by_name, role, prev, hash, account, command FROM journal
    """
}
