import Procedures
import Workflow

/// Measures what a timed test cannot: run it alone, in release.
@main
struct Bench {
  static func main() throws {
    let empty = Procedure(
      id: "empty (control)", title: "", authority: "", version: 1, contentHash: "", rules: [],
      chairs: [], guards: [], prompts: [], acknowledgedBy: [])
    let shelf = Shelf.shipped
    var procedures = [empty]
    for id in shelf.ids {
      if let date = CivilDate(iso: "2026-11-21") {
        procedures.append(try shelf.procedure(id: id, on: date))
      }
    }
    // One procedure alone, for a profiler.
    if CommandLine.arguments.count == 2 {
      for procedure in procedures where procedure.id == CommandLine.arguments[1] {
        let result = DeriveBench(events: 100).measure(procedure, rounds: 60)
        print("\(result.procedure): \(rounded(result.microseconds)) µs")
      }
      return
    }
    for (events, rounds) in [(100, 400), (1_000, 100)] {
      print("One episode of \(events) events, median of \(rounds):")
      for procedure in procedures {
        let result = DeriveBench(events: events).measure(procedure, rounds: rounds)
        print(
          "  \(pad(result.procedure, 18)) \(pad("\(procedure.rules.count) rules", 10))"
            + " \(pad("\(result.steps) steps", 10)) \(rounded(result.microseconds)) µs")
      }
    }
    print("Many episodes of 12 events, seconds:")
    for procedure in procedures {
      let few = DeriveBench(events: 12).measureMany(procedure, episodes: 3_000)
      let many = DeriveBench(events: 12).measureMany(procedure, episodes: 30_000)
      print(
        "  \(pad(procedure.id, 18)) 3,000: \(rounded(few)) s   30,000: \(rounded(many)) s"
          + "   x \(rounded(many / few))")
    }
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func rounded(_ number: Double) -> String {
    let thousandths = Int((number * 1000).rounded())
    let fraction = "\(thousandths % 1000)"
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)"
  }
}
