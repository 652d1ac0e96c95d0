import Workflow

/// Reads a composed pack as strictly as any other: what is not understood is a finding with its line,
/// and so is a decision that decides nothing.
struct CompositionReader {
  let inspection: Inspection
  /// The ids of the packs on the shelf, as far as they are known.
  let shelf: [String]

  /// Reads a bundle.
  ///
  /// - Parameters:
  ///   - bundle: the composed pack and its parts.
  ///   - file: the name of the composed pack's file, for the findings.
  ///   - shelf: the ids of the packs that it could name.
  /// - Returns: the pack.
  /// - Throws: everything that is wrong with it, or else with its parts.
  static func read(_ bundle: Bundle, file: String, shelf: [String] = []) throws(Findings) -> Pack {
    let inspection = Inspection(file: file)
    let document = Document.read(bundle.text, into: inspection)
    var parts: [String: Pack] = [:]
    var broken: [Finding] = []
    for part in bundle.parts {
      do throws(Findings) {
        parts[part.id] = try PackReader.read(text: part.text, file: part.id + ".yaml")
      } catch {
        broken += error.all
      }
    }
    let hash = PackReader.contentHash(of: bundle.whole)
    let unread = Set(bundle.parts.map(\.id)).subtracting(parts.keys)
    let read = document.flatMap {
      CompositionReader(inspection: inspection, shelf: shelf).pack(
        $0, parts, unread: unread, hash: hash)
    }
    let findings = inspection.findings + broken
    guard findings.isEmpty, let read else { throw Findings(findings) }
    return read
  }

  private func pack(
    _ document: Document, _ known: [String: Pack], unread: Set<String>, hash: String
  ) -> Pack? {
    guard let fields = Fields(document, .composedPack, inspection) else { return nil }
    let id = PackReader.id(fields, inspection)
    let title = fields.text("title")
    let authority = fields.text("authority")
    let parts = parts(fields, known, unread: unread, own: id)
    let composition = composition(fields, parts)
    let roles = PackReader.titles(fields["roles"], Role.self, "role", inspection)
    let trays = PackReader.titles(fields["trays"], Tray.self, "tray", inspection)
    guard let id, let title, let authority, inspection.isClean else { return nil }
    var seen: Set<String> = []
    let directory = parts.flatMap(\.directory).filter {
      seen.insert("\($0.id) \($0.rule)").inserted
    }
    let composer = Composer(
      composition: composition, id: id, title: title, authority: authority, contentHash: hash,
      trayTitles: trays, roleTitles: roles, directory: directory)
    let versions = composer.versions
    if unread.isEmpty, !parts.isEmpty, versions.isEmpty {
      inspection.error(
        "the parts are never in force together", at: fields.place(of: "composed-of"))
    }
    return Pack(
      id: id, title: title, authority: authority, sources: parts.flatMap(\.sources),
      roleTitles: roles, trayTitles: trays,
      directory: directory,
      versions: versions, contentHash: hash, file: inspection.file,
      composedOf: parts.map(\.id))
  }

  private func parts(
    _ fields: Fields, _ known: [String: Pack], unread: Set<String>, own: String?
  ) -> [Pack] {
    guard let list = fields.required("composed-of") else { return [] }
    if list.items.isEmpty { inspection.error("'composed-of' names no pack", at: list.place) }
    var seen: [String: Place] = [:]
    return list.items.compactMap { item in
      guard let id = inspection.text(item, "composed-of") else { return nil }
      if let other = seen.updateValue(item.place, forKey: id) {
        inspection.error("'\(id)' is named twice", at: item.place, notes: [("here", other)])
        return nil
      }
      if id == own {
        inspection.error("'\(id)' cannot be composed of itself", at: item.place)
        return nil
      }
      if known[id] == nil, !unread.contains(id) {
        let others = shelf.filter { $0 != own }
        inspection.error(
          others.contains(id)
            ? "'\(id)' is composed itself: name the packs that it is composed of"
            : "there is no pack '\(id)' to compose with\(Nearest.hint(id, of: others))",
          at: item.place)
      }
      return known[id]
    }
  }

