package import Workflow

/// As what a procedure realises a rule of the rulebook: a line of the coverage table.
package struct Realisation: Hashable, Sendable {
  /// The rule's id.
  package let rule: String
  /// As what.
  package let kind: Kind
  /// Where in the pack, in words: `rule strategy-from-care`.
  package let `where`: String
  /// Where a person meets it, or nothing where nobody does.
  package let place: Place?

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
    case prompt
    case record
  }

  /// Where a person meets what a rule asks.
  package enum Place: Hashable, Sendable {
    /// A step in a tray, with the form that it is done on and the pane that explains it.
    case tray(title: String, step: String)
    /// The form of an event, before it is recorded.
    case form(EventKind)
    /// A question of the form of an event.
    case question(EventKind, label: String)
    /// The refusal of an event, on its form.
    case refusal(EventKind)
    /// The chair of a meeting: in its tray, on its form and in the pane that explains it.
    case chair(meeting: String)
    /// Reports that wait in a tray.
    case reports(title: String)
    /// The rating in the head of a child's page.
    case rating
    /// Whom to reach: on the child's file, and with each step and form of the rule.
    case directory(title: String)
  }

  /// Makes a line.
  package init(rule: String, kind: Kind, where place: String, met: Place?) {
    self.rule = rule
    self.kind = kind
    self.where = place
    self.place = met
  }
}

extension Realisation.Place {
  /// In words, where it is on the desk.
  ///
  /// - Parameters:
  ///   - forms: the events that have a form of their own on the desk.
  ///   - triage: the events that the triage of a report records.
  /// - Returns: nothing where the event has no form: then nobody meets it.
  package func words(forms: Set<EventKind>, triage: Set<EventKind>) -> String? {
    func form(_ kind: EventKind) -> String? {
      let own = forms.contains(kind) ? "form \"\(kind.title)\"" : nil
      let names = [triage.contains(kind) ? "triage form" : nil, own].compactMap { $0 }
      return names.isEmpty ? nil : names.joined(separator: ", ")
    }
    switch self {
    case .tray(let title, let step): return "\(title) tray, why pane: \(step)"
    case .form(let kind): return form(kind).map { $0 + ": to mind" }
    case .question(let kind, let label): return form(kind).map { "\($0): \(label)" }
    case .refusal(let kind): return form(kind).map { $0 + ": refused with the way forward" }
    case .chair(let meeting): return "\(meeting): chair on its form, in the why pane"
    case .reports(let title): return "\(title) tray: reports that wait"
    case .rating: return "child's page: RAG"
    case .directory(let title): return "child's file, why pane: \(title)"
    }
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

  /// Whether it begins with an event.
  fileprivate func begins(with event: EventKind) -> Bool {
    since.contains { anchor in
      switch anchor {
      case .first(let match), .last(let match), .learnt(let match), .lastLearnt(let match):
        match.kind == event
      case .earliest(let matches): matches.contains { $0.kind == event }
      case .missingStart, .missingFor, .due: false
      }
    }
  }
}

extension Procedure {
  /// Every rule of the rulebook that the procedure realises, in the order of its pack.
  package var realisations: [Realisation] {
    var lines: [Realisation] = []
    func add(
      _ rules: [String], _ kind: Realisation.Kind, _ place: String, _ met: Realisation.Place?
    ) {
      lines += rules.map { Realisation(rule: $0, kind: kind, where: place, met: met) }
    }
    for rule in rules {
      add(
        rule.realises, rule.kind, "rule \(rule.name)",
        .tray(title: title(of: rule.tray), step: rule.step.title))
    }
    let meeting = rules.first { $0.step.isMeeting && $0.within != nil }
    for rung in chairs {
      add(
        [rung.rule], .chair, "chair \(rung.role.rawValue)",
        meeting.map { .chair(meeting: $0.step.title) })
    }
    for guarding in guards {
      add(
        [guarding.rule] + guarding.also, .guard, "guard on \(guarding.on.kind.rawValue)",
        .refusal(guarding.on.kind))
    }
    for route in routes {
      add([route.rule], .route, "route of \(route.event.rawValue)", met(route))
    }
    for provisional in provisional {
      add([provisional.rule], .record, "provisional \(provisional.rag.rawValue)", .rating)
    }
    for prompt in prompts {
      add([prompt.rule], .prompt, "prompt on \(prompt.on.rawValue)", .form(prompt.on))
    }
    for entry in directory {
      add([entry.rule], .record, "directory entry \(entry.id)", .directory(title: entry.title))
    }
    return lines
  }

  /// Where what a route says is met: reports wait in the front door's tray; what else arrives somewhere
  /// does so as a step of that tray.
  private func met(_ route: Route) -> Realisation.Place? {
    if route.event == .reportReceived {
      return route.tray == .frontDoor ? .reports(title: title(of: route.tray)) : nil
    }
    let step = rules.first {
      $0.tray == route.tray && ($0.begins(with: route.event) || $0.realises.contains(route.rule))
    }
    return step.map { .tray(title: title(of: route.tray), step: $0.step.title) }
  }
}

extension EventKind {
  /// The rules for which its form asks something.
  var realisations: [Realisation] {
    EventForm.of(self).fields.compactMap { field in
      field.rule.map {
        Realisation(
          rule: $0, kind: .record, where: "field \(field.name) of \(rawValue)",
          met: .question(self, label: field.label))
      }
    }
  }
}
