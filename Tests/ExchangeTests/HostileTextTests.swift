import Exchange
import Testing
import Workflow

/// Damaged, cut and senseless input: nothing crashes, hangs, or becomes a wrong value.
struct HostileTextTests {
  @Test(arguments: Samples.reports)
  func cutTextNeverGivesAWrongValue(_ name: String) throws {
    let bytes = try Samples.bytes("reports/" + name)
    let whole = try Samples.draft(name)
    for end in stride(from: 100, to: bytes.count, by: 25) {
      let cut = try ReportReader.read(bytes: Array(bytes[..<end]))
      #expect(cut.kind == whole.kind || cut.kind == .unknown, "\(name) at \(end)")
      for (field, found) in cut.report where field != .kind {
        try expectPart(found, of: whole.report[field], "\(name) at \(end): \(field)")
      }
      #expect(cut.subjects.count <= whole.subjects.count)
      for (part, full) in zip(cut.subjects, whole.subjects) {
        for (field, found) in part.fields {
          try expectPart(found, of: full.fields[field], "\(name) at \(end): \(field)")
        }
      }
    }
  }

  /// A text value may be shorter than the whole one, a list may lack items; nothing else differs.
  private func expectPart(_ found: Finding, of whole: Finding?, _ place: String) throws {
    let whole = try #require(whole, "\(place): \(found.value), which the whole text does not give")
    // "(night staff)" behind a name stands until a label says the relation.
    if found.isInferred, !whole.isInferred { return }
    switch (found.value, whole.value) {
    case (.text(let part), .text(let full)):
      // A word that the sender broke over two lines ends in a hyphen where the text is cut.
      let bare = part.hasSuffix("-") ? String(part.dropLast()) : part
      #expect(full.hasPrefix(bare), "\(place): \(part)")
    case (.list(let part), .list(let full)):
      #expect(Set(part).isSubset(of: Set(full)), "\(place): \(part)")
    default: #expect(found.value == whole.value, "\(place)")
    }
  }

  @Test(arguments: 0..<40)
  func noiseIsRefusedOrHarmless(_ seed: Int) {
    var noise = Noise(state: UInt64(seed) &* 7919 &+ 1)
    let bytes = (0..<4000).map { _ in UInt8(truncatingIfNeeded: noise.next() >> 20) }
    #expect(throws: TextDecoding.Fault.self) { try ReportReader.read(bytes: bytes) }
    let letters = Array("ADSOBe: .[]()-=/0123456789\n\t<>@,x'".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<4000 { text.append(letters[Int(noise.next() >> 33) % letters.count]) }
    _ = ReportReader.read(text: String(text))
  }

  @Test(arguments: 0..<30)
  func shuffledLinesAreHarmless(_ seed: Int) throws {
    var noise = Noise(state: UInt64(seed) &+ 99)
    var lines: [Substring] = []
    for name in Samples.reports.prefix(7) {
      let text = try Samples.draft(name).text
      lines += text.split(
        omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" })
    }
    lines.shuffle(using: &noise)
    let draft = ReportReader.read(text: lines.joined(separator: "\n") + "\n")
    #expect(draft.subjects.count <= 20)
  }

  @Test func longLinesAndControlCharacters() {
    let long = "Surname:     " + String(repeating: "A", count: 10_000) + "\n"
    let name = ReportReader.read(text: long).subjects.first?.plain(.familyName)
    #expect(name == nil)
    let dirty = "MERLIN MIS\nSurname:\t\u{1B}[31mSMITH\u{7}    Forename: \u{202E}ANNA\u{0}\n"
    let draft = ReportReader.read(text: dirty)
    #expect(draft.subjects.first?.plain(.givenNames) == "Anna")
    #expect(draft.text == dirty)
    let open = ReportReader.read(text: String(repeating: "[", count: 50_000) + "\n")
    #expect(open.kind == .unknown)
    let deep = ReportReader.read(text: String(repeating: "Name: (\n", count: 3_000))
    #expect(deep.subjects.count <= 20)
    _ = ReportReader.read(text: "From: a\nTo: b\nSubject: =?\nDate: ?\nContent-Type: multipart/\n")
  }

  @Test func mailWithinMailEnds() {
    var text = "From: a\nTo: b\nSubject: c\n"
    for level in 0..<200 {
      text += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
    }
    #expect(ReportReader.read(text: text).subjects.count == 1)
  }

  @Test func aTextOfTwoMegabytesIsRead() throws {
    let line = "The subject's phone was off: 22:05, and nobody at the address had seen her since.\n"
    let head = "MERLIN MIS\nSurname:     SMITH    Forename: ANNA\n"
    let count = (TextDecoding.limit - head.utf8.count) / line.utf8.count
    let draft = try ReportReader.read(
      bytes: Array((head + String(repeating: line, count: count)).utf8))
    #expect(draft.subjects.first?.plain(.familyName) == "Smith")
  }
}

/// Numbers that look random and are the same in every run.
struct Noise: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
