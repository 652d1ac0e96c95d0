import ArgumentParser
import Glibc
import Store
import Workflow

/// Makes a backup of the desk.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Make a verified backup of the desk while others work on.",
    discussion: """
      The backup is encrypted by age to --recipient, or to those of HOMEWARD_BACKUP_RECIPIENTS; \
      without one it is made only with --plain. TO is a file, or a folder in which the backup gets a \
      name of its own. The checkpoint that is printed belongs on paper or in a mail: 'homeward verify \
      --since' compares with it later.
      """)

  @Argument(help: "The backup's file, or a folder for it.")
  var to: String

  @Option(
    name: .customLong("recipient"),
    help: "A public key of age, or a file of keys; as often as needed.")
  var recipients: [String] = []

  @Flag(help: "Make a backup that anybody who gets it can read.")
  var plain = false

  @Option(
    help: "Of the backups of this desk in the folder, keep the newest N and remove the others.")
  var keep: Int?

  @OptionGroup var common: Common

  func run() throws {
    let age = Age(recipients: recipients)
    guard plain != !age.recipients.isEmpty else {
      throw Failure(
        .usage,
        plain
          ? "Either --plain or a recipient, not both."
          : "Name who can open the backup (--recipient age1…, or HOMEWARD_BACKUP_RECIPIENTS), or say "
            + "--plain for one that anybody can read.")
    }
    if let keep, keep < 1 { throw Failure(.usage, "--keep \(keep): at least 1.") }
    umask(0o077)
    let workbench = try common.workbench(readOnly: true)
    let now = common.moment
    let target = try BackupTarget(
      to, desk: workbench.file.deskID(), at: now, isEncrypted: !plain)
    guard keep == nil || target.isInFolder else {
      throw Failure(.usage, "--keep needs a folder, not a file.")
    }
    try target.check(against: workbench.file)

    let line = ProgressLine(quiet: common.quiet)
    defer { line.end() }
    DeskFile.removeAbandonedWork(beside: workbench.file.path)
    target.removeAbandoned()
    let work = DeskFile.workPath(beside: workbench.file.path)
    let made: (seal: BackupSeal, report: VerifyReport)
    do {
      made = try workbench.file.backUp(
        to: work, now: now, procedures: workbench.procedures, progress: line.show)
    } catch let unsound as UnsoundCopy {
      line.end()
      FindingPrinter.complain(unsound.report)
      throw Failure(
        .refused, "The desk is not sound, so nothing was kept as a backup. Earlier backups stand.")
    }
    defer { unlink(work) }
    if plain {
      try DeskFile.publish(work, as: target.path)
    } else {
      let partial = DeskFile.partial(target.path)
      try age.encrypt(work, to: partial)
      try DeskFile.keep(partial, as: target.path)
    }
    line.end()
    try target.note(made.seal)
    workbench.file.note(made.seal.checkpoint)
    let removed = try keep.map { try target.removeAllBut($0) } ?? []
    say(target, made, removed)
  }

  private func say(
    _ target: BackupTarget, _ made: (seal: BackupSeal, report: VerifyReport), _ removed: [String]
  ) {
    if common.format == .json {
      Printer.raw(
        JSON.object([
          ("file", .text(target.path)), ("encrypted", .flag(!plain)),
          ("events", .number(made.report.lines)), ("children", .number(made.report.children)),
          ("checkpoint", .text(made.seal.checkpoint.text)),
          ("removed", .list(removed.map { .text($0) })),
        ]).written + "\n")
    } else {
      if !common.quiet {
        Printer.line(
          "Backed up \(made.report.lines) events, verified, to \(target.path)"
            + (plain ? "." : ", encrypted."))
        for path in removed { Printer.line("Removed \(path).") }
      }
      Printer.line("checkpoint \(made.seal.checkpoint.text)")
    }
    if plain {
      Printer.complain(
        "This backup is NOT encrypted: keep it where only those may read who may read the desk.")
    }
  }
}

/// Prints the line that later proves what the journal was.
struct CheckpointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Print the journal's last line and hash, to be kept away from the desk.",
    discussion: """
      Print it at each handover and keep it on paper or in a mail. 'homeward verify --since' finds \
      with it that lines were cut off or the journal written anew, which the file alone cannot show.
      """)

  @OptionGroup var common: Common

  func run() throws {
    let workbench = try common.workbench(readOnly: true)
    let checkpoint = try workbench.file.checkpoint(now: common.moment)
    if !workbench.file.isReadOnly { workbench.file.note(checkpoint) }
    if common.format == .json {
      Printer.raw(
        JSON.object([
          ("checkpoint", .text(checkpoint.text)), ("events", .number(checkpoint.head.sequence)),
        ]).written + "\n")
    } else {
      Printer.line("checkpoint \(checkpoint.text)")
    }
  }
}
