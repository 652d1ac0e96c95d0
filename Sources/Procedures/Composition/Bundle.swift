/// The text of a composed pack together with the texts of its parts: one YAML stream, which holds all
/// that the procedure is and can be kept and read without a shelf.
///
/// Its hash is what a record is pinned to, so a change in any part is a change of the whole.
struct Bundle {
  /// A part: a pack and its text.
  struct Part {
    let id: String
    var text: String
  }

  /// What the composed pack itself says.
  let text: String
  /// Its parts in their order; none while they have not been put together.
  let parts: [Part]

  private static let heading = "--- # part: "

  /// Puts a text and its parts together.
  init(text: String, parts: [Part]) {
    self.text = text
    self.parts = parts
  }

  /// Takes a text apart; a plain pack is a bundle without parts.
  init(splitting whole: String) {
    var own = ""
    var parts: [Part] = []
    var lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    for line in lines {
      if line.hasPrefix(Bundle.heading) {
        parts.append(Part(id: String(line.dropFirst(Bundle.heading.count)), text: ""))
      } else if parts.isEmpty {
        own += line + "\n"
      } else {
        parts[parts.count - 1].text += line + "\n"
      }
    }
    text = own
    self.parts = parts
  }

  /// All of it as one text.
  var whole: String {
    parts.reduce(text.endingLine) { $0 + Bundle.heading + $1.id + "\n" + $1.text.endingLine }
  }

  /// Whether a text is that of a composed pack.
  static func isComposed(_ text: String) -> Bool {
    // By bytes: a carriage return and the end of its line are one letter, which ends no line.
    var left = key[...]
    for byte in text.utf8.drop(while: { mark.contains($0) }) {
      if byte == UInt8(ascii: "\n") {
        left = key[...]
      } else if left.first == byte {
        left.removeFirst()
        if left.isEmpty { return true }
      } else {
        left = []
      }
    }
    return false
  }

  private static let key = Array("composed-of:".utf8)
  /// With which some editors begin a file.
  private static let mark: Set<UInt8> = [0xEF, 0xBB, 0xBF]

  /// The ids of the packs that a text says it is composed of, as far as they can be read.
  static func partIDs(of text: String) -> [String] {
    let inspection = Inspection(file: "")
    guard case .map(let pairs)? = Document.read(text, into: inspection)?.content else { return [] }
    return pairs.first { $0.key.scalar == "composed-of" }?.value.items.compactMap(\.scalar) ?? []
  }
}

extension String {
  fileprivate var endingLine: String { isEmpty || hasSuffix("\n") ? self : self + "\n" }
}
