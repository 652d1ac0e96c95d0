import Procedures
import Testing
import Workflow

@Suite("Whose work a step is, finds it in their own tray")
struct OwnTrayTests {
  /// What lies in the tray of the interviews whoever holds them.
  private static let ofInterviews: Set<StepName> = [.rhiOffer, .rhiInterview, .rhiLetter]

  @Test("in every pack that ships, wherever the owner has a tray")
  func shipped() throws {
    for pack in try Shelf.shipped.packs() {
      for rule in try #require(pack.versions.last).procedure.rules
      where rule.step != .acknowledge && !Self.ofInterviews.contains(rule.step) {
        guard let own = rule.role.tray else { continue }
        #expect(rule.tray == own, "\(rule.name)")
      }
    }
  }
}
