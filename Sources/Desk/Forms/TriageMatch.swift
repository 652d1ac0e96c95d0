package import Workflow

/// Whom of the register a report may mean, and what else is on the desk under its reference.
package struct TriageMatch: Sendable, Hashable {
  /// Children who may be meant, the proposed one first.
  package var candidates: [TriageDraft.Candidate]
  /// Whether the first candidate may be proposed, or a person must choose.
  package var isProposed: Bool
  /// What to ask where a person must choose.
  package var question: String?
  /// What differs between the report and the child who is proposed.
  package var confirm: [String]
  /// Where else the police reference stands on this desk, a sentence each.
  package var sameReference: [String]
  /// Whose children and which procedures it is about; nothing where they could not be read.
  package var ground: TriageGround?
  /// Which other reports that wait may tell of the same event; nothing where that was not asked.
  package var twins: [ReportTwin]?
  /// Who triaged it meanwhile, or set it aside, and when: then the form records nothing any longer.
  package var decided: String?

  /// Makes a match.
  package init(
    candidates: [TriageDraft.Candidate] = [], isProposed: Bool = false, question: String? = nil,
    confirm: [String] = [], sameReference: [String] = [], ground: TriageGround? = nil
  ) {
    self.candidates = candidates
    self.isProposed = isProposed
    self.question = question
    self.confirm = confirm
    self.sameReference = sameReference
    self.ground = ground
  }
}

/// What a triage form says of the child so far: what the register is compared with.
package struct TriageQuestion: Sendable, Hashable {
  /// The report.
  package let report: String
  /// Which child of it, counted from 1.
  package let subject: Int
  /// The family name, the given names, the address and the postcode as typed.
  package var familyName = ""
  package var givenNames = ""
  package var address = ""
  package var postcode = ""
  /// The birthday, once what is typed can be read as one.
  package var born: CivilDate?
  /// The police reference as typed.
  package var policeReference = ""
  /// The id of a child who is not among those who look alike.
  package var childID = ""

  /// Makes a question.
  package init(report: String, subject: Int) {
    self.report = report
    self.subject = subject
  }
}

extension FormScreen {
  /// What the form says of the child now; nothing where it triages no report.
  package var question: TriageQuestion? {
    guard case .triage(let draft) = purpose else { return nil }
    var question = TriageQuestion(report: draft.reference, subject: draft.subject)
    question.familyName = typed("family-name")
    question.givenNames = typed("given-names")
    question.address = typed("address")
    question.postcode = typed("postcode")
    question.policeReference = typed("police-ref")
    question.childID = typed("child-id")
    if let born = line("born"), case .success(.date(let date)?) = born.read(now: moment) {
      question.born = date
    }
    return question
  }

  /// The child whom the form is about as it stands, where the child is on the register.
  var chosenCandidate: TriageDraft.Candidate? {
    guard case .triage(let draft) = purpose else { return nil }
    let other = typed("child-id")
    let id = other.isEmpty ? typed("child") : other
    return draft.candidates.first { $0.id == id }
  }

  /// Who decided on the report meanwhile, and when; nothing while it waits.
  var decided: String? { if case .triage(let draft) = purpose { draft.match.decided } else { nil } }

  /// How the chosen child stands by what the form has read.
  var shownStanding: Triage.Standing {
    guard case .triage(let draft) = purpose, let chosen = chosenCandidate,
      let child = draft.ground?.children[chosen.id]
    else { return .unknown }
    return Triage.Standing(of: child)
  }

  /// The registered children with the report's own name and birthday, beside whom a new entry would be
  /// a second one of the same child.
  var sameChildren: [TriageDraft.Candidate] {
    guard case .triage(let draft) = purpose, typed("child") == "new", typed("child-id").isEmpty
    else { return [] }
    return draft.candidates.filter(\.isSame)
  }

  /// Where else the police reference stands on this desk; what it joins need not be said twice.
  var sameReference: [String] {
    guard case .triage(let draft) = purpose else { return [] }
    let joined = joinedAfterwards?.reference
    return draft.match.sameReference.filter { said in joined.map { !said.contains($0) } ?? true }
      .map { "! \($0)" }
  }

  /// The episode, over by now, in which the going lies that the report tells: it joins that one.
  var joinedAfterwards: Episode? {
    guard case .triage(let draft) = purpose, let chosen = chosenCandidate,
      let record = draft.ground?.children[chosen.id]?.currentRecord,
      record.current?.isAway == false
    else { return nil }
    let going = ["left", "last-seen", "reported-at"].lazy.compactMap { name -> Instant? in
      guard let line = line(name), case .success(.instant(let instant)?) = line.read(now: moment)
      else { return nil }
      return instant
    }.first
    return going.flatMap(record.episode)
  }

  /// What is said at the head of the form of whom it may be about, besides the list to choose from.
  package var matched: [String] {
    guard case .triage(let draft) = purpose else { return [] }
    if let decided { return [nothingToRecord(decided)] }
    var said: [String] = []
    if let begun = draft.begun {
      said.append("! Begun by \(begun), and not recorded yet: ask before you go on")
    }
    let chosen = chosenCandidate
    if chosen == nil, !hasChosenChild, matchAsked != matchRead, let first = draft.candidates.first {
      said.append("? On the register: \(first.title) (\(first.id)): \(first.choice.because)")
    }
    if let chosen, chosen.id == draft.candidates.first?.id, !draft.match.confirm.isEmpty {
      said.append("! To compare, " + draft.match.confirm.joined(separator: " · "))
    }
    if let hint = endOfNobodyAway { said.append(hint) }
    if let later = saidOfSeenOtherwise {
      said.append(later)
    } else if let (episode, since) = counted, let seen = line("last-seen"),
      case .success(.instant(let instant)?) = seen.read(now: moment), instant != since
    {
      let whose = seen.text.text == initial["last-seen"] ?? "" ? "The report has" : "You typed"
      said.append(
        "! \(whose) last seen \(instant.spokenShort(asOf: moment)); \(episode) counts from "
          + "\(since.spokenShort(asOf: moment)). If that is wrong, correct it on the child's page")
    }
    return said
  }

