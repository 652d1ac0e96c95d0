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

extension FormScreen {
  /// The question of which child of several a note is.
  package static let aboutChild = "about"

  private static func aboutLine(_ codes: [String], _ text: String = "") -> FormEntry {
    FormEntry(
      field: FormField(name: aboutChild, label: "About", input: .code(codes), isRequired: false),
      text: text, note: "empty: all of them")
  }

  /// Asks of which child it is, where the report has several who wait.
  mutating func nameChildren(of about: ReportAbout) {
    guard about.children.count > 1 else { return }
    self.about = about
    var line = FormScreen.aboutLine(about.children.map { "\($0.place)" })
    line.choices = about.children.map {
      FormEntry.Choice(code: "\($0.place)", title: $0.name, because: "child \($0.place)")
    }
    if let place = entries.firstIndex(where: { $0.field.name == FormScreen.aboutChild }) {
      line.text = entries[place].text
      entries[place] = line
    } else {
      entries.append(line)
      initial[FormScreen.aboutChild] = ""
    }
  }

  /// Puts back of which child a draft was: who those are is known only later.
  mutating func restoreAbout(_ draft: FormDraft) {
    guard case .reportNote = purpose, let code = draft.values[FormScreen.aboutChild],
      !entries.contains(where: { $0.field.name == FormScreen.aboutChild })
    else { return }
    entries.append(FormScreen.aboutLine([code]))
    initial[FormScreen.aboutChild] = ""
  }
}

extension Desk {
  /// Opens the form of a note on a report that waits, and asks whom that names.
  mutating func openReportNote(_ report: String) -> [Effect] {
    open(.reportNote(report, command: newCommandID())) + [.describeReport(report, subject: nil)]
  }

  /// The report that waits on which a note is made.
  var reportToNote: String? { context == .trays ? trays.selectedReport : nil }
}
