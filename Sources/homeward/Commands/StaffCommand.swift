import ArgumentParser
import Store
import Workflow

/// The staff of the desk.
struct StaffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff", abstract: "List or add members of staff.",
    subcommands: [List.self, Add.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the staff.")

    @OptionGroup var common: Common

    func run() throws {
      let workbench = try common.workbench(readOnly: true)
      let staff = try workbench.records(for: nil).staff()
      var table = Table(headings: ["id", "name", "roles", "account"])
      table.rows = staff.map { member in
        [
          member.id, member.name, member.roles.map(\.rawValue).joined(separator: " "),
          member.login ?? "-",
        ]
      }
      Printer.show(
        table,
        json: .object([
          (
            "staff",
            .list(
              staff.map { member in
                .object([
                  ("id", .text(member.id)), ("name", .text(member.name)),
                  ("roles", .list(member.roles.map { .text($0.rawValue) })),
                  ("login", .text(orNull: member.login)),
                ])
              })
          )
        ]), as: common.format)
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a member of staff, or change one of that id.")

    @Argument(help: "The id, such as a.rahman.")
    var id: String

    @Option(help: "The name that others read.")
    var name: String

    @Option(name: .customLong("role"), help: "A role; as often as needed, the usual one first.")
    var roles: [String]

    @Option(help: "The account of the operating system.")
    var login: String?

    @OptionGroup var common: Common

    func run() throws {
      let workbench = try common.workbench()
      let wanted = try roles.map { name in
        guard let role = Role(rawValue: name) else {
          let names = Role.allCases.map(\.rawValue).joined(separator: ", ")
          throw Failure(.usage, "There is no role '\(name)'. There are: \(names).")
        }
        return role
      }
      var person: Person
      if workbench.facts.isDrill {
        person = Person(id: Account.name, name: Account.name, role: .administrator)
      } else {
        person = try common.person(on: workbench)
        if let own = try workbench.records(for: nil).staff(login: Account.name),
          let administrator = own.acting(as: .administrator), common.actor == nil
        {
          person = administrator
        }
      }
      try workbench.file.addStaff(
        id, name: name, roles: wanted, login: login, id: SystemClock.unique(),
        by: workbench.actor(person))
      if !common.quiet { Printer.line("\(name) (\(id)) is on the staff.") }
    }
  }
}
