import Workflow

/// How several procedures are put together: what the file of a composed pack says.
struct Composition {
  /// The parts, in the order in which their rules stand.
  let parts: [Pack]
  /// Who must acknowledge a closure.
  let acknowledgedBy: [Role]
  /// For whom one part alone speaks.
  let adults: Adults?
  /// Steps that land elsewhere than their pack says.
  let landings: [Landing]
  /// Steps that several packs call alike, but that different people do: each tray has its own.
  let apart: Set<StepName>
  /// What alone completes a step, where what one part takes for done would leave another's undone.
  let completions: [StepName: [EventMatch]]
  /// Guards that contradict another one, and give way to it.
  let setAside: [SetAside]
  /// Guards of the composed procedure itself, after those of its parts.
  let guards: [Guard]

  /// From an age on only one part speaks.
  struct Adults {
    let age: Int
    let pack: String

    /// Whether the child is of that age.
    var condition: Condition { .atLeast(.age, age) }
  }

  /// Where a step lands, whatever its pack says.
  struct Landing {
    let steps: Set<StepName>
    /// Only what its pack puts into these trays; all of them where none is named.
    let from: Set<Tray>
    let when: Condition
    let place: Place
    let otherwise: Place

    /// A tray and whose work it is there.
    struct Place {
      let tray: Tray
      let role: Role
    }

    /// Whether it speaks of a rule.
    func takes(_ rule: Rule) -> Bool {
      steps.contains(rule.step) && (from.isEmpty || from.contains(rule.tray))
    }
  }

  /// Guards on an event that give way.
  struct SetAside {
    let event: EventKind
    let rules: Set<String>

    func takes(_ guarding: Guard) -> Bool {
      guarding.on.kind == event && rules.contains(guarding.rule)
    }
  }
}
