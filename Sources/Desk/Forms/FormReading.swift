package import Workflow

extension FormScreen {
  /// What a filled form asks to be recorded, or what is missing or wrong in it.
  package func submission(now: Instant) -> Result<Submission, FormFindings> {
    var findings: [FormFinding] = []
    var body = fixedNow
    var at = now
    for entry in entries {
      switch entry.read(now: now) {
      // What was recorded when the question took other words stands as long as nobody changes it.
      case .failure where isCorrection && entry.text.text == initial[entry.field.name]: break
      case .failure(let finding): findings.append(finding)
      case .success(.text(let text)?) where entry.need?.isMet(by: text) == false:
        findings.append(
          FormFinding(field: entry.field.name, sentence: entry.need?.sentence ?? ""))
      case .success(nil) where entry.emptySays != nil:
        body[name: entry.field.name] = entry.emptySays.map(Value.text)
      case .success(nil):
        if let finding = missing(entry) { findings.append(finding) }
      case .success(let value?):
        if entry.field.name == "at", case .instant(let instant) = value {
          at = instant
        } else {
          body[name: entry.field.name] = value
        }
      }
    }
    let act: Submission.Act
    switch purpose {
    case .event(let kind, let child, let version):
      act = .event(kind, child: child, version: version)
    case .correction(let number, _, let child, let version):
      let changes = corrections(now: now)
      if changes.isEmpty, findings.allSatisfy({ $0.field == FormScreen.reasonOfCorrection }) {
        findings.insert(FormFinding(field: "at", sentence: "Nothing is changed yet"), at: 0)
      }
      act = .correction(number, child: child, version: version, changes: changes)
      at = now
    case .triage(let draft):
      let child = typed("child-id").isEmpty ? typed("child") : typed("child-id")
      body[name: "child"] = nil
      body[name: "child-id"] = nil
      if let told = lastSeenTold { body[Field<Instant>(TriageForm.lastSeenTold)] = told }
      let same = sameChildren
      if !same.isEmpty { body[name: TriageForm.notThese] = .list(same.map(\.id)) }
      act = .triage(
        report: draft.reference, subject: draft.subject, child: child == "new" ? nil : child)
    case .setAside(let report, let subject): act = .setAside(report: report, subject: subject)
    case .takeBack(let report, let subject): act = .takeBack(report: report, subject: subject)
    case .reportNote(let report): act = .reportNote(report: report)
    case .intake: return .failure(FormFindings(list: []))
    }
    guard findings.isEmpty else { return .failure(FormFindings(list: findings)) }
    var submission = Submission(
      act: act, at: at, body: body, command: command, draftKeys: [draftKey])
    submission.shown = shownStanding
    return .success(submission)
  }

  var isCorrection: Bool { if case .correction = purpose { true } else { false } }

  private func missing(_ entry: FormEntry) -> FormFinding? {
    let name = entry.field.name
    if case .correction = purpose, let before = initial[name], !before.trimmed.isEmpty {
      return FormFinding(
        field: name, sentence: "A value is corrected, not taken away: it said \(before)")
    }
    if name == FormScreen.reasonOfCorrection, changesWhatWasSaid {
      return FormFinding(
        field: name, sentence: "\(entry.field.label) is needed: something was said there before")
    }
    // Another child's id answers which child is meant.
    let isAnswered = name == "child" && !typed("child-id").isEmpty
    guard entry.field.isRequired, !isAnswered else { return nil }
    if name == FormScreen.reasonOfNewEntry.name, let same = sameChildren.first {
      return FormFinding(
        field: name, sentence: "\(same.id) has this name and birthday: say why not")
    }
    if let need = entry.need { return FormFinding(field: name, sentence: need.sentence) }
    let rule = entry.field.rule.map { " (rule \($0))" } ?? ""
    return FormFinding(
      field: name, sentence: "\(entry.field.label) is needed to record this\(rule)")
  }

  /// What differs from the event as it reads now, as the journal takes it.
  func corrections(now: Instant) -> [Submission.Change] {
    entries.compactMap { entry in
      guard entry.field.name != FormScreen.reasonOfCorrection,
        entry.text.text != initial[entry.field.name],
        case .success(let value?) = entry.read(now: now)
      else { return nil }
      return Submission.Change(field: entry.field.name, value: value.typed)
    }
  }

  /// Whether a value that the event had is changed: that needs a reason; what it never said does not.
  var changesWhatWasSaid: Bool {
    guard case .correction = purpose else { return false }
    return entries.contains(where: changesWhatWasSaid)
  }

  /// Whether a line says something else than the event did.
  private func changesWhatWasSaid(_ entry: FormEntry) -> Bool {
    let before = initial[entry.field.name] ?? ""
    return !before.trimmed.isEmpty && entry.text.text != before
  }

  /// Asks for the reason as soon as one is needed, and no longer than it is: right below what is changed,
  /// where whoever changes it sees it and comes to it next.
  mutating func askForReason() {
    guard
      let place = entries.firstIndex(where: { $0.field.name == FormScreen.reasonOfCorrection }),
      entries[place].field.isRequired != changesWhatWasSaid
    else { return }
    let focused = entries.indices.contains(focus) ? entries[focus].field.name : nil
    var reason = entries.remove(at: place)
    reason.field = reason.field.required(changesWhatWasSaid)
    let changed = entries.firstIndex(where: changesWhatWasSaid)
    entries.insert(reason, at: changed.map { $0 + 1 } ?? entries.count)
    focus = entries.firstIndex { $0.field.name == focused } ?? focus
  }

  /// The question of a correction that is not one of the event's: a name that no event uses.
  package static let reasonOfCorrection = "reason-of-correction"
}

/// Everything that is wrong in a form, all at once.
package struct FormFindings: Error, Sendable {
  /// The findings, in the order of the lines.
  package let list: [FormFinding]
}
