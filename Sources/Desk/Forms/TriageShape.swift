package import Workflow

// Which questions a triage asks: who is on the register is not asked for what the register says, and a
// report that joins an episode not for what the episode says.

extension FormScreen {
  /// The question why a child is entered beside one of the same name and birthday.
  package static let reasonOfNewEntry = FormField(
    name: "new-although", label: "Why another child", input: .line, isRequired: true)

  /// What a triage should not go without: where a report does not say it, somebody is to be asked.
  private static let mattering: Set<String> = [
    "family-name", "given-names", "born", "address", "from", "category", "last-seen", "place",
    "reported-at", "risk", "police-ref", "circumstances",
  ]

  /// What sets the clocks and how fast people act, wherever it comes from.
  private static let deciding: Set<String> = [
    "last-seen", seenOtherwise.name, "risk", "found-at", "returned-at",
  ]

  /// What the register needs of a child who is new to it, whatever the report says.
  static let askedOfNew: Set<String> = ["sex", "address", "postcode", "status"]

  /// To which part of the form a question belongs.
  static func part(of field: FormField, read value: TriageDraft.Value?) -> FormEntry.Part {
    guard let value else {
      // What the register needs of a new child is asked of a new child only.
      let isNeeded = mattering.contains(field.name) || askedOfNew.contains(field.name)
      return isNeeded ? .look : .rest
    }
    return value.isInferred || deciding.contains(field.name) ? .look : .read
  }

  /// What was not read in the report, whether or not it stands there, and nobody has typed yet, and how many lines were read from it.
  var reading: String? {
    guard case .triage(let draft) = purpose else { return nil }
    let asked = Set(entries.map(\.field.name))
    // Whoever reports an absence of which the police do not know has neither their grading nor their number.
    let isWithoutPolice =
      typed("category") == Category.unauthorisedAbsence.rawValue
      && !["", "police"].contains(typed("by"))
    let unaskable: Set<String> = isWithoutPolice ? ["risk", "police-ref"] : []
    var unsaid = draft.gaps.filter { gap in
      gap.field.map { asked.contains($0) && typed($0).isEmpty && !unaskable.contains($0) } ?? true
    }.map { gap in
      gap.field.flatMap { line($0)?.field.plainLabel.lowercasedFirst } ?? gap.words
    }
    for entry in entries where entry.isEmpty && FormScreen.mattering.contains(entry.field.name) {
      if unaskable.contains(entry.field.name) { continue }
      let words = entry.field.plainLabel.lowercasedFirst
      if !unsaid.contains(words) { unsaid.append(words) }
    }
    let count = entries.count {
      $0.part != nil && $0.note != nil && draft.values[$0.field.name]?.isCarriedOver != true
    }
    let read = count == 0 ? "" : "\(count) line\(count == 1 ? "" : "s") read from the report."
    let parts = [
      unsaid.isEmpty ? "" : "Not read, look (F3) or ask: \(unsaid.joined(separator: ", ")).", read,
    ].filter { !$0.isEmpty }
    return parts.isEmpty ? nil : (unsaid.isEmpty ? "▹ " : "? ") + parts.joined(separator: " ")
  }

  /// What the open episode says already.
  static let ofEpisode: Set<String> = [
    "family-name", "given-names", "born", "from", "category", "last-seen", "last-seen-by", "left",
    "place", "whereabouts",
  ]

  /// Whether a report that goes to a child who is away asks for a field of the triage.
  private func asks(_ name: String, isNew: Bool, isJoining: Bool) -> Bool {
    if name == FormScreen.reasonOfNewEntry.name { return !sameChildren.isEmpty }
    if name == FormScreen.seenOtherwise.name { return isJoining && saysSeenOtherwise }
    // Who saw the child then goes with the time.
    if name == Field<String>.lastSeenBy.name, isJoining { return saysSeenOtherwise }
    if isNewToRegister(name) { return true }
    if FormScreen.newChildFields.contains(where: { $0.name == name }) { return isNew }
    return !isJoining || !FormScreen.ofEpisode.contains(name)
  }

  /// Whether the report says of the chosen child what the register lacks: it is recorded with the triage.
  private func isNewToRegister(_ name: String) -> Bool {
    guard case .triage(let draft) = purpose, draft.values[name] != nil,
      TriageForm.ofChild.contains(name), let chosen = chosenCandidate,
      let child = draft.ground?.children[chosen.id]
    else { return false }
    return child.learning(draft.saidOfChild)[name: name] != nil
  }

  /// Says at each line about the child whether it is for a new entry or what the register learns.
  private mutating func nameLines() {
    guard case .triage(let draft) = purpose else { return }
    for index in entries.indices where TriageForm.ofChild.contains(entries[index].field.name) {
      let field = entries[index].field
      let isLearnt = isNewToRegister(field.name)
      let asked = FormScreen.newChildFields.first { $0.name == field.name }
      entries[index].field = FormField(
        name: field.name, label: isLearnt ? field.plainLabel : asked?.label ?? field.label,
        input: field.input, isRequired: field.isRequired)
      let seen = draft.values[field.name]?.seenAs ?? draft.notAsked[field.name]
      entries[index].note =
        isLearnt ? "new to the register" + (seen.map { "; \($0)" } ?? "") : seen
    }
  }

  /// Brings the questions to what the choice of the child leaves to be asked.
  ///
  /// What was typed into a question that goes is kept, and there again when the question is.
  mutating func reshape() {
    guard case .triage = purpose else { return }
    let focused = entries.indices.contains(focus) ? entries[focus].field.name : "child"
    let isNew = typed("child") == "new" && typed("child-id").isEmpty
    let isJoining = chosenCandidate?.standing.map { $0.returned == nil } ?? false
    let all = (entries + aside).sorted {
      (order[$0.field.name] ?? .max) < (order[$1.field.name] ?? .max)
    }
    entries = all.filter { asks($0.field.name, isNew: isNew, isJoining: isJoining) }
    aside = all.filter { !asks($0.field.name, isNew: isNew, isJoining: isJoining) }
    carryLastSeen()
    nameLines()
    nameSeenOtherwise()
    nameChild()
    let same = sameChildren.first
    for index in entries.indices
    where entries[index].field.name == FormScreen.reasonOfNewEntry.name {
      entries[index].note = same.map {
        "\($0.title) (\($0.id)) has this name and birthday. Choose that child above, or say why not"
      }
    }
    for index in entries.indices where entries[index].field.name == "reported-at" {
      // The episode has its time already; what joins it counts nothing.
      entries[index].field = FormScreen.reportedAt(isRequired: !isJoining)
    }
    for index in entries.indices {
      let part = entries[index].part
      let before = index > 0 ? entries[index - 1].part : nil
      entries[index].heading = part == before ? nil : part?.heading
    }
    focus = entries.firstIndex { $0.field.name == focused } ?? 0
  }

  private static func reportedAt(isRequired: Bool) -> FormField {
    FormField(
      name: "reported-at", label: "Reported at", input: .instantOrUnknown, isRequired: isRequired)
  }

  /// The line of a field, asked for now or not.
  func line(_ name: String) -> FormEntry? {
    entries.first { $0.field.name == name } ?? aside.first { $0.field.name == name }
  }

  /// The names of all questions, those among them that the choice of the child leaves out.
  package var lineNames: [String] { (entries + aside).map(\.field.name) }
}

extension FormField {
  /// The question without what is said of when it is asked: `Home address (if new)` is `Home address`.
  fileprivate var plainLabel: String {
    label.hasSuffix(" (if new)") ? String(label.dropLast(9)) : label
  }
}
