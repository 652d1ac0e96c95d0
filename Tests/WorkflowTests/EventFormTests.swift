import Testing
import Workflow

@Suite("What an event asks for")
struct EventFormTests {
  @Test("every field of an event has a name of its own", arguments: EventKind.allCases)
  func namesAreTheirOwn(kind: EventKind) {
    let fields = EventForm.of(kind).fields
    #expect(Set(fields.map(\.name)).count == fields.count)
    #expect(Set(fields.map(\.label)).count == fields.count, "\(kind): two questions read alike")
    for field in fields { #expect(!(field.isRequired && field.isNeededToFinish), "\(field.name)") }
  }

  @Test("an attempt without its answer is refused: it would count as an offer")
  func anAttemptNeedsItsAnswer() {
    var spec = Spec.missing(at: "2026-05-10 18:00")
    spec.given(.returned, at: "2026-05-11 08:00", by: .missingCoordinator)
    #expect(throws: Refusal.self) {
      _ = try spec.when(.rhiOffered, at: "2026-05-11 12:00", by: .rhiWorker)
    }
  }

  @Test("what may wait is told from what is needed at once")
  func whatMayWait() {
    let form = EventForm.of(.rhiHeld)
    #expect(form.findings(in: Body()).isEmpty)
    let open = form.unfinished(in: Body(["circumstances": .text("said"), "reasons": .list([])]))
    #expect(
      open.map(\.name) == [
        "by", "place", "outcome", "significant-harm", "reasons", "consent", "child-consent",
      ])
    #expect(open.allSatisfy { $0.rule != nil })
  }
}
