import Workflow

/// Help: every command that there is, narrowed by what is typed; Enter runs the selected one.
package struct HelpScreen: Sendable {
  /// What was typed to narrow the list.
  package var filter = ""
  /// The selected line.
  package var selected = 0
  /// Whether the cursor stands on the selected line: from the key that moved it on until a letter is typed.
  var isOnRow = false
  /// Where help was asked for: whose commands come first.
  package let context: Context
  /// Whether only what can be recorded is listed, each line of which opens its form.
  package let isOfRecords: Bool

  /// Makes help for a context; or, `ofRecords`, the list of all that can be recorded there.
  package init(context: Context, ofRecords isOfRecords: Bool = false) {
    self.context = context
    self.isOfRecords = isOfRecords
  }

  /// What its frame says: `Help · Enter runs`.
  func title(enter: String) -> String {
    if isOfRecords { return "Record · type a word of it · \(enter) opens its form" }
    return filter.isEmpty ? "Help · here and now · type to find any" : "Help · \(enter) runs"
  }
}

/// Find: a child, an episode or a report by whatever a caller has: name, birthday, address, telephone number or
/// reference.
package struct FindScreen: Sendable {
  /// What was typed.
  package var text = ""
  /// The hits.
  package var hits: [FoundRow] = []
  /// The selected hit.
  package var selected = 0
  /// Whether the cursor stands on the selected hit: from the key that moved it on until a letter is typed.
  var isOnRow = false
  /// Which question the hits answer.
  package var generation = 0

  /// Makes an empty search.
  package init() {}

  /// What to try where nothing typed or found is shown: a child whom nobody finds is spelt otherwise far
  /// more often than unknown.
  var advice: String {
    if text.trimmed.isEmpty {
      return
        "Type part of a name, of an address or a placement; a birthday (14/2/2011, 14 feb); a reference; part "
        + "of the police's, or of a telephone number in a report."
    }
    guard let said = SpokenBirthday.take(from: text) else {
      return
        "Nobody is written so. Spelt otherwise? Try the surname only, the first name only, or the date of birth (14/2/2011); part of a police reference, the address or a telephone number does, too."
    }
    return said.others.isEmpty
      ? "Nobody with that date of birth is on this desk under it: dates are misheard and missing. Try the surname only, or day and month (14 feb)."
      : "Nobody is written so, and nobody has that date of birth. Try the surname only, or day and month (14 feb)."
  }
}

