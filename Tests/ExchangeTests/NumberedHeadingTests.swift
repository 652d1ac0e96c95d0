import Exchange
import Testing
import Workflow

@Suite("Children whom a line numbers and names at once")
struct NumberedHeadingTests {
  private let received = SpokenInstant.read("2026-11-22 23:40", now: Instant(seconds: 0))

  private func read(_ text: String) -> ReportDraft {
    ReportReader.read(text: text, received: received, isWhole: true)
  }

  @Test(
    "the line begins the child's block, however it sets the name off",
    arguments: [
      ("Child 1: Leo BRANNOCK", "Child 2: Ana Brannock"),
      ("Subject 1 - Leo Brannock", "Subject 2 - Ana Brannock"),
      ("CHILD 1 OF 2    BRANNOCK, Leo", "CHILD 2 OF 2    BRANNOCK, Ana"),
      ("**Young person 1:** Leo Brannock", "**Young person 2:** Ana Brannock"),
      ("Misper 1) Leo Brannock (14, male)", "Misper 2) Ana Brannock (13, female)"),
      ("Child 1: Leo Brannock\n=====================", "Child 2: Ana Brannock\n-----"),
      ("Child 1 name: Leo Brannock", "Child 2 name: Ana Brannock"),
    ])
  func heading(_ first: String, _ second: String) {
    let draft = read(
      """
      Phone note taken by night staff 22/11/2026 23:10

      \(first)
      DOB: 02/02/2012
      Police ref: 26MIS061101
      Risk: LOW
      Phone: 07700 900801

      \(second)
      DOB: 09/09/2013
      Police ref: 26MIS061102
      Risk: HIGH
      Phone: 07700 900802

      """)
    #expect(draft.subjects.map(\.name) == ["Brannock, Leo", "Brannock, Ana"])
    #expect(draft.subjects.map { $0.plain(.born) } == ["2012-02-02", "2013-09-09"])
    #expect(draft.subjects.map { $0.plain(.phone) } == ["07700 900801", "07700 900802"])
    #expect(draft.subjects.map { draft.risk(of: $0) } == [.low, .high])
    #expect(
      draft.subjects.map { draft.said(.policeRef, of: $0)?.value.plain }
        == ["26MIS061101", "26MIS061102"])
    #expect(draft.warnings.isEmpty, "\(draft.warnings)")
  }

  @Test("what stands behind the name on the line is the child's, and nobody is a child twice")
  func particulars() {
    let draft = read(
      """
      Two children missing from 12 Weir Lane.
      Child 1: Leo BRANNOCK, dob 02/02/2012, 14 yrs, male, ref 26MIS061101, LOW risk
      Last seen: 22/11/2026 17:00
      Child 2: Ana BRANNOCK (F), 09/09/2013, HIGH risk
      Last seen: 22/11/2026 18:30

      """)
    #expect(draft.subjects.map(\.name) == ["Brannock, Leo", "Brannock, Ana"])
    #expect(draft.subjects.map { $0.plain(.born) } == ["2012-02-02", "2013-09-09"])
    #expect(draft.subjects.map { $0.plain(.sex) } == ["M", "F"])
    #expect(draft.subjects.map { draft.risk(of: $0) } == [.low, .high])
    #expect(
      draft.subjects.map { draft.said(.policeRef, of: $0)?.value.plain } == ["26MIS061101", nil])
    #expect(draft.subjects[0].age == 14)
  }

  @Test("a first name alone is a child as well, and so is one named above the first number")
  func shortOrUnnumbered() {
    let given = read("Child 1: Leo\nDOB: 02/02/2012\n\nChild 2: Ana\nDOB: 09/09/2013\n")
    #expect(given.subjects.map { $0.plain(.givenNames) } == ["Leo", "Ana"])
    #expect(given.subjects.map { $0.plain(.born) } == ["2012-02-02", "2013-09-09"])
    let above = read(
      "Name: Leo BRANNOCK\nDOB: 02/02/2012\n\nChild 2: Ana BRANNOCK\nDOB: 09/09/2013\n")
    #expect(above.subjects.map(\.name) == ["Brannock, Leo", "Brannock, Ana"])
    #expect(above.subjects.map { $0.plain(.born) } == ["2012-02-02", "2013-09-09"])
  }

  @Test("a letter may number children, too; a carer's words of one are no heading")
  func letter() {
    let draft = read(
      """
      From: Bridget Hale <b.hale@example.org>
      Date: Sun, 22 Nov 2026 22:10:00 +0000
      Subject: not back

      Hello, two did not come back tonight.
      Child 1: Leo Brannock, dob 02/02/2012
      Child 2: Ana Brannock, dob 09/09/2013
      Child 1 - seen last at five.

      """)
    #expect(draft.subjects.map(\.name) == ["Brannock, Leo", "Brannock, Ana"])
    #expect(draft.subjects.map { $0.plain(.born) } == ["2012-02-02", "2013-09-09"])
  }

  @Test(
    "what says anything else of a numbered child is no name",
    arguments: [
      "Subject 1: White European", "Child 1: HIGH", "Child 1: Medium Risk", "Child 1: not known",
      "Subject 1 Home Address", "Child 1: Home Address", "Child 1: seen at 17:00",
    ])
  func noName(_ line: String) {
    let draft = read(
      """
      Name: Leo BRANNOCK
      DOB: 02/02/2012
      \(line)
      Risk: LOW

      """)
    #expect(draft.subjects.map(\.name) == ["Brannock, Leo"], "\(line)")
    #expect(draft.risk(of: draft.subjects[0]) == .low)
  }

  @Test("a child numbered among brothers and sisters at home is no child of the report")
  func siblings() {
    let draft = read(
      """
      PERSON REPORTED MISSING
      Surname: BRANNOCK
      Forename: LEO
      DOB: 02/02/2012
      SIBLINGS
      Child 1: Ana Brannock
      DOB: 09/09/2013
      CIRCUMSTANCES
      Child 1: Ana Brannock was at home.

      """)
    #expect(draft.subjects.map(\.name) == ["Brannock, Leo"])
  }
}
