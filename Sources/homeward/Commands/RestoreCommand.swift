import ArgumentParser
import Glibc
import Store
import Workflow

/// Puts a backup in the place of the desk.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Prove a backup and put it in the desk's place; what was there is put aside.",
    discussion: """
      Everybody must have left the desk. Where the desk that is there has work that the backup has \
      not, a word has to be typed (or given by --typed). Nothing is removed: the old desk stands \
      beside the new one.
      """)

  @Argument(help: "The backup.")
  var from: String

  @Argument(help: "The desk's file; else --desk, HOMEWARD_DESK or the XDG data folder.")
  var to: String?

  @Option(name: .customLong("identity"), help: "A file of the key of an encrypted backup.")
  var identities: [String] = []

  @Option(help: "What is asked to be typed, for scripts: 'replace 1042'.")
  var typed: String?

  @OptionGroup var common: Common

  func run() throws {
    umask(0o077)
    let target = try to ?? common.path()
    guard access(from, R_OK) == 0 else {
      throw Failure(.badInput, "\(from): \(String(cString: strerror(errno))).")
    }
    let line = ProgressLine(quiet: common.quiet)
    defer { line.end() }
    let opened = DeskFile.workPath(beside: target) + "-decrypted"
    defer { unlink(opened) }
    let isEncrypted = Age.isEncrypted(from)
    if isEncrypted { try Age.decrypt(from, to: opened, identities: identities) }
    let restoring: Restoring
    do {
      restoring = try Restoring(
        from: isEncrypted ? opened : from, to: target,
        procedures: { try Workbench(file: $0).procedures }, progress: line.show)
    } catch let unsound as UnsoundCopy {
      line.end()
      FindingPrinter.complain(unsound.report)
      throw Failure(.badInput, "\(from) is not sound. Choose another backup; nothing was changed.")
    }
    line.end()
    do {
      let present = try restoring.present()
      let word = try typed ?? ask(present, target)
      let aside = try restoring.finish(typed: word, now: common.moment)
      say(restoring, target, aside)
    } catch {
      restoring.abandon()
      throw error
    }
  }

  /// Asks for the word on a terminal; nothing is typed where there is none.
  private func ask(_ present: Restoring.Present, _ target: String) throws -> String? {
    guard let word = present.word, isatty(0) == 1, isatty(2) == 1 else { return nil }
    Printer.complain("The desk at \(target) \(present.sentence).")
    Printer.complain(
      "It will be put aside. Type '\(word)' to go on; anything else leaves it as it is.")
    return readLine()?.trimmed
  }

  private func say(_ restoring: Restoring, _ target: String, _ aside: String?) {
    let checkpoint = restoring.seal.checkpoint
    if common.format == .json {
      Printer.raw(
        JSON.object([
          ("desk", .text(target)), ("events", .number(restoring.report.lines)),
          ("checkpoint", .text(checkpoint.text)), ("rebuilt", .flag(restoring.wasRebuilt)),
          ("aside", .text(orNull: aside)),
        ]).written + "\n")
      return
    }
    if common.quiet { return }
    if restoring.wasRebuilt {
      Printer.line("The read tables were of another version and were made anew from the journal.")
    }
    Printer.line("Restored \(restoring.report.lines) events to \(target), verified.")
    if let aside { Printer.line("What was there stands at \(aside).") }
    Printer.line("checkpoint \(checkpoint.text)")
  }
}
