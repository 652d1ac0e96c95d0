import GRDB
import Workflow

extension DeskFile {
  /// Runs a command's transaction once, and finds out the truth where the commit failed.
  ///
  /// - Parameters:
  ///   - command: the command's id.
  ///   - drafts: the keys of the drafts that it records: they go in the same transaction, so that no
  ///     end of the process leaves both, or neither.
  ///   - body: what the command writes.
  ///   - again: the outcome of a command that was carried out before, from the lines that it added.
  /// - Returns: the outcome, of now or of before.
  /// - Throws: a `Refusal`, or a `StoreError` that says truly whether it is saved.
  func saving<T: Sendable>(
    _ command: String, ending drafts: [String] = [], _ body: (Database) throws -> T,
    again: (Database, Range<Int>) throws -> T
  ) throws -> T {
    try DeskFile.checkName(command, "The command's id")
    do {
      return try write { db in
        for key in drafts { try DeskFile.deleteDraft(key, db) }
        if let lines = try CommandLog(db: db).lines(of: command) { return try again(db, lines) }
        return try body(db)
      }
    } catch let error as StoreError {
      return try settle(command, after: error, again: again)
    }
  }

  /// A commit that failed may have reached the disk all the same: looks on a fresh connection before
  /// anybody is told "saved" or "not saved".
  private func settle<T: Sendable>(
    _ command: String, after error: StoreError, again: (Database, Range<Int>) throws -> T
  ) throws -> T {
    cases.clear()
    guard !StoreError.beforeWriting.contains(error.code) else { throw error }
    do {
      try reconnect()
      let known: T? = try read { db in
        guard let lines = try CommandLog(db: db).lines(of: command) else { return nil }
        return try again(db, lines)
      }
      if let known {
        // What fsync once failed on is written again, into the file itself.
        _ = try? checkpoint()
        return known
      }
    } catch {
      throw StoreError.uncertain
    }
    // So that what follows, and the next saving, find room.
    if reserve.isNeeded { _ = reserve.release() }
    // Nothing is there. Whatever half of it lies in the log is written over, so that no later
    // recovery can find it.
    do {
      try write { try $0.execute(sql: "PRAGMA user_version = \(Schema.version)") }
    } catch {
      if error as? StoreError == .diskFull { throw StoreError.diskFull }
      if isReadOnly { throw error }
      throw StoreError.uncertain
    }
    throw error.code == .diskFailed ? StoreError.failedWhileSaving : error.notSaved
  }

  /// Refuses ids that could not be stored and read back as they are.
  static func checkName(_ name: String, _ what: String) throws {
    let isPlain = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    guard !name.isEmpty, name.utf8.count <= 200, isPlain else {
      throw Refusal(.badInput, "\(what) must be plain text of at most 200 letters.")
    }
  }
}

extension StoreError {
  /// What is thrown before anything is written: there is nothing to look up.
  fileprivate static let beforeWriting: Set<Code> = [
    .busy, .procedureMissing, .fileReplaced, .newerFile, .folderReadOnly,
  ]

  /// The same error, with the truth that was found out about the work.
  fileprivate var notSaved: StoreError {
    if sentence.contains("NOT saved") { return self }
    return StoreError(code, sentence + " This is NOT saved.", wayForward: wayForward)
  }

  static let failedWhileSaving = StoreError(
    .diskFailed, "The disk failed: this is NOT saved.",
    wayForward: "Keep what you typed, tell whoever looks after the computer, then save again.")

  static let uncertain = StoreError(
    .uncertain, "The disk failed, and whether this was saved cannot be told now.",
    wayForward: "Keep what you typed; start homeward again and look before you save it again.")
}
