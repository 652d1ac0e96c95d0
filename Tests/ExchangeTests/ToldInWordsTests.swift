import Exchange
import Testing
import Workflow

/// What people write in their own words of the whole report and of a child whom they name.
@Suite("Told in people's own words")
struct ToldInWordsTests {
  private let received = SpokenInstant.read("2026-11-23 01:40", now: Instant(seconds: 0))

  private func read(_ text: String) -> ReportDraft {
    ReportReader.read(text: text, received: received, isWhole: true)
  }

  private func instant(_ text: String) -> Instant? {
    SpokenInstant.read(text, now: Instant(seconds: 0))
  }

  static let hostel = """
    From the duty sergeant, Northbrook

    Good evening MASH, three kids from the same hostel are out tonight, list as given by
    the hostel manager (Mrs Agatha Brandreth, 07700 900444):

     - Little Tegan Ashcombe-Vale, she's thirteen, born 9 March 2013, not seen since tea at half five
     - her mate Zofia Marczak (14, birthday 02.07.2012), left with her
     - Rashad El-Amin, DOB 15/12/2010, was seen at 8.10pm Sunday 22/11/2026 in the garden by staff

    Reported to us 22/11/2026 at 23:20, log 7781. All three live at Cranmer Hostel.
    We have Tegan at high, the others medium.
    Sgt 118 Hollis

    """

  @Test("a sergeant's list says when it was reported, who is graded how, and when one was seen")
  func hostelList() throws {
    let draft = read(Self.hostel)
    let names = draft.subjects.map(\.name)
    #expect(names.first == "Ashcombe-Vale, Tegan", "\(names)")
    #expect(draft.instant(.reportedAt) == instant("2026-11-22 23:20"))
    #expect(draft.report[.reportedAt]?.isInferred == true)
    #expect(!draft.gaps.contains { $0.field == .report(.reportedAt) })
    let rashad = try #require(draft.subjects.first { $0.name == "El-Amin, Rashad" })
    #expect(rashad.instant(.lastSeenAt) == instant("2026-11-22 20:10"))
    #expect(draft.subjects.first.flatMap { draft.risk(of: $0) } == .high)
    #expect(draft.risk(of: rashad) == .medium)
    #expect(draft.subjects.first?.instant(.lastSeenAt) == nil, "another child's")
  }

  @Test(
    "no time is taken from a sentence that may mean another going or another thing",
    arguments: [
      "Reported to us 3/10/2026 at 22:00.",
      "Reported to us 22/11/2026 at 23:20 and found at 23:50.",
      "Previously reported to police 22/11/2026 at 21:00.",
      "Reported by text from his friend who saw him 22/11/2026 at 21:00.",
      "Reported missing since 22/11/2026 at 21:00 by the home.",
      "Reported to us 22/11/2026 at 23:20. First reported 22/11/2026 at 22:10.",
      "> Reported to us 22/11/2026 at 23:20.", "Reported to us 24/11/2026 at 23:20.",
      "Not reported to us 22/11/2026 at 23:20.", "Reported to us at 23:20.",
    ])
  func notReported(sentence: String) {
    let draft = read("Leo Brannock, born 4 March 2012, is missing.\n\n\(sentence)\n")
    #expect(draft.subjects.count == 1)
    #expect(draft.report[.reportedAt] == nil, "\(String(describing: draft.report[.reportedAt]))")
  }

  @Test(
    "who reported it is named with what to ring, where a name and a number stand behind one another"
  )
  func reporter() {
    let draft = read(
      "Leo Brannock, born 4 March 2012, is missing.\n\nReported 20:15 by Joan Pettit, night staff, 020 7946 0155.\n"
    )
    #expect(draft.report[.reportedBy]?.value.plain == "Joan Pettit")
    #expect(draft.report[.reporterPhone]?.value.plain == "020 7946 0155")
    #expect(draft.report[.reporterRelation]?.value.plain == "night staff")
  }

  @Test(
    "nobody is taken for who reported it where a body is named, or no number",
    arguments: [
      "Reported 20:15 by Thamesmark Police, 020 7946 0117.", "Reported 20:15 by Joan Pettit.",
      "Reported 20:15. Seen by Joan Pettit, 020 7946 0155.", "Reported by text, 020 7946 0155.",
      "> Reported 20:15 by Joan Pettit, 020 7946 0155.",
      "Reported 20:15 by staff, Joan Pettit was off, ring the manager, 020 7946 0155.",
    ])
  func noReporter(sentence: String) {
    let draft = read("Leo Brannock, born 4 March 2012, is missing.\n\n\(sentence)\n")
    #expect(draft.report[.reportedBy] == nil, "\(String(describing: draft.report[.reportedBy]))")
  }

  @Test(
    "no grading is taken from a sentence that may mean something else",
    arguments: [
      "We have Tegan at high school on Monday.", "If we have Tegan at high, who goes?",
      "Do we have Tegan at high?", "We have Tegan down as a high flyer.",
      "We have Zofia at high.", "We have Tegan at high. We have Tegan at low.",
      "> We have Tegan at high.", "We do not have Tegan at high.",
    ])
  func notGraded(sentence: String) {
    let draft = read("Tegan Vale, born 9 March 2013, is missing.\n\(sentence)\nSgt 118 Hollis\n")
    #expect(draft.subjects.first.flatMap { draft.risk(of: $0) } == nil)
    let signed = read(
      "Tegan Vale, born 9 March 2013, is missing.\nWe have Tegan at high.\nSgt 118 Hollis\n")
    #expect(signed.subjects.first.flatMap { signed.risk(of: $0) } == .high)
    let home = read(
      "Tegan Vale, born 9 March 2013, is missing.\nWe have Tegan at high.\nJo, night staff\n")
    #expect(home.subjects.first.flatMap { home.risk(of: $0) } == nil, "the home's own view")
  }

  @Test(
    "no sighting is taken of somebody else, or of a time that does not stand with it",
    arguments: [
      "her mother was seen at 8.10pm Sunday 22/11/2026",
      "nobody was seen at 8.10pm Sunday 22/11/2026",
      "was seen at the station, call made 22/11/2026 20:10",
      "was seen at 8.10pm", "was seen at 8.10pm Monday 22/11/2026",
      "was seen 21/11/2026 20:10 and was seen 22/11/2026 20:10",
    ])
  func notSeen(said: String) {
    let draft = read("- Rashad El-Amin, DOB 15/12/2010, \(said)\n- Mia Grange, DOB 17/08/2012\n")
    #expect(draft.subjects.count == 2)
    #expect(draft.subjects.first?.instant(.lastSeenAt) == nil)
  }

  @Test("what is said before a name is no part of it, and a name of three words keeps them")
  func fondWords() {
    func name(_ said: String) -> String? {
      read("\(said), born 9 March 2013, is missing.\n").subjects.first?.name
    }
    #expect(name("Poor Amy Bly") == "Bly, Amy")
    #expect(name("Anna Maria Bly") == "Bly, Anna Maria")
    #expect(name("Stuart Little") == "Little, Stuart")
    #expect(name("Little Bly") == "Bly, Little", "somebody is named so")
  }
}
