import Store
import Testing
import Workflow

@Suite("A child is entered once")
struct SameChildTests {
  private func facts(_ family: String, _ given: String, _ born: String = "2011-03-14") -> Body {
    Body([
      "family-name": .text(family), "given-names": .text(given),
      "born": CivilDate(iso: born).map(Value.date) ?? .unknown,
    ])
  }

  private func enter(
    _ desk: TestDesk, _ id: String, _ facts: Body, besides others: Set<String> = []
  ) throws {
    _ = try desk.desk.triage(
      desk.triage(), of: id, id: "t-\(id)", registering: facts, besides: others,
      by: desk.coordinator, account: "mo", now: desk.now, procedures: desk.procedures)
  }

  @Test(
    "a child of the same name and birthday is refused, named, and the way forward told",
    arguments: [("Okafor", "Zoë"), ("OKAFOR", "zoe ann"), ("Zoe", "Okafor")])
  func refuses(family: String, given: String) throws {
    let desk = try TestDesk()
    try desk.register("NB-1")
    let refusal = #expect(throws: Refusal.self) {
      try enter(desk, "C-2", facts(family, given))
    }
    #expect(refusal?.reason == .rule && refusal?.findings.first?.field == "child")
    #expect(refusal?.sentence.contains("Okafor, Zoë") == true)
    #expect(refusal?.sentence.contains("NB-1") == true)
    #expect(try desk.records.child("C-2") == nil)
    try enter(desk, "C-2", facts(family, given), besides: ["NB-1"])
    #expect(try desk.records.child("C-2") != nil)
  }

  @Test("a twin, a namesake and a child without a birthday are entered as ever")
  func leavesOthers() throws {
    let desk = try TestDesk()
    try desk.register("NB-1")
    try enter(desk, "C-2", facts("Okafor", "Ada"))
    try enter(desk, "C-3", facts("Okafor", "Zoë", "2011-03-15"))
    try enter(desk, "C-4", Body(["family-name": .text("Okafor"), "given-names": .text("Zoë")]))
    #expect(try desk.records.registerCount() == 4)
  }
}
