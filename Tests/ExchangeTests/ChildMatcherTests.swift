import Exchange
import Foundation
import Testing
import Workflow

struct ChildMatcherTests {
  static func register() throws -> RegisterFile {
    try RegisterFile(text: Samples.text("register.csv"))
  }

  static func matcher() throws -> ChildMatcher {
    ChildMatcher(try register().rows.map(MatchCandidate.init))
  }

  static let day = CivilDate(daysSince1970: 20_750)  // 24 October 2026

  @Test(arguments: Samples.reports)
  func decidesAsAnOfficerWould(_ name: String) throws {
    let expected = try #require(Expected.of(name))
    let draft = try Samples.draft(name)
    let matcher = try Self.matcher()
    for (child, subject) in zip(expected.children, draft.subjects) {
      let wanted = child["match"] as? [String: Any] ?? [:]
      let decision = matcher.decide(subject, on: Self.day)
      switch (wanted["decision"] as? String ?? "", decision) {
      case ("new", .new): break
      case ("ask", .ask(let candidates, _, _)):
        #expect(Set(candidates) == Set(wanted["candidates"] as? [String] ?? []))
      case (let id, .propose(let found, let because, _, let near)):
        #expect(found == id)
        #expect(!because.isEmpty)
        // A child in the same house, with another name, is not shown as a look-alike.
        for other in wanted["near_misses"] as? [String] ?? [] where other != "NB-1046" {
          #expect(near.contains(other), "\(name): near misses \(near)")
        }
      case (let id, _): Issue.record("\(name): wanted \(id), got \(decision)")
      }
    }
  }

  /// Every child of the register is found again by its own particulars, and never another.
  @Test func everyChildIsFoundByItsOwnParticulars() throws {
    let rows = try Self.register().rows
    let matcher = try Self.matcher()
    for row in rows {
      let subject = Self.subject(
        family: row.familyName.uppercased(), given: row.givenNames, born: row.born, sex: row.sex,
        address: row.address)
      let decision = matcher.decide(subject, on: Self.day)
      #expect(decision.proposed == row.id, "\(row.id): \(decision)")
    }
  }

  /// What a list shows of a name never rules out whom the whole report would name.
  @Test(arguments: Samples.reports)
  func glanceRulesOutNobodyMeant(_ name: String) throws {
    let draft = try Samples.draft(name)
    for row in try Self.register().rows {
      let matcher = ChildMatcher([MatchCandidate(row)])
      for subject in draft.subjects {
        if case .new = matcher.decide(subject, on: Self.day) { continue }
        #expect(matcher.mayBeNamed(WrittenName(subject.name)), "\(name): \(row.id)")
      }
    }
  }

  /// Another family name is another child; another given name may be a name that only the report has.
  @Test func glanceKeepsWhomAnotherNameWouldFind() {
    let matcher = ChildMatcher([
      MatchCandidate(
        id: "C", familyName: "Al-Khatib", givenNames: "Yousef", aliases: ["Joe Karim"])
    ])
    for name in ["Alkhatib, Yusuf", "AL KHATIB, Sami", "Karim, Joe", "Yousef, Al-Khatib", "Yousef"]
    {
      #expect(matcher.mayBeNamed(WrittenName(name)), "\(name)")
    }
    for name in ["Osei, Yousef", "Osei, Kofi", ""] {
      #expect(!matcher.mayBeNamed(WrittenName(name)), "\(name)")
    }
  }

  @Test(arguments: [
    ("Morgan", "Sian", "2011-03-15", ["NB-1002"]),
    ("Pryce-Morgan", "Sian", "2011-03-14", ["NB-1001"]),
    ("Hassan", "Mohamed", "2012-06-02", ["NB-1003"]),
    ("Wisniewski", "Jakub", "2010-02-11", ["NB-1009"]),
    ("Warsame", "Hibo", "2012-11-09", ["NB-1015"]),
    ("Rahimi", "Farhad", "2010-01-01", ["NB-1047"]),
    ("Dang", "Minh Chau", "2012-08-08", ["NB-1040"]),
    ("Celik", "Deniz", "2010-05-25", ["NB-1051"]),
    ("Wojcik", "Szymon", "2009-06-23", ["NB-1056"]),
    ("Nowak", "Oliver", "2013-09-29", ["NB-1028"]),
    ("Haddad", "Leila", "2011-03-08", ["NB-1054"]),
  ])
  func proposesByNameAndBirthday(_ family: String, _ given: String, _ born: String, _ ids: [String])
    throws
  {
    let subject = Self.subject(family: family, given: given, born: CivilDate(iso: born))
    let decision = try Self.matcher().decide(subject, on: Self.day)
    #expect(decision.proposed == ids.first, "\(decision)")
  }

