import GRDB
import Workflow

@testable package import Store

/// Every kind of thing that the program writes to a desk's file, one of each, for a desk that
/// `prepare` made.
package enum Deed: String, CaseIterable, Sendable {
  case make, staff, procedure, register, report
  case setAside = "set-aside"
  case triage, untriage, note, returned, interview, draft, forget, finish, rebuild, migrate, empty,
    close

  /// Makes a desk on which each deed can be done once, and closes it, so that its file stands alone.
  ///
  /// It has four children, two of them away and one back, two reports that wait and one that was triaged, and
  /// a draft.
  package static func prepare(at path: String) throws {
    let desk = try DeskFile.openOrCreate(at: path)
    try Deed.make.perform(on: desk, id: "make")
    for child in ["C1", "C2", "C3", "C4"] { try register([child], id: "begin-\(child)", on: desk) }
    for child in ["C1", "C3"] { try begin(child, on: desk) }
    try act("begin-back", "C3", .init(.returned, at: Practice.now), on: desk)
    for number in 1...2 {
      _ = try desk.receiveReport(
        text: "Waiting \(number)", source: "desk", kind: "plain", by: coordinator("p"))
    }
    let triaged = try desk.receiveReport(
      text: "Triaged", source: "desk", kind: "plain", by: coordinator("p"))
    _ = try desk.triage(
      Practice.triage(now: Practice.now, report: triaged.reference), of: "C4", id: "begin-wrong",
      by: Practice.coordinator, account: "p", now: Practice.now, procedures: Practice.procedures)
    try desk.saveDraft(draft("kept", "It was there before."))
    desk.close()
  }

  /// Does it.
  ///
  /// - Parameters:
  ///   - desk: the desk.
  ///   - id: what makes it this one and no other; the same twice is the same deed again.
  ///   - account: the account from which it is done.
  /// - Throws: what the store throws.
  package func perform(on desk: DeskFile, id: String, account: String = "p") throws {
    let now = Practice.now
    let actor = Deed.coordinator(account)
    let admin = Actor(Practice.admin, account: account, now: now)
    switch self {
    case .make:
      try desk.makeDesk(
        authority: "Norbury", procedure: "practice", drill: true, id: id, by: admin)
    case .staff:
      try desk.addStaff(
        "s-\(id)", name: "Sam \(id)", roles: [.rhiWorker], login: "sam-\(id)", id: id, by: admin)
    case .procedure:
      let text = String(repeating: "A rule of the procedure. ", count: 600)
      try desk.keepProcedure("kept", digest: id, text: text, by: actor)
    case .register: try Deed.register((1...3).map { "\(id)-\($0)" }, id: id, on: desk)
    case .report:
      _ = try desk.receiveReport(text: Deed.text(id), source: "desk", kind: "plain", by: actor)
    case .setAside:
      try desk.setAside(
        report: "R-2026-0002", decision: "duplicate", reason: "The same.", id: id, by: actor)
    case .triage:
      _ = try desk.triage(
        Practice.triage(now: now, report: "R-2026-0001"), of: "C2", id: id,
        by: Practice.coordinator, account: account, now: now, procedures: Practice.procedures)
    case .untriage:
      var body = Body(["reason": .text("The twin.")])
      body[.corrects] = try Deed.wrongTriage(on: desk)
      try Deed.act(id, "C4", .init(.withdrawn, at: now, body), on: desk)
    case .note, .close: try Deed.note("C1", id, on: desk)
    case .returned: try Deed.act(id, "C1", .init(.returned, at: now), on: desk)
    case .interview:
      try Deed.act(
        id, "C3", .init(.rhiOffered, at: now, Body(["answer": .text("accepted")])),
        .init(.rhiHeld, at: now, Body(["by": .text("charity")])), on: desk)
    case .draft: try desk.saveDraft(Deed.draft(id, "Typed \(id)"))
    case .forget: try desk.deleteDraft("kept")
    case .finish: try Deed.note("C1", id, ending: ["kept"], on: desk)
    case .rebuild: try desk.rebuild(procedures: Practice.procedures)
    case .migrate: try desk.bringUpToDate(procedures: Practice.procedures)
    case .empty: try desk.checkpoint()
    }
    if self == .close { desk.close() }
  }

  /// Whether a desk shows that it was done.
  package func isDone(on desk: DeskFile, id: String) throws -> Bool {
    switch self {
    case .draft: try desk.draft(id)?.body[name: "text"] == .text("Typed \(id)")
    case .forget: try desk.draft("kept") == nil
    case .migrate: try !desk.isBehind()
    case .rebuild, .empty: true
    default: try desk.lines(of: command(id)) != nil
    }
  }

  /// Whether it is known by the id of a command, so that it can be asked for twice.
  package var isCommand: Bool { ![.draft, .forget, .rebuild, .migrate, .empty].contains(self) }

  /// What is there of it by halves, in a sentence, or nothing.
  package func half(on desk: DeskFile, id: String) throws -> String? {
    if self == .untriage { return try halfTakenBack(on: desk, id: id) }
    guard self == .finish else { return nil }
    let (isThere, hasDraft) = (try isDone(on: desk, id: id), try desk.draft("kept") != nil)
    if isThere && hasDraft { return "recorded, and its draft is still there" }
    return isThere || hasDraft ? nil : "the draft is gone, and it is not recorded"
  }

  /// A triage is taken back on the child and on its report, or on neither.
  private func halfTakenBack(on desk: DeskFile, id: String) throws -> String? {
    let records = Records(desk, for: .init(nil, account: "p"))
    let isThere = try isDone(on: desk, id: id)
    let waits = try records.report("R-2026-0003")?.row.isWaiting == true
    let isAway = try records.caseOf("C4")?.currentRecord?.current?.isAway == true
    if isThere == waits, isThere == !isAway { return nil }
    return "taken back: \(isThere), its report waits: \(waits), the child is away: \(isAway)"
  }

  /// The number of the triage that a desk made by `prepare` has on the wrong child.
  private static func wrongTriage(on desk: DeskFile) throws -> Int? {
    try Records(desk, for: .init(nil, account: "p")).caseOf("C4")?
      .history.last { $0.kind == .triaged }?.sequence
  }

  /// The id under which the journal knows it.
  package func command(_ id: String) -> String {
    switch self {
    case .procedure: "procedure-" + id
    case .register: id + ".1"
    case .report: "report-" + Seal.digest(of: Deed.text(id))
    default: id
    }
  }

  /// Puts a note on a child's file.
  package static func note(
    _ child: String, _ id: String, ending drafts: [String] = [], on desk: DeskFile
  ) throws {
    let text = Body(["text": .text("Rang mum about \(id).")])
    try act(id, child, .init(.noteAdded, at: Practice.now, text), ending: drafts, on: desk)
  }

  /// Registers children under their own ids.
  package static func register(_ children: [String], id: String, on desk: DeskFile) throws {
    let registrations = children.map { child in
      ChildRegistration(
        id: child,
        facts: Body([
          "family-name": .text("Okafor \(child)"), "given-names": .text("Zoë"),
          "aliases": .list(["Zed", "Śnieżka"]), "address": .text("4 Mill Lane, Norbury"),
        ]))
    }
    _ = try desk.registerChildren(
      registrations, id: id, by: coordinator("p"), procedures: Practice.procedures)
  }

  /// Opens a record of a child who is away.
  package static func begin(_ child: String, on desk: DeskFile) throws {
    _ = try desk.triage(
      Practice.triage(now: Practice.now), of: child, id: "begin-away-\(child)",
      by: Practice.coordinator, account: "p", now: Practice.now, procedures: Practice.procedures)
  }

  /// A draft of the coordinator's.
  package static func draft(_ key: String, _ text: String) -> Draft {
    Draft(
      key: key, person: "m", form: "note-added", body: Body(["text": .text(text)]),
      saved: Practice.now)
  }

  private static func text(_ id: String) -> String { "Missing since four: \(id)" }

  private static func coordinator(_ account: String) -> Actor {
    Actor(Practice.coordinator, account: account, now: Practice.now)
  }

  private static func act(
    _ id: String, _ child: String, _ entries: Command.Entry..., ending drafts: [String] = [],
    on desk: DeskFile
  ) throws {
    _ = try desk.perform(
      Command(id: id, child: child, entries: entries), ending: drafts, by: Practice.coordinator,
      account: "p", now: Practice.now, procedures: Practice.procedures)
  }

  /// Makes of a desk's file what the first version would have made of it.
  package static func makeOlder(_ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          DROP TABLE seen; DROP TABLE settings; DROP INDEX steps_by_child;
          DROP INDEX steps_by_opening; DROP INDEX episodes_by_start;
          ALTER TABLE steps DROP COLUMN folded; ALTER TABLE episodes DROP COLUMN place_found;
          PRAGMA user_version = 1
          """)
    }
    try queue.close()
  }
}
