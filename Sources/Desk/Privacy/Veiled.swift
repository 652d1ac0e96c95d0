import Workflow

// The desk as it is drawn while children's names are hidden: the same, with initials where names stood.
// What is hidden is hidden before it is drawn, so that nothing is cut at another place than it should be.

extension Desk {
  /// The desk as it is drawn.
  var shown: Desk {
    guard hidesNames else { return self }
    var desk = self
    let veil = veil
    desk.trays.window?.rows = (trays.window?.rows ?? []).map { $0.veiled(by: veil) }
    desk.trays.marks = trays.marks.map { $0.veiled(by: veil) }
    let filter = TrayFilter(veil.hide(trays.query.filter.text))
    if trays.isLoaded { desk.trays.window?.query.filter = filter }
    desk.trays.query.filter = filter
    desk.trays.filters = trays.filters.map {
      SavedFilter(name: veil.hide($0.name), text: veil.hide($0.text))
    }
    if let toast { desk.toast = Toast(text: veil.hide(toast.text), role: toast.role) }
    desk.stack = stack.map { $0.veiled(by: veil) }
    return desk
  }

  /// Learns the names of all children of whom something is shown.
  mutating func learnNames() {
    guard hidesNames else { return }
    var veil = veil
    for row in (trays.window?.rows ?? []) + trays.marks { veil.learn(row) }
    for screen in stack { veil.learn(screen) }
    self.veil = veil
  }
}

extension NameVeil {
  /// Learns whom a row is about; of a report's row the police reference is no name.
  fileprivate mutating func learn(_ row: TrayRow) {
    if row.step != nil || row.name.contains("?")
      || !row.name.contains(where: \.isNumber) && row.name.contains(",")
    {
      learn(row.name.upToDoubt)
    }
    for name in (row.report?.list ?? "").namesAsRead.dropFirst() { learn(name) }
    for twin in row.report?.twins ?? [] { learn(twin) }
  }

  fileprivate mutating func learn(_ twin: ReportTwin) {
    for name in twin.name.namesAsRead where twin.name.contains("?") { learn(name) }
  }

  fileprivate mutating func learn(_ page: ChildPage) {
    learn(page.child.name)
    for other in page.together { learn(other.name) }
    // What it was called before a correction is a name, too.
    for event in page.child.history {
      for field in FormScreen.nameFields {
        switch event.body[name: field] {
        case .text(let text)?: learn(text)
        case .list(let names)?: for name in names { learn(name) }
        default: break
        }
      }
    }
  }

  fileprivate mutating func learn(_ screen: Screen) {
    switch screen {
    case .child(let child): learn(child.page)
    case .form(let form):
      if let page = form.page { learn(page) }
      for name in (form.about?.names ?? []) + (form.about?.done ?? []) { learn(name) }
      if case .triage(let draft) = form.purpose {
        for field in FormScreen.nameFields {
          if let value = draft.values[field] { learn(value.typed) }
        }
        for name in draft.notListed { learn(name) }
        for twin in draft.twins { learn(twin) }
        for candidate in draft.candidates {
          // `Pryce-Morgan, Siân, born 12 Mar 2011, …`: the name is what stands before the particulars.
          learn(candidate.name)
        }
      }
      // A name that is typed is one once it is sent: half a name would hide half the page.
      if form.isSending {
        for field in FormScreen.nameFields { learn(form.typed(field)) }
      }
    case .find(let find):
      for hit in find.hits {
        learn(hit.name)
        for name in hit.title.namesAsRead.dropFirst() { learn(name) }
      }
    case .bulk(let bulk): for row in bulk.rows { learn(row) }
    case .charts(let charts): for child in charts.data?.repeats ?? [] { learn(child.name) }
    case .drafts(let drafts): for mark in drafts.marks ?? [] { learn(mark.name) }
    case .asides(let asides):
      for row in asides.rows ?? [] where row.name.contains("?") {
        for name in row.name.namesAsRead { learn(name) }
      }
    case .confirm, .why, .text, .help, .palette, .people, .choices, .filter, .filters, .themes:
      break
    }
  }
}

extension FormScreen {
  /// The questions that ask for a child's name.
  static let nameFields = ["family-name", "given-names", "aliases"]
}

extension TriageDraft.Candidate {
  /// The child's name, which the title begins with.
  fileprivate var name: String { title.upToParticulars }
}

extension FoundRow {
  /// The child's name, which the title begins with.
  fileprivate var name: String { title.upToDoubt.upToParticulars }

  /// The hit without the line of a report by which it was found: it may name anybody.
  fileprivate func veiled(by veil: NameVeil) -> FoundRow {
    let known = detail.ranges(of: FoundRow.saying).first.map { String(detail[..<$0.lowerBound]) }
    return FoundRow(target, title: veil.hide(title), detail: veil.hide(known ?? detail))
  }
}

extension DraftMark {
  /// The child's name, which stands between the form's and the reference: `Note added · NAME · E-…`.
  fileprivate var name: String {
    let parts = title.split(separator: "·").map { String($0).trimmed }
    if report != nil, parts.count >= 2, parts[1].contains("?") { return parts[1].upToDoubt }
    guard parts.count >= 2, child != nil || key.hasPrefix("correct:") else { return "" }
    return kind == nil && parts.count > 2 ? parts[2] : parts[1]
  }
}

extension String {
  /// What stands before a question mark: `Castell, Rosa? by 26MIS60001` is as read, or follows from that.
  fileprivate var upToDoubt: String { split(separator: "?").first.map(String.init) ?? self }

