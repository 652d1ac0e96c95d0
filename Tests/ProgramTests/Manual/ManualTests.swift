import Foundation
import TestSupport
import Testing

@Suite("The manual page")
struct ManualTests {
  private static let path = Program.sourceRoot + "/Packaging/homeward.1"

  @Test("says what the program says of itself; HOMEWARD_GOLDEN=record writes it anew")
  func isUpToDate() throws {
    let page = try ManualPage()
    if ProcessInfo.processInfo.environment["HOMEWARD_GOLDEN"] == "record" {
      try page.text.write(toFile: ManualTests.path, atomically: true, encoding: .utf8)
      return
    }
    let kept = try String(contentsOfFile: ManualTests.path, encoding: .utf8)
    #expect(kept == page.text, "Packaging/homeward.1 is stale: make manual writes it anew")
  }

  @Test("names every command and every key, and nothing of this machine")
  func isWhole() throws {
    let page = try ManualPage().text
    for word in [
      "homeward intake", "homeward backup", "homeward keys check", "\\-\\-read\\-only", "Ctrl\\-S",
      "[acknowledge]", "record\\-held", "XDG_CONFIG_HOME",
    ] { #expect(page.contains(word), "\(word)") }
    #expect(!page.contains("/home/") && !page.contains("/root"))
  }

  @Test("is read by man without a warning")
  func isRead() throws {
    guard try Program.run("sh", ["-c", "command -v groff"]).status == 0 else {
      print("skipped: groff is not installed")
      return
    }
    let run = try Program.run(
      "groff", ["-man", "-Tutf8", "-wall", "-z", ManualTests.path],
      environment: ["LC_ALL": "C.UTF-8"])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
  }
}
