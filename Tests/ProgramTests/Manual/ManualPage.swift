import Foundation
import TestSupport

/// The manual page, made from what the program itself says of its commands and its keys.
struct ManualPage {
  /// The page, in the language of man(7).
  let text: String

  /// Asks the program.
  init() throws {
    let program = try JSONObject(
      Program.run(Program.homeward, ["--experimental-dump-help"]).output
    ).object("command")
    // Without a home there are no keys but the program's own.
    let keys = try JSONObject(
      Program.run(Program.homeward, ["keys", "--format", "json"]).output
    ).list("keys")
    var page = Roff()
    page.raw(
      ".\\\" Made from the command table and the program's commands: make manual writes it anew.")
    page.raw(".TH HOMEWARD 1 \"\" homeward \"User Commands\"")
    page.section("NAME")
    page.line("homeward \\- the duty desk that brings missing children home")
    page.section("SYNOPSIS")
    page.raw(".B homeward")
    page.line("[\\fIoptions\\fR]")
    page.raw(".br\n.B homeward")
    page.line("\\fIcommand\\fR [\\fIarguments\\fR]")
    page.section("DESCRIPTION")
    page.text(program.text("discussion") ?? "")
    page.section("COMMANDS")
    let commands = program.list("subcommands").filter { $0.flag("shouldDisplay") ?? true }
    ManualPage.list(commands, under: "", on: &page)
    page.section("KEYS")
    page.text(
      "The keys of each screen. The desk's help lists those of where you are, and its palette asks for "
        + "any command by the name that stands here in brackets.")
    var context: String?
    for key in keys where key.text("keys")?.isEmpty == false {
      if key.text("context") != context {
        context = key.text("context")
        page.heading(context ?? "")
      }
      page.item(
        key.text("keys") ?? "", "\(key.text("sentence") ?? "") [\(key.text("command") ?? "")]")
    }
    page.heading("Asked for by name alone")
    var named: Set<String> = []
    for key in keys where key.text("keys")?.isEmpty == true {
      guard let id = key.text("command"), named.insert(id).inserted else { continue }
      page.item(id, key.text("sentence") ?? "")
    }
    ManualPage.ending(&page)
    text = page.text
  }

  private static func list(_ commands: [JSONObject], under parent: String, on page: inout Roff) {
    for command in commands where command.text("commandName") != "help" {
      let name = (parent + " " + (command.text("commandName") ?? "")).trimmingCharacters(
        in: .whitespaces)
      let parts = command.list("subcommands").filter { $0.text("commandName") != "help" }
      if parts.isEmpty || command.text("defaultSubcommand") != nil
        || !command.list("arguments").isEmpty
      {
        page.heading("homeward \(name)\(usage(of: command))")
        page.text(command.text("abstract") ?? "")
        if let more = command.text("discussion") { page.text(more) }
        for argument in command.list("arguments") where argument.flag("shouldDisplay") ?? true {
          let label = label(of: argument)
          guard !["--version", "-h, --help", "--help"].contains(label), !isCommon(argument) else {
            continue
          }
          page.item(label, argument.text("abstract") ?? "")
        }
      }
      list(parts, under: name, on: &page)
    }
  }

  /// Options that every command takes are told once.
  private static let common = ["desk", "as", "format", "quiet"]

  private static func isCommon(_ argument: JSONObject) -> Bool {
    let abstract = argument.text("abstract") ?? ""
    return common.contains(argument.text("valueName") ?? "")
      && ["The desk's file", "Act as this", "How to write", "Say nothing"].contains {
        abstract.hasPrefix($0)
      }
  }

  private static func usage(of command: JSONObject) -> String {
    command.list("arguments").filter { $0.text("kind") == "positional" }
      .map {
        " \(($0.text("valueName") ?? "").uppercased())"
          + ($0.flag("isRepeating") == true ? "..." : "")
      }
      .joined()
  }

  private static func label(of argument: JSONObject) -> String {
    let value = argument.text("valueName") ?? ""
    if argument.text("kind") == "positional" { return value.uppercased() }
    let names = argument.list("names").map { name in
      (name.text("kind") == "short" ? "-" : "--") + (name.text("name") ?? "")
    }.joined(separator: ", ")
    return argument.text("kind") == "option" ? "\(names) \(value.uppercased())" : names
  }

  private static func ending(_ page: inout Roff) {
    page.section("OPTIONS OF EVERY COMMAND")
    page.item("--desk PATH", "The desk's file; else HOMEWARD_DESK, else the XDG data folder.")
    page.item("--as ID", "Act as this member of staff; ID:ROLE for one of several roles.")
    page.item("--format FORMAT", "How to write the answer: table, json or tsv.")
    page.item("--quiet", "Say nothing but what was asked for.")
    page.section("EXIT STATUS")
    for (status, meaning) in [
      ("0", "done"), ("1", "refused, or findings"), ("64", "usage"), ("65", "bad input"),
      ("69", "busy"),
      ("74", "input or output"), ("77", "not allowed"), ("78", "bad configuration"),
    ] { page.item(status, meaning) }
    page.section("ENVIRONMENT")
    for (name, meaning) in [
      ("HOMEWARD_DESK", "The desk's file."), ("HOMEWARD_THEME", "The theme."),
      ("HOMEWARD_PACKS", "The folder of the authority's own procedures."),
      ("HOMEWARD_BACKUP_RECIPIENTS", "For whom backups are encrypted."),
      ("HOMEWARD_EDITOR", "yes: texts of a real desk may go to VISUAL or EDITOR."),
      ("NO_COLOR", "Without colours."),
      ("ESCDELAY", "For how many milliseconds Esc waits for what may follow; else 25."),
    ] { page.item(name, meaning) }
    page.section("FILES")
    page.item("$XDG_DATA_HOME/homeward/desk.sqlite", "The desk, where nothing else is said.")
    page.item(
      "$XDG_CONFIG_HOME/homeward/keys",
      "Your own keys: lines such as 'acknowledge = k Ctrl-K', by the names of KEYS. 'none' leaves a "
        + "command without a key; g>a means g, then a. 'homeward keys check' says what is wrong in it."
    )
  }
}

/// Text in the language of man(7).
private struct Roff {
  private(set) var text = ""

  mutating func raw(_ line: String) { text += line + "\n" }
  mutating func line(_ line: String) { raw(line) }
  mutating func section(_ title: String) { raw(".SH \(title)") }
  mutating func heading(_ title: String) { raw(".SS \(Roff.escaped(title))") }
  mutating func text(_ words: String) { raw(".PP\n" + Roff.escaped(words)) }
  mutating func item(_ label: String, _ words: String) {
    raw(".TP\n.B \(Roff.escaped(label))\n\(Roff.escaped(words))")
  }

  /// Nothing of it means anything to roff.
  private static func escaped(_ words: String) -> String {
    let plain = words.replacingOccurrences(of: "\\", with: "\\e")
      .replacingOccurrences(of: "-", with: "\\-").replacingOccurrences(of: "\"", with: "\\(dq")
    return plain.split(separator: "\n").map { line in
      line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : String(line)
    }.joined(separator: "\n")
  }
}
