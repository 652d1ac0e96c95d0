import ArgumentParser
import Desk
import Store
import Workflow

/// Why a step is due.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Explain a step: rule, facts, arithmetic, what would change it.")

  @Argument(help: "The step's id as the trays list it, or EPISODE STEP.")
  var step: String

  @Argument(help: "The step's name, where an episode or a child is named first.")
  var name: String?

  @OptionGroup var moment: AsOf
  @OptionGroup var common: Common

  func run() throws {
    let workbench = try common.workbench(readOnly: true)
    let person = common.viewer(on: workbench)
    let child = try workbench.child(of: step, for: person)
    let known = try moment.instant(workbench)
    let page = try workbench.page(of: child, for: person, knownAt: known)
    let now = known ?? workbench.now()
    let choice = StepChoice(of: page.steps, of: page.child, reference: step, name: name)
    guard let chosen = choice.chosen else {
      let names = choice.known.map(\.id.text).joined(separator: "\n  ")
      throw Failure(.badInput, "There is no such step. \(choice.whose) has:\n  \(names)")
    }
    let procedure = try workbench.procedure(of: chosen, in: page.child)
    let others = workbench.otherProcedures(than: procedure)
    let why = Explanation(
      of: chosen, child: page.child, procedure: procedure, others: others, asOf: now)
    let readings = OtherReading.readings(
      of: chosen, child: page.child, own: procedure, others: others)
    switch common.format {
    case .json:
      Printer.raw(
        JSON.object([
          ("step", StepLine(chosen, childName: page.child.name).json(asOf: now)),
          ("alsoFitting", .list(choice.others.map { .text($0.id.text) })),
          (
            "why",
            .list(
              why.sections.map { section in
                .object([
                  ("heading", .text(section.heading)),
                  ("lines", .list(section.lines.map(JSON.text))),
                ])
              })
          ),
          (
            "others",
            .list(
              readings.map { reading in
                .object([
                  ("procedure", .text(reading.procedure.id)),
                  ("version", .number(reading.procedure.version)),
                  ("due", .text(orNull: reading.step?.due?.iso)),
                  ("chair", .text(orNull: reading.step?.chair?.rawValue)),
                  ("tray", .text(orNull: reading.step?.tray.rawValue)),
                  ("rules", .list((reading.step?.rules ?? []).map(JSON.text))),
                  ("asksForIt", .flag(reading.step != nil)),
                  ("sentence", .text(reading.sentence(beside: chosen))),
                ])
              })
          ),
        ]).written + "\n")
    default:
      if let sentence = choice.sentence { Printer.line(sentence + "\n") }
      Printer.line(why.text)
    }
  }
}

/// What was recorded of a child, in order.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "List everything recorded of a child, with both times.")

  @Argument(help: "The child's id, or the reference of an episode or a record.")
  var reference: String

  @Option(parsing: .unconditional, help: "Only what the desk knew at this time.")
  var knownAt: String?

  @OptionGroup var common: Common

  func run() throws {
    let workbench = try common.workbench(readOnly: true)
    let person = common.viewer(on: workbench)
    let child = try workbench.child(of: reference, for: person)
    var entries = try workbench.records(for: person).timeline(child)
    let all = entries.map(\.event)
    if let knownAt {
      guard let known = SpokenInstant.read(knownAt, now: workbench.now()) else {
        throw Failure(.usage, "--known-at \(knownAt): not a time.")
      }
      entries = entries.filter { $0.event.recorded <= known }
    }
    var table = Table(headings: [
      "seq", "happened", "learnt", "recorded", "event", "by", "particulars",
    ])
    table.rows = entries.map { entry in
      let event = entry.event
      return [
        "\(event.sequence)", event.occurred.spoken, event.recorded.spoken, event.written.spoken,
        event.kind.rawValue,
        "\(event.by.name) (\(event.by.role.rawValue))", event.summary(among: all),
      ]
    }
    Printer.show(
      table,
      json: .object([
        ("child", .text(child)),
        (
          "events",
          .list(
            entries.map { entry in
              let event = entry.event
              return .object([
                ("seq", .number(event.sequence)), ("event", .text(event.kind.rawValue)),
                ("at", .text(event.occurred.iso)), ("learnt", .text(event.recorded.iso)),
                ("recorded", .text(event.written.iso)),
                ("by", .text(event.by.id)), ("role", .text(event.by.role.rawValue)),
                (
                  "body",
                  .object(
                    event.body.values.sorted { $0.key < $1.key }.map {
                      ($0.key, .text($0.value.typed))
                    })
                ),
              ])
            })
        ),
      ]), as: common.format)
  }
}
