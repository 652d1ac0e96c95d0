/// What an event says: named values, read through typed fields.
package struct Body: Hashable, Sendable {
  /// Every value with its name, in the order of the names.
  ///
  /// There are a dozen at the most: looking through them is quicker than hashing a name.
  package private(set) var entries: [Entry]

  /// A value and its name.
  package struct Entry: Hashable, Sendable {
    /// The name.
    package let name: String
    /// The value.
    package var value: Value
  }

  /// Makes a body from values by name.
  package init(_ values: [String: Value] = [:]) {
    entries = values.map { Entry(name: $0.key, value: $0.value) }.sorted { $0.name < $1.name }
  }

  /// Every value by its name.
  package var values: [String: Value] {
    Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.value) })
  }

  /// The value of a field, or nothing where it was not given or is not known.
  package subscript<T: FieldValue>(_ field: Field<T>) -> T? {
    get { self[name: field.name].flatMap(T.init(value:)) }
    set { self[name: field.name] = newValue?.stored }
  }

  /// The value by its plain name.
  package subscript(name name: String) -> Value? {
    get {
      for place in entries.indices where entries[place].name == name {
        return entries[place].value
      }
      return nil
    }
    set {
      if let place = entries.firstIndex(where: { $0.name >= name }) {
        if entries[place].name == name { entries.remove(at: place) }
        if let newValue { entries.insert(Entry(name: name, value: newValue), at: place) }
      } else if let newValue {
        entries.append(Entry(name: name, value: newValue))
      }
    }
  }

  /// Whether a field was answered with "not known".
  package func isUnknown<T: FieldValue>(_ field: Field<T>) -> Bool {
    self[name: field.name] == .unknown
  }
}

/// The name of a value in an event's body, and its type.
package struct Field<Content: FieldValue>: Sendable {
  /// The name, as scenarios, the command line and the journal use it.
  package let name: String

  /// Makes a field by its name.
  package init(_ name: String) { self.name = name }
}
