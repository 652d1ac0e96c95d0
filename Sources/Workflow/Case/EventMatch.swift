/// Which events count: a kind, and what must or must not stand in its fields.
package struct EventMatch: Hashable, Sendable {
  /// The kind of event.
  package let kind: EventKind
  /// Only what happened after the last event that matches this; none or one.
  package let after: [EventMatch]
  /// Whether it is the first of them, not the last, after which it must have happened.
  package let isAfterFirst: Bool
  private let tests: [FieldTest]
  /// The steps of which the event must be about one, where the field that names it is asked for:
  /// quicker to compare than the field.
  let subjects: StepNames?

  /// Makes a match.
  ///
  /// - Parameters:
  ///   - kind: the kind of event.
  ///   - with: for each field the values of which one must be given, alone or beside others; `any`
  ///     means given at all.
  ///   - without: for each field the values of which none may be given, not even beside others; `any`
  ///     means not given at all.
  ///   - after: only what happened after the last event that matches this.
  ///   - isAfterFirst: whether it is the first of them instead.
  package init(
    _ kind: EventKind, with: [String: Set<String>] = [:], without: [String: Set<String>] = [:],
    after: EventMatch? = nil, isAfterFirst: Bool = false
  ) {
    self.kind = kind
    self.after = after.map { [$0] } ?? []
    self.isAfterFirst = isAfterFirst
    tests = EventMatch.tests(with, must: true) + EventMatch.tests(without, must: false)
    let named = with[kind.subjectField] ?? []
    let steps = named.compactMap(StepName.init(rawValue:))
    subjects = steps.isEmpty || steps.count < named.count ? nil : StepNames(steps)
  }

  /// Makes a match of every event of a kind.
  package init(_ kind: EventKind) {
    self.kind = kind
    after = []
    isAfterFirst = false
    tests = []
    subjects = nil
  }

  /// For each field the values of which one must be given; `any` means given at all.
  package var with: [String: Set<String>] { values(must: true) }

  /// For each field the values of which none may be given; `any` means not given at all.
  package var without: [String: Set<String>] { values(must: false) }

  /// The kinds of events that it asks for.
  var kinds: EventKinds {
    var kinds = after.first?.kinds ?? []
    kinds.insert(kind)
    return kinds
  }

  /// Whether an event counts by its fields; what it must come after is the log's to say.
  package func holds(_ event: Event) -> Bool {
    guard event.kind == kind else { return false }
    if let subjects {
      guard let subject = event.subject, subjects.contains(subject) else { return false }
      if tests.count == 1 { return true }
    }
    for place in tests.indices where !tests[place].holds(event) { return false }
    return true
  }

  private func values(must: Bool) -> [String: Set<String>] {
    var values: [String: Set<String>] = [:]
    for test in tests where test.must == must { values[test.field] = Set(test.values) }
    return values
  }

  private static func tests(_ fields: [String: Set<String>], must: Bool) -> [FieldTest] {
    if fields.isEmpty { return [] }
    return fields.sorted { $0.key < $1.key }.map { field, values in
      FieldTest(
        field: field, values: values.sorted(), allowsAny: values.contains("any"), must: must)
    }
  }
}

/// What must, or must not, stand in one field of an event.
private struct FieldTest: Hashable, Sendable {
  let field: String
  /// A few codes in order: looked through faster than hashed.
  let values: [String]
  let allowsAny: Bool
  let must: Bool

  func holds(_ event: Event) -> Bool { stands(in: event) == must }

  private func stands(in event: Event) -> Bool {
    guard let value = event.body[name: field] else { return false }
    // A field that holds several is asked of each: who was told of a return may be the parents and
    // the reviewing officer, and both were.
    if case .list(let items) = value { return items.contains(where: isAsked) }
    return isAsked(value.typed)
  }

  private func isAsked(_ typed: String) -> Bool {
    for place in values.indices where values[place] == typed { return true }
    return allowsAny && !typed.allSatisfy(\.isWhitespace)
  }
}
