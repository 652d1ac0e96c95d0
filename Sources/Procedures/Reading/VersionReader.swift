import Workflow

/// Reads the versions of a pack and checks that their dates neither overlap nor leave a gap.
struct VersionReader {
  let inspection: Inspection
  let sources: [String: String]
  let id: String
  let title: String
  let authority: String
  let contentHash: String
  let roleTitles: [Role: String]
  let trayTitles: [Tray: String]
  let directory: [DirectoryEntry]

  func versions(_ document: Document) -> [Pack.Version] {
    guard case .list(let items) = document.content, !items.isEmpty else {
      inspection.error(
        "'versions' is a list of at least one version, not \(document.kind)", at: document.place)
      return []
    }
    var versions: [Pack.Version] = []
    var spans: [Span] = []
    for (index, item) in items.enumerated() {
      guard let fields = Fields(item, .version, inspection) else { continue }
      let span = span(fields)
      let procedure = procedure(fields, number: index + 1)
      guard let span else { continue }
      spans.append(span)
      versions.append(Pack.Version(from: span.from, to: span.to, procedure: procedure))
    }
    if spans.count == items.count { checkDates(spans) }
    return versions
  }

  // MARK: - Dates

  private struct Span {
    let from: CivilDate
    let to: CivilDate?
    let place: Place
  }

  private func span(_ fields: Fields) -> Span? {
    let from = fields.required("from").flatMap { inspection.date($0, "from") }
    if let open = fields["to"], open.kind == "nothing" {
      inspection.refuse(
        "'to' has no date: leave it out while the version is in force", at: open.place)
    }
    let to = fields["to"].flatMap { inspection.date($0, "to") }
    if fields.has("to"), to == nil { return nil }
    guard let from else { return nil }
    if let to, to < from {
      inspection.error("the version ends before it begins", at: fields.place(of: "to"))
      return nil
    }
    return Span(from: from, to: to, place: fields.place(of: "from"))
  }

  private func checkDates(_ spans: [Span]) {
    for (earlier, later) in zip(spans, spans.dropFirst()) {
      let note = [("the version before it begins here", earlier.place)]
      if later.from <= earlier.from {
        inspection.error(
          "versions stand in the order of their dates, and no two begin on one day",
          at: later.place, notes: note)
      } else if let end = earlier.to {
        if later.from <= end {
          inspection.error(
            "this version begins on \(later.from.iso), but the one before it ends only on \(end.iso)",
            at: later.place, notes: note)
        } else if later.from != end.adding(days: 1) {
          inspection.error(
            "no version is in force from \(end.adding(days: 1).iso) to "
              + "\(later.from.adding(days: -1).iso)", at: later.place, notes: note)
        }
      } else {
        inspection.error(
          "the version before this one has no 'to', so both would be in force",
          at: later.place, notes: note)
      }
    }
  }

  // MARK: - What a version says

  private func procedure(_ fields: Fields, number: Int) -> Procedure {
    let definitions = define(fields["definitions"])
    let reader = RuleReader(inspection: inspection, sources: sources)
    let documents = fields.required("rules")?.items ?? []
    let rules = documents.compactMap(reader.read)
    Conflicts(inspection: inspection, isComplete: rules.count == documents.count).check(rules)
    let chairs = fields.list("chairs").compactMap(chair)
    LadderCheck(inspection: inspection).check(chairs)
    let roles = inspection.acknowledgers(fields)
    if rules.count == documents.count { checkAcknowledgement(fields, rules) }
    let guards = fields.list("guards").compactMap { VersionReader.guarding($0, inspection) }
    let prompts = fields.list("prompts").compactMap(prompt)
    let routes = fields.list("routes").compactMap(route)
    let ratings = provisional(fields)
    for (name, place) in inspection.defined where !inspection.asked.contains(name) {
      inspection.warn(
        "'\(name)' is defined and no rule asks for it: was 'is: \(name)' forgotten? else leave it out",
        at: place)
    }
    return Procedure(
      id: id, title: title, authority: authority, version: number, contentHash: contentHash,
      definitions: definitions, rules: rules.map(\.rule),
      chairs: chairs.map(\.rung), guards: guards, prompts: prompts, routes: routes,
      provisional: ratings, directory: directory, acknowledgedBy: roles,
      trayTitles: trayTitles, roleTitles: roleTitles)
  }

