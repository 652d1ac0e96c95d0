package import Workflow

extension FormScreen {
  /// The form of an event on a child.
  ///
  /// - Parameters:
  ///   - kind: the event.
  ///   - page: the child's page.
  ///   - preset: values that are known already; those that the form does not ask are recorded as they
  ///     are.
  ///   - command: the id that the command will have.
  package init(event kind: EventKind, page: ChildPage, preset: Body, command: String) {
    let time = FormEntry(
      field: FormField(name: "at", label: kind.timeLabel, input: .instant, isRequired: true),
      text: "now")
    // Which of several actions it is says the title, in the words in which it was agreed on.
    let isAgreed = preset[.step] == StepName.agreedAction.rawValue
    let fields = EventForm.of(kind).fields.filter {
      !FormScreen.unasked.contains($0.name)
        && !(isAgreed && ["step", "concerns"].contains($0.name))
    }
    let questions = fields.map { field in
      // Nobody calls a meeting off now and says why another day.
      let isNeeded = kind == .meetingCancelled && field.isNeededToFinish
      return FormEntry(
        field: isNeeded ? field.required(true) : field,
        text: preset[name: field.name].map { FormEntry.spelt($0.typed) } ?? "")
    }
    let reference =
      preset[.episode] ?? page.record?.episode(for: kind)?.reference ?? page.child.id
    self.init(
      purpose: .event(kind, child: page.child.id, version: page.child.version),
      title: FormScreen.title(of: kind, preset, page)
        ?? "\(kind.title) · \(page.child.name) · \(reference)",
      prompts: [],
      // Of what is arranged the time to come matters, not when it was arranged.
      entries: kind.isArranged ? questions + [time] : [time] + questions, command: command)
    let asked = Set(fields.map(\.name))
    fixed = Body(preset.values.filter { !asked.contains($0.key) })
    self.page = page
    headParts(of: kind)
    suggest(for: kind)
    beginOnMeeting()
    followMeeting()
    mind()
    prompts = standingFacts()
  }

  /// `Withdraw · Triage of R-2026-0010 · Wiśniewski, Jakub`: the form of a withdrawal is named after what is
  /// taken back.
  private static func title(of kind: EventKind, _ preset: Body, _ page: ChildPage) -> String? {
    let act = Event(
      kind: kind, body: preset, occurred: Instant(seconds: 0), recorded: Instant(seconds: 0),
      by: Person(id: "", name: "", role: .administrator))
    if let action = page.child.agreedWords(of: act) {
      return "\(kind.title) · \(action) · \(page.child.name)"
    }
    guard kind == .withdrawn, let number = preset[.corrects],
      let original = page.child.reading(of: number)
    else { return nil }
    let what = page.child.triage(of: number)?.title ?? original.kind.title
    return "Withdraw · \(what) · \(page.child.name)"
  }

  /// The form that puts right what an event says: the event's own form as it reads now.
  ///
  /// - Parameters:
  ///   - number: the event's number in the journal.
  ///   - page: the child's page.
  ///   - command: the id that the command will have.
  /// - Returns: nothing where the event is not there or is no more counted.
  package static func correction(of number: Int, page: ChildPage, command: String) -> FormScreen? {
    guard let event = page.child.reading(of: number) else { return nil }
    let kind = event.kind
    let time = FormEntry(
      field: FormField(name: "at", label: kind.timeLabel, input: .instant, isRequired: true),
      text: FormEntry.spelt(event.occurred.iso))
    let fields = EventForm.of(kind).fields.filter {
      !FormScreen.unasked.contains($0.name) && !kind.settledFields.contains($0.name)
    }
    let open = EventForm.of(kind).unfinished(in: event.body).map(\.name)
    let reason = FormField(
      name: reasonOfCorrection, label: "Why it is corrected", input: .paragraph, isRequired: false)
    let stays = "What \(event.by.name) recorded \(event.written.spokenShort) stays in the journal"
    var form = FormScreen(
      purpose: .correction(number, kind, child: page.child.id, version: page.child.version),
      title: "\(open.isEmpty ? "Correct" : "Fill in") · \(kind.title) · \(page.child.name)",
      prompts: [
        open.isEmpty
          ? "\(stays); what you change here counts from now on."
          : "What was never said needs no reason. \(stays); to change it, say why."
      ],
      entries: [time]
        + fields.map { field in
          FormEntry(
            field: field, text: event.body[name: field.name].map { FormEntry.spelt($0.typed) } ?? ""
          )
        } + [FormEntry(field: reason)], command: command)
    form.page = page
    form.letTimesGiveWay()
    form.headParts(of: kind)
    form.suggest(for: kind)
    if let triage = page.child.triage(of: number) {
      form.prompts.append(
        "▸ Another child's report? That is not corrected here: withdraw this line, which takes the whole "
          + "triage back (\(triage.parts)), and the report waits for triage again.")
    }
    form.focus = form.entries.firstIndex { open.contains($0.field.name) } ?? 0
    return form
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
    // The right child need not be among those who look alike.
    let other = FormField(
      name: "child-id", label: "Other child's id", input: .line, isRequired: false)
    var entries = [
      childLine(draft, isNameless: draft.isNameless), FormEntry(field: other),
      FormEntry(field: reasonOfNewEntry),
    ]
    let questions = withNewChild(triageFields, after: "born").map { field in
      let value = draft.values[field == seenOtherwise ? "last-seen" : field.name]
      let isUnread = field == seenOtherwise && value.flatMap { Instant(iso: $0.typed) } == nil
      var entry = FormEntry(
        field: field, text: isUnread ? "" : value.map { FormEntry.spelt($0.typed) } ?? "",
        note: value?.seenAs ?? draft.notAsked[field.name])
      // Whether the child is back is asked where the report says so and not since when.
      let isEnd = ["found-at", "returned-at"].contains(field.name) && draft.tellsOfEnd
      entry.part = isEnd ? .look : part(of: field, read: value)
      return entry
    }
    // What wants an eye comes first, each part in the order in which a report is written.
    for part in FormEntry.Part.allCases { entries += questions.filter { $0.part == part } }
    // Whoever goes from one child to the next must see whose form it is, on the smallest screen, too.
    let count =
      draft.subjects > 1
      ? "child \(draft.subject) of \(draft.subjects) · "
        + (draft.nameRead.map { "\($0) · " } ?? "") : ""
    var prompts = draft.warnings.map { "! \($0)" }
    if let back = draft.values["returned-at"] {
      let seen =
        back.isInferred
        ? String(back.seenAs.dropLast(TriageDraft.Value.inferred.count)) : back.seenAs
      prompts.insert(
        (back.isInferred
          ? "! Is the child back? The report says so (\(seen)): the 72 hours run from it. "
          : "! The report says that the child is back (\(seen)): the 72 hours run from it. ")
          + "If only located, move the time to “Located at”.",
        at: 0)
    }
    prompts += draft.list
    var form = FormScreen(
      purpose: .triage(draft), title: "Triage · \(count)\(draft.reference) · \(draft.kind)",
      prompts: prompts, entries: entries, command: command)
    form.order = Dictionary(
      entries.enumerated().map { ($1.field.name, $0) }, uniquingKeysWith: { first, _ in first })
    form.matchRead = form.question
    form.matchAsked = form.question
    form.letTimesGiveWay()
    form.reshape()
    form.focusOnFirstNeed()
    form.mind()
    return form
  }

