import GRDB
import Testing
import Workflow

@testable import Store

/// Finding a child by the date of birth, by part of a police reference, and by a name as it is said.
@Suite("Finding by what is said on the telephone")
struct BirthdayFindingTests {
  private func actor(_ desk: TestDesk) -> Actor {
    Actor(desk.coordinator, account: "mo", now: desk.now)
  }

  /// Children of three birthdays.
  private func desk() throws -> TestDesk {
    let desk = try TestDesk()
    try desk.register("C1", "Jankowska", given: "Linh", born: "2011-02-14")
    try desk.register("C2", "Ibrahim", given: "Beatrix", born: "2010-02-14")
    try desk.register("C3", "Kettleborough", given: "Callum", born: "2012-12-01")
    return desk
  }

  @Test(
    "a date of birth finds the child, however it is said",
    arguments: [
      "14/2/2011", "14/02/11", "14.2.11", "14-2-2011", "2011-02-14", "14022011", "140211",
      "14 feb 2011", "14 Feb 11", "14th of February 2011", "feb 14 2011", "14feb2011",
      "born 14.2.11", "born 14 feb 2011", "dob 14/2/2011", "D.O.B.: 14/2/2011", "feb 2011",
      "14 febuary 2011", "jankowska 14/2", "yankowska, born 14 feb", "14/2/2011 linh",
    ])
  func byBirthday(typed: String) throws {
    let desk = try desk()
    #expect(try desk.records.find(typed, limit: 9).map(\.id) == ["C1"], "\(typed)")
  }

  @Test("a day without a year finds whoever has that birthday; another finds nobody")
  func withoutYear() throws {
    let desk = try desk()
    for typed in ["14 feb", "14/2", "born 14 feb", "14th february"] {
      #expect(Set(try desk.records.find(typed, limit: 9).map(\.id)) == ["C1", "C2"], "\(typed)")
    }
    for typed in ["15/2/2011", "30 feb", "14 2", "14/14", "feb", "141411", "14 feb 2009"] {
      #expect(try desk.records.find(typed, limit: 9).isEmpty, "\(typed)")
    }
  }

  @Test("where name and date of birth do not meet, either finds, and says which is another")
  func eitherMisheard() throws {
    let desk = try desk()
    let found = try desk.records.find("callum 14/2/2011", limit: 9)
    #expect(found.map(\.id) == ["C1", "C3"])
    #expect(found.map(\.words) == ["born then, another name", "born on another day"])
  }

  @Test("a name as it is said finds the child at the end of the list, and says so")
  func said() throws {
    let desk = try desk()
    for (typed, id) in [
      ("beatrice", "C2"), ("yankowska", "C1"), ("kettelburra", "C3"), ("beatrice ibrahim", "C2"),
    ] {
      let found = try desk.records.find(typed, limit: 9)
      #expect(found.map(\.id) == [id], "\(typed)")
      #expect(found.map(\.words) == ["sounds like it"], "\(typed)")
    }
    #expect(try desk.records.find("jankowska", limit: 9).map(\.words) == [nil])
    for other in ["yan", "ibbotson", "kettleman", "beattie", "janson", "yank"] {
      let sure = try desk.records.find(other, limit: 9).filter { $0.way != .nearest }
      #expect(sure.isEmpty, "\(other)")
    }
    try desk.register("C4", "Yankowska", given: "Ola", born: "2013-05-05")
    #expect(try desk.records.find("yankowska", limit: 9).map(\.id) == ["C4", "C1"])
  }

  @Test("what a tray shows of a police reference finds the child, and its last figures do")
  func partOfReference() throws {
    let desk = try desk()
    _ = try desk.goMissing("C1", "cmd-1", policeReference: "26MIS60002")
    for typed in ["mis60002", "MIS 60002", "…MIS60002", "is6000", "60002", "26mis60002"] {
      #expect(try desk.records.find(typed, limit: 9).map(\.id) == ["C1"], "\(typed)")
    }
    for typed in ["mis60003", "6000", "mis", "s60"] {
      #expect(try desk.records.find(typed, limit: 9).isEmpty, "\(typed)")
    }
    _ = try desk.desk.receiveReport(
      text: "A report", source: "test", kind: "merlin-mis", subjects: 1,
      policeReference: "26MIS041882", named: "Hassan, Amina", by: actor(desk))
    #expect(try desk.records.findReports("mis0418", limit: 9).count == 1)
    #expect(try desk.records.findReports("mis0419", limit: 9).isEmpty)
  }

  @Test("a report that waits is found by the date of birth in it, however it writes it")
  func reportsByBirthday() throws {
    let desk = try desk()
    for (number, text) in ["Born: 14/02/2011, Ely", "born on 14 February 2011", "14/2/2012"]
      .enumerated()
    {
      _ = try desk.desk.receiveReport(
        text: text, source: "test \(number)", kind: "merlin-mis", subjects: 1,
        policeReference: nil, named: nil, by: actor(desk))
    }
    let date = try #require(SpokenBirthday.take(from: "14.2.11")?.date)
    #expect(try desk.records.reportsSaying(date, limit: 9).count == 2)
    let month = try #require(SpokenBirthday.take(from: "feb 2011")?.date)
    #expect(try desk.records.reportsSaying(month, limit: 9).isEmpty, "too little to go by")
  }

  @Test("a name without its apostrophe is the name itself, and who is away comes first")
  func awayFirst() throws {
    let desk = try TestDesk()
    try desk.register("C1", "O’Dwyer", given: "Niamh")
    try desk.register("C2", "O'Dwyer", given: "Kacper")
    let file = try DatabaseQueue(path: desk.place.path)
    try file.write { try $0.execute(sql: "UPDATE children SET away = 1 WHERE id = 'C1'") }
    try file.close()
    let found = try desk.records.find("odwyer", limit: 9)
    #expect(found.map(\.id) == ["C1", "C2"])
    #expect(found.map(\.words) == [nil, nil])
    #expect(
      try desk.records.find("odwier", limit: 9).map(\.words) == [
        "sounds like it", "sounds like it",
      ])
  }
}
