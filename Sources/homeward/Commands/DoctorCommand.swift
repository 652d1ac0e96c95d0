import ArgumentParser
import Procedures
import Store
import Workflow

/// Looks whether everything that the desk needs is sound.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look whether the desk and the computer are fit for work; nothing is changed.",
    discussion: """
      Each line is ok, warn or fail, with what to do. The exit status is 1 where a line fails. \
      'homeward verify' checks what the desk's file holds.
      """)

  @OptionGroup var common: Common

  func run() throws {
    let path = try common.path()
    var lines = [programLine] + DeskFile.checkUp(at: path, now: common.moment)
    lines += PackCheckUp(choice: common.choice).lines()
    let worst = lines.map(\.state).max() ?? .ok
    show(lines, worst)
    if worst == .fail {
      let count = lines.count { $0.state == .fail }
      throw Failure(.refused, count == 1 ? "One line fails." : "\(count) lines fail.")
    }
  }

  private var programLine: CheckLine {
    CheckLine(
      "program", .ok,
      "homeward \(Homeward.configuration.version); it writes desks of version "
        + "\(DeskFile.fileVersion).")
  }

  private func show(_ lines: [CheckLine], _ worst: CheckLine.State) {
    switch common.format {
    case .json:
      Printer.raw(
        JSON.object([
          ("state", .text(worst.rawValue)),
          (
            "checks",
            .list(
              lines.map { line in
                .object([
                  ("name", .text(line.name)), ("state", .text(line.state.rawValue)),
                  ("found", .text(line.found)), ("wayForward", .text(orNull: line.wayForward)),
                ])
              })
          ),
        ]).written + "\n")
    case .tsv:
      var table = Table(headings: ["name", "state", "found", "way-forward"])
      table.rows = lines.map { [$0.name, $0.state.rawValue, $0.found, $0.wayForward ?? ""] }
      Printer.raw(table.tsv)
    case .table:
      for line in lines where !common.quiet || line.state != .ok {
        let name = line.name + String(repeating: " ", count: max(1, 14 - line.name.count))
        let state = line.state == .warn ? "WARN" : line.state == .fail ? "FAIL" : "ok  "
        Printer.line("\(state)  \(name)\(line.found)")
        if let way = line.wayForward {
          Printer.line("      " + String(repeating: " ", count: 14) + way)
        }
      }
    }
  }
}

/// Looks at the packs: those on the shelf, the one in force, and those that records are pinned to.
struct PackCheckUp {
  let choice: DeskChoice

  func lines() -> [CheckLine] { [shelf, pinned].compactMap { $0 } }

  private var shelf: CheckLine {
    let shelf: Shelf
    do {
      shelf = try PackShelf.open()
    } catch {
      return CheckLine(
        "packs", .fail, (error as? Failure)?.sentence ?? "The packs cannot be read.",
        wayForward: "Mend or remove what is named; 'homeward procedure check FILE' helps.")
    }
    var broken: [String] = []
    for id in shelf.ids {
      do throws(ShelfError) { _ = try shelf.pack(id: id) } catch { broken.append(error.sentence) }
    }
    guard broken.isEmpty else {
      return CheckLine(
        "packs", .fail, broken.joined(separator: " "),
        wayForward: "Mend or remove the file; 'homeward procedure check FILE' lists what is wrong.")
    }
    return CheckLine("packs", .ok, "\(shelf.ids.count) packs, all sound.")
  }

  /// Every record must still be readable under the procedure that it was opened under.
  private var pinned: CheckLine? {
    // Why the desk cannot be opened is said elsewhere.
    guard let workbench = try? choice.workbench(readOnly: true) else { return nil }
    let source = workbench.procedures
    do {
      let current = try source.current()
      let all = try workbench.file.pinnedProcedures()
      let missing = all.filter { (try? source.pinned($0.id, $0.version, $0.hash)) == nil }
      guard missing.isEmpty else {
        return CheckLine(
          "procedures", .fail,
          missing.map {
            "\($0.id), version \($0.version), content \($0.hash.prefix(12)), of \($0.records) records "
              + "is not at hand."
          }.joined(separator: " "),
          wayForward: "Put the packs of those versions back beside the others.")
      }
      return CheckLine(
        "procedures", .ok,
        "\(current.id), version \(current.version), is in force; all \(all.count) that records are "
          + "pinned to are at hand.")
    } catch {
      return CheckLine(
        "procedures", .fail,
        (error as? ShelfError)?.sentence ?? (error as? StoreError)?.sentence
          ?? "The procedure in force cannot be read.",
        wayForward: "'homeward procedure list' names those at hand; 'procedure adopt' changes it.")
    }
  }
}
