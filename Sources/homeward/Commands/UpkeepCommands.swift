import ArgumentParser
import Store
import Workflow

/// Makes the read tables again from the journal.
struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "Make every read table again from the journal.")

  @OptionGroup var common: Common

  func run() throws {
    let workbench = try common.workbench()
    let line = ProgressLine(quiet: common.quiet)
    defer { line.end() }
    try workbench.file.rebuild(procedures: workbench.procedures, progress: line.show)
    line.end()
    if !common.quiet { Printer.line("The read tables are made again from the journal.") }
  }
}
