import Exchange
import Testing
import Workflow

/// Whom a report only mentions, and what a night note tells.
struct NamedInProseTests {
  private func named(_ prose: String) -> [String] {
    Samples.policeNote(prose).others.map(\.name)
  }

  @Test("a name before a birthday is read out of the running text, or nobody is named")
  func names() {
    #expect(named("2) Jayden CLARKE, DOB 05/05/2009 was with her.") == ["Clarke, Jayden"])
    #expect(
      named("children to school. The subject's mother (Fowzia HASSAN, DOB 30/09/1988) has")
        == ["Hassan, Fowzia"])
    #expect(named("She is with CLARKE, Jayden, born 05/05/2009.") == ["Clarke, Jayden"])
    #expect(named("With Jayden CLARKE (friend), DOB 05/05/2009") == ["Clarke, Jayden"])
    #expect(named("The younger children went to school, born 05/05/2009.") == [])
    #expect(named("Her brother, DOB 05/05/2009, is at home.") == [])
    #expect(named("Staff at the home were told, DOB 05/05/2009") == [])
  }

  private func note(_ prose: String) -> SubjectDraft? {
    let text = """
      Northbrook Emergency Duty Team
      Case note for the day services

      Worker: Femi Bankole-Strand
      Written 05.55, Tuesday 20th October 2026
      Re: Siân Morgan, 15, Tanglewick

      \(prose)
      """
    return ReportReader.read(text: text, isWhole: true).subjects.first
  }

  @Test("a night note's prose stands whole under the circumstances, with the last sighting in it")
  func nightNote() throws {
    let draft = try Samples.draft("08-edt-case-note.txt")
    let child = try #require(draft.subjects.first)
    #expect(child.plain(.lastSeenAt) == "2026-10-19T21:40+01:00")
    #expect(child.fields[.lastSeenAt]?.isInferred == true)
    let told = try #require(child.plain(.circumstances))
    #expect(told.hasPrefix("T/c 22.20 Monday 19th from Rhiannon Teague"))
    #expect(told.contains("\nStaff have looked round the house"))
    #expect(told.hasSuffix("No other missing young people overnight."))
    #expect(draft.plain(.reportedAt) == nil, "the call to the team is no report to the police")
    let two = note("Mother saw her at 18.00, staff last saw her at 21.40 in the hall.")
    #expect(two?.plain(.lastSeenAt) == "2026-10-19T21:40+01:00")
    #expect(note("Nobody saw her at 21.40.")?.plain(.lastSeenAt) == nil)
    #expect(note("Rang at 21.40, not back.")?.plain(.lastSeenAt) == nil)
  }
}
