import Exchange
import TestSupport
import Testing
import Workflow

/// What officers write in their prose of going and coming back.
struct ToldTests {
  @Test("the checklist tells since when, reported when, back when and where, and who else is named")
  func checklist() throws {
    let draft = try Samples.draft("04-pac.txt")
    let child = try #require(draft.subjects.first)
    #expect(child.plain(.returnedAt) == "2026-11-01T02:15+00:00")
    #expect(child.fields[.returnedAt]?.isInferred == true)
    #expect(child.plain(.returnedTo) == "Quillgate")
    #expect(child.plain(.lastSeenAt) == "2026-10-31T20:00+00:00")
    #expect(draft.plain(.reportedAt) == "2026-10-31T21:25+00:00")
    #expect(child.plain(.missingFromPlace) == "Quillgate, Eastmere")
    #expect(child.plain(.legalStatus) == "looked after")
    #expect(child.plain(.responsibleAuthority) == "Eastmere")
    #expect(draft.others.map(\.name) == ["Clarke, Jayden"])
    #expect(draft.others.first?.born == CivilDate(iso: "2009-05-05"))
  }

  /// A police note with one sentence of prose.
  private func back(_ sentence: String) -> String? {
    Samples.policeNote(sentence).subjects.first?.plain(.returnedAt)
  }

  @Test("a return is told in several ways, after midnight on the next day")
  func ways() {
    #expect(back("She returned home at 01:10.") == "2026-12-03T01:10+00:00")
    #expect(back("Zofia has been back at the placement since 22:30.") == "2026-12-02T22:30+00:00")
    #expect(
      back("She was found in the park and conveyed to Tanglewick at\n23:05.")
        == "2026-12-02T23:05+00:00")
    #expect(back("She was handed to staff at 09:00 on 04/12/2026.") == "2026-12-04T09:00+00:00")
  }

  @Test("what others did, what is hoped, and what came before is no return")
  func noReturn() {
    #expect(back("Her mother returned home at 21:00 and found her gone.") == nil)
    #expect(back("She had not returned home at 21:00.") == nil)
    #expect(back("She will be conveyed to Tanglewick at 23:00.") == nil)
    #expect(back("She came back at 06:55 on 26/09/2026.") == nil)
    #expect(back("Officers returned to the address at 23:00.") == nil)
    #expect(back("She is safe and well.") == nil)
  }

  @Test("the police's own interview of a child who was found is told under the circumstances")
  func interview() throws {
    let draft = try Samples.draft("06-compact-found.txt")
    let told = try #require(draft.subjects.first?.plain(.circumstances))
    #expect(told.contains("Sami gave him the ticket money") && told.contains("Suspected"))
    #expect(!told.contains("for the responsible authority to arrange"))
  }

  @Test(
    "a report of a daily list shows its own row, and no other child's name, birthday or address")
  func ownRow() throws {
    let bytes = try Samples.bytes("daily-list/Daily Missing Return 12-11-2026.csv")
    let list = try #require(DailyList(text: try TextDecoding.decode(bytes).text))
    let reports = list.reports(keptAs: "L-1a2b3c4d5e6f")
    #expect(reports.count == 9)
    let received = try #require(Instant(iso: "2026-11-12T07:15+00:00"))
    let names = ["LLEWELLYN", "WISNIEWSKI", "LOVATT", "JAMA", "HASSAN", "HADDAD", "MORGAN"]
    // As a desk of today keeps them, and as desks kept them that had no list by itself.
    for kept in [reports, list.formerReports] {
      let shown = kept.map {
        ReportReader.read(text: $0, received: received, isWhole: true).text
      }
      for (place, text) in shown.enumerated() {
        for (other, name) in names.enumerated() {
          #expect(text.contains(name) == (place == other), "\(name) in \(place)")
        }
        #expect(text.contains("The other 8 rows are other children's"))
        #expect(text.contains("The list of 9 children came in"))
      }
      #expect(
        shown[1].contains("Brother's address checked, negative."), "a row of two lines is whole")
      #expect(!shown[0].contains("Brother's") && !shown[6].contains("34 Tannery Rise"))
    }
    // What is kept of one child names no other.
    for (place, text) in reports.enumerated() {
      for (other, name) in names.enumerated() {
        #expect(text.contains(name) == (place == other), "\(name) is kept with \(place)")
      }
      #expect(DailyList.reference(in: text) == "L-1a2b3c4d5e6f" && DailyList.whole(of: text) == nil)
    }
    let text = try TextDecoding.decode(bytes).text
    #expect(list.formerReports.allSatisfy { DailyList.whole(of: $0) == text })
  }
}
