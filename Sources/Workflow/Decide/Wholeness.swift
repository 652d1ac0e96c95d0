// What holds a record open because something in it is still to be filled in.

extension Decision {
  /// A record ends only once what was recorded in it says what it must.
  func checkWholeness(_ event: Event) throws(Refusal) {
    if let refusal = unfilled(event) { throw refusal }
  }

  /// The refusal of an end before what was recorded in the record says what it must; nothing where it does.
  func unfilled(_ event: Event) -> Refusal? {
    guard isAskedWhole, event.kind == .recordClosed || event.kind == .finalised,
      let record = state.currentRecord
    else { return nil }
    let open = state.unfinished(in: record).filter { !$0.blocking.isEmpty }
    guard let first = open.first?.blocking.first else { return nil }
    return Refusal(
      .rule, rule: first.rule,
      "This must be filled in before the record ends: "
        + open.map { $0.words($0.blocking) }.joined(separator: "; ")
        + ". The child's page fills them in; what is open besides is listed when it ends.")
  }
}
