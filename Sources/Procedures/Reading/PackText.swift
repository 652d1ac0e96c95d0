/// The text of a pack's file: UTF-8, and said where it is not.
package enum PackText {
  /// Decodes a file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for the finding.
  /// - Returns: the text.
  /// - Throws: where the first byte stands that is no UTF-8, and what to do about it.
  package static func decode(_ bytes: [UInt8], file: String) throws(Findings) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let (line, column) = isUTF16 ? (1, 1) : place(ofFault: bytes)
    let message =
      isUTF16
      ? "the file is UTF-16 text (\"Unicode\" in some editors); save it as UTF-8"
      : "this letter is not UTF-8 text, it was saved in another encoding; save the file as UTF-8"
    throw Findings([
      Finding(
        file: file, line: line, column: column, severity: .error, message: message, notes: [])
    ])
  }

  /// The line and column, counted from 1, behind the longest part that is UTF-8.
  private static func place(ofFault bytes: [UInt8]) -> (Int, Int) {
    var line = 1
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      guard String(validating: bytes[start..<end], as: UTF8.self) != nil else { break }
      line += 1
      start = end + 1
    }
    var column = 1
    var decoder = UTF8()
    var rest = bytes[start...].makeIterator()
    while case .scalarValue = decoder.decode(&rest) { column += 1 }
    return (line, column)
  }
}
