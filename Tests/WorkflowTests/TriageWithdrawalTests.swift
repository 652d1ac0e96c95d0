import Testing
import Workflow

/// A triage on the wrong child: what it recorded is taken back whole, while nothing rests on it.
@Suite("Taking back a triage")
struct TriageWithdrawalTests {
  static let now = "2026-05-10 20:00"

  /// The numbered events of a triage on a child.
  private func triaged(
    _ spec: Spec, report: String = "R-1", at time: String = now, by role: Role = .frontDoor,
    seen: String = "2026-05-10 18:00", _ change: (inout Triage) -> Void = { _ in }
  ) throws -> Spec {
    let moment = try #require(Instant(iso: time))
    let going: Body = Body([
      "from": .text("care"), "category": .text("missing"),
      "last-seen": .instant(try #require(Instant(iso: seen))),
    ])
    var triage = Triage(
      report: report, reported: moment, reportBody: Body(["risk": .text("high")]),
      went: try #require(Instant(iso: seen)), goingBody: going)
    change(&triage)
    let events = try Decide.events(
      for: Command(
        id: "t", child: "C1", entries: triage.entries(for: spec.child, now: moment)),
      on: spec.child, by: Person(id: role.rawValue, name: role.title, role: role),
      procedure: spec.procedure,
      new: NewReferences(
        record: "M-\(spec.child.records.count + 1)", episode: "E-\(spec.child.episodes.count + 1)"),
      now: moment)
    var spec = spec
    spec.child = spec.child.applying(
      events.enumerated().map { index, event in
        Event(
          kind: event.kind, body: event.body, occurred: event.occurred, recorded: event.recorded,
          by: event.by, sequence: spec.child.version + index + 1)
      })
    return spec
  }

  private func number(_ kind: EventKind, in spec: Spec) -> Int {
    spec.child.history.last { $0.kind == kind }?.sequence ?? 0
  }

  private func withdraw(
    _ kind: EventKind, in spec: Spec, by role: Role = .frontDoor,
    at time: String = "2026-05-13 09:00"
  ) throws(Refusal) -> [Event] {
    try spec.when(
      .withdrawn, at: time,
      ["corrects": .number(number(kind, in: spec)), "reason": .text("the twin")], by: role)
  }

  private func refusal(
    _ kind: EventKind, in spec: Spec, by role: Role = .frontDoor
  ) -> Refusal? {
    do throws(Refusal) {
      _ = try withdraw(kind, in: spec, by: role)
      return nil
    } catch {
      return error
    }
  }

  /// What a case knows and does, without its history.
  private func expectAsBefore(
    _ after: Spec, _ before: Spec, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(after.child.records == before.child.records, sourceLocation: sourceLocation)
    #expect(after.child.facts == before.child.facts, sourceLocation: sourceLocation)
    #expect(after.steps == before.steps, sourceLocation: sourceLocation)
    #expect(
      ChildCase(id: "C1", history: after.child.history) == after.child,
      "replayed it reads the same",
      sourceLocation: sourceLocation)
  }

  @Test(
    "whichever line is withdrawn, all of the triage goes: the child is as before",
    arguments: [EventKind.triaged, .opened, .reported, .wentMissing, .reportAttached])
  func goesWhole(_ kind: EventKind) throws {
    let before = Spec()
    var spec = try triaged(before) { $0.ofChild = Body(["aliases": .list(["Jake"])]) }
    #expect(spec.child.currentRecord?.current?.isAway == true && spec.steps.count > 1)
    #expect(spec.child.facts[.aliases] == ["Jake"])
    let events = try withdraw(kind, in: spec)
    #expect(events.map(\.kind) == [.withdrawn])
    #expect(events.first?[.corrects] == number(.triaged, in: spec))
    let version = spec.child.version
    spec.child = spec.child.applying(events)
    #expect(spec.child.version == version + 1, "nothing is deleted")
    expectAsBefore(spec, before)
    #expect(refusal(kind, in: spec)?.sentence.contains("withdrawn already") == true)
    // The right report on this child works afterwards, and gives new references.
    spec = try triaged(spec, report: "R-2")
    #expect(spec.child.currentRecord?.current?.isAway == true)
  }

  @Test("of a child who is away already only the report is taken back")
  func attachedGoesAlone() throws {
    let before = try triaged(Spec())
    var spec = try triaged(before, report: "R-2", at: "2026-05-10 23:00") {
      $0.seenOtherwise = Instant(iso: "2026-05-10 19:00")
    }
    #expect(spec.child.currentRecord?.current?.start?.at == Instant(iso: "2026-05-10 19:00"))
    spec.child = spec.child.applying(try withdraw(.triaged, in: spec))
    expectAsBefore(spec, before)
    // The first is another's act and still stands by itself.
    #expect(
      spec.child.triage(of: spec.child.history.first { $0.kind == .triaged }?.sequence ?? 0)
        != nil)
    #expect(spec.child.currentRecord?.current?.isAway == true)
  }

  @Test("a further episode in an open record goes, and the record stays as it was")
  func furtherEpisode() throws {
    var before = try triaged(Spec())
    before.given(.returned, at: "2026-05-11 08:00", by: .missingCoordinator)
    var spec = try triaged(before, report: "R-2", at: "2026-05-12 23:00", seen: "2026-05-12 20:00")
    #expect(spec.child.episodes.count == 2)
    let stands = refusal(.triaged, in: spec)
    #expect(stands == nil, "\(stands?.sentence ?? "")")
    spec.child = spec.child.applying(try withdraw(.triaged, in: spec))
    expectAsBefore(spec, before)
    // A rating of the further episode would fall to the first without it: it rests on the triage.
    var rated = try triaged(before, report: "R-2", at: "2026-05-12 23:00", seen: "2026-05-12 20:00")
    rated.given(.riskAssessed, at: "2026-05-12 23:30", ["risk": .text("high")], by: .teamManager)
    #expect(refusal(.triaged, in: rated)?.sentence.contains("\"risk assessed\"") == true)
  }

