/// A set of kinds of events, a bit for each by its place.
struct EventKinds: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt64 = 0

  init(arrayLiteral kinds: EventKind...) {
    for kind in kinds { insert(kind) }
  }

  var isEmpty: Bool { bits == 0 }

  func contains(_ kind: EventKind) -> Bool { bits & 1 << UInt64(kind.place) != 0 }

  func isDisjoint(with other: EventKinds) -> Bool { bits & other.bits == 0 }

  mutating func insert(contentsOf other: EventKinds) { bits |= other.bits }

  mutating func insert(_ kind: EventKind) { bits |= 1 << UInt64(kind.place) }
}
