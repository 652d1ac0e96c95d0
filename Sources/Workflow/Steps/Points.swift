/// What a procedure wants seen by whoever does something: the checklist of the step that it does, what
/// is shown with its form, whom to reach.
package struct Points: Sendable, Hashable {
  /// Under headings, in reading order.
  package let sections: [Explanation.Section]
  /// How many there are to mind; whom to reach is not one of them.
  package let count: Int

  /// The heading over whom to reach.
  package static let reach = "Whom to reach"

  /// Nothing to mind.
  package static let none = Points(sections: [], count: 0)

  private init(sections: [Explanation.Section], count: Int) {
    self.sections = sections
    self.count = count
  }

  /// What is to be minded when events are recorded.
  ///
  /// - Parameters:
  ///   - kinds: the kinds of events, as on a form that records several.
  ///   - steps: the steps that recording them does.
  ///   - situation: the episode as it is known, with what the form says already.
  ///   - procedure: the procedure that governs it.
  package init(
    recording kinds: [EventKind], doing steps: [WorkStep] = [], in situation: Situation,
    procedure: Procedure
  ) {
    var builder = Builder(situation: situation, procedure: procedure)
    for step in steps { builder.addChecklist(of: step) }
    for kind in kinds { builder.addPrompts(on: kind) }
    // Who comes to a meeting must have been asked: what was to be minded then is still asked for.
    if kinds.contains(.meetingHeld) { builder.addPrompts(on: .meetingPlanned) }
    self = builder.points
  }

  /// What is to be minded by whoever does a step, on whichever form.
  init(of step: WorkStep, in situation: Situation, procedure: Procedure) {
    var builder = Builder(situation: situation, procedure: procedure)
    builder.addChecklist(of: step)
    // To tick a step off or to note who was told serves many steps: what is shown there is of none.
    let kinds = Set(step.rule.completing.map(\.kind)).subtracting([.stepDone, .notified])
    for kind in EventKind.allCases where kinds.contains(kind) { builder.addPrompts(on: kind) }
    if kinds.contains(.meetingHeld) { builder.addPrompts(on: .meetingPlanned) }
    self = builder.points
  }

  /// Collects points, each text once.
  private struct Builder {
    let situation: Situation
    let procedure: Procedure
    private var sections: [(heading: String, lines: [String])] = []
    private var rules: [String] = []
    private var seen: Set<String> = []

    init(situation: Situation, procedure: Procedure) {
      self.situation = situation
      self.procedure = procedure
    }

    var points: Points {
      let count = sections.reduce(0) { $0 + $1.lines.count }
      let asked = Set(rules)
      let reach = procedure.directory.filter { asked.contains($0.rule) }.lines
      let whole =
        sections
        + (reach.isEmpty ? [] : [(heading: Points.reach, lines: reach)])
      return Points(
        sections: whole.map { Explanation.Section(heading: $0.heading, lines: $0.lines) },
        count: count)
    }

    /// The checklists of all the rules that ask for a step: of several packs each has its own.
    mutating func addChecklist(of step: WorkStep) {
      rules += step.rules
      let asked = Set(step.rules)
      for place in procedure.places(of: step.id.step) {
        let rule = procedure.rules[place]
        guard !rule.prompts.isEmpty, !asked.isDisjoint(with: rule.realises),
          rule == step.rule || rule.when.holds(in: situation)
        else { continue }
        add(rule.prompts, under: "\(step.id.step.title) (\(rule.realises.joined(separator: ", ")))")
      }
    }

    mutating func addPrompts(on kind: EventKind) {
      let prompts = procedure.prompts.filter { $0.on == kind && $0.when.holds(in: situation) }
      rules += prompts.map(\.rule)
      // What several rules say in the same words is said once, with all of them.
      var texts: [(text: String, rules: [String])] = []
      for prompt in prompts {
        if let place = texts.firstIndex(where: { $0.text == prompt.text }) {
          texts[place].rules.append(prompt.rule)
        } else {
          texts.append((prompt.text, [prompt.rule]))
        }
      }
      add(texts.map { "\($0.text) (\($0.rules.joined(separator: ", ")))" }, under: kind.title)
    }

    private mutating func add(_ lines: [String], under heading: String) {
      let new = lines.filter { seen.insert($0).inserted }
      if !new.isEmpty { sections.append((heading, new)) }
    }
  }
}

extension WorkStep {
  /// Whether recording an event does the step, as far as its form is filled in.
  ///
  /// - Parameters:
  ///   - kind: the event.
  ///   - body: what is known of it; what the form still asks does not speak against it.
  /// - Returns: whether it does.
  package func isDone(byRecording kind: EventKind, _ body: Body) -> Bool {
    let subject = kind.subjectField
    return rule.completing.contains { match in
      guard match.kind == kind else { return false }
      // The step or the meeting that an event is about must be said; the rest may still be.
      if match.with[subject] != nil, body[name: subject] == nil { return false }
      return match.with.allSatisfy { field, values in
        body[name: field].map { values.contains("any") || values.contains($0.typed) } ?? true
      }
    }
  }
}
