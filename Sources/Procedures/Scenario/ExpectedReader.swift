import Workflow

/// Reads one entry under `expect`.
struct ExpectedReader {
  let inspection: Inspection

  func read(_ document: Document) -> Scenario.Expected? {
    guard case .map(let pairs) = document.content else {
      inspection.error("an expectation is a mapping, not \(document.kind)", at: document.place)
      return nil
    }
    let given = pairs.compactMap(\.key.scalar)
    let forms = Mapping.expectations
    // The first key of each form says which it is.
    guard let name = given.first(where: { key in forms.contains { $0.names.first == key } }),
      let form = forms.first(where: { $0.names.first == name })
    else {
      let names = forms.compactMap(\.names.first).sorted()
      inspection.error(
        "an expectation is one of \(names.joined(separator: ", "))", at: document.place)
      return nil
    }
    guard let fields = Fields(document, form, inspection) else { return nil }
    let rules = fields.list("rule").compactMap { inspection.ruleID($0) }
    let episode = fields["episode"].flatMap { inspection.number($0, "episode") }
    return self.form(name, fields).map {
      Scenario.Expected(form: $0, rules: rules, episode: episode, line: document.place.line)
    }
  }

  private func form(_ name: String, _ fields: Fields) -> Scenario.Form? {
    let at = fields["at"].flatMap { inspection.instant($0, "at") }
    switch name {
    case "step": return step(fields)
    case "refused":
      let tell = fields.optionalText("tell")
      return fields.code("refused", EventKind.self, "event").map {
        .refused($0, at: at, tell: tell)
      }
    case "accepted":
      return fields.code("accepted", EventKind.self, "event").map { .accepted($0, at: at) }
    case "open-records":
      return fields["open-records"].flatMap { inspection.number($0, name) }.map {
        .openRecords($0)
      }
    case "starts":
      return fields["starts"].flatMap { inspection.instant($0, name) }.map { .starts($0) }
    case "record": return fields.text("record").map { .onRecord($0) }
    case "notified":
      return .notified(fields.list("notified").compactMap { inspection.text($0, name) })
    case "shown": return fields.code("shown", EventKind.self, "event").map { .shown($0) }
    case "routed":
      let tray = fields.code("tray", Tray.self, "tray")
      let event = fields.code("routed", EventKind.self, "event")
      return event.flatMap { event in tray.map { .routed(event, to: $0) } }
    case "listed": return fields.text("listed").map { .listed($0) }
    default: return nil
    }
  }

  private func step(_ fields: Fields) -> Scenario.Form? {
    guard let step = fields.code("step", StepName.self, "step") else { return nil }
    if fields.flag("absent") { return .noStep(step) }
    var particulars = Scenario.Particulars()
    particulars.due = fields["due"].flatMap { inspection.instant($0, "due") }
    particulars.opens = fields["opens"].flatMap { inspection.instant($0, "opens") }
    particulars.state = fields["state"].flatMap {
      inspection.code($0, StepState.self, "state")
    }
    particulars.chairs = codes(fields, "chair", Role.self, "role")
    particulars.trays = codes(fields, "tray", Tray.self, "tray")
    particulars.roles = codes(fields, "role", Role.self, "role")
    particulars.isLearntLate = fields["learnt-late"].flatMap {
      inspection.flag($0, "learnt-late")
    }
    particulars.isLate = fields["late"].flatMap { inspection.flag($0, "late") }
    particulars.occurrence = fields["occurrence"].flatMap {
      inspection.number($0, "occurrence")
    }
    return .step(step, particulars)
  }

  private func codes<T: RawRepresentable & CaseIterable>(
    _ fields: Fields, _ key: String, _ type: T.Type, _ noun: String
  ) -> [String] where T.RawValue == String {
    fields.list(key).compactMap { inspection.code($0, type, noun)?.rawValue }
  }
}
