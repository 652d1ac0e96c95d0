/// What an event says: named values, read through typed fields.
package struct Body: Hashable, Sendable {
  /// Every value by its name.
  package private(set) var values: [String: Value]

  /// Makes a body from values by name.
  package init(_ values: [String: Value] = [:]) { self.values = values }

  /// The value of a field, or nothing where it was not given or is not known.
  package subscript<T: FieldValue>(_ field: Field<T>) -> T? {
    get { values[field.name].flatMap(T.init(value:)) }
    set { values[field.name] = newValue?.stored }
  }

  /// The value by its plain name.
  package subscript(name name: String) -> Value? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// Whether a field was answered with "not known".
  package func isUnknown<T: FieldValue>(_ field: Field<T>) -> Bool {
    values[field.name] == .unknown
  }
}

/// The name of a value in an event's body, and its type.
package struct Field<Content: FieldValue>: Sendable {
  /// The name, as scenarios, the command line and the journal use it.
  package let name: String

  /// Makes a field by its name.
  package init(_ name: String) { self.name = name }
}
