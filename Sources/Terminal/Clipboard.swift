internal import CNcurses

/// The terminal's clipboard, by OSC 52: the one way that works over SSH, too.
enum Clipboard {
  /// Bytes of text at most: references and a step in words are far shorter.
  static let limit = 4_096

  /// Writes a text to the clipboard.
  static func write(_ text: String) {
    let sequence = sequence(for: text)
    sequence.withCString { hw_write_control($0, sequence.utf8.count) }
  }

  /// `ESC ] 52 ; c ; BASE64 BEL`.
  static func sequence(for text: String) -> String {
    "\u{1B}]52;c;\(base64(Array(text.utf8.prefix(limit))))\u{07}"
  }

  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  private static func base64(_ bytes: [UInt8]) -> String {
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      var bits = 0
      for byte in part { bits = bits << 8 | Int(byte) }
      bits <<= 8 * (3 - part.count)
      for place in 0..<4 {
        result.append(place <= part.count ? letters[bits >> (18 - 6 * place) & 63] : "=")
      }
    }
    return result
  }
}
