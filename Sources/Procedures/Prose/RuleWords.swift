import Workflow

/// A rule in plain English, a line for each thing that it sets.
///
/// `show` prints these lines; the tests read every limit back from them.
struct RuleWords {
  let rule: Rule
  let procedure: Procedure
  let writer: ClauseWriter

  init(rule: Rule, procedure: Procedure) {
    self.rule = rule
    self.procedure = procedure
    writer = ClauseWriter(procedure.definitions)
  }

  /// The lines, the duty first.
  var lines: [String] {
    [rule.duty, reference]
      + [who, when, opening, limit, cadence, done, needs, away, extent]
      .compactMap { $0 } + rule.prompts.map { "Shown to whoever does it: \($0)" }
  }

  /// `L23-11 · rule strategy-meeting-care · Missing Procedure Flowchart 2023, section "Care"`.
  private var reference: String {
    "\(rule.realises.joined(separator: ", ")) · rule \(rule.name) · \(rule.citation.document), "
      + "section \"\(rule.citation.section)\""
  }

  private var who: String? {
    "Who: \(procedure.title(of: rule.role)), in the \(procedure.title(of: rule.tray)) tray."
  }

  private var when: String? {
    rule.when == .always ? "When: always." : "When: \(writer.clause(rule.when))."
  }

  private var opening: String? {
    rule.opensAfter.map { "Opens: \($0.words) after \(anchors)." }
  }

  private var limit: String? {
    guard let within = rule.within else {
      return rule.opensAfter == nil
        ? "Limit: none; open from \(anchors), until it is done."
        : "Limit: none; open until it is done."
    }
    return "Limit: \(within.words), counted from \(anchors)."
  }

  private var cadence: String? {
    guard rule.repeats, let within = rule.within else { return nil }
    var text = "Comes again: \(within.words) after each time that it is done"
    if let from = rule.elapsedFrom { text += ", once the child has been missing for \(from.words)" }
    if let before = rule.elapsedBefore {
      text += ", until the child has been missing for \(before.words)"
    }
    return text + "."
  }

  private var done: String? {
    var ways = rule.step.isMeeting ? ["holding it"] : []
    ways += rule.doneBy.map(\.words)
    return ways.isEmpty ? nil : "Done by: \(ways.joined(separator: "; or "))."
  }

  /// What a form must have before it records what completes the step.
  private var needs: String? {
    let kinds = (rule.step.isMeeting ? [.meetingHeld] : []) + rule.doneBy.map(\.kind)
    var names: [String] = []
    for field in kinds.flatMap({ EventForm.of($0).fields })
    where field.isRequired && !["kind", "step"].contains(field.name) {
      let name = field.label.lowercasedFirst
      if !names.contains(name) { names.append(name) }
    }
    return names.isEmpty ? nil : "Needs on record: \(names.joined(separator: ", "))."
  }

  private var away: String? {
    guard !rule.lapsesOn.isEmpty else { return nil }
    let ways = rule.lapsesOn.map(\.words).joined(separator: ", or on ")
    if rule.lapsesLate {
      return "Falls away: on \(ways), also once the limit is up; what was late by then stays late."
    }
    return "Falls away: on \(ways)" + (rule.within == nil ? "." : ", before the limit is up.")
  }

  private var extent: String? {
    var parts: [String] = []
    if rule.isForRecord { parts.append("once for the whole record, not for each episode") }
    if rule.outlivesRecord { parts.append("it goes on after the record is finished") }
    if let part = rule.part, rule.step != .notice {
      parts.append("the part \"\(part)\" of a step that comes in several")
    }
    return parts.isEmpty ? nil : "Extent: \(parts.joined(separator: "; "))."
  }

  private var anchors: String {
    rule.since.map(\.words).joined(separator: ", or, where there is none, from ")
  }
}
