import Grid
import Workflow

// What refuses an act whatever is typed for it: said in the list of what can be done, before a form opens, or at
// its foot, never after a confirmation.

/// A form on a child: the event that it records, and what it says already.
struct ChildForm: Sendable {
  let kind: EventKind
  var preset = Body()
}

extension Desk {
  /// Why a command cannot be done now, or nothing where it can: asked where commands are listed, never for each
  /// key.
  ///
  /// Where the record is known, a command that records something is held against it, too: what would be refused is
  /// not offered.
  func whyNot(_ command: DeskCommand) -> String? {
    if let reason = command.disabled(self) { return reason }
    guard let page = pageBelow, let asked = command.opens(self) else { return nil }
    return refusal(before: settled(asked, on: page), on: page)
  }

  /// The page of the child whom commands are about: the one that lies in front, or that of the selected row.
  private var pageBelow: ChildPage? {
    if case .child(let screen)? = stack.last { return screen.page }
    return stack.isEmpty && beheld?.child.id == subjectChild ? beheld : nil
  }

  /// Lays a list of commands in front; on the trays it asks for the page of the selected row's child.
  mutating func openList(_ screen: Screen) -> [Effect] {
    let child = stack.isEmpty ? subjectChild : nil
    beheld = nil
    stack.append(screen)
    return child.map { [.loadChild($0, .refresh)] } ?? []
  }

  /// What refuses a form before it opens; nothing where one of its kind was begun on the child, which opens all the
  /// same.
  func refusal(before form: ChildForm, on page: ChildPage) -> String? {
    trays.drafts.hasBegun(form.kind, on: page.child.id)
      ? nil : refusal(of: form.kind, form.preset, on: page)
  }

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
    let asked = settled(ChildForm(kind: kind, preset: preset), on: page)
    let step =
      selected(on: page)
      ?? page.steps.first { $0.isOpen && $0.id.step.rawValue == asked.preset[.kind] }
    let form = FormScreen(
      event: asked.kind, page: page,
      preset: asked.preset.completed(for: asked.kind, by: me, step: step), command: newCommandID())
    if let refusal = refusal(of: asked.kind, asked.preset, on: page),
      !trays.drafts.has(form.draftKey)
    {
      let typed = held
      held.removeAll()
      refuseForm(refusal, typed: typed)
      return []
    }
    return open(form)
  }

  /// The form that opens where one is asked for: of a step that is decided that of its decision, of a step of an
  /// earlier episode with that episode.
  private func settled(_ asked: ChildForm, on page: ChildPage) -> ChildForm {
    guard let step = selected(on: page) else { return asked }
    var form = asked
    if form.kind == .stepDone, step.id.step.rawValue == form.preset[.step],
      let own = step.decidedBy
    {
      // What is decided is not ticked off: the form asks for the decision.
      form = ChildForm(kind: own, preset: step.form(as: own))
    }
    if form.preset.isAbout(step, by: form.kind),
      page.record?.episodes.contains(where: { $0.reference == step.id.reference }) == true,
      step.id.reference != page.record?.current?.reference, form.preset[.episode] == nil
    {
      // What is ticked off, moved or met about of an earlier episode is recorded in that one.
      form.preset[.episode] = step.id.reference
    }
    return form
  }

  /// The selected step, as it stands on a page.
  private func selected(on page: ChildPage) -> WorkStep? {
    page.steps.first { $0.id.text == subjectStep }
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
