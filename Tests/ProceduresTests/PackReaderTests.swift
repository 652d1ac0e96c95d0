import Procedures
import Testing
import Workflow

/// Packs that must be read, and packs that must not: each of these names in comments what the reader
/// has to say at that very line (`# ERROR: …`, or `# ERROR-BELOW: …` for the line after).
@Suite("Reading packs")
struct PackReaderTests {
  @Test("every good pack is read")
  func readsGoodPacks() throws {
    let packs = try Files.texts(in: "ProceduresTests/Corpus/good")
    #expect(packs.count >= 17)
    for (name, text) in packs {
      #expect(Shelf.shipped.check(text: text, file: name).map(\.text) == [])
    }
  }

  @Test("every bad pack gives exactly the findings that it names, at their lines, and their notes")
  func findsWhatIsWrong() throws {
    let packs = try Files.texts(in: "ProceduresTests/Corpus/bad")
    #expect(packs.count >= 120)
    for (name, text) in packs {
      let findings = Shelf.shipped.check(text: text, file: name)
      var errors = Marks(text, "ERROR")
      var warnings = Marks(text, "WARNING")
      var notes = Marks(text, "NOTE")
      #expect(
        !errors.expected.isEmpty || !warnings.expected.isEmpty, "\(name) names no finding")
      for finding in findings {
        let isExpected =
          switch finding.severity {
          case .error: errors.take(finding.line, finding.message)
          case .warning: warnings.take(finding.line, finding.message)
          }
        if !isExpected { Issue.record("not expected: \(finding.text)") }
      }
      // Several findings may point at one line in the same words.
      for note in Set(findings.flatMap(\.notes)) {
        if !notes.take(note.line, note.message) {
          Issue.record("\(name):\(note.line): note not expected: \(note.message)")
        }
      }
      let missed = errors.expected + warnings.expected + notes.expected
      #expect(missed.map { "\(name):\($0.line): \($0.part)" } == [])
    }
  }

  @Test("every finding says more than that something is wrong, and stands on a line of the file")
  func speaksPlainly() throws {
    for (name, text) in try Files.texts(in: "ProceduresTests/Corpus/bad") {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for finding in Shelf.shipped.check(text: text, file: name) {
        #expect(finding.file == name)
        #expect(lines.indices.contains(finding.line - 1), "\(finding.text)")
        #expect(finding.column <= lines[max(0, finding.line - 1)].unicodeScalars.count + 1)
        #expect(finding.message.split(separator: " ").count >= 4, "\(finding.text)")
      }
    }
  }

  @Test("a finding reads as editors jump to it, with a note at the other line")
  func printsFindings() throws {
    let text = try #require(
      try Files.texts(in: "ProceduresTests/Corpus/bad").first { $0.name == "same-slot.yaml" }
    ).text
    let finding = try #require(PackReader.check(text: text, file: "packs/x.yaml").first)
    #expect(
      finding.text == """
        packs/x.yaml:19:9: error: 'other' and 'meeting' both make strategy-meeting in the same case
        packs/x.yaml:9:9: note: 'meeting' is here
        """)
    #expect(finding.notes.count == 1)
  }

  @Test("what is only worth a look does not keep a pack from being read")
  func readsPastWarnings() throws {
    let text = try #require(
      try Files.texts(in: "ProceduresTests/Corpus/bad").first {
        $0.name == "definition-unused.yaml"
      }
    ).text
    #expect(try PackReader.read(text: text, file: "x.yaml").versions.count == 1)
    #expect(
      PackReader.check(text: text, file: "x.yaml").first?.text.hasPrefix("x.yaml:10:7: warning: ")
        == true)
  }

  @Test("the hash of the content is SHA-256 in hexadecimal")
  func hashesContent() {
    #expect(
      PackReader.contentHash(of: "abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  private static let sound = """
    id: northbrook
    title: Northbrook
    authority: Northbrook
    sources: [{id: manual, title: A café's manual, date: "2026", checked: 2026-11-21}]
    versions:
      - from: 2026-01-01
        rules: []

    """

  @Test("a file is read whatever its editor puts at its beginning and at the end of its lines")
  func readsWhatEditorsWrite() throws {
    let sound = PackReaderTests.sound
    let lines = sound.replacing("\n", with: "\r\n")
    for text in [sound, "\u{FEFF}" + sound, lines, "\u{FEFF}" + lines] {
      #expect(try PackText.decode(Array(text.utf8), file: "x.yaml") == text)
      #expect(PackReader.check(text: text, file: "x.yaml").map(\.text) == [])
      let broken = text.replacing("2026-01-01", with: "soon")
      #expect(PackReader.check(text: broken, file: "x.yaml").map(\.line) == [6])
    }
    let composed =
      "\u{FEFF}id: all\r\ntitle: All\r\nauthority: Northbrook\r\n"
      + "acknowledged-by: team-manager\r\ncomposed-of: [luton, mfh-rag]\r\n"
    #expect(Shelf.shipped.check(text: composed, file: "x.yaml").map(\.text) == [])
    let other = composed + "colour: red\r\n"
    #expect(Shelf.shipped.check(text: other, file: "x.yaml").map(\.line) == [6])
  }

  @Test("bytes that are no UTF-8 are found where they stand")
  func findsOtherEncodings() throws {
    let sound = PackReaderTests.sound
    let latin = sound.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let wide: [UInt8] =
      [0xFF, 0xFE]
      + sound.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    for (bytes, place, words) in [
      (latin, "x.yaml:4:36: error:", "save the file as UTF-8"),
      (wide, "x.yaml:1:1: error:", "UTF-16"),
      (Array("id: \u{20AC}".utf8.dropLast()), "x.yaml:1:5: error:", "save the file as UTF-8"),
    ] {
      do throws(Findings) {
        _ = try PackText.decode(bytes, file: "x.yaml")
        Issue.record("it was read")
      } catch {
        #expect(error.text.hasPrefix(place) && error.text.contains(words), "\(error.text)")
      }
    }
  }

  @Test("hostile bytes and depths end in findings, not in a crash")
  func survivesHostileText() {
    let deep = String(repeating: "[", count: 900)
    let texts = [
      "", "\u{0}", "- - - -", deep, "a: \u{1B}[2J", "? [a]\n: b", "!!binary x", "\u{FEFF}id: x",
      "id: x\n---\nid: y", String(repeating: "x: ", count: 3000), "%YAML 9.9\n---\nid: x",
    ]
    for text in texts {
      let findings = PackReader.check(text: text, file: "x.yaml")
      #expect(!findings.isEmpty)
      #expect(findings.allSatisfy { !$0.text.contains("\u{1B}") && $0.line >= 1 })
    }
  }
}

/// What the comments of a bad pack say that must be found.
private struct Marks {
  private(set) var expected: [(line: Int, part: String)] = []

  init(_ text: String, _ word: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      for part in line.components(after: "# \(word): ") { expected.append((index + 1, part)) }
      for part in line.components(after: "# \(word)-BELOW: ") { expected.append((index + 2, part)) }
    }
  }

  /// Takes the mark that a message at a line answers, where there is one.
  mutating func take(_ line: Int, _ message: String) -> Bool {
    let index = expected.firstIndex { $0.line == line && message.contains($0.part) }
    guard let index else { return false }
    expected.remove(at: index)
    return true
  }
}

extension Substring {
  fileprivate func components(after mark: String) -> [String] {
    var parts: [String] = []
    var rest = self
    while let range = rest.firstRange(of: mark) {
      rest = rest[range.upperBound...]
      let ends = ["  # ERROR", "  # WARNING", "  # NOTE", " # ERROR"].compactMap {
        rest.firstRange(of: $0)?.lowerBound
      }
      parts.append(String(rest[..<(ends.min() ?? rest.endIndex)]))
    }
    return parts
  }
}
