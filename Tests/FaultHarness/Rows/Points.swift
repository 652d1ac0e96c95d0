import Store
import StorePractice
import Synchronization
import TestSupport
import Workflow

/// Every call by which every deed changes a desk's files, as numbers of trials.
///
/// A trial's number says what is done to a call, which deed it is and at which of its calls; numbers
/// past a deed's last call are no trials. The numbers are mixed, so that some of them meet some of
/// everything, and all of them all.
enum Points {
  /// The most calls that a deed may make.
  static let most = 200
  /// The numbers of one action.
  private static let block = Deed.allCases.count * most
  /// The numbers of a row, with two actions.
  static let all = 2 * block
  /// A prime that `all` is no multiple of: each number is met once.
  private static let mixer = 2_797

  private static let calls = Mutex<[Deed: Int]>([:])
  private static let workedFiles = Mutex<[String: [UInt8]]>([:])
  private static let olderFiles = Mutex<[String: [UInt8]]>([:])
  private static let prepared = Mutex<[String: [UInt8]]>([:])

  /// The desk that deeds begin with: nothing for the making of one.
  static func files(for deed: Deed) throws -> [String: [UInt8]] {
    if deed == .make { return [:] }
    if deed == .migrate { return try older() }
    return try prepared.withLock { prepared in
      if prepared.isEmpty {
        prepared = try Scratch.with { place in
          try Deed.prepare(at: place.desk)
          return try place.files()
        }
      }
      return prepared
    }
  }

  /// The same desk as an older version would have left it.
  private static func older() throws -> [String: [UInt8]] {
    let files = try self.files(for: .note)
    return try olderFiles.withLock { older in
      if older.isEmpty {
        older = try Scratch.with { place in
          try place.fill(files)
          try Deed.makeOlder(place.desk)
          return try place.files()
        }
      }
      return older
    }
  }

  /// A desk after a shift of mixed work, closed; the same for all trials of a run.
  static func worked() throws -> [String: [UInt8]] {
    try workedFiles.withLock { files in
      if files.isEmpty {
        files = try Scratch.with { place in
          try place.fill(try self.files(for: .note))
          var shift = try Shift(
            path: place.desk, name: "w", random: Seeded(4), settle: { _ in })
          for _ in 0..<40 { try shift.step { _ in } }
          shift.close()
          return try place.files()
        }
      }
      return files
    }
  }

  /// Runs those of a piece's trials that there are.
  ///
  /// - Parameters:
  ///   - piece: the numbers.
  ///   - actions: what is done, a block of numbers each; `eio+` is done at every call from there on.
  ///   - trial: does one, on a desk that is prepared; nothing where it did not come to it.
  /// - Returns: what came of all of them.
  /// - Throws: `Trouble` where the harness is at fault.
  static func each(
    _ piece: Piece, actions: [String],
    _ trial: (Deed, Shim, Place, String) throws -> Outcome?
  ) throws -> Outcome {
    var outcome = Outcome()
    try Scratch.with { place in
      for number in piece.numbers {
        let mixed = number * mixer % all
        let deed = Deed.allCases[mixed % Deed.allCases.count]
        let at = mixed % block / Deed.allCases.count + 1
        let action = actions[mixed / block % actions.count]
        guard at <= (try count(deed)) else { continue }
        try place.fill(try files(for: deed))
        var shim = Shim(action: String(action.prefix { $0 != "+" }), at: at)
        shim.stays = action.hasSuffix("+")
        shim.traces = true
        if let one = try trial(deed, shim, place, "t\(number)") { outcome.add(one) }
      }
    }
    return outcome
  }

  /// Does a command again under its id, and says what is wrong with that.
  static func again(_ deed: Deed, _ name: String, _ desk: DeskFile) -> [String] {
    do {
      // Whoever finds the desk made by the one that was killed is right to be refused.
      if deed == .make, try desk.head().sequence > 0, try !deed.isDone(on: desk, id: name) {
        return []
      }
      if deed == .close {
        try Deed.note.perform(on: desk, id: name)
      } else {
        try deed.perform(on: desk, id: name)
      }
      return try deed.isDone(on: desk, id: name) ? [] : ["asked for again, it is not there"]
    } catch let error as StoreError {
      return ["asked for again, \(error.code.rawValue)"]
    } catch let refusal as Refusal {
      return ["asked for again, refused: \(refusal.sentence)"]
    } catch {
      return ["asked for again, \(error)"]
    }
  }

  /// How many calls a deed makes from the start of its process to its end.
  private static func count(_ deed: Deed) throws -> Int {
    if let known = calls.withLock({ $0[deed] }) { return known }
    let count = try Scratch.with { place in
      try place.fill(try files(for: deed))
      let meter = try Meter(place)
      let child = try Child(
        arguments: ["do", place.desk, deed.rawValue, "measure"],
        environment: Shim(meter: meter.path).environment(for: place))
      _ = child.lines()
      guard child.wait() == 0, meter.calls > 0, meter.calls <= most else {
        throw Trouble("\(deed) makes \(meter.calls) calls; the harness is made for 1 to \(most)")
      }
      return meter.calls
    }
    calls.withLock { $0[deed] = count }
    return count
  }
}

/// The harness itself is at fault.
struct Trouble: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
