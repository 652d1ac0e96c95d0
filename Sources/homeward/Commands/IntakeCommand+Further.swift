import Desk
import Store
import Workflow

// A child of a report whom it neither counts nor names.

extension IntakeCommand {
  /// What is read of the child of a report who is next, or of a further one; where nobody is left, how one more is
  /// triaged.
  func asked(
    _ reference: String, _ workbench: Workbench, _ person: Person
  ) throws -> TriageDraft {
    do {
      return try workbench.draft(of: reference, isFurther: further, for: person)
    } catch let refusal as Refusal where refusal.reason == .rule && !further {
      guard try workbench.records(for: person).report(reference)?.row.child != nil else {
        throw refusal
      }
      throw Failure(.refused, "\(refusal.sentence) --further triages a further child of it.")
    }
  }
}
