/// The codes in which mail carries text.
enum MailText {
  /// A header's main value and its parameters: `text/plain; charset="UTF-8"`.
  struct Parameters {
    let main: String
    private var values: [String: String] = [:]

    init(_ header: String) {
      var pieces: [String] = [""]
      var isQuoted = false
      for character in header {
        if character == "\"" { isQuoted.toggle() }
        if character == ";", !isQuoted {
          pieces.append("")
        } else {
          pieces[pieces.count - 1].append(character)
        }
      }
      main = SourceText.trimmed(pieces[0]).lowercased()
      for piece in pieces.dropFirst() {
        guard let sign = piece.firstIndex(of: "=") else { continue }
        let name = SourceText.trimmed(String(piece[..<sign]), of: ["*"]).lowercased()
        let value = SourceText.trimmed(String(piece[piece.index(after: sign)...]), of: ["\""])
        if values[name] == nil { values[name] = value }
      }
    }

    subscript(name: String) -> String? { values[name] }
  }

  /// Bytes from base64; what is no such letter is passed over, a broken last group is left out.
  static func base64(_ lines: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    var (buffer, bits): (UInt32, Int) = (0, 0)
    for line in lines {
      for byte in line.utf8 {
        let value: UInt8
        switch byte {
        case 0x41...0x5A: value = byte - 0x41
        case 0x61...0x7A: value = byte - 0x61 + 26
        case 0x30...0x39: value = byte - 0x30 + 52
        case 0x2B: value = 62
        case 0x2F: value = 63
        case 0x3D: return bytes
        default: continue
        }
        buffer = (buffer << 6 | UInt32(value)) & 0xFF_FFFF
        bits += 6
        if bits >= 8 {
          bits -= 8
          bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
        }
      }
    }
    return bytes
  }

  /// Bytes from quoted-printable, lines ended by LF.
  static func quotedPrintable(_ lines: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (place, line) in lines.enumerated() {
      let isSoft = line.hasSuffix("=")
      var codes = Array((isSoft ? String(line.dropLast()) : line).utf8)
      while !isSoft, codes.last == 0x20 || codes.last == 0x09 { codes.removeLast() }
      bytes.append(contentsOf: unescaped(codes, escape: 0x3D))
      if !isSoft, place + 1 < lines.count { bytes.append(0x0A) }
    }
    return bytes
  }

  /// Header words as people read them: `=?UTF-8?Q?O=E2=80=99Dwyer?=`.
  static func words(_ header: String) -> String {
    var result = ""
    var rest = header[...]
    var isAfterWord = false
    while let start = rest.firstRange(of: "=?") {
      let between = rest[..<start.lowerBound]
      let fields = rest[start.upperBound...].split(
        separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count == 4, fields[3].first == "=", fields[0].utf8.count < 30 else { break }
      // Blanks between two encoded words belong to neither.
      if !isAfterWord || between.contains(where: { $0 != " " }) { result += between }
      let bytes: [UInt8] =
        fields[1].lowercased() == "b"
        ? base64([String(fields[2])])
        : unescaped(fields[2].utf8.map { $0 == 0x5F ? 0x20 : $0 }, escape: 0x3D)
      result += TextDecoding.decode(bytes, charset: String(fields[0]))
      rest = fields[3].dropFirst()
      isAfterWord = true
    }
    return SourceText.cleaned(result + rest)
  }

  private static func unescaped(_ codes: [UInt8], escape: UInt8) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = 0
    while index < codes.count {
      if codes[index] == escape, index + 2 < codes.count, let high = hex(codes[index + 1]),
        let low = hex(codes[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(codes[index])
        index += 1
      }
    }
    return bytes
  }

  private static func hex(_ code: UInt8) -> UInt8? {
    switch code {
    case 0x30...0x39: code - 0x30
    case 0x41...0x46: code - 0x41 + 10
    case 0x61...0x66: code - 0x61 + 10
    default: nil
    }
  }

  /// A text that ends with a line end.
  static func ended(_ text: String) -> String {
    text.isEmpty || text.hasSuffix("\n") || text.hasSuffix("\r\n") ? text : text + "\n"
  }

  /// A letter without what it quotes from earlier ones.
  static func withoutQuotes(_ text: String) -> String {
    var kept: [String] = []
    for line in SourceText.lines(text) {
      if line.hasPrefix(">") {
        // The line above it says whom it quotes: "On … wrote:", sometimes over two lines.
        if let mark = kept.suffix(3).lastIndex(where: { $0.hasPrefix("On ") }),
          kept[mark...].joined().hasSuffix("wrote:")
        {
          kept.removeSubrange(mark...)
        }
        continue
      }
      kept.append(line)
    }
    let ends = text.hasSuffix("\n") || text.hasSuffix("\r\n")
    return kept.joined(separator: "\n") + (ends ? "\n" : "")
  }

  /// What is quoted in a text, without the marks before the lines.
  static func quotes(in text: String) -> String {
    SourceText.lines(text).filter { $0.hasPrefix(">") }.map { line in
      String(line.drop { $0 == ">" || $0 == " " })
    }.joined(separator: "\n")
  }

  /// The words of an HTML text.
  static func withoutTags(_ html: String) -> String {
    let scalars = Array(html.unicodeScalars)
    var text = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let rest = scalars[index...].prefix(12)
      switch scalars[index] {
      case "<":
        let name = SourceText.string(rest.dropFirst().prefix { $0 != ">" && $0 != " " })
        if breaks.contains(name.lowercased()) { text.append("\n") }
        while index < scalars.count, scalars[index] != ">" { index += 1 }
      case "&":
        if let end = rest.firstIndex(of: ";"),
          let letter = entities[SourceText.string(scalars[(index + 1)..<end])]
        {
          text.append(letter)
          index = end
        } else {
          text.append("&")
        }
      default: text.append(scalars[index])
      }
      index += 1
    }
    return String(text)
  }

  private static let breaks: Set = ["p", "/p", "br", "br/", "/div", "/tr", "/li"]

  private static let entities: [String: Unicode.Scalar] = [
    "nbsp": " ", "rsquo": "\u{2019}", "lsquo": "\u{2018}", "rdquo": "\u{201D}",
    "ldquo": "\u{201C}", "quot": "\"", "lt": "<", "gt": ">", "hellip": "\u{2026}",
    "pound": "\u{A3}", "#39": "'", "apos": "'", "amp": "&", "ndash": "\u{2013}",
    "mdash": "\u{2014}",
  ]
}
