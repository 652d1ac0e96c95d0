import GRDB

/// What went wrong with the desk's file, for the person at the screen: what it is and what to do.
package struct StoreError: Error, Hashable, Sendable {
  /// Which of the known troubles it is.
  package let code: Code
  /// What happened, in one sentence.
  package let sentence: String
  /// The way forward, in one sentence.
  package let wayForward: String

  /// Makes an error.
  package init(_ code: Code, _ sentence: String, wayForward: String) {
    self.code = code
    self.sentence = sentence
    self.wayForward = wayForward
  }

  /// The troubles that the store tells apart.
  package enum Code: String, CaseIterable, Sendable {
    /// There is no file, or one in which no desk was ever made.
    case noSuchDesk = "no-such-desk"
    /// A desk was to be made where there is one.
    case alreadyThere = "already-there"
    /// The folder or the file may not be written.
    case folderReadOnly = "folder-read-only"
    /// The file is no SQLite database.
    case notADatabase = "not-a-database"
    /// The file is a database of another program.
    case notADesk = "not-a-desk"
    /// The file was made by a newer homeward.
    case newerFile = "newer-file"
    /// The place cannot keep a database safe: no locks, or a file of two names.
    case unsafePlace = "unsafe-place"
    /// The pragmas that keep saved work did not take.
    case unsafeSettings = "unsafe-settings"
    /// The file under the desk's name is not the one that was opened.
    case fileReplaced = "file-replaced"
    case diskFull = "disk-full"
    case diskFailed = "disk-failed"
    case outOfMemory = "out-of-memory"
    /// Another process held the file for longer than five seconds.
    case busy
    /// A backup is not what was written, or no backup at all.
    case backupDamaged = "backup-damaged"
    /// What a restore would put aside is newer than the backup, or is not known.
    case wouldLose = "would-lose"
    /// The file's content contradicts itself.
    case damaged
    /// No procedure of the pinned content is at hand.
    case procedureMissing = "procedure-missing"
    /// It could not be found out whether the work was saved.
    case uncertain
    case other
  }
}

extension StoreError {
  /// The same trouble in the store's words; errors that are not SQLite's pass unchanged.
  ///
  /// - Parameters:
  ///   - error: what was thrown.
  ///   - path: the desk's file.
  /// - Returns: a `StoreError`, a `Refusal`, or the error itself.
  static func translated(_ error: any Error, path: String) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    return StoreError(error, path: path)
  }

  /// Names only the result code: SQLite's own words may quote a child's data.
  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_FULL: self = .diskFull
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_NOTADB:
      self.init(
        .notADatabase, "\(path) is not a homeward desk: it is no database at all.",
        wayForward: "Check the path, or restore the file from a backup.")
    case .SQLITE_CORRUPT:
      self.init(
        .damaged, "The desk's file is damaged.",
        wayForward: "Stop work on it, keep a copy, and run 'homeward verify'.")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .folderReadOnly(path)
    case .SQLITE_NOMEM:
      self.init(
        .outOfMemory, "The computer has too little memory for this.",
        wayForward: "Close other programs, then try again; nothing you typed is lost.")
    case .SQLITE_CANTOPEN:
      self.init(
        .folderReadOnly, "\(path) cannot be opened.",
        wayForward: "Check that the account may read and write the desk's folder.")
    case .SQLITE_IOERR:
      self.init(
        .diskFailed, "The disk failed while the desk's file was read or written, or it is full.",
        wayForward: "Free some space, tell whoever looks after the computer, then save again.")
    case let code:
      self.init(
        .other, "The desk's file could not be used (SQLite \(code.rawValue)).",
        wayForward: "Run 'homeward verify' and pass its answer on.")
    }
  }

  static let diskFull = StoreError(
    .diskFull, "The disk is full: this is NOT saved.",
    wayForward: "Free some space, then save again; reading still works.")

  static let busy = StoreError(
    .busy, "Another worker has been saving for more than five seconds: this is NOT saved.",
    wayForward: "Save again in a moment; nothing you typed is lost.")

  static func folderReadOnly(_ path: String) -> StoreError {
    StoreError(
      .folderReadOnly, "The desk at \(path) may be read but not written.",
      wayForward: "Work from an account that may write the desk's folder.")
  }

  static func newerFile(_ path: String, _ version: Int) -> StoreError {
    StoreError(
      .newerFile,
      "The desk at \(path) was made or brought up to date by a newer homeward (file version "
        + "\(version), this program knows \(Schema.version)).",
      wayForward: "Use the newer homeward. Nothing was changed.")
  }

  static func damaged(_ sentence: String) -> StoreError {
    StoreError(.damaged, sentence, wayForward: "Run 'homeward verify' before any more work.")
  }
}
