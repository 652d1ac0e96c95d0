import ArgumentParser
import Desk
import Store
import Workflow

/// Records any event on a child: the twin of the desk's forms.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record an event on a child, an episode or a record.",
    discussion: "homeward record --fields EVENT lists what an event takes.")

  @Argument(help: "The event, such as returned, rhi-offered or acknowledged.")
  var event: String

  @Argument(help: "The child's id, or the reference of an episode or a record.")
  var reference: String?

  @Option(
    name: .customLong("at"), parsing: .unconditional,
    help: "When it happened; now where nothing is said.")
  var time: String?

  @Option(name: .customLong("set"), help: "A field: name=value; as often as needed.")
  var settings: [String] = []

  @Option(help: "The id of the command: the same one twice records once.")
  var command: String?

  @Flag(help: "List the fields of the event and record nothing.")
  var fields = false

  @OptionGroup var common: Common

  func run() throws {
    guard let kind = EventKind(rawValue: event) else {
      let names = EventKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(.usage, "There is no event '\(event)'. There are: \(names).")
    }
    if fields {
      listFields(of: kind)
      return
    }
    guard let reference else {
      throw Failure(
        .usage, "Say on whom: homeward record \(event) REFERENCE (a child, an episode, a record).")
    }
    let workbench = try common.workbench()
    let person = try common.person(on: workbench)
    let child = try workbench.child(of: reference, for: person)
    let now = workbench.now()
    var body = Body()
    var findings: [FormFinding] = []
    for setting in settings {
      let (name, value) = try Setting.parse(setting)
      guard let field = EventForm.of(kind).field(name) ?? EventForm.shared(name) else {
        findings.append(
          FormFinding(field: name, sentence: "\(event) has no field '\(name)'; see --fields"))
        continue
      }
      do throws(FormFinding) {
        body[name: name] = try field.read(value, now: now)
      } catch {
        findings.append(error)
      }
    }
    var at = now
    if let time {
      guard let instant = SpokenInstant.read(time, now: now) else {
        throw Failure(.usage, "--at \(time): not a time. Like now, -2h, yesterday 22:30, 14/3 9am.")
      }
      at = instant
    }
    guard findings.isEmpty else {
      throw Failure(
        .badInput, findings.map { "--set \($0.field): \($0.sentence)." }.joined(separator: "\n"))
    }
    if reference != child, reference.hasPrefix("E-"), body[.episode] == nil,
      try workbench.page(of: child, for: person).record?.current?.reference
        != reference.uppercased()
    {
      body[.episode] = reference.uppercased()
    }
    let performed = try workbench.perform(
      command ?? SystemClock.unique(), child: child, expecting: nil,
      [Command.Entry(kind, at: at, body)], by: person)
    try workbench.keepTyped(ofTriageTakenBackBy: performed)
    let taken = workbench.triageTakenBack(by: performed)
    report(
      performed,
      again: taken.map { Workbench.waitsAgain($0) + Workbench.entry(of: $0, of: performed.child) })
    if let warning = workbench.file.warning { Printer.complain(warning) }
  }

  private func report(_ performed: Performed, again: String?) {
    switch common.format {
    case .json:
      Printer.raw(
        JSON.object([
          ("child", .text(performed.child.id)),
          (
            "events",
            .list(
              performed.events.map {
                .object([("seq", .number($0.sequence)), ("event", .text($0.kind.rawValue))])
              })
          ),
          ("doneBefore", .flag(performed.wasDoneBefore)),
        ]).written + "\n")
    default:
      guard !common.quiet else { return }
      let events = performed.events.map(\.kind.rawValue).joined(separator: ", ")
      let before = performed.wasDoneBefore ? " (recorded before; nothing was added)" : ""
      Printer.line("Recorded: \(events), \(performed.child.name)\(before).\(again ?? "")")
    }
  }

  private func listFields(of kind: EventKind) {
    var table = Table(headings: ["field", "takes", "needed", "label"])
    table.rows = EventForm.of(kind).fields.map {
      [$0.name, $0.input.words, $0.isRequired ? "yes" : "no", $0.label]
    }
    Printer.raw(table.aligned)
  }
}

extension EventForm {
  /// A field that any event may carry.
  static func shared(_ name: String) -> FormField? {
    guard always.contains(name) else { return nil }
    return FormField(
      name: name, label: name, input: name == "learnt" ? .instant : .line, isRequired: false)
  }
}
