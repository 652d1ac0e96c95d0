/// Something that happened and was recorded: the only truth the desk keeps.
///
/// What it says and who said it are shared by all copies, because working out steps hands events
/// about by the hundred.
package struct Event: Hashable, Sendable {
  /// What happened.
  package let kind: EventKind
  /// When it happened.
  package let occurred: Instant
  /// When the desk learnt of it.
  package let recorded: Instant
  /// When it was written down, by the desk's clock: later than `recorded` where somebody says that the desk
  /// had learnt of it before.
  package let written: Instant
  /// Its number in the journal; 0 while it is not stored.
  package let sequence: Int
  /// The step that it is about, where it names one: the meeting that was held, the notice given.
  let subject: StepName?

  /// The step that it is about, where it names one.
  package var aboutStep: StepName? { subject }

  private let particulars: Particulars

  /// Makes an event; where nothing else is said it was written down when the desk learnt of it.
  package init(
    kind: EventKind, body: Body, occurred: Instant, recorded: Instant, by: Person,
    sequence: Int = 0, written: Instant? = nil
  ) {
    self.kind = kind
    self.occurred = occurred
    self.recorded = recorded
    self.written = written ?? recorded
    self.sequence = sequence
    subject = body[Field<String>(kind.subjectField)].flatMap(StepName.init(rawValue:))
    particulars = Particulars(body: body, by: by)
  }

  /// The particulars.
  package var body: Body { particulars.body }

  /// Who recorded it.
  package var by: Person { particulars.by }

  /// The value of a field of its body.
  package subscript<T: FieldValue>(_ field: Field<T>) -> T? { particulars.body[field] }

  /// Whether it happened later than another; of two at one moment the one recorded later did.
  func happened(after other: Event) -> Bool {
    (occurred, sequence) > (other.occurred, other.sequence)
  }

  /// Whether the desk had learnt of it more than a minute before somebody wrote it down: then both times are
  /// told, because what was written later must not read as if it had been there before.
  package var wasLearntBefore: Bool { written.since(recorded) > 60 }

  /// Whether it says of itself that it is a step, without a pack's saying so.
  func isDone(byNameOf step: StepName) -> Bool {
    kind == .stepDone || kind == .meetingHeld && subject == step
  }

  /// What an event says and who said it.
  private final class Particulars: Hashable, Sendable {
    let body: Body
    let by: Person

    init(body: Body, by: Person) {
      self.body = body
      self.by = by
    }

    static func == (one: Particulars, other: Particulars) -> Bool {
      one === other || one.body == other.body && one.by == other.by
    }

    // Two events that differ in their particulars alone are rare, and hashing a body is not cheap.
    func hash(into hasher: inout Hasher) {}
  }
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
