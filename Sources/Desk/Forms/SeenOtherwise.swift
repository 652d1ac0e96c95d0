package import Workflow

// A report that joins an open episode may say that the child was last seen later than the episode has it, or
// whoever triages may know of another time: then every limit that runs from the going moves.

extension FormScreen {
  /// The question that takes it; empty leaves the episode as it is.
  package static let seenOtherwise = FormField(
    name: "last-seen-other", label: "Last seen, other", input: .instant, isRequired: false)

  /// The open episode that the report would join, and from when it counts.
  private var joined: (child: ChildCase, episode: String, since: Instant)? {
    guard case .triage(let draft) = purpose, let chosen = chosenCandidate,
      let child = draft.ground?.children[chosen.id], let episode = child.currentRecord?.current,
      episode.isAway, episode.found == nil, let start = episode.start
    else { return nil }
    return (child, episode.reference, start.at)
  }

  /// Whether the report says that the child was seen later than the episode has it, or whoever triages typed
  /// another time: an earlier one that was only read is somebody's who saw the child less late.
  var saysSeenOtherwise: Bool {
    guard case .triage(let draft) = purpose, let joined else { return false }
    if let typed = typedLastSeen { return typed != joined.since && typed <= moment }
    guard let read = draft.values["last-seen"].flatMap({ Instant(iso: $0.typed) }) else {
      return false
    }
    return read > joined.since && read <= draft.received ?? read
  }

  /// When the child was last seen, where the person typed it and it was not read.
  private var typedLastSeen: Instant? {
    guard let line = line("last-seen"), line.text.text != initial["last-seen"],
      case .success(.instant(let seen)?) = line.read(now: moment)
    else { return nil }
    return seen
  }

  /// Takes what was typed as last seen over into the question that asks it of a report which joins an episode:
  /// somebody else may have opened that while it was typed.
  mutating func carryLastSeen() {
    let name = FormScreen.seenOtherwise.name
    guard typedLastSeen != nil, saysSeenOtherwise, let typed = line("last-seen")?.text.text,
      let place = entries.firstIndex(where: { $0.field.name == name }),
      entries[place].text.text == initial[name] ?? ""
    else { return }
    entries[place].text.replace(with: typed)
    entries[place].givesWay = false
  }

  /// When the child was last seen as the report has it, where the episode that it joins counts from another time and
  /// goes on doing so: it stays with the report.
  var lastSeenTold: Instant? {
    guard let joined, let line = aside.first(where: { $0.field.name == "last-seen" }),
      case .success(.instant(let told)?) = line.read(now: moment), told != joined.since
    else { return nil }
    let other = entries.first { $0.field == FormScreen.seenOtherwise }
    if case .success(.instant(told)?)? = other?.read(now: moment) { return nil }
    return told
  }

  /// What was typed and is asked no longer, because the report joins an episode that says it already: nothing
  /// that somebody typed goes without a word.
  var leftAside: String? {
    guard case .triage = purpose, let joined else { return nil }
    let typed = aside.filter {
      FormScreen.ofEpisode.contains($0.field.name) && !$0.isEmpty
        && $0.text.text != initial[$0.field.name] ?? ""
        && !($0.field.name == "last-seen" && saysSeenOtherwise)
    }
    if typed.isEmpty { return nil }
    let words = typed.map { "\($0.field.label.lowercasedFirst) \($0.shown)" }
    return "! \(joined.episode) has its own; not recorded of what you typed: "
      + words.joined(separator: ", ")
  }

  /// Says at its line what the episode has.
  mutating func nameSeenOtherwise() {
    guard case .triage(let draft) = purpose, let joined,
      let place = entries.firstIndex(where: { $0.field == FormScreen.seenOtherwise })
    else { return }
    let seen = draft.values["last-seen"].map { "; \($0.seenAs)" } ?? ""
    entries[place].note =
      "\(joined.episode) has \(joined.since.spokenShort(asOf: moment)); empty leaves it so\(seen)"
  }

  /// How many limits what is typed there moves; nothing where nothing is.
  ///
  /// - Returns: the time, the number, and from when the episode counts now.
  func limitsMoved() -> (seen: Instant, count: Int)? {
    guard case .triage(let draft) = purpose, let joined, let ground = draft.ground,
      let line = entries.first(where: { $0.field == FormScreen.seenOtherwise }),
      case .success(.instant(let seen)?) = line.read(now: moment)
    else { return nil }
    var triage = Triage(
      report: draft.reference, reported: moment, reportBody: Body(), went: seen, goingBody: Body())
    triage.seenOtherwise = seen
    guard let entry = triage.correction(of: joined.child, now: moment) else { return nil }
    let after = joined.child.supposing([(entry.kind, entry.occurred, entry.body)], at: moment)
    let procedure = ground.procedures[joined.child.id] ?? ground.procedure
    return (seen, MovedLimits.count(from: joined.child, to: after, procedure: procedure))
  }

  /// Why a child who was seen so long after may have been back in between: then the report is of another
  /// going, and no limit of the first moves.
  func longAfter(_ seen: Instant) -> String? {
    guard let joined, seen.since(joined.since) > 86_400 else { return nil }
    return
      "\(joined.episode) counts from \(joined.since.spokenShort(asOf: moment)): was the child back in between?"
  }

  /// Whether it is sure, where a later time gives everybody more time: no limit becomes softer without a word.
  func softened(_ seen: Instant) -> String? {
    guard let joined, seen > joined.since, let moved = moved ?? limitsMoved(), moved.count > 0
    else {
      return nil
    }
    let limits = moved.count == 1 ? "One limit moves" : "\(moved.count) limits move"
    return "\(limits) to later by it: is it sure that this child was seen then? "
      + "Empty leaves all as it is"
  }

  /// What is said of it at the head of the form: what it does to the limits, or that it is left out.
  var saidOfSeenOtherwise: String? {
    guard entries.contains(where: { $0.field == FormScreen.seenOtherwise }), let joined else {
      return nil
    }
    let since = "\(joined.episode) counts from \(joined.since.spokenShort(asOf: moment))"
    let isLeftOut = entries.contains { $0.field == FormScreen.seenOtherwise && $0.isEmpty }
    if isLeftOut { return "! \(since); the other “Last seen” is left out" }
    guard let moved = moved ?? limitsMoved() else { return nil }
    let limits = moved.count == 1 ? "one limit" : "\(moved.count) limits"
    let order = moved.seen < joined.since ? "earlier" : "later"
    return
      "! Last seen \(moved.seen.spokenShort(asOf: moment)), \(order) than \(since): recording it moves \(limits)"
  }
}
