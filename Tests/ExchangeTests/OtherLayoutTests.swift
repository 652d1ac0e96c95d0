import Exchange
import Testing
import Workflow

/// Reports in arrangements that no sample has.
struct OtherLayoutTests {
  @Test func anEmailBodyThatIsAForm() throws {
    let text = """
      From: Duty Sergeant <duty.sgt@example.org>
      To: northbrook-mash@example.gov.uk
      Date: Thu, 3 Dec 2026 07:15:00 +0000
      Subject: Missing person report
      Content-Type: text/plain; charset=utf-8

      MERLIN MISSING PERSON REPORT
      MIS No: 26MIS050001
      Name: Zofia KOWALCZYK
      Date of Birth: 11th April 2012
      Gender: Female
      Last seen: Wed 2 Dec 2026 at 1945hrs
      Last seen by: Mother
      Reported: 02.12.26 23.10
      Reported by: Ewa Kowalczyk (mother) 07700 900111
      Risk: Medium
      Address: 38 Bellfounder Road, Northbrook NB1 8PN

      """
    let draft = ReportReader.read(text: text)
    #expect(draft.kind == .merlinMissing)
    #expect(draft.plain(.policeRef) == "26MIS050001")
    #expect(draft.plain(.sentAt) == "2026-12-03T07:15+00:00")
    #expect(draft.plain(.reportedAt) == "2026-12-02T23:10+00:00")
    #expect(draft.plain(.reportedBy) == "Ewa Kowalczyk")
    #expect(draft.plain(.reporterRelation) == "mother")
    let child = try #require(draft.subjects.first)
    #expect(child.name == "Kowalczyk, Zofia")
    #expect(child.born == CivilDate(iso: "2012-04-11"))
    #expect(child.plain(.sex) == "F")
    #expect(child.plain(.lastSeenAt) == "2026-12-02T19:45+00:00")
    #expect(child.plain(.lastSeenBy) == "Mother")
    #expect(child.plain(.postcode) == "NB1 8PN")
    #expect(draft.subjects.count == 1)
  }

  @Test func tabsAndReorderedBlocks() throws {
    let text = """
      MERLIN - MISSING PERSON REPORT (MIS)
      ------------------------------------
      RISK
      Grading:\tHIGH\tGraded:\t01/12/2026 10:00
      ------------------------------------
      REPORTING PERSON
      Surname:\tO'DWYER\tForename:\tMAEVE
      DOB:\t01/02/1980
      Tel:\t07700 900222
      ------------------------------------
      PERSON REPORTED MISSING
      DOB:\t30/08/2010\tAge:\t16
      Surname:\tO'DWYER\tForename:\tNIAMH
      ------------------------------------
      MISSING FROM
      Reported:\t01/12/2026 09:30
      Last seen:\tN/K

      """
    let draft = ReportReader.read(text: text)
    let child = try #require(draft.subjects.first)
    #expect(draft.subjects.count == 1)
    #expect(child.name == "O'Dwyer, Niamh")
    #expect(child.born == CivilDate(iso: "2010-08-30"))
    #expect(child.plain(.phone) == nil)
    #expect(draft.plain(.reporterPhone) == "07700 900222")
    #expect(draft.plain(.risk) == "high")
    #expect(draft.gap(.lastSeenAt, ofSubject: 0)?.reason == .statedUnknown("N/K"))
    #expect(draft.warnings.isEmpty)
  }

  @Test func anotherPersonsParticularsAreNotTheChilds() throws {
    let text = """
      MERLIN MIS
      Surname:     ASH        Forename:  KIM
      Mother:      Lena ASH   DOB: 03/03/1985   Tel: 07700 900333
      Father:      Tom ASH
      DOB:         04/04/1984
      Address:     9 Elm Way, Eastmere EM1 1AA

      """
    let child = try #require(ReportReader.read(text: text).subjects.first)
    #expect(child.name == "Ash, Kim")
    #expect(child.born == nil)
    #expect(child.plain(.phone) == nil)
    #expect(child.plain(.address) == nil)
  }

  @Test func brothersUnderEqualHeadings() throws {
    let text = """
      MERLIN MISSING PERSON REPORT
      MISSING PERSON
      Surname: REED   Forename: JON
      DOB: 01/05/2011
      Last seen: 01/12/2026 08:10
      MISSING PERSON
      Surname: REED   Forename: SAM
      DOB: 01/05/2013
      MISSING FROM
      Reported: 01/12/2026 12:00

      """
    let draft = ReportReader.read(text: text)
    #expect(draft.subjects.map(\.name) == ["Reed, Jon", "Reed, Sam"])
    #expect(draft.subjects.map { $0.plain(.born) } == ["2011-05-01", "2013-05-01"])
    #expect(draft.subjects[1].plain(.lastSeenAt) == nil)
  }

