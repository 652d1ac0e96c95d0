import Store
import Workflow

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A process for tests to start by the dozen and to kill: `work DESK NAME ROUNDS`, `look DESK`.
@main
enum StoreCrasher {
  static func main() {
    let arguments = CommandLine.arguments
    do {
      switch arguments.dropFirst().first {
      case "work" where arguments.count == 5:
        let work = Work(
          desk: try DeskFile.openOrCreate(at: arguments[2]), name: arguments[3])
        try work.makeDesk()
        try work.run(rounds: Int(arguments[4]) ?? 1, saved: say)
        // Ends as a desk does, without closing the file.
        exit(0)
      case "look" where arguments.count == 3: try look(arguments[2])
      default: exit(2)
      }
    } catch let error as StoreError {
      say("error \(error.code.rawValue)")
      exit(1)
    } catch let refusal as Refusal {
      say("refused \(refusal.sentence)")
      exit(1)
    } catch {
      say("error \(error)")
      exit(1)
    }
  }

  /// Reads a desk as an account that may write nothing there.
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

  /// One line at once, past every buffer: what was said was saved before.
  private static func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(1, bytes, bytes.count)
  }
}