  /// What stands before ` · ` or before the first part after a comma that holds a number or `born`.
  fileprivate var upToParticulars: String {
    let head = split(separator: "·").first.map(String.init) ?? self
    let parts = head.split(separator: ",")
    let name = parts.prefix { part in
      !part.contains(where: \.isNumber)
        && !["born ", "placed at ", "home "].contains { part.trimmed.hasPrefix($0) }
    }
    return name.joined(separator: ",")
  }
}

extension String {
  /// The names in `Nguyen, Van Khoa? (2 of 2; Nguyen, Thi Mai Anh: E-2026-0034)`: who waits, as read, and who is
  /// done.
  fileprivate var namesAsRead: [String] {
    [upToDoubt]
      + split(separator: ";").dropFirst().compactMap { part in
        part.split(separator: ":").first.map { $0.trimmed }
      }
  }
}

extension Substring {
  fileprivate var trimmed: String { String(self).trimmed }
}

extension TrayRow {
  fileprivate func veiled(by veil: NameVeil) -> TrayRow {
    var row = self
    row.name = veil.hide(name)
    // What people agreed on, and why somebody moved or sent it there, may name anybody.
    row.title = veil.hide(title)
    if case .words(let words)? = twin { row.twin = .words(veil.hide(words)) }
    row.note = note.map(veil.hide)
    if let report, !report.twins.isEmpty || report.list?.contains(";") ?? false {
      row.report?.list = report.list.map(veil.hide)
      row.report?.twins = report.twins.map {
        ReportTwin(reference: $0.reference, name: veil.hide($0.name), common: $0.common)
      }
    }
    return row
  }
}

extension Screen {
  fileprivate func veiled(by veil: NameVeil) -> Screen {
    switch self {
    case .child(var screen):
      screen.page = screen.page.veiled(by: veil)
      return .child(screen)
    case .form(let form): return .form(form.veiled(by: veil))
    case .confirm(var confirm):
      confirm.subject = veil.hide(confirm.subject)
      return .confirm(confirm)
    case .why(let why, let scroll): return .why(why.changingText(veil.hide), scroll: scroll)
    case .text(let title, let lines, let scroll):
      return .text(title: veil.hide(title), lines: lines.map(veil.hide), scroll: scroll)
    case .find(var find):
      find.text = veil.mask(find.text)
      find.hits = find.hits.map { $0.veiled(by: veil) }
      return .find(find)
    case .drafts(var drafts):
      drafts.marks = drafts.marks?.map {
        DraftMark(key: $0.key, title: veil.hide($0.title), saved: $0.saved)
      }
      return .drafts(drafts)
    case .filter(var filter):
      filter.text = veil.mask(filter.text)
      return .filter(filter)
    case .bulk(let bulk): return .bulk(bulk.veiled(by: veil))
    case .charts(var charts):
      charts.data = charts.data?.veiled(by: veil)
      return .charts(charts)
    case .asides(var asides):
      asides.rows = asides.rows?.map {
        AsideRow(
          reference: $0.reference, name: veil.hide($0.name), title: $0.title, decision: $0.decision,
          by: $0.by, at: $0.at,
          reason: veil.hide($0.reason))
      }
      return .asides(asides)
    case .help, .palette, .people, .choices, .filters, .themes: return self
    }
  }
}

extension ChildPage {
  /// The page of a child of whom everything is recorded but the name.
  fileprivate func veiled(by veil: NameVeil) -> ChildPage {
    let history = child.history.map { $0.changing { $0.veiled(by: veil) } }
    var page = self
    page.steps = steps.map { $0.changing(text: veil.hide) { $0.veiled(by: veil) } }
    page.child = ChildCase(id: child.id, history: history)
    page.together = together.map {
      Companion(name: veil.hide($0.name), reference: $0.reference, isAway: $0.isAway)
    }
    return page
  }
}

extension Body {
  fileprivate func veiled(by veil: NameVeil) -> Body {
    var body = self
    for entry in entries {
      let isName = FormScreen.nameFields.contains(entry.name)
      func hide(_ text: String) -> String { text.isCode && !isName ? text : veil.hide(text) }
      switch entry.value {
      case .text(let text): body[name: entry.name] = .text(hide(text))
      case .list(let items): body[name: entry.name] = .list(items.map(hide))
      default: break
      }
    }
    return body
  }
}

extension String {
  /// Whether it is a code of the program rather than words of a person: `looked-after`.
  fileprivate var isCode: Bool {
    utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
      && contains("-")
  }
}

extension FormScreen {
  fileprivate func veiled(by veil: NameVeil) -> FormScreen {
    var form = self
    form.title = veil.hide(title)
    if case .triage(var draft) = purpose {
      draft.match = draft.match.veiled(by: veil)
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

extension BulkScreen {
  fileprivate func veiled(by veil: NameVeil) -> BulkScreen {
    var bulk = self
    bulk.rows = rows.map { $0.veiled(by: veil) }
    bulk.leftOut = leftOut.map { $0.veiled(by: veil) }
    bulk.outcomes = outcomes.map { $0.map { $0.veiled(by: veil) } }
    return bulk
  }
}

extension BulkOutcome {
  fileprivate func veiled(by veil: NameVeil) -> BulkOutcome {
    BulkOutcome(name: veil.hide(name), isDone: isDone, sentence: veil.hide(sentence))
  }
}

extension ChartData {
  fileprivate func veiled(by veil: NameVeil) -> ChartData {
    ChartData(
      months: months, clocks: clocks, hours: hours,
      repeats: repeats.map {
        Repeat(child: $0.child, name: veil.hide($0.name), episodes: $0.episodes)
      })
  }
}
