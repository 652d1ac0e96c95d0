import Workflow

// A note on a report that waits: whoever rings about a child of whom there is no record yet is written down where
// the triage finds it.

extension FormScreen {
  /// The form that notes something on a report that waits.
  ///
  /// - Parameters:
  ///   - report: the report's reference.
  ///   - command: the id that the command will have.
  /// - Returns: the form.
  package static func reportNote(_ report: String, command: String) -> FormScreen {
    FormScreen(
      purpose: .reportNote(report: report), title: "Note · \(report)",
      prompts: [
        "It stays with the report, is shown to whoever triages it, and goes to the child's timeline then."
      ],
      entries: [
        FormEntry(
          field: FormField(name: "text", label: "Note", input: .paragraph, isRequired: true))
      ], command: command)
  }
}

extension Desk {
  /// The report that waits on which a note is made.
  var reportToNote: String? { context == .trays ? trays.selectedReport : nil }
}