  @Test func saysWhoseAddressAgrees() throws {
    let born = CivilDate(iso: "2011-03-12")
    let matcher = ChildMatcher([
      MatchCandidate(
        id: "A", familyName: "Okoro", givenNames: "Ada", born: born, address: "12 Elm Road"),
      MatchCandidate(
        id: "B", familyName: "Okoro", givenNames: "Ada", born: born, address: "9 Oak Street",
        placement: "Tanglewick House"),
      MatchCandidate(id: "C", familyName: "Okoro", givenNames: "Ada", born: born),
    ])
    func reasons(_ address: String) -> [String: String] {
      let subject = Self.subject(
        family: "Okoro", given: "Ada", born: nil, sex: nil, address: address)
      guard case .ask(let ids, let because, _) = matcher.decide(subject, on: Self.day) else {
        return [:]
      }
      return Dictionary(uniqueKeysWithValues: zip(ids, because.map { $0.first ?? "" }))
    }
    #expect(
      reasons("44 High Street")
        == ["A": "lives elsewhere", "B": "lives elsewhere", "C": "no address on record"])
    // Both live at the address: one at home there, one placed there.
    let same = ChildMatcher([
      MatchCandidate(
        id: "A", familyName: "Okoro", givenNames: "Ada", address: "3 Tanglewick House"),
      MatchCandidate(
        id: "B", familyName: "Okoro", givenNames: "Ada", placement: "Tanglewick House"),
    ])
    let subject = Self.subject(
      family: "Okoro", given: "Ada", born: nil, sex: nil, address: "3 Tanglewick House")
    guard case .ask(let ids, let because, _) = same.decide(subject, on: Self.day) else {
      Issue.record("not asked")
      return
    }
    #expect(
      Dictionary(uniqueKeysWithValues: zip(ids, because.map { $0.first ?? "" }))
        == ["A": "home address agrees", "B": "address is the placement"])
  }

  @Test(arguments: [
    ("Tran", "Bao Long", "2011-10-05", ["NB-1006", "NB-1007"]),
    ("Dwyer", "Niamh", "2010-08-30", ["NB-1012", "NB-1013"]),
    ("Evans", "Rhys", "2010-04-05", ["NB-1038", "NB-1039"]),
    ("Jones", "Ffion", "2012-12-21", ["NB-1031", "NB-1032"]),
  ])
  func asksWhereTwoFit(_ family: String, _ given: String, _ born: String, _ ids: [String]) throws {
    let subject = Self.subject(family: family, given: given, born: CivilDate(iso: born))
    guard
      case .ask(let candidates, let because, let question) = try Self.matcher().decide(
        subject, on: Self.day)
    else {
      Issue.record("not asked")
      return
    }
    #expect(Set(candidates) == Set(ids))
    #expect(question.hasPrefix("Which \(given) \(family)?"), "\(question)")
    #expect(because.count == ids.count && because.allSatisfy { !$0.isEmpty }, "\(because)")
  }

  @Test func aBirthdayADayApartIsNeverTaken() throws {
    let subject = Self.subject(
      family: "Kowalczyk", given: "Zuzanna", born: CivilDate(iso: "2010-01-23"))
    let decision = try Self.matcher().decide(subject, on: Self.day)
    #expect(decision.proposed == nil)
    #expect("\(decision)".contains("NB-1020"))
  }

  @Test func aNamesakeOfAnotherAgeIsNew() throws {
    let subject = Self.subject(
      family: "Kowalczyk", given: "Zofia", born: CivilDate(iso: "2016-09-01"))
    #expect(
      try Self.matcher().decide(subject, on: Self.day) == .new(nearMisses: ["NB-1021"]))
  }

  @Test func aNamelessChildMatchesNobody() throws {
    #expect(
      try Self.matcher().decide(SubjectDraft(), on: Self.day) == .new(nearMisses: []))
  }

  @Test(arguments: [
    ("Đặng Minh Châu", "dang minh chau"), ("Çelik", "celik"), ("O’Dwyer", "odwyer"),
    ("Wiśniewski-Łoś", "wisniewski los"), ("Siân Ŵyn", "sian wyn"), ("İPEK Işık", "ipek isik"),
    ("Nguyễn Thị", "nguyen thi"), ("Großmann", "grossmann"), ("Ἀθηνᾶ", "ἀθηνᾶ"),
  ])
  func folds(_ name: String, _ plain: String) {
    #expect(Folding.fold(name) == plain)
  }

  static func subject(
    family: String, given: String, born: CivilDate?, sex: String? = nil, address: String? = nil
  ) -> SubjectDraft {
    var fields: [SubjectField: Finding] = [
      .familyName: Finding(value: .text(family), seenAs: family, line: 1),
      .givenNames: Finding(value: .text(given), seenAs: given, line: 1),
    ]
    if let born { fields[.born] = Finding(value: .date(born), seenAs: born.iso, line: 1) }
    if let sex { fields[.sex] = Finding(value: .text(sex), seenAs: sex, line: 1) }
    if let address {
      fields[.address] = Finding(value: .text(address), seenAs: address, line: 1)
    }
    return SubjectDraft(fields: fields)
  }
}
