import Foundation
import Store
import StorePractice
import Synchronization
import TestSupport
import Workflow

/// C1 to C9: several processes on one desk.
enum Together {
  private static let crew = 8

  static let writing = Fault(
    id: "C1", title: "8 processes save and empty the log at once", unit: "commands", change: 1_600,
    release: 40_000, piece: 40_000, run: { try hammer($0, noLock: false) },
    controls: [
      Control(title: "without the lock file") {
        try hammer(Piece(first: 0, count: 1_600), noLock: true)
      }
    ])

  static let conflicts = Fault(
    id: "C2", title: "two and three people change the same record, in every order",
    unit: "orders", change: 96, release: 96, piece: 96,
    run: { try conflicts($0, expecting: true) },
    controls: [
      Control(title: "without the version that was seen") {
        try conflicts(Piece(first: 0, count: 96), expecting: false)
      }
    ])

  static let storm = Fault(
    id: "C3", title: "desks open and close while others are killed", unit: "starts", change: 96,
    release: 2_000, piece: 96, run: storm, controls: [])

  static let stopped = Fault(
    id: "C5", title: "a process stopped in the middle of saving", unit: "stops", change: 2,
    release: 100, piece: 2, run: stopped, controls: [])

  static let twice = Fault(
    id: "C9", title: "4 processes carry out the same command at once", unit: "commands",
    change: 20, release: 500, piece: 20, run: { try twice($0, sameID: true) },
    controls: [
      Control(title: "each with an id of its own") {
        try twice(Piece(first: 0, count: 3), sameID: false)
      }
    ])

