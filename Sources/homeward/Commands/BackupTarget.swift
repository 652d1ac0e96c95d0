import Foundation
import Store
import Workflow

/// Where a backup goes, and what is there already.
struct BackupTarget {
  /// The backup's file.
  let path: String
  /// Whether a folder was named, in which each backup has a name of its own.
  let isInFolder: Bool
  private let prefix: String
  private let desk: [UInt8]
  private let isEncrypted: Bool

  init(_ to: String, desk: [UInt8], at now: Instant, isEncrypted: Bool) throws {
    let full = to.hasPrefix("~/") ? (Environment.value("HOME") ?? "") + to.dropFirst(1) : to
    var isFolder: ObjCBool = false
    isInFolder =
      FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) && isFolder.boolValue
    guard isInFolder || !full.hasSuffix("/") else {
      throw Failure(.badInput, "There is no folder \(to). Make it first.")
    }
    let start = desk.prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    prefix = "homeward-\(start)-"
    self.desk = desk
    self.isEncrypted = isEncrypted
    let name = prefix + now.compact + BackupTarget.end + (isEncrypted ? ".age" : "")
    path = isInFolder ? (full.hasSuffix("/") ? full : full + "/") + name : full
  }

  private static let end = ".backup"

  /// Refuses to write over anything but an earlier backup of the same desk.
  func check(against file: DeskFile) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard let seal = BackupTarget.seal(of: path) else {
      throw Failure(
        .refused,
        "\(path) is there, and is not known as a backup of this desk. Choose another name; nothing "
          + "was changed.")
    }
    guard seal.desk == desk else {
      throw Failure(
        .refused, "\(path) is a backup of another desk. Choose another name; nothing was changed.")
    }
    guard try file.holds(seal.checkpoint.head) else {
      throw Failure(
        .refused,
        "\(path) has work that this desk has not (it ends at line \(seal.checkpoint.head.sequence)). "
          + "Choose another name; nothing was changed.")
    }
  }

  /// Notes beside an encrypted backup whose it is, which it does not show itself.
  ///
  /// The note holds no data of any child.
  func note(_ seal: BackupSeal) throws {
    guard isEncrypted else { return }
    do {
      try Data(seal.noteText.utf8).write(
        to: URL(fileURLWithPath: BackupTarget.note(path)), options: .atomic)
    } catch {
      Printer.complain(
        "The backup is whole, but the note \(BackupTarget.note(path)) cannot be written beside it.")
    }
  }

  /// Removes what earlier backups under such a name left half done when they were killed.
  func removeAbandoned() {
    let folder = (path as NSString).deletingLastPathComponent
    DeskFile.removeAbandonedBackups(
      in: folder.isEmpty ? "." : folder,
      prefix: isInFolder ? prefix : (path as NSString).lastPathComponent)
  }

  /// Removes older backups of this desk from the folder.
  ///
  /// - Returns: what was removed.
  func removeAllBut(_ count: Int) throws -> [String] {
    let folder = (path as NSString).deletingLastPathComponent
    let own = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter {
        $0.hasPrefix(prefix) && ($0.hasSuffix(BackupTarget.end) || $0.hasSuffix(".backup.age"))
      }
      .sorted().dropLast(count)
    var removed: [String] = []
    for name in own {
      let file = folder + "/" + name
      guard BackupTarget.seal(of: file)?.desk == desk else { continue }
      try FileManager.default.removeItem(atPath: file)
      try? FileManager.default.removeItem(atPath: BackupTarget.note(file))
      removed.append(file)
    }
    return removed
  }

  /// What a backup says of itself: by its own seal, or by the note beside an encrypted one.
  private static func seal(of path: String) -> BackupSeal? {
    BackupSeal.read(of: path)
      ?? FileManager.default.contents(atPath: note(path)).flatMap {
        BackupSeal(noteText: String(decoding: $0, as: UTF8.self))
      }
  }

  private static func note(_ path: String) -> String { path + ".checkpoint" }
}
