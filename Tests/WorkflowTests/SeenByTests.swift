import Testing
import Workflow

@Suite("A time at which a child was seen, and by whom")
struct SeenByTests {
  private let episodeTime = "2026-03-01 14:40"
  private let reportTime = "2026-03-01 15:40"

  /// What a report with a time and a name corrects in a going: to what, or why.
  private func corrected(
    going: [String: Value], isBack: Bool, at time: String, by name: String?,
    _ said: Field<String> = .value
  ) throws -> [String: String] {
    var spec = Spec()
    var body = going
    body["from"] = .text("home")
    body["category"] = .text("missing")
    spec.given(.wentMissing, at: episodeTime, body)
    spec.given(.opened, at: episodeTime)
    if isBack { spec.given(.returned, at: "2026-03-02 03:10") }
    let seen = try #require(Instant(iso: time))
    var triage = Triage(
      report: "R-1", reported: seen.adding(hours: 1), reportBody: Body(), went: seen,
      goingBody: Body(["last-seen": .instant(seen)]))
    if let name { triage.goingBody[name: "last-seen-by"] = .text(name) }
    if !isBack { triage.seenOtherwise = seen }
    let now = try #require(Instant(iso: "2026-03-02 09:00"))
    var fields: [String: String] = [:]
    for entry in triage.entries(for: spec.child, now: now) where entry.kind == .corrected {
      fields[entry.body[.field] ?? ""] = entry.body[said]
    }
    return fields
  }

  private var known: [String: Value] {
    ["last-seen": Instant(iso: episodeTime).map(Value.instant) ?? .unknown]
  }

  @Test("a name is not taken where the time stays, and is where it is the same time")
  func neither() throws {
    #expect(
      try corrected(going: known, isBack: true, at: reportTime, by: "Night staff").isEmpty)
    #expect(
      try corrected(going: known, isBack: true, at: episodeTime, by: "Night staff")
        == ["last-seen-by": "Night staff"])
  }

  @Test("where the time is taken, so is the name, or that nobody says it")
  func both() throws {
    var going: [String: Value] = ["last-seen": .unknown, "last-seen-by": .text("Her aunt")]
    let seen = try #require(Instant(iso: reportTime)).iso
    #expect(
      try corrected(going: going, isBack: true, at: reportTime, by: "Night staff")
        == ["last-seen": seen, "last-seen-by": "Night staff"])
    going["last-seen"] = known["last-seen"]
    for (name, value) in [("Night staff", "Night staff"), (nil, "unknown")] {
      let later = try corrected(going: going, isBack: false, at: reportTime, by: name)
      #expect(later == ["last-seen": seen, "last-seen-by": value])
    }
    #expect(
      try corrected(going: known, isBack: false, at: reportTime, by: nil) == ["last-seen": seen])
    #expect(
      try corrected(going: going, isBack: false, at: reportTime, by: nil, .reason)["last-seen-by"]
        == "R-1 says when, not by whom", "nothing is said in its name that it does not say")
  }
}
