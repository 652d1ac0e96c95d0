import Testing
import Workflow

@Suite("Moving a record to another procedure")
struct AdoptionTests {
  private static let when = "2026-05-13 09:00"

  private static func move(to id: String, hash: String = "1111") -> [String: Value] {
    [
      "procedure": .text(id), "procedure-version": .text("2"), "procedure-hash": .text(hash),
      "reason": .text("The new manual is in force"),
    ]
  }

  @Test("given an open record, when it is moved, then the last of opening and moves is its pin")
  func pinsToTheLast() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    #expect(spec.child.currentRecord?.procedure?.value == "northbrook")
    spec.given(
      .procedureAdopted, at: AdoptionTests.when, AdoptionTests.move(to: "southbrook"),
      by: .teamManager)
    let pin = try #require(spec.child.currentRecord?.procedure)
    #expect(pin.value == "southbrook")
    #expect(pin.event[.procedureVersion] == "2" && pin.event[.procedureHash] == "1111")
    #expect(pin.event[.record] == "M-1")
    spec.given(
      .procedureAdopted, at: "2026-05-13 10:00", AdoptionTests.move(to: "southbrook", hash: "22"),
      by: .serviceManager)
    #expect(spec.child.currentRecord?.procedure?.event[.procedureHash] == "22")
    // It is kept with the record, so a further going stays under it.
    spec.given(.returned, at: "2026-05-13 11:00")
    spec.given(
      .wentMissing, at: "2026-05-14 11:00",
      ["from": .text("home"), "category": .text("missing")])
    #expect(spec.child.currentRecord?.procedure?.value == "southbrook")
    #expect(spec.child.records.count == 1)
  }

  @Test("only managers and administrators may move a record")
  func whoMay() {
    let may: Set<Role> = [
      .teamManager, .serviceManager, .groupManager, .headOfService, .assistantDirector, .director,
      .administrator,
    ]
    #expect(Set(Permissions.roles(for: .procedureAdopted)) == may)
    let spec = Spec.missing(at: "2026-05-12 14:30")
    for role in Role.allCases {
      let refusal = refusal(spec, AdoptionTests.move(to: "southbrook"), by: role)
      #expect(refusal?.reason == (may.contains(role) ? nil : .notAllowed), "\(role)")
    }
  }

  @Test("a move needs a reason, an open record, and another content")
  func whatItNeeds() {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    var silent = AdoptionTests.move(to: "southbrook")
    silent["reason"] = nil
    #expect(refusal(spec, silent)?.findings.map(\.field) == ["reason"])
    let same: [String: Value] = [
      "procedure": .text("northbrook"), "procedure-version": .text("1"),
      "procedure-hash": .text(String(repeating: "0", count: 64)), "reason": .text("Again"),
    ]
    #expect(refusal(spec, same)?.sentence == "M-1 follows that content of northbrook already.")

    var waiting = Spec()
    waiting.given(
      .wentMissing, at: "2026-05-12 14:30",
      ["from": .text("care"), "category": .text("missing")])
    #expect(refusal(waiting, AdoptionTests.move(to: "southbrook"))?.reason == .rule)

    spec.given(.returned, at: "2026-05-12 16:00")
    spec.given(.rhiHeld, at: "2026-05-12 17:00", Spec.wholeInterview, by: .rhiWorker)
    spec.given(.recordClosed, at: "2026-05-12 18:00", Spec.summary, by: .rhiWorker)
    spec.given(.acknowledged, at: "2026-05-12 19:00", Spec.nothing, by: .teamManager)
    spec.given(.acknowledged, at: "2026-05-12 19:30", Spec.nothing, by: .missingCoordinator)
    #expect(
      refusal(spec, AdoptionTests.move(to: "southbrook"))?.sentence
        == "E-1 is closed and acknowledged. Reopen it to record more.")
  }

  @Test("a pin is moved, never corrected")
  func isNotCorrected() throws {
    let spec = Spec.missing(at: "2026-05-12 14:30")
    let opened = try #require(spec.child.history.first { $0.kind == .opened })
    for field in ["procedure", "procedure-version", "procedure-hash"] {
      let correction: [String: Value] = [
        "corrects": .number(opened.sequence), "field": .text(field), "value": .text("x"),
        "reason": .text("Wrong"),
      ]
      do throws(Refusal) {
        _ = try spec.when(.corrected, at: AdoptionTests.when, correction)
        Issue.record("\(field) was corrected")
      } catch {
        #expect(error.reason == .rule && error.sentence.contains("procedure adopt"))
      }
    }
  }

  private func refusal(
    _ spec: Spec, _ body: [String: Value], by role: Role = .teamManager
  ) -> Refusal? {
    do throws(Refusal) {
      _ = try spec.when(.procedureAdopted, at: AdoptionTests.when, body, by: role)
      return nil
    } catch {
      return error
    }
  }
}
