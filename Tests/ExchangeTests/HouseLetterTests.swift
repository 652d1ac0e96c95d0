import Testing
import Workflow

@testable import Exchange

@Suite("A letter from a house")
struct HouseLetterTests {
  private func read(from: String, signed: String = "Jo Marsh", _ said: String = "") -> ReportDraft {
    ReportReader.read(
      text: """
        From: \(from)
        To: frontdoor@northbrook.example
        Date: Sun, 22 Nov 2026 23:40:00 +0000
        Subject: two not back

        Danika Holloway, date of birth 05/03/2011, has not come back this evening. Ellie Holloway,
        date of birth 06/04/2012, is with her and is missing as well.
        \(said)

        \(signed)

        """, received: SpokenInstant.read("2026-11-23 00:10", now: Instant(seconds: 0)),
      isWhole: true)
  }

  @Test(
    "its name may be one word, in the mailbox",
    arguments: [
      "alderlodge@mail.example", "Jo <jo@alderlodge.example>", "night@brackenfoldhousecare.example",
      "Alderlodge <office@mail.example>", "Alder Lodge <office@mail.example>",
    ])
  func inTheMailbox(from: String) {
    let draft = read(from: from)
    #expect(draft.kind == .carerEmail)
    #expect(draft.instant(.reportedAt)?.iso == "2026-11-22T23:40+00:00")
  }

  @Test(
    "or stand below it", arguments: ["Jo\nAlderlodge", "Jo Marsh, Alderlodge", "Jo\nAlder Lodge"])
  func below(signed: String) {
    #expect(read(from: "jo.marsh@mail.example", signed: signed).kind == .carerEmail)
  }

  @Test("what only sounds so is no house, and the police stay the police")
  func others() {
    #expect(read(from: "clerk@courthouse.example").kind == .unknown)
    #expect(read(from: "jo.marsh@mail.example").kind == .unknown)
    #expect(read(from: "jo@mail.example", signed: "She is at her friend’s house").kind == .unknown)
    #expect(read(from: "house@police.example").kind == .policeEmail)
    #expect(
      read(from: "jo@mail.example", signed: "Sgt Marsh\nBrewery House", "Sgt Marsh").kind
        == .policeEmail)
  }

  @Test("its gradings are noted with the child whom they name, and are nobody's yet")
  func gradings() {
    let draft = read(
      from: "alderlodge@mail.example", "Risk assessment: high for Ellie, medium for Danika.")
    #expect(draft.subjects.map(\.name) == ["Holloway, Danika", "Holloway, Ellie"])
    #expect(draft.subjects.map { $0.riskSaid?.value.plain } == ["medium", "high"])
    #expect(draft.subjects.allSatisfy { draft.risk(of: $0) == nil })
  }

  @Test(
    "a grading that is asked, another's or differs is nobody's",
    arguments: [
      "Is it high for Ellie?", "Ellie is at high school.", "Ellie is low.",
      "High for Ellie. Ellie is graded medium.", "> high for Ellie", "high for Ellie’s friend Tom",
    ])
  func unclear(said: String) {
    #expect(read(from: "alderlodge@mail.example", said).subjects.allSatisfy { $0.riskSaid == nil })
  }
}