  private func composition(_ fields: Fields, _ parts: [Pack]) -> Composition {
    let rules = parts.flatMap { $0.versions.flatMap(\.procedure.rules) }
    let steps = Set(rules.map(\.step))
    _ = fields.required("acknowledged-by")
    return Composition(
      parts: parts,
      acknowledgedBy: inspection.acknowledgers(fields),
      adults: fields["adults"].flatMap { adults($0, parts) },
      landings: fields.list("landings").compactMap { landing($0, rules) },
      apart: Set(fields.list("apart").flatMap { apart($0, steps) }),
      completions: Dictionary(
        fields.list("completions").compactMap { completion($0, steps) }
      ) { first, _ in first },
      setAside: fields.list("set-aside").compactMap { setAside($0, parts) },
      guards: fields.list("guards").compactMap { VersionReader.guarding($0, inspection) })
  }

  // MARK: - Decisions, each with its reason

  private func decision(_ document: Document, _ mapping: Mapping) -> Fields? {
    guard let fields = Fields(document, mapping, inspection) else { return nil }
    _ = fields.text("because")
    return fields
  }

  private func adults(_ document: Document, _ parts: [Pack]) -> Composition.Adults? {
    guard let fields = decision(document, .adults) else {
      return nil
    }
    let age = fields.required("from-age").flatMap { inspection.number($0, "from-age") }
    let pack = fields.text("only")
    if let pack, !parts.isEmpty, !parts.contains(where: { $0.id == pack }) {
      inspection.error("'\(pack)' is not one of the parts", at: fields.place(of: "only"))
    }
    guard let age, let pack else { return nil }
    return Composition.Adults(age: age, pack: pack)
  }

  private func landing(_ document: Document, _ rules: [Rule]) -> Composition.Landing? {
    guard let fields = decision(document, .landing) else { return nil }
    let steps = named(fields, Set(rules.map(\.step)))
    let from = fields.list("from").compactMap { inspection.code($0, Tray.self, "tray") }
    let when =
      fields.required("when") == nil
      ? nil : inspection.condition(fields, or: "nothing ever lands here")
    let place = place(fields)
    let otherwise = fields.required("otherwise").flatMap { document in
      Fields(document, .otherLanding, inspection).flatMap(self.place)
    }
    guard let when, let place, let otherwise else { return nil }
    let landing = Composition.Landing(
      steps: Set(steps), from: Set(from), when: when, place: place, otherwise: otherwise)
    if !rules.isEmpty, !steps.isEmpty, !rules.contains(where: landing.takes) {
      inspection.error("no part puts such a step into these trays", at: fields.place)
    }
    return landing
  }

  private func place(_ fields: Fields) -> Composition.Landing.Place? {
    let tray = fields.code("tray", Tray.self, "tray")
    let role = fields.code("role", Role.self, "role")
    guard let tray, let role else { return nil }
    return Composition.Landing.Place(tray: tray, role: role)
  }

  private func apart(_ document: Document, _ known: Set<StepName>) -> [StepName] {
    decision(document, .apart).map { named($0, known) } ?? []
  }

  private func completion(
    _ document: Document, _ known: Set<StepName>
  ) -> (StepName, [EventMatch])? {
    guard let fields = decision(document, .completion) else { return nil }
    let name = fields.required("step").flatMap { step($0, known) }
    let matches = fields.required("done-by")?.items.compactMap { inspection.match($0) } ?? []
    return name.map { ($0, matches) }
  }

  private func setAside(_ document: Document, _ parts: [Pack]) -> Composition.SetAside? {
    guard let fields = decision(document, .setAside) else { return nil }
    let event = fields.code("on", EventKind.self, "event")
    let items = fields.required("rules")?.items ?? []
    let guards = parts.flatMap { $0.versions.flatMap(\.procedure.guards) }
    let rules = items.compactMap { item -> String? in
      guard let rule = inspection.ruleID(item) else { return nil }
      if let event, !parts.isEmpty,
        !guards.contains(where: { $0.rule == rule && $0.on.kind == event })
      {
        inspection.error("no part has a guard of \(rule) on \(event.rawValue)", at: item.place)
      }
      return rule
    }
    guard let event else { return nil }
    return Composition.SetAside(event: event, rules: Set(rules))
  }

  private func named(_ fields: Fields, _ known: Set<StepName>) -> [StepName] {
    fields.required("steps")?.items.compactMap { step($0, known) } ?? []
  }

  private func step(_ document: Document, _ known: Set<StepName>) -> StepName? {
    guard let step = inspection.code(document, StepName.self, "step") else { return nil }
    if !known.isEmpty, !known.contains(step) {
      inspection.error("no part has a step '\(step.rawValue)'", at: document.place)
    }
    return step
  }
}
