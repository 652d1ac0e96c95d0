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
      let family_name: String
      let given_names: String?
      let born: String?
      let sex: String?
      let missing_since: String?
      let reported: String?
      let risk: String?
      let returned_at: String?
      let responsible_authority: String?
    }
    let row: Int
    let fields: Fields
  }

  struct List: Decodable {
    let file: String
    let rows: [Row]
  }

  private struct Expected: Decodable { let daily_lists: [List] }

  private static let lists =
    (try? JSONDecoder().decode(
      Expected.self, from: Data(contentsOf: Samples.folder.appending(path: "expected.json")))
      .daily_lists) ?? []

  @Test("each row is read as the child's own report", arguments: lists.map(\.file))
  func reads(file: String) throws {
    let list = try #require(Self.lists.first { $0.file == file })
    let read = try #require(DailyList(text: try Samples.text(file)))
    try #require(read.reports.count == list.rows.count)
    for (row, text) in zip(list.rows, read.reports) {
      let draft = ReportReader.read(text: text, isWhole: true)
      let child = try #require(draft.subjects.first)
      let fields = row.fields
      func expect(_ found: String?, _ wanted: String?, _ name: String) {
        #expect((found ?? "") == (wanted ?? ""), "\(file) row \(row.row) \(name)")
      }
      #expect(draft.kind == .dailyList && draft.subjects.count == 1)
      expect(draft.plain(.policeRef), fields.ref, "ref")
      expect(child.plain(.familyName), fields.family_name, "family name")
      expect(child.plain(.givenNames), fields.given_names, "given names")
      expect(child.plain(.born), fields.born, "born")
      expect(child.plain(.sex), fields.sex, "sex")
      expect(draft.plain(.risk), fields.risk, "risk")
      expect(child.plain(.responsibleAuthority), fields.responsible_authority, "authority")
      expect(
        child.instant(.lastSeenAt)?.iso, fields.missing_since.flatMap(Instant.init(iso:))?.iso,
        "since")
      expect(
        draft.instant(.reportedAt)?.iso, fields.reported.flatMap(Instant.init(iso:))?.iso,
        "reported")
      expect(
        child.instant(.returnedAt)?.iso, fields.returned_at.flatMap(Instant.init(iso:))?.iso,
        "returned")
    }
  }

  @Test("a list in the body of an e-mail is one, too, and each report keeps the whole e-mail")
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
    #expect(list.reports.count == 2)
    #expect(list.reports.allSatisfy { $0.hasSuffix(mail) && $0.contains("please see below") })
    let second = ReportReader.read(text: list.reports[1], isWhole: true)
    #expect(second.subjects.first?.name == "Bridger, Cody")
    #expect(DailyList(text: list.reports[1]) == nil, "a report of one child is no list again")
  }

  @Test("a report of one child is no list", arguments: Samples.reports)
  func noList(name: String) throws {
    #expect(DailyList(text: try Samples.text("reports/" + name)) == nil)
  }
}
