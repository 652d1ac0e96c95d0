/// What a fact is at the moment, and the event that says so.
package struct FactReading: Sendable {
  /// The number, for facts that are one.
  package let number: Int?
  /// The event that says so, or nothing where it follows from what was not recorded.
  package let event: Event?
  /// Whether the procedure gave it with the opening and nobody has settled it yet.
  package let isProvisional: Bool
  private let stated: Stated

  /// Most facts have one value, and a set of one is a dear thing to make a thousand times.
  private enum Stated {
    case none
    case one(String)
    case several(Set<String>)
  }

  private init(_ stated: Stated, number: Int? = nil, event: Event?, isProvisional: Bool = false) {
    self.stated = stated
    self.number = number
    self.event = event
    self.isProvisional = isProvisional
  }

  /// Its values: none while it is not known, several for markers.
  package var values: Set<String> {
    switch stated {
    case .none: []
    case .one(let value): [value]
    case .several(let values): values
    }
  }

  /// A bit for each value, by its place in the fact's list.
  func bits(of fact: Fact) -> UInt64 {
    switch stated {
    case .none: 0
    case .one(let value): fact.bit(of: value)
    case .several(let values): fact.bits(of: values)
    }
  }

  /// Nothing is known.
  static let unknown = FactReading(.none, event: nil)

  init(_ value: String, event: Event?, isProvisional: Bool = false) {
    self.init(.one(value), event: event, isProvisional: isProvisional)
  }

  init(number: Int?, event: Event?) { self.init(.none, number: number, event: event) }

  init(flag: Bool, event: Event?) { self.init(.one(flag ? "yes" : "no"), event: event) }

  init<T: Coded>(_ known: Known<T>?) {
    self.init(known.map { .one($0.value.rawValue) } ?? .none, event: known?.event)
  }

  init(_ known: Known<String>?) {
    self.init(known.map { .one($0.value) } ?? .none, event: known?.event)
  }

  init(_ known: Known<[String]>?) {
    self.init(known.map { .several(Set($0.value)) } ?? .none, event: known?.event)
  }
}
