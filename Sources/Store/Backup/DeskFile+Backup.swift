import GRDB
import Glibc
package import Workflow

/// A copy of a desk that did not pass verifying: it is not kept as a backup.
package struct UnsoundCopy: Error, Sendable {
  /// What is wrong with it.
  package let report: VerifyReport
}

extension DeskFile {
  /// Which desk it is, whatever its file is called: the hash of the first line of its journal.
  ///
  /// - Throws: `no-such-desk` where nothing was ever recorded.
  package func deskID() throws -> [UInt8] {
    guard let hash = try hash(ofLine: 1) else {
      throw StoreError.noSuchDesk(path)
    }
    return hash
  }

  /// Makes a whole copy of the desk as it stands, while others go on working; verifies and seals it.
  ///
  /// The copy is made by SQLite from one reading transaction: a copy of the bytes (`cp`) misses what
  /// is in the log, and shows no sign of it.
  ///
  /// - Parameters:
  ///   - path: where the copy goes, on a local disk; nothing may be there.
  ///   - now: the moment.
  ///   - procedures: where the procedures are.
  ///   - progress: is told now and then how far verifying the copy has come.
  /// - Returns: the seal, and what verifying the copy came to.
  /// - Throws: `UnsoundCopy`, `StoreError`; nothing is left at the path then.
  package func backUp(
    to path: String, now: Instant, procedures: ProcedureSource,
    progress: (VerifyProgress) -> Void = { _ in }
  ) throws -> (seal: BackupSeal, report: VerifyReport) {
    // What is acknowledged before the copy begins must be in it.
    let before = try head()
    let id = try deskID()
    Descriptor.close(try Descriptor.open(path, O_WRONLY | O_CREAT | O_EXCL))
    do {
      try outsideTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
      let copy = try DeskFile.open(at: path, readOnly: true)
      let report = try copy.verify(
        procedures: procedures, against: [before], progress: progress)
      copy.close()
      guard report.isSound else { throw UnsoundCopy(report: report) }
      let seal = try BackupSeal.add(
        to: path, desk: id, checkpoint: Checkpoint(head: report.head, at: now))
      if !isReadOnly { reserve.keep() }
      return (seal, report)
    } catch {
      Descriptor.remove(path)
      throw error
    }
  }

  /// Puts a sealed copy under its final name on any disk.
  ///
  /// It is written beside that, waited for, read again and renamed; what lay under the name before
  /// stays until then.
  ///
  /// - Parameters:
  ///   - path: the sealed copy.
  ///   - target: the final name.
  /// - Throws: `StoreError`; nothing half is left then.
  package static func publish(_ path: String, as target: String) throws {
    let partial = DeskFile.partial(target)
    Descriptor.remove(partial)
    do {
      let output = try Descriptor.open(partial, O_WRONLY | O_CREAT | O_EXCL)
      do {
        defer { Descriptor.close(output) }
        try Descriptor.read(path) { try Descriptor.write(Array($0), to: output, partial) }
        try Descriptor.sync(output, partial)
      }
      _ = try BackupSeal.check(partial)
      try Descriptor.rename(partial, to: target)
    } catch {
      Descriptor.remove(partial)
      throw error
    }
  }

  /// Puts a file that another program finished, such as an encrypted backup, under its final name.
  package static func keep(_ partial: String, as target: String) throws {
    try Descriptor.sync(partial)
    try Descriptor.rename(partial, to: target)
  }

  /// What a file is called until it is whole.
  package static func partial(_ target: String) -> String { "\(target).partial-\(getpid())" }

  /// Where the work of a backup or a restore lies until it is whole: beside the desk, on a local disk
  /// that already holds the same data.
  package static func workPath(beside path: String) -> String {
    "\(FilePlace(path: path).path)-work-\(getpid())"
  }

  /// Removes what backups and restores that were killed have left beside a desk.
  package static func removeAbandonedWork(beside path: String) {
    let place = FilePlace(path: path)
    removeAbandoned(in: place.folder, place.name + "-work-")
  }

  /// Removes what backups that were killed have left in a folder of backups.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - prefix: how the names of the backups begin.
  package static func removeAbandonedBackups(in folder: String, prefix: String) {
    removeAbandoned(in: folder, prefix, ".partial-")
  }

  /// Removes files whose name goes on with the number of a process that is no more.
  private static func removeAbandoned(
    in path: String, _ prefix: String, _ marker: String = ""
  ) {
    guard let folder = opendir(path) else { return }
    defer { closedir(folder) }
    var abandoned: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(prefix) else { continue }
      var rest = name.dropFirst(prefix.count)
      if !marker.isEmpty {
        guard let found = rest.firstRange(of: marker) else { continue }
        rest = rest[found.upperBound...]
      }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let process = Int32(digits) else { continue }
      if kill(process, 0) != 0 && errno == ESRCH { abandoned.append(name) }
    }
    for name in abandoned { Descriptor.remove(path + "/" + name) }
  }
}
