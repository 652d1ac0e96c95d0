// What an event tells of the child that others must hear at once.

extension Event {
  /// Whether it says that the place to which the child came back is not safe.
  package var tellsOfUnsafePlace: Bool { self[.safe] == false }

  /// Whether whoever did a step says that it raises concerns.
  package var tellsOfConcerns: Bool { kind == .stepDone && self[.concerns] == true }

  /// Whether the child told in it of significant harm, or somebody saw it.
  package var tellsOfHarm: Bool {
    switch kind {
    case .disclosure: self[.significantHarm] != false
    case .rhiHeld, .safeAndWell: self[.significantHarm] == true
    default: false
    }
  }
}
