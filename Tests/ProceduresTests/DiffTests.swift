import Procedures
import Testing
import Workflow

@Suite("Comparing two procedures")
struct DiffTests {
  private func pack(_ id: String, _ rules: String, _ rest: String = "") throws -> Procedure {
    let text = """
      id: \(id)
      title: \(id)
      authority: \(id)
      sources: [{id: manual, title: A manual, date: "2026", checked: 2026-11-21}]
      versions:
        - from: 2025-01-01
          acknowledged-by: [team-manager]
          rules:
            - {name: acknowledge, realises: [ZZ-01], step: acknowledge, tray: team-manager, \
      role: team-manager, since: record-closed, duty: Do it., source: manual, section: "1"}
      \(rules)
      \(rest)
      """
    let read = try PackReader.read(text: text, file: "\(id).yaml")
    return try read.procedure(on: CivilDate(daysSince1970: 20_400))
  }

  private func rule(_ step: String, _ limit: String, id: String, tray: String = "rhi") -> String {
    """
          - {name: \(step), realises: [\(id)], step: \(step), tray: \(tray), role: rhi-worker, \
    since: returned, within: \(limit), duty: Do it., source: manual, section: "1"}
    """
  }

  @Test("what differs is found by step; rule ids alone make no difference")
  func findsDifferences() throws {
    let left = try pack(
      "left",
      rule("rhi-offer", "72 hours", id: "LE-01") + "\n"
        + rule("rhi-letter", "2 days", id: "LE-02"))
    let right = try pack(
      "right",
      rule("rhi-offer", "72 hours", id: "RI-09", tray: "tys") + "\n"
        + rule("return-check", "at once", id: "RI-02"),
      """
          chairs:
            - {role: iro, from: 28 days, rule: RI-03}
          guards:
            - {on: uploaded, rule: RI-04, sentence: Not yet.}
      """)
    let diff = ProcedureDiff(left, right)
    func row(_ step: String, _ aspect: ProcedureDiff.Aspect) throws -> ProcedureDiff.Row {
      try #require(diff.rows.first { $0.step == step && $0.aspect == aspect })
    }
    #expect(try !row("rhi-offer", .limit).differs)
    #expect(
      try row("rhi-offer", .limit).left.map(\.words) == [
        "72 hours, counted from the return (LE-01)"
      ])
    #expect(try row("rhi-offer", .tray).differs)
    #expect(try row("rhi-offer", .tray).right.map(\.text) == ["tys"])
    #expect(try !row("rhi-offer", .role).differs)
    #expect(try row("rhi-letter", .limit).right == [])
    #expect(try row("return-check", .limit).left == [])
    #expect(try row("meetings", .chair).right.map(\.words) == ["iro from 28 days (RI-03)"])
    #expect(try row("uploaded", .guard).differs)
    #expect(try !row("acknowledge", .acknowledgement).differs)
    // The return comes before the interview, whichever side a step comes from.
    #expect(
      diff.differing.map(\.step) == [
        "return-check", "return-check", "return-check", "rhi-offer", "rhi-letter", "rhi-letter",
        "rhi-letter", "meetings", "uploaded",
      ])
  }

  @Test("a procedure differs in nothing from itself, and every two shipped ones differ")
  func shippedOnes() throws {
    let day = try #require(CivilDate(iso: "2026-11-21"))
    let all = try Shelf.shipped.packs().map { try $0.procedure(on: day) }
    for left in all {
      for right in all {
        #expect(ProcedureDiff(left, right).differing.isEmpty == (left.id == right.id))
      }
    }
    let two = ProcedureDiff(
      try Shelf.shipped.procedure(id: "lambeth-2023", on: day),
      try Shelf.shipped.procedure(id: "lewisham-2021", on: day))
    let meeting = try #require(
      two.rows.first { $0.step == "strategy-meeting" && $0.aspect == .limit })
    #expect(meeting.left.contains { $0.text.hasPrefix("3 days") && $0.rules == ["L23-11"] })
    #expect(meeting.right.contains { $0.text.hasPrefix("24 hours") && $0.rules == ["LW-28"] })
  }

  @Test("a local pack that goes before a shipped one says so, with both contents")
  func saysWhatGoesBefore() throws {
    #expect(Shelf.shipped.replacements == [])
    let text = """
      id: lambeth-2023
      title: Our own
      authority: Northbrook
      sources: [{id: chart, title: A chart, date: "2026", checked: 2026-11-21}]
      versions: [{from: 2024-01-01, rules: []}]

      """
    let shelf = Shelf(local: [
      Shelf.Entry(id: "lambeth-2023", file: "lambeth-2023.yaml", text: text),
      Shelf.Entry(id: "luton", file: "luton@2024.yaml", text: text, isEarlier: true),
    ])
    let replacement = try #require(shelf.replacements.first)
    #expect(shelf.replacements.count == 1)
    #expect(replacement.content == PackReader.contentHash(of: text))
    let shipped = try Shelf.shipped.pack(id: "lambeth-2023").contentHash
    #expect(replacement.shippedContent == shipped)
    #expect(replacement.sentence.contains(replacement.content.prefix(12)))
    #expect(replacement.sentence.contains(shipped.prefix(12)))
  }
}
