package import Workflow

/// Which rule of the rulebook is realised as what, where, and which scenario shows it.
package struct Coverage: Sendable {
  /// One rule of the rulebook as one pack realises it.
  package struct Line: Sendable, Hashable {
    /// The rule's id.
    package let rule: String
    /// As what.
    package let kind: Realisation.Kind
    /// The pack.
    package let pack: String
    /// Where in the pack: `rule strategy-from-care`.
    package let `where`: String
    /// Where a person meets it: a tray and a step, a form, a pane; nothing where nobody does.
    package let met: String?
    /// The first scenario that names the rule, or nothing where none does.
    package let scenario: String?
  }

  /// Every realisation, in the order of packs and of their rules.
  package let lines: [Line]

  /// Makes the table.
  ///
  /// - Parameters:
  ///   - packs: the packs.
  ///   - shown: for each rule the scenario that shows it.
  ///   - forms: the events that have a form of their own on the desk.
  ///   - triage: the events that the triage of a report records.
  package init(
    packs: [Pack], shown: [String: String], forms: Set<EventKind> = Set(EventKind.allCases),
    triage: Set<EventKind> = []
  ) {
    // A composed pack realises only what its parts do: it speaks where no other pack does.
    let own = packs.filter { $0.composedOf.isEmpty }
    let known = Set(own.flatMap { $0.realisations.map(\.rule) })
    let composed = packs.filter { !$0.composedOf.isEmpty }
    func lines(of realisations: [Realisation], in pack: String) -> [Line] {
      realisations.map {
        Line(
          rule: $0.rule, kind: $0.kind, pack: pack, where: $0.where,
          met: $0.place?.words(forms: forms, triage: triage), scenario: shown[$0.rule])
      }
    }
    // What the desk asks of itself, whichever procedure is in force.
    let asked = EventKind.allCases.flatMap(\.realisations)
    self.lines =
      (own + composed).flatMap { pack in
        lines(
          of: pack.realisations.filter { pack.composedOf.isEmpty || !known.contains($0.rule) },
          in: pack.id)
      } + lines(of: asked, in: "every procedure")
  }

  /// Makes the table from the scenarios themselves.
  ///
  /// - Parameters:
  ///   - packs: the packs.
  ///   - scenarios: the scenarios that are known.
  package init(packs: [Pack], scenarios: [Scenario]) {
    self.init(packs: packs, shown: Coverage.index(of: scenarios))
  }

  /// The first scenario that names each rule, by the rule's id.
  package static func index(of scenarios: [Scenario]) -> [String: String] {
    var shown: [String: String] = [:]
    for scenario in scenarios {
      for rule in scenario.expect.flatMap(\.rules) where shown[rule] == nil {
        shown[rule] = scenario.name
      }
    }
    return shown
  }

  /// The rules that are realised, each once, in the order of their ids.
  package var covered: [String] { Set(lines.map(\.rule)).sorted() }

  /// For each rule of a list its weightiest realisation: what a person meets before what nobody does,
  /// then a guard before a clock before a prompt.
  ///
  /// - Parameter rules: the ids.
  /// - Returns: a line for each that is realised, in the order of the list.
  package func weightiest(of rules: [String]) -> [Line] {
    let byRule = Dictionary(grouping: lines, by: \.rule)
    let order = Dictionary(
      uniqueKeysWithValues: Realisation.Kind.allCases.enumerated().map { ($1, $0) })
    return rules.compactMap { rule in
      byRule[rule]?.enumerated().min {
        ($0.element.met == nil ? 1 : 0, order[$0.element.kind] ?? 0, $0.offset)
          < ($1.element.met == nil ? 1 : 0, order[$1.element.kind] ?? 0, $1.offset)
      }?.element
    }
  }

  /// Rules of a list that no pack realises.
  package func missing(of rules: [String]) -> [String] {
    let covered = Set(lines.map(\.rule))
    return rules.filter { !covered.contains($0) }
  }

  /// Rules of a list that are realised, but nowhere that a person meets them.
  package func unmet(of rules: [String]) -> [String] {
    weightiest(of: rules).filter { $0.met == nil }.map(\.rule)
  }

  /// Rules that make steps or refuse something, but that no scenario shows.
  package var unshown: [String] {
    let acting: Set<Realisation.Kind> = [
      .clock, .cadence, .step, .chair, .guard, .acknowledgement, .notice,
    ]
    return Set(lines.filter { acting.contains($0.kind) && $0.scenario == nil }.map(\.rule)).sorted()
  }
}
