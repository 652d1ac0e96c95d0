import Exchange
import Testing
import Workflow

@Suite("Reports that give each child labels of its own")
struct ReportBlocksTests {
  private let received = SpokenInstant.read("2026-11-22 23:40", now: Instant(seconds: 0))

  private func read(_ text: String) -> ReportDraft {
    ReportReader.read(text: text, received: received, isWhole: true)
  }

  private func said(_ field: ReportField, _ draft: ReportDraft) -> [String?] {
    draft.subjects.map { draft.said(field, of: $0)?.value.plain }
  }

  @Test(
    "what stands in a child's block is that child's, and two blocks do not contradict each other")
  func blocks() {
    let draft = read(Self.mail)
    #expect(draft.subjects.map(\.name) == ["Hartnoll, Amelia", "Hartnoll, Jude"])
    #expect(said(.risk, draft) == ["medium", "high"])
    #expect(said(.policeRef, draft) == ["26MIS060901", "26MIS060902"])
    #expect(said(.otherRefs, draft) == [nil, nil])
    #expect(draft.warnings.isEmpty, "\(draft.warnings)")
    #expect(draft.plain(.policeRef) == nil && draft.plain(.risk) == nil)
    #expect(!draft.gaps.contains { $0.field == .report(.risk) || $0.field == .report(.policeRef) })
  }

