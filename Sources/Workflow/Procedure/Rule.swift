/// One rule of a procedure, as its pack states it: when, from which instant, within what, whose.
///
/// A class that never changes: every step carries the rule that made it, and a copy of some thirty
/// values for each would cost more than working the step out.
package final class Rule: Sendable {
  /// Its name within the pack.
  package let name: String
  /// The rules of the rulebook that it realises, the first being the one that is named.
  package let realises: [String]
  /// The step that it makes.
  package let step: StepName
  /// Where a person meets it.
  package let tray: Tray
  /// Whose work it is.
  package let role: Role
  /// When it applies.
  package let when: Condition
  /// From which instant it opens and counts; the first of these that there is.
  package let since: [Anchor]
  /// How long after that instant it opens; at it, where nothing is said.
  package let opensAfter: TimeLimit?
  /// The time allowed, or nothing where the step has no limit of its own.
  package let within: TimeLimit?
  /// Whether it comes again after each time that it is done.
  package let repeats: Bool
  /// For a step that repeats: only while the child has been missing at least so long when it counts.
  package let elapsedFrom: TimeLimit?
  /// For a step that repeats: only while the child has not been missing so long when it counts.
  package let elapsedBefore: TimeLimit?
  /// What completes it, besides `step-done` and the meeting of its own name.
  package let doneBy: [EventMatch]
  /// What makes it fall away when it happens before the limit is up.
  package let lapsesOn: [EventMatch]
  /// Whether that makes it fall away also once the limit is up: nothing is left to do then, and what was
  /// late by then stays late (LW-19).
  package let lapsesLate: Bool
  /// Whether it is one for the whole record, not one an episode.
  package let isForRecord: Bool
  /// Whether it goes on after the record is finished: a referral that the interview called for, or
  /// a review on the child's file, which then belongs to the child's last record.
  package let outlivesRecord: Bool
  /// Tells several steps of one name in one episode apart, such as the two rows of a step that two
  /// trays share; each tray has its own notice.
  package let part: String?
  /// The pack that it comes from, where several are composed into one procedure; nothing elsewhere.
  package let pack: String?
  /// What the rule asks, in the desk's own words.
  package let duty: String
  /// What to show a person who does the step.
  package let prompts: [String]
  /// The document and the section.
  package let citation: Citation
  /// What completes it.
  let completing: [EventMatch]

  /// Makes a rule.
  package init(
    name: String, realises: [String], step: StepName, tray: Tray, role: Role,
    when: Condition = .always, since: [Anchor], opensAfter: TimeLimit? = nil,
    within: TimeLimit? = nil, repeats: Bool = false,
    elapsedFrom: TimeLimit? = nil, elapsedBefore: TimeLimit? = nil, doneBy: [EventMatch] = [],
    lapsesOn: [EventMatch] = [], lapsesLate: Bool = false, isForRecord: Bool = false,
    outlivesRecord: Bool = false,
    part: String? = nil, pack: String? = nil, duty: String, prompts: [String] = [],
    citation: Citation
  ) {
    self.name = name
    self.realises = realises
    self.step = step
    self.tray = tray
    self.role = role
    self.when = when
    self.since = since
    self.opensAfter = opensAfter
    self.within = within
    self.repeats = repeats
    self.elapsedFrom = elapsedFrom
    self.elapsedBefore = elapsedBefore
    self.doneBy = doneBy
    self.lapsesOn = lapsesOn
    self.lapsesLate = lapsesLate
    self.isForRecord = isForRecord
    self.outlivesRecord = outlivesRecord
    let ownPart = part ?? (step == .notice ? tray.rawValue : nil)
    self.part = ownPart
    self.pack = pack
    self.duty = duty
    self.prompts = prompts
    self.citation = citation
    completing = Rule.completing(step, part: ownPart) + doneBy
  }

  /// What completes a step whatever its pack says: the step by its name, the meeting of its name.
  ///
  /// An event that names no part may stand for any part; a notice goes to one tray and names it.
  private static func completing(_ step: StepName, part: String?) -> [EventMatch] {
    let byName = ["step": Set([step.rawValue])]
    var matches: [EventMatch] = []
    if let part {
      if step != .notice {
        matches.append(EventMatch(.stepDone, with: byName, without: ["part": ["any"]]))
      }
      matches.append(
        EventMatch(.stepDone, with: ["step": [step.rawValue], "part": [part]]))
    } else {
      matches.append(EventMatch(.stepDone, with: byName))
    }
    if step.isMeeting { matches.append(EventMatch(.meetingHeld, with: ["kind": [step.rawValue]])) }
    return matches
  }
}

extension Rule: Hashable {
  package static func == (one: Rule, other: Rule) -> Bool {
    one === other || one.asks == other.asks && one.says == other.says
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(pack)
  }

  /// What decides over the steps that it makes.
  private var asks: [AnyHashable] {
    [
      step, tray, role, when, since, opensAfter, within, repeats, elapsedFrom, elapsedBefore,
      doneBy, lapsesOn, lapsesLate, isForRecord, outlivesRecord, part,
    ]
  }

  /// What people read of it.
  private var says: [AnyHashable] { [name, realises, pack, duty, prompts, citation] }
}

/// Where a rule stands in the documents.
package struct Citation: Hashable, Sendable {
  /// The title of the document.
  package let document: String
  /// The section.
  package let section: String

  /// Makes a citation.
  package init(document: String, section: String) {
    self.document = document
    self.section = section
  }
}

/// What a procedure refuses or insists on.
package struct Guard: Hashable, Sendable {
  /// The event that it looks at.
  package let on: EventMatch
  /// When it refuses.
  package let refuseWhen: Condition
  /// The rule that says so.
  package let rule: String
  /// Further rules that say the same.
  package let also: [String]
  /// Why, and the way forward.
  package let sentence: String
  /// Whom to tell instead.
  package let tell: Role?

  /// Makes a guard.
  package init(
    on: EventMatch, refuseWhen: Condition = .always, rule: String, also: [String] = [],
    sentence: String, tell: Role? = nil
  ) {
    self.on = on
    self.refuseWhen = refuseWhen
    self.rule = rule
    self.also = also
    self.sentence = sentence
    self.tell = tell
  }
}

/// What to show or keep at the moment it matters, and for which rule.
package struct Prompt: Hashable, Sendable {
  /// The rule.
  package let rule: String
  /// The form on which it is shown.
  package let on: EventKind
  /// When it is shown.
  package let when: Condition
  /// The lines of that form which answer it, by their names; none where it is but to be known.
  package let lines: [String]
  /// The words.
  package let text: String

  /// Makes a prompt.
  package init(
    rule: String, on: EventKind, when: Condition = .always, lines: [String] = [], text: String
  ) {
    self.rule = rule
    self.on = on
    self.when = when
    self.lines = lines
    self.text = text
  }
}
