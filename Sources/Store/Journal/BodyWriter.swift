import Workflow

/// Writes the body of an event as canonical JSON: the same body gives the same bytes, always.
///
/// Names are sorted by their bytes; there is no white space. Each kind of value has a shape of its
/// own, so that it comes back as what it was: text a string, a flag true or false, a number a number,
/// a list an array, "not known" null, an instant `{"instant":"2026-03-27T18:00+00:00"}` and a date
/// `{"date":"2011-03-14"}`.
struct BodyWriter {
  private(set) var bytes: [UInt8] = []

  /// The canonical JSON of a body.
  static func json(_ body: Body) -> String {
    var writer = BodyWriter()
    writer.write(body)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private mutating func write(_ body: Body) {
    bytes.reserveCapacity(body.entries.count * 32)
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    let sorted = body.entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for entry in sorted {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      write(entry.name)
      bytes.append(UInt8(ascii: ":"))
      write(entry.value)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func write(_ value: Value) {
    switch value {
    case .text(let text): write(text)
    case .flag(let flag): plain(flag ? "true" : "false")
    case .number(let number): plain(String(number))
    case .unknown: plain("null")
    case .date(let date):
      plain("{\"date\":\"\(date.iso)\"}")
    case .instant(let instant):
      // Outside the years that ISO 8601 writes with four digits, the plain count of seconds.
      if BodyWriter.writable.contains(instant.seconds) {
        plain("{\"instant\":\"\(instant.iso)\"}")
      } else {
        plain("{\"instant\":\(instant.seconds)}")
      }
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(item)
      }
      bytes.append(UInt8(ascii: "]"))
    }
  }

  /// From 0001-01-02 to 9999-12-30.
  private static let writable: ClosedRange<Int64> = -62_135_510_400...253_402_214_400

  private mutating func plain(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: plain("\\n")
      case 0x00..<0x20, 0x7F:
        plain(byte < 0x10 ? "\\u000" : "\\u00")
        plain(String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
