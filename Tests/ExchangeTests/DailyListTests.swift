import Exchange
import Foundation
import Testing
import Workflow

@Suite("Lists of several children")
struct DailyListTests {
  /// A row of a list as a careful officer would take it.
  struct Row: Decodable {
    struct Fields: Decodable {
      let ref: String
      let familyName: String
      let givenNames: String?
      let born: String?
      let sex: String?
      let missingSince: String?
      let reported: String?
      let risk: String?
      let returnedAt: String?
      let responsibleAuthority: String?
    }
    let row: Int
    let fields: Fields?
    /// The row as it stands, where commas without quotes made it longer than its heading.
    let raw: String?
  }

  struct List: Decodable {
    let file: String
    let rows: [Row]
  }

  private struct Expected: Decodable { let dailyLists: [List] }

  private static let lists: [List] = {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let file = Samples.folder.appending(path: "expected.json")
    return (try? decoder.decode(Expected.self, from: Data(contentsOf: file)).dailyLists) ?? []
  }()

  @Test("the samples are there")
  func samples() { #expect(Self.lists.count == 3) }

  @Test("a row without a name is a child's all the same; a line that ends the list is none")
  func nameless() throws {
    let list = try #require(
      DailyList(
        text: """
          Police Ref,Surname,Forename(s),DOB,Age,Sex,Missing Since,Reported,Risk,Status
          26MIS070001,LARK,Jodie,12/06/2012,14,F,22/11/2026 17:20,22/11/2026 19:20,HIGH,Missing
          26MIS070005,,,,,F,22/11/2026 18:00,22/11/2026 21:30,LOW,Missing
          ,,,04/05/2011,,M,,,,Missing
          End of list,,,,,,,,,
          """))
    let read = list.reports(keptAs: "L-1").map { ReportReader.read(text: $0, isWhole: true) }
    #expect(read.count == 3)
    #expect(read[1].plain(.policeRef) == "26MIS070005")
    #expect(read[1].subjects.first?.name == "")
    #expect(read[2].subjects.first?.plain(.born) == "2011-05-04")
  }

  @Test("each row is read as the child's own report", arguments: lists.map(\.file))
  func reads(file: String) throws {
    let list = try #require(Self.lists.first { $0.file == file })
    let read = try #require(DailyList(text: try Samples.text(file)))
    let reports = read.reports(keptAs: "L-1a2b3c4d5e6f")
    try #require(reports.count == list.rows.count)
    for (row, text) in zip(list.rows, reports) {
      let draft = ReportReader.read(text: text, isWhole: true)
      let child = try #require(draft.subjects.first)
      guard let fields = row.fields else {
        let raw = try #require(row.raw)
        #expect(text.contains(raw) && draft.warnings.contains { $0.contains("13 cells") })
        #expect(child.name == "Bangura, Isatu" && child.plain(.born) == "2012-01-03")
        #expect(child.instant(.lastSeenAt)?.iso == "2026-11-11T20:30+00:00")
        continue
      }
      func expect(_ found: String?, _ wanted: String?, _ name: String) {
        #expect((found ?? "") == (wanted ?? ""), "\(file) row \(row.row) \(name)")
      }
      #expect(draft.kind == .dailyList && draft.subjects.count == 1)
      expect(draft.plain(.policeRef), fields.ref, "ref")
      expect(child.plain(.familyName), fields.familyName, "family name")
      expect(child.plain(.givenNames), fields.givenNames, "given names")
      expect(child.plain(.born), fields.born, "born")
      expect(child.plain(.sex), fields.sex, "sex")
      expect(draft.plain(.risk), fields.risk, "risk")
      expect(child.plain(.responsibleAuthority), fields.responsibleAuthority, "authority")
      expect(
        child.instant(.lastSeenAt)?.iso, fields.missingSince.flatMap(Instant.init(iso:))?.iso,
        "since")
      expect(
        draft.instant(.reportedAt)?.iso, fields.reported.flatMap(Instant.init(iso:))?.iso,
        "reported")
      expect(
        child.instant(.returnedAt)?.iso, fields.returnedAt.flatMap(Instant.init(iso:))?.iso,
        "returned")
    }
  }

  @Test("a list in the body of an e-mail is one, too, and each report has its own row of it")
  func mail() throws {
    let mail = """
      From: Misper desk <misper@example.org>
      To: frontdoor@example.gov.uk
      Subject: Missing children this morning
      Date: Tue, 20 Oct 2026 07:00:00 +0100

      Good morning, please see below.

      Ref;Name;DOB;Last seen;Reported
      26MIS1;WARSAME, Hodan;09/11/2012;18/10/2026 17:00;18/10/2026 19:42
      26MIS2;BRIDGER, Cody;23/12/2010;18/10/2026 16:30;18/10/2026 18:10

      Kind regards

      """
    let list = try #require(DailyList(text: mail))
    let reports = list.reports(keptAs: "L-1a2b3c4d5e6f")
    #expect(list.count == 2 && reports.count == 2)
    #expect(reports.allSatisfy { $0.contains("please see below") })
    let own = "Ref;Name;DOB;Last seen;Reported\n26MIS2;BRIDGER, Cody;23/12/2010;"
    #expect(reports[1].contains(own) && !reports[1].contains("WARSAME"))
    let second = ReportReader.read(text: reports[1], isWhole: true)
    #expect(second.subjects.first?.name == "Bridger, Cody")
    for text in reports + list.formerReports {
      #expect(DailyList(text: text) == nil, "a report of one child is no list again")
    }
    #expect(list.formerReports.allSatisfy { DailyList.whole(of: $0) == mail })
  }

  @Test("a report of one child is no list", arguments: Samples.reports)
  func noList(name: String) throws {
    #expect(DailyList(text: try Samples.text("reports/" + name)) == nil)
  }
}
