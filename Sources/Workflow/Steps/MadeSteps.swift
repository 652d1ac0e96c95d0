/// The steps that the rules of a procedure make of one episode, where several may ask for one and the
/// same step.
struct MadeSteps {
  /// In the order in which they were first asked for.
  private(set) var slots: [Slot] = []
  /// The last slot of each step, by its place among all steps.
  private var latest = [Int](repeating: -1, count: StepName.allCases.count)
  /// For every draft that was added its rule and the next that asks for the same step.
  private var asking: [Asking] = []

  /// One step, by whichever rules it is asked for.
  struct Slot {
    let step: StepName
    /// What the rules that ask for it make of it together.
    fileprivate(set) var draft: Draft
    /// Whether a rule still asks for it: what rules left that no longer apply stands only where none
    /// does.
    fileprivate var applies: Bool
    /// Where the list of those rules begins, the one that sets its time first.
    fileprivate var first: Int
    fileprivate var last: Int
    /// The slot of the same step that was made before it; -1 for none.
    fileprivate let earlier: Int
  }

  private struct Asking {
    let place: Int
    var next: Int
  }

  /// Makes room for what a number of rules may make.
  init(rules: Int) {
    slots.reserveCapacity(rules)
    asking.reserveCapacity(rules)
  }

  /// Adds what a rule makes.
  ///
  /// - Parameters:
  ///   - draft: the step.
  ///   - step: its name.
  ///   - applies: whether the rule still applies.
  mutating func add(_ draft: Draft, of step: StepName, applies: Bool) {
    let asked = asking.count
    asking.append(Asking(place: draft.place, next: -1))
    guard let place = place(of: step, like: draft) else {
      slots.append(
        Slot(
          step: step, draft: draft, applies: applies, first: asked, last: asked,
          earlier: latest[step.place]))
      latest[step.place] = slots.count - 1
      return
    }
    switch slots[place].precedence(over: draft, applies: applies) {
    case .first: break
    case .second:
      (slots[place].first, slots[place].last) = (asked, asked)
    case .firstLeads:
      asking[slots[place].last].next = asked
      slots[place].last = asked
    case .secondLeads:
      asking[asked].next = slots[place].first
      slots[place].first = asked
    }
  }

  /// Calls back with the place of each rule that asks for a step, first that of the one that sets its
  /// time.
  func forEachRule(of slot: Int, _ body: (Int) -> Void) {
    var next = slots[slot].first
    while next >= 0 {
      body(asking[next].place)
      next = asking[next].next
    }
  }

  /// The slot of the same step before a slot, where the same rules ask for both in the same order.
  func sameRules(asBefore slot: Int) -> Int? {
    let earlier = slots[slot].earlier
    guard earlier >= 0 else { return nil }
    var (mine, its) = (slots[slot].first, slots[earlier].first)
    while mine >= 0, its >= 0, asking[mine].place == asking[its].place {
      (mine, its) = (asking[mine].next, asking[its].next)
    }
    return mine < 0 && its < 0 ? earlier : nil
  }

  /// Where the slot of a step is that comes the same time and is of the same part.
  private func place(of step: StepName, like draft: Draft) -> Int? {
    var place = latest[step.place]
    while place >= 0 {
      if slots[place].draft.occurrence == draft.occurrence, slots[place].draft.part == draft.part {
        return place
      }
      place = slots[place].earlier
    }
    return nil
  }
}

extension MadeSteps.Slot {
  /// Lets another rule ask for the step too.
  fileprivate mutating func precedence(over other: Draft, applies: Bool) -> Precedence {
    if applies == self.applies { return draft.merge(other) }
    if self.applies { return .first }
    draft = other
    self.applies = true
    return .second
  }
}
