/// Words by which senders say that they do not know.
enum Unknown {
  /// Whether a value says that the fact is not known or not given.
  static func isStated(_ value: String) -> Bool {
    let words = Folding.words(String(value.unicodeScalars.prefix(40)))
    if words.isEmpty { return true }
    let text = words.joined(separator: " ")
    return phrases.contains { text == $0 || text.hasPrefix($0 + " ") }
  }

  private static let phrases = [
    "not known", "n k", "nk", "unknown", "not stated", "not given", "none given", "tbc", "n a",
    "not yet known", "to be confirmed", "not recorded", "not provided", "awaited", "not disclosed",
    "unk", "not obtained", "no date of birth", "not sure", "time not known", "time unknown",
    "time not stated", "time not recorded",
    "time not given", "time n k", "date and time not known",
  ]
}

/// The sex that a report gives.
enum Sex {
  /// `F` or `M`, or nothing where the value says neither.
  static func read(_ value: String) -> String? {
    let text = TickBoxes.chosen(in: value)?.joined(separator: " ") ?? value
    switch Folding.words(text).first {
    case "f", "female", "girl", "woman": return "F"
    case "m", "male", "boy", "man": return "M"
    default: return nil
    }
  }
}

/// Choices with boxes: `[x] s.20  [ ] ICO`.
enum TickBoxes {
  /// The ticked choices, or nothing where a value has no boxes.
  static func chosen(in value: String) -> [String]? {
    let scalars = Array(value.unicodeScalars)
    var boxes: [(ticked: Bool, start: Int, open: Int)] = []
    var index = 0
    while index < scalars.count {
      let open = index
      index += 1
      switch scalars[open] {
      case "\u{2610}": boxes.append((false, index, open))
      case "\u{2611}", "\u{2612}": boxes.append((true, index, open))
      case "[":
        guard let width = scalars[index...].prefix(2).firstIndex(of: "]") else { continue }
        let mark = width > index ? scalars[index] : " "
        if mark == "[" { continue }
        index = width + 1
        boxes.append((mark != " ", index, open))
      default: continue
      }
    }
    guard !boxes.isEmpty else { return nil }
    return boxes.enumerated().compactMap { place, box in
      guard box.ticked else { return nil }
      let end = place + 1 < boxes.count ? boxes[place + 1].open : scalars.count
      return SourceText.trimmed(SourceText.string(scalars[box.start..<end]), of: [":"])
    }
  }
}

/// The numbers that forces give to reports.
enum Reference {
  /// All references of known shapes in a text: `26MIS041882`, `WX/MP/26/07713`, `26CR0090412`.
  static func all(in text: String) -> [String] {
    var found: [String] = []
    var word: [Unicode.Scalar] = []
    for scalar in Array(text.unicodeScalars.prefix(2000)) + [" "] {
      if scalar.isASCII,
        SourceText.isDigit(scalar) || SourceText.isLetter(scalar)
          || scalar == "/" || scalar == "-"
      {
        word.append(scalar)
        continue
      }
      let candidate = SourceText.trimmed(SourceText.string(word), of: ["-", "/"])
      if isReference(candidate) { found.append(candidate) }
      word.removeAll(keepingCapacity: true)
    }
    return found
  }

  /// Whether a word has the shape of a force's number: capitals and at least five digits.
  static func isReference(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    guard (8...24).contains(scalars.count) else { return false }
    let digits = scalars.count { SourceText.isDigit($0) }
    let capitals = scalars.count { ("A"..."Z").contains($0) }
    return digits >= 5 && capitals >= 2
      && scalars.allSatisfy {
        SourceText.isDigit($0) || ("A"..."Z").contains($0) || $0 == "/" || $0 == "-"
      }
  }
}

/// Telephone and postcode, found in a value.
enum Contact {
  /// The first telephone number, spaced as it stands.
  static func phone(in value: String) -> String? {
    let scalars = Array(value.unicodeScalars.prefix(400))
    var index = 0
    while index < scalars.count {
      let starts = scalars[index] == "0" || scalars[index] == "+"
      if starts, index == 0 || !SourceText.isDigit(scalars[index - 1]) {
        var end = index + 1
        var digits = scalars[index] == "0" ? 1 : 0
        var last = index
        while end < scalars.count, SourceText.isDigit(scalars[end]) || scalars[end] == " " {
          if scalars[end] == " ", end + 1 < scalars.count, scalars[end + 1] == " " { break }
          if SourceText.isDigit(scalars[end]) {
            digits += 1
            last = end
          }
          end += 1
        }
        if (10...13).contains(digits) { return SourceText.string(scalars[index...last]) }
      }
      index += 1
    }
    return nil
  }

  /// The last postcode in a value, in capitals with one blank.
  static func postcode(in value: String) -> String? {
    let words = value.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\n" })
    for index in words.indices.reversed() where index > 0 {
      if isInward(words[index]), isOutward(words[index - 1]) {
        return "\(words[index - 1].uppercased()) \(words[index].uppercased())"
      }
    }
    return nil
  }

  private static func isInward(_ word: Substring) -> Bool {
    let scalars = Array(word.unicodeScalars)
    return scalars.count == 3 && SourceText.isDigit(scalars[0])
      && scalars[1...].allSatisfy { $0.isASCII && SourceText.isLetter($0) }
  }

  private static func isOutward(_ word: Substring) -> Bool {
    let scalars = Array(word.unicodeScalars)
    guard (2...4).contains(scalars.count), scalars[0].isASCII, SourceText.isLetter(scalars[0])
    else { return false }
    return scalars[1...].contains { SourceText.isDigit($0) }
      && scalars.allSatisfy { $0.isASCII && (SourceText.isDigit($0) || SourceText.isLetter($0)) }
  }
}
