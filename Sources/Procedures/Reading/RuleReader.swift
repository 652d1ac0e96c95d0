import Workflow

/// Reads the rules of one version, and remembers where each stood for the checks across rules.
struct RuleReader {
  let inspection: Inspection
  /// The documents by their short names, with their titles.
  let sources: [String: String]

  /// A rule and where its parts stand.
  struct Placed {
    let rule: Rule
    let place: Place
    let namePlace: Place
    /// The steps on whose due time it counts, with their places.
    let dues: [(step: StepName, place: Place)]
  }

  func read(_ document: Document) -> Placed? {
    guard let fields = Fields(document, .rule, inspection) else { return nil }
    // Everything is read before anything is given up, so that all findings come at once.
    let name = fields.text("name")
    let realises = ids(fields)
    let step = fields.code("step", StepName.self, "step")
    let tray = fields.code("tray", Tray.self, "tray")
    let role = fields.code("role", Role.self, "role")
    let when = inspection.condition(fields, or: "this rule can never apply")
    let since = anchors(fields)
    let opensAfter = fields["opens-after"].flatMap { inspection.duration($0, "opens-after") }
    let within = fields["within"].flatMap { inspection.duration($0, "within") }
    let repeats = fields.flag("repeats")
    let from = fields["elapsed-from"].flatMap { inspection.duration($0, "elapsed-from") }
    let before = fields["elapsed-before"].flatMap { inspection.duration($0, "elapsed-before") }
    let doneBy = fields.list("done-by").compactMap { inspection.match($0) }
    let lapsesOn = fields.list("lapses-on").compactMap { inspection.lone($0, "lapses-on") }
    let lapsesLate = fields.flag("lapses-late")
    let isForRecord = fields.flag("for-record")
    let outlivesRecord = fields.flag("outlives-record")
    let part = fields.optionalText("part")
    let duty = fields.text("duty")
    let prompts = fields.list("prompts").compactMap { inspection.text($0, "prompts") }
    let citation = citation(fields)
    if repeats, within == nil, !fields.has("within") {
      inspection.error("a rule that repeats needs 'within'", at: fields.place(of: "repeats"))
    }
    if lapsesLate {
      for key in ["lapses-on", "within"] where !fields.has(key) {
        inspection.error("'lapses-late' needs '\(key)'", at: fields.place(of: "lapses-late"))
      }
    }
    if !repeats {
      for key in ["elapsed-from", "elapsed-before"] where fields.has(key) {
        inspection.error("'\(key)' is only for a rule that repeats", at: fields.place(of: key))
      }
    }
    if let from, let before, from.leastHours >= before.mostHours {
      inspection.error(
        "this rule can never be in force: it begins at \(from.words) and ends at \(before.words)",
        at: fields.place(of: "elapsed-from"))
    }
    if repeats, let within, within.mostHours < 1 || within == .workingDays(0) {
      inspection.error(
        "this rule would come again without end: '\(within.words)' after each time",
        at: fields.place(of: "within"))
    }
    if let opensAfter, let within, opensAfter.leastHours > within.mostHours {
      inspection.error(
        "this step would open after it is due: it opens after \(opensAfter.words) and is due "
          + "within \(within.words)", at: fields.place(of: "opens-after"),
        notes: [("'within' is here", fields.place(of: "within"))])
    }
    checkEvents(fields, since: since?.map(\.anchor) ?? [], doneBy: doneBy, lapsesOn: lapsesOn)
    guard let name, let step, let tray, let role, let when, let since, let duty, let citation,
      !realises.isEmpty
    else { return nil }
    return Placed(
      rule: Rule(
        name: name, realises: realises, step: step, tray: tray, role: role, when: when,
        since: since.map(\.anchor), opensAfter: opensAfter, within: within, repeats: repeats,
        elapsedFrom: from, elapsedBefore: before, doneBy: doneBy, lapsesOn: lapsesOn,
        lapsesLate: lapsesLate, isForRecord: isForRecord, outlivesRecord: outlivesRecord,
        part: part, duty: duty,
        prompts: prompts, citation: citation),
      place: fields.place, namePlace: fields["name"]?.place ?? fields.place,
      dues: since.compactMap {
        if case .due(let step) = $0.anchor { return (step, $0.place) }
        return nil
      })
  }

  private func ids(_ fields: Fields) -> [String] {
    guard let list = fields.required("realises") else { return [] }
    if list.items.isEmpty { inspection.error("'realises' names no rule", at: list.place) }
    var first: [String: Place] = [:]
    return list.items.compactMap { item in
      guard let id = inspection.ruleID(item) else { return nil }
      if let other = first.updateValue(item.place, forKey: id) {
        inspection.error("'\(id)' is named twice", at: item.place, notes: [("here", other)])
      }
      return id
    }
  }

  /// What ends a step must not be what begins it.
  private func checkEvents(
    _ fields: Fields, since: [Anchor], doneBy: [EventMatch], lapsesOn: [EventMatch]
  ) {
    let starts = since.flatMap { anchor -> [EventMatch] in
      switch anchor {
      case .first(let match), .last(let match), .learnt(let match), .lastLearnt(let match): [match]
      case .earliest(let matches): matches
      case .missingStart, .missingFor, .due: []
      }
    }
    let isOnly = starts.count == since.count
    for (key, ends) in [("done-by", doneBy), ("lapses-on", lapsesOn)] {
      if fields.has(key), fields.list(key).isEmpty {
        inspection.error("'\(key)' names no event: leave it out", at: fields.place(of: key))
      }
      if isOnly, let same = starts.first, starts.count == 1, ends.contains(same) {
        inspection.error(
          "what it counts from (\(same.kind.rawValue)) ends it, too, so it is never open",
          at: fields.place(of: key), notes: [("'since' is here", fields.place(of: "since"))])
      }
    }
  }

  private func anchors(_ fields: Fields) -> [(anchor: Anchor, place: Place)]? {
    guard let list = fields.required("since") else { return nil }
    if list.items.isEmpty {
      inspection.error(
        "'since' names no instant, such as missing-start or reported", at: list.place)
    }
    let read = list.items.map { ($0.place, inspection.anchor($0)) }
    let anchors = read.compactMap { place, anchor in anchor.map { (anchor: $0, place: place) } }
    return anchors.count == read.count && !anchors.isEmpty ? anchors : nil
  }

  private func citation(_ fields: Fields) -> Citation? {
    let source = fields.required("source")
    let section = fields.text("section")
    guard let source, let id = inspection.text(source, "source") else { return nil }
    guard let title = sources[id] else {
      inspection.error(
        "no source '\(id)' is listed\(Nearest.hint(id, of: sources.keys.sorted()))",
        at: source.place)
      return nil
    }
    return section.map { Citation(document: title, section: $0) }
  }
}

extension Inspection {
  /// The id of a rule, in the rulebook or of an authority's own: capitals, a hyphen, two digits
  /// (`L23-07`).
  func ruleID(_ document: Document) -> String? {
    guard let text = document.scalar else {
      error("a rule id is one word, not \(document.kind)", at: document.place)
      return nil
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isID =
      parts.count == 2 && (1...4).contains(parts[0].count) && (2...3).contains(parts[1].count)
      && parts[0].first?.isLetter == true
      && parts[0].allSatisfy { ("A"..."Z").contains($0) || ("0"..."9").contains($0) }
      && parts[1].allSatisfy { ("0"..."9").contains($0) }
    if isID { return text }
    error(
      "'\(text)' is not a rule id: capitals, a hyphen and two digits, such as L23-07",
      at: document.place)
    return nil
  }
}
