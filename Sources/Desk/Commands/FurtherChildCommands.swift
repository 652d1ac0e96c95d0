import Grid
import Workflow

/// Commands that triage a child of a report whom the report neither counts nor names, whether it waits or is
/// triaged.
enum FurtherChildCommands {
  static let all: [DeskCommand] = [
    DeskCommand(
      "further-child", in: [.trays, .episode], keys: [.character("B")], "further child",
      "Triage a further child of the report, on its row or the child's page: one whom it neither counts nor names",
      disabled: { desk in
        desk.reportOfFurther == nil ? noReport(desk) : cannotRecord(desk, .triaged)
      },
      run: { desk in desk.reportOfFurther.map { [.readReport($0, .further)] } ?? [] }),
    DeskCommand(
      "further-child-of-form", in: [.form], keys: [.alt("n")], "further child",
      "Triage a further child of the report, whom it neither counts nor names; what is typed here is kept",
      disabled: { desk in
        guard case .form(let form) = desk.stack.last, case .triage = form.purpose else {
          return "This form is not the triage of a report"
        }
        return cannotRecord(desk, .triaged)
      },
      run: { desk in
        guard case .form(let form) = desk.stack.last, case .triage(let draft) = form.purpose else {
          return []
        }
        let kept = desk.keepDrafts()
        desk.stack.removeLast()
        return kept + [.readReport(draft.reference, .further)]
      }),
  ]

  private static func noReport(_ desk: Desk) -> String {
    desk.context == .episode
      ? "No report was kept for this child"
      : "The selected row is no report; the page of the child of the report opens one more child of it"
  }
}

extension Desk {
  /// The report of which a further child would be triaged.
  fileprivate var reportOfFurther: String? {
    context == .episode ? selectedReport : trays.selectedReport
  }
}
