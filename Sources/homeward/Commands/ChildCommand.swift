import ArgumentParser
import Desk
import Exchange
import Store
import Workflow

/// The register of children.
struct ChildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "child", abstract: "The register: list, show, add, import.",
    subcommands: [List.self, Show.self, Add.self, Import.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the register, or search it.")

    @Argument(help: "Words of a name.")
    var search: String = ""

    @Option(help: "The most rows to list.")
    var limit = 1000

    @OptionGroup var common: Common

    func run() throws {
      let workbench = try common.workbench(readOnly: true)
      let rows = try workbench.records(for: common.viewer(on: workbench))
        .register(search: search, Window(limit: limit))
      var table = Table(headings: ["id", "name", "born", "status", "worker", "episodes", "away"])
      table.rows = rows.map {
        [
          $0.id, $0.name, $0.born?.iso ?? "-", $0.status?.rawValue ?? "-", $0.worker ?? "-",
          "\($0.episodes)", $0.isAway ? "AWAY" : "",
        ]
      }
      Printer.show(
        table, json: .object([("children", .list(rows.map(\.json)))]), as: common.format)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show a child: facts and episodes.")

    @Argument(help: "The child's id, or the reference of an episode or a record.")
    var reference: String

    @OptionGroup var moment: AsOf
    @OptionGroup var common: Common

    func run() throws {
      let workbench = try common.workbench(readOnly: true)
      let person = common.viewer(on: workbench)
      let id = try workbench.child(of: reference, for: person)
      let known = try moment.instant(workbench)
      let page = try workbench.page(of: id, for: person, knownAt: known)
      PagePrinter(page: page, now: known ?? workbench.now()).show(as: common.format)
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Put a child on the register.")

    @Argument(help: "The id in the authority's own system.")
    var id: String

    @Option(name: .customLong("set"), help: "A fact: name=value; family-name is needed.")
    var settings: [String] = []

    @OptionGroup var common: Common

    func run() throws {
      let workbench = try common.workbench()
      let person = try common.person(on: workbench)
      var facts = Body()
      for setting in settings {
        let (name, value) = try Setting.parse(setting)
        guard let field = EventForm.of(.childRegistered).field(name) else {
          throw Failure(
            .usage,
            "--set \(setting): no such fact. There are: "
              + EventForm.of(.childRegistered).fields.map(\.name).joined(separator: ", ") + ".")
        }
        do throws(FormFinding) {
          facts[name: name] = try field.read(value, now: workbench.now())
        } catch {
          throw Failure(.badInput, "--set \(name): \(error.sentence).")
        }
      }
      let performed = try workbench.perform(
        SystemClock.unique(), child: id, expecting: nil,
        [Command.Entry(.childRegistered, at: workbench.now(), facts)], by: person)
      if !common.quiet { Printer.line("\(performed.child.name) (\(id)) is on the register.") }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Import the authority's register from a CSV file: new children, changed facts.")

    @Argument(help: "The file.")
    var file: String

    @OptionGroup var common: Common

    func run() throws {
      let workbench = try common.workbench()
      let person = try common.person(on: workbench)
      let bytes = try FileBytes.read(file, limit: 64_000_000)
      let register: RegisterFile
      do {
        register = try RegisterFile(text: TextDecoding.decode(bytes, limit: 64_000_000).text)
      } catch let fault as TextDecoding.Fault {
        throw Failure(.badInput, "\(file): \(fault.sentence)")
      } catch let fault as RegisterFile.Fault {
        throw Failure(.badInput, "\(file): \(fault.sentence)")
      }
      for finding in register.findings {
        let place = ["\(file):\(finding.line)", finding.column].compactMap { $0 }.joined(
          separator: ": ")
        Printer.complain("\(place): \(finding.sentence)")
      }
      let borough = workbench.facts.authority
      let counts = try workbench.file.registerChildren(
        register.rows.map { ChildRegistration($0, borough: borough) }, id: SystemClock.unique(),
        by: workbench.actor(person), procedures: workbench.procedures)
      for (id, sentence) in counts.refused.sorted(by: { $0.key < $1.key }) {
        Printer.complain("\(id): \(sentence)")
      }
      if !common.quiet {
        Printer.line(
          "\(register.rows.count) rows: \(counts.added) added, \(counts.changed) changed, "
            + "\(counts.unchanged) as they were, \(counts.refused.count) refused.")
      }
      if !register.findings.isEmpty || !counts.refused.isEmpty {
        throw Failure(
          .refused, "Some rows need a look; the others are imported. Mend them and import again.")
      }
    }
  }
}

extension ChildRegistration {
  /// A row of the register as facts; empty cells say nothing.
  init(_ row: RegisterRow, borough: String) {
    var facts = Body()
    func set(_ field: Field<String>, _ text: String) { if !text.isEmpty { facts[field] = text } }
    set(.familyName, row.familyName)
    set(.givenNames, row.givenNames)
    if !row.aliases.isEmpty { facts[Field<[String]>.aliases] = row.aliases }
    facts[.born] = row.born
    set(.sex, row.sex)
    set(.address, row.address)
    set(.postcode, row.postcode)
    facts[.status] = ChildStatus(rawValue: row.status)
    facts[.isAllocated] = !row.allocatedWorker.isEmpty
    set(.worker, row.allocatedWorker)
    set(.team, row.team)
    set(.placementKind, row.placementKind)
    set(.placement, row.placement)
    set(.responsibleAuthority, row.responsibleAuthority)
    set(.hostAuthority, row.hostAuthority)
    facts[.resident] = row.hostAuthority.isEmpty || row.hostAuthority == borough
    let markers = row.markers.filter { Marker(rawValue: $0) != nil }
    if !markers.isEmpty { facts[Field<[String]>.markers] = markers }
    if row.restricted { facts[.restricted] = true }
    self.init(id: row.id, facts: facts)
  }
}

extension ChildRow {
  /// As scripts read it.
  var json: JSON {
    .object([
      ("id", .text(id)), ("name", .text(name)), ("born", .text(orNull: born?.iso)),
      ("status", .text(orNull: status?.rawValue)), ("worker", .text(orNull: worker)),
      ("placement", .text(orNull: placement)), ("markers", .list(markers.map(JSON.text))),
      ("episodes", .number(episodes)), ("away", .flag(isAway)),
    ])
  }
}
