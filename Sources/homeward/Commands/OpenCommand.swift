import ArgumentParser

/// Opens the desk; without a terminal it prints the trays and leaves.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk", abstract: "Open the desk (what happens without a subcommand).")

  @OptionGroup var common: Common

  @Option(help: "The theme, such as light, dark or high-contrast; T in the desk shows them.")
  var theme: String?

  @Option(help: "The tray to open on.")
  var tray: String?

  @Flag(help: "Only look: nothing can be recorded.")
  var readOnly = false

  @Flag(help: "Line by line instead of a screen, as for a screen reader.")
  var plain = false

  func run() throws {
    try DeskOpener(
      choice: common.choice, theme: theme, tray: tray, format: common.format, readOnly: readOnly,
      plain: plain
    ).open()
  }
}
