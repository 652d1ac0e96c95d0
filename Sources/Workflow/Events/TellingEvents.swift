// What an event tells of the child that others must hear at once.

extension Event {
  /// Whether it says that the place to which the child came back is not safe.
  package var tellsOfUnsafePlace: Bool { self[.safe] == false }

  /// Whether whoever did a step says that it raises concerns.
  package var tellsOfConcerns: Bool { kind == .stepDone && self[.concerns] == true }

  /// Whether it tells of significant harm: told by the child or by others, or suspected.
  package var tellsOfHarm: Bool {
    switch kind {
    case .disclosure: self[.significantHarm] != false
    case .rhiHeld, .safeAndWell: self[.significantHarm] == true
    default: false
    }
  }

  /// How the harm is known of which it tells; nothing where it tells of none.
  ///
  /// Where nobody says, an interview has it from the child, and a check by the police from them.
  package var harmBasis: HarmBasis? {
    guard tellsOfHarm else { return nil }
    return self[.harmBasis] ?? (kind == .safeAndWell ? .reported : .disclosed)
  }
}