  /// Whoever must acknowledge needs a step that says so, and the step needs somebody: without the
  /// other each leaves records that nobody can finish.
  private func checkAcknowledgement(_ fields: Fields, _ rules: [RuleReader.Placed]) {
    let step = rules.first { $0.rule.step == .acknowledge }
    switch (fields.has("acknowledged-by"), step) {
    case (true, nil) where !fields.list("acknowledged-by").isEmpty:
      inspection.error(
        "no rule makes the step acknowledge, so nobody would be asked to",
        at: fields.place(of: "acknowledged-by"))
    case (false, let step?):
      inspection.error(
        "nobody can acknowledge: the version needs 'acknowledged-by'", at: step.place,
        notes: [("the version is here", fields.place)])
    default: break
    }
  }

  /// Names for conditions that many rules share; one may use those above it.
  private func define(_ document: Document?) -> [Definition] {
    inspection.definitions = [:]
    inspection.defined = [:]
    inspection.asked = []
    guard let document else { return [] }
    guard case .map(let pairs) = document.content else {
      inspection.error("definitions are names and conditions", at: document.place)
      return []
    }
    var definitions: [Definition] = []
    for pair in pairs {
      guard let name = inspection.text(pair.key, "a name") else { continue }
      let condition = inspection.condition(pair.value)
      if let clash = condition?.clash {
        inspection.error("'\(name)' can never hold: \(clash)", at: pair.value.place)
      }
      inspection.definitions[name] = condition
      inspection.defined[name] = condition.map { _ in pair.key.place }
      if let condition { definitions.append(Definition(name: name, when: condition)) }
    }
    return definitions
  }

  private func chair(_ document: Document) -> LadderCheck.Placed? {
    guard let fields = Fields(document, .chair, inspection) else { return nil }
    let place = fields["role"]?.place ?? fields.place
    let role = fields.code("role", Role.self, "role")
    let from = fields.required("from").flatMap { inspection.duration($0, "from") }
    let after = fields["after"].flatMap { inspection.code($0, Role.self, "role") }
    let meetings = fields.list("for").compactMap { item -> StepName? in
      guard let step = inspection.code(item, StepName.self, "step") else { return nil }
      if !step.isMeeting {
        inspection.error("\(step.rawValue) is no meeting, so nobody chairs it", at: item.place)
      }
      return step
    }
    if fields.has("for"), fields.list("for").isEmpty {
      inspection.error(
        "'for' names no meeting: leave it out where the rung is for all",
        at: fields.place(of: "for"))
    }
    let when = inspection.condition(fields, or: "no meeting reaches this rung")
    let rule = fields.required("rule").flatMap { inspection.ruleID($0) }
    if let role, role.seniority == nil {
      inspection.error("a \(role.title.lowercased()) chairs no meeting", at: place)
    }
    guard let role, let from, let when, let rule else { return nil }
    return LadderCheck.Placed(
      rung: ChairRung(
        role: role, from: from, after: after, meetings: Set(meetings), when: when, rule: rule),
      place: fields.place, afterPlace: fields["after"]?.place)
  }

  /// Reads a guard, also one of a composed pack.
  static func guarding(_ document: Document, _ inspection: Inspection) -> Guard? {
    guard let fields = Fields(document, .guarding, inspection) else { return nil }
    let event = fields.required("on").flatMap { inspection.lone($0, "on") }
    let when = inspection.condition(fields, "refuse-when", or: "this guard can never refuse")
    let named = fields.required("rule")
    if let named, named.items.isEmpty {
      inspection.error("'rule' names no rule", at: named.place)
    }
    let rules = named?.items.compactMap { inspection.ruleID($0) } ?? []
    let sentence = fields.text("sentence")
    let tell = fields["tell"].flatMap { inspection.code($0, Role.self, "role") }
    guard let event, let when, let rule = rules.first, let sentence else { return nil }
    return Guard(
      on: event, refuseWhen: when, rule: rule, also: Array(rules.dropFirst()),
      sentence: sentence, tell: tell)
  }

