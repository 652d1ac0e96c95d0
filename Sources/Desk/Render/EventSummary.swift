package import Workflow

extension Event {
  /// The particulars in one line, for a timeline.
  package var summary: String { summary(isBeside: false) }

  /// The particulars in one line.
  ///
  /// - Parameters:
  ///   - isBeside: whether it stands beside what says already what a correction changes.
  ///   - action: the words of the agreed action that it is about, in the place of the step's name.
  /// - Returns: the line.
  func summary(isBeside: Bool, action: String? = nil) -> String {
    let hidden: Set<String> = [
      "episode", "record", "procedure", "procedure-version", "procedure-hash", "digest", "text",
      "part", "corrects", "report-kind",
    ]
    let form = EventForm.of(kind)
    let ordered = form.fields.map(\.name) + EventForm.always.sorted()
    var parts: [String] = []
    var seen: Set<String> = []
    for name in ordered where !hidden.contains(name) && seen.insert(name).inserted {
      if isBeside, kind == .corrected, name == "field" || name == "value" { continue }
      guard let value = body[name: name] else { continue }
      if name == "step", let action {
        parts.append(action)
        continue
      }
      // The person's own role stands with the name already.
      if name == "by", value == .text(by.role.rawValue) { continue }
      if name == "answer", isSendingBack { continue }
      // Which child of the report it is matters of those that name several.
      if kind == .triaged, name == "subject" {
        if case .number(let place) = value, place > 1 { parts.append("child \(place)") }
        continue
      }
      // How harm is known says nothing of an event that says that there was none.
      if name == Field<HarmBasis>.harmBasis.name, !tellsOfHarm { continue }
      // What became of a report is a code in a line of text.
      if kind == .triaged, name == "decision", case .text(let decision) = value {
        parts.append(CodeWords.words(decision))
        continue
      }
      switch value {
      case .flag(true): parts.append(form.field(name)?.label.lowercased() ?? name)
      case .flag(false): continue
      case .text(let text) where text.isEmpty: continue
      case .instant(let instant):
        parts.append(
          "\(form.field(name)?.label.lowercased() ?? name) \(instant.spokenShort(asOf: written))")
      case .unknown: parts.append("\(form.field(name)?.label.lowercased() ?? name) not known")
      default:
        let words = CodeWords.words(value, of: form.field(name))
          .split(whereSeparator: \.isNewline).joined(separator: " ")
        parts.append(words)
      }
    }
    if kind == .noteAdded || kind == .reportReceived, let text = self[.text] {
      parts.append(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    }
    // Of a move it matters where to; of an opening the procedure goes without saying.
    if kind == .procedureAdopted, let id = self[.procedure] {
      parts.insert("\(id) version \(self[.procedureVersion] ?? "?")", at: 0)
    }
    return parts.joined(separator: ", ")
  }

  /// The whole event, a line a particular, for reading.
  ///
  /// - Parameter child: whose it is; what a correction or a withdrawal is about is found there.
  /// - Returns: the lines.
  func lines(of child: ChildCase) -> [String] {
    let form = EventForm.of(kind)
    let known = form.fields.map(\.name)
    let others = body.entries.map(\.name).filter { !known.contains($0) }
    let change = EventChange(of: self, in: child)
    let action = child.agreedWords(of: self)
    let particulars = (known + others).compactMap { name -> String? in
      guard change?.names.contains(name) != true, let value = body[name: name] else { return nil }
      // A number tells nobody which of several actions it was.
      if let action, ["step", "part"].contains(name) { return name == "step" ? action : nil }
      return "\(form.field(name)?.label ?? name): \(CodeWords.words(value, of: form.field(name)))"
    }
    return [
      change == nil ? "Happened: \(occurred.spoken)" : nil,
      wasLearntBefore ? "Learnt: \(recorded.spoken)" : nil, "Recorded: \(written.spoken)",
      "By: \(by.name), \(by.role.title.lowercasedFirst)",
    ].compactMap { $0 } + (change?.lines ?? [])
      + particulars.flatMap { $0.split(separator: "\n").map(String.init) }
      + (sequence > 0 ? ["", "Event \(sequence) of the journal"] : [])
  }
}
