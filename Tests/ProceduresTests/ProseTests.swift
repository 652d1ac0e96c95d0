import Procedures
import Testing
import Workflow

@Suite("A procedure in plain English")
struct ProseTests {
  /// Every limit of one rule, as the pack has it or as the text says it.
  struct Limits: Hashable {
    var within: TimeLimit?
    var opensAfter: TimeLimit?
    var elapsedFrom: TimeLimit?
    var elapsedBefore: TimeLimit?
    var missingFor: [TimeLimit] = []
  }

  @Test("every limit of every shipped pack stands in its text", arguments: [44, 72, 100, 1000])
  func agreesOnEveryLimit(width: Int) throws {
    for pack in try Shelf.shipped.packs() {
      for version in pack.versions {
        let read = SpokenLimits(text: pack.prose(of: version).text(width: width))
        var rules: [String: Limits] = [:]
        for rule in version.procedure.rules { rules[rule.name] = Limits(rule) }
        #expect(read.rules.count == rules.count, "\(pack.id): rules without a line of limits")
        for (name, limits) in rules {
          #expect(read.rules[name] == limits, "\(pack.id), rule \(name)")
        }
        #expect(read.chairs == version.procedure.chairs.map(\.from), "\(pack.id): chairs")
      }
    }
  }

  @Test("duties, rule ids, sections, guards, prompts and the directory are all told")
  func tellsEverything() throws {
    for pack in try Shelf.shipped.packs() {
      for version in pack.versions {
        let lines = pack.prose(of: version).sections.flatMap { $0.lines.map(\.text) }
        let text = lines.joined(separator: "\n")
        for rule in version.procedure.rules {
          #expect(lines.contains(rule.duty), "\(pack.id), \(rule.name)")
          #expect(text.contains("section \"\(rule.citation.section)\""))
          for id in rule.realises { #expect(text.contains(id)) }
          for prompt in rule.prompts { #expect(text.contains(prompt)) }
        }
        for sentence in version.procedure.guards.map(\.sentence) {
          #expect(text.contains(sentence))
        }
        for prompt in version.procedure.prompts { #expect(text.contains(prompt.text)) }
        for entry in pack.directory { #expect(text.contains(entry.title)) }
        for definition in version.procedure.definitions {
          #expect(text.contains("\"\(definition.name)\" holds when "))
        }
        for id in Set(pack.realisations.map(\.rule)) { #expect(text.contains(id), "\(id)") }
      }
    }
  }

  @Test("no line is wider than asked for, and nothing is lost by wrapping")
  func wraps() throws {
    let pack = try Shelf.shipped.pack(id: "lambeth-2023")
    let prose = pack.prose(of: try #require(pack.versions.first))
    for width in [60, 80, 100] {
      let text = prose.text(width: width)
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
      #expect(words(of: text) == words(of: prose.text(width: 10_000)))
    }
  }

  @Test("the sections come in the order of an episode")
  func comesInOrder() throws {
    let pack = try Shelf.shipped.pack(id: "lambeth-2023")
    let headings = pack.prose(of: try #require(pack.versions.first)).sections.map(\.heading)
    #expect(
      headings.dropFirst() == [
        "Contact: a report comes in", "Strategy: while the child is missing",
        "Return: the child is back", "Return interview", "Closing",
        "Who chairs, by how long the child will have been missing when the meeting is due",
        "Who acknowledges a closure", "What is refused", "Where things arrive",
        "What is shown on the forms", "Whom to reach",
      ])
    #expect(headings.first == "Lambeth, flowchart of 2023 (lambeth-2023)")
  }

  @Test("conditions read as clauses, and by the names that the pack gives them")
  func readsAsClauses() throws {
    let text = """
      id: northbrook
      title: Northbrook
      authority: Northbrook
      sources: [{id: manual, title: A manual, date: "2026", checked: 2026-11-21}]
      versions:
        - from: 2025-01-01
          definitions:
            grown: {age: {at-least: 18}}
            ours: {any: [{resident: yes}, {allocated: yes}]}
          rules:
            - name: meeting
              realises: [NB-01]
              step: strategy-meeting
              tray: team-manager
              role: team-manager
              when: {is: ours, from: care, not: {is: grown}, category: [missing, absconded]}
              since: [reported, missing-start]
              within: 5 working days
              lapses-on: returned
              duty: Meet.
              source: manual
              section: "3"

      """
    let pack = try PackReader.read(text: text, file: "northbrook.yaml")
    let prose = pack.prose(of: try #require(pack.versions.first))
    #expect(
      prose.sections[1].lines.map(\.text) == [
        "\"grown\" holds when the child's age in years is 18 or more.",
        "\"ours\" holds when the child lives in the area, or the child has an allocated worker.",
      ])
    #expect(
      prose.sections[2].lines.map(\.text) == [
        "Strategy meeting", "Meet.", "NB-01 · rule meeting · A manual, section \"3\"",
        "Who: Team manager, in the Team manager tray.",
        "When: \"ours\" holds, and the child went missing from care, and the child's age in years "
          + "is less than 18, and the category is missing or absconded.",
        "Limit: 5 working days, counted from the report, or, where there is none, from going "
          + "missing.",
        "Done by: holding it.", "Needs on record: chair.",
        "Falls away: on the return, before the limit is up.",
      ])
  }

  private func words(of text: String) -> [Substring] {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" })
  }
}

extension ProseTests.Limits {
  init(_ rule: Rule) {
    within = rule.within
    opensAfter = rule.opensAfter
    elapsedFrom = rule.elapsedFrom
    elapsedBefore = rule.elapsedBefore
    missingFor = rule.since.compactMap { anchor in
      if case .missingFor(let limit) = anchor { limit } else { nil }
    }
  }
}

/// The limits that a text says, read as a person would: by its lines, whatever their width.
private struct SpokenLimits {
  private(set) var rules: [String: ProseTests.Limits] = [:]
  private(set) var chairs: [TimeLimit] = []

  init(text: String) {
    var name: String?
    var isOfChairs = false
    for line in SpokenLimits.unwrapped(text) {
      if !line.hasPrefix(" ") {
        isOfChairs = line.hasPrefix("Who chairs")
        name = nil
      }
      let words = line.drop { $0 == " " }
      if isOfChairs, let from = words.firstRange(of: ": from ")?.upperBound {
        let spoken = words[from...]
        let limit =
          spoken.hasPrefix("the first meeting") ? .atOnce : SpokenLimits.leading(spoken)
        if let limit { chairs.append(limit) }
      }
      if let range = words.firstRange(of: " · rule ") {
        let rest = words[range.upperBound...]
        name = rest.firstRange(of: " · ").map { String(rest[..<$0.lowerBound]) }
        if let name { rules[name] = ProseTests.Limits() }
      }
      guard let name, rules[name] != nil else { continue }
      if words.hasPrefix("Limit: ") || words.hasPrefix("Opens: ") {
        let limit = SpokenLimits.leading(words.dropFirst(7))
        if words.hasPrefix("Limit: ") {
          rules[name]?.within = limit
          rules[name]?.missingFor = SpokenLimits.all(after: "had been missing for ", in: words)
        } else {
          rules[name]?.opensAfter = limit
        }
      }
      if words.hasPrefix("Comes again: ") {
        let once = SpokenLimits.all(after: "once the child has been missing for ", in: words)
        let until = SpokenLimits.all(after: "until the child has been missing for ", in: words)
        rules[name]?.elapsedFrom = once.first
        rules[name]?.elapsedBefore = until.first
        // The cadence is the limit, said once more.
        if SpokenLimits.leading(words.dropFirst(13)) != rules[name]?.within {
          rules[name]?.within = nil
        }
      }
    }
  }

  /// Every duration that follows some words.
  private static func all(after words: String, in text: Substring) -> [TimeLimit] {
    text.ranges(of: words).compactMap { leading(text[$0.upperBound...]) }
  }

  /// The duration with which a text begins.
  private static func leading(_ text: Substring) -> TimeLimit? {
    let words = text.split(separator: " ").prefix(3)
      .map { $0.filter { $0.isLetter || $0.isNumber } }
    for count in [3, 2] where words.count >= count {
      if let limit = TimeLimit(text: words.prefix(count).joined(separator: " ")) { return limit }
    }
    return nil
  }

  /// The lines as they were before they were wrapped: what goes on stands four further in.
  private static func unwrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var indent = 0
    for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let own = row.prefix { $0 == " " }.count
      if let last = lines.last, !last.isEmpty, !row.isEmpty, own == indent + 4 {
        lines[lines.count - 1] += " " + row.dropFirst(own)
      } else {
        lines.append(String(row))
        indent = own
      }
    }
    return lines
  }
}
