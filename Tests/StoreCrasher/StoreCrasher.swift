import Store
import StorePractice
import TestSupport
import Workflow

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A process for tests to start by the dozen and to kill.
///
/// What it says was saved before it is said.
@main
enum StoreCrasher {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      switch (arguments.first, arguments.count) {
      case ("work", 4): try work(arguments[1], arguments[2], Int(arguments[3]) ?? 1)
      case ("do", 4), ("do", 5):
        try deed(arguments[1], arguments[2], arguments[3], again: arguments.count == 5)
      case ("shift", 4): try shift(arguments[1], arguments[2], Int(arguments[3]) ?? 1)
      case ("hammer", 4): try hammer(arguments[1], arguments[2], Int(arguments[3]) ?? 1)
      case ("type", 3): try type(arguments[1], arguments[2])
      case ("look", 2): try look(arguments[1])
      case ("backup", 3): try backUp(arguments[1], arguments[2])
      case ("restore", 4): try restore(arguments[1], arguments[2], arguments[3])
      case ("overwrite", 3): try overwrite(arguments[1], arguments[2])
      default: exit(2)
      }
      // Ends as a desk does, without closing the file.
      exit(0)
    } catch {
      say("failed " + words(error))
      exit(1)
    }
  }

  /// `work DESK NAME ROUNDS`: a child a round; says each command's id.
  private static func work(_ path: String, _ name: String, _ rounds: Int) throws {
    let work = Work(desk: try open(path), name: name)
    try work.makeDesk()
    try work.run(rounds: rounds, saved: say)
  }

  /// `do DESK DEED ID [again]`: one deed; with `again`, once more after it failed.
  private static func deed(_ path: String, _ name: String, _ id: String, again: Bool) throws {
    guard let deed = Deed(rawValue: name) else { exit(2) }
    limit()
    do {
      try deed.perform(on: try open(path), id: id)
      say("saved \(id)")
    } catch {
      guard again else { throw error }
      say("failed " + words(error))
      say("again")
      try deed.perform(on: try open(path), id: id)
      say("saved \(id)")
    }
  }

  /// `shift DESK SEED STEPS`: mixed work.
  private static func shift(_ path: String, _ seed: String, _ steps: Int) throws {
    var shift = try Shift(
      path: path, name: "s\(seed)", random: Seeded(UInt64(seed) ?? 0),
      settle: turnDown)
    for _ in 0..<steps {
      do {
        try shift.step(said: say)
      } catch {
        say("failed " + words(error))
        throw error
      }
    }
  }

  /// `hammer DESK NAME COUNT`: notes on children of its own, the log emptied after each.
  private static func hammer(_ path: String, _ name: String, _ count: Int) throws {
    let desk = try open(path)
    var slowest = Duration.zero
    for number in 0..<count {
      let child = "\(name)-child-\(number / 20)"
      let began = ContinuousClock.now
      if number.isMultiple(of: 20) { try Deed.register([child], id: child, on: desk) }
      try Deed.note(child, "\(name)-\(number)", on: desk)
      slowest = max(slowest, ContinuousClock.now - began)
      say("saved \(name)-\(number)")
      try desk.checkpoint()
    }
    say("slowest \(slowest / .milliseconds(1))")
  }

  /// `type DESK NAME`: types into two drafts in turn until it is killed.
  private static func type(_ path: String, _ name: String) throws {
    let desk = try open(path)
    var number = 0
    while true {
      number += 1
      let key = "\(name)-\(number % 2)"
      try desk.saveDraft(Deed.draft(key, "\(key) \(number)"))
      say("draft \(key) \(number)")
    }
  }

  /// `look DESK`: reads as an account that may write nothing there.
  private static func look(_ path: String) throws {
    if geteuid() == 0 { guard setgid(65_534) == 0, setuid(65_534) == 0 else { exit(3) } }
    do {
      _ = try DeskFile.open(at: path)
      say("opened for writing")
    } catch let error as StoreError {
      say("writing: \(error.code.rawValue)")
    }
    let desk = try DeskFile.open(at: path, readOnly: true)
    let records = Records(desk, for: .init(nil, account: "look"))
    say("reading: \(try records.registerCount())")
  }

  /// `backup DESK TARGET`: as the program makes one.
  private static func backUp(_ path: String, _ target: String) throws {
    let desk = try DeskFile.open(at: path, readOnly: true)
    let work = DeskFile.workPath(beside: path)
    DeskFile.removeAbandonedWork(beside: path)
    DeskFile.removeAbandonedBackups(in: folder(of: target), prefix: name(of: target))
    defer { unlink(work) }
    let (seal, _) = try desk.backUp(
      to: work, now: Practice.now, procedures: Practice.procedures)
    try DeskFile.publish(work, as: target)
    say("done \(seal.checkpoint.head.sequence)")
  }

  /// `restore BACKUP DESK WORD`: as the program does it.
  private static func restore(_ backup: String, _ path: String, _ word: String) throws {
    let restoring = try Restoring(
      from: backup, to: path, procedures: { _ in Practice.procedures })
    do {
      _ = try restoring.finish(typed: word, now: Practice.now)
      say("done")
    } catch {
      restoring.abandon()
      throw error
    }
  }

  /// `overwrite FROM TO`: as one would copy a file by hand, over what is there.
  private static func overwrite(_ from: String, _ to: String) throws {
    guard let input = fopen(from, "r") else { exit(2) }
    let output = Glibc.open(to, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while case let count = fread(&buffer, 1, buffer.count, input), count > 0 {
      guard write(output, buffer, count) == count else { exit(1) }
    }
    say("done")
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  private static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  private static func open(_ path: String) throws -> DeskFile {
    let desk = try DeskFile.openOrCreate(at: path)
    try turnDown(desk)
    return desk
  }

  private static func turnDown(_ desk: DeskFile) throws {
    guard let value = getenv("HOMEWARD_TRIAL_SYNCHRONOUS") else { return }
    try Synchronous(rawValue: String(cString: value))?.set(on: desk)
  }

  /// Takes away open files, or all memory but some bytes more than there is, where a trial asks for it.
  private static func limit() {
    func number(_ name: String) -> rlim_t? { getenv(name).flatMap { rlim_t(String(cString: $0)) } }
    func set(_ resource: Int32, _ most: rlim_t) {
      var limits = rlimit(rlim_cur: most, rlim_max: most)
      _ = setrlimit(__rlimit_resource_t(resource), &limits)
    }
    if let files = number("HOMEWARD_TRIAL_FILES") { set(Int32(RLIMIT_NOFILE.rawValue), files) }
    if let more = number("HOMEWARD_TRIAL_MEMORY"), let file = fopen("/proc/self/statm", "r") {
      var line = [CChar](repeating: 0, count: 64)
      _ = fgets(&line, 64, file)
      fclose(file)
      set(Int32(RLIMIT_AS.rawValue), rlim_t(strtoul(line, nil, 10)) * 4_096 + more)
    }
  }

  private static func words(_ error: any Error) -> String {
    switch error {
    case let error as StoreError: error.code.rawValue
    case let refusal as Refusal: "refused \(refusal.sentence)"
    default: "\(error)"
    }
  }

  /// One line at once, past every buffer.
  private static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(1, bytes, bytes.count)
  }
}
