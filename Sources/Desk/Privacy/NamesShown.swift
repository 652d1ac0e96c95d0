import Workflow

// Whose names stand on a screen: those are hidden, wherever else they stand.

extension NameVeil {
  /// Learns whom a row is about; of a report's row the police reference is no name.
  mutating func learn(_ row: TrayRow) {
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

  mutating func learn(_ screen: Screen) {
    switch screen {
    case .child(let child): learn(child.page)
    case .form(let form):
      if let page = form.page { learn(page) }
      for name in (form.about?.names ?? []) + (form.about?.done ?? []) { learn(name) }
      if case .takeBack = form.purpose, form.title.contains("?") {
        for name in form.nameInTitle.namesAsRead { learn(name) }
      }
      if case .triage(let draft) = form.purpose {
        for field in FormScreen.nameFields {
          if let value = draft.values[field] { learn(value.typed) }
        }
        for name in draft.notListed + draft.otherNames { learn(name) }
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
        for name in row.whole.namesAsRead { learn(name) }
      }
    case .confirm, .why, .text, .help, .palette, .people, .choices, .filter, .filters, .themes:
      break
    }
  }
}

extension TriageDraft.Candidate {
  /// The child's name, which the title begins with.
  fileprivate var name: String { title.upToParticulars }
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

extension FoundRow {
  /// The child's name, which the title begins with.
  fileprivate var name: String { title.upToDoubt.upToParticulars }
}
