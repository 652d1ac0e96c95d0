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
  /// The first line on the screen.
  package var top = 0
  /// The id that the command will have, so that sending twice records once.
  package let command: String
  /// Whether something was typed since the draft was last kept.
  package var isDirty = false
  /// Whether the form is on its way to the journal.
  package var isSending = false

  /// Makes a form.
  package init(
    purpose: Purpose, title: String, prompts: [String], entries: [FormEntry], command: String
  ) {
    self.purpose = purpose
    self.title = title
    self.prompts = prompts
    self.entries = entries
    self.command = command
  }

  /// Under which name its draft is kept: two forms never share one.
  package var draftKey: String {
    switch purpose {
    case .event(let kind, let child, _): "event:\(kind.rawValue):\(child)"
    case .intake: "intake"
    case .triage(let draft): "triage:\(draft.reference):\(draft.subject)"
    }
  }

  /// Everything typed, by field.
  package var typed: [String: String] {
    Dictionary(
      entries.filter { !$0.text.text.isEmpty }.map { ($0.field.name, $0.text.text) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What is typed in a field.
  package func typed(_ name: String) -> String {
    entries.first { $0.field.name == name }?.text.text.trimmed ?? ""
  }

  /// Puts a draft back.
  package mutating func restore(_ typed: [String: String]) {
    for index in entries.indices {
      if let text = typed[entries[index].field.name] { entries[index].text.replace(with: text) }
    }
  }

  /// Marks what is wrong and goes to the first such line.
  package mutating func mark(_ findings: [FormFinding]) {
    for index in entries.indices {
      entries[index].error = findings.first { $0.field == entries[index].field.name }?.sentence
    }
    if let first = entries.firstIndex(where: { $0.error != nil }) { focus = first }
  }
}
