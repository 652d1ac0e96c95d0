/// What a change of what is known does to the limits of a child's open record.
package enum MovedLimits {
  /// How many open steps of the current record are due at another time.
  ///
  /// - Parameters:
  ///   - before: the child's case without the change.
  ///   - after: the case with it.
  ///   - procedure: what the record follows.
  /// - Returns: the number of steps that are open in both and due at another time; 0 without a record.
  package static func count(
    from before: ChildCase, to after: ChildCase, procedure: Procedure
  ) -> Int {
    func limits(_ child: ChildCase) -> [String: Instant] {
      guard let record = child.currentRecord else { return [:] }
      let steps = Derive.steps(of: record, child: child, procedure: procedure)
      let due = steps.filter(\.isOpen).compactMap { step in step.due.map { (step.id.text, $0) } }
      return Dictionary(due) { first, _ in first }
    }
    let earlier = limits(before)
    return limits(after).count { id, due in earlier[id].map { $0 != due } ?? false }
  }
}