  private func prompt(_ document: Document) -> Prompt? {
    guard let fields = Fields(document, .prompt, inspection) else { return nil }
    let rule = fields.required("rule").flatMap { inspection.ruleID($0) }
    let event = fields.code("on", EventKind.self, "event")
    let when = inspection.condition(fields, or: "this prompt is never shown")
    let text = fields.text("text")
    guard let rule, let event, let when, let text else { return nil }
    return Prompt(
      rule: rule, on: event, when: when, lines: lines(fields, of: event), text: text)
  }

  /// The lines of an event's form that answer a prompt.
  private func lines(_ fields: Fields, of event: EventKind) -> [String] {
    let known = EventForm.of(event).fields.map(\.name)
    return fields.list("lines").compactMap { item in
      guard let name = inspection.text(item, "lines") else { return nil }
      if known.contains(name) { return name }
      inspection.error(
        "the form of '\(event.rawValue)' has no line '\(name)'" + Nearest.hint(name, of: known),
        at: item.place)
      return nil
    }
  }

  private func route(_ document: Document) -> Route? {
    guard let fields = Fields(document, .route, inspection) else { return nil }
    let rule = fields.required("rule").flatMap { inspection.ruleID($0) }
    let event = fields.code("event", EventKind.self, "event")
    let tray = fields.code("tray", Tray.self, "tray")
    let role = fields.code("role", Role.self, "role")
    let when = inspection.condition(fields, or: "nothing is ever met here")
    guard let rule, let event, let tray, let role, let when else { return nil }
    return Route(rule: rule, event: event, tray: tray, role: role, when: when)
  }

  private func provisional(_ fields: Fields) -> [Provisional] {
    var ratings: [(rating: Provisional, place: Place)] = []
    for document in fields.list("provisional") {
      guard let rating = provisional(document) else { continue }
      // The first that applies stands.
      if let first = ratings.first(where: {
        $0.rating.when == .always || $0.rating.when == rating.when
      }) {
        inspection.error(
          "no record gets this rating: the one before it applies to the same ones",
          at: document.place, notes: [("the one before it", first.place)])
      }
      ratings.append((rating, document.place))
    }
    return ratings.map(\.rating)
  }

  private func provisional(_ document: Document) -> Provisional? {
    guard let fields = Fields(document, .provisional, inspection) else { return nil }
    let rule = fields.required("rule").flatMap { inspection.ruleID($0) }
    let rag = fields.code("rag", RAG.self, "rating")
    let when = inspection.condition(fields, or: "no record gets this rating")
    guard let rule, let rag, let when else { return nil }
    return Provisional(rag: rag, when: when, rule: rule)
  }
}

extension Inspection {
  /// The roles that must acknowledge a closure, each of which must be able to.
  func acknowledgers(_ fields: Fields) -> [Role] {
    let items = fields.list("acknowledged-by")
    if fields.has("acknowledged-by"), items.isEmpty {
      error(
        "'acknowledged-by' names nobody: leave it out where no closure is acknowledged",
        at: fields.place(of: "acknowledged-by"))
    }
    var able = Role.allCases.map(\.rawValue)
    if case .code(let codes)? = EventForm.of(.acknowledged).field("as")?.input { able = codes }
    return items.compactMap { item in
      guard let role = code(item, Role.self, "role") else { return nil }
      if !able.contains(role.rawValue) {
        error(
          "a \(role.title.lowercased()) cannot acknowledge a closure; known: "
            + able.joined(separator: ", "), at: item.place)
      }
      return role
    }
  }
}
