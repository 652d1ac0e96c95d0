import Foundation
import Testing
import Workflow

@testable import Procedures

/// The table of keys, against the readers that it stands behind: each key with its example, and each
/// needed one left out.
@Suite("What files may say")
struct GrammarTests {
  /// A file that says everything that its kind may say.
  private struct Whole {
    let outermost: Mapping
    let mappings: [Mapping]
    let isScenarios: Bool

    /// The text, with one mapping in place of that of the same name.
    func text(with part: Mapping? = nil) throws -> String {
      let outer = part?.what == outermost.what ? part ?? outermost : outermost
      var text = outer.keys.map { "\($0.name): \($0.example)" }
        .joined(separator: isScenarios ? "\n  " : "\n")
      text = isScenarios ? "- " + text : text
      guard let part, part.what != outermost.what else { return text + "\n" }
      let mapping = try #require(mappings.first { $0.what == part.what })
      let range = try #require(text.range(of: mapping.example), "\(part.what) is in no example")
      return text.replacingCharacters(in: range, with: part.example) + "\n"
    }

    func findings(with part: Mapping? = nil) throws -> [String] {
      let text = try text(with: part)
      if !isScenarios {
        // Of what is only worth a look a file of examples has some.
        return Shelf.shipped.check(text: text, file: "x.yaml")
          .filter { $0.severity == .error }.map(\.message)
      }
      do throws(Findings) {
        _ = try ScenarioReader.read(text: text, file: "x.yaml")
        return []
      } catch {
        return error.all.map(\.message)
      }
    }
  }

  private let wholes = [
    Whole(outermost: .pack, mappings: Mapping.ofPacks, isScenarios: false),
    Whole(outermost: .composedPack, mappings: Mapping.ofComposedPacks, isScenarios: false),
    Whole(outermost: .scenario, mappings: Mapping.ofScenarios, isScenarios: true),
  ]

  @Test("every key may be written as its example says, all at once")
  func examplesAreRead() throws {
    for whole in wholes { #expect(try whole.findings() == []) }
  }

  @Test("a key that is needed is missed, and no other")
  func needsWhatItSays() throws {
    var tried = 0
    for whole in wholes {
      for mapping in whole.mappings
      where try whole.text().contains(mapping.example)
        || mapping.what == whole.outermost.what
      {
        // Without it, a composed pack is a plain one.
        for key in mapping.keys where key.name != "composed-of" {
          let rest = Mapping(mapping.what, mapping.keys.filter { $0.name != key.name })
          let isMissed = try whole.findings(with: rest).contains(
            "\(mapping.what) needs '\(key.name)'")
          #expect(isMissed == key.isNeeded, "\(mapping.what): \(key.name)")
          tried += 1
        }
      }
    }
    #expect(tried > 90, "\(tried)")
  }

  @Test("what stands in no whole example is read, too: instants, conditions, expectations")
  func readsAlternatives() throws {
    func rule(since: String, when: String, doneBy: String) throws -> [String] {
      let keys = Mapping.rule.keys.map { key in
        let other = [
          // What a rule counts from cannot end it, too.
          "since": since, "when": when, "done-by": doneBy, "lapses-on": "[found]",
        ][key.name]
        return Mapping.Key(
          name: key.name, isNeeded: key.isNeeded, meaning: key.meaning,
          example: other ?? key.example)
      }
      return try wholes[0].findings(with: Mapping(Mapping.rule.what, keys))
    }
    let event = Mapping.event.example
    for instant in Mapping.instant.keys {
      for condition in Mapping.condition.keys {
        let findings = try rule(
          since: "{\(instant.name): \(instant.example)}",
          when: "{\(condition.name): \(condition.example)}", doneBy: event)
        #expect(findings == [], "\(instant.name), \(condition.name)")
      }
    }
    for fact in WordList.facts.rows {
      #expect(try rule(since: "missing-start", when: fact[2], doneBy: event) == [])
    }
    let durations = try #require(WordList.all.first { $0.name == "durations" })
    for row in durations.rows { #expect(TimeLimit(text: row[0]) != nil, "\(row[0])") }
    for expectation in Mapping.expectations {
      let keys = Mapping.scenario.keys.map { key in
        Mapping.Key(
          name: key.name, isNeeded: key.isNeeded, meaning: key.meaning,
          example: key.name == "expect" ? "[\(expectation.example)]" : key.example)
      }
      #expect(try wholes[2].findings(with: Mapping("a case", keys)) == [], "\(expectation.what)")
    }
  }
}
