package import Grid

/// Keys from the bytes that a terminal sends, where ncurses is not there to tell them.
package struct PlainKeys {
  /// What an unfinished sequence waits for.
  package enum Need { case sequence, paste }

  /// The keys so far.
  package private(set) var keys: [Key] = []
  private var rest: ArraySlice<UInt8>

  /// Begins with bytes.
  package init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// Decodes as far as the bytes go.
  ///
  /// - Returns: what is missing to the last sequence, or nothing where none is open.
  package mutating func decode() -> Need? {
    keys = []
    while let byte = rest.first {
      let before = rest
      switch byte {
      case 0x1B:
        if let need = decodeEscape() {
          rest = before
          return need
        }
      case 0x80...:
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
        guard rest.count >= length else { return .sequence }
        for character in String(decoding: rest.prefix(length), as: UTF8.self) { add(character) }
        rest = rest.dropFirst(length)
      default:
        keys.append(PlainKeys.control(byte))
        rest = rest.dropFirst()
      }
    }
    return nil
  }

  /// Takes what is left as it is: Esc alone, or a paste whose end never came.
  package mutating func giveUp() {
    guard rest.first == 0x1B else { return }
    let body = rest.dropFirst(6)
    if rest.starts(with: PlainKeys.pasteBegin) {
      keys.append(.paste(PlainKeys.pasted(body)))
    } else {
      keys.append(.escape)
    }
    rest = []
  }

  private static let pasteBegin = Array("\u{1B}[200~".utf8)
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// A mark joins the letter before it, as it would on paper.
  private mutating func add(_ character: Character) {
    if case .character(let before)? = keys.last {
      let joined = String(before) + String(character)
      if joined.count == 1, let one = joined.first {
        keys[keys.count - 1] = .character(one)
        return
      }
    }
    keys.append(.character(character))
  }

  private mutating func decodeEscape() -> Need? {
    let after = rest.dropFirst()
    guard let second = after.first else { return .sequence }
    guard second == UInt8(ascii: "[") || second == UInt8(ascii: "O") else {
      switch second {
      case 0x7F: keys.append(.control("w"))
      case 0x20..<0x7F: keys.append(.alt(Character(Unicode.Scalar(second))))
      default:
        keys.append(.escape)
        rest = after
        return nil
      }
      rest = after.dropFirst()
      return nil
    }
    let body = after.dropFirst()
    guard let end = body.firstIndex(where: { (0x40...0x7E).contains($0) }) else { return .sequence }
    let sequence = String(decoding: body[...end], as: UTF8.self)
    rest = body[body.index(after: end)...]
    if sequence == "200~" { return decodePaste() }
    if let key = PlainKeys.named[sequence] { keys.append(key) }
    return nil
  }

  private mutating func decodePaste() -> Need? {
    var index = rest.startIndex
    while index + PlainKeys.pasteEnd.count <= rest.endIndex {
      if rest[index...].starts(with: PlainKeys.pasteEnd) {
        keys.append(.paste(PlainKeys.pasted(rest[..<index])))
        rest = rest[(index + PlainKeys.pasteEnd.count)...]
        return nil
      }
      index += 1
    }
    return .paste
  }

  private static func pasted(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).joined(separator: "\n")
  }

  private static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0: .control(" ")
    case 8, 127: .backspace
    case 9: .tab
    case 10, 13: .enter
    case 1...26: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 28...31: .control(Character(Unicode.Scalar(byte + 0x40)))
    default: .character(Character(Unicode.Scalar(byte)))
    }
  }

  /// What follows `ESC [` or `ESC O`.
  private static let named: [String: Key] = {
    var keys: [String: Key] = [
      "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "1~": .home,
      "7~": .home, "4~": .end, "8~": .end, "2~": .insert, "3~": .delete, "5~": .pageUp,
      "6~": .pageDown, "Z": .backTab, "M": .enter, "1;5D": .controlLeft, "1;5C": .controlRight,
      "1;3D": .controlLeft, "1;3C": .controlRight, "1;5H": .controlHome, "1;5F": .controlEnd,
    ]
    let functions = [
      "P": 1, "Q": 2, "R": 3, "S": 4, "11~": 1, "12~": 2, "13~": 3, "14~": 4, "15~": 5, "17~": 6,
      "18~": 7, "19~": 8, "20~": 9, "21~": 10, "23~": 11, "24~": 12,
    ]
    for (sequence, number) in functions { keys[sequence] = .function(number) }
    return keys
  }()
}
