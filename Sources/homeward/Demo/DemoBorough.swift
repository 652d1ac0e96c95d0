import Store
import Workflow

/// A borough that does not exist: staff, a register, and episodes at every stage.
struct DemoBorough {
  let workbench: Workbench
  let now: Instant
  private var random: SeededGenerator
  private var serial = 0

  /// The people who work there, and what as.
  static let staff: [(id: String, name: String, roles: [Role])] = [
    ("f.okafor", "F. Okafor", [.frontDoor]),
    ("m.castell", "M. Castell", [.missingCoordinator]),
    ("a.rahman", "A. Rahman", [.rhiWorker]),
    ("t.osei", "T. Osei", [.tysWorker]),
    ("u.dace", "U. Dace", [.teamManager]),
    ("p.sethi", "P. Sethi", [.socialWorker]),
    ("b.moyo", "B. Moyo", [.mashManager]),
    ("c.ferrand", "C. Ferrand", [.screening]),
    ("d.yilmaz", "D. Yilmaz", [.dutySocialWorker]),
    ("s.lindqvist", "S. Lindqvist", [.serviceManager]),
    ("n.night", "N. Bankole", [.outOfHours]),
  ]

  init(workbench: Workbench, seed: UInt64, now: Instant) {
    self.workbench = workbench
    self.now = now
    random = SeededGenerator(seed: seed)
  }

  /// Fills the desk.
  ///
  /// - Parameters:
  ///   - episodes: how many stories are told.
  ///   - isBare: whether only the stories are recorded, without the work that goes with them.
  /// - Throws: what the desk refuses.
  mutating func make(episodes: Int, isBare: Bool) throws {
    let start = now.adding(hours: -24 * 90)
    let administrator = Person(id: Account.name, name: "Drill", role: .administrator)
    for member in DemoBorough.staff {
      try workbench.file.addStaff(
        member.id, name: member.name, roles: member.roles, id: command("staff"),
        by: workbench.actor(administrator, at: start))
    }
    let children = register(count: episodes + episodes / 4 + 4)
    let counts = try workbench.file.registerChildren(
      children, id: command("register"), by: workbench.actor(administrator, at: start),
      procedures: workbench.procedures)
    if let refused = counts.refused.first { throw Failure(.refused, refused.value) }
    try tellStories(count: episodes, of: children, isBare: isBare)
    try sendReports(count: max(2, episodes / 20), about: children)
  }

  private mutating func command(_ what: String) -> String {
    serial += 1
    return "demo-\(what)-\(serial)"
  }

  // MARK: - The register

  private mutating func register(count: Int) -> [ChildRegistration] {
    (1...count).map { number in
      let isGirl = Bool.random(using: &random)
      let family = pick(Fiction.familyNames)
      let given = pick(isGirl ? Fiction.girls : Fiction.boys)
      let isLookedAfter = Int.random(in: 0..<5, using: &random) < 2
      let status: ChildStatus =
        isLookedAfter
        ? .lookedAfter : pick([.childInNeed, .childProtection, .earlyHelp, .none, .none])
      let isAllocated = ![.none, .earlyHelp].contains(status)
      let days = Int.random(in: 365 * 11...(365 * 17), using: &random)
      let home = pick(Fiction.homes)
      let house = Int.random(in: 1...90, using: &random)
      var facts = Body([
        "family-name": .text(family), "given-names": .text(given), "sex": .text(isGirl ? "F" : "M"),
        "born": .date(London.local(now).date.adding(days: -days)),
        "address": .text("\(house) \(pick(Fiction.streets)), \(Fiction.borough)"),
        "status": .text(status.rawValue), "allocated": .flag(isAllocated), "resident": .flag(true),
        "responsible-authority": .text(Fiction.borough), "host-authority": .text(Fiction.borough),
      ])
      if isAllocated { facts[.worker] = pick(Fiction.workers) }
      if isLookedAfter {
        facts[.placementKind] = "residential"
        facts[.placement] = home
      }
      if Int.random(in: 0..<4, using: &random) == 0 {
        facts[Field<[String]>.markers] = [
          pick(["cse", "cce", "gang", "mental-health", "learning"])
        ]
      }
      return ChildRegistration(id: "NB-\(2000 + number)", facts: facts)
    }
  }

  private mutating func pick<T>(_ list: [T]) -> T {
    list[Int.random(in: 0..<list.count, using: &random)]
  }

  // MARK: - Episodes

  private mutating func tellStories(
    count: Int, of children: [ChildRegistration], isBare: Bool
  ) throws {
    for index in 0..<count {
      let child = children[index % children.count]
      let fromCare = child.facts[.status] == .lookedAfter
      let story = DemoStory(
        ending: pick(DemoStory.Ending.allCases), now: now, fromCare: fromCare,
        isAllocated: child.facts[.isAllocated] ?? false, reference: "26MIS\(50_000 + index)",
        random: &random)
      var routine = DemoRoutine(
        workbench: workbench, child: child.id, from: story.moments.first?.at ?? now)
      for (number, moment) in story.moments.enumerated() {
        if !isBare, number > 0 { try routine.keepUp(until: moment.at, random: &random) }
        guard let person = DemoBorough.person(moment.role) else { continue }
        if isBare, moment.entries.contains(where: { $0.kind == .recordClosed }) {
          try routine.holdSection47(before: moment.at)
        }
        _ = try workbench.perform(
          command("story"), child: child.id, expecting: nil, moment.entries, by: person,
          at: moment.at)
      }
      if !isBare { try routine.keepUp(until: now, random: &random) }
    }
  }

  private static func person(_ role: Role) -> Person? {
    staff.first { $0.roles.contains(role) }.map { Person(id: $0.id, name: $0.name, role: role) }
  }

  /// Somebody in a role, or in another where the borough has nobody in it.
  static func person(_ role: Role, or other: Role) -> Person {
    person(role) ?? person(other) ?? Person(id: Account.name, name: "Drill", role: other)
  }

  // MARK: - Reports that wait

  private mutating func sendReports(count: Int, about children: [ChildRegistration]) throws {
    guard let person = DemoBorough.person(.frontDoor) else { return }
    for number in 1...count {
      let child = children[children.count - number]
      let sent = now.adding(seconds: -Int64(Int.random(in: 10...240, using: &random)) * 60)
      let text = DemoReport(
        child: child.facts, reference: "26MIS\(60_000 + number)", sent: sent,
        circumstances: pick(Fiction.reasons)
      ).text
      _ = try workbench.receive(Array(text.utf8), source: "police mail", by: person)
    }
  }
}
