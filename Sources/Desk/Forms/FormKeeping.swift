package import Workflow

// What of a form is kept while it is not recorded, and how it comes back.

extension FormScreen {
  /// With what the name of a correction's draft begins.
  static let correctionKey = "correct:"

  /// Under which name the draft of a correction is kept.
  static func correctionKey(_ number: Int, of child: String) -> String {
    "\(correctionKey)\(plain(child)):\(number)"
  }

  /// Under which name its draft is kept: two forms never share one, nor do two meetings, two parts of
  /// a step, two episodes.
  package var draftKey: String {
    switch purpose {
    case .event(let kind, let child, _):
      let episode = fixed[.episode] ?? page?.record?.current?.reference ?? ""
      let about = ["kind", "step", "part", "corrects"].compactMap { name -> String? in
        let value = fixed[name: name]?.typed ?? initial[name] ?? ""
        return value.isEmpty ? nil : "\(name)=\(value)"
      }
      return (["event", kind.rawValue, child, episode] + about).map(FormScreen.plain)
        .joined(separator: ":")
    case .correction(let number, _, let child, _):
      return FormScreen.correctionKey(number, of: child)
    case .intake: return "intake"
    case .triage(let draft): return "triage:\(draft.reference):\(draft.subject)"
    case .setAside(let report, let subject): return FormScreen.key("set-aside", report, subject)
    case .takeBack(let report, let subject): return FormScreen.key("take-back", report, subject)
    case .reportNote(let report): return "report-note:\(report)"
    }
  }

  private static func key(_ form: String, _ report: String, _ subject: Int?) -> String {
    ([form, report] + (subject.map { ["\($0)"] } ?? [])).joined(separator: ":")
  }

  /// Whether it is the triage of a report.
  ///
  /// - Parameters:
  ///   - report: the report's reference.
  ///   - subject: which child of it; nothing for any of them.
  /// - Returns: whether it is.
  func isTriage(of report: String, subject: Int?) -> Bool {
    guard case .triage(let draft) = purpose, draft.reference == report else { return false }
    return subject == nil || draft.subject == subject
  }

  /// A part of a key without the sign that stands between parts.
  private static func plain(_ part: String) -> String {
    part.split(separator: ":", omittingEmptySubsequences: false).joined(separator: "%3A")
  }

  /// What a person changed, by field; a time as it was meant when it was typed, because `-2h` means
  /// another time tomorrow.
  ///
  /// - Parameter now: what "now" means.
  /// - Returns: for each field that was changed what to restore.
  package func changes(now: Instant) -> [String: String] {
    var changes: [String: String] = [:]
    for entry in entries + aside {
      var entry = entry
      entry.settle()
      let name = entry.field.name
      guard entry.text.text != initial[name], entry.text.text != kept[name] else { continue }
      changes[entry.field.name] = entry.text.text
      switch entry.field.input {
      case .instant, .instantOrUnknown:
        if case .success(let value?) = entry.read(now: now) {
          changes[entry.field.name] = value.typed
        }
      default: break
      }
    }
    return changes
  }

  /// All that is kept of it.
  ///
  /// - Parameter now: what "now" means.
  /// - Returns: the draft, or nothing where nothing was changed.
  package func draft(now: Instant) -> FormDraft? {
    var changes = changes(now: now)
    guard !changes.isEmpty else { return nil }
    // A form that lies for two hours was about the time at which somebody filled it in.
    for entry in entries where changes[entry.field.name] == nil {
      if entry.text.text == "now" {
        changes[entry.field.name] = (entry.typedAt ?? now).iso
      } else if let time = kept[entry.field.name] {
        changes[entry.field.name] = time
      }
    }
    let entry = entries.indices.contains(focus) ? entries[focus] : nil
    // A time that is kept as it was meant has its cursor at its end.
    let isAsTyped = entry.map { changes[$0.field.name] ?? $0.text.text == $0.text.text } ?? false
    return FormDraft(
      values: changes, focus: entry?.field.name,
      cursor: isAsTyped ? entry?.text.cursor ?? 0 : Int(Int32.max), version: version, title: title)
  }

  private var version: Int? {
    switch purpose {
    case .event(_, _, let version), .correction(_, _, _, let version): version
    case .intake, .triage, .setAside, .takeBack, .reportNote: nil
    }
  }

