import Workflow

// Conditions, events that count, instants and dates, as packs write them.

extension Inspection {
  /// A date, year first.
  func date(_ document: Document, _ what: String) -> CivilDate? {
    if let text = document.scalar, let date = CivilDate(iso: text) { return date }
    let parts = document.scalar?.split { "/.-".contains($0) }.compactMap { Int($0) } ?? []
    let turned = parts.count == 3 ? CivilDate(year: parts[2], month: parts[1], day: parts[0]) : nil
    let isOrdered = parts.count == 3 && parts[0] > 999
    let hint =
      turned.map { "; did you mean \($0.iso)?" }
      ?? (isOrdered ? "; the calendar has no such day" : "")
    error(
      "'\(what)' is a date such as 2026-03-29, not \(document.kind)\(hint)", at: document.place)
    return nil
  }

  // MARK: - Conditions

  /// A condition: facts with their values, and `all`, `any`, `not`, `happened`, or `is` with the
  /// names of conditions that the version defines.
  func condition(_ document: Document) -> Condition? {
    guard case .map(let pairs) = document.content else {
      error("a condition is a mapping of facts, not \(document.kind)", at: document.place)
      return nil
    }
    if pairs.isEmpty {
      error("an empty condition: leave it out where a rule always applies", at: document.place)
      return nil
    }
    let parts = pairs.compactMap { part($0.key, $0.value) }
    guard parts.count == pairs.count else { return nil }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// The condition under a key of a mapping; always where there is none.
  ///
  /// - Parameters:
  ///   - fields: the mapping.
  ///   - key: the key.
  ///   - consequence: what follows where it can never hold: `this rule can never apply`.
  /// - Returns: the condition, or nothing where it cannot be read.
  func condition(_ fields: Fields, _ key: String = "when", or consequence: String) -> Condition? {
    guard let document = fields[key] else { return .always }
    let condition = condition(document)
    if let condition, let clash = condition.clash {
      error("\(consequence): \(clash)", at: fields.place(of: key))
    }
    return condition
  }

  private func part(_ key: Document, _ value: Document) -> Condition? {
    switch key.scalar {
    case "all": return parts(value).map(Condition.all)
    case "any": return parts(value).map(Condition.any)
    case "not": return condition(value).map(Condition.not)
    case "happened": return match(value).map(Condition.happened)
    case "is": return defined(value)
    case let name?:
      guard let fact = Fact(rawValue: name) else {
        if let recurrence = Recurrence(name: name) {
          return least(value, of: name).map { .went(recurrence, atLeast: $0) }
        }
        let words = Fact.allCases.map(\.rawValue) + Mapping.condition.names
        let isCount = Recurrence.Kind.allCases.contains { name.hasPrefix("\($0.rawValue)-in-") }
        let hint =
          isCount
          ? "; a count looks back over days, weeks or months: missing-in-30-days"
          : Nearest.hint(name, of: words, list: "facts")
        error("unknown fact '\(name)'\(hint)", at: key.place)
        return nil
      }
      return test(of: fact, value)
    case nil:
      error("a fact is one word, not \(key.kind)", at: key.place)
      return nil
    }
  }

  private func parts(_ value: Document) -> [Condition]? {
    guard case .list(let items) = value.content, !items.isEmpty else {
      error("a list of conditions is wanted, not \(value.kind)", at: value.place)
      return nil
    }
    let read = items.compactMap(condition)
    return read.count == items.count ? read : nil
  }

  private func defined(_ value: Document) -> Condition? {
    if value.items.isEmpty { error("'is' names no condition", at: value.place) }
    let read = value.items.map { item -> Condition? in
      let name = item.scalar ?? ""
      asked.insert(name)
      if let condition = definitions[name] { return condition }
      let hint = Nearest.hint(name, of: definitions.keys.sorted())
      error("no condition '\(name)' is defined above\(hint)", at: item.place)
      return nil
    }
    let conditions = read.compactMap { $0 }
    guard conditions.count == read.count, !conditions.isEmpty else { return nil }
    return conditions.count == 1 ? conditions[0] : .all(conditions)
  }

  private func test(of fact: Fact, _ value: Document) -> Condition? {
    guard let known = fact.values else {
      return least(value, of: fact.rawValue).map { .atLeast(fact, $0) }
    }
    var values: Set<String> = []
    for item in value.items {
      guard let text = item.scalar else {
        error("a value of \(fact.rawValue) is one word, not \(item.kind)", at: item.place)
        return nil
      }
      // `yes` may be written `true`, as YAML knows both.
      let word = known == ["yes", "no"] ? ["true": "yes", "false": "no"][text] ?? text : text
      guard known.contains(word) else {
        error(
          "'\(text)' is not a value of \(fact.rawValue)\(Nearest.hint(text, of: known))",
          at: item.place)
        return nil
      }
      values.insert(word)
    }
    if values.isEmpty {
      error("\(fact.rawValue) is given no value, so this can never hold", at: value.place)
      return nil
    }
    return .fact(fact, values)
  }

  /// The least that a number must be.
  private func least(_ value: Document, of name: String) -> Int? {
    if let text = value.scalar {
      let example = Int(text).map { "\($0)" } ?? "12"
      error(
        "\(name) is a number: '\(name): {at-least: \(example)}', and for less "
          + "'not: {\(name): {at-least: \(example)}}'", at: value.place)
      return nil
    }
    guard
      let fields = Fields(value, "the test of \(name)", known: Mapping.numberTest.names, self)
    else { return nil }
    return fields.required("at-least").flatMap { number($0, "at-least") }
  }

  // MARK: - Events that count

  /// An event by its name, or with what must and must not stand in its fields.
  func match(_ document: Document) -> EventMatch? {
    if document.scalar != nil {
      return code(document, EventKind.self, "event").flatMap { ofChild($0, at: document.place) }
        .map { EventMatch($0) }
    }
    guard let fields = Fields(document, .event, self),
      let named = fields.code("event", EventKind.self, "event"),
      let kind = ofChild(named, at: fields.place(of: "event"))
    else { return nil }
    let (afterFirst, ground) = ground(fields["after"])
    let after = ground.map { match($0) }
    // Without what it must come after, it would mean something else.
    if let after, after == nil { return nil }
    let (with, without) = (values(fields["with"], of: kind), values(fields["without"], of: kind))
    for (name, wanted) in with {
      guard let refused = without[name], refused.contains("any") || wanted.isSubset(of: refused)
      else { continue }
      error(
        "no event can match: 'with' asks for '\(name)' as 'without' refuses it",
        at: fields.place(of: "without"), notes: [("'with' is here", fields.place(of: "with"))])
    }
    return EventMatch(
      kind, with: with, without: without, after: after ?? nil, isAfterFirst: afterFirst)
  }

  /// What must have happened before: an event, the last of its kind, or `first` or `last` with one.
  private func ground(_ document: Document?) -> (isFirst: Bool, event: Document?) {
    guard case .map(let pairs)? = document?.content, pairs.count == 1, let pair = pairs.first,
      let word = pair.key.scalar, ["first", "last"].contains(word)
    else { return (false, document) }
    return (word == "first", pair.value)
  }

  /// An event of a child's record; what is recorded of the desk itself never happens there.
  func ofChild(_ kind: EventKind, at place: Place) -> EventKind? {
    guard
      [.deskMade, .staffAdded, .procedureKept, .procedureChosen, .reportReceived].contains(kind)
    else {
      return kind
    }
    let instead = kind == .reportReceived ? "; 'reported' is what a child's record has" : ""
    error(
      "'\(kind.rawValue)' is recorded of the desk, never of a child\(instead)", at: place)
    return nil
  }

  /// An event that is looked at by itself, wherever it stands in the order of things.
  func lone(_ document: Document, _ what: String) -> EventMatch? {
    guard let match = match(document) else { return nil }
    guard match.after.isEmpty else {
      error("'after' is not looked at under '\(what)'", at: document.place)
      return nil
    }
    return match
  }

  private func values(_ document: Document?, of kind: EventKind) -> [String: Set<String>] {
    guard let document else { return [:] }
    guard case .map(let pairs) = document.content else {
      error("fields and their values are wanted, not \(document.kind)", at: document.place)
      return [:]
    }
    let form = EventForm.of(kind)
    var read: [String: Set<String>] = [:]
    for pair in pairs {
      let name = pair.key.scalar ?? ""
      guard form.field(name) != nil || EventForm.always.contains(name) else {
        let names = form.fields.map(\.name) + EventForm.always.sorted()
        error(
          "'\(kind.rawValue)' has no field '\(name)'\(Nearest.hint(name, of: names))",
          at: pair.key.place)
        continue
      }
      if pair.value.items.isEmpty {
        error("'\(name)' is given no value, so no event can match", at: pair.value.place)
      }
      for item in pair.value.items where name == "by" { checkRole(item, of: kind) }
      read[name] = Set(pair.value.items.compactMap { value($0, of: form.field(name)) })
    }
    return read
  }

  /// Who opens, closes or ends a record is named by the role in which they act; beside it a pack may
  /// have words of its own, so only what is nearly a role is told.
  private func checkRole(_ document: Document, of kind: EventKind) {
    guard [.opened, .recordClosed, .finalised, .categoryChanged].contains(kind),
      let text = document.scalar, text != "any", Role(rawValue: text) == nil
    else { return }
    if let role = Nearest.slip(text, of: Role.allCases.map(\.rawValue)) {
      error("no role is called '\(text)'; did you mean '\(role)'?", at: document.place)
    }
  }

  private func value(_ document: Document, of field: FormField?) -> String? {
    guard let text = document.scalar, !text.isEmpty else {
      error("a value is one word, not \(document.kind)", at: document.place)
      return nil
    }
    if text == "any" { return text }
    switch field?.input {
    case .flag:
      return flag(document, field?.name ?? "").map { $0 ? "yes" : "no" }
    case .code(let codes) where !codes.contains(text),
      .codes(let codes) where !codes.isEmpty && !codes.contains(text):
      error(
        "'\(text)' is not a value of \(field?.name ?? "")\(Nearest.hint(text, of: codes))",
        at: document.place)
      return nil
    case .instant, .instantOrUnknown, .date, .number:
      // Nothing that is recorded is ever known to the minute when a pack is written.
      if field?.input == .instantOrUnknown, text == "unknown" { return text }
      error(
        "'\(field?.name ?? "")' is \(field?.input.kind ?? ""), of which a pack can only ask whether it "
          + "is given: 'any'", at: document.place)
      return nil
    default: return text
    }
  }

  // MARK: - Instants

  /// An instant from which a rule counts: `missing-start`, an event (its first), or `first`, `last`,
  /// `learnt`, `due` with what they are about, or `missing-for` and how long.
  func anchor(_ document: Document) -> Anchor? {
    if document.scalar == "missing-start" { return .missingStart }
    if let text = document.scalar {
      if let kind = EventKind(rawValue: text) {
        return ofChild(kind, at: document.place).map { .first(EventMatch($0)) }
      }
      let words = ["missing-start"] + EventKind.allCases.map(\.rawValue)
      error(
        "unknown instant '\(text)'\(Nearest.hint(text, of: words, list: "events"))",
        at: document.place)
      return nil
    }
    guard let fields = Fields(document, .instant, self) else { return nil }
    let given = Mapping.instant.names.filter(fields.has)
    if given.count > 1 {
      error(
        "\(given.map { "'\($0)'" }.joined(separator: " and ")) are two instants: list them one after "
          + "the other, the first that there is counts", at: document.place)
      return nil
    }
    if let first = fields["first"] { return match(first).map(Anchor.first) }
    if let last = fields["last"] { return match(last).map(Anchor.last) }
    if let earliest = fields["earliest"] {
      let matches = earliest.items.map { match($0) }
      if matches.count < 2 {
        error("'earliest' is of two events or more: of one say 'first'", at: earliest.place)
        return nil
      }
      let read = matches.compactMap { $0 }
      return read.count == matches.count ? .earliest(read) : nil
    }
    if let learnt = fields["learnt"] { return match(learnt).map(Anchor.learnt) }
    if let learnt = fields["last-learnt"] { return match(learnt).map(Anchor.lastLearnt) }
    if let due = fields["due"] { return code(due, StepName.self, "step").map(Anchor.due) }
    if let limit = fields["missing-for"] {
      return duration(limit, "missing-for").map(Anchor.missingFor)
    }
    error(
      "an instant is 'first', 'last', 'earliest', 'learnt', 'last-learnt', 'due' or 'missing-for'",
      at: document.place)
    return nil
  }
}

extension FormField.Input {
  /// What a field holds that is no word, as findings call it.
  fileprivate var kind: String {
    switch self {
    case .instant, .instantOrUnknown: "a time"
    case .date: "a date"
    case .number: "a number"
    case .line, .paragraph, .flag, .code, .codes: "text"
    }
  }
}
