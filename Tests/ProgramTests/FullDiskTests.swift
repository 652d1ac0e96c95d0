import Foundation
import Glibc
import TestSupport
import Testing

/// A disk that is really full: a small one, mounted for the test alone.
@Suite("A full disk", .serialized)
struct FullDiskTests {
  /// What the script says of each step: a name, a status, and what was complained of.
  private func steps(_ output: String) -> [String: (status: Int, text: String)] {
    var steps: [String: (status: Int, text: String)] = [:]
    for line in output.split(separator: "\n") {
      let parts = line.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, let status = Int(parts[1]) else { continue }
      steps[String(parts[0])] = (status, String(parts[2]))
    }
    return steps
  }

  private static let script = """
    program=$1 template=$2 place=$3 now=$4
    mount -t tmpfs -o size=96m tmpfs "$place" || { echo 'skip|0|'; exit 0; }
    mkdir -m 700 "$place/d"; desk=$place/d/desk.sqlite; cp "$template" "$desk"; chmod 600 "$desk"
    step() { name=$1; shift; text=$("$@" 2>&1); echo "$name|$?|$(echo "$text" | tr '\\n' ' ')"; }
    note() { "$program" record note-added NB-1002 --set "text=$1" --command "$1" --as mira \\
      --desk "$desk" --now "$now"; }
    fill() { cat /dev/zero >"$place/filler" 2>/dev/null; cat /dev/zero >"$place/filler2" 2>/dev/null
      true; }
    fallocate -l 8388608 "$desk-reserve"
    step before note before
    fill
    step first note first
    rm -f "$place/filler2"; fill
    step second note second
    step third note third
    step read "$program" tray --desk "$desk" --now "$now"
    step doctor "$program" doctor --desk "$desk" --now "$now"
    rm -f "$place/filler" "$place/filler2"
    step second-again note second
    step third-again note third
    step verify "$program" verify --desk "$desk" --now "$now"
    for text in before first second third; do
      echo "count-$text|0|$("$program" timeline NB-1002 --format json --desk "$desk" --now "$now" |
        grep -c "\\"$text\\"")"
    done
    """

  @Test(
    "the last work is saved from the reserve; after that nothing is said to be saved that is not")
  func full() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    // Everything in one file: the copy is of the file alone.
    _ = try Program.run("sqlite3", [desk.path, "PRAGMA wal_checkpoint(TRUNCATE)"])
    let place = try Folder()
    let options = getuid() == 0 ? "-m" : "-rm"
    let run = try Program.run(
      "unshare",
      [
        options, "sh", "-c", FullDiskTests.script, "sh", Program.homeward, desk.path, place.path,
        DrillDesk.now,
      ])
    let steps = steps(run.output)
    guard run.status == 0, steps["skip"] == nil else {
      print("skipped: nothing may be mounted here")
      return
    }
    let all = "\(run.output)\(run.errors)"
    #expect(steps["before"]?.status == 0, "\(all)")
    #expect(steps["first"]?.status == 0, "\(all)")
    #expect(steps["first"]?.text.contains("The disk is full: this is saved") == true, "\(all)")
    for name in ["second", "third"] {
      let isSaved = steps[name]?.status == 0
      let saysNot = steps[name]?.text.contains("NOT saved") == true
      #expect(isSaved != saysNot, "\(all)")
      #expect(steps["\(name)-again"]?.status == 0, "\(all)")
      #expect(
        steps["\(name)-again"]?.text.contains("nothing was added") == isSaved, "\(all)")
    }
    #expect(steps["third"]?.status == 74, "\(all)")
    // A desk that is opened now may find no room even for SQLite's index of the log, and says so.
    let canRead = steps["read"]?.status == 0
    #expect(canRead || steps["read"]?.text.contains("The disk is so full") == true, "\(all)")
    #expect(steps["doctor"]?.status == 1, "\(all)")
    #expect(steps["doctor"]?.text.contains("FAIL  space") == true, "\(all)")
    #expect(steps["verify"]?.status == 0, "\(all)")
    for name in ["before", "first", "second", "third"] {
      #expect(steps["count-\(name)"]?.text.trimmingCharacters(in: .whitespaces) == "1", "\(all)")
    }
  }
}
