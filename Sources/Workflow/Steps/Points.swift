/// What a procedure wants seen by whoever does something: the checklist of the step that it does, what
/// is shown with its form, whom to reach.
package struct Points: Sendable, Hashable {
  /// Under headings, in reading order.
  package let sections: [Explanation.Section]
  /// How many there are to mind; whom to reach is not one of them.
  package let count: Int

  /// How many of them the form's own lines answer: they come first.
  package let first: Int
  /// The codes by which rules are cited here, each with its document's name.
  package let legend: [String]

  /// The heading over whom to reach.
  package static let reach = "Whom to reach"
  /// The heading over what the lines of the form answer.
  package static let onForm = "For lines of this form"
  /// The heading over what other documents say on the same lines.
  package static let ofOthers = "Other documents say"
  /// How many may come first: more are read by nobody.
  static let most = 5

  /// Nothing to mind.
  package static let none = Points(sections: [], count: 0, first: 0, legend: [])

  private init(sections: [Explanation.Section], count: Int, first: Int, legend: [String]) {
    self.sections = sections
    self.count = count
    self.first = first
    self.legend = legend
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
    builder.addPrompts(on: Points.shown(with: kinds))
    self = builder.points
  }

  /// What is to be minded by whoever does a step, on whichever form.
  init(of step: WorkStep, in situation: Situation, procedure: Procedure) {
    var builder = Builder(situation: situation, procedure: procedure)
    builder.addChecklist(of: step)
    // To tick a step off or to note who was told serves many steps: what is shown there is of none.
    let kinds = Set(step.rule.completing.map(\.kind)).subtracting([.stepDone, .notified])
    builder.addPrompts(on: Points.shown(with: EventKind.allCases.filter(kinds.contains)))
    self = builder.points
  }

  /// On whose forms it is shown what is to be minded with some events.
  private static func shown(with kinds: [EventKind]) -> [EventKind] {
    // Who comes to a meeting must have been asked: what was to be minded then is still asked for.
    kinds + (kinds.contains(.meetingHeld) ? [.meetingPlanned] : [])
  }

  /// Collects points, each text once.
  private struct Builder {
    let situation: Situation
    let procedure: Procedure
    private var sections: [(heading: String, lines: [String])] = []
    private var rules: [String] = []
    private var seen: Set<String> = []
    private var firstCount = 0

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
        count: count, first: firstCount, legend: count == 0 ? [] : procedure.legend(of: rules))
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

    /// What is shown with the forms of some events: what their lines answer, then the rest by its form,
    /// then what other documents say on lines of which one has spoken already.
    mutating func addPrompts(on kinds: [EventKind]) {
      var prompts = kinds.flatMap { kind in
        procedure.prompts.filter { $0.on == kind && $0.when.holds(in: situation) }
      }
      rules += prompts.map(\.rule)
      // Stable: those of one document stay in the order in which it has them.
      prompts = prompts.enumerated().sorted { one, other in
        let ranks = (procedure.rank(of: one.element.rule), procedure.rank(of: other.element.rule))
        return ranks.0 == ranks.1 ? one.offset < other.offset : ranks.0 < ranks.1
      }.map(\.element)
      let said = prompts.reduce(into: [Said]()) { said, prompt in
        // What several rules say in the same words is said once, with all of them.
        if let place = said.firstIndex(where: { $0.text == prompt.text }) {
          said[place].add(prompt)
        } else {
          said.append(Said(prompt))
        }
      }
      var speaking: [String: Int] = [:]
      for point in said {
        for line in point.lines where speaking[line] == nil { speaking[line] = rank(of: point) }
      }
      func isOther(_ point: Said) -> Bool {
        !point.lines.isEmpty && point.lines.allSatisfy { speaking[$0] != rank(of: point) }
      }
      let asked = said.filter { !$0.lines.isEmpty && !isOther($0) }
      let first = Array(asked.prefix(Points.most))
      add(first.map(\.words), under: Points.onForm)
      let rest = said.filter { !isOther($0) && !first.contains($0) }
      for kind in kinds { add(rest.filter { $0.on == kind }.map(\.words), under: kind.title) }
      add(said.filter(isOther).map(\.words), under: Points.ofOthers)
      firstCount += first.count
    }

    private func rank(of point: Said) -> Int { procedure.rank(of: point.rules[0]) }

    /// A point with all the rules that make it.
    private struct Said: Hashable {
      let on: EventKind
      let text: String
      var rules: [String]
      var lines: Set<String>

      init(_ prompt: Prompt) {
        on = prompt.on
        text = prompt.text
        rules = [prompt.rule]
        lines = Set(prompt.lines)
      }

      var words: String { "\(text) (\(rules.joined(separator: ", ")))" }

      mutating func add(_ prompt: Prompt) {
        if !rules.contains(prompt.rule) { rules.append(prompt.rule) }
        lines.formUnion(prompt.lines)
      }
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
  ///   - body: what is known of it.
  ///   - isWhole: whether nothing more will come: else what the form still asks does not speak against it.
  /// - Returns: whether it does.
  package func isDone(byRecording kind: EventKind, _ body: Body, isWhole: Bool = false) -> Bool {
    let subject = kind.subjectField
    return rule.completing.contains { match in
      guard match.kind == kind else { return false }
      // The step or the meeting that an event is about must be said; the rest may still be.
      if match.with[subject] != nil, body[name: subject] == nil { return false }
      return match.with.allSatisfy { field, values in
        body[name: field].map { values.contains("any") || values.contains($0.typed) } ?? !isWhole
      }
    }
  }
}
