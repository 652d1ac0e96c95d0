extension Body {
  /// Whether it says nothing in a field: what is put there later is filled in, not corrected.
  package func leavesOpen(_ field: String) -> Bool {
    guard let value = self[name: field] else { return true }
    return value == .text("") || value == .list([])
  }
}

extension ChildCase {
  /// Whether a correction says what its event had never said before.
  package func isFilledIn(by correction: Event) -> Bool {
    guard correction.kind == .corrected, let number = correction[.corrects],
      let name = correction[.field], name != "at",
      let original = history.first(where: { $0.sequence == number }),
      original.body.leavesOpen(name)
    else { return false }
    let gone = withdrawn
    return !history.contains {
      $0.kind == .corrected && $0[.corrects] == number && $0[.field] == name
        && $0.sequence < correction.sequence && !gone.contains($0.sequence)
    }
  }
}
