import Workflow

/// Puts the procedures of several packs together by the rule of their composition.
///
/// Nothing is copied: what a part says is taken as it stands on the day, so a limit that changes there
/// changes here. The earliest due time, the chair and the state of a step that several ask for are
/// settled where steps are derived.
struct Composer {
  let composition: Composition
  let id: String
  let title: String
  let authority: String
  let contentHash: String
  let trayTitles: [Tray: String]
  let roleTitles: [Role: String]
  let directory: [DirectoryEntry]

  /// A version for each span in which the parts do not change, from the day on which all of them are
  /// in force.
  var versions: [Pack.Version] {
    let parts = composition.parts
    guard let first = parts.compactMap({ $0.versions.first?.from }).max() else { return [] }
    let changes = Set(parts.flatMap { $0.versions.map(\.from) }.filter { $0 > first } + [first])
    let days = changes.sorted()
    var versions: [Pack.Version] = []
    for (index, from) in days.enumerated() {
      let inForce = parts.compactMap { part in part.versions.first { $0.isInForce(on: from) } }
      // A part that has ended without a successor ends the whole.
      guard inForce.count == parts.count else { break }
      let next = index + 1 < days.count ? days[index + 1].adding(days: -1) : nil
      let to = (inForce.compactMap(\.to) + [next].compactMap { $0 }).min()
      versions.append(
        Pack.Version(
          from: from, to: to, procedure: procedure(of: inForce.map(\.procedure), index + 1)))
    }
    return versions
  }

  private func procedure(of parts: [Procedure], _ version: Int) -> Procedure {
    let named = composition.parts.map(\.id)
    let pairs = Array(zip(named, parts))
    return Procedure(
      id: id, title: title, authority: authority, version: version, contentHash: contentHash,
      definitions: parts.flatMap(\.definitions), rules: rules(of: pairs),
      chairs: pairs.flatMap { pack, part in
        part.chairs.map {
          ChairRung(
            role: $0.role, from: $0.from, after: $0.after, meetings: $0.meetings,
            when: condition($0.when, of: pack), rule: $0.rule)
        }
      },
      guards: pairs.flatMap { pack, part in part.guards.compactMap { guarding($0, of: pack) } }
        + composition.guards,
      prompts: pairs.flatMap { pack, part in
        part.prompts.map {
          Prompt(
            rule: $0.rule, on: $0.on, when: condition($0.when, of: pack), lines: $0.lines,
            text: $0.text)
        }
      },
      documents: parts.flatMap(\.documents),
      routes: pairs.flatMap { pack, part in
        part.routes.map {
          Route(
            rule: $0.rule, event: $0.event, tray: $0.tray, role: $0.role,
            when: condition($0.when, of: pack))
        }
      },
      provisional: pairs.flatMap { pack, part in
        part.provisional.map {
          Provisional(rag: $0.rag, when: condition($0.when, of: pack), rule: $0.rule)
        }
      },
      directory: directory, acknowledgedBy: composition.acknowledgedBy, trayTitles: trayTitles,
      roleTitles: roleTitles)
  }

  /// For adults one part alone speaks, so what the others say is said of children.
  private func condition(_ condition: Condition, of pack: String) -> Condition {
    guard let adults = composition.adults, adults.pack != pack else { return condition }
    return .all([.not(adults.condition), condition].filter { $0 != .always })
  }

  /// A guard that gives way still stands where its part alone speaks.
  private func guarding(_ guarding: Guard, of pack: String) -> Guard? {
    var when = condition(guarding.refuseWhen, of: pack)
    if composition.setAside.contains(where: { $0.takes(guarding) }) {
      guard let adults = composition.adults, adults.pack == pack else { return nil }
      when = .all([adults.condition, when].filter { $0 != .always })
    }
    return Guard(
      on: guarding.on, refuseWhen: when, rule: guarding.rule, also: guarding.also,
      sentence: guarding.sentence, tell: guarding.tell)
  }

  // MARK: - Rules

  private func rules(of parts: [(pack: String, procedure: Procedure)]) -> [Rule] {
    let all = parts.flatMap { $0.procedure.rules }
    return parts.flatMap { pack, procedure in
      procedure.rules.flatMap { rule in
        let base = condition(rule.when, of: pack)
        let part = part(of: rule, among: all)
        guard let landing = composition.landings.first(where: { $0.takes(rule) }) else {
          return [composed(rule, pack: pack, when: base, part: part)]
        }
        return [
          composed(
            rule, pack: pack, when: .all([landing.when, base]), part: part, at: landing.place),
          composed(
            rule, pack: pack, when: .all([.not(landing.when), base]), part: part,
            at: landing.otherwise),
        ]
      }
    }
  }

  /// A step that people of several trays share has a part for each; where another pack has a part in
  /// the same tray, it is that one.
  private func part(of rule: Rule, among all: [Rule]) -> String? {
    if let part = rule.part { return part }
    if composition.apart.contains(rule.step) { return rule.tray.rawValue }
    return all.first {
      $0.step == rule.step && $0.tray == rule.tray && $0.isForRecord == rule.isForRecord
        && $0.part != nil
    }?.part
  }

  private func composed(
    _ rule: Rule, pack: String, when: Condition, part: String?,
    at place: Composition.Landing.Place? = nil
  ) -> Rule {
    Rule(
      name: "\(pack)/\(rule.name)", realises: rule.realises, step: rule.step,
      tray: place?.tray ?? rule.tray, role: place?.role ?? rule.role, when: when,
      since: rule.since, opensAfter: rule.opensAfter, within: rule.within, repeats: rule.repeats,
      elapsedFrom: rule.elapsedFrom, elapsedBefore: rule.elapsedBefore,
      doneBy: composition.completions[rule.step] ?? rule.doneBy, lapsesOn: rule.lapsesOn,
      lapsesLate: rule.lapsesLate, isForRecord: rule.isForRecord,
      outlivesRecord: rule.outlivesRecord, part: part, pack: pack,
      duty: rule.duty, prompts: rule.prompts, citation: rule.citation)
  }
}
