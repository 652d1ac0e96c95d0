import Workflow

// What an answer about significant harm asks for at once, and what other answers make of it.

extension FormScreen {
  /// What is to be done at once because of an answer: whom to tell of significant harm, and what it opens
  /// for whom.
  func advice(on entry: FormEntry) -> String? {
    guard case .event(let kind, _, _) = purpose, let page, let writer,
      entry.field.name == Field<Bool>.significantHarm.name, entry.text.text == "yes",
      [.rhiHeld, .disclosure, .safeAndWell].contains(kind)
    else { return nil }
    let child = page.child.supposing([(kind, time ?? moment, body)], at: writer.now)
    let after = Derive.steps(of: child) { _ in page.procedure }
    let events = child.history.suffix(1)
    let opens = Aftermath(
      of: Array(events), before: page.steps, after: after, asOf: writer.now
    ).atOnce(named: page.procedure.roleTitles)
    return "Tell the manager and the duty social worker now"
      + (opens.map { ". Recording this opens at once: \($0)" } ?? "")
  }

  /// An outcome of an interview beside which graver things are said: whoever reads only the outcome misses them.
  ///
  /// - Parameter outcome: the code of the outcome.
  /// - Returns: what stands below it; nothing where the outcome says as much.
  func belied(outcome: String) -> String? {
    if outcome.isEmpty || outcome == "safeguarding-concerns" { return nil }
    if typed(Field<Bool>.significantHarm.name) == "yes" {
      return "Significant harm is said below: whoever reads only the outcome misses it"
    }
    return outcome == "no-issues" && typed("risk") == Risk.high.rawValue
      ? "High risk below: whoever reads only “no issues” misses it" : nil
  }

  /// Harm told or suspected where the line above does not say that there is any: nothing would follow from it.
  ///
  /// Who corrects a yes to a no leaves it as it was: nothing is taken away from what was recorded.
  ///
  /// - Parameter basis: the code of how it is known.
  /// - Returns: what to say above; nothing where it is said.
  func belied(harm basis: String) -> String? {
    guard let known = HarmBasis(rawValue: basis),
      let above = line(Field<Bool>.significantHarm.name),
      above.text.text != "yes", !isCorrection || initial[Field<HarmBasis>.harmBasis.name] != basis
    else { return nil }
    let said = above.text.text == "no" ? "says no" : "does not say yes"
    return
      "“\(above.field.label)” above \(said): yes where it is \(known.rawValue), or nothing follows"
  }
}
