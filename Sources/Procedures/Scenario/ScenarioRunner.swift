import Workflow

/// Runs the cases of scenario files through the same deciding and deriving as the desk.
package struct ScenarioRunner: Sendable {
  private let shelf: Shelf

  /// Makes a runner.
  ///
  /// - Parameter shelf: the procedures that cases may name.
  package init(shelf: Shelf) { self.shelf = shelf }

  /// Runs cases, one after the other.
  ///
  /// - Parameter scenarios: the cases.
  /// - Returns: what came of each.
  package func run(_ scenarios: [Scenario]) -> ScenarioReport {
    ScenarioReport(cases: scenarios.map(run))
  }

  /// Runs one case.
  ///
  /// A case of a procedure that is not on the shelf fails with a sentence: nothing is skipped.
  package func run(_ scenario: Scenario) -> ScenarioReport.Case {
    let failures: [ScenarioReport.Failure]
    do throws(ShelfError) {
      let story = Story(of: scenario, procedure: try procedure(for: scenario))
      let directory = try shelf.pack(id: scenario.procedure).directory
      failures =
        Comparison(scenario: scenario, story: story, directory: directory).failures
    } catch {
      failures = [
        ScenarioReport.Failure(line: nil, expected: "", derived: error.sentence, why: nil)
      ]
    }
    return ScenarioReport.Case(
      name: scenario.name, position: scenario.position, failures: failures)
  }

  /// The version in force on the day of the first event: a record keeps what it began under.
  ///
  /// A case may be set before the first version, to try its counting on a calendar of the past.
  private func procedure(for scenario: Scenario) throws(ShelfError) -> Procedure {
    let first = scenario.given.map(\.at).min() ?? scenario.asOf
    let pack = try shelf.pack(id: scenario.procedure)
    let day = London.local(first).date
    return try pack.procedure(on: max(day, pack.versions.first?.from ?? day))
  }
}
