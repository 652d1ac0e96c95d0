import ArgumentParser
import Desk
import Store
import Workflow

// Reports from which nothing is opened, and those that wait again.

extension IntakeCommand {
  /// Ends the triage of a kept report without opening anything.
  func put(
    _ reference: String, asideAs ground: SetAsideGround, _ workbench: Workbench, _ person: Person
  ) throws {
    let records = workbench.records(for: person)
    guard let report = try records.report(reference) else {
      throw Failure(
        .badInput, "There is no report \(reference). Take it in first: homeward intake FILE.")
    }
    // Says so itself where the report is triaged already.
    let draft = try workbench.draft(of: reference, subject: subject, for: person)
    guard let reason, !reason.trimmed.isEmpty else {
      throw Failure(.usage, "Say why: --reason \"...\". It stays with \(reference).")
    }
    let isTold = told.map { !$0.trimmed.isEmpty } ?? false
    if ground == .otherAuthority, !isTold {
      let about = try workbench.about(reference, subject: subject, for: person)
      if let away = about.awayBy {
        let by = about.openEpisodes.isEmpty ? "by \(reference)" : away
        throw Failure(
          .usage,
          "\(about.names.first ?? "The child") is AWAY \(by), and another authority is to look. Tell them, "
            + "then say whom and when: --told \"...\". It stays with \(reference).")
      }
    }
    let one = subject.map { "child \($0) of " } ?? ""
    let about = [report.row.policeReference, report.row.kind].compactMap { $0 }.joined(
      separator: ", ")
    let rest =
      subject != nil
      ? " Its other children wait on or stay as they are."
      : draft.subject > 1 ? " What was recorded of its other children stays." : ""
    guard commit else {
      Printer.line(
        "\(one.capitalisedFirst)\(reference) (\(about)) would be set aside as \(ground.words): \(reason). Nothing would be "
          + "opened from it.\(rest) Nothing is recorded; --commit does it.")
      return
    }
    try workbench.setAside(
      reference, subject: subject, decision: ground.rawValue, reason: reason, told: told,
      id: SystemClock.unique(), by: person)
    guard !common.quiet else { return }
    if common.format == .json {
      Printer.raw(
        JSON.object([
          ("report", .text(reference)), ("subject", subject.map(JSON.number) ?? .null),
          ("decision", .text(ground.rawValue)),
          ("reason", .text(reason)), ("told", .text(orNull: told)), ("by", .text(person.id)),
        ]).written + "\n")
    } else {
      Printer.line(
        "\(one.capitalisedFirst)\(reference) is set aside as \(ground.words).\(rest) Its text is kept."
      )
    }
  }

  /// Lets a report wait again that was set aside.
  func putBack(_ reference: String, _ workbench: Workbench, _ person: Person) throws {
    guard let reason, !reason.trimmed.isEmpty else {
      throw Failure(.usage, "Say why: --reason \"...\". It stays with \(reference).")
    }
    let records = workbench.records(for: person)
    let child =
      try subject.map { try records.standing(ofReport: reference).child(at: $0) }
      ?? records.report(reference)?.row.child
    if let child {
      try untriage(reference, of: child, because: reason, workbench, person)
      return
    }
    let one = (subject.map { "child \($0) of " } ?? "").capitalisedFirst
    guard commit else {
      Printer.line(
        "\(one)\(reference) would be taken back and wait for triage again. Nothing is recorded; --commit does it."
      )
      return
    }
    try workbench.file.takeBack(
      report: reference, subject: subject, reason: reason, id: SystemClock.unique(),
      by: workbench.actor(person))
    if !common.quiet {
      Printer.line("\(one)\(reference) is taken back; it waits for triage again.")
    }
  }

  /// Takes back what the triage of a report recorded; of a report of several children that of the last.
  private func untriage(
    _ reference: String, of child: String, because reason: String, _ workbench: Workbench,
    _ person: Person
  ) throws {
    let stands = try workbench.records(for: person).caseOf(child)
    guard let stands,
      let decision = stands.readings.last(where: {
        $0.kind == .triaged && $0[.report] == reference
      }), let triage = stands.triage(of: decision.sequence)
    else {
      throw Failure(.badInput, "\(reference): its triage is not found on \(child)'s record.")
    }
    let what = "\(triage.title), \(stands.name) (\(triage.parts))"
    guard commit else {
      Printer.line("Would be taken back: \(what). Nothing is recorded; --commit does it.")
      return
    }
    var body = Body()
    body[.corrects] = decision.sequence
    body[.reason] = reason
    let performed = try workbench.perform(
      SystemClock.unique(), child: child, expecting: nil,
      [Command.Entry(.withdrawn, at: workbench.now(), body)], by: person)
    try workbench.keepTyped(ofTriageTakenBackBy: performed)
    if !common.quiet { Printer.line("Withdrawn: \(what).\(Workbench.waitsAgain(triage))") }
  }

  func listAside(_ workbench: Workbench) throws {
    let rows = try workbench.asides(for: common.viewer(on: workbench))
    var table = Table(headings: ["report", "child", "set aside", "as", "by", "reason"])
    table.rows = rows.map {
      [$0.reference, $0.whole, $0.at?.spoken ?? "-", $0.decision, $0.by, $0.because]
    }
    let names = ["report", "name", "at", "decision", "by", "reason"]
    let json = zip(rows, table.rows).map { row, cells in
      JSON.object(
        zip(names, cells).map { name, cell in
          switch name {
          case "at": (name, .text(orNull: row.at?.iso))
          case "reason": (name, .text(row.reason))
          default: (name, .text(cell))
          }
        } + [
          ("subject", row.subject.map(JSON.number) ?? .null), ("told", .text(orNull: row.told)),
          ("standing", .text(row.standing)),
        ])
    }
    Printer.show(table, json: .object([("reports", .list(json))]), as: common.format)
  }
}
