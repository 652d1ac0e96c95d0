import ArgumentParser
import Procedures
import Workflow

/// Procedures: what there is, whether a pack is right, whether scenarios hold.
struct ProcedureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "procedure", abstract: "List, show, compare, check, test and adopt procedures.",
    subcommands: [
      List.self, ProcedureNew.self, ProcedureWords.self, Check.self, ProcedureShow.self,
      Test.self, ProcedureDiffCommand.self, ProcedureWhatIf.self, ProcedureAdopt.self,
      Covering.self,
    ], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the procedures at hand.")

    @OptionGroup var common: Common

    func run() throws {
      let shelf = try PackShelf.open()
      // A desk is not needed to see what procedures there are.
      let desk = try? common.workbench(readOnly: true).facts
      var packs: [Pack] = []
      var broken: [ShelfError] = []
      for id in shelf.ids {
        do throws(ShelfError) {
          packs.append(try shelf.pack(id: id))
        } catch {
          broken.append(error)
        }
      }
      let replacements = Dictionary(uniqueKeysWithValues: shelf.replacements.map { ($0.id, $0) })
      var table = Table(headings: ["id", "title", "authority", "versions", "content", "from"])
      table.rows = packs.map {
        [
          $0.id, $0.title, $0.authority, "\($0.versions.count)", String($0.contentHash.prefix(12)),
          $0.file,
        ]
      }
      Printer.show(
        table,
        json: .object([
          ("default", desk?.opening ?? .null),
          (
            "procedures",
            .list(
              packs.map { pack in
                .object([
                  ("id", .text(pack.id)), ("title", .text(pack.title)),
                  ("authority", .text(pack.authority)), ("content", .text(pack.contentHash)),
                  ("file", .text(pack.file)),
                  ("shippedContent", .text(orNull: replacements[pack.id]?.shippedContent)),
                  (
                    "versions",
                    .list(
                      pack.versions.map {
                        .object([("from", .text($0.from.iso)), ("to", .text(orNull: $0.to?.iso))])
                      })
                  ),
                ])
              })
          ),
        ]), as: common.format)
      if common.format == .table, let desk { Printer.line("\n" + desk.openingSentence) }
      PackShelf.sayReplacements()
      // One broken file of the authority's own must not hide the others.
      for error in broken { Printer.complain(error.sentence) }
      if !broken.isEmpty {
        throw Failure(
          .badConfiguration,
          broken.count == 1
            ? "One local pack cannot be used." : "\(broken.count) local packs cannot be used.")
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check a pack: everything that is wrong with it, with line and column.")

    @Argument(help: "The file.")
    var file: String

    func run() throws {
      let findings = try findings()
      if findings.isEmpty {
        Printer.line("\(file): nothing is wrong.")
        return
      }
      Printer.line(Findings(findings).text)
      let wrong = findings.count { $0.severity == .error }
      guard wrong > 0 else {
        Printer.line("\(file): nothing is wrong; what is said above is worth a look.")
        return
      }
      throw Failure(.refused, "\(wrong) finding\(wrong == 1 ? "" : "s").")
    }

    private func findings() throws -> [Finding] {
      let bytes = try FileBytes.read(file, limit: 8_000_000)
      let shelf = try PackShelf.open()
      do throws(Findings) {
        return shelf.check(text: try PackText.decode(bytes, file: file), file: file)
      } catch {
        return error.all
      }
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run scenario files against the procedures they name.")

    @Argument(help: "The files.")
    var files: [String]

    @Option(help: "Only cases of this procedure.")
    var procedure: String?

    @Option(help: "A pack's file to try before it is on the shelf; may be given several times.")
    var pack: [String] = []

    @Option(help: "How to write the answer: table or json.")
    var format: OutputFormat = .table

    func run() throws {
      var cases: [ScenarioReport.Case] = []
      var findings: [String] = []
      let runner = ScenarioRunner(shelf: try PackShelf.open(with: pack))
      for file in files {
        let text = try PackShelf.readText(file)
        do throws(Findings) {
          let scenarios = try ScenarioReader.read(text: text, file: file)
            .filter { procedure == nil || $0.procedure == procedure }
          cases += runner.run(scenarios).cases
        } catch {
          findings.append(error.text)
        }
      }
      let report = ScenarioReport(cases: cases)
      Printer.line(format == .json ? report.json : report.text)
      for finding in findings { Printer.complain(finding) }
      if !findings.isEmpty { throw Failure(.badInput, "Some scenario files cannot be read.") }
      if report.failed > 0 {
        throw Failure(.refused, "\(report.failed) of \(cases.count) cases failed.")
      }
    }
  }
}
