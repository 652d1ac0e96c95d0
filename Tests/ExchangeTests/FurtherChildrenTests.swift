import Exchange
import Testing
import Workflow

@Suite("Children of whom a text tells in its own way")
struct FurtherChildrenTests {
  private let received = SpokenInstant.read("2026-11-22 22:40", now: Instant(seconds: 0))

  private func read(_ text: String) -> ReportDraft {
    ReportReader.read(text: text, received: received, isWhole: true)
  }

  @Test("each item of a numbered list is a child, with what the item says")
  func list() throws {
    let draft = read(try Samples.text("reports/11-police-list.txt"))
    #expect(draft.subjects.map(\.name) == ["Grange, Tyler", "Grange, Mia", "Mensah, Kofi"])
    #expect(
      draft.subjects.map { $0.plain(.born) } == ["2011-02-04", "2012-08-17", "2010-11-30"])
    #expect(draft.subjects.map { $0.plain(.sex) } == ["male", "female", "male"])
    #expect(draft.subjects.map { $0.plain(.risk) } == ["medium", "high", "medium"])
    #expect(
      draft.subjects.map { $0.plain(.policeRef) } == ["26MIS060801", "26MIS060802", "26MIS060803"])
    #expect(draft.subjects[1].plain(.circumstances)?.contains("insulin dependent") == true)
    #expect(draft.subjects.allSatisfy { $0.fields.values.allSatisfy(\.isInferred) })
    #expect(draft.warnings.isEmpty, "\(draft.warnings)")
    #expect(!draft.gaps.contains { $0.field == .report(.risk) }, "each has a grading of its own")
  }

  @Test("an item without a birthday is a child by its own police reference")
  func byReference() {
    let draft = read(
      """
      Two missing from Brackenfold House since 19:00 today 22/11/2026.
      - Tyler Grange, 15, ref 26MIS060801
      - Mia Grange (14), female, HIGH risk,
        ref 26MIS060802
      Rang 10.30 and 11.15.
      """)
    #expect(draft.subjects.map(\.name) == ["Grange, Tyler", "Grange, Mia"])
    #expect(draft.subjects.last?.plain(.risk) == "high")
    #expect(draft.subjects.last?.plain(.policeRef) == "26MIS060802")
  }

  @Test(
    "a first name with an age among others of a list is a child, too, and whoever writes from a home no police"
  )
  func firstNameAlone() throws {
    let draft = read(
      """
      From: Tanglewick House night staff <night@tanglewick.example.org>
      To: frontdoor@northbrook.example.gov.uk
      Date: Sun, 22 Nov 2026 07:12:00 +0000
      Subject: three of our young people not back

      Hello, these young people did not come back last night:

      1. Danny Whitlock, 15 (born 3.2.2011), last seen about 8pm Sunday
      2. Asha Begum-Lowe, she is 14, DOB 17 June 2012 - left with Danny
      3. Kofi (we think surname Asante), 13

      Police told at 23:30, ref 26MIS047050. Danny has asthma.
      """)
    #expect(draft.kind == .carerEmail)
    #expect(
      Set(draft.subjects.map(\.name)) == ["Whitlock, Danny", "Begum-Lowe, Asha", "Asante, Kofi"])
    let places = read(
      "1. Danny Whitlock, 15\n2. Asha Begum-Lowe, 14\n3. Asthma pump, 2 left\n4. Leeds")
    #expect(places.subjects.count == 2)
  }

  private func mail(_ from: String, _ subject: String, _ body: String) -> ReportDraft {
    read(
      """
      From: \(from)
      To: Northbrook front door <northbrook-mash@example.gov.uk>
      Date: Sun, 22 Nov 2026 20:55:00 +0000
      Subject: \(subject)

      \(body)

      """)
  }

  @Test("a child whom a letter names with an age alone is one of those whom it counts")
  func namedWithAge() throws {
    let two = mail(
      "Tanglewick House <office@tanglewick.example.org>", "two of ours out",
      """
      Hi, two of our girls not back. Keira Doyle-Marsh (DOB 02/02/2011) and Ellie Vance (15) went out
      together at about half ten this morning to the shop, should be back at 11. Staff member Jo Hurst
      saw them leave at the front door. Police told at 12.10, ref 26MIS047720, they say medium for Keira
      and high for Ellie because of her diabetes. Jo's number is 020 7946 0182.
      """)
    #expect(two.subjects.map(\.name) == ["Doyle-Marsh, Keira", "Vance, Ellie"])
    #expect(two.subjects.last?.age == 15)
    #expect(two.kind == .carerEmail)
    let mate = mail(
      "Quillgate <quillgate@example.org>", "missing tonight",
      """
      Two of our young people did not come back from school today. They are Amara Jollie
      (born 03/03/2012) and her room mate Poppy Lanehart, who is 14 and has epilepsy.
      """)
    #expect(mate.subjects.map(\.name) == ["Jollie, Amara", "Lanehart, Poppy"])
    #expect(mate.kind == .carerEmail)
  }

  @Test(
    "whom a letter names with an age and says to be away is a child of it, though it counts nobody",
    arguments: [
      "Ellie Marsh (15, born 4 March 2011) and Sam Whitlock (14) left at 1.30 and have not come home.",
      "Ellie Marsh (15) and Sam Whitlock (14) left school at 1.30 and have not come home.",
      "Hello,\n\nEllie Marsh (15, born 4 March 2011) and Sam Whitlock (14) are not back.\n\nDee",
      "Good evening, Ellie Marsh (15) and Sam Whitlock (14) are not back.",
      "Ellie Marsh, 15, and Sam Whitlock, 14, are missing since 1.30.",
      "We report as missing Ellie Marsh (15) and Sam Whitlock (14).",
      "Neither Ellie Marsh, aged 15, nor Sam Whitlock, aged 14, has come back from college today.",
      "Ellie Marsh (15, born 4 March 2011) is not back. Sam Whitlock (14) has not come back either.",
    ])
  func saidAway(_ told: String) {
    let draft = mail("Quillgate <quillgate@example.org>", "not back from school", told)
    #expect(draft.subjects.map(\.name) == ["Marsh, Ellie", "Whitlock, Sam"], "\(told)")
    #expect(draft.subjects.last?.age == 14)
    #expect(!draft.tellsOfEnd)
  }

  @Test(
    "who is named with an age and not said to be away is no child of the report",
    arguments: [
      "She may be with Sam Whitlock (14) and Mia Trent (15).",
      "Her sister Mia Marsh (12) is at home and Sam Whitlock (14) is at school.",
      "She lives with Sam Whitlock (14), who has seen nothing.",
      "Sam Whitlock (14) says that she ran away.",
    ])
  func namedBesides(_ told: String) {
    let draft = mail(
      "Quillgate <quillgate@example.org>", "Ellie",
      "Ellie Marsh (15, born 4 March 2011) is not back from school. " + told)
    #expect(draft.subjects.map(\.name) == ["Marsh, Ellie"], "\(told)")
  }

  @Test("“both” counts two, where both went")
  func both() {
    let from = "Quillgate <quillgate@example.org>"
    let draft = mail(
      from, "not back",
      "We are worried about Ellie and Sam. Both left school at 1.30 and are not back.")
    #expect(draft.subjects.count == 2)
    let one = mail(
      from, "not back", "Amara Jollie, born 03/03/2012, is not back. Both parents have been told.")
    #expect(one.subjects.count == 1)
  }

  @Test("a child who is counted and not named waits for a triage all the same")
  func countedAlone() throws {
    let draft = mail(
      "Quillgate <quillgate@example.org>", "missing tonight",
      "Three of our residents are missing since tea: Amara Jollie, born 03/03/2012, and her two\nroom mates. Police told."
    )
    #expect(draft.subjects.map(\.name) == ["Jollie, Amara", "", ""])
    #expect(
      draft.subjects.dropFirst().allSatisfy {
        $0.plain(.circumstances)?.contains("Three of our residents") == true
      }, "\(draft.subjects.map { $0.plain(.circumstances) })")
  }

  @Test(
    "what is counted besides is no child of the report",
    arguments: [
      "Her two younger brothers are at home. She has been missing since 18:00.",
      "She has two previous missing episodes and 3 missing episodes in care.",
      "She was seen with two boys from school; police say two other girls are missing her.",
      "Two officers looked for 2 hours. Three friends say she is not back.",
      "She left 14 Mill Road in Kelly Street, 12 minutes after Jo Hurst, and is missing.",
    ])
  func countedOtherwise(_ told: String) {
    let draft = mail(
      "Quillgate <quillgate@example.org>", "Amara",
      "Amara Jollie, born 03/03/2012, is missing. " + told)
    #expect(draft.subjects.map(\.name) == ["Jollie, Amara"])
  }

  @Test("what is said behind a child's line is read to the end of its sentence")
  func wholeSentence() {
    let draft = mail(
      "Quillgate <quillgate@example.org>", "missing tonight",
      """
      Two of our young people did not come back: Amara Jollie (born 03/03/2012) and
      Keisha Lanehart, born 04/05/2011. Keisha went out at
      half past six to the shop. Care order. She had
      a phone with her, takes insulin twice a day and has no
      spare pen.
      Police told.
      """)
    let said = draft.subjects.last?.plain(.circumstances) ?? ""
    #expect(draft.subjects.last?.name == "Lanehart, Keisha")
    #expect(said.contains("takes insulin") && said.hasSuffix("spare pen."), "\(said)")
  }

  @Test("an item of a list goes on to the end of its sentence, however it is set")
  func itemGoesOn() {
    let draft = mail(
      "Quillgate <quillgate@example.org>", "two missing",
      "1. Amara Jollie, 14, left at six. She has\nepilepsy and needs her tablets.\n2. Keisha Rowe, 15, went with her.\nPolice told at nine."
    )
    #expect(draft.subjects.map(\.name) == ["Jollie, Amara", "Rowe, Keisha"])
    #expect(
      draft.subjects.first?.plain(.circumstances)?.hasSuffix("needs her tablets.") == true)
    #expect(draft.subjects.last?.plain(.circumstances)?.contains("Police") == false)
  }

  @Test("whom a telephone note names with an age is its child")
  func phoneNote() {
    let draft = read(
      "Phone call 13.05 from Marguerite, Tanglewick House (children's home): Ellie Vance, 15, missing since\nhalf ten this morning, last seen by Jo Hurst.\n"
    )
    #expect(draft.subjects.map(\.name) == ["Vance, Ellie"])
    #expect(draft.subjects.first?.age == 15)
  }

  @Test("a letter that speaks of the police is not theirs by that")
  func policeSpokenOf() {
    let from = "M. Ferris <m.ferris@example.org>"
    #expect(mail(from, "Amara", "She is missing. We rang the police at 11:20.").kind == .unknown)
    #expect(
      mail("North Misper Desk <misper@example.org>", "Amara", "Missing.").kind == .policeEmail)
  }

  @Test(
    "a carer's list of names, each with an age or a birthday of its own kind, is as many children")
  func carersList() throws {
    let told = """
      - Siân Pryce-Morgan, 15 (14/03/2011)
      - Finlay Macallister, dob 28/02/2009
      - Keira Dunmore, 14, placed by Eastmere, date of birth not on the sheet

      Not with them: Ellie Baxter, she is asleep in her room.
      """
    let names = ["Pryce-Morgan, Siân", "Macallister, Finlay", "Dunmore, Keira"]
    for head in [
      "Hello, these young people did not come back tonight, all last seen at 21:45 yesterday.",
      "Case note\nRe: three young people from Tanglewick House\nMissing since 21.45:",
    ] {
      let draft = read("\(head)\n\n\(told)\n")
      #expect(draft.subjects.map(\.name) == names, "\(head)")
      #expect(draft.subjects.map { $0.plain(.born) } == ["2011-03-14", "2009-02-28", nil])
      #expect(draft.subjects.last?.age == 14)
    }
    let form = read(Self.form + "Also missing:\n" + told + "\n")
    #expect(form.subjects.map(\.name) == ["Okonjo, Destiny"] + names)
  }

  @Test("what a message is about is no child of it, however short its head")
  func messageHead() {
    for about in ["update", "Sighting of missing girl"] {
      let draft = read(
        """
        From: control.north@example.org
        Subject: \(about)

        Name: Lark HOLLOWAY
        DOB: 01/02/2012
        Ref: 26MIS061333
        Risk: HIGH
        Last seen: 22/11/2026 18:00
        Reported: 22/11/2026 21:00

        """)
      #expect(draft.subjects.map(\.name) == ["Holloway, Lark"], "\(about)")
      #expect(draft.plain(.policeRef) == "26MIS061333")
    }
  }

  @Test("a list of friends or of places is no list of children")
  func otherLists() {
    for list in [
      "Known associates:\n- Jo Bly, 16\n- Kit Rowe, 15 (14/03/2011)\n",
      "Where she may be:\n1. Nan's House, 14 Mill Road\n2. Bus Station, 9 Quay Street\n",
    ] { #expect(read(Self.form + list).subjects.count == 1, "\(list)") }
  }

  @Test(
    "whoever is missing as well is a child of the report, and has neither its grading nor its reference",
    arguments: [
      "Her sister BLESSING OKONJO (DOB 11/09/2014,\n12 yrs) went with her and is also missing; both",
      "Her sister BLESSING OKONJO (DOB 11/09/2014), who\nwent with her and is also missing; both",
      "Also missing is the sister, Blessing Okonjo, DOB 11/09/2014, last",
      "Also missing: Blessing Okonjo, 12, female, born 11 September 2014, last",
    ])
  func sister(_ told: String) throws {
    let draft = read(Self.form + told + " seen 17:30.\n")
    #expect(draft.subjects.map(\.name) == ["Okonjo, Destiny", "Okonjo, Blessing"])
    let sister = try #require(draft.subjects.last)
    #expect(sister.isFurther && sister.plain(.born) == "2014-09-11")
    #expect(sister.plain(.policeRef) == nil && sister.plain(.circumstances)?.isEmpty == false)
    #expect(draft.others.isEmpty && draft.subjects[0].isFurther == false)
  }

  @Test("a heading above or below the line of a child is not among its circumstances")
  func headings() throws {
    let sister = "Her sister Blessing Okonjo (DOB 11/09/2014) is also missing."
    for told in [Self.form + sister + "\nRESEARCH\nNothing known.\n", Self.above + sister + "\n"] {
      let draft = read(told)
      let child = try #require(draft.subjects.last)
      #expect(child.plain(.born) == "2014-09-11")
      let said = try #require(child.plain(.circumstances))
      #expect(said.contains(sister), "\(said)")
      #expect(!said.contains("RESEARCH") && !said.contains("CIRCUMSTANCES"), "\(said)")
    }
  }

  private static let above = form.replacing("DESTINY left home after an argument.\n", with: "")

  @Test("a time of a child who is told of is doubted where it lies ahead of when the report came")
  func ahead() {
    for (seen, doubts) in [("23/11/2026 17:30", 1), ("22/11/2026 17:30", 0)] {
      let draft = read(
        Self.form
          + "Also missing: Blessing Okonjo, 12, female, born 11 September 2014, last seen \(seen).\n"
      )
      #expect(draft.subjects.last?.instant(.lastSeenAt) != nil)
      let said = draft.warnings(ofSubject: 1, isFirst: false)
      #expect(said.count { $0.contains("last seen at") && $0.contains("lies ahead") } == doubts)
      #expect(draft.warnings(ofSubject: 0, isFirst: true).allSatisfy { !$0.contains("lies ahead") })
    }
  }

  @Test(
    "friends, parents and who is not missing are no children of the report",
    arguments: [
      "Friend: Jo Bly, DOB 28/02/2009, Eastmere", "Her mother (DOB 03/04/1984) is also missing",
      "Her sister Blessing (DOB 11/09/2014) is at home and not missing",
      "2) Jo Bly, DOB 28/02/2009, of Flat 9.\nNot reported missing. Driven home",
      "Destiny OKONJO, DOB 03/05/2012, has been missing before",
      "Sister Blessing (DOB 11/09/2014)\nMISSING FROM",
    ])
  func nobodyElse(_ told: String) {
    #expect(read(Self.form + told + "\n").subjects.count == 1)
  }

  @Test("in prose each child has the grading and the reference of its own line")
  func gradedInProse() throws {
    let draft = read(
      """
      From: control.north@example.org
      Subject: Missing children
      Date: Mon, 23 Nov 2026 03:10:00 +0000

      Zac JANKOWSKA, DOB 18/11/2010, missing from home since 22:00 on 22/11/2026. Risk MEDIUM. Ref 26MIS061601.
      Also missing: Reece CLARKE, DOB 28/08/2012, Risk HIGH, Ref 26MIS061602, last seen 22:00.

      """)
    #expect(draft.subjects.map(\.name) == ["Jankowska, Zac", "Clarke, Reece"])
    #expect(draft.subjects.map { $0.plain(.risk) } == ["medium", "high"])
    #expect(draft.subjects.map { $0.plain(.policeRef) } == ["26MIS061601", "26MIS061602"])
    #expect(draft.subjects[0].plain(.from) == "home")
    #expect(draft.subjects[0].plain(.lastSeenAt)?.hasPrefix("2026-11-22T22:00") == true)
    #expect(draft.subjects[1].plain(.lastSeenAt) == nil, "a time without a day is another day's")
    // What stands in another child's line is none of this one's.
    #expect(draft.subjects[0].plain(.circumstances)?.contains("CLARKE") == false)
    #expect(draft.subjects[1].plain(.circumstances)?.contains("JANKOWSKA") == false)
    #expect(draft.subjects[1].plain(.from) == "home", "also missing")
    #expect(draft.subjects[1].plain(.address) == nil)
    // Of two who stand in one line nobody can tell whose it is.
    let one = read(
      "Zac JANKOWSKA, DOB 18/11/2010, and Reece CLARKE, DOB 28/08/2012, both missing. Risk HIGH.\n")
    #expect(one.subjects.count == 2 && one.subjects.allSatisfy { $0.plain(.risk) == nil })
  }

  @Test("what the head of a list says of all is said of each")
  func headOfList() throws {
    let draft = read(
      """
      From: control.north@example.org
      Date: Sun, 22 Nov 2026 22:10:00 +0000
      Subject: Two children missing from Brackenfold House

      Two young people missing from Brackenfold House, 12 Weir Lane, Northbrook NB3 5RT
      since 19:00 today 22/11/2026. Reported 20:15 by Joan Pettit, night staff, 020 7946 0155.

      1. Tyler GRANGE, DOB 04/02/2011, male. Risk MEDIUM. Ref 26MIS060801
      2. Mia GRANGE, DOB 17/08/2012, female. Risk HIGH. Ref 26MIS060802

      """)
    #expect(draft.subjects.map(\.name) == ["Grange, Tyler", "Grange, Mia"])
    for child in draft.subjects {
      #expect(child.plain(.lastSeenAt)?.hasPrefix("2026-11-22T19:00") == true, "\(child)")
      #expect(child.plain(.missingFromPlace)?.contains("Brackenfold House") == true)
      #expect(child.plain(.risk) != nil)
    }
    #expect(draft.plain(.reportedAt)?.hasPrefix("2026-11-22T20:15") == true)
  }

  @Test("a name stands before its birthday, whatever is said between them")
  func nameBeforeAge() throws {
    let draft = read("Little Tegan Ashcombe-Vale, she's thirteen, born 9 March 2013, is missing.\n")
    #expect(draft.subjects.first?.name == "Ashcombe-Vale, Tegan")
  }

  @Test("a letter of one child names that child, found or missing")
  func alone() throws {
    let draft = read(
      "Good morning, Niamh Warsame (dob 26/12/2009) has been found safe and well. Thank you.\n")
    let child = try #require(draft.subjects.first)
    #expect(draft.subjects.count == 1 && child.name == "Warsame, Niamh")
    #expect(child.plain(.born) == "2009-12-26" && draft.tellsOfEnd)
  }

  @Test("how an officer is reached stands beside the officer")
  func contact() {
    let said = "PS 911 Tregunna / misper.wexhold@example.org"
    #expect(OfficerContact.read(said) == "misper.wexhold@example.org")
    #expect(OfficerContact.read("PS 911 Tregunna") == nil)
  }

  @Test("two birthdays that nobody read are two children, even where no name was")
  func nameless() {
    let draft = read(
      "Both ran off at seven. DOB 04.02.11 and born 17 August 2012; other date 1/2/3")
    #expect(draft.subjects.map(\.name) == ["", ""])
    #expect(draft.subjects.map { $0.plain(.born) } == ["2011-02-04", "2012-08-17"])
  }

  private static let form = """
    THAMESMARK POLICE
    MERLIN - MISSING PERSON REPORT (MIS)
    Report no:   26MIS060777
    PERSON REPORTED MISSING
    Surname:     OKONJO                 Forename: DESTINY
    Sex:      FEMALE
    DOB:         03/05/2012             Age:      14
    ------------------------------------------------------------
    RISK
    Grading:     HIGH                   Graded:   22/11/2026 21:50
    ------------------------------------------------------------
    CIRCUMSTANCES
    DESTINY left home after an argument.

    """
}
