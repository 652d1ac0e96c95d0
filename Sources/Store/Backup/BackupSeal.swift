import Crypto
import Foundation
import Glibc

/// What stands at the end of a backup: whose it is, up to which line, and a digest of every byte.
///
/// SQLite looks at no byte past its own pages, so a backup with its seal can still be read by any
/// SQLite. The digest finds damage, wherever it is; it proves nothing about who wrote the file.
package struct BackupSeal: Hashable, Sendable {
  /// Which desk: the hash of the first line of its journal.
  package let desk: [UInt8]
  /// The last line that the backup holds, and when it was made.
  package let checkpoint: Checkpoint
  /// The size of the database before the seal, in bytes.
  package let size: Int

  /// Every seal takes as many bytes.
  static let length = 512
  private static let title = "homeward backup 1"

  /// The seal as it is written, without the digest.
  private var lines: String {
    """

    \(BackupSeal.title)
    desk \(Hexadecimal.text(desk))
    checkpoint \(checkpoint.text)
    size \(size)

    """
  }

  /// The bytes to add, where the digest so far is of the database alone.
  func bytes(after digest: SHA256) -> [UInt8] {
    var digest = digest
    digest.update(data: Array(lines.utf8))
    let text = lines + "sha256 " + Hexadecimal.text(digest.finalize())
    let room = BackupSeal.length - text.utf8.count - 1
    return Array((text + String(repeating: " ", count: max(0, room)) + "\n").utf8)
  }

  /// Reads a seal; whether its digest is right is seen once all has been read.
  init?(bytes: some Collection<UInt8>) {
    guard bytes.count == BackupSeal.length else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.count == 5, lines[0] == BackupSeal.title else { return nil }
    func value(_ line: Int, _ name: String) -> Substring? {
      let parts = lines[line].split(separator: " ", maxSplits: 1)
      return parts.count == 2 && parts[0] == name ? parts[1] : nil
    }
    guard let desk = value(1, "desk").flatMap({ Hexadecimal.bytes($0) }), desk.count == 32,
      let checkpoint = value(2, "checkpoint").flatMap({ Checkpoint(text: $0) }),
      let size = value(3, "size").flatMap({ Int($0) }), size > 0
    else { return nil }
    self.init(desk: desk, checkpoint: checkpoint, size: size)
  }

  init(desk: [UInt8], checkpoint: Checkpoint, size: Int) {
    self.desk = desk
    self.checkpoint = checkpoint
    self.size = size
  }
}

extension BackupSeal {
  /// Adds the seal to a finished copy of a desk, and waits until all of it is on the disk.
  static func add(to path: String, desk: [UInt8], checkpoint: Checkpoint) throws -> BackupSeal {
    var digest = SHA256()
    var size = 0
    try Descriptor.read(path) { piece in
      digest.update(data: piece)
      size += piece.count
    }
    let seal = BackupSeal(desk: desk, checkpoint: checkpoint, size: size)
    try Descriptor.append(seal.bytes(after: digest), to: path)
    return seal
  }

  /// Reads the seal of a backup, and no more of it: enough to tell whose it is.
  ///
  /// - Returns: the seal, or nothing where the file is no backup, or is an encrypted one.
  package static func read(of path: String) -> BackupSeal? {
    let size = FilePlace.size(of: path)
    guard size > length, let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    guard (try? file.seek(toOffset: UInt64(size - length))) != nil,
      let end = try? file.read(upToCount: length), let seal = BackupSeal(bytes: end),
      seal.size == size - length
    else { return nil }
    return seal
  }

  /// Copies a backup without its seal, and checks every byte against the digest on the way.
  ///
  /// - Parameters:
  ///   - path: the backup.
  ///   - target: where the database goes; nothing may be there.
  /// - Returns: the seal.
  /// - Throws: `backup-damaged`, with nothing left at the target; `disk-full`, `disk-failed`.
  static func copy(from path: String, to target: String) throws -> BackupSeal {
    guard let seal = read(of: path) else { throw StoreError.noBackup(path) }
    let output = try Descriptor.open(target, O_WRONLY | O_CREAT | O_EXCL)
    defer { Descriptor.close(output) }
    do {
      try prove(path, seal) { try Descriptor.write(Array($0), to: output, target) }
      try Descriptor.sync(output, target)
    } catch {
      Descriptor.remove(target)
      throw error
    }
    return seal
  }

  /// Checks every byte of a backup where it lies.
  package static func check(_ path: String) throws -> BackupSeal {
    guard let seal = read(of: path) else { throw StoreError.noBackup(path) }
    try prove(path, seal) { _ in }
    return seal
  }

  /// Reads a backup once, from its beginning to its end, and hands on the database in pieces.
  private static func prove(
    _ path: String, _ seal: BackupSeal, _ work: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    var digest = SHA256()
    var end: [UInt8] = []
    var passed = 0
    try Descriptor.read(path, upTo: seal.size + length + 1) { piece in
      let own = piece.prefix(max(0, min(piece.count, seal.size - passed)))
      digest.update(data: own)
      try work(own)
      end += piece.dropFirst(own.count)
      passed += piece.count
    }
    guard end == seal.bytes(after: digest) else { throw StoreError.backupDamaged(path) }
  }
}

extension StoreError {
  static func noBackup(_ path: String) -> StoreError {
    StoreError(
      .backupDamaged, "\(path) is no homeward backup, or its end is missing.",
      wayForward:
        "Choose another backup. A desk's file that was merely copied can be looked at where "
        + "it is: homeward verify --desk FILE, and then homeward backup --desk FILE.")
  }

  static func backupDamaged(_ path: String) -> StoreError {
    StoreError(
      .backupDamaged, "\(path) is damaged: it is not what was written.",
      wayForward: "Choose another backup; nothing was changed.")
  }
}

extension BackupSeal {
  /// What may be written beside an encrypted backup: which desk, and up to which line.
  package var noteText: String { "desk \(Hexadecimal.text(desk))\ncheckpoint \(checkpoint.text)\n" }

  /// Reads such a note.
  package init?(noteText: String) {
    let lines = noteText.split(separator: "\n")
    guard lines.count == 2, lines[0].hasPrefix("desk "),
      let desk = Hexadecimal.bytes(lines[0].dropFirst(5)), desk.count == 32,
      lines[1].hasPrefix("checkpoint "), let checkpoint = Checkpoint(text: lines[1])
    else { return nil }
    self.init(desk: desk, checkpoint: checkpoint, size: 0)
  }
}

extension DeskFile {
  /// Whether a line that was noted is in the journal as it was noted.
  package func holds(_ head: JournalHead) throws -> Bool {
    try head == .empty || hash(ofLine: head.sequence) == head.hash
  }
}
