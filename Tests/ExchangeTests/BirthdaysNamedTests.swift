import Exchange
import Testing
import Workflow

@Suite("Birthdays that a text names")
struct BirthdaysNamedTests {
  @Test("each is found, as people write it; other dates are not")
  func found() throws {
    let today = try #require(CivilDate(iso: "2026-11-22"))
    let text = """
      missing since 19:00 today 22/11/2026.
      1. Tyler GRANGE, DOB 04/02/2011, male. Ref 26MIS060801
      2. Mia GRANGE (DOB: 17/08/2012), female
      sister born 3 March 2013; D.O.B. 30.11.10 as well; date of birth not known
      Tyler again, DOB 04/02/2011
      """
    let days = BirthdaysNamed.all(in: text, today: today).map(\.iso).sorted()
    #expect(days.prefix(3) == ["2011-02-04", "2012-08-17", "2013-03-03"])
    let known = Set([CivilDate(iso: "2011-02-04")].compactMap { $0 })
    let further = BirthdaysNamed.further(in: text, besides: known, today: today)
    #expect(further.map(\.iso).contains("2012-08-17") && !further.map(\.iso).contains("2011-02-04"))
    let friend = "Friend: Jo Bly, DOB 28/02/2009, Eastmere"
    #expect(BirthdaysNamed.further(in: friend, besides: [], today: today).isEmpty)
    let sister = "Sister Jo (DOB 28/02/2009,\n17 yrs) went with her and is also missing"
    #expect(BirthdaysNamed.further(in: sister, besides: [], today: today).count == 1)
    #expect(BirthdaysNamed.all(in: "seen 22/11/2026, born to run", today: today).isEmpty)
  }
}
