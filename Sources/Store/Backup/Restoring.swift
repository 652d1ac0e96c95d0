import CSystem
import GRDB
import Glibc
package import Workflow

/// Puts a backup in the place of a desk, in steps that each can be looked at: prove the backup, see
/// what is there, then swap.
///
/// A backup is hostile until it is proven: its bytes against its seal, its tables against those that
/// homeward makes, its journal line by line, its read tables against the journal. Nothing that is there
/// is touched before that, and nothing is removed at all: the desk that was there stands beside the
/// new one under another name.
package struct Restoring: Sendable {
  /// What the backup says of itself, proven.
  package let seal: BackupSeal
  /// What verifying it came to.
  package let report: VerifyReport
  /// Whether its read tables were another program version's, and were made anew from its journal.
  package let wasRebuilt: Bool
  private let work: String
  private let place: FilePlace

  /// Copies a backup beside the desk and proves the copy.
  ///
  /// - Parameters:
  ///   - path: the backup, decrypted.
  ///   - target: the desk's file, which may be there or not.
  ///   - procedures: gives the procedures that a desk, the copy, needs.
  ///   - progress: is told now and then how far verifying has come.
  /// - Throws: `backup-damaged`; `UnsoundCopy`; `newer-file`, `not-a-desk` and what else a desk's file
  ///   can be refused for. Nothing is changed then.
  package init(
    from path: String, to target: String,
    procedures: (DeskFile) throws -> ProcedureSource,
    progress: (VerifyProgress) -> Void = { _ in }
  ) throws {
    umask(0o077)
    place = FilePlace(path: target)
    try place.checkFileSystem(FileSystem(of: place.folder))
    if !place.exists { try place.makeFolder() }
    work = DeskFile.workPath(beside: place.path)
    DeskFile.removeAbandonedWork(beside: place.path)
    Restoring.removeAll(of: work)
    seal = try BackupSeal.copy(from: FilePlace(path: path).path, to: work)
    let proof = Result { [work, seal] in try Restoring.prove(work, seal, procedures, progress) }
    if case .failure(let error) = proof {
      Restoring.removeAll(of: work)
      throw error
    }
    (report, wasRebuilt) = try proof.get()
  }

  private static func prove(
    _ work: String, _ seal: BackupSeal, _ procedures: (DeskFile) throws -> ProcedureSource,
    _ progress: (VerifyProgress) -> Void
  ) throws -> (VerifyReport, wasRebuilt: Bool) {
    let isOlder = try bringUpToDate(work, procedures)
    var desk = try DeskFile.open(at: work, readOnly: true)
    defer { desk.close() }
    // Before the procedures that it keeps are read by the names of its tables.
    let schema = try desk.read { try SchemaCheck(db: $0) }
    guard schema.findings.isEmpty else {
      throw UnsoundCopy(
        report: VerifyReport(
          findings: schema.findings, head: .empty, lines: 0, erased: 0, children: 0))
    }
    var report = try desk.verify(
      procedures: try procedures(desk), against: [seal.checkpoint.head], progress: progress)
    guard try desk.deskID() == seal.desk, report.head == seal.checkpoint.head || !report.isSound
    else {
      throw StoreError(
        .backupDamaged, "The backup is not the desk, or not the moment, that its seal says.",
        wayForward: "Choose another backup; nothing was changed.")
    }
    let onlyTables = report.findings.allSatisfy { [.tableWrong, .searchWrong].contains($0.code) }
    guard !report.isSound else { return (report, isOlder) }
    guard onlyTables else { throw UnsoundCopy(report: report) }
    desk.close()
    desk = try DeskFile.open(at: work)
    try desk.rebuild(procedures: try procedures(desk))
    report = try desk.verify(procedures: try procedures(desk), progress: progress)
    guard report.isSound else { throw UnsoundCopy(report: report) }
    try settle(desk, work)
    return (report, true)
  }

  /// Gives the copy of an older version's backup the tables of this one; its journal stays as it is,
  /// and is proven like any other afterwards.
  ///
  /// - Returns: whether there was anything to do.
  private static func bringUpToDate(
    _ work: String, _ procedures: (DeskFile) throws -> ProcedureSource
  ) throws -> Bool {
    let old = try DeskFile.openJournal(at: work)
    let schema = try old.isBehind() ? old.read { try SchemaCheck(db: $0, isOlder: true) } : nil
    old.close()
    guard let schema else { return false }
    guard schema.findings.isEmpty else {
      throw UnsoundCopy(
        report: VerifyReport(
          findings: schema.findings, head: .empty, lines: 0, erased: 0, children: 0))
    }
    let desk = try DeskFile.open(at: work)
    defer { desk.close() }
    try desk.bringUpToDate(procedures: try procedures(desk))
    try settle(desk, work)
    return true
  }

  /// Closes a copy so that all of it is in its one file.
  private static func settle(_ desk: DeskFile, _ work: String) throws {
    guard try desk.checkpoint() else { throw StoreError.busy }
    desk.close()
    for end in ["-wal", "-shm", "-lock", "-reserve"] { Descriptor.remove(work + end) }
  }

  /// What a desk that is in the way holds.
  package enum Present: Hashable, Sendable {
    /// There is none.
    case nothing
    /// An earlier state of the same desk: the backup has all of it.
    case earlier(JournalHead)
    /// The same desk, with lines that the backup has not.
    case newer(JournalHead, lines: Int)
    /// Another desk.
    case other(JournalHead)
    /// It cannot be read.
    case unreadable

    /// What has to be typed before it is put aside, or nothing where nothing would be missed.
    package var word: String? {
      switch self {
      case .nothing, .earlier: nil
      case .newer(let head, _), .other(let head): "replace \(head.sequence)"
      case .unreadable: "replace unreadable"
      }
    }
  }

  /// Looks at what is in the way.
  ///
  /// - Throws: `busy` where somebody has it open.
  package func present() throws -> Present {
    guard place.exists else { return .nothing }
    if let process = Restoring.user(of: place.path) {
      throw StoreError(
        .busy, "Process \(process) has the desk at \(place.path) open.",
        wayForward: "Let everybody leave the desk first; nothing was changed.")
    }
    do {
      let desk = try DeskFile.openJournal(at: place.path)
      defer { desk.close() }
      let head = try desk.head()
      if head == .empty { return .nothing }
      guard try desk.deskID() == seal.desk else { return .other(head) }
      let new = seal.checkpoint.head
      let backup = try DeskFile.open(at: work, readOnly: true)
      defer { backup.close() }
      if try backup.hash(ofLine: head.sequence) == head.hash { return .earlier(head) }
      return .newer(head, lines: max(0, head.sequence - new.sequence))
    } catch let error as StoreError
      where [.damaged, .notADatabase, .notADesk, .noSuchDesk, .other].contains(error.code)
    {
      return .unreadable
    }
  }

  /// Puts the backup under the desk's name, and what was there aside.
  ///
  /// - Parameters:
  ///   - typed: what somebody typed, where `Present.word` asks for it.
  ///   - now: the moment.
  /// - Returns: where what was there stands now, or nothing where nothing was there.
  /// - Throws: `would-lose` without the right word; `busy`; `disk-failed`. The desk is as before then.
  package func finish(typed: String?, now: Instant) throws -> String? {
    let present = try present()
    if let word = present.word, typed != word {
      throw StoreError(
        .wouldLose, "The desk at \(place.path) \(present.sentence).",
        wayForward: "To put it aside all the same, type: \(word). Nothing was changed.")
    }
    let aside = place.path + ".before-" + now.compact
    return try WriteLock(desk: place.path).held {
      let isThere = place.exists
      if isThere { try emptyLog(present) }
      // Whoever opens the desk now waits for this lock, and finds afterwards that the file is another.
      let guardian = isThere ? try Guardian(of: place.path) : nil
      defer { guardian?.close() }
      // A log of another file must never meet the new one.
      for end in ["-wal", "-shm"] where FilePlace.identity(at: place.path + end) != nil {
        try Descriptor.rename(place.path + end, to: aside + end)
      }
      if isThere {
        // Under its last name before the swap: whenever this ends, what was there never has a name by
        // which it would be taken for unfinished work and removed.
        try Descriptor.rename(work, to: aside)
        guard hw_exchange(aside, place.path) == 0 else {
          let reason = String(cString: strerror(errno))
          try Descriptor.rename(aside, to: work)
          throw StoreError(
            .diskFailed, "The files cannot be swapped: \(reason).",
            wayForward: "Move \(place.path) aside yourself, then restore again.")
        }
        try Descriptor.syncFolder(of: place.path)
      } else {
        try Descriptor.rename(work, to: place.path)
      }
      let notes = DeskFile.checkpointsPath(of: place.path)
      if present.word != nil, FilePlace.identity(at: notes) != nil {
        try Descriptor.rename(notes, to: DeskFile.checkpointsPath(of: aside))
      }
      for end in ["-wal", "-shm", "-lock"] { Descriptor.remove(work + end) }
      Reserve(desk: place.path).keep()
      return isThere ? aside : nil
    }
  }

  /// Gives up: removes the copy.
  package func abandon() { Restoring.removeAll(of: work) }

  /// So that what is put aside is whole in one file; one that cannot be read keeps its log beside it.
  private func emptyLog(_ present: Present) throws {
    if present == .unreadable { return }
    let queue = try Connection.open(place, readOnly: false)
    defer { try? queue.close() }
    try queue.writeWithoutTransaction {
      _ = try Row.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    guard FilePlace.size(of: place.path + "-wal") == 0 else { throw StoreError.busy }
  }

  private static func removeAll(of work: String) {
    for end in ["", "-wal", "-shm", "-lock", "-journal", "-reserve"] {
      Descriptor.remove(work + end)
    }
  }

  /// SQLite's readers in WAL mode each hold this range of the file; nobody else does.
  fileprivate static func range(_ kind: Int32) -> flock {
    flock(
      l_type: Int16(kind), l_whence: Int16(SEEK_SET), l_start: 0x4000_0002, l_len: 510, l_pid: 0)
  }

  /// A process that has the file open as a database.
  ///
  /// Only for files that this process has not open: closing the descriptor would let go of its own
  /// locks.
  private static func user(of path: String) -> Int32? {
    guard let descriptor = try? Descriptor.open(path, O_RDONLY) else { return nil }
    defer { Descriptor.close(descriptor) }
    var lock = range(F_WRLCK)
    guard fcntl(descriptor, F_GETLK, &lock) == 0, lock.l_type != Int16(F_UNLCK) else { return nil }
    return lock.l_pid
  }
}

/// Keeps everybody out of a file as a database, until it is closed.
private struct Guardian {
  private let descriptor: Int32

  init(of path: String) throws {
    descriptor = try Descriptor.open(path, O_RDWR)
    var lock = Restoring.range(F_WRLCK)
    guard fcntl(descriptor, F_SETLK, &lock) == 0 else {
      Descriptor.close(descriptor)
      throw StoreError.busy
    }
  }

  func close() { Descriptor.close(descriptor) }
}

extension Restoring.Present {
  /// What is there, for a sentence that begins with the desk.
  package var sentence: String {
    switch self {
    case .nothing: "is empty"
    case .earlier(let head): "ends at line \(head.sequence), which the backup has too"
    case .newer(let head, let lines):
      lines > 0
        ? "has \(lines) line\(lines == 1 ? "" : "s") that the backup has not (it ends at line "
          + "\(head.sequence))"
        : "has other work than the backup (it ends at line \(head.sequence))"
    case .other(let head): "is another desk, of \(head.sequence) lines"
    case .unreadable: "cannot be read, so what is in it is not known"
    }
  }
}

extension DeskFile {
  /// The hash of a line of the journal, or nothing.
  func hash(ofLine sequence: Int) throws -> [UInt8]? {
    try read { try Journal(db: $0).hash(of: sequence) }
  }
}

extension Instant {
  /// `20261121T194000Z`: a moment as part of a file's name.
  package var compact: String {
    let date = CivilDate(daysSince1970: Int(seconds / 86_400))
    let second = Int(seconds % 86_400)
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    return "\(date.year)\(two(date.month))\(two(date.day))T"
      + "\(two(second / 3600))\(two(second / 60 % 60))\(two(second % 60))Z"
  }
}