  /// `! M. Castell triaged it Mon 23 Nov 07:07: nothing more is recorded by this form. You typed: …`: what was
  /// typed is still there to be put right where the other recorded it.
  private func nothingToRecord(_ decided: String) -> String {
    let typed = (entries + aside).filter { entry in
      !entry.isEmpty && entry.text.text != initial[entry.field.name] ?? ""
        && !["child", "child-id", FormScreen.seenOtherwise.name].contains(entry.field.name)
    }
    let words = typed.map { "\($0.field.label.lowercasedFirst) \($0.shown)" }
    let way = "Where that differs, correct the entry on the child's page, then discard this"
    return "! \(decided): nothing more is recorded by this form."
      + (words.isEmpty ? "" : " You typed: \(words.joined(separator: ", ")). \(way)")
  }

  /// The episode that the report joins, and from when it counts: what the report says moves nothing of it.
  private var counted: (episode: String, since: Instant)? {
    if let joined = joinedAfterwards {
      return joined.began?.body.isUnknown(.lastSeen) == true
        ? nil : joined.start.map { (joined.reference, $0.at) }
    }
    guard let standing = chosenCandidate?.standing, standing.returned == nil,
      let since = standing.since
    else { return nil }
    return (standing.episode, since)
  }

  /// Takes in whom the register has for what is typed now; nothing typed is touched.
  ///
  /// A child whom the person has chosen stays chosen. Nobody is taken in the person's place: where
  /// somebody alike turns up, the line is to be answered again.
  package mutating func receive(_ match: TriageMatch) {
    guard case .triage(var draft) = purpose,
      let place = entries.firstIndex(where: { $0.field.name == "child" })
    else { return }
    let chosen = entries[place].text.text
    var match = match
    if hasChosenChild, chosen != "new",
      !match.candidates.contains(where: { $0.id == chosen }),
      let kept = draft.candidates.first(where: { $0.id == chosen })
    {
      match.candidates.append(kept)
    }
    draft.match = match
    if let twins = match.twins { draft.take(twins) }
    purpose = .triage(draft)
    var child = FormScreen.childLine(draft, isNameless: isNameless)
    child.error = entries[place].error
    if hasChosenChild {
      child.text = entries[place].text
    } else {
      let first = match.candidates.first?.id
      child.text.replace(
        with: first == nil ? "new" : match.isProposed && first == chosen ? chosen : "")
      initial["child"] = child.text.text
    }
    entries[place] = child
    reshape()
    mind()
  }

  /// Whom to ask stands at the line until somebody has chosen.
  mutating func nameChild() {
    guard case .triage(let draft) = purpose,
      let place = entries.firstIndex(where: { $0.field.name == "child" })
    else { return }
    entries[place].note =
      hasChosenChild ? nil : FormScreen.childLine(draft, isNameless: isNameless).note
  }

  /// Whether no name stands in the form that could be looked for.
  private var isNameless: Bool {
    ["family-name", "given-names"].allSatisfy { typed($0).isEmpty }
  }

  /// The line that chooses the child.
  static func childLine(_ draft: TriageDraft, isNameless: Bool) -> FormEntry {
    let ids = draft.candidates.map(\.id) + ["new"]
    let nobody = TriageDraft.nobodyAlike(isNameless: isNameless)
    let note = draft.question ?? (draft.candidates.isEmpty ? nobody : nil)
    var child = FormEntry(
      field: FormField(name: "child", label: "Child", input: .code(ids), isRequired: true),
      text: draft.isProposed || draft.candidates.isEmpty ? ids.first ?? "" : "", note: note)
    child.choices =
      draft.candidates.map(\.choice)
      + [FormEntry.Choice(code: "new", title: "not on the register", because: "a new entry")]
    return child
  }
}

extension Desk {
  /// Asks whom the register has for what a triage form says, once that has changed.
  ///
  /// It looks at the form in front only, and asks again only for another answer; a question that is
  /// overtaken by a later one is never worked on.
  mutating func askForMatch() -> [Effect] {
    guard case .form(var form) = stack.last, !form.isSending, let question = form.question,
      question != form.matchAsked
    else { return [] }
    form.matchAsked = question
    generation += 1
    form.matchGeneration = generation
    stack[stack.count - 1] = .form(form)
    return [.match(question, generation: generation)]
  }

  /// What others recorded may be of the child whose triage lies open: it is compared anew.
  mutating func asksForMatchAnew() {
    guard case .form(var form) = stack.last, form.matchAsked != nil else { return }
    form.matchAsked = nil
    stack[stack.count - 1] = .form(form)
  }

  /// Takes in whom the register has; a late answer to an earlier question is left alone.
  mutating func receive(_ match: TriageMatch, generation: Int) {
    for index in stack.indices {
      guard case .form(var form) = stack[index], form.matchGeneration == generation else {
        continue
      }
      form.receive(match)
      stack[index] = .form(form)
    }
  }
}
