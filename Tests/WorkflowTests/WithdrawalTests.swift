import Testing
import Workflow

@Suite("Taking back what was recorded by mistake")
struct WithdrawalTests {
  static let when = "2026-05-13 09:00"

  private func spec() -> Spec {
    var spec = Spec.missing(at: "2026-05-10 18:00")
    spec.given(.riskAssessed, at: "2026-05-10 20:00", ["risk": .text("low")], by: .teamManager)
    return spec
  }

  private func number(_ kind: EventKind, in spec: Spec) -> Value {
    .number(spec.child.history.last { $0.kind == kind }?.sequence ?? 0)
  }

  private func refusal(
    _ spec: Spec, _ kind: EventKind, by role: Role
  ) -> Refusal? {
    do throws(Refusal) {
      _ = try spec.when(
        .withdrawn, at: WithdrawalTests.when,
        ["corrects": number(kind, in: spec), "reason": .text("wrong child")], by: role)
      return nil
    } catch {
      return error
    }
  }

  @Test("it stays in the journal and counts no longer")
  func countsNoLonger() {
    var spec = spec()
    let before = spec.child.version
    #expect(spec.child.episodes.last?.risk?.value == .low)
    spec.given(
      .withdrawn, at: WithdrawalTests.when,
      ["corrects": number(.riskAssessed, in: spec), "reason": .text("wrong child")],
      by: .teamManager)
    #expect(spec.child.episodes.last?.risk == nil)
    #expect(spec.child.version == before + 1)
    #expect(spec.child.history.contains { $0.kind == .riskAssessed })
    // Replayed from the journal it reads the same.
    #expect(ChildCase(id: "C1", history: spec.child.history) == spec.child)
    // What is recorded next counts again.
    spec.given(.riskAssessed, at: WithdrawalTests.when, ["risk": .text("high")], by: .teamManager)
    #expect(spec.child.episodes.last?.risk?.value == .high)
    #expect(refusal(spec, .noteAdded, by: .teamManager)?.reason == .notFound)
  }

