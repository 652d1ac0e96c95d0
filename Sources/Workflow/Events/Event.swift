/// Something that happened and was recorded: the only truth the desk keeps.
package struct Event: Hashable, Sendable {
  /// What happened.
  package let kind: EventKind
  /// The particulars.
  package let body: Body
  /// When it happened.
  package let occurred: Instant
  /// When the desk learnt of it.
  package let recorded: Instant
  /// Who recorded it.
  package let by: Person
  /// Its number in the journal; 0 while it is not stored.
  package let sequence: Int

  /// Makes an event.
  package init(
    kind: EventKind, body: Body, occurred: Instant, recorded: Instant, by: Person, sequence: Int = 0
  ) {
    self.kind = kind
    self.body = body
    self.occurred = occurred
    self.recorded = recorded
    self.by = by
    self.sequence = sequence
  }

  /// The value of a field of its body.
  package subscript<T: FieldValue>(_ field: Field<T>) -> T? { body[field] }
}

/// Who acts: a person by id and name, in one capacity.
package struct Person: Hashable, Sendable {
  /// The id in the staff list.
  package let id: String
  /// The name that others read.
  package let name: String
  /// The capacity in which the person acts now.
  package let role: Role

  /// Makes a person.
  package init(id: String, name: String, role: Role) {
    self.id = id
    self.name = name
    self.role = role
  }
}
