import Store
import StorePractice
import TestSupport
import Testing
import Workflow

/// A computer's clock that is set, by an hour or a day, forwards and back, at the nights on which the
/// clocks change, on a leap day and on common days.
@Suite("When the computer's clock is set")
struct ClockTests {
  /// Moments around which due times go wrong where somebody adds hours to what a wall clock shows.
  private static let moments = [
    "2026-10-25T00:40+01:00", "2026-10-25T01:20+00:00", "2026-10-24T17:00+01:00",
    "2027-03-28T00:30+00:00", "2027-03-27T22:10+00:00", "2028-02-29T08:00+00:00",
    "2028-02-28T23:50+00:00", "2026-12-31T23:30+00:00", "2026-11-21T19:40+00:00",
    "2026-07-01T12:00+01:00",
  ]

  /// By how much the clock is set between two acts, in seconds.
  private static let steps: [Int64] = [3_600, -3_600, 86_400, -86_400]

  @Test(
    "due times hang on what happened, the order on numbers, and verify finds nothing: 400 cases")
  func set() throws {
    var random = Seeded(20_261_025)
    for moment in ClockTests.moments {
      let base = try #require(Instant(iso: moment))
      let desk = try TestDesk()
      for number in 0..<40 {
        let child = "C\(number)"
        let minutes = Int64.random(in: 0..<600, using: &random)
        desk.now = base.adding(seconds: minutes * 60)
        try desk.register(child)
        let went = desk.now.adding(hours: -2)
        _ = try desk.goMissing(child, "go-\(number)")
        desk.now = desk.now.adding(hours: 7)
        let back = desk.now
        let step = ClockTests.steps[number % ClockTests.steps.count]
        try desk.perform("back-\(number)", on: child, .init(.returned, at: back))
        // Somebody sets the clock; what is recorded now bears a time before or after all of that.
        desk.now = back.adding(seconds: step)
        let note = Body(["text": .text("The clock was set by \(step) s.")])
        try desk.perform("note-\(number)", on: child, .init(.noteAdded, at: desk.now, note))
        let events = try desk.records.timeline(child).sorted { $0.version < $1.version }
        #expect(events.last?.event.kind == .noteAdded, "\(moment) \(step): order by number")
        #expect(events.map(\.version) == Array(1...events.count))
        let due = Dictionary(
          try desk.records.steps(
            in: .rhi, Window(limit: 100), now: desk.now
          ).filter { $0.child == child }.map { ($0.step, $0.due) }, uniquingKeysWith: { $1 })
        #expect(due["rhi-offer"] == back.adding(hours: 72), "\(moment) \(step)")
        let told = try desk.records.steps(in: .frontDoor, Window(limit: 100), now: desk.now)
          .first { $0.child == child }
        #expect(told?.due == went.adding(hours: 2), "\(moment) \(step)")
      }
      #expect(try desk.desk.verify(procedures: desk.procedures).findings == [])
    }
  }

  @Test("doctor says that the clock stands before what was recorded, and by how much")
  func noted() throws {
    let desk = try TestDesk()
    desk.now = try #require(Instant(iso: "2026-10-25T01:20+00:00"))
    try desk.register("C1")
    for (step, state) in [(Int64(-3_600), "fail"), (-86_400, "fail"), (0, "ok"), (3_600, "ok")] {
      let lines = DeskFile.checkUp(at: desk.place.path, now: desk.now.adding(seconds: step))
      let line = try #require(lines.first { $0.name == "clock" })
      #expect(line.state.rawValue == state, "\(step): \(line.found)")
    }
  }
}
