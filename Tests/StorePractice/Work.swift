package import Store
import Workflow

/// Works at a desk as people do, and says of each command when it is saved.
package struct Work {
  private let desk: DeskFile
  private let name: String

  /// Begins the work of one process.
  package init(desk: DeskFile, name: String) {
    self.desk = desk
    self.name = name
  }

  /// Makes the desk where nobody has yet; of several who start at once one makes it.
  package func makeDesk() throws { try Deed.make.perform(on: desk, id: "make", account: name) }

  /// Does so many rounds of seven commands, each with a child of its own.
  package func run(rounds: Int, saved: (String) -> Void) throws {
    for round in 0..<rounds { try oneRound("\(name)-\(round)", saved) }
  }

  private func oneRound(_ id: String, _ saved: (String) -> Void) throws {
    let now = Practice.now
    let actor = Actor(Practice.coordinator, account: name, now: now)
    let facts = Body(["family-name": .text("Family \(id)"), "aliases": .list(["Zed"])])
    _ = try desk.registerChildren(
      [ChildRegistration(id: id, facts: facts)], id: "\(id)-register", by: actor,
      procedures: Practice.procedures)
    saved("\(id)-register.1")
    let report = try desk.receiveReport(
      text: "Missing: \(id)", source: "desk", kind: "plain", by: actor)
    _ = try desk.triage(
      Practice.triage(now: now, report: report.reference), of: id, id: "\(id)-triage",
      by: Practice.coordinator, account: name, now: now, procedures: Practice.procedures)
    saved("\(id)-triage")
    try perform("\(id)-note", id, .init(.noteAdded, at: now, Body(["text": .text("Rang mum.")])))
    saved("\(id)-note")
    try desk.saveDraft(
      Draft(key: name, person: "m", form: "note", body: Body(["text": .text(id)]), saved: now))
    try perform("\(id)-return", id, .init(.returned, at: now))
    saved("\(id)-return")
    try perform(
      "\(id)-interview", id, .init(.rhiOffered, at: now, Body(["answer": .text("accepted")])),
      .init(.rhiHeld, at: now, Body(["by": .text("charity")])))
    saved("\(id)-interview")
  }

  private func perform(_ id: String, _ child: String, _ entries: Command.Entry...) throws {
    _ = try desk.perform(
      Command(id: id, child: child, entries: entries), by: Practice.coordinator, account: name,
      now: Practice.now, procedures: Practice.procedures)
  }
}
