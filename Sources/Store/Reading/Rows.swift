package import Workflow

/// Part of a list: from which row, and how many.
package struct Window: Sendable, Hashable {
  /// How many rows to leave out.
  package let offset: Int
  /// How many to give at most.
  package let limit: Int

  /// Makes a window.
  package init(offset: Int = 0, limit: Int) {
    self.offset = offset
    self.limit = limit
  }
}

/// How much lies in a tray.
package struct TrayCount: Sendable, Hashable {
  /// Steps that are open.
  package let open: Int
  /// Open steps whose time is up.
  package let overdue: Int
  /// Open steps that are due by the end of the day or to be done at once, those overdue left out.
  package let dueToday: Int

  /// Makes a count.
  package init(open: Int, overdue: Int, dueToday: Int) {
    self.open = open
    self.overdue = overdue
    self.dueToday = dueToday
  }
}

/// A row of a tray.
package struct StepRow: Sendable, Hashable {
  /// The step's id: `E-2026-0412.strategy-meeting.1`.
  package let id: String
  /// The child's id.
  package let child: String
  /// `Pryce-Morgan, Siân`.
  package let childName: String
  /// The child's full years on the day asked about.
  package let childAge: Int?
  /// Whether the child's record may be seen only by those named.
  package let isRestricted: Bool
  /// The record's reference.
  package let record: String
  /// The episode's reference.
  package let episode: String
  /// Which of the child's episodes it is, counted from 1.
  package let episodeNumber: Int
  /// Whether it is open and cannot wait (`WorkStep.isAtOnce`).
  package let isAtOnce: Bool
  /// The step by its code.
  package let step: String
  /// The step's title.
  package let title: String
  package let tray: Tray
  package let role: Role
  /// From when it is there.
  package let opens: Instant
  /// When it must be done, or nothing where it has no limit.
  package let due: Instant?
  /// What is planned for it.
  package let planned: Instant?
  /// `open`, `done`, `cancelled`, `not-required` or `left-undone`.
  package let outcome: String
  /// When it was done.
  package let doneAt: Instant?
  /// Whether it was done after its due time.
  package let isLate: Bool
  /// Who chairs it.
  package let chair: Role?
  /// The rules that ask for it, the one that sets its time first.
  package let rules: [String]
  /// Whether the desk heard only after the limit was up.
  package let learntLate: Bool
  /// Why it was cancelled or is not required; of an open step who sent it back or moved it there, and why.
  package let note: String?
  /// How often the interview was offered or tried in that episode.
  package let attempts: Int
}

/// A child as lists show it.
package struct ChildRow: Sendable, Hashable {
  /// The id in the register.
  package let id: String
  package let familyName: String
  package let givenNames: String
  package let aliases: [String]
  package let born: CivilDate?
  package let address: String?
  package let postcode: String?
  package let status: ChildStatus?
  package let isAllocated: Bool?
  package let worker: String?
  package let team: String?
  package let placementKind: String?
  package let placement: String?
  package let markers: [String]
  package let isRestricted: Bool
  /// How many missing episodes are on record.
  package let episodes: Int
  /// Whether the child is away now.
  package let isAway: Bool
  /// The number of events in the child's stream: what a command expects.
  package let version: Int

  /// `Pryce-Morgan, Siân`.
  package var name: String {
    [familyName, givenNames].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

/// A missing record as lists show it.
package struct RecordRow: Sendable, Hashable {
  /// The reference: `M-2026-0098`.
  package let reference: String
  /// The child's id.
  package let child: String
  /// When it was opened, or nothing while it waits for somebody who may open it.
  package let opened: Instant?
  package let openedBy: String?
  package let stage: Stage
  package let closed: Instant?
  package let finalised: Instant?
  /// The procedure to which it is pinned.
  package let procedure: String?
  package let procedureVersion: Int?
  package let procedureHash: String?
}

/// An episode as lists show it.
package struct EpisodeRow: Sendable, Hashable {
  /// The reference: `E-2026-0412`.
  package let reference: String
  /// The child's id.
  package let child: String
  /// Which of the child's episodes it is, counted from 1.
  package let number: Int
  /// The record's reference.
  package let record: String
  /// From when the child counts as missing.
  package let started: Instant?
  /// On what ground it is counted from then.
  package let basis: MissingStart.Basis
  package let category: Category?
  package let from: MissingFrom?
  /// The desk's own rating.
  package let risk: Risk?
  /// The police grading.
  package let policeRisk: Risk?
  package let policeReference: String?
  package let found: Instant?
  package let returned: Instant?
  package let isAway: Bool
  /// How often the interview was offered or tried.
  package let attempts: Int
  /// When an offer first reached somebody.
  package let offered: Instant?
  /// When the interview was held.
  package let interviewed: Instant?
  /// When it was declined, where that stands.
  package let declined: Instant?
  /// Where the child was located.
  package let placeFound: String?
  /// Where the child came back to.
  package let placeReturned: String?
}

/// A child who went and came back, for comparing with reports of that going.
package struct ChildBack: Sendable, Hashable {
  /// The child.
  package let child: ChildRow
  /// When the child went.
  package let started: Instant
  /// When the child was back.
  package let returned: Instant
  /// By what the police know the going.
  package let policeReference: String?
}

/// A report as the list of waiting ones shows it.
package struct ReportRow: Sendable, Hashable {
  /// The reference: `R-2026-0001`.
  package let reference: String
  /// When it arrived.
  package let received: Instant
  package let kind: String
  package let source: String
  package let policeReference: String?
  /// Whether it still waits for triage.
  package let isWaiting: Bool
  /// Whether it is a list that was split into a report for each child: nobody's report.
  package var isList: Bool { kind == "list" && !isWaiting && child == nil && triagedBy == nil }
  /// The child to whom it was given.
  package let child: String?
  /// What was decided.
  package let decision: String?
  package let triaged: Instant?
  package let triagedBy: String?
  /// When somebody of it was set aside last, whoever else waits or is triaged; nothing where nobody is.
  package let aside: Instant?
  /// The child whom it names, as it was read and nobody has confirmed.
  package let named: String?
  /// What it says of how pressing it is; empty of a report that came in before version 5 of the file.
  package let gist: ReportGist
}

/// A report with its text.
package struct Report: Sendable, Hashable {
  /// What the list shows of it.
  package let row: ReportRow
  /// The text exactly as it was decoded; empty once it was erased.
  package let text: String
  /// SHA-256 of the text, in hexadecimal.
  package let digest: String
}

/// Somebody who works at the desk.
package struct StaffMember: Sendable, Hashable {
  package let id: String
  package let name: String
  /// The capacities in which the person may act, the usual one first.
  package let roles: [Role]
  /// The account that is the person's.
  package let login: String?

  /// The person in one of these capacities, or nothing where it is not among them.
  package func acting(as role: Role) -> Person? {
    roles.contains(role) ? Person(id: id, name: name, role: role) : nil
  }
}

/// What the desk is.
package struct DeskFacts: Sendable, Hashable {
  /// The authority whose desk it is.
  package let authority: String
  /// The id of the procedure under which it opens records.
  package let procedure: String
  /// Who chose that procedure, when and why; nothing while it is the one that the desk was made with.
  package let chosen: Choice?
  /// Whether it is for practice.
  package let isDrill: Bool
  /// When it was made.
  package let made: Instant

  /// That somebody chose the desk's procedure.
  package struct Choice: Sendable, Hashable {
    /// When.
    package let at: Instant
    /// The name of who did.
    package let by: String
    /// Why.
    package let reason: String
  }
}
