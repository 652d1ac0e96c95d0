package import Workflow

/// A form being filled in.
package struct FormScreen: Sendable {
  /// What the form records.
  package enum Purpose: Sendable, Hashable {
    /// One event on a child.
    case event(EventKind, child: String, version: Int)
    /// A report to be kept and read.
    case intake
    /// A report to be triaged.
    case triage(TriageDraft)
  }

  /// What the form records.
  package var purpose: Purpose
  /// What stands in its frame: `Risk assessed · Pryce-Morgan, Siân · E-2026-0001`.
  package let title: String
  /// What a person should know while filling it in.
  package var prompts: [String]
  /// The lines.
  package var entries: [FormEntry]
  /// The line that has the keys.
  package var focus = 0
  /// What stood in each line when the form was opened, by field: what differs from it was typed.
  private var initial: [String: String] = [:]
  /// The id that the command will have, so that sending twice records once.
  package let command: String
  /// Whether something was typed since the draft was last kept.
  package var isDirty = false
  /// Whether the form is on its way to the journal.
  package var isSending = false
  /// Whether it was refused because others recorded something; then the next page brings it up to
  /// date.
  package var isConflicted = false
  /// What others recorded on the child since the form was opened.
  package var news: String?

  /// Makes a form.
  package init(
    purpose: Purpose, title: String, prompts: [String], entries: [FormEntry], command: String
  ) {
    self.purpose = purpose
    self.title = title
    self.prompts = prompts
    self.entries = entries
    self.command = command
    initial = Dictionary(
      entries.map { ($0.field.name, $0.text.text) }, uniquingKeysWith: { first, _ in first })
    focusOnFirstNeed()
  }

  /// The child that the form is about, where it is one of the register's.
  package var child: String? {
    if case .event(_, let child, _) = purpose { child } else { nil }
  }

  /// Under which name its draft is kept: two forms never share one, nor do two meetings.
  package var draftKey: String {
    switch purpose {
    case .event(let kind, let child, _):
      (["event", kind.rawValue, child]
        + ["kind", "step", "part"].compactMap { initial[$0] }.filter { !$0.isEmpty })
        .joined(separator: ":")
    case .intake: "intake"
    case .triage(let draft): "triage:\(draft.reference):\(draft.subject)"
    }
  }

  /// What a person changed, by field; a time as it was meant when it was typed, because `-2h` means
  /// another time tomorrow.
  ///
  /// - Parameter now: what "now" means.
  /// - Returns: for each field that was changed what to restore.
  package func changes(now: Instant) -> [String: String] {
    var changes: [String: String] = [:]
    for entry in entries where entry.text.text != initial[entry.field.name] {
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

  /// What is typed in a field.
  package func typed(_ name: String) -> String {
    entries.first { $0.field.name == name }?.text.text.trimmed ?? ""
  }

  /// Puts a draft back, where nothing was typed meanwhile.
  package mutating func restore(_ typed: [String: String]) {
    for index in entries.indices {
      let name = entries[index].field.name
      guard let text = typed[name], entries[index].text.text == initial[name] else { continue }
      entries[index].text.replace(with: text)
    }
    focusOnFirstNeed()
  }

  /// Marks what is wrong and goes to the first such line.
  package mutating func mark(_ findings: [FormFinding]) {
    for index in entries.indices {
      entries[index].error = findings.first { $0.field == entries[index].field.name }?.sentence
    }
    if let first = entries.firstIndex(where: { $0.error != nil }) { focus = first }
  }

  /// Hears what others recorded on its child.
  ///
  /// Once a refusal has told the person, the form is about the child as it stands now; until then it
  /// only says so.
  package mutating func hear(of child: ChildCase) {
    guard case .event(let kind, let id, let version) = purpose, child.version > version else {
      return
    }
    if isConflicted {
      purpose = .event(kind, child: id, version: child.version)
      isConflicted = false
      news = nil
    } else {
      let since = child.history.dropFirst(version).suffix(3).map {
        "\($0.by.name) recorded \"\($0.kind.title.lowercasedFirst)\" (\($0.recorded.clock))"
      }
      news = "! Since you opened this, " + since.joined(separator: "; ")
    }
  }

  /// Goes to the first line that needs something: what is required and empty, or else the first
  /// question that is still open; a triage begins with whom it is about.
  private mutating func focusOnFirstNeed() {
    let isEmpty = { (entry: FormEntry) in entry.text.text.trimmed.isEmpty }
    if let need = entries.firstIndex(where: { $0.field.isRequired && isEmpty($0) }) {
      focus = need
    } else if child != nil {
      // The time is right in most cases; what is asked comes after it.
      let first = entries.count > 1 ? 1 : 0
      focus = entries.indices.dropFirst(first).first { isEmpty(entries[$0]) } ?? first
    } else {
      focus = 0
    }
  }
}
