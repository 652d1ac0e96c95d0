import Procedures
import TestSupport
import Testing
import Workflow

/// Of several steps of one name the one that is ticked off is done, and no other.
@Suite("One step of several of its name")
struct OneStepDoneTests {
  /// A step of the whole record and one of its last absence may be the same duty: one act does both.
  @Test(
    "of those of one absence the one that is ticked off is done, and no other",
    arguments: Shelf.shipped.ids)
  func isTheOne(id: String) throws {
    var twins = 0
    for version in try Shelf.shipped.pack(id: id).versions {
      let procedure = version.procedure.adopted(by: "Northbrook")
      for seed in 0..<12 {
        var history = RandomHistory(seed: UInt64(4000 + seed))
        let child = history.child(after: 40, under: procedure)
        let steps = Derive.steps(of: child) { _ in procedure }
        for step in steps where step.isOpen && step.id.step.act == nil && !step.id.step.isMeeting {
          let others = steps.filter { $0.isOpen && $0.id.step == step.id.step && $0.id != step.id }
          guard !others.isEmpty else { continue }
          let now = history.now
          var body = Body(["step": .text(step.id.step.rawValue)])
          body[.part] = step.id.part
          if step.id.reference != child.currentRecord?.current?.reference,
            step.id.reference.hasPrefix("E-")
          {
            body[.episode] = step.id.reference
          }
          let act = Event(
            kind: .stepDone, body: body, occurred: now, recorded: now,
            by: Person(id: "m", name: "Mo Coord", role: .missingCoordinator),
            sequence: child.version + 1)
          twins += 1
          let after = Derive.steps(of: child.applying([act])) { _ in procedure }
          #expect(
            after.first { $0.id == step.id }?.isOpen != true,
            "\(id) \(seed): \(step.id.text) stays open; \(others.map(\.id.text))")
          for other in others where other.id.reference.prefix(1) == step.id.reference.prefix(1) {
            #expect(
              after.first { $0.id == other.id }?.isOpen == true,
              "\(id) \(seed): \(step.id.text) does \(other.id.text)")
          }
        }
      }
    }
    #expect(twins > 40 || id == "mfh-rag", "\(id): \(twins)")
  }
}
