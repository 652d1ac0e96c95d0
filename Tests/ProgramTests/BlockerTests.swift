import Desk
import Procedures
import Testing
import Workflow

@Suite("Whatever keeps a record from ending can be settled")
struct BlockerTests {
  /// What a child's record may be when somebody comes to end it.
  struct Ground: Sendable, CustomStringConvertible {
    let pack: String
    let isAllocated: Bool
    let category: Workflow.Category
    let born: String
    let from: MissingFrom
    var description: String { "\(pack) \(category) \(from) \(born) allocated=\(isAllocated)" }
  }

  static let grounds: [Ground] = Shelf.shipped.ids.flatMap { pack in
    [true, false].flatMap { isAllocated in
      Workflow.Category.allCases.flatMap { category in
        MissingFrom.allCases.flatMap { from in
          ["2011-05-04", "2007-05-04"].map { born in
            Ground(
              pack: pack, isAllocated: isAllocated, category: category, born: born, from: from)
          }
        }
      }
    }
  }

  @Test("each blocker is a step in somebody's tray, and done by a command that is offered")
  func settles() throws {
    for ground in Self.grounds {
      let pack = try Shelf.shipped.pack(id: ground.pack)
      let now = try #require(Instant(iso: "2026-06-03 09:00"))
      let procedure = try pack.procedure(on: London.local(now).date)
      var child = try Self.back(ground, procedure)
      // Where nobody acknowledges, the last word is what ends a record.
      let ends: EventKind = procedure.acknowledgedBy.isEmpty ? .finalised : .recordClosed
      var refusal = Self.refusal(of: ends, child, procedure, now)
      for round in 1...6 {
        guard let refused = refusal else { break }
        let steps = Derive.steps(of: child) { _ in procedure }
        let ways = Permissions.roles(for: ends).flatMap { role in
          Decide.settlements(
            of: ends, on: child, by: Person(id: role.rawValue, name: role.title, role: role),
            procedure: procedure, steps: steps, now: now)
        }
        var kind: EventKind
        var body = Body()
        if let way = ways.first(where: { $0.refusing.rule == refused.rule }) {
          (kind, body) = (way.kind, way.body)
          #expect(way.step.isOpen && way.step.shownFrom <= now, "\(ground): \(way.step.id.text)")
        } else if let deed = Self.deed(against: refused, ends, child, procedure, now) {
          // No step stands for it: then it can be done from there, by its key.
          kind = deed
        } else {
          Issue.record("\(ground): nothing settles \(refused.rule ?? "") \(refused.sentence)")
          break
        }
        #expect(
          CommandTable.all.contains {
            $0.records == kind && $0.contexts.contains(.trays) && $0.contexts.contains(.episode)
          }, "\(ground): no command records \(kind)")
        child = try Self.record(kind, body, "2026-06-03 08:\(10 + round)", on: child, procedure)
        refusal = Self.refusal(of: ends, child, procedure, now)
      }
      #expect(refusal == nil, "\(ground): \(refusal?.sentence ?? "")")
    }
  }

  private static func deed(
    against refusal: Refusal, _ ends: EventKind, _ child: ChildCase, _ procedure: Procedure,
    _ now: Instant
  ) -> EventKind? {
    guard let rule = refusal.rule else { return nil }
    return Permissions.roles(for: ends).lazy.compactMap { role in
      Decide.deeds(
        against: rule, of: ends, on: child,
        by: Person(id: role.rawValue, name: role.title, role: role), procedure: procedure, now: now
      ).first
    }.first
  }

  /// A child who went, was reported, and is back.
  private static func back(_ ground: Ground, _ procedure: Procedure) throws -> ChildCase {
    var child = ChildCase(id: "C1")
    child = try record(
      .childRegistered,
      Body([
        "family-name": .text("Test"), "born": .date(try #require(CivilDate(iso: ground.born))),
        "status": .text(ground.isAllocated ? "looked-after" : "none"),
        "allocated": .flag(ground.isAllocated), "resident": .flag(true),
      ]), "2026-06-01 09:00", on: child, procedure)
    child = try record(
      .wentMissing,
      Body(["from": .text(ground.from.rawValue), "category": .text(ground.category.rawValue)]),
      "2026-06-01 18:00", on: child, procedure)
    child = try record(
      .reported, Body(["by": .text("police"), "risk": .text("medium")]), "2026-06-01 19:00",
      on: child, procedure)
    child = try record(.opened, Body(), "2026-06-01 19:10", on: child, procedure)
    return try record(.returned, Body(), "2026-06-02 09:00", on: child, procedure)
  }

  /// What refuses the end to whoever comes furthest, or nothing where somebody may end it.
  private static func refusal(
    of kind: EventKind, _ child: ChildCase, _ procedure: Procedure, _ now: Instant
  ) -> Refusal? {
    let refusals = Permissions.roles(for: kind).map { role in
      Decide.refusal(
        beforehandOf: kind, on: child, by: Person(id: role.rawValue, name: role.title, role: role),
        procedure: procedure, now: now)
    }
    if refusals.contains(where: { $0 == nil }) { return nil }
    // What leaves it to another role is no blocker: that role is asked, too.
    return refusals.compactMap { $0 }.first { refusal in
      !procedure.guards.contains {
        $0.rule == refusal.rule && $0.sentence == refusal.sentence
          && !($0.on.with.isEmpty && $0.on.without.isEmpty)
      }
    } ?? refusals.compactMap { $0 }.first
  }

  /// Records an event by whoever may, with everything that its form asks for.
  private static func record(
    _ kind: EventKind, _ body: Body, _ time: String, on child: ChildCase, _ procedure: Procedure
  ) throws -> ChildCase {
    let at = try #require(Instant(iso: time))
    var whole = body
    for field in EventForm.of(kind).fields where whole[name: field.name] == nil {
      guard field.isRequired || field.isNeededToFinish else { continue }
      switch field.input {
      case .line, .paragraph: whole[name: field.name] = .text("stated")
      case .code(let codes): whole[name: field.name] = .text(codes[0])
      case .codes(let codes): whole[name: field.name] = .list([codes.first ?? "stated"])
      default: break
      }
    }
    var last: Refusal?
    for role in Permissions.roles(for: kind) {
      do throws(Refusal) {
        let events = try Decide.events(
          for: Command(id: time, child: child.id, entries: [.init(kind, at: at, whole)]), on: child,
          by: Person(id: role.rawValue, name: role.title, role: role), procedure: procedure,
          new: NewReferences(record: "M-1", episode: "E-1"), now: at)
        return child.applying(
          events.enumerated().map { place, event in
            Event(
              kind: event.kind, body: event.body, occurred: event.occurred,
              recorded: event.recorded, by: event.by, sequence: child.version + place + 1)
          })
      } catch {
        last = error
      }
    }
    throw try #require(last)
  }
}
