import Store
import Testing
import Workflow

@Suite("In which order children and reports are found")
struct FoundOrderTests {
  private func found(_ text: String, _ desk: TestDesk) throws -> [String] {
    try FoundHit.ordered(
      desk.records.find(text, limit: 50), desk.records.findReports(text, limit: 20)
    ).map { hit in
      switch hit {
      case .child(let child): child.id
      case .report(let report): report.row.reference
      }
    }
  }

  private func receive(_ number: Int, _ named: String, _ desk: TestDesk) throws -> String {
    try desk.desk.receiveReport(
      text: "\(number)", source: "s", kind: "k", named: named,
      by: Actor(desk.coordinator, account: "mo", now: desk.now)
    ).reference
  }

  @Test("of what fits alike who is away comes first, then the report that waits, then the rest")
  func alike() throws {
    let desk = try TestDesk()
    try desk.register("C1", "Lovatt", given: "Kit")
    try desk.register("C2", "Lovatt", given: "Brooke")
    _ = try desk.goMissing("C1", "t1")
    try desk.register("C3", "Lovatt", given: "Ada")
    let waits = try receive(1, "LOVATT, Brooke", desk)
    let aside = try receive(2, "Lovatt, Dean", desk)
    try desk.desk.setAside(
      report: aside, decision: "duplicate", reason: "Same call", id: "b",
      by: Actor(desk.coordinator, account: "mo", now: desk.now))
    #expect(try found("lovatt", desk) == ["C1", waits, "C3", "C2", aside])
  }

  @Test("what is written as typed comes before a report that only sounds like it")
  func asTypedFirst() throws {
    let desk = try TestDesk()
    try desk.register("C1", "Lovatt", given: "Kit")
    let waits = try receive(1, "Lovett, Brooke", desk)
    #expect(try found("lovatt", desk) == ["C1", waits])
    #expect(try found("lovett", desk) == [waits, "C1"])
  }

  @Test("however many reports of a name wait, a child of that name is among the first lines")
  func manyWait() throws {
    let desk = try TestDesk()
    try desk.register("C1", "Lovatt", given: "Kit")
    for number in 1...9 { _ = try receive(number, "Lovatt, Kit", desk) }
    let all = try found("lovatt", desk)
    #expect(all.count == 10 && all.firstIndex(of: "C1") == 4)
  }
}