  /// The questions of a triage: the child as the report has it, the going, the report.
  package static let triageFields: [FormField] =
    {
      func line(_ name: String, _ label: String, _ input: FormField.Input, _ needed: Bool = false)
        -> FormField
      { FormField(name: name, label: label, input: input, isRequired: needed) }
      return [
        line("family-name", "Family name", .line, true), line("given-names", "Given names", .line),
        line("born", "Born", .date),
        line("from", "Missing from", .code(MissingFrom.allCases.map(\.rawValue)), true),
        line("category", "Category", .code(Category.allCases.map(\.rawValue)), true),
        line("last-seen", "Last seen", .instantOrUnknown, true),
        seenOtherwise, line("last-seen-by", "Last seen by", .line),
        line("left", "Left placement", .instantOrUnknown),
        line("place", "Missing from place", .line),
        line("whereabouts", "Where the child is", .line),
        line("reported-at", "Reported at", .instantOrUnknown, true),
        line("by", "Reported by", .line), line("reporter", "Reporter", .line),
        line("reporter-phone", "Reporter's phone", .line),
        line("risk", "Police risk", .code(Risk.allCases.map(\.rawValue))),
        line("police-category", "Police category", .code(PoliceCategory.allCases.map(\.rawValue))),
        line("police-ref", "Police reference", .line),
        line("circumstances", "Circumstances", .paragraph),
        line("found-at", "Located at", .instantOrUnknown),
        line("found-place", "Located where", .line),
        line("returned-at", "Returned at", .instantOrUnknown),
        line("returned-to", "Returned to", .line), line("safe", "Safe there", .flag),
        line("reason", "Reason for decision", .line),
      ]
    }() + furtherOfReport

  /// What the register is told of a child who is not on it, besides the name and the birthday.
  package static let newChildFields: [FormField] =
    EventForm.of(.childRegistered).fields
    .filter {
      askedOfNew.contains($0.name)
        || ["aliases", "markers", "responsible-authority", "host-authority"].contains($0.name)
    }
    .map {
      FormField(
        name: $0.name,
        label: shortLabels[$0.name]
          ?? (askedOfNew.contains($0.name) ? "\($0.label) (if new)" : $0.label),
        input: $0.input, isRequired: false)
    }

  /// What is long on the register and must not take the room of every answer of a triage.
  private static let shortLabels = [
    "responsible-authority": "Responsible LA", "host-authority": "Host LA",
  ]

  /// Asks them after a field.
  private static func withNewChild(_ fields: [FormField], after name: String) -> [FormField] {
    fields.flatMap { $0.name == name ? [$0] + newChildFields : [$0] }
  }

  /// What else a report may say, after the decision: who has it reads it in.
  private static let furtherOfReport = EventForm.of(.reported).fields.filter { field in
    ![
      "by", "reporter", "reporter-phone", "risk", "police-category", "police-ref", "report",
      "circumstances", "report-kind", "time-unknown", "end-unknown", "found-place", "returned-to",
      "safe",
      TriageForm.lastSeenTold,
    ].contains(field.name)
  }

  /// What a person need not type: it follows from the place or the person.
  static let unasked: Set<String> = [
    "procedure", "procedure-version", "procedure-hash", "report", "part",
    "provisional-rag", "corrects", "report-kind", "time-unknown", "end-unknown",
  ]
}

extension EventKind {
  /// What the time of the event is the time of.
  var timeLabel: String {
    switch self {
    case .wentMissing: "Gone since"
    case .found: "Located at"
    case .returned: "Back at"
    case .meetingHeld, .rhiHeld: "Held at"
    case .meetingPlanned: "Arranged at"
    case .rhiOffered: "Tried at"
    case .safeAndWell: "Checked at"
    default: "When"
    }
  }

  /// Whether it arranges something that is still to come.
  var isArranged: Bool { self == .meetingPlanned || self == .held }
}
