import Testing
import Workflow

@testable import Procedures

@Suite("Composing procedures")
struct CompositionTests {
  private static func part(_ id: String, limit: String, from: String = "2020-01-01") -> Shelf.Entry
  {
    Shelf.Entry(
      id: id, file: id + ".yaml",
      text: """
        id: \(id)
        title: \(id)
        authority: Northbrook
        sources: [{id: doc, title: \(id), date: undated, checked: 2026-01-01}]
        versions:
          - from: \(from)
            rules:
              - name: meeting
                realises: [NB-01]
                step: strategy-meeting
                tray: team-manager
                role: team-manager
                since: missing-start
                within: \(limit)
                duty: Meet.
                source: doc
                section: "1"
        """)
  }

  private static let both = Shelf.Entry(
    id: "both", file: "both.yaml",
    text: """
      id: both
      title: Both
      authority: Northbrook
      composed-of: [one, other]
      acknowledged-by: [team-manager]
      """)

  private func shelf(_ limit: String) -> Shelf {
    Shelf(local: [
      CompositionTests.part("one", limit: limit),
      CompositionTests.part("other", limit: "7 days", from: "2021-01-01"), CompositionTests.both,
    ])
  }

  @Test("a limit that changes in a part changes in the whole, and so does its hash")
  func followsItsParts() throws {
    let (before, after) = (
      try shelf("3 days").pack(id: "both"), try shelf("2 days").pack(id: "both")
    )
    #expect(before.versions[0].procedure.rules.map(\.within?.words) == ["3 days", "7 days"])
    #expect(after.versions[0].procedure.rules.map(\.within?.words) == ["2 days", "7 days"])
    #expect(before.contentHash != after.contentHash)
    #expect(before.versions[0].procedure.rules.map(\.pack) == ["one", "other"])
  }

  @Test("it is in force from the day on which all parts are")
  func beginsWithTheLastPart() throws {
    let pack = try shelf("3 days").pack(id: "both")
    #expect(pack.versions.map(\.from.iso) == ["2021-01-01"])
    #expect(pack.composedOf == ["one", "other"])
  }

  @Test("its text holds its parts, and reads the same without the shelf")
  func keepsItsParts() throws {
    let shelf = shelf("3 days")
    let pack = try shelf.pack(id: "both")
    let text = try #require(shelf.text(id: "both", hash: pack.contentHash))
    let kept = try PackReader.read(text: text, file: "kept")
    #expect(kept.contentHash == pack.contentHash)
    #expect(kept.versions[0].procedure.rules == pack.versions[0].procedure.rules)
  }

  @Test("what was kept of an earlier composition governs the records pinned to it")
  func findsEarlierContent() throws {
    let old = shelf("3 days")
    let hash = try old.pack(id: "both").contentHash
    let text = try #require(old.text(id: "both", hash: hash))
    let now = Shelf(local: [
      CompositionTests.part("one", limit: "2 days"),
      CompositionTests.part("other", limit: "7 days"), CompositionTests.both,
      Shelf.Entry(id: "both", file: "both@old.yaml", text: text, isEarlier: true),
    ])
    let pinned = try now.procedure(id: "both", version: 1, hash: hash)
    #expect(pinned.rules[0].within?.words == "3 days")
  }

  @Test(
    "what decides nothing is a finding, at its line",
    arguments: [
      ("composed-of: [one, third]", "3:20", "no pack 'third'"),
      ("composed-of: [one, one]", "3:20", "named twice"),
      ("apart: [{steps: rhi-offer, because: So.}]", "4:17", "no part has a step 'rhi-offer'"),
      ("apart: [{steps: strategy-meeting}]", "4:9", "needs 'because'"),
      ("adults: {from-age: 18, only: third, because: So.}", "4:24", "not one of the parts"),
      (
        "set-aside: [{on: opened, rules: NB-01, because: So.}]", "4:33",
        "no part has a guard of NB-01 on opened"
      ),
      ("completion: []", "4:1", "unknown key 'completion'"),
    ])
  func findsIdleDecisions(line: String, place: String, message: String) {
    var lines = ["id: both", "title: Both", "composed-of: [one, other]"]
    if line.hasPrefix("composed-of") { lines[2] = line } else { lines.append(line) }
    lines += ["authority: Northbrook", "acknowledged-by: [team-manager]"]
    let findings = shelf("3 days").check(
      text: lines.joined(separator: "\n") + "\n", file: "both.yaml")
    #expect(
      findings.contains {
        $0.text.hasPrefix("both.yaml:\(place): ") && $0.message.contains(message)
      },
      "\(findings.map(\.text))")
  }

  @Test("a part that cannot be read speaks with its own lines")
  func namesThePart() {
    let broken = Shelf.Entry(id: "one", file: "one.yaml", text: "id: one\n")
    let shelf = Shelf(local: [
      broken, CompositionTests.part("other", limit: "7 days"), CompositionTests.both,
    ])
    #expect(throws: ShelfError.self) { try shelf.pack(id: "both") }
    let findings = shelf.check(text: CompositionTests.both.text, file: "both.yaml")
    #expect(!findings.isEmpty && findings.allSatisfy { $0.file == "one.yaml" })
  }

  @Test("combined takes every rule of its parts")
  func takesEveryRule() throws {
    let shelf = Shelf.shipped
    let combined = try shelf.pack(id: "combined")
    let parts = try combined.composedOf.map { try shelf.pack(id: $0) }
    let whole = Set(combined.realisations.map(\.rule))
    #expect(parts.count == 5)
    for part in parts {
      let missing = Set(part.realisations.map(\.rule)).subtracting(whole)
      // RAG-04 and its like go on as steps: only their guard on the opening gave way.
      #expect(missing == [], "\(part.id)")
    }
  }

  @Test("every guard of a part stands in combined, but for those on who opens a record")
  func keepsEveryGuard() throws {
    let combined = try Shelf.shipped.pack(id: "combined")
    let guards = combined.versions[0].procedure.guards
    for id in combined.composedOf {
      let part = try Shelf.shipped.pack(id: id)
      for guarding in part.versions[0].procedure.guards {
        let stands = guards.contains {
          $0.on == guarding.on && $0.rule == guarding.rule && $0.sentence == guarding.sentence
        }
        #expect(stands || guarding.on.kind == .opened, "\(id) \(guarding.rule)")
      }
    }
  }
}
