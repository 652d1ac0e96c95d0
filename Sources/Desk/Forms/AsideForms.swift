import Workflow

// The forms by which a report is set aside and taken back, whole or for one of its children.

extension FormScreen {
  /// The form that sets a report aside: whom it is about is told once it was read (``describe(_:)``).
  ///
  /// - Parameters:
  ///   - report: the report's reference.
  ///   - subject: the child who is set aside alone, counted from 1; nothing for all who wait.
  ///   - command: the id that the command will have.
  /// - Returns: the form.
  package static func setAside(
    _ report: String, subject: Int? = nil, command: String
  ) -> FormScreen {
    FormScreen(
      purpose: .setAside(report: report, subject: subject),
      title: "Set aside · \(place(subject, of: report))",
      prompts: [
        subject == nil
          ? "Nothing is opened from this report; its text and your reason are kept."
          : "Nothing is opened for this child; the report's text and your reason are kept."
      ],
      entries: [
        FormEntry(
          field: FormField(
            name: "decision", label: "Decision",
            input: .code(SetAsideGround.allCases.map(\.rawValue)), isRequired: true)),
        FormEntry(
          field: FormField(name: "reason", label: "Reason", input: .paragraph, isRequired: true)),
        FormEntry(
          field: FormField(
            name: Self.toldOfAside, label: "Whom you told", input: .line, isRequired: false)),
      ], command: command)
  }

  /// The form that takes a report back that was set aside.
  ///
  /// - Parameters:
  ///   - report: the report's reference.
  ///   - subject: the child who was set aside alone, counted from 1; nothing for all who were together.
  ///   - name: whom it is about, as the list of those set aside has it: `Grange, Mia? (2 of 3)`.
  ///   - command: the id that the command will have.
  /// - Returns: the form.
  package static func takeBack(
    _ report: String, subject: Int? = nil, named name: String? = nil, command: String
  ) -> FormScreen {
    FormScreen(
      purpose: .takeBack(report: report, subject: subject),
      title: FormScreen.takeBackTitle
        + (name.map { "\($0) · \(report)" } ?? place(subject, of: report)),
      prompts: [
        "\(subject == nil ? "The report" : "The child") waits for triage again; "
          + "that it was set aside stays in the journal."
      ],
      entries: [
        FormEntry(
          field: FormField(name: "reason", label: "Reason", input: .paragraph, isRequired: true))
      ], command: command)
  }

  /// How the title begins of a form that takes something back.
  package static let takeBackTitle = "Take back · "

  /// Whom the title names: what stands between what the form does and the reference.
  var nameInTitle: String {
    title.split(separator: "·").dropFirst().dropLast().map { String($0).trimmed }
      .joined(separator: " · ")
  }

  /// The field that says whom of another authority somebody told, and when.
  private static let toldOfAside = Field<String>.told.name

  /// Asks whom somebody told where another authority is to look for a child who is away.
  mutating func askWhomTold() {
    guard let place = entries.firstIndex(where: { $0.field.name == Self.toldOfAside }) else {
      return
    }
    let away = about?.awayBy
    let isAsked = away != nil && typed("decision") == SetAsideGround.otherAuthority.rawValue
    entries[place].field = entries[place].field.required(isAsked)
    entries[place].note = isAsked ? away.map { "AWAY \($0): whom there, and when" } : nil
  }

  /// `child 2 of R-2026-0007`, or the report alone.
  private static func place(_ subject: Int?, of report: String) -> String {
    subject.map { "child \($0) of \(report)" } ?? report
  }
}
