import ArgumentParser
import Desk
import Procedures
import Store
import Workflow

/// Takes reports in and triages them.
struct IntakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intake",
    abstract: "Take in reports: read, show what was found and what was not, commit when told.",
    discussion: """
      Each FILE (or - for standard input) is kept as it came and read into a draft. Nothing is opened \
      until --commit is given; what the report does not say is filled in with --set. A report that was \
      kept before is named by its reference (R-2026-0001). A list of several children becomes a report each. Without a FILE the waiting reports are listed.

      A report from which nothing is to be opened (it came twice, it was withdrawn, the child is another \
      authority's) is set aside: --set-aside with the ground, --reason, and --commit. Of a report of several \
      children --subject sets one aside alone, and the others wait on.
      """)

  @Argument(help: "Files, - for standard input, or references of kept reports.")
  var files: [String] = []

  @Flag(help: "Record the triage, not only the report.")
  var commit = false

  @Option(help: "The child's id in the register, or 'new'; else the one that is proposed.")
  var child: String?

  @Option(name: .customLong("set"), help: "A field that the report lacks or has wrong: name=value.")
  var settings: [String] = []

  @Option(
    name: .customLong("set-aside"),
    help: "Open nothing from a kept report, and on what ground.")
  var setAside: SetAsideGround?

  @Flag(help: "Take a report back that was set aside or triaged: it waits for triage again.")
  var takeBack = false

  @Flag(help: "List the reports that were set aside.")
  var aside = false

  @Flag(
    help:
      "Triage a further child of a kept report, whom it neither counts nor names; with --commit.")
  var further = false

  @Option(help: "Which child of the report alone is set aside or taken back: 1 is the first.")
  var subject: Int?

  @Option(help: "Why it is set aside, or taken back.")
  var reason: String?

  @Option(help: "Whom of another authority you told of a child who is away, and when.")
  var told: String?

  @OptionGroup var common: Common

  func validate() throws {
    if setAside == nil, !takeBack, reason != nil {
      throw ValidationError("--reason goes with --set-aside or --take-back.")
    }
    if setAside == nil, told != nil {
      throw ValidationError("--told goes with --set-aside.")
    }
    if subject != nil, setAside == nil && !takeBack || files.count != 1 {
      throw ValidationError("--subject goes with --set-aside or --take-back of one report.")
    }
    if takeBack, setAside != nil || child != nil || !settings.isEmpty || files.isEmpty {
      throw ValidationError(
        "--take-back takes the references of reports and --reason, and nothing else.")
    }
    if further, setAside != nil || takeBack || files.count != 1 {
      throw ValidationError(
        "--further goes with one kept report, and not with --set-aside or --take-back.")
    }
    if setAside != nil, child != nil || !settings.isEmpty {
      throw ValidationError("--set-aside opens nothing: leave out --child and --set.")
    }
    if setAside != nil, files.isEmpty {
      throw ValidationError("Name the report to set aside: homeward intake lists those that wait.")
    }
  }

  func run() throws {
    let workbench = try common.workbench()
    if files.isEmpty {
      try aside ? listAside(workbench) : listWaiting(workbench)
      return
    }
    let person = try common.person(on: workbench)
    var failures: [any Error] = []
    for file in files {
      do {
        if takeBack {
          try putBack(file, workbench, person)
        } else if let setAside {
          try put(file, asideAs: setAside, workbench, person)
        } else {
          try take(file, workbench, person)
        }
      } catch {
        guard files.count > 1 else { throw error }
        // One unreadable report does not keep the others out.
        failures.append(error)
        Printer.complain(FailureSentence.of(error))
      }
    }
    if let first = failures.first { throw first }
  }

  private func listWaiting(_ workbench: Workbench) throws {
    let records = workbench.records(for: common.viewer(on: workbench))
    let reports = try records.waitingReports(Window(limit: 10_000))
    var table = Table(headings: ["report", "received", "kind", "police reference", "source"])
    table.rows = reports.map {
      [$0.reference, $0.received.spoken, $0.kind, $0.policeReference ?? "-", $0.source]
    }
    let all = try reports.map { $0.json(of: try workbench.waitingPart(of: $0, records)) }
    Printer.show(table, json: .object([("reports", .list(all))]), as: common.format)
  }

  private func take(_ file: String, _ workbench: Workbench, _ person: Person) throws {
    if try workbench.records(for: person).report(file) != nil {
      try triage(file, workbench, person)
      return
    }
    let received = try workbench.receive(
      FileBytes.read(file, limit: 8_000_000), source: file, by: person)
    let isShown = !common.quiet && common.format == .table
    if isShown, received.count > 1 { Printer.line(Workbench.sentence(onListOf: received)) }
    for one in received {
      if isShown, received.count == 1 || !one.isNew {
        Printer.line(
          one.isNew
            ? "\(one.reference): kept as it came, from \(file)."
            : "\(one.reference): this very text was kept before; nothing was added.")
      }
      // Of a list some may be triaged already, and some need to be asked about.
      if received.count > 1, !commit,
        try workbench.records(for: person).report(one.reference)?
          .row.isWaiting == false
      {
        continue
      }
      try triage(one.reference, workbench, person)
    }
  }

  private func triage(_ reference: String, _ workbench: Workbench, _ person: Person) throws {
    var draft = try asked(reference, workbench, person)
    while true {
      var form = FormScreen.triage(draft, command: "\(SystemClock.unique())-\(reference)")
      let asRead = form.question
      try fill(&form)
      if let question = form.question, question != asRead {
        // What was set by hand may be somebody of the register.
        form.receive(try workbench.match(question, for: person))
        if case .triage(let compared) = form.purpose { draft = compared }
      }
      if !commit {
        DraftPrinter(draft: draft, form: form, now: workbench.now()).show(as: common.format)
        return
      }
      try record(form, draft, workbench, person)
      guard draft.subject < draft.subjects,
        let next = try? workbench.draft(of: reference, for: person)
      else { return }
      draft = next
    }
  }

  private func fill(_ form: inout FormScreen) throws {
    var typed: [String: String] = [:]
    for setting in settings {
      let (name, value) = try Setting.parse(setting)
      guard form.lineNames.contains(name) else {
        let names = form.lineNames.joined(separator: ", ")
        throw Failure(
          .usage, "--set \(setting): the triage has no field '\(name)'. It has: \(names).")
      }
      typed[name] = value
    }
    if let child {
      let isAmongThem =
        form.entries.first { $0.field.name == "child" }?.codes.contains(child) ?? false
      typed[isAmongThem ? "child" : "child-id"] = child
    }
    form.restore(FormDraft(values: typed))
  }

  private func record(
    _ form: FormScreen, _ draft: TriageDraft, _ workbench: Workbench, _ person: Person
  ) throws {
    if let child, child != "new", try workbench.records(for: person).child(child) == nil {
      throw Failure(
        .badInput, "There is no child '\(child)' on the register. \(draft.reference) is kept.")
    }
    switch form.submission(now: workbench.now()) {
    case .failure(let findings):
      let list = findings.list.map { "  \($0.field): \($0.sentence)" }.joined(separator: "\n")
      let question = draft.question.map { "\n  \($0)" } ?? ""
      throw Failure(
        .badInput,
        "\(draft.reference) is kept but not committed; these are missing or wrong:\n\(list)\(question)\n"
          + "Fill them in: homeward intake \(draft.reference) --commit --set field=value (or --child ID)."
      )
    case .success(let submission):
      let answers = try workbench.submit(submission, by: person)
      guard !common.quiet, let first = answers.first,
        case .recorded(let sentence, let id, _) = first
      else {
        return
      }
      switch common.format {
      case .json:
        let episode = try id.flatMap {
          try workbench.records(for: person).episodes(ofChild: $0).first
        }
        Printer.raw(
          JSON.object([
            ("report", .text(draft.reference)), ("child", .text(orNull: id)),
            ("episode", .text(orNull: episode?.reference)),
            ("record", .text(orNull: episode?.record)),
          ]).written + "\n")
      default: Printer.line(sentence)
      }
    }
  }
}

/// `name=value`, as people type it.
enum Setting {
  /// Splits a setting.
  static func parse(_ text: String) throws -> (String, String) {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
      throw Failure(.usage, "--set \(text): like name=value.")
    }
    return (String(text[..<sign]).trimmed, String(text[text.index(after: sign)...]))
  }
}

/// The sentence of any failure.
enum FailureSentence {
  static func of(_ error: any Error) -> String {
    switch error {
    case let failure as Failure: failure.sentence
    case let refusal as Refusal: refusal.sentence
    case let error as StoreError: "\(error.sentence) \(error.wayForward)"
    case let error as ShelfError: error.sentence
    default: "\(error)"
    }
  }
}

extension SetAsideGround: ExpressibleByArgument {}
