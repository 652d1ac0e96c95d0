import Procedures
import Testing
import Workflow

@Suite("Running scenarios")
struct ScenarioRunnerTests {
  private let runner = ScenarioRunner(shelf: .shipped)

  private func scenario(
    procedure: String = "lambeth-2023", given: String = "", asOf: String = "2026-05-13 09:00",
    expect: String
  ) -> String {
    """
    - name: A case
      procedure: \(procedure)
      child: {born: 2011-05-04, status: looked-after, allocated: true}
      given:
        - {at: 2026-05-12 14:30, event: went-missing, from: care, category: missing}
        - {at: 2026-05-12 16:00, event: reported, by: police, risk: low}
    \(given)
      asOf: \(asOf)
      expect:
        - \(expect)
      why: because

    """
  }

  private func failures(_ text: String) throws -> [ScenarioReport.Failure] {
    let report = runner.run(try ScenarioReader.read(text: text, file: "case.yaml"))
    return report.cases.flatMap(\.failures)
  }

  @Test("unquoted times are the text that they are")
  func readsUnquotedTimes() throws {
    let due = "{step: strategy-meeting, due: 2026-05-15 14:30, state: coming-up}"
    #expect(try failures(scenario(expect: due)) == [])
  }

  @Test(
    "what does not hold fails",
    arguments: [
      "{step: strategy-meeting, due: '2026-05-15 14:31'}",
      "{step: strategy-meeting, state: overdue}",
      "{step: strategy-meeting, chair: director}",
      "{step: strategy-meeting, tray: rhi}",
      "{step: strategy-meeting, rule: L23-12}",
      "{step: strategy-meeting, absent: true}",
      "{step: strategy-meeting, learnt-late: true}",
      "{step: rhi-offer, state: due}",
      "{open-records: 2}",
      "{open-records: 1, rule: LP-01}",
      "{starts: '2026-05-12 16:00'}",
      "{refused: reported, at: '2026-05-12 16:00'}",
      "{accepted: opened, at: '2026-05-12 16:00'}",
      "{notified: [director]}",
      "{record: 'category: abducted'}",
    ])
  func failsWhatDoesNotHold(expected: String) throws {
    #expect(try failures(scenario(expect: expected)).count == 1)
  }

  @Test(
    "what is on record holds",
    arguments: ["category: missing", "police-risk: low", "from: care", "risk: low"])
  func readsTheRecord(line: String) throws {
    #expect(try failures(scenario(expect: "{record: '\(line)'}")) == [])
  }

  @Test("a failure says what was expected, what was derived, and why")
  func explainsFailures() throws {
    let text = scenario(expect: "{step: strategy-meeting, due: '2026-05-16 14:30', rule: L23-11}")
    let report = runner.run(try ScenarioReader.read(text: text, file: "case.yaml"))
    #expect(report.passed == 0 && report.failed == 1)
    let shown = report.text
    #expect(shown.contains("expected  strategy-meeting · due Sat 16 May 2026 14:30"))
    #expect(shown.contains("due Fri 15 May 2026 14:30"))
    #expect(shown.contains("3 days from going missing"))
    #expect(shown.contains("0 passed, 1 failed"))
    #expect(
      report.json.hasPrefix(
        "{\"passed\": 0, \"failed\": 1, \"cases\": [{\"name\": \"A case\", \"passed\": false"))
  }

  @Test("a refusal that nobody expects fails the case and says why")
  func failsUnexpectedRefusals() throws {
    let given = "    - {at: 2026-05-12 17:00, event: opened, by: social-worker}"
    let found = try failures(scenario(given: given, expect: "{open-records: 0}"))
    #expect(found.count == 1)
    #expect(found.first?.derived.contains("L23-22") == true)
  }

  @Test("a step that no rule makes says of each rule for it why not")
  func saysWhyNothingIsMade() throws {
    func derived(_ step: String, from: String) throws -> String {
      let text = """
        - name: nothing is made
          procedure: lambeth-2023
          child: {born: 2010-09-12}
          given: [{at: 2026-03-09 18:00, event: went-missing, from: \(from), category: missing}]
          asOf: 2026-03-09 19:00
          expect: [{step: \(step)}]
        """
      let report = ScenarioRunner(shelf: .shipped).run(
        try ScenarioReader.read(text: text, file: "x.yaml"))
      return try #require(report.cases.first?.failures.first).derived
    }
    #expect(
      try derived("rhi-offer", from: "home")
        == "rule interview-offer applies, but there is nothing yet to count from: the return")
    #expect(
      try derived("notify-parents", from: "home").hasPrefix(
        "rule notify-parents does not apply: it needs that "))
    #expect(
      try derived("home-visit", from: "home") == "no rule of lambeth-2023 makes it in this case")
  }

  @Test("a procedure that is not on the shelf fails with a sentence")
  func failsUnknownProcedures() throws {
    let found = try failures(scenario(procedure: "northbrook", expect: "{open-records: 1}"))
    #expect(found.first?.derived.hasPrefix("There is no procedure 'northbrook'") == true)
  }

  @Test("what is not understood is found with its line")
  func findsWhatIsNotUnderstood() {
    let text = """
      - name: A case
        procedur: lambeth-2023
        child: {born: 2011-05-04, status: looked-aftr, colour: red}
        given:
          - {at: yesterday, event: returned}
          - {at: 2026-05-12 16:00, event: reportd}
          - {at: 2026-05-12 16:00, event: reported, rsk: low}
        asOf: 2026-02-30 09:00
        expect:
          - {step: strategy-meeting, sate: due}
          - {stp: strategy-meeting}
      """
    var found: [String] = []
    do {
      _ = try ScenarioReader.read(text: text, file: "case.yaml")
    } catch {
      found = error.all.map { "\($0.line): \($0.message)" }
    }
    #expect(
      found == [
        "1: a case needs 'procedure'",
        "2: unknown key 'procedur' in a case; did you mean 'procedure'?",
        "3: 'looked-aftr' is not one of looked-after, child-protection, child-in-need, assessment, "
          + "early-help, care-leaver, none",
        "3: the child has no field 'colour'; the nearest are 'worker', 'born', 'status'",
        "5: 'at' is a time such as 2026-03-29 18:00, not 'yesterday'",
        "6: unknown event 'reportd'; did you mean 'reported'?",
        "7: 'reported' has no field 'rsk'; did you mean 'risk'?",
        "8: 'asOf' is a time such as 2026-03-29 18:00, not '2026-02-30 09:00'",
        "10: unknown key 'sate' in an expectation of 'step'; did you mean 'state'?",
        "11: an expectation is one of accepted, listed, notified, open-records, record, refused, "
          + "routed, shown, starts, step",
      ])
  }
}
