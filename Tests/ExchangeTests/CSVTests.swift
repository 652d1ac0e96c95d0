import Exchange
import Testing

struct CSVTests {
  @Test(arguments: [
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n1,\n", [["a", "b"], ["1", ""]]),
    ("a,b\n1,", [["a", "b"], ["1", ""]]),
    ("a,b\n1,\"\"", [["a", "b"], ["1", ""]]),
    (
      "\u{FEFF}a,b\n\"x\r\ny\",\"he said \"\"no\"\"\"\n",
      [["a", "b"], ["x\r\ny", "he said \"no\""]]
    ),
    ("a\n\n b \n", [["a"], [" b "]]),
    ("a,b\r1,2", [["a", "b"], ["1", "2"]]),
    ("", []),
    ("\"\"\n", []),
    (",\n", [["", ""]]),
  ])
  func reads(_ text: String, _ rows: [[String]]) throws {
    let table = try CSV.parse(text)
    #expect(table.rows.map(\.fields) == rows)
    #expect(table.findings.isEmpty)
  }

  @Test func countsLinesThroughQuotedNewlines() throws {
    let table = try CSV.parse("a,b\n\"1\n2\",x\ny\nz,z,z\n")
    #expect(table.rows.map(\.line) == [1, 2, 4, 5])
    #expect(table.findings.map(\.line) == [4, 5])
    #expect(table.rows[2].fields == ["y"])
  }

  @Test func anOpenQuoteIsAnErrorWithItsPlace() {
    let fault = #expect(throws: CSV.Fault.self) { try CSV.parse("a,b\n1,\"open\n2,3\n") }
    #expect(fault?.line == 2)
    #expect(fault?.column == 3)
    #expect(fault?.sentence.contains("Line 2, column 3") == true)
  }

  @Test func strayQuotesAreKeptAndReported() throws {
    let table = try CSV.parse("a,b\n5'10\",\"x\"y\n")
    #expect(table.rows[1].fields == ["5'10\"", "xy"])
    #expect(table.findings.map(\.column) == [5, 10])
  }

  @Test func readsOtherSeparators() throws {
    #expect(try CSV.parse("a;b\n1,5;2\n", separator: ";").rows[1].fields == ["1,5", "2"])
  }

  @Test(arguments: [
    [["plain", "with, comma", "with \"quote\"", "two\nlines", " edge "]], [["", ""]], [[""]],
    [["=1+1", "+44", "-5", "@x", "\tt", "Siân"]],
  ])
  func whatIsWrittenReadsBack(_ rows: [[String]]) throws {
    let text = CSV.write(rows)
    #expect(text.hasSuffix("\r\n"))
    if rows != [[""]] { #expect(try CSV.parse(text).rows.map(\.fields) == rows) }
  }

  @Test func spreadsheetsRunNoFormula() {
    let row = ["=SUM(A1)", "+44 20", "-1", "@cmd", "\tx", "\rx", "plain", "a=b"]
    #expect(
      CSV.write([row], for: .spreadsheet)
        == "'=SUM(A1),'+44 20,'-1,'@cmd,'\tx,\"'\rx\",plain,a=b\r\n")
  }
}
