import ArgumentParser
import Desk

/// The keys of the desk, and a person's own.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "The keys of the desk, screen by screen, and your own.",
    discussion: """
      Your own keys are lines such as 'acknowledge = k Ctrl-K' in the file homeward/keys of the XDG \
      configuration folder (~/.config). 'none' leaves a command without a key; g>a means g, then a.
      """,
    subcommands: [KeysList.self, KeysCheck.self], defaultSubcommand: KeysList.self)
}

/// The keys that hold.
struct KeysList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the keys that hold, and where each comes from.")

  @Option(help: "How to write the answer: table, json or tsv.")
  var format: OutputFormat = .table

  func run() throws {
    let own = try OwnKeys.read()
    let keymap = own?.file.keymap ?? .standard
    var table = Table(headings: ["where", "keys", "command", "what it does", "from"])
    for context in Context.allCases {
      for command in CommandTable.commands(in: context) {
        let line = keymap.line(of: command)
        table.rows.append([
          context.rawValue, keymap.names(of: command), command.id, command.sentence,
          line.map { "\(own?.path ?? ""):\($0)" } ?? "homeward",
        ])
      }
    }
    Printer.show(
      table,
      json: .object([
        (
          "keys",
          .list(
            table.rows.map { row in
              .object([
                ("context", .text(row[0])), ("keys", .text(row[1])), ("command", .text(row[2])),
                ("sentence", .text(row[3])), ("from", .text(row[4])),
              ])
            })
        )
      ]), as: format)
    for complaint in own?.complaints ?? [] { Printer.complain(complaint) }
  }
}

/// What is wrong in a file of keys.
struct KeysCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what is wrong in a file of keys, line by line.")

  @Argument(help: "The file; else your own.")
  var file: String?

  func run() throws {
    let path = try file ?? OwnKeys.path.orFailure()
    guard let own = try OwnKeys.read(path) else {
      throw Failure(.badInput, "\(path) is not there. Without it the desk's own keys hold.")
    }
    for complaint in own.complaints { Printer.line(complaint) }
    let count = own.file.choices.count
    let changed = "\(count == 1 ? "1 command has" : "\(count) commands have") keys from it"
    if own.file.findings.isEmpty {
      Printer.line("\(path): nothing is wrong; \(changed).")
    } else {
      throw Failure(
        .refused, "\(own.file.findings.count) to put right; until then homeward's keys stand there."
      )
    }
  }
}

extension String? {
  fileprivate func orFailure() throws -> String {
    guard let self else {
      throw Failure(.usage, "Neither XDG_CONFIG_HOME nor HOME is set. Name a file.")
    }
    return self
  }
}
