package import Workflow

/// As what a procedure realises a rule of the rulebook: a line of the coverage table.
package struct Realisation: Hashable, Sendable {
  /// The rule's id.
  package let rule: String
  /// As what.
  package let kind: Kind
  /// Where in the pack, in words: `rule strategy-from-care`.
  package let `where`: String

  /// As what a rule may be realised.
  package enum Kind: String, Sendable, Hashable {
    case clock
    case cadence
    case step
    case chair
    case `guard`
    case prompt
    case route
    case acknowledgement
    case directory
  }

  /// Makes a line.
  package init(rule: String, kind: Kind, where place: String) {
    self.rule = rule
    self.kind = kind
    self.where = place
  }
}

extension Procedure {
  /// Every rule of the rulebook that the procedure realises, in the order of its pack.
  package var realisations: [Realisation] {
    var lines: [Realisation] = []
    for rule in rules {
      let kind: Realisation.Kind =
        rule.step == .acknowledge
        ? .acknowledgement : rule.repeats ? .cadence : rule.within == nil ? .step : .clock
      lines += rule.realises.map {
        Realisation(rule: $0, kind: kind, where: "rule \(rule.name)")
      }
    }
    lines += chairs.map {
      Realisation(rule: $0.rule, kind: .chair, where: "chair \($0.role.rawValue)")
    }
    lines += guards.flatMap { guarding in
      ([guarding.rule] + guarding.also).map {
        Realisation(rule: $0, kind: .guard, where: "guard on \(guarding.on.kind.rawValue)")
      }
    }
    lines += routes.map {
      Realisation(rule: $0.rule, kind: .route, where: "route of \($0.event.rawValue)")
    }
    lines += provisional.map {
      Realisation(rule: $0.rule, kind: .route, where: "provisional \($0.rag.rawValue)")
    }
    lines += prompts.map {
      Realisation(rule: $0.rule, kind: .prompt, where: "prompt on \($0.on.rawValue)")
    }
    return lines
  }
}
