import Testing
import Workflow

@Suite("Two authorities")
struct TwoAuthoritiesTests {
  private func child(_ facts: [String: Value]) -> Spec {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    if !facts.isEmpty { spec.given(.childUpdated, at: "2026-05-12 15:00", facts) }
    return spec
  }

  @Test(
    "are found by host and responsible authority against the desk's own",
    arguments: [
      ("", "", nil), ("Northbrook", "northbrook ", nil), ("own", "own", nil),
      ("Northbrook", "Southbrook", "host: Northbrook · responsible: Southbrook"),
      ("", "Southbrook", "host: Northbrook · responsible: Southbrook"),
      ("Southbrook", "", "host: Southbrook · responsible: Northbrook"),
      ("Eastbrook", "Southbrook", "host: Eastbrook · responsible: Southbrook"),
    ] as [(String, String, String?)])
  func areFound(host: String, responsible: String, words: String?) {
    let spec = child([
      "host-authority": .text(host), "responsible-authority": .text(responsible),
    ])
    let two = TwoAuthorities(child: spec.child, desk: "Northbrook")
    #expect(two?.words == words)
    if let two { #expect(two.other == "Southbrook") }
  }

  @Test("the desk's steps stand beside what the other's own procedure asks, marked as the other's")
  func standSideBySide() throws {
    let spec = child(["responsible-authority": .text("Southbrook")])
    let two = try #require(TwoAuthorities(child: spec.child, desk: "Northbrook"))
    let duties = AuthorityDuties(
      of: try #require(spec.child.records.last), child: spec.child, authorities: two,
      own: spec.procedure, others: [SideBySideTests.southbrook])
    #expect(duties.sides.map(\.part) == ["host", "responsible"])
    #expect(duties.sides.map(\.isDesk) == [true, false])
    #expect(duties.sides[0].steps.contains { $0.rules == ["NB-01"] })
    #expect(
      duties.sides[1].steps.map(\.id.step) == [.strategyMeeting, .homeAuthorityNotice])
    let pane = duties.explanation(asOf: try #require(Instant(iso: "2026-05-12 15:00")))
    #expect(pane.title == "Two authorities · host: Northbrook · responsible: Southbrook")
    #expect(
      pane.sections[1].heading
        == "Responsible: Southbrook · the other authority's, not in this desk's trays · by southbrook"
    )
    #expect(
      pane.sections[1].lines.contains(
        "Strategy meeting: due Wed 13 May 2026 14:30, service manager chairs (SB-01)"))
  }

  @Test("without a pack of the other authority the desk says that it does not know")
  func saysWhatItDoesNotKnow() throws {
    let spec = child(["responsible-authority": .text("Westbrook")])
    let two = try #require(TwoAuthorities(child: spec.child, desk: "Northbrook"))
    let duties = AuthorityDuties(
      of: try #require(spec.child.records.last), child: spec.child, authorities: two,
      own: spec.procedure, others: [SideBySideTests.southbrook])
    let now = try #require(Instant(iso: "2026-05-12 15:00"))
    #expect(duties.sides[1].steps.isEmpty && duties.sides[1].procedure == nil)
    #expect(
      duties.sides[1].lines(asOf: now).contains {
        $0.hasPrefix("No procedure of Westbrook is on the shelf")
      })
  }
}
