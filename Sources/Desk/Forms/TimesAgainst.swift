import Workflow

// What a time does that nobody sees in its line: limits that move to later, a child who had gone again by then.

extension FormScreen {
  /// Whether it is sure, where a corrected time gives everybody more time: no limit becomes softer without a word.
  ///
  /// - Parameter field: the question whose answer is put right.
  /// - Returns: `10 limits move to later by it: is it sure?`; nothing where none does.
  func softenedByCorrection(of field: FormField) -> String? {
    guard case .correction(let number, _, _, _) = purpose, let page,
      let change = corrections(now: moment).first(where: { $0.field == field.name })
    else { return nil }
    var body = Body()
    body[.corrects] = number
    body[.field] = change.field
    body[.value] = change.value
    let after = page.child.supposing([(.corrected, moment, body)], at: moment)
    let later = MovedLimits.moves(from: page.child, to: after, procedure: page.procedure).filter {
      $0.now > $0.before
    }
    guard let first = later.first else { return askedOfEnded(by: after) }
    let ended = ended(by: after).count
    return (later.count == 1 ? "One limit moves" : "\(later.count) limits move")
      + " to later by it, \(first.step.name) to \(first.now.spokenShort(asOf: moment))"
      + (ended == 0 ? "" : ended == 1 ? "; one ends" : "; \(ended) end") + ": is it sure?"
  }

  /// Whether it is sure, where another category leaves steps with limits that nobody asks for any longer.
  ///
  /// - Parameter code: the category.
  /// - Returns: `12 limits end by it, first Police report check: is it known where the child is?`
  func endedByCategory(_ code: String) -> String? {
    guard case .event(.categoryChanged, _, _) = purpose, let page else { return nil }
    let after = page.child.supposing([(.categoryChanged, time ?? moment, body)], at: moment)
    return askedOfEnded(
      by: after,
      code == Category.unauthorisedAbsence.rawValue
        ? "is it known where the child is?" : "is it sure?")
  }

  private func askedOfEnded(by after: ChildCase, _ question: String = "is it sure?") -> String? {
    let ended = ended(by: after)
    guard let first = ended.first else { return nil }
    return
      (ended.count == 1
      ? "\(first.name) ends by it" : "\(ended.count) limits end by it, first \(first.name)")
      + ": \(question)"
  }

  /// The steps with limits that nobody asks for any longer after a change of the page's child.
  func ended(by after: ChildCase) -> [WorkStep] {
    guard let page, let before = page.record,
      let record = after.records.first(where: { $0.reference == before.reference })
    else { return [] }
    return MovedLimits.ended(
      from: Derive.steps(of: before, child: page.child, procedure: page.procedure),
      to: Derive.steps(of: record, child: after, procedure: page.procedure),
      since: page.child.history.last?.sequence ?? 0)
  }

  /// Whether the child was away again when an interview is said to have been held, or tried.
  ///
  /// - Parameter instant: when.
  /// - Returns: since when the child is away; nothing where it was not.
  func awayAgain(at instant: Instant) -> String? {
    guard case .event(let kind, _, _) = purpose, kind == .rhiHeld || kind == .rhiOffered,
      let current = page?.record?.current, current.isAway, let start = current.start,
      instant >= start.at
    else { return nil }
    return "AWAY AGAIN\(start.basis.andSince(start.at.spokenShort(asOf: moment))): "
      + (kind == .rhiHeld ? "was it held before?" : "who was asked?")
  }
}