  /// Puts a draft back, where nothing was typed meanwhile; the cursor stands where it stood.
  package mutating func restore(_ draft: FormDraft) {
    let isUntouched = !entries.contains { $0.text.text != initial[$0.field.name] }
    restoreAbout(draft)
    for index in entries.indices {
      let name = entries[index].field.name
      guard let text = draft.values[name], entries[index].text.text == initial[name] else {
        continue
      }
      entries[index].text.replace(with: FormEntry.spelt(text))
      entries[index].givesWay = false
      // A time that is all there is was typed.
      if initial[name] == "now", draft.values.count > 1 { kept[name] = entries[index].text.text }
    }
    for index in aside.indices {
      let name = aside[index].field.name
      if let text = draft.values[name] { aside[index].text.replace(with: text) }
    }
    if draft.values["child"] != nil { hasChosenChild = true }
    reshape()
    askForReason()
    markFileStale()
    if isUntouched, let place = entries.firstIndex(where: { $0.field.name == draft.focus }) {
      focus = place
      entries[place].text.place(draft.cursor)
    } else if isUntouched {
      focusOnFirstNeed()
    }
    if let seen = draft.version, let page, page.child.version > seen { compare(since: seen) }
  }

  /// Hears what others recorded on its child.
  ///
  /// Once a refusal has told the person, the form is about the child as it stands now; until then it
  /// only says so.
  package mutating func hear(of page: ChildPage) {
    guard let version, page.child.version > version else { return }
    self.page = page
    if case .event = purpose { prompts = standingFacts() }
    compare(since: version)
    guard isConflicted else { return }
    switch purpose {
    case .event(let kind, let id, _):
      purpose = .event(kind, child: id, version: page.child.version)
    case .correction(let number, let kind, let id, _):
      purpose = .correction(number, kind, child: id, version: page.child.version)
    case .intake, .triage, .setAside, .takeBack, .reportNote: break
    }
    isConflicted = false
    news = nil
  }

  /// What a correction made of which value: `, last seen: 22/11/2026 18:00`, of a text which line alone; nothing of
  /// other events.
  private func corrected(by event: Event) -> String {
    guard event.kind == .corrected, let page, let name = event[.field], let value = event[.value],
      let kind = page.child.history.first(where: { $0.sequence == event[.corrects] })?.kind
    else { return "" }
    let field = EventForm.of(kind).field(name)
    let label = name == "at" ? "time" : field?.label.lowercasedFirst ?? name
    let spelt = FormEntry.spelt(value)
    return ", \(label)" + (spelt == value ? "" : ": \(spelt)")
  }

  /// Says what was recorded since, and shows it beside one's own where both answer the same question.
  private mutating func compare(since version: Int) {
    guard let page else { return }
    // What was recorded and taken back since leaves the child as the form knew it.
    let gone = page.child.withdrawn
    let later = page.child.history.dropFirst(version)
    let undone = Set(later.map(\.sequence)).intersection(gone)
    let since = later.filter { event in
      !undone.contains(event.sequence)
        && !(event.kind == .withdrawn && event[.corrects].map(undone.contains) ?? false)
    }
    guard !since.isEmpty else { return }
    let said = since.suffix(3).map { event in
      "\(event.by.name) recorded \"\(event.kind.title.lowercasedFirst)\"\(corrected(by: event)) "
        + "(\(event.written.clock))"
    }
    news = "! Since you opened this, " + said.joined(separator: "; ")
    switch purpose {
    case .event(.noteAdded, _, _): break
    case .event(let kind, _, _):
      guard let other = since.last(where: { $0.kind == kind }) else { return }
      for field in entries.map(\.field) {
        let value = field.name == "at" ? .instant(other.occurred) : other.body[name: field.name]
        // Who records at once says with the name when it was.
        if field.name == "at", abs(other.occurred.seconds - other.written.seconds) < 60 { continue }
        if let value { show(value.words, of: other, at: field.name) }
      }
    case .correction(let number, _, _, _):
      for other in since where other.kind == .corrected && other[.corrects] == number {
        guard let name = other[.field], let value = other[.value] else { continue }
        show(FormEntry.spelt(value), of: other, at: name)
      }
    case .intake, .triage, .setAside, .takeBack, .reportNote: break
    }
  }

  /// Shows beside a line what somebody else recorded for it meanwhile.
  private mutating func show(_ value: String, of other: Event, at name: String) {
    guard let index = entries.firstIndex(where: { $0.field.name == name }) else { return }
    entries[index].theirs =
      "\(other.by.name) (\(other.written.clock)): "
      + value.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
