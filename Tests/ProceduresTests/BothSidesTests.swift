import Testing
import Workflow

@testable import Procedures

/// What the scenarios of the five packs show: every rule, and every limit a minute before, at and after.
@Suite("Both sides of every limit")
struct BothSidesTests {
  /// What was seen of one pack.
  private struct Shown {
    /// Rules that made a step that a case expects, by name.
    var rules: Set<String> = []
    /// How far from its due time a step was looked at or done, in seconds, by the rule's name.
    var offsets: [String: Set<Int64>] = [:]
    /// How far from a rung a meeting was due, in seconds, by the rung's place.
    var rungs: [Int: Set<Int64>] = [:]
    /// Events that were refused by a rule of a guard.
    var refused: Set<String> = []
    /// Events with the tray that they land in.
    var routed: Set<String> = []
  }

  private func shown(by scenarios: [Scenario], of pack: Pack) throws -> Shown {
    var shown = Shown()
    for scenario in scenarios where scenario.procedure == pack.id {
      let first = scenario.given.map(\.at).min() ?? scenario.asOf
      let day = London.local(first).date
      let procedure = try pack.procedure(on: max(day, pack.versions.first?.from ?? day))
      let story = Story(of: scenario, procedure: procedure)
      let steps = Derive.steps(of: story.child) { _ in procedure }
      for expected in scenario.expect {
        switch expected.form {
        case .step(let name, let particulars):
          let episode = expected.episode
          for step in steps
          where step.id.step == name && (episode.map { $0 == step.episodeNumber } ?? true) {
            note(step, particulars, expected.rules, scenario, procedure, in: &shown)
          }
        case .notified(let names):
          for step in steps where step.id.step == .notice && names.contains(step.role.rawValue) {
            let isNamed =
              expected.rules.isEmpty || !Set(expected.rules).isDisjoint(with: step.rules)
            if isNamed { shown.rules.insert(step.rule.name) }
          }
        case .refused(let kind, _, _):
          for rule in expected.rules { shown.refused.insert("\(kind.rawValue) \(rule)") }
        case .routed(let kind, let tray):
          shown.routed.insert("\(kind.rawValue) \(tray.rawValue)")
        default: break
        }
      }
    }
    return shown
  }

  private func note(
    _ step: WorkStep, _ particulars: Scenario.Particulars, _ rules: [String],
    _ scenario: Scenario, _ procedure: Procedure, in shown: inout Shown
  ) {
    guard rules.isEmpty || !Set(rules).isDisjoint(with: step.rules) else { return }
    shown.rules.insert(step.rule.name)
    // Of rules that ask for one step together each is shown that the case names.
    for rule in procedure.rules
    where rule.step == step.id.step && !Set(rules).isDisjoint(with: rule.realises) {
      shown.rules.insert(rule.name)
    }
    guard let due = step.due else { return }
    var moment: Instant?
    switch step.outcome {
    case .open where particulars.state != nil: moment = scenario.asOf
    case .done(let at, _) where particulars.state != nil || particulars.isLate != nil: moment = at
    default: moment = step.dropped
    }
    if let moment { shown.offsets[step.rule.name, default: []].insert(moment.since(due)) }
    guard !particulars.chairs.isEmpty,
      let episode = scenarioEpisode(step, scenario, procedure), let start = episode.start
    else { return }
    for (place, rung) in procedure.chairs.enumerated() {
      let from = rung.from.due(from: start.at, holidays: procedure.holidays)
      shown.rungs[place, default: []].insert(due.since(from))
    }
  }

  private func scenarioEpisode(
    _ step: WorkStep, _ scenario: Scenario, _ procedure: Procedure
  ) -> Episode? {
    Story(of: scenario, procedure: procedure).child.episodes.first {
      $0.number == step.episodeNumber
    }
  }

  @Test(
    "every clock, cadence, step, notice, chair, route and guard has its case, every limit both sides",
    arguments: ["lambeth-2023", "lambeth-protocol", "lewisham-2021", "mfh-rag", "luton"])
  func showsAll(pack id: String) throws {
    let scenarios = try Files.texts(in: "Scenarios").flatMap { name, text in
      try ScenarioReader.read(text: text, file: name)
    }
    let pack = try Shelf.shipped.pack(id: id)
    let shown = try shown(by: scenarios, of: pack)
    let procedure = try #require(pack.versions.last?.procedure)
    var gaps: [String] = []
    for rule in procedure.rules {
      if !shown.rules.contains(rule.name) { gaps.append("rule \(rule.name): no case") }
      guard let within = rule.within else { continue }
      let seen = shown.offsets[rule.name] ?? []
      // What is due at once has no side before.
      let wanted: [Int64] = within == .atOnce ? [0, 60] : [-60, 0, 60]
      let missing = wanted.filter { !seen.contains($0) }
      if !missing.isEmpty {
        gaps.append("rule \(rule.name), \(within.words): not at \(missing) seconds from its limit")
      }
    }
    for (place, rung) in procedure.chairs.enumerated() where rung.from != .atOnce {
      let seen = shown.rungs[place] ?? []
      // Meetings that are due at the end of a working day are days apart, and after the last of them
      // none may be due at all.
      let sides: [(String, Bool)] =
        if case .workingDays = rung.from {
          [("before", seen.contains { $0 < 0 }), ("at", seen.contains(0))]
        } else {
          [("before", seen.contains(-60)), ("at", seen.contains(0)), ("after", seen.contains(60))]
        }
      for (side, isSeen) in sides where !isSeen {
        gaps.append("chair \(rung.role.rawValue) from \(rung.from.words): no meeting \(side) it")
      }
    }
    for guarding in procedure.guards {
      // Rules that a guard realises together are shown by one refusal.
      let names = ([guarding.rule] + guarding.also).map { "\(guarding.on.kind.rawValue) \($0)" }
      if shown.refused.isDisjoint(with: names) { gaps.append("guard on \(names): no refusal") }
    }
    for route in procedure.routes {
      let name = "\(route.event.rawValue) \(route.tray.rawValue)"
      if !shown.routed.contains(name) { gaps.append("route of \(name): no case") }
    }
    #expect(gaps == [], "\(gaps.joined(separator: "\n"))")
  }
}
