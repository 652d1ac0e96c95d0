/// What somebody wants recorded: one act, of one or more events, on one child.
package struct Command: Sendable {
  /// Made by whoever asks; the same id twice adds nothing.
  package let id: String
  /// The child.
  package let child: String
  /// The version of the child's stream that the person saw, or nothing where it does not matter.
  package let expecting: Int?
  /// What happened, in the order in which it is to be recorded.
  package let entries: [Entry]

  /// Makes a command.
  package init(id: String, child: String, expecting: Int? = nil, entries: [Entry]) {
    self.id = id
    self.child = child
    self.expecting = expecting
    self.entries = entries
  }

  /// One event that is asked for.
  package struct Entry: Sendable, Hashable {
    /// What happened.
    package var kind: EventKind
    /// When it happened.
    package var occurred: Instant
    /// The particulars.
    package var body: Body
    /// Whether the rest stands without it where a rule of the procedure leaves it to somebody else.
    package var isLeftToOthers = false

    /// Makes an entry.
    package init(_ kind: EventKind, at occurred: Instant, _ body: Body = Body()) {
      self.kind = kind
      self.occurred = occurred
      self.body = body
    }
  }
}

/// References that are given out when a command is decided, so that deciding stays a function.
package struct NewReferences: Sendable {
  /// For a record that the command begins.
  package let record: String
  /// For an episode that the command begins.
  package let episode: String

  /// Makes the references.
  package init(record: String, episode: String) {
    self.record = record
    self.episode = episode
  }
}

/// Why a command was not carried out, and the way forward.
package struct Refusal: Error, Hashable, Sendable {
  /// What kind of refusal it is.
  package let reason: Reason
  /// The rule that refuses, by its id, or nothing where it is the desk's own.
  package let rule: String?
  /// Further rules that refuse it for the same reason.
  package let also: [String]
  /// Why, and the way forward, in one or two sentences.
  package let sentence: String
  /// The fields that are wrong.
  package let findings: [FormFinding]
  /// Whom to tell instead.
  package let tell: Role?
  /// What people call whom to tell: the authority's own name where it gives one.
  package let tellTitle: String?

  /// Makes a refusal.
  package init(
    _ reason: Reason, rule: String? = nil, also: [String] = [], _ sentence: String,
    findings: [FormFinding] = [], tell: Role? = nil,
    named own: [Role: String] = [:]
  ) {
    self.reason = reason
    self.rule = rule
    self.also = also
    self.sentence = sentence
    self.findings = findings
    self.tell = tell
    tellTitle = tell.map { own[$0] ?? $0.title }
  }

  /// The sentence after the rule that says so, where there is one: `Rule LP-64: ...`.
  package var words: String { (rule.map { "Rule \($0): " } ?? "") + sentence }

  /// The kinds of refusal.
  package enum Reason: Sendable, Hashable {
    /// The person may not do this.
    case notAllowed
    /// A field is missing or wrong.
    case badInput
    /// A rule of the procedure or of the desk forbids it.
    case rule
    /// Somebody else has recorded something since.
    case conflict
    /// There is nothing of that name.
    case notFound
  }
}
