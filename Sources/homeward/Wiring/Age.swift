import Glibc
import Workflow

/// Encrypts and decrypts backups with age (https://age-encryption.org), which each council can check
/// and replace by itself.
struct Age {
  /// To whom backups are encrypted: public keys (`age1…`, `ssh-ed25519 …`) or files of them.
  let recipients: [String]

  /// The recipients that the options name, else those of HOMEWARD_BACKUP_RECIPIENTS, separated by
  /// commas.
  init(recipients: [String]) {
    if !recipients.isEmpty {
      self.recipients = recipients
      return
    }
    self.recipients = (Environment.value("HOMEWARD_BACKUP_RECIPIENTS") ?? "").split(separator: ",")
      .map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// What every file that age makes begins with.
  private static let title = "age-encryption.org/"

  /// Whether a file was encrypted by age.
  static func isEncrypted(_ path: String) -> Bool {
    guard let file = fopen(path, "r") else { return false }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: title.utf8.count)
    return fread(&bytes, 1, bytes.count, file) == bytes.count
      && String(decoding: bytes, as: UTF8.self) == title
  }

  /// Encrypts a file.
  ///
  /// - Throws: that age is missing, or that it failed; nothing is left at the target then.
  func encrypt(_ path: String, to target: String) throws(Failure) {
    var arguments: [String] = []
    for recipient in recipients {
      let isFile = recipient.contains("/") || access(recipient, R_OK) == 0
      arguments += [isFile ? "-R" : "-r", recipient]
    }
    try run(arguments, path, target, "The backup cannot be encrypted; nothing was kept.")
    guard Age.isEncrypted(target) else {
      unlink(target)
      throw Failure(.inputOutput, "age made no encrypted file; nothing was kept.")
    }
  }

  /// Decrypts a file with the keys in files.
  ///
  /// - Throws: that age is missing, or that the key is wrong or the file damaged.
  static func decrypt(
    _ path: String, to target: String, identities: [String]
  ) throws(Failure) {
    guard !identities.isEmpty else {
      throw Failure(
        .usage, "\(path) is encrypted. Name the file of the key: --identity FILE.")
    }
    try Age(recipients: ["none"]).run(
      ["-d"] + identities.flatMap { ["-i", $0] }, path, target,
      "\(path) cannot be decrypted: the key is not its own, or it is damaged. Nothing was changed.")
  }

  private func run(
    _ arguments: [String], _ input: String, _ output: String, _ sentence: String
  ) throws(Failure) {
    unlink(output)
    let status = try OtherProgram.run("age", arguments, input: input, output: output)
    guard status == 0 else {
      unlink(output)
      throw Failure(.badInput, sentence)
    }
  }
}
