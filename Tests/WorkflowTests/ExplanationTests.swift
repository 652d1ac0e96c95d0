import Testing
import Workflow

@Suite("Explaining")
struct ExplanationTests {
  @Test("days over the March change keep the clock time, and say how many hours that is")
  func explainsDaysInMarch() {
    let spec = Spec.missing(at: "2026-03-27 20:00")
    #expect(
      spec.explanation(.strategyMeeting, "Arithmetic", asOf: "2026-03-28 09:00") == [
        "3 days from going missing, Fri 27 Mar 2026 20:00, at the same clock time: "
          + "Mon 30 Mar 2026 20:00 London time",
        "The clocks go forward in between; the clock time stays, so it is 71 hours in all",
      ])
  }

  @Test("days over the October change")
  func explainsDaysInOctober() {
    let spec = Spec.missing(at: "2026-10-23 20:00")
    #expect(
      spec.explanation(.strategyMeeting, "Arithmetic", asOf: "2026-10-24 09:00").last
        == "The clocks go back in between; the clock time stays, so it is 73 hours in all")
  }

  @Test("hours over the March change end an hour later by the clock")
  func explainsHoursInMarch() {
    var spec = Spec.missing(at: "2026-03-27 20:00")
    spec.given(.returned, at: "2026-03-28 16:00")
    #expect(
      spec.explanation(.rhiOffer, "Arithmetic", asOf: "2026-03-29 09:00") == [
        "72 hours of elapsed time from the return, Sat 28 Mar 2026 16:00: Tue 31 Mar 2026 17:00 "
          + "London time",
        "The clocks go forward in between, so the clock time is an hour later",
      ])
  }

  @Test("hours over the October change end an hour earlier by the clock")
  func explainsHoursInOctober() {
    var spec = Spec.missing(at: "2026-10-23 20:00")
    spec.given(.returned, at: "2026-10-24 17:00")
    #expect(
      spec.explanation(.rhiOffer, "Arithmetic", asOf: "2026-10-25 09:00") == [
        "72 hours of elapsed time from the return, Sat 24 Oct 2026 17:00: Tue 27 Oct 2026 16:00 "
          + "London time",
        "The clocks go back in between, so the clock time is an hour earlier",
      ])
  }

  @Test("working days name the holidays that they leave out")
  func explainsWorkingDays() {
    var spec = Spec.missing(at: "2026-04-01 09:00")
    spec.given(.returned, at: "2026-04-02 15:00")
    let lines = spec.explanation(.rhiLetter, "Arithmetic", asOf: "2026-04-03 09:00")
    #expect(lines.first?.contains("to Wed 8 Apr 2026 17:00 London time") == true)
    #expect(lines.contains { $0.contains("Good Friday") && $0.contains("Easter Monday") })
  }

  @Test("a return learnt after the limit says so, and that nothing moves")
  func explainsLateLearning() {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.returned, at: "2026-05-13 06:30", learnt: "2026-05-16 10:00")
    #expect(spec.step(.rhiOffer)?.learntLate == true)
    #expect(
      spec.explanation(.rhiOffer, "Arithmetic", asOf: "2026-05-16 10:05").contains(
        "Late before we knew: the limit was up before the desk heard; it does not move"))
  }

  @Test(
    "what is to be done at once is told in time within the hour, though its limit is none"
  )
  func explainsAtOnce() throws {
    let plain = Procedure.northbrook
    let atOnce = Rule(
      name: "at-once", realises: ["NB-17"], step: .mashReferral, tray: .frontDoor, role: .frontDoor,
      since: [.first(EventMatch(.disclosure))], within: .hours(0), duty: "Do it.",
      citation: Citation(document: "A document", section: "1"))
    let procedure = Procedure(
      id: plain.id, title: plain.title, authority: plain.authority, version: 1,
      contentHash: plain.contentHash, rules: plain.rules + [atOnce], chairs: plain.chairs,
      guards: plain.guards, prompts: [], acknowledgedBy: plain.acknowledgedBy)
    for (heard, isLate) in [("09:00:40", false), ("09:59:00", false), ("10:00:00", true)] {
      var spec = Spec.missing(at: "2026-05-12 14:30", procedure: procedure)
      spec.given(.disclosure, at: "2026-05-13 09:00", learnt: "2026-05-13T\(heard)+01:00")
      #expect(spec.step(.mashReferral)?.learntLate == isLate, "\(heard)")
    }
  }

  @Test("the first line is the answer: when, from what, how long, by which rule")
  func answersFirst() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    #expect(
      spec.explanation(.strategyMeeting, "Answer", asOf: "2026-05-13 09:00") == [
        "Due Fri 15 May 14:30 = gone Tue 12 May 14:30 + 3 days (NB-01)"
      ])
    spec.given(.returned, at: "2026-05-13 06:30")
    #expect(
      spec.explanation(.rhiOffer, "Answer", asOf: "2026-05-13 09:00").first?
        .hasPrefix("Due Sat 16 May 06:30 = the return Wed 13 May 06:30 + 72 hours")
        == true)
  }

  @Test("rule, facts and chair name their documents, events and instants")
  func namesWhatItRestsOn() {
    let spec = Spec.missing(at: "2026-05-12 14:30")
    let time = "2026-05-13 09:00"
    let rule = spec.explanation(.strategyMeeting, "Rule", asOf: time)
    #expect(rule.first == "NB-01: Do it.")
    #expect(rule.contains("A document, section \"1\""))
    let facts = spec.explanation(.strategyMeeting, "Facts", asOf: time)
    #expect(
      facts.first
        == "category: missing, recorded by Front door at Tue 12 May 2026 14:30")
    #expect(
      facts.contains(
        "Missing counts from when the child is said to have gone: Tue 12 May 2026 14:30"))
    #expect(
      spec.explanation(.strategyMeeting, "Chair", asOf: time) == [
        "Team manager: NB-09, from the first meeting; when it is due the child will have been "
          + "missing 3d"
      ])
    #expect(
      spec.explanation(.strategyMeeting, "What would change it", asOf: time).contains(
        "It falls away if the return is recorded before the limit is up"))
  }
  @Test("what cannot make it fall away any more is not held out as a way")
  func saysWhatNoLongerHelps() {
    let spec = Spec.missing(at: "2026-05-12 14:30")
    func changes(_ time: String) -> [String] {
      spec.explanation(.strategyMeeting, "What would change it", asOf: time)
    }
    let open = "It falls away if the return is recorded before the limit is up"
    let up = "The limit is up: the return no longer makes it fall away"
    #expect(changes("2026-05-15 14:29").contains(open) && !changes("2026-05-15 14:29").contains(up))
    #expect(changes("2026-05-15 14:30").contains(up) && !changes("2026-05-15 14:30").contains(open))
  }

  @Test(
    "whether an interview is waited for is said by whatever ended the waiting, not by the return")
  func pendingInterview() {
    var spec = Spec.missing(at: "2026-05-09 20:00")
    spec.given(.returned, at: "2026-05-10 09:00")
    #expect(spec.reading(of: .interviewPending)?.event?.kind == .returned)
    spec.given(.rhiDeclined, at: "2026-05-11 10:00", ["by": .text("child")], by: .rhiWorker)
    let reading = spec.reading(of: .interviewPending)
    #expect(reading?.values == ["no"] && reading?.event?.kind == .rhiDeclined)
  }
}
