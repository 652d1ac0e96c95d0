import Store
import Testing
import Workflow

@Suite("Names that were half heard")
struct HalfHeardTests {
  private func desk() throws -> TestDesk {
    let desk = try TestDesk()
    let children = [
      ("Wiśniewski", "Jakub"), ("Wójcik", "Tomasz"), ("Nguyễn", "Thi Mai"), ("Petrauskaitė", "Ula"),
      ("Al-Khatib", "Yousef"), ("Novak", "Kacper"), ("O'Dwyer", "Niamh"), ("Pryce-Morgan", "Siân"),
      ("Morgan", "Sian"), ("Okafor", "Zoë"),
    ]
    for (place, name) in children.enumerated() {
      try desk.register("C\(place)", name.0, given: name.1)
    }
    return desk
  }

  @Test(
    "a name is found as an English ear spells it",
    arguments: [
      ("wisnefski", ["C0"]), ("wishnevski", ["C0"]), ("vishnevski", ["C0"]), ("voychik", ["C1"]),
      ("nwen", ["C2"]), ("petrowskyte", ["C3"]), ("elkatib", ["C4"]), ("kacpa", ["C5"]),
      ("oduire", ["C6"]), ("shawn", ["C7", "C8"]), ("tomash voychik", ["C1"]),
    ])
  func byEar(_ typed: String, _ ids: [String]) throws {
    let desk = try desk()
    let found = try desk.records.find(typed, limit: 20)
    #expect(found.map(\.id).sorted() == ids, "\(typed)")
    #expect(found.allSatisfy { $0.words == "sounds like it" })
  }

  @Test("where nobody is written so or sounds so, the nearest are offered as what they are")
  func nearest() throws {
    let desk = try desk()
    let found = try desk.records.find("wirniewlka", limit: 20)
    #expect(found.map(\.id) == ["C0"] && found[0].words == "nearest, not written so")
    #expect(try desk.records.find("xylophone", limit: 20).isEmpty)
    #expect(try desk.records.find("900418", limit: 20).isEmpty)
    // Who is written so stands alone.
    #expect(try desk.records.find("okafor", limit: 20).map(\.id) == ["C9"])
  }
}
