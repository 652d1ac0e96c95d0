import Workflow

/// Reads scenario files strictly, with the line of everything that is wrong.
package enum ScenarioReader {
  /// Reads the cases of a file.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - file: its name, for findings and positions.
  /// - Returns: the cases, in the order of the file.
  /// - Throws: everything that is wrong with the file.
  package static func read(text: String, file: String) throws(Findings) -> [Scenario] {
    let inspection = Inspection(file: file)
    var cases: [Scenario] = []
    if let document = Document.read(text, into: inspection) {
      if case .list(let items) = document.content {
        cases = items.compactMap { CaseReader(inspection: inspection).read($0) }
        if items.isEmpty { inspection.error("there is no case", at: document.place) }
      } else {
        inspection.error(
          "a scenario file is a list of cases, not \(document.kind)", at: document.place)
      }
    }
    guard inspection.isClean else { throw Findings(inspection.findings) }
    return cases
  }
}

/// Reads one case.
private struct CaseReader {
  let inspection: Inspection

  func read(_ document: Document) -> Scenario? {
    guard let fields = Fields(document, .scenario, inspection) else { return nil }
    let name = fields.text("name")
    let procedure = fields.text("procedure")
    let child = fields.required("child").map {
      body($0, of: .childRegistered, what: "the child", except: [])
    }
    let given = fields.required("given").map { list($0, "given").compactMap(event) }
    let asOf = fields.required("asOf").flatMap { inspection.instant($0, "asOf") }
    let reader = ExpectedReader(inspection: inspection)
    let expect = fields.required("expect").map { list($0, "expect").compactMap(reader.read) }
    let why = fields.optionalText("why")
    guard let name, let procedure, let child, let given, let asOf, let expect else { return nil }
    return Scenario(
      name: name, procedure: procedure, child: child, given: given, asOf: asOf, expect: expect,
      why: why, position: "\(inspection.file):\(document.place.line)")
  }

  private func list(_ document: Document, _ what: String) -> [Document] {
    guard case .list(let items) = document.content else {
      inspection.error("'\(what)' is a list, not \(document.kind)", at: document.place)
      return []
    }
    return items
  }

  private func event(_ document: Document) -> Scenario.Given? {
    guard case .map(let pairs) = document.content else {
      inspection.error("an event is a mapping, not \(document.kind)", at: document.place)
      return nil
    }
    let known = pairs.compactMap(\.key.scalar)
    guard let fields = Fields(document, Mapping.given.what, known: known, inspection) else {
      return nil
    }
    let at = fields.required("at").flatMap { inspection.instant($0, "at") }
    guard let kind = fields.code("event", EventKind.self, "event") else { return nil }
    let learnt = fields["learnt"].flatMap { inspection.instant($0, "learnt") }
    let body = body(
      document, of: kind, what: "'\(kind.rawValue)'", except: ["at", "event"])
    guard let at else { return nil }
    if let learnt, learnt < at {
      inspection.error("learnt before it happened", at: fields.place(of: "learnt"))
    }
    return Scenario.Given(
      kind: kind, at: at, recorded: max(learnt ?? at, at), by: fields["by"]?.scalar, body: body,
      line: document.place.line)
  }

  private static let maybeNone: Set<String> = ["decision", "rationale", "reason"]
  /// The rulebook's short names of two facts of the child.
  private static let short = [
    "responsible": "responsible-authority", "host": "host-authority",
  ]

  /// The fields of an event, as its form takes them.
  private func body(
    _ document: Document, of kind: EventKind, what: String, except: Set<String>
  ) -> Body {
    guard case .map(let pairs) = document.content else {
      inspection.error("\(what) is a mapping, not \(document.kind)", at: document.place)
      return Body()
    }
    let form = EventForm.of(kind)
    var body = Body()
    for pair in pairs {
      guard let written = pair.key.scalar, !except.contains(written) else { continue }
      // `rationale: none` says that there is none.
      if CaseReader.maybeNone.contains(written), pair.value.scalar == "none" { continue }
      let name = kind == .childRegistered ? CaseReader.short[written] ?? written : written
      if let field = form.field(name) {
        body[name: name] = value(pair.value, of: field)
      } else if name == "learnt" {
        body[name: name] = inspection.instant(pair.value, name).map(Value.instant)
      } else if EventForm.always.contains(name) {
        body[name: name] = inspection.text(pair.value, name).map(Value.text)
      } else {
        let names = form.fields.map(\.name) + EventForm.always.sorted()
        inspection.error(
          "\(what) has no field '\(name)'\(Nearest.hint(name, of: names))", at: pair.key.place)
      }
    }
    return body
  }

  private func value(_ document: Document, of field: FormField) -> Value? {
    let value: Value?
    switch field.input {
    case .instant: value = inspection.instant(document, field.name).map(Value.instant)
    case .instantOrUnknown:
      value =
        document.scalar == "unknown"
        ? .unknown : inspection.instant(document, field.name).map(Value.instant)
    case .date: value = inspection.date(document, field.name).map(Value.date)
    case .flag: value = inspection.flag(document, field.name).map(Value.flag)
    case .number: value = inspection.number(document, field.name).map(Value.number)
    case .codes: value = .list(document.items.compactMap { inspection.text($0, field.name) })
    case .line, .paragraph, .code:
      value = inspection.text(document, field.name).map(Value.text)
    }
    guard let value else { return nil }
    if let complaint = field.complaint(about: value) {
      inspection.error(complaint, at: document.place)
      return nil
    }
    return value
  }
}

extension Inspection {
  /// A local time in London, `2026-03-29 18:00`, or with its offset.
  ///
  /// Unquoted, YAML would make a timestamp in UTC of it; here it is read as the text that it is.
  func instant(_ document: Document, _ what: String) -> Instant? {
    if let text = document.scalar, let instant = Instant(iso: text) { return instant }
    error(
      "'\(what)' is a time such as 2026-03-29 18:00, not \(document.kind)", at: document.place)
    return nil
  }
}
