package import Workflow

/// Two procedures side by side: what each sets for a step, and where they differ.
package struct ProcedureDiff: Sendable {
  /// What is compared of a step.
  package enum Aspect: String, CaseIterable, Sendable {
    /// The time allowed, from when it counts, and in which case.
    case limit
    case tray
    case role
    case chair
    /// Who acknowledges a closure.
    case acknowledgement
    /// What is refused.
    case `guard`
  }

  /// One setting of one procedure, with the rules that it realises.
  package struct Setting: Sendable, Hashable {
    /// In plain English.
    package let text: String
    /// The rules; two procedures never share their ids, so these make no difference.
    package let rules: [String]

    /// `3 days, counted from going missing (L23-11)`.
    package var words: String {
      rules.isEmpty ? text : "\(text) (\(rules.joined(separator: ", ")))"
    }
  }

  /// One aspect of one step under both.
  package struct Row: Sendable, Hashable {
    /// The stage at which the step is met.
    package let stage: Stage
    /// The step's name, `meetings` for all of them, or the event that a guard looks at.
    package let step: String
    /// What is compared.
    package let aspect: Aspect
    /// What the left procedure sets; nothing where it has no such step.
    package let left: [Setting]
    /// What the right procedure sets; nothing where it has no such step.
    package let right: [Setting]

    /// Whether the two set different things.
    package var differs: Bool { left.map(\.text) != right.map(\.text) }
  }

  /// The left procedure.
  package let left: Procedure
  /// The right procedure.
  package let right: Procedure
  /// Every aspect of every step, in the order of an episode.
  package let rows: [Row]

  /// Compares two procedures.
  package init(_ left: Procedure, _ right: Procedure) {
    self.left = left
    self.right = right
    var rows: [Row] = []
    for step in ProcedureDiff.steps(of: left, right) {
      func add(_ aspect: Aspect, _ settings: (Procedure, StepName) -> [Setting]) {
        rows.append(
          Row(
            stage: step.stage, step: step.rawValue, aspect: aspect, left: settings(left, step),
            right: settings(right, step)))
      }
      add(.limit) { $0.limits(of: $1) }
      add(.tray) { $0.trays(of: $1) }
      add(.role) { $0.roles(of: $1) }
    }
    rows.append(
      Row(
        stage: .strategy, step: "meetings", aspect: .chair, left: left.ladder,
        right: right.ladder))
    rows.append(
      Row(
        stage: .closing, step: StepName.acknowledge.rawValue, aspect: .acknowledgement,
        left: left.acknowledgement, right: right.acknowledgement))
    for kind in EventKind.allCases {
      let (mine, theirs) = (left.guards(on: kind), right.guards(on: kind))
      guard !mine.isEmpty || !theirs.isEmpty else { continue }
      rows.append(
        Row(stage: .closed, step: kind.rawValue, aspect: .guard, left: mine, right: theirs))
    }
    self.rows = rows
  }

  /// The rows in which the two differ.
  package var differing: [Row] { rows.filter(\.differs) }

  /// Every step that one of them has, by stage, then as the left and then the right lists them.
  private static func steps(of left: Procedure, _ right: Procedure) -> [StepName] {
    var seen: Set<StepName> = []
    let all = (left.rules + right.rules).map(\.step).filter { seen.insert($0).inserted }
    return Stage.allCases.flatMap { stage in all.filter { $0.stage == stage } }
  }
}

extension Procedure {
  private var clauses: ClauseWriter { ClauseWriter(definitions) }

  fileprivate func limits(of step: StepName) -> [ProcedureDiff.Setting] {
    let clauses = clauses
    return rules.filter { $0.step == step }.map {
      ProcedureDiff.Setting(text: $0.limitWords(clauses), rules: $0.realises)
    }
  }

  fileprivate func trays(of step: StepName) -> [ProcedureDiff.Setting] {
    unique(rules.filter { $0.step == step }.map(\.tray.rawValue))
  }

  fileprivate func roles(of step: StepName) -> [ProcedureDiff.Setting] {
    unique(rules.filter { $0.step == step }.map(\.role.rawValue))
  }

  fileprivate var ladder: [ProcedureDiff.Setting] {
    let clauses = clauses
    return chairs.map { rung in
      var text = "\(rung.role.rawValue) from "
      text += rung.from == .atOnce ? "the first meeting" : rung.from.words
      if let after = rung.after { text += ", after one that the \(after.rawValue) chaired" }
      if rung.when != .always { text += ", when \(clauses.clause(rung.when))" }
      return ProcedureDiff.Setting(text: text, rules: [rung.rule])
    }
  }

  fileprivate var acknowledgement: [ProcedureDiff.Setting] {
    unique(acknowledgedBy.map(\.rawValue))
  }

  fileprivate func guards(on kind: EventKind) -> [ProcedureDiff.Setting] {
    let clauses = clauses
    return guards.filter { $0.on.kind == kind }.map { rule in
      var text = rule.on.words
      if rule.refuseWhen != .always { text += ", when \(clauses.clause(rule.refuseWhen))" }
      return ProcedureDiff.Setting(text: text, rules: [rule.rule] + rule.also)
    }
  }

  private func unique(_ texts: [String]) -> [ProcedureDiff.Setting] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
      .map { ProcedureDiff.Setting(text: $0, rules: []) }
  }
}

extension Rule {
  /// `3 days, counted from going missing, when the child went missing from care`.
  fileprivate func limitWords(_ writer: ClauseWriter) -> String {
    let from = since.map(\.words).joined(separator: ", or, where there is none, from ")
    var text = within.map { "\($0.words), counted from \(from)" } ?? "no limit, open from \(from)"
    if let wait = opensAfter { text += ", opens \(wait.words) after it" }
    if repeats { text += ", again each time that it is done" }
    if let least = elapsedFrom { text += ", once missing for \(least.words)" }
    if let most = elapsedBefore { text += ", until missing for \(most.words)" }
    if when != .always { text += ", when \(writer.clause(when))" }
    return text
  }
}
