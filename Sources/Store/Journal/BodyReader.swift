import Workflow

/// Reads what `BodyWriter` writes, and nothing else: a body that it refuses was not written here.
struct BodyReader {
  private let bytes: [UInt8]
  private var position = 0

  /// Why a body cannot be read.
  struct Unreadable: Error {
    /// The byte at which reading stopped.
    let position: Int
  }

  private init(_ json: String) { bytes = Array(json.utf8) }

  /// Reads a body.
  ///
  /// - Parameter json: canonical JSON.
  /// - Returns: the body.
  /// - Throws: `Unreadable`.
  static func body(_ json: String) throws(Unreadable) -> Body {
    var reader = BodyReader(json)
    var values: [String: Value] = [:]
    try reader.expect("{")
    if !reader.skip("}") {
      repeat {
        let name = try reader.text()
        try reader.expect(":")
        values[name] = try reader.value()
      } while reader.skip(",")
      try reader.expect("}")
    }
    guard reader.position == reader.bytes.count else { throw reader.trouble }
    return Body(values)
  }

  private mutating func value() throws(Unreadable) -> Value {
    guard position < bytes.count else { throw trouble }
    switch bytes[position] {
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "["): return .list(try list())
    case UInt8(ascii: "{"): return try tagged()
    case UInt8(ascii: "t"):
      try expect("true")
      return .flag(true)
    case UInt8(ascii: "f"):
      try expect("false")
      return .flag(false)
    case UInt8(ascii: "n"):
      try expect("null")
      return .unknown
    default:
      guard let number = Int(try digits()) else { throw trouble }
      return .number(number)
    }
  }

  /// An instant or a date.
  private mutating func tagged() throws(Unreadable) -> Value {
    try expect("{")
    let tag = try text()
    try expect(":")
    var value: Value?
    if tag == "instant" {
      if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
        value = Instant(iso: try text()).map(Value.instant)
      } else {
        value = Int64(try digits()).map { .instant(Instant(seconds: $0)) }
      }
    } else if tag == "date" {
      value = CivilDate(iso: try text()).map(Value.date)
    }
    try expect("}")
    guard let value else { throw trouble }
    return value
  }

  private mutating func list() throws(Unreadable) -> [String] {
    var items: [String] = []
    try expect("[")
    if skip("]") { return items }
    repeat { items.append(try text()) } while skip(",")
    try expect("]")
    return items
  }

  private mutating func digits() throws(Unreadable) -> String {
    let start = position
    while position < bytes.count,
      (0x30...0x39).contains(bytes[position]) || bytes[position] == UInt8(ascii: "-")
    {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func text() throws(Unreadable) -> String {
    try expect("\"")
    let start = position
    while position < bytes.count, bytes[position] != 0x22, bytes[position] != 0x5C {
      position += 1
    }
    // Nearly all text has no escape and is taken as it stands.
    if position < bytes.count, bytes[position] == 0x22 {
      position += 1
      return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
    }
    var buffer = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == 0x22 { return String(decoding: buffer, as: UTF8.self) }
      buffer.append(byte == 0x5C ? try escaped() : byte)
    }
    throw trouble
  }

  private mutating func escaped() throws(Unreadable) -> UInt8 {
    guard position < bytes.count else { throw trouble }
    let byte = bytes[position]
    position += 1
    switch byte {
    case 0x22, 0x5C: return byte
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "u") where position + 4 <= bytes.count:
      let hex = String(decoding: bytes[position..<(position + 4)], as: UTF8.self)
      position += 4
      guard let code = UInt8(hex, radix: 16), code < 0x80 else { throw trouble }
      return code
    default: throw trouble
    }
  }

  private mutating func expect(_ word: StaticString) throws(Unreadable) {
    if !skip(word) { throw trouble }
  }

  private mutating func skip(_ word: StaticString) -> Bool {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    for index in 0..<word.utf8CodeUnitCount where bytes[position + index] != word.utf8Start[index] {
      return false
    }
    position = end
    return true
  }

  private var trouble: Unreadable { Unreadable(position: position) }
}