/// A question before something is recorded that ends what others do, or cannot be taken back.
package struct ConfirmScreen: Sendable {
  /// What is asked, such as `Close the record?`.
  package let question: String
  /// Whom and what it is about: the title of the form.
  package internal(set) var subject: String
  /// Whether it is never taken back once it is recorded.
  var isFinal: Bool {
    if case .event(let kind, _, _) = submission.act {
      Withdrawal.isNever.contains(kind)
    } else {
      true
    }
  }
  /// What is left undone by it, by name.
  package let givenUp: [String]
  /// What is due at another time after it, from when to when, a sentence each.
  let moves: [String]
  /// What stands behind a meeting that is called off, or an interview that is declined, a sentence each.
  let grounds: [String]
  /// What else is said by it than that it happened, a sentence each.
  package var meanings: [String] {
    grounds + [meeting, acknowledgement].compactMap { $0 } + (isSendingBack ? [] : moves)
      + [leaving].compactMap { $0 }
  }

  private var isSendingBack: Bool { submission.body[.acknowledgement] == .sendBack }

  /// What a meeting held or called off comes to.
  private var meeting: String? {
    guard case .event(let kind, _, _) = submission.act else { return nil }
    let name =
      submission.body[Field<String>.kind].flatMap(StepName.init(rawValue:))?.title.lowercasedFirst
      ?? "meeting"
    switch kind {
    case .meetingCancelled:
      return
        "The \(name) is then off, in no tray. To move it, go back and plan it anew; planned after "
        + "this, it opens again, due as before"
    case .meetingHeld:
      return "Nobody is named who was there, and nothing is decided"
    default: return nil
    }
  }

  private var acknowledgement: String? {
    guard case .event(.acknowledged, _, _) = submission.act else { return nil }
    switch submission.body[.acknowledgement] {
    case .nothingForMe?: return "It says: seen, and nothing is left for me to do"
    case .actionRaised?: return "It says: seen, and I raised an action"
    case .sendBack?: return "It says: sent back, the work is not complete"
    case nil: return nil
    }
  }

  /// `It leaves 5 steps undone: Strategy meeting, overdue; Offer interview; Risk rating and 2 more`.
  private var leaving: String? {
    guard !givenUp.isEmpty, !isSendingBack else { return nil }
    let named = givenUp.prefix(3).joined(separator: "; ")
    let more = givenUp.count - 3
    return
      (givenUp.count == 1
      ? "It leaves 1 step undone: " : "It leaves \(givenUp.count) steps undone: ")
      + named + (more > 0 ? " and \(more) more" : "")
      + (isUnexplained ? "; no reason is given for it" : "")
  }
  /// Whether a closure that gives something up says nothing of why.
  private var isUnexplained: Bool {
    guard case .event(.recordClosed, _, _) = submission.act else { return false }
    return submission.body[.leftUndone]?.trimmed.isEmpty ?? true
  }

  /// What will be recorded when the answer is yes.
  package let submission: Submission

  /// Makes the question before a submission, or nothing where none is needed.
  ///
  /// - Parameters:
  ///   - submission: what will be recorded.
  ///   - subject: whom and what it is about.
  ///   - givenUp: the steps that it leaves undone, by name.
  ///   - moves: what is due at another time after it, a sentence each.
  ///   - grounds: what stands behind a meeting that is called off.
  package init?(
    before submission: Submission, subject: String, givenUp: [String] = [],
    moves: [String] = [], grounds: [String] = []
  ) {
    guard case .event(let kind, _, _) = submission.act else { return nil }
    switch kind {
    case .recordClosed: question = "Close the record?"
    case .acknowledged where submission.body[.acknowledgement] == .sendBack:
      question = "Send the closed record back?"
    case .acknowledged: question = "Acknowledge the closed record?"
    case .rhiDeclined: question = "Record that the interview was declined?"
    case .rhiOffered where submission.body[.answer] == .declined:
      question = "Record that the interview was declined?"
    case .meetingCancelled: question = "Call off the meeting?"
    case .meetingHeld where submission.isBareMeeting: question = "Was the meeting held?"
    case .finalised: question = "Finish the record?"
    default: return nil
    }
    self.subject = subject
    self.submission = submission
    self.givenUp = givenUp
    self.moves = moves
    self.grounds = grounds
  }
}

/// What a person has begun and not recorded, newest first.
package struct DraftsScreen: Sendable {
  /// The drafts; nothing while they are being read.
  package var marks: [DraftMark]?
  /// The selected one.
  package var selected = 0

  /// Makes a list that is still to be read.
  package init() {}

  /// The selected draft.
  package var mark: DraftMark? {
    guard let marks, marks.indices.contains(selected) else { return nil }
    return marks[selected]
  }
}

/// What a person did and can take back with one key.
package enum Undoable: Sendable, Equatable {
  /// Something recorded; what was typed for it comes back as a draft.
  case act(RecordedAct, draftKey: String, draft: FormDraft?)
  /// A draft that was discarded, and what opens its form; nothing where it is opened from the list.
  case discarded(key: String, draft: FormDraft, reopen: Effect?)
  /// A report that was set aside, or one of its children.
  case setAside(report: String, subject: Int? = nil)
}

extension Undoable {
  /// What is taken back, in words.
  var title: String {
    switch self {
    case .act(let act, _, _): act.title
    case .discarded(_, let draft, _): draft.title.isEmpty ? "a draft" : "the draft \(draft.title)"
    case .setAside(let report, let subject):
      subject.map { "child \($0) of \(report) set aside" } ?? "\(report) set aside"
    }
  }
}

extension Submission {
  /// Whether a meeting is said to be held of which nothing else is said.
  fileprivate var isBareMeeting: Bool {
    body[name: "attended"] == nil
      && [body[.decision], body[.actions]].allSatisfy { ($0?.trimmed ?? "").isEmpty }
  }
}
