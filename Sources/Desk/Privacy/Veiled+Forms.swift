import Workflow

// A form while names are hidden: what it asks for stays, what is typed in it is dots.

extension FormScreen {
  /// The questions that ask for a child's name.
  static let nameFields = ["family-name", "given-names", "aliases"]
}

extension FormScreen {
  func veiled(by veil: NameVeil) -> FormScreen {
    var form = self
    form.title = veil.hide(title)
    if case .triage(var draft) = purpose {
      draft.match = draft.match.veiled(by: veil)
      draft.notes = draft.notes.map(veil.hide)
      draft.twins = draft.twins.map { $0.veiled(by: veil) }
      form.purpose = .triage(draft)
    }
    form.prompts = prompts.map(veil.hide)
    form.news = news.map(veil.hide)
    form.refusal = refusal.map(veil.hide)
    for index in entries.indices { form.entries[index] = entries[index].veiled(by: veil) }
    return form
  }
}

extension TriageMatch {
  fileprivate func veiled(by veil: NameVeil) -> TriageMatch {
    var match = self
    match.candidates = candidates.map {
      TriageDraft.Candidate(
        id: $0.id, title: veil.hide($0.title), because: veil.hide($0.because),
        standing: $0.standing, isSame: $0.isSame)
    }
    match.confirm = confirm.map(veil.hide)
    match.sameReference = sameReference.map(veil.hide)
    return match
  }
}

extension ReportTwin {
  /// The other report without the name that was read in it.
  func veiled(by veil: NameVeil) -> ReportTwin {
    ReportTwin(reference: reference, name: veil.hide(name), common: common)
  }
}

extension FormEntry {
  fileprivate func veiled(by veil: NameVeil) -> FormEntry {
    var entry = self
    switch field.input {
    case .line, .paragraph, .codes([]):
      let isName = FormScreen.nameFields.contains(field.name)
      entry.text = text.masked { isName ? $0.maskedWords : veil.mask($0) }
    default: break
    }
    entry.note = note.map(veil.hide)
    entry.error = error.map(veil.hide)
    entry.warning = warning.map(veil.hide)
    entry.advice = advice.map(veil.hide)
    entry.comes = comes.map(veil.hide)
    entry.theirs = theirs.map(veil.hide)
    entry.choices = choices.map {
      Choice(code: $0.code, title: veil.hide($0.title), because: veil.hide($0.because))
    }
    return entry
  }
}

extension String {
  /// Every word as dots behind its first letter.
  fileprivate var maskedWords: String {
    var veil = NameVeil()
    veil.learn(self)
    return veil.mask(self)
  }
}
