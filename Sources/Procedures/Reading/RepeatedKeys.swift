/// The keys that stand twice in one mapping of a text, with the line of each.
///
/// The parser gives up at the first of them. So that all findings come at once, each later one is told
/// and then made a key that nobody asks for, without a change to any other place in the text.
struct RepeatedKeys {
  private(set) var text: String
  /// Where one of the keys stands for the first time: all that the parser says.
  private let known: Place
  private var lines: [[Unicode.Scalar]]
  /// How many keys have been made ones that nobody asks for, each unlike all others.
  private(set) var covered: Int

  init(text: String, known: Place, covered: Int) {
    self.text = text
    self.known = known
    self.covered = covered
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(
      Array.init)
  }

  /// Tells of each key but the first of its name, and makes the text readable past it.
  ///
  /// - Returns: whether every one of them was found.
  mutating func readPast(_ keys: [String], into inspection: Inspection) -> Bool {
    if keys.count >= RepeatedKeys.mapping, readPastMapping(keys, into: inspection) { return true }
    var isComplete = true
    for key in keys {
      let places = places(of: Array(key.unicodeScalars))
      guard let first = places.first, places.count > 1 else {
        isComplete = false
        continue
      }
      for place in places.dropFirst() {
        inspection.refuse(
          "'\(key)' stands more than once in one mapping", at: place,
          notes: [("the first one", first)])
        cover(place, length: key.unicodeScalars.count)
      }
    }
    text = String(String.UnicodeScalarView(lines.joined(separator: ["\n"])))
    return isComplete
  }

  /// So many keys twice in one mapping are two mappings of which the hyphen between them is missing.
  private static let mapping = 5

  /// Tells once of a whole mapping that runs into the one above it, and makes the text readable.
  private mutating func readPastMapping(_ keys: [String], into inspection: Inspection) -> Bool {
    let all = keys.map { (key: $0, places: places(of: Array($0.unicodeScalars))) }
    guard all.allSatisfy({ $0.places.count > 1 }) else { return false }
    let again = all.flatMap { key, places in places.dropFirst().map { (key: key, place: $0) } }
      .sorted { $0.place < $1.place }
    guard let first = again.first, let own = all.first(where: { $0.key == first.key })?.places.first
    else { return false }
    inspection.refuse(
      "'\(first.key)' stands more than once in one mapping, and so do \(again.count - 1) keys below it: "
        + "is a '- ' missing in front of it?", at: first.place, notes: [("the first one", own)])
    for (key, place) in again {
      inspection.passOver(place)
      cover(place, length: key.unicodeScalars.count)
    }
    text = String(String.UnicodeScalarView(lines.joined(separator: ["\n"])))
    return true
  }

  /// Writes another key of the same length over one; private characters are in nobody's words.
  private mutating func cover(_ place: Place, length: Int) {
    let mask = Unicode.Scalar(UInt32(0xE000 + covered)) ?? "_"
    covered += 1
    for column in place.column - 1..<place.column - 1 + length {
      lines[place.line - 1][column] = mask
    }
  }

  private func places(of key: [Unicode.Scalar]) -> [Place] {
    guard lines.indices.contains(known.line - 1),
      lines[known.line - 1].indices.contains(known.column - 1)
    else { return [] }
    return lead(of: known.line - 1) == known.column - 1 ? inLines(key) : inBraces(key)
  }

  /// How far in the text of a line begins, behind the hyphen of a list.
  private func lead(of number: Int) -> Int? {
    let line = lines[number]
    let lead = line.prefix { $0 == " " || $0 == "-" }.count
    return lead == line.count || line[lead] == "#" || line[lead] == "\r" ? nil : lead
  }

  /// The keys of a mapping of lines: each begins at the column of the first.
  private func inLines(_ key: [Unicode.Scalar]) -> [Place] {
    let indent = known.column - 1
    func isOutside(_ number: Int) -> Bool { lead(of: number).map { $0 < indent } ?? false }
    func isItem(_ number: Int) -> Bool { lines[number].prefix(indent).contains("-") }
    var first = known.line - 1
    while first > 0, !isItem(first), !isOutside(first - 1) { first -= 1 }
    var places: [Place] = []
    for number in first..<lines.count {
      if number > first, isOutside(number) || lead(of: number) == indent && isItem(number) { break }
      guard lead(of: number) == indent, begins(lines[number][indent...], with: key) else {
        continue
      }
      places.append(Place(line: number + 1, column: indent + 1))
    }
    return places
  }

  /// The keys of a mapping in braces: each stands after the brace or a comma of its own level.
  private func inBraces(_ key: [Unicode.Scalar]) -> [Place] {
    guard let brace = brace else { return [] }
    var places: [Place] = []
    var depth = 0
    var quote: Unicode.Scalar?
    var isExpected = false
    for number in brace.line..<lines.count {
      let line = lines[number]
      for column in (number == brace.line ? brace.column : 0)..<line.count {
        let scalar = line[column]
        if let open = quote {
          if scalar == open { quote = nil }
          continue
        }
        switch scalar {
        case "\"", "'": quote = scalar
        case "{", "[": depth += 1
        case "}", "]": depth -= 1
        default: break
        }
        if depth == 0 { return places }
        if depth == 1, isExpected, begins(line[column...], with: key) {
          places.append(Place(line: number + 1, column: column + 1))
        }
        if scalar != " " { isExpected = depth == 1 && (scalar == "{" || scalar == ",") }
      }
    }
    return places
  }

  /// The opening brace of the mapping, counted from 0: on the line of the key that is known.
  private var brace: (line: Int, column: Int)? {
    var depth = 0
    for column in (0..<known.column - 1).reversed() {
      switch lines[known.line - 1][column] {
      case "}", "]": depth += 1
      case "{" where depth == 0: return (known.line - 1, column)
      case "{", "[": depth -= 1
      default: break
      }
    }
    return nil
  }

  private func begins(_ text: ArraySlice<Unicode.Scalar>, with key: [Unicode.Scalar]) -> Bool {
    text.starts(with: key) && text.dropFirst(key.count).drop { $0 == " " }.first == ":"
  }
}
