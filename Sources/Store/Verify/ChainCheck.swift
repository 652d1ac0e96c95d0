import Foundation
import GRDB
import Workflow

/// Reads the journal line by line and computes every hash anew.
struct ChainCheck: Sendable {
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
    let values = Array(row.databaseValues.map(\.storage))
    guard let (line, hash, body, salt) = ChainCheck.read(values) else {
      let number = Int.fromDatabaseValue(row[0] as DatabaseValue) ?? head.sequence + 1
      add(.lineUnreadable, "Line \(number) has columns that no line has.")
      return
    }
    let sequence = line.sequence
    if sequence != head.sequence + 1 {
      add(.lineMissing, "Line \(head.sequence + 1) of the journal is missing.")
    }
    let before = versions[line.stream] ?? (startsInside ? line.version - 1 : 0)
    if line.version != before + 1 {
      add(
        .versionGap,
        "Line \(sequence): \(line.stream) goes from version \(before) to \(line.version).")
    }
    versions[line.stream] = line.version
    if !line.prev.elementsEqual(head.hash) {
      add(.chainBroken, "Line \(sequence) does not follow the line before it.")
    }
    if line.hash != hash { add(.lineChanged, "Line \(sequence) was changed after it was written.") }
    checkBody(body, salt, sequence, line.digest)
    if EventKind(rawValue: line.kind) == nil || Role(rawValue: line.role) == nil
      || Stream(text: line.stream) == nil
    {
      add(.lineUnreadable, "Line \(sequence) has a kind, a role or a stream that is not known.")
    }
    head = JournalHead(sequence: sequence, hash: [UInt8](hash))
  }

  private mutating func checkBody(
    _ body: String?, _ salt: Data?, _ sequence: Int, _ digest: Data
  ) {
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

  /// A line as its columns say it; nothing where one holds what it must not: in a damaged file any
  /// column may hold anything.
  private static func read(
    _ values: [DatabaseValue.Storage]
  ) -> (line: Seal.Line, hash: Data, body: String?, salt: Data?)? {
    func number(_ index: Int) -> Int64? {
      if case .int64(let number) = values[index] { number } else { nil }
    }
    func text(_ index: Int) -> String? {
      if case .string(let text) = values[index] { text } else { nil }
    }
    func bytes(_ index: Int) -> Data? {
      if case .blob(let bytes) = values[index] { bytes } else { nil }
    }
    func isNull(_ index: Int) -> Bool { if case .null = values[index] { true } else { false } }
    guard let sequence = number(0), let stream = text(1), let version = number(2),
      let kind = text(3), let schema = number(4), let digest = bytes(7), let occurred = number(8),
      let recorded = number(9), let written = number(10), let byID = text(11),
      let byName = text(12), let role = text(13), let prev = bytes(14), let hash = bytes(15),
      let account = text(16), let command = text(17)
    else { return nil }
    let (body, salt) = (text(5), bytes(6))
    guard body != nil || isNull(5), salt != nil || isNull(6) else { return nil }
    let line = Seal.Line(
      prev: prev, sequence: Int(sequence), stream: stream, version: Int(version), kind: kind,
      schema: Int(schema), digest: digest, occurred: occurred, recorded: recorded,
      written: written, byID: byID, byName: byName, role: role, account: account, command: command)
    return (line, hash, body, salt)
  }

  private static let select = """
    SELECT seq, stream, version, kind, schema, body, salt, digest, occurred, recorded, written,
      by_id, by_name, role, prev, hash, account, command FROM journal
    """
}
