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
    #expect(packs.count >= 6)
    for (name, text) in packs {
      #expect(PackReader.check(text: text, file: name).map(\.text) == [])
    }
  }

  @Test("every bad pack gives exactly the findings that it names, at their lines")
  func findsWhatIsWrong() throws {
    let packs = try Files.texts(in: "ProceduresTests/Corpus/bad")
    #expect(packs.count >= 25)
    for (name, text) in packs {
      let findings = PackReader.check(text: text, file: name)
      var expected = Marks.expected(in: text)
      #expect(!expected.isEmpty, "\(name) names no finding")
      for finding in findings {
        let index = expected.firstIndex {
          $0.line == finding.line && finding.message.contains($0.part)
        }
        if let index {
          expected.remove(at: index)
        } else {
          Issue.record("not expected: \(finding.text)")
        }
      }
      #expect(expected.map { "\(name):\($0.line): \($0.part)" } == [])
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

  @Test("the hash of the content is SHA-256 in hexadecimal")
  func hashesContent() {
    #expect(
      PackReader.contentHash(of: "abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
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
private enum Marks {
  static func expected(in text: String) -> [(line: Int, part: String)] {
    var marks: [(line: Int, part: String)] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      for part in line.components(after: "# ERROR: ") { marks.append((index + 1, part)) }
      for part in line.components(after: "# ERROR-BELOW: ") { marks.append((index + 2, part)) }
    }
    return marks
  }
}

extension Substring {
  fileprivate func components(after mark: String) -> [String] {
    var parts: [String] = []
    var rest = self
    while let range = rest.firstRange(of: mark) {
      rest = rest[range.upperBound...]
      let end = rest.firstRange(of: " # ERROR")?.lowerBound ?? rest.endIndex
      parts.append(String(rest[..<end]))
    }
    return parts
  }
}
