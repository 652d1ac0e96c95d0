package import Workflow

extension Pack {
  /// A version of the procedure in plain English, from the pack alone: what a manager proof-reads
  /// against the documents.
  ///
  /// - Parameter version: one of the pack's versions.
  /// - Returns: the text, in the order of an episode.
  package func prose(of version: Version) -> Prose {
    var writer = ProcedureWriter(pack: self, version: version)
    return writer.written()
  }

  /// The version in force on a day, with its dates.
  ///
  /// - Throws: that none is in force.
  package func version(on date: CivilDate) throws(ShelfError) -> Version {
    guard let version = versions.first(where: { $0.isInForce(on: date) }) else {
      throw .noVersion(pack: id, date: date)
    }
    return version
  }
}

/// Writes a version of a pack as prose.
private struct ProcedureWriter {
  let pack: Pack
  let version: Pack.Version
  var prose = Prose()

  let writer: ClauseWriter

  private var procedure: Procedure { version.procedure }

  init(pack: Pack, version: Pack.Version) {
    self.pack = pack
    self.version = version
    writer = ClauseWriter(version.procedure.definitions)
  }

  mutating func written() -> Prose {
    writeHead()
    writeDefinitions()
    for stage in Stage.allCases { writeSteps(of: stage) }
    writeChairs()
    writeAcknowledgement()
    writeGuards()
    writeProvisional()
    writeRoutes()
    writePrompts()
    writeDirectory()
    return prose
  }

  private mutating func writeHead() {
    prose.begin("\(pack.title) (\(pack.id))")
    let span =
      version.to.map { "from \(version.from.spoken) to \($0.spoken)" }
      ?? "from \(version.from.spoken) on"
    prose.add("\(pack.authority). Version \(procedure.version), in force \(span).")
    prose.add("From \(pack.file), content \(pack.contentHash.prefix(12)).")
    for source in pack.sources {
      prose.add(
        "Rests on \(source.title) (\(source.date)), last compared \(source.checked.spoken).")
    }
    let roles = Role.allCases.compactMap { role in
      pack.roleTitles[role].map { "\(role.title): \($0)" }
    }
    if !roles.isEmpty { prose.add("Called here: \(roles.joined(separator: "; ")).") }
    let trays = Tray.allCases.compactMap { tray in
      pack.trayTitles[tray].map { "\(tray.title): \($0)" }
    }
    if !trays.isEmpty { prose.add("Trays called here: \(trays.joined(separator: "; ")).") }
  }

  private mutating func writeDefinitions() {
    guard !procedure.definitions.isEmpty else { return }
    prose.begin("Words used below")
    for (index, definition) in procedure.definitions.enumerated() {
      // By the names above it alone: it may not be explained by itself.
      let known = ClauseWriter(Array(procedure.definitions.prefix(index)))
      prose.add("\"\(definition.name)\" holds when \(known.clause(definition.when)).")
    }
  }

  // MARK: - Steps

  private static let headings: [Stage: String] = [
    .contact: "Contact: a report comes in", .strategy: "Strategy: while the child is missing",
    .return: "Return: the child is back", .rhi: "Return interview", .closing: "Closing",
    .closed: "After the record is closed",
  ]

  private mutating func writeSteps(of stage: Stage) {
    var names: [StepName] = []
    for rule in procedure.rules where rule.step.stage == stage && !names.contains(rule.step) {
      names.append(rule.step)
    }
    guard !names.isEmpty else { return }
    prose.begin(ProcedureWriter.headings[stage] ?? stage.title)
    for name in names {
      prose.addBlank()
      prose.add(name.title)
      for rule in procedure.rules where rule.step == name {
        let lines = RuleWords(rule: rule, procedure: procedure).lines
        for (index, line) in lines.enumerated() { prose.add(line, indent: index == 0 ? 4 : 6) }
      }
    }
  }

  // MARK: - The rest

  private mutating func writeChairs() {
    guard !procedure.chairs.isEmpty else { return }
    prose.begin("Who chairs, by how long the child will have been missing when the meeting is due")
    for rung in procedure.chairs {
      var text = "\(procedure.title(of: rung.role)): from "
      text += rung.from == .atOnce ? "the first meeting" : rung.from.words
      if let after = rung.after {
        text += ", after a meeting that \(after.mention(procedure.roleTitles)) chaired"
      }
      if !rung.meetings.isEmpty {
        let names = StepName.allCases.filter(rung.meetings.contains).map(\.title.lowercasedFirst)
        text += ", for the \(names.joined(separator: " or the ")) alone"
      }
      if rung.when != .always { text += ", when \(writer.clause(rung.when))" }
      prose.add("\(text) (\(rung.rule)).")
    }
  }

  private mutating func writeAcknowledgement() {
    guard !procedure.acknowledgedBy.isEmpty else { return }
    prose.begin("Who acknowledges a closure")
    prose.add(
      procedure.acknowledgedBy.map { procedure.title(of: $0) }.joined(separator: " and ")
        + "; only then is the record finished.")
  }

  private mutating func writeGuards() {
    guard !procedure.guards.isEmpty else { return }
    prose.begin("What is refused")
    for rule in procedure.guards {
      let rules = ([rule.rule] + rule.also).joined(separator: ", ")
      prose.addBlank()
      prose.add("\(rule.sentence) (\(rules))")
      prose.add("Looks at: \(rule.on.words).", indent: 4)
      if rule.refuseWhen != .always {
        prose.add("Refused when: \(writer.clause(rule.refuseWhen)).", indent: 4)
      }
      if let tell = rule.tell {
        prose.add("Tell: \(procedure.title(of: tell)).", indent: 4)
      }
    }
  }

  private mutating func writeProvisional() {
    guard !procedure.provisional.isEmpty else { return }
    prose.begin("What a record is rated with its opening, until somebody settles it")
    for rating in procedure.provisional {
      let when = rating.when == .always ? "always" : "when \(writer.clause(rating.when))"
      prose.add("\(rating.rag.rawValue.capitalisedFirst): \(when) (\(rating.rule)).")
    }
  }

  private mutating func writeRoutes() {
    guard !procedure.routes.isEmpty else { return }
    prose.begin("Where things arrive")
    for route in procedure.routes {
      let when = route.when == .always ? "" : ", when \(writer.clause(route.when))"
      prose.add(
        "\(route.event.title): \(procedure.title(of: route.role)), in the "
          + "\(procedure.title(of: route.tray)) tray\(when) (\(route.rule)).")
    }
  }

  private mutating func writePrompts() {
    guard !procedure.prompts.isEmpty else { return }
    prose.begin("What is shown on the forms")
    for prompt in procedure.prompts {
      let when = prompt.when == .always ? "" : ", when \(writer.clause(prompt.when))"
      prose.add("\(prompt.on.title)\(when): \(prompt.text) (\(prompt.rule))")
    }
  }

  private mutating func writeDirectory() {
    guard !pack.directory.isEmpty else { return }
    prose.begin("Whom to reach")
    for entry in pack.directory {
      let known = [entry.mail, entry.phone].compactMap { $0 }
      prose.add(
        "\(entry.title): \(known.isEmpty ? "to be filled in" : known.joined(separator: ", "))"
          + " (\(entry.rule))")
    }
  }
}
