import TestSupport
import Testing

/// A step in another tray: somebody else's work, the same limit.
@Suite("Moving a step to another tray", .serialized)
struct ReassignTests {
  enum Way: CaseIterable { case command, keys }

  @Test("its due time stays", arguments: Way.allCases)
  func keepsDueTime(way: Way) throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    try desk.done(["record", "returned", "NB-1002", "--at", "10:00"], as: "mira")
    func offer(in tray: String) throws -> JSONObject? {
      try desk.json(["tray", tray]).list("steps").first { $0.text("step") == "rhi-offer" }
    }
    let before = try #require(try offer(in: "rhi"))
    switch way {
    case .command:
      try desk.done(
        [
          "record", "reassigned", "NB-1002", "--set", "step=rhi-offer", "--set", "to=tys",
          "--set", "reason=no allocated worker",
        ], as: "mira")
    case .keys: try move(on: desk)
    }
    let after = try #require(try offer(in: "tys"))
    #expect(try offer(in: "rhi") == nil)
    #expect(before.text("due") == "2026-10-27T09:00+00:00")
    for name in ["id", "due", "opens", "role", "state"] {
      #expect(after.text(name) == before.text(name), "\(name)")
    }
    let why = try desk.done(["why", "NB-1002", "rhi-offer"])
    #expect(why.contains("Reassigning, holding or planning never moves the due time"))
  }

  private func move(on desk: DrillDesk) throws {
    let screen = try DeskTerminal(desk, as: "mira")
    try screen.press("4")
    try screen.see("Return interviews · ", "Offer interview")
    try screen.press("\\")
    try screen.type("offer")
    try screen.press("Enter")
    try screen.see("Offer interview", "Tue 27 Oct 09:00", "filter: offer")
    try screen.press("M")
    try screen.see("Reassigned · ", "rhi-offer", "To tray")
    try screen.type("tys")
    try screen.press("Tab")
    try screen.type("no allocated worker")
    try screen.press("C-s")
    try screen.see("Reassigned: Morgan, Sian.")
    try screen.press("3")
    try screen.see("TYS · 1 open", "Offer interview", "Tue 27 Oct 09:00")
  }
}