  @Test("twice is refused")
  func twiceIsRefused() {
    var spec = spec()
    let body: [String: Value] = [
      "corrects": number(.riskAssessed, in: spec), "reason": .text("wrong child"),
    ]
    spec.given(.withdrawn, at: WithdrawalTests.when, body, by: .teamManager)
    #expect(throws: Refusal.self) {
      _ = try spec.when(.withdrawn, at: WithdrawalTests.when, body, by: .teamManager)
    }
  }

  @Test("is for whoever recorded it, or who manages")
  func isForWhoeverRecordedIt() {
    var spec = spec()
    spec.given(.noteAdded, at: "2026-05-10 21:00", ["text": .text("seen")], by: .frontDoor)
    #expect(refusal(spec, .noteAdded, by: .frontDoor) == nil)
    #expect(refusal(spec, .noteAdded, by: .teamManager) == nil)
    let other = refusal(spec, .noteAdded, by: .socialWorker)
    #expect(other?.reason == .notAllowed && other?.tell == .teamManager)
  }

  @Test("is refused where something rests on it, and names that")
  func isRefusedWhereSomethingRestsOnIt() {
    var spec = spec()
    spec.given(.returned, at: "2026-05-11 08:00", by: .missingCoordinator)
    #expect(refusal(spec, .returned, by: .missingCoordinator) == nil)
    spec.given(
      .rhiOffered, at: "2026-05-11 12:00", ["answer": .text("no-answer")], by: .rhiWorker)
    let refused = refusal(spec, .returned, by: .missingCoordinator)
    #expect(refused?.sentence.contains("interview attempt") == true)
    #expect(refusal(spec, .wentMissing, by: .teamManager)?.reason == .rule)
    // The attempt itself rests below nothing.
    #expect(refusal(spec, .rhiOffered, by: .rhiWorker) == nil)
  }

  @Test(
    "a refusal that was recorded of the wrong child is withdrawn, and the interview is to be held again"
  )
  func refusalIsWithdrawn() {
    var spec = spec()
    spec.given(.returned, at: "2026-05-11 08:00", by: .missingCoordinator)
    spec.given(.rhiDeclined, at: "2026-05-11 10:00", ["by": .text("child")], by: .rhiWorker)
    #expect(spec.child.episodes.last?.declined != nil)
    #expect(refusal(spec, .rhiDeclined, by: .rhiWorker) == nil)
    spec.given(
      .withdrawn, at: "2026-05-11 10:05",
      ["corrects": number(.rhiDeclined, in: spec), "reason": .text("wrong child")],
      by: .rhiWorker)
    #expect(spec.child.episodes.last?.declined == nil)
    #expect(spec.step(.rhiInterview)?.isOpen != false)
  }

  @Test("a correction that is withdrawn changes nothing any longer")
  func withdrawnCorrection() {
    var spec = spec()
    let before = spec.child.episodes.last?.risk?.value
    spec.given(
      .corrected, at: "2026-05-11 08:00",
      [
        "corrects": number(.riskAssessed, in: spec), "field": .text("risk"),
        "value": .text("medium"), "reason": .text("slip"),
      ], by: .teamManager)
    #expect(before != .medium && spec.child.episodes.last?.risk?.value == .medium)
    spec.given(
      .withdrawn, at: "2026-05-11 09:00",
      ["corrects": number(.corrected, in: spec), "reason": .text("was right before")],
      by: .teamManager)
    #expect(spec.child.episodes.last?.risk?.value == before)
  }

  @Test("its own corrections go with it")
  func correctionsGoWithIt() {
    var spec = spec()
    spec.given(
      .corrected, at: "2026-05-11 08:00",
      [
        "corrects": number(.riskAssessed, in: spec), "field": .text("risk"),
        "value": .text("medium"), "reason": .text("slip"),
      ], by: .teamManager)
    #expect(spec.child.episodes.last?.risk?.value == .medium)
    #expect(refusal(spec, .riskAssessed, by: .teamManager) == nil)
  }

  @Test("statutory ends are not withdrawn, and the way forward is named")
  func endsAreNotWithdrawn() {
    let spec = spec()
    #expect(refusal(spec, .opened, by: .teamManager)?.sentence.contains("Correct") == true)
    for kind in [EventKind.recordClosed, .acknowledged, .finalised, .caseClosed] {
      #expect(Withdrawal.isNever.contains(kind))
      #expect(Withdrawal.wayForward(for: kind).contains("Reopen"))
    }
  }

  @Test(
    "a correction of when it was learnt moves what counts as learnt, and taken back moves it back")
  func learntMoves() throws {
    var spec = Spec.missing(
      at: "2026-05-10 18:00",
      procedure: .northbrook(
        and: Rule(
          name: "told", realises: ["NB-02"], step: .directorNotice, tray: .teamManager,
          role: .teamManager, when: .fact(.category, ["missing"]),
          since: [.learnt(EventMatch(.returned))], within: .hours(2), duty: "Tell.",
          citation: Citation(document: "A document", section: "2"))))
    spec.given(.returned, at: "2026-05-11 08:00", by: .frontDoor, learnt: "2026-05-11 12:00")
    let number = try #require(spec.child.history.last?.sequence)
    func learnt() -> Instant? { spec.child.reading(of: number)?.recorded }
    #expect(learnt() == Instant(iso: "2026-05-11 12:00"))
    #expect(spec.step(.directorNotice)?.due == Instant(iso: "2026-05-11 14:00"))
    func body(_ value: String) -> [String: Value] {
      [
        "corrects": .number(number), "field": .text("learnt"), "value": .text(value),
        "reason": .text("the carer rang at half past nine"),
      ]
    }
    spec.given(.corrected, at: "2026-05-11 13:00", body("2026-05-11T09:30+01:00"), by: .frontDoor)
    #expect(learnt() == Instant(iso: "2026-05-11T09:30+01:00"))
    #expect(spec.step(.directorNotice)?.due == Instant(iso: "2026-05-11T11:30+01:00"))
    #expect(spec.child.reading(of: number)?.written == Instant(iso: "2026-05-11 12:00"))
    // Nothing is learnt later than it is written down.
    do throws(Refusal) {
      _ = try spec.when(
        .corrected, at: "2026-05-11 15:00", body("2026-05-11T14:00+01:00"), by: .frontDoor)
      Issue.record("learnt after it was written")
    } catch {
      #expect(error.sentence.contains("it was learnt by then"), "\(error.sentence)")
    }
    let correction = spec.child.history.last { $0.kind == .corrected }?.sequence ?? 0
    spec.given(
      .withdrawn, at: "2026-05-11 13:10",
      ["corrects": .number(correction), "reason": .text("it was right")], by: .frontDoor)
    #expect(learnt() == Instant(iso: "2026-05-11 12:00"))
  }

  @Test("what an acknowledgement answered is settled; a word with capitals inside keeps them")
  func settled() {
    #expect(EventKind.acknowledged.settledFields == ["answer", "as"])
    #expect(EventKind.rhiHeld.settledFields.isEmpty)
    #expect(
      "HoS notice".lowercasedFirst == "HoS notice"
        && "Strategy meeting".lowercasedFirst == "strategy meeting")
  }
}
