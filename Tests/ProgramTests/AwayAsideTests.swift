import Exchange
import Store
import TestSupport
import Testing
import Workflow

@testable import Desk
@testable import homeward

/// Who is away on the desk is away, whatever a report says from which nothing is opened.
@Suite("Setting aside a report of a child who is away on the desk")
struct AwayAsideTests {
  private let drill: TriageDrill

  init() throws { drill = try TriageDrill() }

  private static let missing = """
    Name: Ferdie ABARA
    DOB: 12/09/2011
    Ref: 26MIS070001
    Risk: HIGH
    Last seen: 22/11/2026 12:55
    Reported: 22/11/2026 15:00
    Missing from: home

    """

  /// A form about a report as the desk opens it, with the decision and a reason.
  private func form(_ reference: String, _ decision: String) throws -> FormScreen {
    var form = FormScreen.setAside(reference, command: "s")
    form.describe(try drill.workbench.about(reference, for: drill.frances))
    for (name, text) in [("decision", decision), ("reason", "Eastmere places him")] {
      let place = try #require(form.entries.firstIndex { $0.field.name == name })
      form.entries[place].text = TextField(text)
    }
    form.askWhomTold()
    return form
  }

  private func episode(of child: String) throws -> String {
    let known = try drill.workbench.records(for: drill.frances).caseOf(child)
    return try #require(known?.currentRecord?.current?.reference)
  }

  @Test(
    "of another authority's it asks whom one told, and the form says the episode and its hours",
    arguments: [
      "Name: Ferdie ABARA\nDOB: 12/09/2011\nFound safe and well.\n",
      "Name: Ferdie ABARA\nDOB: 12/09/2011\nFound: 22/11/2026 23:10\nFound at: the bus station\n",
      "Name: Ferdie ABARA\nDOB: 12/09/2011\nLast seen: 22/11/2026 23:15\nRef: 26MIS070009\n",
    ])
  func openEpisode(text: String) throws {
    let episode = try episode(
      of: try drill.triage(try drill.take(Self.missing), TriageDrill.rest))
    let reference = try drill.take(text)
    let about = try drill.workbench.about(reference, for: drill.frances)
    #expect(about.openEpisodes == [episode] && !about.tellsOfAbsence)
    let line = try #require(about.lines.first { $0.hasPrefix("Abara, Ferdie") })
    #expect(line.contains(" · AWAY 12h 45m, \(episode)"), "\(line)")
    #expect(line.ranges(of: "AWAY").count == 1, "by the desk alone: \(line)")
    let form = try form(reference, "other-authority")
    #expect(throws: FormFindings.self) { try form.submission(now: drill.workbench.now()).get() }
    let told = try #require(form.entries.first { $0.field.name == "told" })
    #expect(told.note == "AWAY on the desk, \(episode): whom there, and when")
    let nothing = try self.form(reference, "no-further-action")
    let sense = FormSense(form: nothing, now: drill.workbench.now())
    let decision = try #require(nothing.entries.first { $0.field.name == "decision" })
    #expect(sense.warning(about: decision)?.contains("\(episode) is open") == true)
    let refused = try drill.desk.run(
      [
        "intake", reference, "--set-aside", "other-authority", "--reason", "Eastmere", "--commit",
      ], as: "frances", now: "2026-11-23 01:40")
    #expect(
      refused.status == 64 && refused.errors.contains("is AWAY on the desk, \(episode), and"),
      "\(refused.errors)")
  }

  @Test("by the police's reference alone, too; who is back, and another child, is not asked for")
  func whoIsMeant() throws {
    let child = try drill.triage(try drill.take(Self.missing), TriageDrill.rest)
    let episode = try episode(of: child)
    let nameless = try drill.take("Ref: 26MIS070001\nFound safe and well.\n")
    let about = try drill.workbench.about(nameless, for: drill.frances)
    #expect(about.openEpisodes == [episode], "\(about.lines)")
    #expect(
      about.lines.contains { $0.contains("Abara, Ferdie: AWAY") || $0.contains("· AWAY 12h 45m") },
      "\(about.lines)")
    let other = try drill.take("Name: Keira DUNMORE\nDOB: 01/02/2012\nFound safe and well.\n")
    #expect(try drill.workbench.about(other, for: drill.frances).openEpisodes.isEmpty)
    _ = try drill.workbench.perform(
      "is-back", child: child, expecting: nil,
      [Command.Entry(.returned, at: drill.workbench.now(), Body())], by: drill.frances)
    #expect(try drill.workbench.about(nameless, for: drill.frances).openEpisodes.isEmpty)
  }
}
