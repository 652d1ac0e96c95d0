import Grid
import Workflow

// What refuses an act whatever is typed for it: said before a form opens, or at its foot, never after a
// confirmation.

extension Desk {
  /// What refuses an event on a child whatever its form will say, with the way forward.
  func refusal(of kind: EventKind, _ preset: Body, on page: ChildPage) -> String? {
    let refusal = Decide.refusal(
      beforehandOf: kind, preset, on: page.child, by: me, procedure: page.procedure, now: now)
    return refusal.map { words($0, of: kind, on: page) }
  }

  /// A refusal with its rule and whatever settles it: which step in whose tray, and by which key.
  func words(_ refusal: Refusal, of kind: EventKind, on page: ChildPage) -> String {
    let said = (refusal.rule.map { "\($0): " } ?? "") + refusal.sentence
    if kind != .withdrawn, page.record?.current?.isAway == true, refusal.reason == .rule,
      refusal.rule == nil
    {
      return said + " \(keymap.name("back")) records the return."
    }
    let settlements = Decide.settlements(
      of: kind, on: page.child, by: me, procedure: page.procedure, steps: page.steps, now: now)
    let deeds = refusal.rule.map { rule in
      Decide.deeds(
        against: rule, of: kind, on: page.child, by: me, procedure: page.procedure, now: now
      ).compactMap { deed in
        CommandTable.all.first { $0.records == deed && $0.contexts.contains(.episode) }
      }
    }
    if let first = settlements.first(where: { $0.refusing.rule == refusal.rule }) {
      return said + " " + way(to: first, by: deeds ?? [], on: page)
    }
    // No step stands for it: then the act itself, by its key.
    let deed = deeds?.first
    return said + (deed.map { " \(keymap.name($0.id)): \($0.sentence.lowercasedFirst)." } ?? "")
  }

  /// Says where a step lies that settles a refusal, and by which keys it is recorded.
  private func way(
    to settlement: Settlement, by deeds: [DeskCommand], on page: ChildPage
  ) -> String {
    let step = settlement.step
    if step.id.step.isMeeting {
      return "“\(step.name)” is in the tray \(page.procedure.title(of: step.tray)): "
        + "\(keymap.name("meeting")) records that it was held, \(keymap.name("plan")) plans it, "
        + "\(keymap.name("cancel-meeting")) calls it off."
    }
    let own = CommandTable.all.first {
      $0.records == settlement.kind && $0.contexts.contains(.episode)
    }
    // Every act that settles it: to name one alone, such as that it was declined, would suggest it.
    let commands =
      deeds.contains { $0.records == settlement.kind } ? deeds : [own].compactMap { $0 }
    let keys = commands.prefix(3).map { "\(keymap.name($0.id)) \($0.label)" }
    return "“\(step.id.step.title)” in the tray \(page.procedure.title(of: step.tray)) settles it"
      + (keys.isEmpty ? "" : "; by key: " + keys.joined(separator: ", ")) + "."
  }

  /// Opens the form of an event, or says at once why it would be refused.
  ///
  /// A form in which something was typed is opened all the same, and says it above: nothing typed is out
  /// of reach.
  mutating func open(_ kind: EventKind, preset: Body, on page: ChildPage) -> [Effect] {
    let selected = page.steps.first { $0.id.text == subjectStep }
    var (kind, preset) = (kind, preset)
    if kind == .stepDone, let step = selected, step.id.step.rawValue == preset[.step],
      let own = step.decidedBy
    {
      // What is decided is not ticked off: the form asks for the decision.
      (kind, preset) = (own, step.form(as: own))
    }
    if let step = selected, preset.isAbout(step, by: kind),
      page.record?.episodes.contains(where: { $0.reference == step.id.reference }) == true,
      step.id.reference != page.record?.current?.reference, preset[.episode] == nil
    {
      // What is ticked off, moved or met about of an earlier episode is recorded in that one.
      preset[.episode] = step.id.reference
    }
    let step = selected ?? page.steps.first { $0.isOpen && $0.id.step.rawValue == preset[.kind] }
    let form = FormScreen(
      event: kind, page: page, preset: preset.completed(for: kind, by: me, step: step),
      command: newCommandID())
    if let refusal = refusal(of: kind, preset, on: page), !trays.drafts.has(form.draftKey) {
      let typed = held
      held.removeAll()
      refuseForm(refusal, typed: typed)
      return []
    }
    return open(form)
  }
}

extension Body {
  /// Whether an event with these particulars does, holds, moves, plans or calls off a step.
  fileprivate func isAbout(_ step: WorkStep, by kind: EventKind) -> Bool {
    switch kind {
    case .stepDone, .held, .reassigned: self[.step] == step.id.step.rawValue
    case .meetingHeld, .meetingPlanned, .meetingCancelled:
      self[Field<String>.kind] == step.id.step.rawValue
    default: false
    }
  }
}

extension WorkStep {
  /// The event that carries the decision for which the step stands, where there is one: to tick it off
  /// would leave the decision unsaid.
  var decidedBy: EventKind? {
    switch id.step {
    case .riskRating, .riskAssessment, .riskAssessmentReview: return .riskAssessed
    case .rhiOffer: return .rhiOffered
    case .rhiInterview: return .rhiHeld
    case .closeRecord: return .recordClosed
    case .acknowledge: return .acknowledged
    case let step where step.isMeeting: return .meetingHeld
    default:
      let deciding: Set<EventKind> = [.ragSet, .finalised]
      return rule.doneBy.map(\.kind).first(where: deciding.contains)
    }
  }

  /// What the form of an event says already when it is opened for the step.
  func form(as kind: EventKind) -> Body {
    switch kind {
    case .meetingHeld:
      Body(["kind": .text(id.step.rawValue), "chair": .text((chair ?? role).rawValue)])
    case .acknowledged: Body(["as": .text(role.rawValue)])
    default: Body()
    }
  }
}
