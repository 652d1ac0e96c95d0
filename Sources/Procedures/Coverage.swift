import Workflow

/// Which rule of the rulebook is realised as what, where, and which scenario shows it.
package struct Coverage: Sendable {
  /// One rule of the rulebook as one pack realises it.
  package struct Line: Sendable, Hashable {
    /// The rule's id.
    package let rule: String
    /// As what.
    package let kind: Realisation.Kind
    /// The pack, and where in it.
    package let `where`: String
    /// The first scenario that names the rule, or nothing where none does.
    package let scenario: String?
  }

  /// Every realisation, in the order of packs and of their rules.
  package let lines: [Line]

  /// Makes the table.
  ///
  /// - Parameters:
  ///   - packs: the packs.
  ///   - scenarios: the scenarios that are known.
  package init(packs: [Pack], scenarios: [Scenario]) {
    var shown: [String: String] = [:]
    for scenario in scenarios {
      for rule in scenario.expect.flatMap(\.rules) where shown[rule] == nil {
        shown[rule] = scenario.name
      }
    }
    lines = packs.flatMap { pack in
      pack.realisations.map {
        Line(
          rule: $0.rule, kind: $0.kind, where: "\(pack.id): \($0.where)",
          scenario: shown[$0.rule])
      }
    }
  }

  /// The rules that are realised, each once, in the order of their ids.
  package var covered: [String] { Set(lines.map(\.rule)).sorted() }

  /// Rules of a list that no pack realises.
  package func missing(of rules: [String]) -> [String] {
    let covered = Set(lines.map(\.rule))
    return rules.filter { !covered.contains($0) }
  }

  /// Rules that make steps or refuse something, but that no scenario shows.
  package var unshown: [String] {
    let acting: Set<Realisation.Kind> = [
      .clock, .cadence, .step, .chair, .guard, .acknowledgement,
    ]
    return Set(lines.filter { acting.contains($0.kind) && $0.scenario == nil }.map(\.rule)).sorted()
  }
}
