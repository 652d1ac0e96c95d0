import Procedures
import Store
import TestSupport
import Testing
import Workflow

/// The journal on disk is the whole truth: what is read back from it gives the very steps that were
/// worked out when it was written.
@Suite("Replaying the journal")
struct ReplayTests {
  /// A desk on disk whose children live through random histories.
  private struct Desk {
    let path: String
    let file: DeskFile
    let procedures: ProcedureSource

    init(at path: String, under id: String) throws {
      self.path = path
      file = try DeskFile.openOrCreate(at: path)
      procedures = ProcedureSource(
        named: { name in
          let day = CivilDate(daysSince1970: 20_500)
          return try Shelf.shipped.procedure(id: name ?? id, on: day).adopted(by: "Northbrook")
        },
        pinned: { id, version, hash in
          try Shelf.shipped.procedure(id: id, version: version, hash: hash)
            .adopted(by: "Northbrook")
        })
      let admin = Person(id: "a", name: "Ada Min", role: .administrator)
      try file.makeDesk(
        authority: "Northbrook", procedure: id, drill: true, id: "make",
        by: Actor(admin, account: "ada", now: Instant(seconds: 1_767_000_000)))
    }

    /// Records acts until some were taken; the case as it stood in memory all along.
    func live(_ child: String, seed: UInt64, events count: Int) throws -> ChildCase {
      var history = RandomHistory(seed: seed)
      var memory = ChildCase(id: child)
      var act = history.registration()
      for number in 0..<count * 6 where memory.version < count {
        do {
          let performed = try file.perform(
            Command(id: "\(child)-\(number)", child: child, entries: [act.entry]), by: act.person,
            account: "mo", now: act.now, procedures: procedures)
          memory = memory.applying(performed.events)
        } catch is Refusal {
          // People are refused, too.
        }
        act = history.act(on: memory)
      }
      return memory
    }

    func steps(of child: ChildCase) throws -> [WorkStep] {
      try child.records.flatMap {
        Derive.steps(of: $0, child: child, procedure: try procedures.procedure(of: $0))
      }
    }
  }

  private func records(_ file: DeskFile) -> Records {
    Records(file, for: Records.Viewer(nil, account: "mo"))
  }

  @Test(
    "what is read back, on another connection, in another process and after a rebuild, is the same",
    arguments: Shelf.shipped.ids)
  func readsBackTheSame(id: String) throws {
    let folder = try Folder()
    let desk = try Desk(at: folder.file("desk.sqlite"), under: id)
    var expected: [(child: ChildCase, steps: [WorkStep])] = []
    for seed in 1...2 {
      let child = try desk.live("C\(seed)", seed: UInt64(4000 + seed), events: 30)
      #expect(child.version >= 25, "\(id), seed \(seed): \(child.version) events")
      expected.append((child, try desk.steps(of: child)))
    }
    #expect(expected.contains { !$0.child.records.isEmpty && $0.child.records[0].opened != nil })

    func compare(_ file: DeskFile, _ where: String) throws {
      for (child, steps) in expected {
        let read = try #require(try records(file).caseOf(child.id))
        #expect(read.history == child.history, "\(id), \(child.id), \(`where`)")
        #expect(read == child, "\(id), \(child.id), \(`where`)")
        #expect(try desk.steps(of: read) == steps, "\(id), \(child.id), \(`where`)")
        let now = child.history.last?.recorded ?? Instant(seconds: 0)
        let rows = try records(file).steps(ofChild: child.id, now: now)
        #expect(
          Dictionary(uniqueKeysWithValues: rows.map { ($0.id, [$0.due, $0.opens]) })
            == Dictionary(uniqueKeysWithValues: steps.map { ($0.id.text, [$0.due, $0.opens]) }),
          "\(id), \(child.id), rows \(`where`)")
      }
      let report = try file.verify(procedures: desk.procedures)
      #expect(report.findings.map(\.sentence) == [], "\(id), \(`where`)")
    }

    try compare(desk.file, "as it was written")
    let other = try DeskFile.open(at: desk.path)
    try compare(other, "on another connection")
    // A process of its own hashes in another order, so nothing may hang on the order of a set.
    for command in ["verify", "rebuild", "verify"] {
      let run = try Program.run(
        Program.homeward, [command, "--desk", desk.path], environment: ["HOME": folder.file("home")]
      )
      #expect(run.status == 0, "\(id), \(command): \(run.output)\(run.errors)")
    }
    try compare(other, "after a rebuild by another process")
    try other.rebuild(procedures: desk.procedures)
    try compare(desk.file, "after a rebuild beside it")
  }
}
