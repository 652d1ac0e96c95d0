import Workflow

/// Conditions as clauses that finish "applies when": `the child went missing from care`.
///
/// A condition that the pack has given a name is called by it, as the pack's rules are read.
struct ClauseWriter {
  /// The names, the later ones before those that they are made of.
  let definitions: [Definition]

  /// Makes a writer that knows a procedure's names.
  init(_ definitions: [Definition] = []) { self.definitions = definitions.reversed() }

  /// The clause of a condition.
  func clause(_ condition: Condition) -> String {
    if let name = name(of: condition) { return "\"\(name)\" holds" }
    switch condition {
    case .fact(let fact, let values): return fact.clause(values, holds: true)
    case .atLeast(let fact, let least): return "\(fact.noun) is \(least) or more"
    case .went(let recurrence, let least): return "\(recurrence.noun) is \(least) or more"
    case .happened(let match): return "there is on record \(match.words)"
    case .all(let parts) where parts.isEmpty: return "always"
    case .all(let parts): return joined(parts, by: ", and ")
    case .any(let parts): return joined(parts, by: ", or ")
    case .not(let part): return denial(of: part)
    }
  }

  /// The clause of the opposite.
  private func denial(of condition: Condition) -> String {
    if let name = name(of: condition) { return "\"\(name)\" does not hold" }
    switch condition {
    case .fact(let fact, let values): return fact.clause(values, holds: false)
    case .atLeast(let fact, let least): return "\(fact.noun) is less than \(least)"
    case .went(let recurrence, let least): return "\(recurrence.noun) is less than \(least)"
    case .happened(let match): return "there is not yet on record \(match.words)"
    case .not(let part): return clause(part)
    case .any(let parts): return joined(parts.map { .not($0) }, by: ", and ")
    case .all(let parts): return joined(parts.map { .not($0) }, by: ", or ")
    }
  }

  /// The name of a condition; one that is a single test is plainer spelt out.
  private func name(of condition: Condition) -> String? {
    switch condition {
    case .fact, .atLeast, .went, .not(.fact), .not(.atLeast), .not(.went): nil
    default: definitions.first { $0.when == condition }?.name
    }
  }

  private func isNamed(_ condition: Condition) -> Bool {
    if case .not(let part) = condition, name(of: part) != nil { return true }
    return name(of: condition) != nil
  }

  private func joined(_ parts: [Condition], by word: String) -> String {
    parts.map { part in
      part.isComposite && !isNamed(part) && parts.count > 1 ? "(\(clause(part)))" : clause(part)
    }.joined(separator: word)
  }
}

extension Condition {
  /// Whether its clause would run into the clauses beside it.
  fileprivate var isComposite: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.count > 1
    case .not(let part): part.isComposite
    case .fact, .atLeast, .went, .happened: false
    }
  }
}

extension Recurrence {
  /// The count as the subject of a clause.
  fileprivate var noun: String {
    switch kind {
    case .episodes: "the number of episodes in \(window.words)"
    case .missing: "the number of times missing in \(window.words)"
    case .absences: "the number of absences in \(window.words)"
    }
  }
}

extension Fact {
  /// The fact as the subject of a clause.
  var noun: String {
    switch self {
    case .age: "the child's age in years"
    case .episodesIn90Days: "the number of episodes in 90 days"
    case .missingIn90Days: "the number of times missing in 90 days"
    case .absencesIn90Days: "the number of absences in 90 days"
    case .earlierEpisodes: "the number of earlier episodes"
    case .daysAway: "the number of full days away"
    case .rag: "the RAG rating"
    case .risk: "the desk's risk rating"
    case .status: "the child's status"
    case .markers: "a marker on the child's file"
    default: "the \(words)"
    }
  }

  /// A clause that says which values it has, or has not.
  func clause(_ values: Set<String>, holds: Bool) -> String {
    if self.values == ["yes", "no"], values.count == 1 {
      let (yes, no) = sentences
      return (values == ["yes"]) == holds ? yes : no
    }
    let sorted = (self.values ?? []).filter(values.contains)
    let names = sorted.map(\.spaced)
    let list =
      names.count < 2
      ? names.joined()
      : names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    switch self {
    case .from:
      return holds ? "the child went missing from \(list)" : "the child did not go from \(list)"
    case .responsible, .host:
      let who = self == .host ? "the host authority" : "the responsible authority"
      let isOwn = (values == ["own"]) == holds
      return isOwn ? "\(who) is this one" : "\(who) is another"
    default: return "\(noun) is \(holds ? "" : "not ")\(list)"
    }
  }

  /// What "yes" and what "no" says, for facts that are one of the two.
  private var sentences: (yes: String, no: String) {
    switch self {
    case .allocated: ("the child has an allocated worker", "the child has no allocated worker")
    case .resident: ("the child lives in the area", "the child lives outside the area")
    case .inLondon: ("the child went missing in London", "the child went missing outside London")
    case .imminentHarm: ("imminent harm is feared", "imminent harm is not feared")
    case .significantHarm:
      ("there is concern of significant harm", "there is no concern of significant harm")
    case .multiAgency:
      ("several agencies are needed", "it is settled that several agencies are not needed")
    case .section47: ("a section 47 enquiry is under way", "no section 47 enquiry is under way")
    case .joinedOpenRecord:
      ("the child went again while a record was open", "the record was opened for this going")
    case .outOfHours: ("the report came out of office hours", "the report came in office hours")
    case .returned: ("the child is back", "the child is still away")
    case .interviewAboveOurs:
      (
        "the interview rated the risk above what is in force here, or nobody here rated, and nobody has since",
        "no interview rated the risk above what is in force here without an answer"
      )
    case .interviewDeclined: ("the interview is declined", "the interview is not declined")
    case .opened: ("a missing record is open", "no missing record is open yet")
    case .closed: ("the record is closed", "the record is not closed")
    case .interviewPending:
      ("an interview is still to be held or declined", "no interview is outstanding")
    case .absencesOnly:
      ("the record holds absences alone", "the record holds more than absences")
    default: ("\(noun) is yes", "\(noun) is no")
    }
  }
}

extension String {
  /// A code with spaces for its hyphens.
  var spaced: String { split(separator: "-").joined(separator: " ") }
}
