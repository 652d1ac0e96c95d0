import TestSupport
import Testing

/// Text that means to harm: it is kept as it came and shown as what it is.
@Suite("Hostile text", .serialized)
struct HostileTextTests {
  static let name = "Evil\u{1B}[2J\u{1B}]0;owned\u{7}\u{202E}drow\u{2066}\u{9B}31m"

  @Test("a name with escape sequences and turned text is harmless everywhere")
  func everywhere() throws {
    let desk = try DrillDesk()
    try desk.done(
      ["child", "add", "X-1", "--set", "family-name=\(HostileTextTests.name)"], as: "mira")
    try desk.away("X-1")
    for command in ["child", "child show X-1", "timeline X-1", "due", "find evil", "episode"] {
      for format in ["table", "tsv"] {
        let run = try desk.run(
          command.split(separator: " ").map(String.init) + ["--format", format])
        #expect(run.status == 0, "\(command): \(run.errors)")
        #expect(isHarmless(run.output), "\(command): \(run.output.debugDescription)")
      }
      let json = try desk.run(
        command.split(separator: " ").map(String.init) + ["--format", "json"])
      #expect(!json.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      #expect(throws: Never.self) { try JSONObject(json.output) }
    }
    let child = try desk.json(["child", "show", "X-1"])
    #expect(child.object("facts").text("family-name") == HostileTextTests.name)

    let screen = try DeskTerminal(desk, as: "mira")
    try screen.see("Evil", "drow")
    try screen.press("Enter")
    let page = try screen.see("Evil", "Timeline")
    #expect(isHarmless(page.joined(separator: "\n")))
    let title = try screen.tmux.run("display-message", "-p", "#{pane_title}")
    #expect(!title.contains("owned"))
    #expect(page.count >= 24 && page.contains { $0.contains("Work steps") })
  }

  private func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || scalar == "\t"
        || (scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
          && !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
    }
  }
}
