import Exchange
import Testing

struct TextDecodingTests {
  @Test func fiveMegabytesAreRefusedWithTheLimit() {
    let bytes = [UInt8](repeating: 65, count: 5 * 1024 * 1024)
    let fault = #expect(throws: TextDecoding.Fault.self) { try TextDecoding.decode(bytes) }
    #expect(fault?.sentence.contains("5 MB long") == true)
    #expect(fault?.sentence.contains("at most 2 MB") == true)
    #expect(fault?.sentence.contains("plain text") == true)
  }

  @Test func readsEachEncoding() throws {
    let text = "Siân “Ŵyn” £20\r\n"
    #expect(try TextDecoding.decode(Array(text.utf8)).text == text)
    let marked = try TextDecoding.decode([0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(marked.text == text)
    let little: [UInt8] =
      [0xFF, 0xFE]
      + text.utf16.flatMap { unit -> [UInt8] in
        [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      }
    #expect(try TextDecoding.decode(little).text == text)
    let big: [UInt8] =
      [0xFE, 0xFF]
      + text.utf16.flatMap { unit -> [UInt8] in
        [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      }
    #expect(try TextDecoding.decode(big).encoding == .utf16)
    let windows: [UInt8] = [0x93, 0x53, 0x69, 0xE2, 0x6E, 0x94, 0x20, 0xA3]
    #expect(try TextDecoding.decode(windows).text == "“Siân” £")
    #expect(try TextDecoding.decode(windows).encoding == .windows1252)
  }

  @Test func aLetterCutInHalfIsStillUTF8() throws {
    let cut = Array("Siân, Zieliń".utf8.dropLast())
    let decoded = try TextDecoding.decode(cut)
    #expect(decoded.text == "Siân, Zieli")
    #expect(decoded.isRepaired)
  }

  @Test(arguments: [
    [UInt8](), Array("%PDF-1.7 abc".utf8), [0x50, 0x4B, 3, 4, 20], [65, 66, 0, 67],
    Array(1...31), Array("{\\rtf1".utf8),
  ])
  func refusesWhatIsNoText(_ bytes: [UInt8]) {
    let fault = #expect(throws: TextDecoding.Fault.self) { try TextDecoding.decode(bytes) }
    #expect(fault?.sentence.hasSuffix(".") == true)
  }
}
