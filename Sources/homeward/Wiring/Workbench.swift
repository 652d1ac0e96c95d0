import Desk
import Exchange
import Procedures
import Store
import Workflow

/// The desk's file, the procedures and the clock together: what both the screens and the command line
/// work with.
final class Workbench: Sendable {
  let file: DeskFile
  let facts: DeskFacts
  private let kept: KeptProcedures
  /// What was worked out of daily lists.
  let lists = DailyListMemory()
  /// Which waiting reports may tell of one event.
  let twins = TwinMemory()
  /// The children whom reports tell of.
  let subjects = SubjectMemory()
  let returns = ReturnMemory()
  /// By which open episodes children are away whom waiting reports mean.
  let open = OpenMemory()
  /// Which reports say that a child is found or back.
  let ends = EndMemory()
  /// The reports that wait for triage.
  let waitingReports = WaitingMemory()
  private let clock: @Sendable () -> Instant

  /// Opens a desk.
  ///
  /// - Parameters:
  ///   - path: the desk's file.
  ///   - readOnly: whether nothing will be recorded.
  ///   - frozenAt: a fixed time to work at, which only a drill allows.
  /// - Throws: why it cannot be opened, in a sentence.
  convenience init(path: String, readOnly: Bool = false, frozenAt: Instant? = nil) throws {
    try self.init(file: try DeskFile.open(at: path, readOnly: readOnly), frozenAt: frozenAt)
    if !readOnly, try file.isBehind() { try file.bringUpToDate(procedures: procedures) }
  }

  /// Works with a desk that is open.
  init(file: DeskFile, frozenAt: Instant? = nil) throws {
    self.file = file
    guard let facts = try Records(file, for: Records.Viewer(nil, account: Account.name)).deskFacts()
    else {
      throw Failure(
        .badConfiguration,
        "\(file.path) is an empty desk. Make it with 'homeward init --desk \(file.path)'.")
    }
    if frozenAt != nil, !facts.isDrill {
      throw Failure(.notAllowed, "--now is for drills only: this desk works by the real clock.")
    }
    self.facts = facts
    kept = KeptProcedures(file: file)
    clock = { frozenAt ?? SystemClock.now() }
  }

  /// The moment.
  func now() -> Instant { clock() }

  /// The folder in which the desk's file lies.
  var folder: String {
    file.path.lastIndex(of: "/").map { String(file.path[..<$0]) } ?? "."
  }

  /// The name of the desk's file.
  var fileName: String {
    file.path.lastIndex(of: "/").map { String(file.path[file.path.index(after: $0)...]) }
      ?? file.path
  }

  /// The records as somebody sees them.
  func records(for person: Person?) -> Records {
    Records(file, for: Records.Viewer(person, account: Account.name))
  }

  /// A number that changes when another process has recorded something, or nothing while this one is at work on
  /// the file.
  func dataVersion() -> Int? {
    do { return try records(for: nil).dataVersion() } catch { return 0 }
  }

  /// The id of the procedure under which the desk opens records; somebody may choose another while a
  /// desk is open.
  var procedureID: String {
    (try? records(for: nil).deskFacts())?.procedure ?? facts.procedure
  }

  /// What stands in the corner of the screen: whose desk it is, and under which procedure.
  var place: String { "\(facts.authority) · procedure \(procedureID)" }

  /// Where the store finds procedures: the one in force today, or the one a record is pinned to.
  var procedures: ProcedureSource {
    let (id, authority, clock) = (procedureID, facts.authority, clock)
    return ProcedureSource(
      chosen: id,
      named: {
        try PackShelf.open().procedure(id: $0 ?? id, on: London.local(clock()).date)
          .adopted(by: authority)
      },
      pinned: { [kept] id, version, hash in
        let shelf = try PackShelf.open()
        do throws(ShelfError) {
          return try shelf.procedure(id: id, version: version, hash: hash)
            .adopted(by: authority)
        } catch {
          // The pack has changed since: what the desk kept of it still governs what began under it.
          guard let procedure = try kept.procedure(id: id, version: version, hash: hash) else {
            throw error
          }
          return procedure.adopted(by: authority)
        }
      })
  }

  /// Reads the procedure in force ahead of its first use; what is wrong with it is said at that.
  func readProcedure() { _ = try? procedures.current() }

