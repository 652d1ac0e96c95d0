package import Workflow

extension FormScreen {
  /// The form of an event on a child.
  ///
  /// - Parameters:
  ///   - kind: the event.
  ///   - page: the child's page.
  ///   - preset: values that are known already.
  ///   - command: the id that the command will have.
  package init(event kind: EventKind, page: ChildPage, preset: Body, command: String) {
    var entries = [
      FormEntry(
        field: FormField(name: "at", label: "When", input: .instant, isRequired: true), text: "now")
    ]
    for field in EventForm.of(kind).fields where !FormScreen.unasked.contains(field.name) {
      entries.append(
        FormEntry(
          field: field.asked(on: kind),
          text: preset[name: field.name].map { FormEntry.spelt($0.typed) } ?? ""))
    }
    let reference = page.record?.current?.reference ?? page.child.id
    self.init(
      purpose: .event(kind, child: page.child.id, version: page.child.version),
      title: "\(kind.title) · \(page.child.name) · \(reference)",
      prompts: FormScreen.prompts(for: kind, page: page), entries: entries, command: command)
  }

  /// The form that takes a report in.
  package static func intake(command: String) -> FormScreen {
    FormScreen(
      purpose: .intake, title: "New report",
      prompts: [
        "Name the file of the report, or paste its text below. It is kept as it is, then read into "
          + "a form for you to check."
      ],
      entries: [
        FormEntry(field: FormField(name: "file", label: "File", input: .line, isRequired: false)),
        FormEntry(
          field: FormField(name: "text", label: "Text", input: .paragraph, isRequired: false)),
      ], command: command)
  }

  /// The form that triages a report.
  package static func triage(_ draft: TriageDraft, command: String) -> FormScreen {
    let ids = draft.candidates.map(\.id) + ["new"]
    let chosen = draft.isProposed || draft.candidates.isEmpty ? ids.first ?? "" : ""
    let note = draft.question ?? (draft.candidates.isEmpty ? "nobody alike on the register" : nil)
    var child = FormEntry(
      field: FormField(name: "child", label: "Child", input: .code(ids), isRequired: true),
      text: chosen, note: note)
    child.choices =
      draft.candidates.map { FormEntry.Choice(code: $0.id, title: $0.title, because: $0.because) }
      + [FormEntry.Choice(code: "new", title: "not on the register", because: "a new entry")]
    // The right child need not be among those who look alike.
    let other = FormField(
      name: "child-id", label: "Other child's id", input: .line, isRequired: false)
    var entries = [child, FormEntry(field: other)]
    for field in triageFields {
      let value = draft.values[field.name]
      entries.append(
        FormEntry(
          field: field, text: value.map { FormEntry.spelt($0.typed) } ?? "", note: value?.seenAs))
    }
    let count = draft.subjects > 1 ? " · child \(draft.subject) of \(draft.subjects)" : ""
    var prompts = draft.warnings.map { "! \($0)" }
    if !draft.gaps.isEmpty {
      prompts.append("? Not in the report, to be asked: " + draft.gaps.joined(separator: ", "))
    }
    return FormScreen(
      purpose: .triage(draft), title: "Triage · \(draft.reference) · \(draft.kind)\(count)",
      prompts: prompts, entries: entries, command: command)
  }

  /// The questions of a triage: the child as the report has it, the going, the report.
  package static let triageFields: [FormField] = {
    func line(_ name: String, _ label: String, _ input: FormField.Input, _ needed: Bool = false)
      -> FormField
    { FormField(name: name, label: label, input: input, isRequired: needed) }
    return [
      line("family-name", "Family name", .line, true), line("given-names", "Given names", .line),
      line("born", "Born", .date),
      line("from", "Missing from", .code(MissingFrom.allCases.map(\.rawValue)), true),
      line("category", "Category", .code(Category.allCases.map(\.rawValue)), true),
      line("last-seen", "Last seen", .instantOrUnknown, true),
      line("last-seen-by", "Last seen by", .line),
      line("left", "Left placement", .instantOrUnknown),
      line("place", "Missing from place", .line),
      line("reported-at", "Reported at", .instant, true),
      line("by", "Reported by", .line), line("reporter", "Reporter", .line),
      line("reporter-phone", "Reporter's phone", .line),
      line("risk", "Police risk", .code(Risk.allCases.map(\.rawValue))),
      line("police-category", "Police category", .code(PoliceCategory.allCases.map(\.rawValue))),
      line("police-ref", "Police reference", .line),
      line("circumstances", "Circumstances", .paragraph),
      line("found-at", "Found at", .instant), line("found-place", "Found where", .line),
      line("returned-at", "Returned at", .instant), line("returned-to", "Returned to", .line),
      line("reason", "Reason for decision", .line),
    ]
  }()

  /// What a person need not type: it follows from the place or the person.
  private static let unasked: Set<String> = [
    "procedure", "procedure-version", "procedure-hash", "report", "part",
    "provisional-rag",
  ]

  private static func prompts(for kind: EventKind, page: ChildPage) -> [String] {
    guard let record = page.record, let episode = record.current else { return [] }
    let situation = Situation(
      child: page.child, record: record, episode: episode, authority: page.procedure.authority)
    return leftOpen(at: kind, record: record, page: page)
      + page.procedure.prompts.filter { $0.on == kind && $0.when.holds(in: situation) }
      .map { "\($0.text) (\($0.rule))" }
  }

  /// What would be left undone by closing a record or acknowledging its closure: nobody ends a record
  /// without having been told.
  private static func leftOpen(
    at kind: EventKind, record: MissingRecord, page: ChildPage
  ) -> [String] {
    guard [.recordClosed, .acknowledged, .finalised].contains(kind) else { return [] }
    let references = Set(record.episodes.map(\.reference) + [record.reference])
    let ending: Set<StepName> = [.monitoring, .closeRecord, .acknowledge, .finalise, .notice]
    let names = page.steps
      .filter { $0.isOpen && references.contains($0.id.reference) && !ending.contains($0.id.step) }
      .map(\.id.step.title)
    return names.isEmpty ? [] : ["! Not done yet: " + names.joined(separator: ", ")]
  }
}

extension FormField {
  /// The question as the desk asks it: an attempt without its answer says nothing, so it is needed.
  fileprivate func asked(on kind: EventKind) -> FormField {
    guard kind == .rhiOffered, name == "answer" else { return self }
    return FormField(name: name, label: label, input: input, isRequired: true)
  }
}