  @Test(
    "children who are numbered have the labels below their numbers, and both the times and who told them"
  )
  func numbered() {
    let draft = read(Self.numbered)
    #expect(draft.subjects.map(\.name) == ["Brannock, Leo", "Brannock, Isla"])
    #expect(said(.risk, draft) == ["low", "high"])
    #expect(said(.policeRef, draft) == ["26MIS061101", "26MIS061102"])
    #expect(said(.reportedBy, draft) == ["Joan Pettit", "Amir Sohal"])
    #expect(said(.reportedAt, draft) == ["2026-11-22T19:00+00:00", "2026-11-22T20:00+00:00"])
    #expect(draft.subjects.map { $0.plain(.phone) } == ["07700 900801", "07700 900802"])
    #expect(
      draft.subjects.map { $0.instant(.lastSeenAt)?.spokenShort }
        == ["Sun 22 Nov 17:00", "Sun 22 Nov 18:30"])
    #expect(draft.warnings.isEmpty, "\(draft.warnings)")
  }

  @Test(
    "no block has the grading or the reference of another, and what stands above them is all children's"
  )
  func nothingInherited() {
    let draft = read(
      """
      Reported: 22/11/2026 20:15
      Home address: 12 Weir Lane, Northbrook NB3 5RT

      Name: Amelia HARTNOLL
      DOB: 04/02/2012
      Ref: 26MIS060901
      Risk: LOW

      Name: Jude HARTNOLL
      DOB: 17/08/2013
      Last seen: 22/11/2026 19:00
      Officer: PC 2093 HALLORAN

      """)
    #expect(said(.risk, draft) == ["low", nil] && said(.policeRef, draft) == ["26MIS060901", nil])
    #expect(said(.reportedAt, draft) == ["2026-11-22T20:15+00:00", "2026-11-22T20:15+00:00"])
    #expect(draft.subjects.map { $0.plain(.postcode) } == ["NB3 5RT", "NB3 5RT"])
    #expect(draft.subjects.map { $0.instant(.lastSeenAt) == nil } == [true, false])
    #expect(said(.officer, draft)[0] == said(.officer, draft)[1], "one officer is all children's")
    #expect(draft.gaps.contains { $0.field == .report(.risk) })
  }

  @Test("a block may begin with the reference; contradictions within one are told")
  func leading() {
    let draft = read(
      """
      Ref: 26MIS060901
      Name: Amelia HARTNOLL
      DOB: 04/02/2012
      Risk: MEDIUM

      Ref: 26MIS060902
      Name: Jude HARTNOLL
      DOB: 17/08/2013
      Risk: HIGH
      Risk: LOW

      """)
    #expect(said(.policeRef, draft) == ["26MIS060901", "26MIS060902"])
    #expect(said(.risk, draft) == ["medium", "high"])
    #expect(draft.warnings.count == 1 && draft.warnings[0].contains("high (line 9) and low"))
  }

  @Test(
    "a form that repeats itself whole has each child's sections; sections behind all are all children's"
  )
  func sections() {
    func form(_ name: String, _ risk: String) -> String {
      "PERSON REPORTED MISSING\nSurname: \(name)\nForename: JO\nDOB: 04/02/2012\n"
        + (risk.isEmpty ? "" : "RISK\nGrading: \(risk)\n")
    }
    #expect(said(.risk, read(form("BLY", "LOW") + form("ASH", "HIGH"))) == ["low", "high"])
    #expect(said(.risk, read(form("BLY", "LOW") + form("ASH", ""))) == ["low", nil])
    #expect(said(.risk, read(form("BLY", "") + form("ASH", "HIGH"))) == ["high", "high"])
  }

  @Test(
    "a rule behind the last child's block ends it: what stands below is said of all, or of nobody",
    arguments: [
      "-----", "=====", "* * *", "--", "-----------------------", "\u{2014}\u{2014}\u{2014}",
    ])
  func ruledOff(_ rule: String) {
    let note =
      "\(rule)\nSgt Lowe, control room\nPhone: 020 7946 0117\nCAD: 8841\nOfficer: PC 2093 Halloran\n"
    for text in [Self.mail, Self.numbered.replacing("Phone: 07700 900802\n", with: "")] {
      let draft = read(text + note)
      #expect(draft.subjects.count == 2)
      #expect(draft.subjects.last?.plain(.phone) == nil, "another person's")
      #expect(said(.otherRefs, draft) == ["CAD 8841", "CAD 8841"], "the report's, not one child's")
      #expect(said(.officer, draft) == ["PC 2093 Halloran", "PC 2093 Halloran"])
      #expect(draft.warnings.isEmpty, "\(draft.warnings)")
    }
    let signed = read(Self.mail + "\(rule)\nName: Sgt Lowe\nTel: 020 7946 0117\n")
    #expect(signed.subjects.map(\.name) == ["Hartnoll, Amelia", "Hartnoll, Jude"])
  }

  @Test("rules between the children and within each child's block end none of them")
  func rulesWithin() {
    func block(_ name: String, _ born: String, _ risk: String, _ phone: String) -> String {
      "Name: \(name)\nDOB: \(born)\n-----\nRisk: \(risk)\nPhone: \(phone)\n-----\n"
    }
    for heads in [("", ""), ("Child 1\n", "Child 2\n")] {
      let draft = read(
        heads.0 + block("Jo BLY", "04/02/2012", "LOW", "07700 900801") + heads.1
          + block("Kit ROWE", "17/08/2013", "HIGH", "07700 900802") + "Phone: 020 7946 0117\n")
      #expect(said(.risk, draft) == ["low", "high"])
      #expect(draft.subjects.map { $0.plain(.phone) } == ["07700 900801", "07700 900802"])
      #expect(draft.warnings.isEmpty, "\(draft.warnings)")
    }
  }

  @Test(
    "each child's form has the doubts about that child; those of the report stand on the first who waits"
  )
  func doubts() {
    let draft = ReportReader.read(
      text: Self.mail + "Last seen: 22/11/2026 21:00\nRisk: LOW\nand the rest of",
      received: received)
    let first = draft.warnings(ofSubject: 0, isFirst: true)
    let second = draft.warnings(ofSubject: 1, isFirst: false)
    #expect(first.count == 1 && first[0].hasPrefix("The text stops in the middle"), "\(first)")
    #expect(second.count == 2 && second.allSatisfy { $0.hasPrefix("Two values") }, "\(second)")
    #expect(draft.warnings.count == 3)
  }

  @Test("what is doubtful alike of every child is said once")
  func doubtOfAll() {
    let ahead = read(
      "Last seen: 23/11/2026 21:00\n\n"
        + Self.mail.replacing("Last seen: 22/11/2026 19:00\n", with: ""))
    #expect(ahead.subjects.count == 2)
    #expect(ahead.warnings.count { $0.contains("last seen at is") } == 1, "\(ahead.warnings)")
    #expect(ahead.warnings(ofSubject: 1, isFirst: false).isEmpty)
    #expect(ahead.warnings(ofSubject: 1, isFirst: true).count == 1, "the first was set aside")
  }

  static let mail = """
    From: control.north@example.org
    To: northbrook-mash@example.gov.uk
    Date: Sun, 22 Nov 2026 22:10:00 +0000
    Subject: Missing children - two reports

    Name: Amelia HARTNOLL
    DOB: 04/02/2012
    Ref: 26MIS060901
    Risk: MEDIUM
    Last seen: 22/11/2026 19:00

    Name: Jude HARTNOLL
    DOB: 17/08/2013
    Ref: 26MIS060902
    Risk: HIGH
    Last seen: 22/11/2026 19:00

    """

  static let numbered = """
    Phone note taken by night staff 22/11/2026 23:10

    Child 1
    Name: Leo BRANNOCK
    DOB: 02/02/2012
    Police ref: 26MIS061101
    Risk: LOW
    Phone: 07700 900801
    Last seen: 22/11/2026 17:00
    Reported: 22/11/2026 19:00
    Reported by: Joan Pettit

    Child 2
    Name: Isla BRANNOCK
    DOB: 09/09/2013
    Police ref: 26MIS061102
    Risk: HIGH
    Phone: 07700 900802
    Last seen: 22/11/2026 18:30
    Reported: 22/11/2026 20:00
    Reported by: Amir Sohal

    """
}