  @Test("whoever triaged it or who manages may, nobody else")
  func mayDoIt() throws {
    let spec = try triaged(Spec())
    #expect(refusal(.triaged, in: spec, by: .teamManager) == nil)
    let other = refusal(.wentMissing, in: spec, by: .socialWorker)
    #expect(other?.reason == .notAllowed && other?.tell == .teamManager)
  }

  @Test("what rests on it is named with whoever recorded it, and the way forward")
  func restsOnIt() throws {
    var spec = try triaged(Spec())
    spec.given(.noteAdded, at: "2026-05-10 21:00", ["text": .text("wrong twin?")])
    #expect(refusal(.triaged, in: spec) == nil, "a note stays to be read and rests on nothing")
    spec.given(.riskAssessed, at: "2026-05-10 21:00", ["risk": .text("high")], by: .teamManager)
    spec.given(
      .returned, at: "2026-05-11 08:00", by: .missingCoordinator)
    let refused = try #require(refusal(.wentMissing, in: spec))
    #expect(refused.reason == .rule)
    for words in [
      "\"risk assessed\" (Team manager, Sun 10 May 21:00)",
      "\"returned\" (Missing coordinator, Mon 11 May 08:00)", "Withdraw that first",
    ] {
      #expect(refused.sentence.contains(words), "\(refused.sentence)")
    }
    // Once that is taken back, the triage is.
    for kind in [EventKind.returned, .riskAssessed] {
      spec.child = spec.child.applying(try withdraw(kind, in: spec, by: .teamManager))
    }
    #expect(refusal(.triaged, in: spec) == nil)
    // A closure is never taken back, so the triage stands.
    spec.given(.returned, at: "2026-05-11 08:00", by: .missingCoordinator)
    spec.given(.rhiHeld, at: "2026-05-11 10:00", Spec.wholeInterview, by: .rhiWorker)
    spec.given(.recordClosed, at: "2026-05-12 08:00", Spec.summary, by: .rhiWorker)
    let ended = try #require(refusal(.triaged, in: spec))
    #expect(ended.sentence.contains("\"Record closed\" is not withdrawn"), "\(ended.sentence)")
    #expect(ended.sentence.contains("that child's own page"))
  }

  @Test("another report of the same going rests on it, and is named once")
  func furtherReport() throws {
    var spec = try triaged(Spec())
    let first = number(.triaged, in: spec)
    spec = try triaged(spec, report: "R-2", at: "2026-05-10 23:00")
    let refused = try #require(
      {
        do throws(Refusal) {
          _ = try spec.when(
            .withdrawn, at: "2026-05-13 09:00",
            ["corrects": .number(first), "reason": .text("x")])
          return nil
        } catch { return error }
      }() as Refusal?)
    #expect(
      refused.sentence.contains("\"triaged\" (") && !refused.sentence.contains("\"reported\""))
  }

  @Test("a finding or a return that the report told is also taken back by itself")
  func partsByThemselves() throws {
    var spec = try triaged(Spec()) {
      $0.returned = Command.Entry(.returned, at: $0.reported)
    }
    #expect(spec.child.currentRecord?.current?.isAway == false)
    spec.child = spec.child.applying(try withdraw(.returned, in: spec))
    #expect(spec.child.currentRecord?.current?.isAway == true)
    spec.child = spec.child.applying(try withdraw(.triaged, in: spec))
    #expect(spec.child.records.isEmpty)
  }

  @Test("what was corrected of it goes with it; its child and decision are not corrected")
  func corrections() throws {
    var spec = try triaged(Spec())
    spec.given(
      .corrected, at: "2026-05-11 08:00",
      [
        "corrects": .number(number(.wentMissing, in: spec)), "field": .text("place"),
        "value": .text("school"),
      ])
    #expect(refusal(.triaged, in: spec) == nil)
    for field in ["child", "decision", "subject", "report"] {
      do throws(Refusal) {
        _ = try spec.when(
          .corrected, at: "2026-05-11 08:00",
          [
            "corrects": .number(number(.triaged, in: spec)), "field": .text(field),
            "value": .text("1"), "reason": .text("wrong twin"),
          ])
        Issue.record("\(field) of a triage is corrected")
      } catch {
        #expect(error.sentence.contains("Withdraw the triage"), "\(error.sentence)")
      }
    }
  }

  @Test("the same acts recorded one by one are no triage")
  func byHand() throws {
    var spec = Spec.missing(at: "2026-05-10 18:00")
    #expect(spec.child.triage(of: number(.wentMissing, in: spec)) == nil)
    #expect(refusal(.opened, in: spec, by: .teamManager) != nil)
    spec.given(.returned, at: "2026-05-11 08:00", by: .missingCoordinator)
    // Somebody else's act that comes just before is not drawn in.
    spec = try triaged(spec, report: "R-2", at: "2026-05-12 23:00", seen: "2026-05-12 20:00")
    let triage = try #require(spec.child.triage(of: number(.triaged, in: spec)))
    #expect(triage.events.map(\.kind) == [.wentMissing, .reported, .reportAttached, .triaged])
  }
}
