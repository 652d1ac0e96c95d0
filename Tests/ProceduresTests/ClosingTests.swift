import Procedures
import Testing
import Workflow

@Suite("What a closure and its acknowledgement say of the same step")
struct ClosingTests {
  private let worker = Person(id: "w", name: "W", role: .rhiWorker)
  private let start = Instant(seconds: 1_795_100_000)

  /// A looked-after child who is back and declined, whose grab pack was brought up to date.
  private func child(closed: Bool) -> ChildCase {
    let events: [(EventKind, [String: Value])] = [
      (
        .childRegistered,
        [
          "family-name": .text("Osei"), "status": .text("looked-after"), "allocated": .flag(true),
          "resident": .flag(true), "born": CivilDate(iso: "2012-02-01").map(Value.date) ?? .unknown,
        ]
      ),
      (.wentMissing, ["from": .text("home"), "category": .text("missing")]),
      (.reported, ["by": .text("police"), "risk": .text("low")]),
      (.opened, ["record": .text("M-1"), "episode": .text("E-1")]),
      (.stepDone, ["step": .text("grab-pack-review")]),
      (.returned, [:]), (.rhiDeclined, ["by": .text("the child")]),
      (.recordClosed, ["reason": .text("Back and well")]),
    ]
    return ChildCase(id: "C-1").applying(
      events.dropLast(closed ? 0 : 1).enumerated().map { place, event in
        let at = start.adding(seconds: Int64(place) * 3600)
        return Event(
          kind: event.0, body: Body(event.1), occurred: at, recorded: at, by: worker,
          sequence: place + 1)
      })
  }

  private func fates(_ kind: EventKind, _ child: ChildCase) throws -> [RecordEnd.Step] {
    let procedure = try #require(Shelf(local: []).pack(id: "combined").versions.last).procedure
    let record = try #require(child.records.last)
    let steps = Derive.steps(of: child) { _ in procedure }
    let end = RecordEnd(
      by: kind, of: record, child: child, actor: worker, procedure: procedure, steps: steps,
      now: start.adding(seconds: 10 * 3600))
    return end.steps.filter { $0.step.id.step == .grabPackReview && $0.step.id.occurrence == 2 }
  }

  @Test("goes on in both, with the limit that stands now, and says to where the closure moves it")
  func agree() throws {
    let closing = try fates(.recordClosed, child(closed: false))
    let acknowledging = try fates(.acknowledged, child(closed: true))
    #expect(closing.map(\.fate) == [.goesOn] && acknowledging.map(\.fate) == [.goesOn])
    let procedure = try #require(Shelf(local: []).pack(id: "combined").versions.last).procedure
    let open = try #require(
      Derive.steps(of: child(closed: false)) { _ in procedure }.first {
        $0.isOpen && $0.id.step == .grabPackReview && $0.id.occurrence == 2
      })
    #expect(closing.map(\.step.due) == [open.due], "the same as on the child's page")
    #expect(closing.map(\.moved?.due) == acknowledging.map(\.step.due))
    #expect(closing[0].moved != nil && acknowledging[0].moved == nil)
  }
}
