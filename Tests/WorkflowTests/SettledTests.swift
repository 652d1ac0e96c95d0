import Testing
import Workflow

@Suite("What settled a step, and who")
struct SettledTests {
  private func back(procedure: Procedure = .northbrook) -> Spec {
    var spec = Spec.missing(at: "2026-05-12 14:30", procedure: procedure)
    spec.given(.returned, at: "2026-05-13 10:00", by: .missingCoordinator)
    return spec
  }

  private func end(of step: StepName, in spec: Spec) -> [String] {
    spec.explanation(step, "How it ended", asOf: "2026-05-20 10:00")
  }

  @Test("given an open step, then nothing settled it and nothing is said of its end")
  func open() throws {
    let spec = back()
    let step = try #require(spec.step(.rhiOffer))
    #expect(step.isOpen && step.settled == nil && !step.isSettledByOwnAct)
    #expect(end(of: .rhiOffer, in: spec).isEmpty)
  }

  @Test("given a step that was done by its own act, then whoever recorded that is named")
  func ownAct() throws {
    var spec = back()
    spec.given(.riskAssessed, at: "2026-05-13 12:00", ["risk": .text("low")], by: .teamManager)
    let step = try #require(spec.step(.riskRating))
    #expect(step.settled?.kind == .riskAssessed && step.settled?.by.role == .teamManager)
    #expect(step.isSettledByOwnAct)
    #expect(
      end(of: .riskRating, in: spec) == [
        "Done Wed 13 May 2026 12:00",
        "Team manager, team manager, recorded the risk rating at Wed 13 May 2026 12:00",
      ])
    // A step that its name ticks off is its own act, too.
    spec.given(
      .stepDone, at: "2026-05-13 13:00",
      ["step": .text("rhi-letter"), "outcome": .text("Sent to her mother")], by: .rhiWorker)
    let letter = try #require(spec.step(.rhiLetter))
    #expect(letter.isSettledByOwnAct && letter.settled?.by.role == .rhiWorker)
    #expect(end(of: .rhiLetter, in: spec).first == "Done Wed 13 May 2026 13:00, in time")
  }

  @Test("given a step that was done by the way, then the event is named, and who recorded that")
  func byTheWay() throws {
    let rule = Rule(
      name: "allocation", realises: ["NB-12"], step: .rhiAllocation, tray: .tys, role: .tysWorker,
      since: [.first(EventMatch(.returned))], within: .hours(1), doneBy: [EventMatch(.rhiHeld)],
      duty: "Do it.", citation: Citation(document: "A document", section: "1"))
    var spec = Spec.missing(at: "2026-05-12 14:30", procedure: .northbrook(and: rule))
    spec.given(.returned, at: "2026-05-13 10:00", by: .missingCoordinator)
    spec.given(
      .rhiHeld, at: "2026-05-13 15:00", Spec.wholeInterview, by: .rhiWorker,
      learnt: "2026-05-13 16:00")
    let step = try #require(spec.step(.rhiAllocation))
    #expect(step.settled?.kind == .rhiHeld && !step.isSettledByOwnAct)
    #expect(
      end(of: .rhiAllocation, in: spec) == [
        "Done Wed 13 May 2026 15:00, after its due time",
        "By itself, with the interview of Wed 13 May 2026 15:00, which RHI worker, RHI worker, "
          + "recorded at Wed 13 May 2026 16:00",
      ])
  }

  @Test("given a step that ended with its record, then nobody is said to have done it")
  func endedWithRecord() throws {
    let figures = Rule(
      name: "figures", realises: ["NB-15"], step: .quarterlyReport, tray: .missingCoordinator,
      role: .missingCoordinator, since: [.first(EventMatch(.returned))], within: .months(3),
      doneBy: [EventMatch(.recordClosed)], duty: "Do it.",
      citation: Citation(document: "A document", section: "1"))
    let finish = Rule(
      name: "finish", realises: ["NB-16"], step: .finalise, tray: .missingCoordinator,
      role: .missingCoordinator, since: [.first(EventMatch(.returned))],
      doneBy: [EventMatch(.uploaded), EventMatch(.finalised), EventMatch(.recordClosed)],
      duty: "Upload it, share it, end it.",
      citation: Citation(document: "A document", section: "1"))
    let close = Rule(
      name: "close", realises: ["NB-27"], step: .closeRecord, tray: .rhi, role: .rhiWorker,
      since: [.last(EventMatch(.rhiHeld))], doneBy: [EventMatch(.recordClosed)], duty: "Close it.",
      citation: Citation(document: "A document", section: "1"))
    var spec = Spec.missing(
      at: "2026-05-12 14:30", procedure: .northbrook(and: figures, finish, close))
    spec.given(.returned, at: "2026-05-13 10:00", by: .missingCoordinator)
    spec.given(.rhiHeld, at: "2026-05-13 11:00", Spec.wholeInterview, by: .rhiWorker)
    spec.given(.uploaded, at: "2026-05-13 12:00", by: .rhiWorker)
    spec.given(.recordClosed, at: "2026-05-14 10:00", Spec.summary, by: .rhiWorker)
    for (name, kind) in [
      (StepName.quarterlyReport, EventKind.recordClosed), (.finalise, .uploaded),
    ] {
      let step = try #require(spec.step(name))
      #expect(step.settled?.kind == kind && !step.isSettledByOwnAct && step.isEndedWithRecord)
    }
    #expect(
      end(of: .quarterlyReport, in: spec) == [
        "Ended Thu 14 May 2026 10:00",
        "By itself, with the closure of the record of Thu 14 May 2026 10:00, which RHI worker, "
          + "RHI worker, recorded at Thu 14 May 2026 10:00",
      ])
    let closure = try #require(spec.step(.closeRecord))
    #expect(closure.isSettledByOwnAct && !closure.isEndedWithRecord, "whoever closes has closed")
  }

  @Test("given an upload while something is still to be filled in, then the record is not finished")
  func uploadedUnfinished() throws {
    let finish = Rule(
      name: "finish", realises: ["NB-16"], step: .finalise, tray: .missingCoordinator,
      role: .missingCoordinator, since: [.first(EventMatch(.returned))],
      doneBy: [EventMatch(.uploaded), EventMatch(.finalised), EventMatch(.recordClosed)],
      duty: "Upload it, share it, end it.",
      citation: Citation(document: "A document", section: "1"))
    var spec = Spec.missing(at: "2026-05-12 14:30", procedure: .northbrook(and: finish))
    spec.given(.returned, at: "2026-05-13 10:00", by: .missingCoordinator)
    var interview = Spec.wholeInterview
    interview["circumstances"] = nil
    spec.given(.rhiHeld, at: "2026-05-13 11:00", interview, by: .rhiWorker)
    let held = try #require(spec.child.history.last)
    spec.given(.uploaded, at: "2026-05-13 12:00", by: .rhiWorker)
    #expect(spec.step(.finalise)?.isOpen == true, "what was said is still to be filled in")
    spec.given(
      .corrected, at: "2026-05-13 13:00",
      [
        "corrects": .number(held.sequence), "field": .text("circumstances"),
        "value": .text("Was with a friend"),
      ], by: .rhiWorker)
    #expect(spec.step(.finalise)?.isOpen == false)
  }

  @Test("given several things that hold a closure, when somebody closes, then it names them all")
  func namesAllThatHolds() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.returned, at: "2026-05-13 10:00", by: .missingCoordinator)
    var interview = Spec.wholeInterview
    interview["circumstances"] = nil
    spec.given(.rhiHeld, at: "2026-05-13 11:00", interview, by: .rhiWorker)
    spec.given(
      .disclosure, at: "2026-05-13 12:00", ["significant-harm": .flag(true)], by: .rhiWorker)
    do throws(Refusal) {
      _ = try spec.when(
        .recordClosed, at: "2026-05-14 10:00", Spec.summary, by: .missingCoordinator)
      Issue.record("it was closed")
    } catch {
      #expect(error.sentence.contains("section 47 strategy meeting"), "\(error.sentence)")
      #expect(error.sentence.contains("what was said"), "\(error.sentence)")
    }
  }

  @Test("given a step that is not required or left undone, then it says by what and whom")
  func otherEnds() throws {
    var spec = back(procedure: .northbrook(and: Procedure.visitAfterCheck))
    let lapsed = try #require(spec.step(.strategyMeeting))
    #expect(lapsed.settled?.kind == .returned)
    #expect(
      end(of: .strategyMeeting, in: spec).last?.hasPrefix("By itself, with the return of") == true)
    spec.given(.recordClosed, at: "2026-05-14 10:00", Spec.summary, by: .rhiWorker)
    spec.given(.safeAndWell, at: "2026-05-14 10:30", [:])
    spec.given(.acknowledged, at: "2026-05-14 11:00", Spec.nothing, by: .teamManager)
    spec.given(.acknowledged, at: "2026-05-14 12:00", Spec.nothing, by: .missingCoordinator)
    let undone = try #require(spec.step(.wellbeingCheck))
    #expect(undone.settled?.kind == .recordClosed && undone.settled?.by.role == .rhiWorker)
    #expect(
      end(of: .wellbeingCheck, in: spec).contains { $0.hasPrefix("Nobody did it: RHI worker") })
  }

  @Test("a step that comes again is called by which time it comes")
  func ordinals() {
    let names = [1, 2, 3, 4, 11, 12, 21, 112].map {
      StepID(reference: "E-1", step: .reviewMeeting, occurrence: $0).title
    }
    #expect(
      names == [
        "Review meeting", "2nd review meeting", "3rd review meeting", "4th review meeting",
        "11th review meeting", "12th review meeting", "21st review meeting", "112th review meeting",
      ])
    #expect(StepID(reference: "E-1", step: .ragReview, occurrence: 2).title == "2nd review RAG")
  }
}
