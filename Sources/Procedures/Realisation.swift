package import Workflow

/// As what a procedure realises a rule of the rulebook: a line of the coverage table.
package struct Realisation: Hashable, Sendable {
  /// The rule's id.
  package let rule: String
  /// As what.
  package let kind: Kind
  /// Where in the pack, in words: `rule strategy-from-care`.
  package let `where`: String

  /// Where a person meets it: a tray and a step, a form, a list.
  package let meets: String

  /// As what a rule may be realised, in the order in which one goes before another.
  package enum Kind: String, CaseIterable, Sendable, Hashable {
    case `guard`
    case clock
    case cadence
    case chair
    case step
    case acknowledgement
    case notice
    case route
    case record
    case prompt
  }

  /// Makes a line.
  package init(rule: String, kind: Kind, where place: String, meets: String) {
    self.rule = rule
    self.kind = kind
    self.where = place
    self.meets = meets
  }
}

extension Rule {
  fileprivate var kind: Realisation.Kind {
    switch step {
    case .acknowledge: .acknowledgement
    case .notice: .notice
    default: repeats ? .cadence : within == nil ? .step : .clock
    }
  }
}

extension Procedure {
  /// Every rule of the rulebook that the procedure realises, in the order of its pack.
  package var realisations: [Realisation] {
    var lines: [Realisation] = []
    func add(_ rules: [String], _ kind: Realisation.Kind, _ place: String, meets: String) {
      lines += rules.map { Realisation(rule: $0, kind: kind, where: place, meets: meets) }
    }
    for rule in rules {
      add(
        rule.realises, rule.kind, "rule \(rule.name)",
        meets: "\(title(of: rule.tray)) tray: \(rule.step.title)")
    }
    for rung in chairs {
      add(
        [rung.rule], .chair, "chair \(rung.role.rawValue)",
        meets: "meetings, in the tray and on the form: chair")
    }
    for guarding in guards {
      add(
        [guarding.rule] + guarding.also, .guard, "guard on \(guarding.on.kind.rawValue)",
        meets: "form \"\(guarding.on.kind.title)\": refused with the way forward")
    }
    for route in routes {
      add(
        [route.rule], .route, "route of \(route.event.rawValue)",
        meets: "\(title(of: route.tray)) tray: \(route.event.title)")
    }
    for provisional in provisional {
      add(
        [provisional.rule], .record, "provisional \(provisional.rag.rawValue)",
        meets: "the record's rating, from its opening on")
    }
    for prompt in prompts {
      add(
        [prompt.rule], .prompt, "prompt on \(prompt.on.rawValue)",
        meets: "form \"\(prompt.on.title)\"")
    }
    return lines
  }
}