  @Test func whatDoesNotAddUpIsSaidAndNotChanged() throws {
    let text = """
      MERLIN MIS
      Surname: ASH   Forename: KIM
      DOB: 01/05/2011   Age: 13
      Last seen: Mon 01/12/2026 18:00
      Reported: 01/12/2026 12:00
      Sent: 02/12/2031 12:00

      """
    let draft = ReportReader.read(text: text, received: Instant(iso: "2026-12-02T13:00"))
    let child = try #require(draft.subjects.first)
    #expect(child.age == 13)
    #expect(child.plain(.born) == "2011-05-01")
    #expect(child.plain(.lastSeenAt) == "2026-12-01T18:00+00:00")
    let said = draft.warnings.joined(separator: "\n")
    for words in ["makes the child 15", "is later than reported", "lies ahead", "names Mon"] {
      #expect(said.contains(words), "\(words) in \(said)")
    }
  }

  @Test func twoValuesOfOneFieldAreAWarning() throws {
    let text = """
      MERLIN MIS
      Surname: ASH   Forename: KIM
      DOB: 01/05/2011
      DOB: 01/06/2011

      """
    let draft = ReportReader.read(text: text)
    #expect(draft.subjects.first?.plain(.born) == "2011-05-01")
    #expect(draft.warnings.contains { $0.hasPrefix("Two values for born") })
  }

  @Test func anUnfinishedLastLineIsNotTaken() throws {
    let text = "MERLIN MIS\nSurname: ASH   Forename: KIM\nDOB: 01/05/20"
    let cut = ReportReader.read(text: text)
    #expect(cut.subjects.first?.born == nil)
    #expect(cut.warnings.contains { $0.contains("stops in the middle") })
    let typed = ReportReader.read(text: text + "11", isWhole: true)
    #expect(typed.subjects.first?.born == CivilDate(iso: "2011-05-01"))
  }

  @Test(arguments: [
    ("19/10/2026 22:31", "2026-10-19T22:31+01:00"), ("16 Oct 2026 10:02", "2026-10-16T10:02+01:00"),
    ("04/11/26 09.50", "2026-11-04T09:50+00:00"), ("04/11/26  09.50", "2026-11-04T09:50+00:00"),
    ("Sat 24/10/2026 21:30 BST", "2026-10-24T21:30+01:00"),
    ("25/10/2026 01:35 (GMT - after)", "2026-10-25T01:35+00:00"),
    ("25/10/2026 01:35 BST", "2026-10-25T01:35+01:00"),
    ("05.55, Tuesday 20th October 2026", "2026-10-20T05:55+01:00"),
    ("20:00 on 31/10/2026", "2026-10-31T20:00+00:00"),
    ("2026-10-31T20:00:30Z", "2026-10-31T20:00:30+00:00"),
    ("31/10/2026 at 8.15pm", "2026-10-31T20:15+00:00"),
    ("31-OCT-26 2015hrs", "2026-10-31T20:15+00:00"),
    ("20OCT26 0915", "2026-10-20T09:15+01:00"), ("1st Nov 2026, 7am", "2026-11-01T07:00+00:00"),
    ("31/10/2026 24:00", "2026-11-01T00:00+00:00"),
  ])
  func readsTimes(_ written: String, _ iso: String) {
    let draft = ReportReader.read(text: "MERLIN MIS\nReported: \(written)\n")
    #expect(draft.plain(.reportedAt) == iso)
  }

