import Exchange
import Testing
import Workflow

struct RegisterFileTests {
  @Test func readsTheSample() throws {
    let register = try RegisterFile(text: Samples.text("register.csv"))
    #expect(register.rows.count == 60)
    #expect(register.findings.isEmpty)
    let first = try #require(register.rows.first)
    #expect(first.givenNames == "Siân")
    #expect(first.aliases == ["Shan", "Shanny", "Sian Pryce"])
    #expect(first.born == CivilDate(iso: "2011-03-14"))
    #expect(first.address == "Tanglewick House, 3 Gannet Mews, Northbrook")
    #expect(first.markers == ["cse", "mental-health"])
    #expect(!first.restricted)
    #expect(register.rows.last?.restricted == true)
    #expect(register.rows.last?.line == 61)
  }

  @Test func headerNamesAreReadWithoutCase() throws {
    let text = "ID,Family Name,GIVEN_NAMES,Born,shoe_size\n1,Ash,Kim,02/03/2012,4\n"
    let register = try RegisterFile(text: text)
    #expect(register.rows.first?.born == CivilDate(iso: "2012-03-02"))
    #expect(register.findings.map(\.column) == ["shoe_size"])
  }

  @Test func aMissingColumnIsNamed() {
    let fault = #expect(throws: RegisterFile.Fault.self) {
      try RegisterFile(text: "id,given_names\n1,Kim\n")
    }
    #expect(fault == .missingColumns(["family_name", "born"]))
    #expect(fault?.sentence.contains("family_name, born are missing") == true)
    #expect(throws: RegisterFile.Fault.noHeader) { try RegisterFile(text: "") }
  }

  @Test func badRowsAreReportedAndTheOthersRead() throws {
    let text = """
      id,family_name,given_names,born
      1,Ash,Kim,2012-02-30
      2,Elm,Lee,yesterday
      3,,Jo,2012-01-01
      4,Oak,Sam,
      4,Oak,Sam,
      5,Yew
      """
    let register = try RegisterFile(text: text)
    #expect(register.rows.map(\.id) == ["1", "2", "4", "5"])
    #expect(register.rows.allSatisfy { $0.born == nil })
    #expect(register.findings.map(\.line) == [2, 3, 4, 6, 7])
    let first = try #require(register.findings.first)
    #expect(first.column == "born")
    #expect(first.value == "2012-02-30")
    #expect(first.sentence.contains("Line 2, column born: \"2012-02-30\""))
  }
}
