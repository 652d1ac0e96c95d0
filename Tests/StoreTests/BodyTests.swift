import Testing
import Workflow

@testable import Store

@Suite("Canonical JSON")
struct BodyTests {
  @Test(
    "Every kind of value comes back as what it was",
    arguments: [
      Value.text(""), .text("Zoë \"Zed\" O\\Kafor\n\tline\u{0}\u{7F}\u{1F}"), .text("👩‍👧 e\u{301}"),
      .flag(true), .flag(false), .number(0), .number(.max), .number(.min), .unknown, .list([]),
      .list(["a,b", "", "\"]"]), .instant(Instant(seconds: 0)), .instant(Instant(seconds: -1)),
      .instant(Instant(seconds: 1_774_634_461)), .instant(Instant(seconds: .max)),
      .instant(Instant(seconds: -62_135_596_800)), .instant(Instant(seconds: 253_402_300_799)),
    ])
  func roundTrip(value: Value) throws {
    let body = Body(["a": value])
    let json = BodyWriter.json(body)
    let read = try BodyReader.body(json)
    #expect(read == body)
    #expect(BodyWriter.json(read) == json)
  }

  @Test("Dates from the first to the last that there is")
  func dates() throws {
    for iso in ["0001-01-01", "2011-03-14", "2024-02-29", "9999-12-31"] {
      let body = Body(["born": try #require(CivilDate(iso: iso).map(Value.date))])
      #expect(try BodyReader.body(BodyWriter.json(body)) == body)
    }
  }

  @Test("The same body gives the same bytes, with names in the order of their bytes")
  func canonical() {
    let body = Body([
      "b": .text("2"), "a": .flag(true), "Z": .unknown,
      "é": .list(["x", "y"]), "at": .instant(Instant(seconds: 1_774_634_400)),
    ])
    #expect(
      BodyWriter.json(body)
        == #"{"Z":null,"a":true,"at":{"instant":"2026-03-27T18:00+00:00"},"b":"2","é":["x","y"]}"#)
    #expect(BodyWriter.json(Body()) == "{}")
  }

  @Test(
    "What was not written here is refused",
    arguments: [
      "", "{", "{}x", "[]", #"{"a":}"#, #"{"a":1.5}"#, #"{"a":{"b":"c"}}"#, #"{"a":"\x"}"#,
    ])
  func refused(json: String) {
    #expect(throws: BodyReader.Unreadable.self) { try BodyReader.body(json) }
  }
}