  @Test(arguments: [
    "31/02/2026 10:00", "10/19/2026 10:00", "yesterday", "22:05", "19/10 22:05", "19/10/2026",
    "19/10/2026 25:00", "19/10/20261 10:00",
  ])
  func readsNoTimeWhereThereIsNone(_ written: String) {
    let draft = ReportReader.read(text: "MERLIN MIS\nReported: \(written)\n")
    #expect(draft.plain(.reportedAt) == nil)
    #expect(
      draft.gaps.contains {
        if case .unreadable = $0.reason { $0.field == .report(.reportedAt) } else { false }
      })
  }

  @Test func theHourThatComesTwiceIsSaid() {
    let draft = ReportReader.read(text: "MERLIN MIS\nReported: 25/10/2026 01:35\n")
    #expect(draft.plain(.reportedAt) == "2026-10-25T01:35+01:00")
    #expect(draft.warnings.contains { $0.contains("came twice") })
  }

  @Test(arguments: [
    ("HASSAN, Mohammed Abdi", "Hassan", "Mohammed Abdi"),
    ("NGUYEN Thi Mai Anh", "Nguyen", "Thi Mai Anh"),
    ("Reece TIERNAN-BOYLE", "Tiernan-Boyle", "Reece"),
    ("YOUSEF AL KHATIB", "Al Khatib", "Yousef"), ("Marisol de la Cruz", "de la Cruz", "Marisol"),
    ("MISS ANNA O'DWYER", "O'Dwyer", "Anna"), ("FINLAY MACALLISTER", "Macallister", "Finlay"),
    ("Siân PRYCE-MORGAN (known as Shan)", "Pryce-Morgan", "Siân"),
  ])
  func splitsNames(_ written: String, _ family: String, _ given: String) {
    let child = ReportReader.read(text: "MERLIN MIS\nName: \(written)\n").subjects.first
    #expect(child?.plain(.familyName) == family)
    #expect(child?.plain(.givenNames) == given)
    #expect(child?.fields[.familyName]?.seenAs == written)
  }

  @Test func markersThatAreDeniedDoNotCount() {
    let text =
      "MERLIN MIS\nName: Kim ASH\nRationale: County lines concerns. No gang links; no CSE.\n"
    #expect(ReportReader.read(text: text).subjects.first?.list(.riskFactors) == ["cce"])
  }

  @Test func anythingElseIsKeptAsText() {
    let draft = ReportReader.read(text: "Minutes of the residents' meeting\n\nTea was served.\n")
    #expect(draft.kind == .unknown)
    #expect(draft.text.hasPrefix("Minutes"))
    #expect(draft.warnings.contains { $0.contains("does not know this kind") })
  }

  /// A letter of a carer, sent on Saturday 7 November 2026 at the given time.
  private func letter(_ body: String, at time: String = "22:48") -> ReportDraft {
    ReportReader.read(
      text: """
        From: Bernadette Fagbemi <b.fagbemi@example.org>
        To: northbrook-edt@example.gov.uk
        Date: Sat, 7 Nov 2026 \(time):10 +0000
        Subject: Niamh O'Dwyer - not home
        Content-Type: text/plain; charset=utf-8

        Hello,
        I am Niamh O'Dwyer's foster carer (9 Damson Hythe).
        \(body)

        Thank you
        Bernadette Fagbemi
        07700 900805

        """, isWhole: true)
  }

  @Test(arguments: [
    ("I last saw her at 12.40 today, when she went out.", "2026-11-07T12:40"),
    ("It is late. I last saw her today at 12.40 when she\nwent out.", "2026-11-07T12:40"),
    ("She was well when I last saw her, at\n9.15pm yesterday.", "2026-11-06T21:15"),
    ("She was last seen by me at 21.40.", "2026-11-07T21:40"),
    ("I last saw her at 23:10.", "2026-11-06T23:10"),
    ("I last saw her last night at 21.40.", "2026-11-06T21:40"),
    ("I last saw her last night at 1am.", "2026-11-07T01:00"),
    ("I last saw her on Thursday at 6pm.", "2026-11-05T18:00"),
    ("I last saw her on 5 November 2026 at 6pm.", "2026-11-05T18:00"),
  ])
  func aCarerSaysWhenSheWasSeen(_ body: String, _ wanted: String) throws {
    let child = try #require(letter(body).subjects.first)
    #expect(child.plain(.lastSeenAt) == wanted + "+00:00")
    #expect(child.fields[.lastSeenAt]?.isInferred == true, "somebody is to look at it")
    #expect(child.plain(.lastSeenBy) == "Bernadette Fagbemi")
    #expect((child.fields[.lastSeenAt]?.line ?? 0) == 7)
  }

  @Test(arguments: [
    "I last saw her when she went out with her friends from school, and she rang me at 9.15pm.",
    "I last saw her this afternoon. She rang at 9.15pm.",
    "I last saw her at seven.",
    "> I last saw her at 12.40 today.",
    "I last saw her on 31 November 2026 at 6pm.",
    "I last saw her at 6pm on 9 November 2026.",
  ])
  func whatACarerDoesNotSayIsNotTaken(_ body: String) throws {
    let child = try #require(letter(body).subjects.first)
    #expect(child.fields[.lastSeenAt] == nil && child.fields[.lastSeenBy] == nil)
  }

  @Test(arguments: [
    (
      "I know where she is: she is at her boyfriend's mum's flat, 27 Thistlepin Road, Northbrook. She rang.",
      "27 Thistlepin Road, Northbrook"
    ),
    ("She rang me. She\u{2019}s staying at Flat 2, 9 Gannet Mews!", "Flat 2, 9 Gannet Mews"),
    (
      "I know where she is. She is staying with her nan in Eastmere\nand is fine.",
      "her nan in Eastmere and is fine"
    ),
  ])
  func aCarerSaysWhereSheIs(_ body: String, _ wanted: String) throws {
    let child = try #require(letter(body).subjects.first)
    #expect(child.plain(.whereabouts) == wanted)
    #expect(child.fields[.whereabouts]?.isInferred == true, "somebody is to look at it")
    #expect(child.fields[.whereabouts]?.seenAs.lowercased().hasPrefix("she") == true)
  }

  @Test(arguments: [
    "She is at risk when she is out, and she is 16.",
    "I do not know if she is at 27 Thistlepin Road.",
    "I don't know where she is. She is at school most days.", "She was at 27 Thistlepin Road.",
    "> I know where she is: she is at 27 Thistlepin Road.", "She cashes at 27 Thistlepin Road.",
    "She is at home from 7 pm on most days, as a rule, 16 years old.",
  ])
  func whereNobodySaysSheIsIsNotTaken(_ body: String) throws {
    let child = try #require(letter(body).subjects.first)
    #expect(child.fields[.whereabouts] == nil, "\(child.plain(.whereabouts) ?? "")")
  }

  @Test func aBirthdayInWhatALetterQuotesIsTakenForSomebodyToLookAt() throws {
    let quoted =
      "On Sat wrote:\n> Dear Bernadette,\n> Niamh is back. Date of birth on file 30/08/2010."
    let child = try #require(letter("She is out.\n\n" + quoted).subjects.first)
    #expect(child.born?.iso == "2010-08-30" && child.fields[.born]?.isInferred == true)
    #expect(child.fields[.born]?.seenAs == "> Date of birth on file 30/08/2010")
    for other in [
      "> Kacper is back. Date of birth on file 30/08/2010.",
      "> Niamh dob 30/08/2010, Kacper dob 1/2/2011.", "> Niamh is back, born to run 30/08/2010",
    ] {
      #expect(letter("She is out.\n" + other).subjects.first?.born == nil, "\(other)")
    }
  }

  @Test func thePlaceThatIsTheHomeAddressIsThatAddress() throws {
    let child = try #require(try Samples.draft("01-merlin-mis.txt").subjects.first)
    #expect(child.plain(.missingFromPlace) == child.plain(.address))
    #expect(child.fields[.missingFromPlace]?.isInferred == true)
    #expect(child.plain(.from) == "care")
  }

  @Test func afterMidnightTodayIsStillTheEveningBefore() throws {
    let child = try #require(
      letter("I last saw her today at 21.40.", at: "00:20").subjects.first)
    #expect(child.plain(.lastSeenAt) == "2026-11-06T21:40+00:00")
    let other = try #require(letter("My neighbour last saw her at 21.40.").subjects.first)
    #expect(
      other.plain(.lastSeenAt) == "2026-11-07T21:40+00:00" && other.fields[.lastSeenBy] == nil)
  }

  @Test func whoSawTheChildLastStandsBesideTheTime() throws {
    let text = """
      THAMESMARK POLICE                                         OFFICIAL-SENSITIVE
      MERLIN - MISSING PERSON REPORT (MIS)
      ============================================================================
      Report no:   26MIS000123
      Unit:        North BCU Misper Desk
      Sent to:     NORTHBROOK MASH        Sent:     22/11/2026 09:26
      ----------------------------------------------------------------------------
      PERSON REPORTED MISSING
      Surname:     CASTELL
      Forename:    ROSA
      DOB:         14/02/2015
      Home addr:   12 Elm Row, Northbrook
      LA:          NORTHBROOK
      ----------------------------------------------------------------------------
      MISSING FROM
      Type:        HOME
      Last seen:   22/11/2026 06:26       By:       Mother
      Reported:    22/11/2026 08:26       By:       Mother
      ----------------------------------------------------------------------------
      RISK
      Grading:     MEDIUM
      ----------------------------------------------------------------------------

      """
    let draft = ReportReader.read(text: text)
    let child = try #require(draft.subjects.first)
    #expect(child.plain(.lastSeenAt) == "2026-11-22T06:26+00:00")
    #expect(child.plain(.lastSeenBy) == "Mother")
    #expect(draft.plain(.reportedAt) == "2026-11-22T08:26+00:00")
    #expect(draft.plain(.reportedBy) == "Mother" || draft.plain(.reporterRelation) == "mother")
  }
}
