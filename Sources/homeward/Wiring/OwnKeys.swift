import Desk
import Glibc
import Grid

/// A person's own keys, from the XDG configuration folder.
struct OwnKeys {
  /// Where they were read.
  let path: String
  /// What they say.
  let file: KeymapFile

  /// The largest file that is read, in bytes: there are some two hundred commands.
  private static let limit = 1_000_000

  /// Where they lie: `$XDG_CONFIG_HOME/homeward/keys`, else `~/.config/homeward/keys`.
  static var path: String? {
    if let folder = Environment.value("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return folder + "/homeward/keys"
    }
    return Environment.value("HOME").map { $0 + "/.config/homeward/keys" }
  }

  /// Reads a file of keys.
  ///
  /// - Parameter path: the file; else the person's own.
  /// - Returns: nothing where there is no such file.
  /// - Throws: that it is there and cannot be read.
  static func read(_ path: String? = OwnKeys.path) throws(Failure) -> OwnKeys? {
    guard let path, access(path, F_OK) == 0 else { return nil }
    let bytes = try FileBytes.read(path, limit: limit)
    return OwnKeys(path: path, file: KeymapFile(String(decoding: bytes, as: UTF8.self)))
  }

  /// What is wrong, a sentence each, with file and line.
  var complaints: [String] { file.findings.map { "\(path):\($0.line): \($0.sentence)." } }
}

extension Desk {
  /// Takes a person's own keys; what is wrong in them is said, and work goes on with those of the table.
  mutating func takeOwnKeys() {
    do throws(Failure) {
      guard let own = try OwnKeys.read() else { return }
      keymap = own.file.keymap
      guard let first = own.file.findings.first else { return }
      let more = own.file.findings.count - 1
      say(
        "homeward/keys:\(first.line): \(first.sentence)."
          + (more > 0 ? " \(more) more: 'homeward keys check' lists them." : "")
          + " Until it is put right homeward's own keys stand there.", .warning)
    } catch {
      say("Your own keys are left out: \(error.sentence)", .warning)
    }
  }
}
