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
    try screen.see("Reassigned · ", "offer interview", "To tray")
    try screen.type("tys")
    try screen.press("Tab")
    try screen.type("no allocated worker")
    try screen.press("C-s")
    try screen.see("Reassigned: Morgan, Sian.")
    try screen.press("3")
    try screen.see("TYS · 1 open", "Offer interview", "Tue 27 Oct 09:00")
    try screen.see("Moved here by", "no allocated worker")
  }

  @Test("of several marked rows each is moved by itself, on a real desk")
  func several() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002", went: "2026-10-24 08:00", now: "2026-10-24 11:30")
    try desk.away("NB-1003", went: "2026-10-24 09:00", now: "2026-10-24 11:45")
    func monitors(in tray: String) throws -> Int {
      try desk.json(["tray", tray]).list("steps").count { $0.text("step") == "monitoring" }
    }
    #expect(try monitors(in: "missing-coordinator") == 2)
    let screen = try DeskTerminal(desk, as: "mira")
    try screen.see("Missing coordinator · ", "Monitor")
    try screen.press("\\")
    try screen.type("monitor")
    try screen.press("Enter")
    try screen.see("2 of ", "filter: monitor")
    try screen.press("*")
    try screen.see("2 rows marked", "2 MARKED")
    try screen.press("M")
    try screen.see("Move 2 steps to which tray?")
    try screen.press("Down", "Enter")
    try screen.see("Move 2 steps to TYS: why?")
    try screen.type("no worker yet")
    try screen.press("Enter")
    try screen.see("Move 2 steps to TYS?", "[ Go back ]")
    #expect(try monitors(in: "tys") == 0, "nothing is moved before the answer")
    try screen.press("y")
    try screen.see("2 of 2 recorded", "reassigned")
    try screen.press("Enter")
    try screen.see("Nothing fits")
    let timeline = try desk.done(["timeline", "NB-1002"])
    #expect(timeline.contains("no worker yet"), "the reason stands with each: \(timeline)")
    #expect(try monitors(in: "tys") == 2 && monitors(in: "missing-coordinator") == 0)
    try screen.press("3")
    try screen.see("TYS · ", "Monitor")
    // What one looked at is no longer new, and stays so.
    try screen.press("\\")
    try screen.type("monitor is:unseen")
    try screen.press("Enter")
    try screen.see("2 of ")
    try screen.press("N")
    try screen.see("Morgan, Sian 15: seen", "TYS 2 +1")
  }
}
