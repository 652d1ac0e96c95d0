package import Workflow

/// A head of the journal that was noted at a moment: on paper, in a mail, with a backup.
///
/// With it, verifying sees what the file alone cannot show: that the journal's end was cut off, that
/// the chain was computed anew, or that an older copy was put in the file's place.
package struct Checkpoint: Hashable, Sendable {
  /// The last line of the journal then.
  package let head: JournalHead
  /// When it was noted, where that is known.
  package let at: Instant?

  /// Makes a checkpoint.
  package init(head: JournalHead, at: Instant?) {
    self.head = head
    self.at = at
  }

  /// `1042:3fa9… 2026-11-21T19:40:00+00:00`: one line, the hash in full.
  package var text: String {
    "\(head.sequence):\(Hexadecimal.text(head.hash))" + (at.map { " " + $0.iso } ?? "")
  }

  /// Reads a line as `text` writes it; the time may be left out, and a word before it as people note
  /// it down ("checkpoint 1042:3fa9…").
  package init?(text: some StringProtocol) {
    let words = text.split(whereSeparator: \.isWhitespace)
    for (place, word) in words.enumerated() {
      guard let head = JournalHead(text: word) else { continue }
      self.head = head
      at = words[(place + 1)...].lazy.compactMap { Instant(iso: $0) }.first
      return
    }
    return nil
  }
}

extension JournalHead {
  /// Reads `1042:3fa9…`.
  fileprivate init?(text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let sequence = Int(parts[0]), sequence >= 0,
      let hash = Hexadecimal.bytes(parts[1]), hash.count == 32
    else { return nil }
    self.init(sequence: sequence, hash: hash)
  }
}

/// Bytes as people copy them.
enum Hexadecimal {
  /// Two digits a byte.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The bytes of such a text, or nothing.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { index in
      UInt8((digits[index] ?? 0) << 4 | (digits[index + 1] ?? 0))
    }
  }
}
