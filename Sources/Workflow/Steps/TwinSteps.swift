// Which of several steps of one name is meant.

extension WorkStep {
  /// Whether it is asked for because the child told of harm, or because a report or a rating says that harm is
  /// near: what protects a child is not ticked off without a word.
  package var isOfHarm: Bool {
    guard let event = counted.event else { return false }
    let tellsOf = [Field<Bool>.significantHarm.name, Field<Bool>.imminentHarm.name]
    return event.tellsOfHarm
      || counted.anchor.matches.contains { match in
        match.kind == event.kind && tellsOf.contains { match.with[$0] != nil }
      }
  }

  /// The other steps of its name that are open, in whichever part or absence.
  ///
  /// - Parameter steps: the child's.
  /// - Returns: of what was agreed on those in the very same words.
  package func openTwins(among steps: [WorkStep]) -> [WorkStep] {
    steps.filter { $0.isOpen && $0.id != id && $0.id.step == id.step && $0.name == name }
  }

  /// `record, due Mon 23 Nov 14:00, E-2026-0412`: what tells it from others of its name.
  ///
  /// - Parameters:
  ///   - twins: the others.
  ///   - procedure: whose names of trays and roles are used.
  ///   - now: the moment.
  /// - Returns: which part it is, when it is due and of which absence, as far as they differ; nothing where
  ///   nothing tells them apart.
  package func apart(
    from twins: [WorkStep], procedure: Procedure, asOf now: Instant
  ) -> String? {
    func differs<Value: Equatable>(_ value: (WorkStep) -> Value) -> Bool {
      twins.contains { value($0) != value(self) }
    }
    var marks: [String] = []
    if agreed == nil, differs(\.id.part), let part = id.part {
      marks.append(procedure.words(ofPart: part))
    } else if differs(\.role) {
      marks.append(procedure.title(of: role).lowercasedFirst)
    }
    if differs(\.due) || agreed != nil {
      marks.append(due.map { "due \($0.spokenShort(asOf: now))" } ?? "no limit")
    }
    if differs(\.id.reference) { marks.append(id.reference) }
    return marks.isEmpty ? nil : marks.joined(separator: ", ")
  }
}

extension Procedure {
  /// What a part of a step is called: the tray or the role that it is, else its own name.
  package func words(ofPart part: String) -> String {
    if let tray = Tray(rawValue: part) { return title(of: tray).lowercasedFirst }
    if let role = Role(rawValue: part) { return title(of: role).lowercasedFirst }
    return part.split(separator: "-").joined(separator: " ")
  }
}
