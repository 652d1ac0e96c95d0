package import Workflow

/// What came of a command that was carried out.
package struct Performed: Sendable {
  /// The command's id.
  package let command: String
  /// The events that it recorded, with their numbers in the journal.
  package let events: [Event]
  /// The child's case after it.
  package let child: ChildCase
  /// Whether the same command had been carried out before, and nothing was added now.
  package let wasDoneBefore: Bool
}

/// What came of a report that arrived.
package struct ReceivedReport: Sendable, Hashable {
  /// Its reference: `R-2026-0001`.
  package let reference: String
  /// Whether it is new; the same text twice is one report.
  package let isNew: Bool

  /// Makes an outcome.
  package init(reference: String, isNew: Bool) {
    self.reference = reference
    self.isNew = isNew
  }
}

/// A child as the authority's register has it, on its way in.
package struct ChildRegistration: Sendable, Hashable {
  /// The id in the register.
  package let id: String
  /// The facts, by the names of `child-registered`.
  package let facts: Body

  /// Makes a registration.
  package init(id: String, facts: Body) {
    self.id = id
    self.facts = facts
  }
}

/// What came of an import of children.
package struct RegistrationCounts: Sendable, Hashable {
  /// Children who were not on the register before.
  package internal(set) var added = 0
  /// Children of whom something changed.
  package internal(set) var changed = 0
  /// Children of whom nothing changed.
  package internal(set) var unchanged = 0
  /// Children who were left out, with the reason: id and sentence.
  package internal(set) var refused: [String: String] = [:]
}

/// Who does something, from where and when: what every line of the journal carries.
package struct Actor: Sendable, Hashable {
  /// The person, in the capacity in which the person acts.
  package let person: Person
  /// The account of the computer from which the person acts.
  package let account: String
  /// The moment.
  package let now: Instant

  /// Makes an actor.
  package init(_ person: Person, account: String, now: Instant) {
    self.person = person
    self.account = account
    self.now = now
  }
}