  /// All that is shown of a child.
  ///
  /// - Parameters:
  ///   - id: the child's id.
  ///   - person: who looks.
  ///   - known: only what the desk knew at that moment, where one is given.
  ///   - comparing: whether the page is to be compared with the other procedures at hand.
  /// - Returns: the page.
  /// - Throws: that there is no such child, or why it cannot be read.
  func page(
    of id: String, for person: Person?, knownAt known: Instant? = nil, comparing: Bool = false
  ) throws -> ChildPage {
    guard var child = try records(for: person).caseOf(id), known != nil || !child.isOffRegister
    else {
      throw Refusal(.notFound, "There is no child \(id) on the register.")
    }
    if let known {
      child = ChildCase(id: id, history: child.history.filter { $0.recorded <= known })
    }
    let source = procedures
    var steps: [WorkStep] = []
    for record in child.records {
      steps += Derive.steps(of: record, child: child, procedure: try source.procedure(of: record))
    }
    // What opens later, such as the review of a meeting that is not due yet, is not there yet.
    // Nor does a clock that was set back hide what was there when it was recorded.
    let moment = known ?? max(now(), child.history.map(\.recorded).max() ?? now())
    steps.removeAll { $0.opens > moment }
    let shown = child.currentRecord ?? child.records.last
    let own = try source.procedure(of: shown)
    var page = ChildPage(
      child: child, steps: steps, procedure: own, authority: facts.authority,
      others: comparing ? otherProcedures(than: own) : [])
    if known == nil {
      page.begunByOthers = try begunByOthers(than: person)[id] ?? []
      page.together = try companions(of: child, records(for: person))
      page.waiting = try waiting(for: child, seenBy: person)
      page.mentioned = try mentioned(of: child, records(for: person))
      page.foundNotice = try foundNotice(of: child, records(for: person))
    }
    return page
  }

  /// The child that a reference is about: the child's own id, an episode's, a record's or a step's.
  func child(of reference: String, for person: Person?) throws -> String {
    let records = records(for: person)
    if try records.child(reference) != nil { return reference }
    let head = reference.split(separator: ".").first.map(String.init) ?? reference
    if let episode = try records.episode(head.uppercased()) { return episode.child }
    if let record = try records.record(head.uppercased()) { return record.child }
    throw Refusal(
      .notFound,
      "Nothing here is called '\(reference)'. 'homeward find' looks for names and references.")
  }

  /// Records one command.
  func perform(
    _ id: String, child: String, expecting: Int?, _ entries: [Command.Entry],
    ending drafts: [String] = [], by person: Person, at moment: Instant? = nil
  ) throws -> Performed {
    if entries.contains(where: { $0.kind == .opened }) { try keepProcedure(by: person, at: moment) }
    for entry in entries where entry.kind == .procedureAdopted {
      try keepProcedure(adoptedBy: entry.body, by: person, at: moment)
    }
    let command = Command(id: id, child: child, expecting: expecting, entries: entries)
    return try file.perform(
      command, ending: drafts, by: person, account: Account.name, now: moment ?? now(),
      procedures: procedures)
  }

  /// Chooses the procedure under which records are opened from now on, and keeps its text.
  func choose(_ procedure: Procedure, because reason: String, by person: Person) throws {
    if Permissions.allows(person.role, to: .procedureChosen) {
      try keep(procedure, by: person, at: nil)
    }
    try file.chooseProcedure(
      procedure.id, reason: reason, id: SystemClock.unique(), by: actor(person),
      procedures: procedures)
  }

  /// Who acts, when and from which account.
  func actor(_ person: Person, at moment: Instant? = nil) -> Actor {
    Actor(person, account: Account.name, now: moment ?? now())
  }

  /// Keeps the text of the procedure in force before the first record is opened under it.
  func keepProcedure(by person: Person, at moment: Instant? = nil) throws {
    try keep(try procedures.current(), by: person, at: moment)
  }

  /// Keeps the text of the procedure that a record is about to be moved to.
  ///
  /// Whoever may not move it is told so by the core; nothing is kept for them.
  private func keepProcedure(
    adoptedBy body: Body, by person: Person, at moment: Instant?
  ) throws {
    guard Permissions.allows(person.role, to: .procedureAdopted), let id = body[.procedure],
      let version = body[.procedureVersion].flatMap({ Int($0) }), let hash = body[.procedureHash]
    else { return }
    try keep(
      try PackShelf.open().procedure(id: id, version: version, hash: hash), by: person, at: moment)
  }

  private func keep(_ procedure: Procedure, by person: Person, at moment: Instant?) throws {
    let shelf = try PackShelf.open()
    guard let text = shelf.text(id: procedure.id, hash: procedure.contentHash) else { return }
    try kept.keep(procedure, text: text, by: actor(person, at: moment))
  }
}
