/// From bytes that came in to text that people can read.
package enum TextDecoding {
  /// How the bytes were read.
  package enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    case windows1252 = "Windows-1252"
  }

  /// A text, and how it was read.
  package struct Decoded: Sendable, Equatable {
    /// The text, without a byte order mark.
    package let text: String
    /// How the bytes were read.
    package let encoding: Encoding
    /// Whether some bytes could not be read and stand as U+FFFD.
    package let isRepaired: Bool
  }

  /// Why bytes are refused.
  package enum Fault: Error, Equatable {
    case empty
    case tooLong(bytes: Int, limit: Int)
    case notText(looksLike: String)

    /// What is wrong, and the way forward.
    package var sentence: String {
      switch self {
      case .empty:
        "There is nothing in it: the file has no text. Ask the sender to send it again."
      case .tooLong(let bytes, let limit):
        "It is \(TextDecoding.megabytes(bytes)) long; the desk reads at most "
          + "\(TextDecoding.megabytes(limit)). Save the report alone as plain text and read that."
      case .notText(let looksLike):
        "This is \(looksLike), not a text. Open it, save or copy its words as plain text (.txt), "
          + "and read that."
      }
    }
  }

  /// The longest input that is read: 2 MB.
  package static let limit = 2 * 1024 * 1024

  /// Reads bytes as UTF-8, as UTF-16 where a mark says so, else as Windows-1252.
  ///
  /// - Parameters:
  ///   - bytes: what came in.
  ///   - limit: the most bytes that are read.
  /// - Returns: the text and its encoding.
  /// - Throws: ``Fault`` where the bytes are too many, or are no text.
  package static func decode(
    _ bytes: [UInt8], limit: Int = TextDecoding.limit
  ) throws(Fault) -> Decoded {
    if bytes.isEmpty { throw .empty }
    if bytes.count > limit { throw .tooLong(bytes: bytes.count, limit: limit) }
    if let kind = signature(bytes) { throw .notText(looksLike: kind) }
    let decoded = read(bytes)
    let noise = decoded.text.unicodeScalars.reduce(into: (nul: 0, control: 0, all: 0)) {
      if $1.value == 0 { $0.nul += 1 }
      if isControl($1.value) { $0.control += 1 }
      $0.all += 1
    }
    // A stray control character happens in prints; one in fifty does not.
    if noise.nul > 0 || noise.control * 50 > noise.all {
      throw .notText(looksLike: "a file of bytes that are no letters")
    }
    return decoded
  }

  /// Reads bytes in a stated character set, for a part of a message.
  package static func decode(_ bytes: [UInt8], charset: String) -> String {
    switch charset.lowercased() {
    case "windows-1252", "cp1252", "iso-8859-1", "latin1", "iso-8859-15": windows1252(bytes)
    default: read(bytes).text
    }
  }

  private static func read(_ bytes: [UInt8]) -> Decoded {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return utf16(bytes)
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if let text = String(validating: body, as: UTF8.self) {
      return Decoded(text: text, encoding: .utf8, isRepaired: false)
    }
    let repaired = String(decoding: body, as: UTF8.self)
    let counts = repaired.unicodeScalars.reduce(into: (good: 0, bad: 0)) {
      if $1.value == 0xFFFD { $0.bad += 1 } else if $1.value > 0x7F { $0.good += 1 }
    }
    // A text that was cut inside a letter, or damaged in a few places, is still UTF-8.
    let cut = counts.bad == 1 && repaired.unicodeScalars.last?.value == 0xFFFD
    if counts.good > counts.bad || (cut && body.last.map { $0 >= 0xC2 && $0 < 0xF5 } == true) {
      let text = cut ? String(repaired.unicodeScalars.dropLast()) : repaired
      return Decoded(text: text, encoding: .utf8, isRepaired: true)
    }
    return Decoded(text: windows1252(body), encoding: .windows1252, isRepaired: false)
  }

  private static func utf16(_ bytes: [UInt8]) -> Decoded {
    let isLittle = bytes[0] == 0xFF
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 2
    while index + 1 < bytes.count {
      let pair = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isLittle ? pair.0 | pair.1 << 8 : pair.0 << 8 | pair.1)
      index += 2
    }
    let valid = String(validating: units, as: UTF16.self)
    return Decoded(
      text: valid ?? String(decoding: units, as: UTF16.self), encoding: .utf16,
      isRepaired: valid == nil)
  }

  private static func windows1252(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      let value = (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : UInt32(byte)
      text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return String(text)
  }

  // 0x80 to 0x9F; the five that Windows leaves open stay control characters.
  private static let high: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]

  private static func isControl(_ value: UInt32) -> Bool {
    (value < 0x20 && value != 9 && value != 10 && value != 13 && value != 12)
      || (0x7F...0x9F).contains(value) || value == 0xFFFD
  }

  private static func signature(_ bytes: [UInt8]) -> String? {
    let known: [([UInt8], String)] = [
      (Array("%PDF".utf8), "a PDF"), ([0x50, 0x4B, 3, 4], "a Word, Excel or zip file"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old Word or Outlook file"),
      ([0x89, 0x50, 0x4E, 0x47], "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"),
      (Array("{\\rtf".utf8), "a rich text file"),
    ]
    return known.first { bytes.starts(with: $0.0) }?.1
  }

  private static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes * 10 + 524_288) / 1_048_576
    return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
  }
}