  /// Starts processes and hears all of them at once.
  private static func all(
    _ count: Int, _ start: (Int) throws -> Child
  ) throws -> [(lines: [String], status: Int32)] {
    let children = try (0..<count).map(start)
    let heard = Mutex<[Int: (lines: [String], status: Int32)]>([:])
    nonisolated(unsafe) let all = children
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let lines = all[index].lines()
      let status = all[index].wait()
      heard.withLock { $0[index] = (lines, status) }
    }
    return heard.withLock { heard in (0..<count).compactMap { heard[$0] } }
  }

  private static func hammer(_ piece: Piece, noLock: Bool) throws -> Outcome {
    try Scratch.with { place in
      try place.fill(try Points.files(for: .note))
      let meter = try Meter(place)
      let shim = Shim(meter: meter.path, noLock: noLock)
      let each = piece.count / crew
      let heard = try all(crew) { index in
        try Child(
          arguments: ["hammer", place.desk, "h\(piece.first)-\(index)", "\(each)"],
          environment: shim.environment(for: place))
      }
      var outcome = Outcome(trials: each * crew)
      var claims = Claims()
      var slowest = 0.0
      for (lines, status) in heard {
        for line in lines {
          claims.hear(line)
          if line.hasPrefix("failed") { outcome.fail("somebody was told: \(line)") }
          if line.hasPrefix("slowest ") { slowest = max(slowest, Double(line.dropFirst(8)) ?? 0) }
        }
        if status != 0 { outcome.fail("a process ended with \(status)") }
      }
      outcome.count("write transactions", meter.writes)
      outcome.count("checkpoints", meter.checkpoints)
      outcome.peak("ms for a saving", Int(slowest))
      if claims.saved.count != each * crew && !noLock {
        outcome.fail("\(claims.saved.count) saved")
      }
      if meter.overlaps > 0 { outcome.fail("\(meter.overlaps) writes met a checkpoint") }
      if meter.outside > 0 { outcome.fail("\(meter.outside) writes outside the lock file") }
      for broken in claims.broken(at: place) { outcome.fail(broken) }
      return outcome
    }
  }

  private static func conflicts(_ piece: Piece, expecting: Bool) throws -> Outcome {
    let orders = [orders(2), orders(3)].joined()
    var outcome = Outcome()
    try Scratch.with { place in
      for (number, order) in orders.enumerated() where piece.numbers.contains(number) {
        try place.fill(try Points.files(for: .note))
        let people = (order.max() ?? 0) + 1
        let desks = try (0..<people).map { _ in try DeskFile.open(at: place.desk) }
        var seen: [Int: Int] = [:]
        var stale: Set<Int> = []
        var won: [Int] = []
        for person in order {
          let now = try desks[person].entries(of: .child("C1")).count
          guard let version = seen[person] else {
            seen[person] = now
            continue
          }
          if version != now { stale.insert(person) }
          let note = Command.Entry(
            .noteAdded, at: Practice.now, Body(["text": .text("By \(person).")]))
          do {
            _ = try desks[person].perform(
              Command(
                id: "o\(number)-\(person)", child: "C1", expecting: expecting ? version : nil,
                entries: [note]), by: Practice.coordinator, account: "p\(person)",
              now: Practice.now, procedures: Practice.procedures)
            won.append(person)
          } catch let refusal as Refusal where refusal.reason == .conflict {
            if !stale.contains(person) { outcome.fail("order \(order): \(person) was refused") }
          }
        }
        outcome.trials += 1
        if !stale.isDisjoint(with: won) { outcome.fail("order \(order): overwrote unseen work") }
        for desk in desks { desk.close() }
      }
    }
    return outcome
  }

  /// Every order in which people can each look and then save: a person's number, twice.
  private static func orders(_ people: Int) -> [[Int]] {
    var orders: [[Int]] = []
    func grow(_ order: [Int]) {
      if order.count == 2 * people { orders.append(order) }
      for person in 0..<people where order.count(where: { $0 == person }) < 2 {
        grow(order + [person])
      }
    }
    grow([])
    return orders
  }

  private static func storm(_ piece: Piece) throws -> Outcome {
    try Scratch.with { place in
      try place.fill(try Points.files(for: .note))
      var outcome = Outcome()
      var claims = Claims()
      for first in stride(from: piece.first, to: piece.first + piece.count, by: crew) {
        var random = Seeded(UInt64(first))
        let victim = Int.random(in: 0..<crew, using: &random)
        var shim = Shim(action: "kill", at: Int.random(in: 1...24, using: &random))
        shim.on = "wstuc"
        let heard = try all(crew) { index in
          try Child(
            arguments: ["do", place.desk, "close", "c\(first)-\(index)"],
            environment: index == victim ? shim.environment(for: place) : [:])
        }
        for (index, (lines, status)) in heard.enumerated() {
          outcome.trials += 1
          for line in lines {
            claims.hear(line)
            if line.hasPrefix("failed") { outcome.fail("start \(first + index): \(line)") }
          }
          if status != 0 && index != victim { outcome.fail("start \(first + index): \(status)") }
        }
      }
      for broken in claims.broken(at: place) { outcome.fail(broken) }
      return outcome
    }
  }

  /// Others wait for five seconds and are told so; nothing is lost when the process goes on.
  private static func stopped(_ piece: Piece) throws -> Outcome {
    var outcome = Outcome()
    for number in piece.numbers {
      try Scratch.with { place in
        try place.fill(try Points.files(for: .note))
        var shim = Shim(action: "stop", at: 1 + number % 3)
        shim.on = "wl"
        let holder = try Child(
          arguments: ["do", place.desk, "note", "held"], environment: shim.environment(for: place))
        holder.waitForStop()
        let began = ContinuousClock.now
        let other = try Child(arguments: ["do", place.desk, "note", "other"])
        let told = other.lines()
        _ = other.wait()
        let waited = ContinuousClock.now - began
        holder.send(SIGCONT)
        let kept = holder.lines()
        _ = holder.wait()
        outcome.trials += 1
        if told != ["failed busy"] { outcome.fail("stop \(number): the other heard \(told)") }
        if waited > .seconds(7) { outcome.fail("stop \(number): the other waited \(waited)") }
        if kept != ["saved held"] { outcome.fail("stop \(number): the first heard \(kept)") }
        var claims = Claims()
        claims.hear("saved held")
        for broken in claims.broken(
          at: place,
          look: { desk in
            try Deed.note.isDone(on: desk, id: "other") ? ["said busy, and is there"] : []
          })
        {
          outcome.fail("stop \(number): \(broken)")
        }
      }
    }
    return outcome
  }

  private static func twice(_ piece: Piece, sameID: Bool) throws -> Outcome {
    var outcome = Outcome()
    try Scratch.with { place in
      for number in piece.numbers {
        let deed = [Deed.register, .note, .triage, .report][number % 4]
        try place.fill(try Points.files(for: .note))
        let before = try entries(place)
        let heard = try all(4) { index in
          try Child(
            arguments: [
              "do", place.desk, sameID ? deed.rawValue : "note", sameID ? "x" : "x\(index)",
            ])
        }
        outcome.trials += 1
        for (lines, _) in heard where !lines.contains(where: { $0.hasPrefix("saved") }) {
          outcome.fail("\(deed) \(number): \(lines)")
        }
        let added = try entries(place) - before
        try place.fill(try Points.files(for: .note))
        let desk = try DeskFile.open(at: place.desk)
        try (sameID ? deed : .note).perform(on: desk, id: "x")
        desk.close()
        let once = try entries(place) - before
        if added != once {
          outcome.fail("\(deed) \(number): \(added) lines instead of \(once)")
        }
      }
    }
    return outcome
  }

  private static func entries(_ place: Place) throws -> Int {
    let desk = try DeskFile.open(at: place.desk)
    defer { desk.close() }
    return try desk.head().sequence
  }
}
