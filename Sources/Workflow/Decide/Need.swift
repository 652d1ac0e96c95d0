/// What an event must say because of what it is recorded on, beyond what every such event must say.
package struct Need: Hashable, Sendable {
  /// The field that must say it.
  package let field: String
  /// What must be said, short enough to stand beside the field on a narrow screen.
  package let sentence: String
  /// The same at length, for where there is room.
  package let hint: String

  /// So many words at the least give a reason: fewer are a word such as "none".
  package static let fewestWords = 3

  /// Whether a text says it.
  package func isMet(by text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).count >= Need.fewestWords
  }

  /// Why a rating is below that of the police: they know the report, and whoever reads the record later
  /// must know what the desk knew more (LW-49 asks for the reasons of decisions).
  ///
  /// - Parameters:
  ///   - rating: the desk's rating.
  ///   - police: the police's grade, where they gave one.
  /// - Returns: what the rationale must say, or nothing where the rating is not below.
  package static func ofRating(_ rating: Risk?, police: Risk?) -> Need? {
    let ranks = Risk.allCases
    guard let rating, let police, let own = ranks.firstIndex(of: rating),
      let theirs = ranks.firstIndex(of: police), own < theirs
    else { return nil }
    return Need(
      field: Field<String>.rationale.name,
      sentence: "Below police \(CodeWords.words(police.rawValue)): say why, 3 words",
      hint: "Needed: why it is below the police's \(CodeWords.words(police.rawValue)), in 3 words "
        + "at the least")
  }

  /// Why nothing is left to do for whoever acknowledges a record in which a limit or something that
  /// cannot wait was given up, or whose interview does not say whether the child told of significant harm.
  ///
  /// - Parameters:
  ///   - answer: what the acknowledgement says.
  ///   - givenUp: the steps that the end of the record leaves undone.
  ///   - unsaid: what was recorded in it and leaves something open.
  /// - Returns: what its reason must say, or nothing.
  package static func ofAcknowledgement(
    _ answer: AcknowledgementAnswer?, givingUp givenUp: [WorkStep], unsaid: [Unfinished]
  ) -> Need? {
    guard answer == .nothingForMe else { return nil }
    if let open = unsaid.first(where: { !$0.graveToTheEnd.isEmpty }) {
      return Need(
        field: Field<String>.reason.name, sentence: "Harm is not said: ask, and say, 3 words",
        hint: "Needed: what you heard of what is not said, in 3 words at the least: "
          + open.words(open.graveToTheEnd))
    }
    guard let first = givenUp.first(where: { $0.due != nil || $0.id.step.isUrgent }) else {
      return nil
    }
    return Need(
      field: Field<String>.reason.name,
      sentence: "Something is given up: say why, 3 words",
      hint:
        "Needed: why nothing is left to do though “\(first.name)” is given up, in 3 words at "
        + "the least")
  }

  /// What was done about a step that follows from harm, or about one with a limit that is another's: nobody ticks
  /// off by a slip what protects a child, or the notice of a manager, and whoever owns it reads what was done.
  ///
  /// - Parameters:
  ///   - step: the step, where one is meant.
  ///   - role: whose hand records it.
  ///   - own: the authority's own names of roles.
  /// - Returns: what the outcome must say, or nothing where the step is the role's own or has no limit, and no
  ///   harm is behind it.
  package static func ofDoing(_ step: WorkStep?, by role: Role, named own: [Role: String]) -> Need?
  {
    guard let step else { return nil }
    if step.isOfHarm {
      return Need(
        field: Field<String>.outcome.name, sentence: "It is about harm: say what was done, 3 words",
        hint: "Needed: “\(step.name)” is asked for because of harm; say what was done, in 3 words "
          + "at the least")
    }
    guard step.due != nil || step.id.step.isUrgent, !step.isOwn(by: role) else { return nil }
    return Need(
      field: Field<String>.outcome.name,
      sentence: "Not your step: say what was done, 3 words",
      hint:
        "Needed: “\(step.name)” is \(step.role.mention(own))'s; say what was done, in 3 words "
        + "at the least")
  }
}

extension [WorkStep] {
  /// The open step that somebody says is done, held or moved.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - part: its part, where it has one.
  ///   - episode: the episode in which that is recorded: of several of the name its own is meant.
  /// - Returns: nothing where none of the name is open.
  package func doing(_ name: String?, part: String?, in episode: String?) -> WorkStep? {
    let open = filter {
      $0.isOpen && $0.id.step.rawValue == name && (part == nil || $0.id.part == part)
    }
    let own = open.filter { $0.id.reference == episode }
    return own.first { $0.id.part == part } ?? own.first ?? open.first { $0.id.part == part }
      ?? open.first
  }
}

extension Decision {
  /// Refuses an event that does not say what it must because of what it is recorded on.
  func checkNeeds(_ event: Event) throws(Refusal) {
    guard isAskedWhole, let record = state.currentRecord, let need = need(of: event, in: record),
      !need.isMet(by: event.body[name: need.field]?.typed ?? "")
    else { return }
    throw Refusal(
      .badInput, "\(event.kind.title): \(need.hint.lowercasedFirst).",
      findings: [FormFinding(field: need.field, sentence: need.sentence)])
  }

  private func need(of event: Event, in record: MissingRecord) -> Need? {
    switch event.kind {
    case .riskAssessed:
      return .ofRating(event[.risk], police: record.current?.policeRisk?.value)
    case .acknowledged where event[.acknowledgement] == .nothingForMe:
      let end = RecordEnd(
        by: .acknowledged, of: record, child: state, actor: actor, procedure: procedure,
        steps: Derive.steps(of: record, child: state, procedure: procedure), now: now)
      return .ofAcknowledgement(
        .nothingForMe, givingUp: end.givenUp, unsaid: end.unfinished)
    case .stepDone:
      let steps = Derive.steps(of: record, child: state, procedure: procedure)
      return .ofDoing(
        steps.doing(
          event[.step], part: event[.part], in: event[.episode] ?? record.current?.reference),
        by: actor.role,
        named: procedure.roleTitles)
    default: return nil
    }
  }
}
