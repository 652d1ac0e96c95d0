/// Names as reports write them, brought to the form in which the desk shows them.
enum NameReader {
  /// A name in its two halves; given names may be missing.
  struct Name: Equatable {
    var family: String
    var given: String?
  }

  /// Splits a full name: `HASSAN, Mohammed`, `NGUYEN Thi Mai Anh`, `Reece TIERNAN-BOYLE`,
  /// `YOUSEF AL KHATIB`.
  ///
  /// A part in capitals beside one that is not is the family name. Where nothing shows which half
  /// is which, the last word and the particles before it are.
  static func split(_ text: String) -> Name? {
    let bare = SourceText.squeezed(withoutBrackets(text))
    let halves = bare.split(separator: ",", maxSplits: 1).map { SourceText.trimmed(String($0)) }
    guard let first = halves.first, isName(first) else { return nil }
    if halves.count == 2, isName(halves[1]), !Relation.isOne(halves[1]) {
      return Name(family: display(first), given: display(halves[1]))
    }
    let words = withoutTitle(first.split(separator: " ").map(String.init))
    guard words.count > 1 else {
      return words.first.map { Name(family: display($0), given: nil) }
    }
    let capitals = words.map { isCapital($0) }
    var cut = words.count - 1
    if capitals[0], let mixed = capitals.firstIndex(of: false) {
      return Name(family: joined(words[..<mixed]), given: joined(words[mixed...]))
    }
    if !capitals[0], let start = capitals.firstIndex(of: true),
      capitals[start...].allSatisfy({ $0 })
    {
      cut = start
    } else {
      while cut > 1, particles.contains(words[cut - 1].lowercased()) { cut -= 1 }
    }
    return Name(family: joined(words[cut...]), given: joined(words[..<cut]))
  }

  /// The name with which running text ends: `2) Jayden CLARKE`, `the subject's mother (Fowzia HASSAN`.
  ///
  /// - Parameter text: the text, up to the end of the name.
  /// - Returns: two to six words, each of them a name's; nothing where the text ends with anything else.
  static func trailing(in text: String) -> String? {
    var taken: [Substring] = []
    let bared = SourceText.trimmed(text).hasSuffix(")") ? withoutBrackets(text) : text
    for word in bared.split(separator: " ").reversed() {
      let bare = word.drop { "(\"'\u{2018}\u{201C}[".contains($0) }
      let isLast = taken.isEmpty
      let isWhole = bare.last.map { $0.isLetter || isLast || $0 == "," } ?? false
      guard let first = bare.first, first.isUppercase || particles.contains(String(bare)), isWhole,
        !leading.contains(bare.lowercased()), !Relation.isOne(String(bare))
      else { break }
      taken.insert(bare, at: 0)
      // A bracket or a quotation mark opens it.
      if bare.count < word.count { break }
    }
    while let first = taken.first, particles.contains(String(first)) { taken.removeFirst() }
    // `Little Tegan Ashcombe-Vale`: what people say before a name, where a whole one stands behind it.
    if taken.count > 2, let first = taken.first, fond.contains(String(first)) {
      taken.removeFirst()
    }
    return (2...6).contains(taken.count) ? taken.joined(separator: " ") : nil
  }

  /// What a sentence begins with before a name.
  private static let leading: Set = [
    "the", "with", "and", "his", "her", "their", "also", "a", "an", "subject", "subjects",
    "missing", "seen", "neither", "nor",
    "named", "by", "from", "on", "at", "in", "of", "male", "female", "is", "was", "call", "suspect",
    "associate", "mp", "misper", "child", "boy", "girl", "met", "both", "as", "for", "to", "two",
    "one", "then",
  ]

  private static let fond: Set = ["Little", "Wee", "Poor", "Our", "Dear"]

  /// A person's name in reading order: `WARSAME-HASSAN, Asha` gives `Asha Warsame-Hassan`.
  static func person(_ text: String) -> String {
    let bare = SourceText.squeezed(withoutBrackets(text))
    let halves = bare.split(separator: ",", maxSplits: 2).map { SourceText.trimmed(String($0)) }
    guard let first = halves.first else { return "" }
    if halves.count > 1, isCapital(first), !first.contains(" "), isName(halves[1]),
      !Relation.isOne(halves[1])
    {
      return "\(display(halves[1])) \(display(first))"
    }
    return display(first)
  }

  /// Words in capitals brought to title case; words with digits and ranks stay.
  static func display(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false)
      .map { titleCase(String($0)) }.joined(separator: " ")
  }

  /// An officer with rank and number, wherever they stand: `PS 4417 Abara`.
  static func officer(in text: String) -> String? {
    let words = text.split(whereSeparator: { " (,/;".contains($0) }).map(String.init)
    let pieces = text.split(separator: " ").map(String.init)
    guard !words.isEmpty, let start = pieces.firstIndex(where: { isRank($0) }) else { return nil }
    var taken = [SourceText.trimmed(pieces[start], of: ["("])]
    for word in pieces[(start + 1)...].prefix(5) {
      let bare = SourceText.trimmed(word, of: [",", ")", ";"])
      guard let first = bare.unicodeScalars.first, !bare.contains("@"),
        SourceText.isDigit(first) ? taken.count == 1 : first.properties.isUppercase
      else { break }
      taken.append(bare)
      if bare != word { break }
    }
    guard taken.count > 1 else { return nil }
    return taken.prefix(1).joined() + " " + display(taken.dropFirst().joined(separator: " "))
  }

  /// Whether a name begins with a rank that is no name: who signs is no child.
  static func isOfficer(_ text: String) -> Bool {
    let first = text.split(separator: " ").first.map { SourceText.trimmed(String($0), of: ["."]) }
    return first.map {
      $0 == "PC" || ["sgt", "sergeant", "insp", "inspector"].contains($0.lowercased())
    }
      ?? false
  }

  static func withoutBrackets(_ text: String) -> String {
    var depth = 0
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "(" || scalar == "[" { depth += 1 }
      if depth == 0 { kept.append(scalar) }
      if scalar == ")" || scalar == "]" { depth = max(0, depth - 1) }
    }
    return SourceText.trimmed(String(kept))
  }

  /// What stands in the first round brackets.
  static func bracketed(_ text: String) -> String? {
    guard let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") else {
      return nil
    }
    let inner = SourceText.trimmed(String(text[text.index(after: open)..<close]))
    return inner.isEmpty ? nil : inner
  }

  private static func joined(_ words: ArraySlice<String>) -> String {
    display(words.joined(separator: " "))
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, SourceText.isLetter(first) else { return false }
    // `three young people from Tanglewick House` is nobody's name.
    let spoken = text.split(separator: " ").count { nobody.contains(String($0)) }
    return text.unicodeScalars.count <= 80 && spoken < 2
      && !text.unicodeScalars.contains { SourceText.isDigit($0) || $0 == ":" || $0 == "@" }
  }

  private static let nobody: Set = [
    "two", "three", "four", "five", "several", "young", "people", "persons", "children", "kids",
    "girls", "boys", "siblings", "residents", "missing", "from", "of", "the",
  ]

  private static func isCapital(_ word: String) -> Bool {
    let letters = word.unicodeScalars.filter { SourceText.isLetter($0) }
    return letters.count > 1 && letters.allSatisfy { !$0.properties.isLowercase }
  }

  private static func isRank(_ word: String) -> Bool {
    let bare = SourceText.trimmed(word, of: ["(", ","])
    let base = bare.split(separator: "/").last.map { $0.lowercased() } ?? ""
    return ranks.contains(base) && bare.unicodeScalars.first?.properties.isUppercase == true
  }

  private static func withoutTitle(_ words: [String]) -> [String] {
    guard words.count > 1, let first = words.first?.lowercased() else { return words }
    let titles: Set = ["mr", "mrs", "ms", "miss", "master", "mx", "mr.", "mrs.", "ms."]
    return titles.contains(first) ? Array(words.dropFirst()) : words
  }

  private static func titleCase(_ word: String) -> String {
    let scalars = Array(word.unicodeScalars)
    let letters = scalars.filter { SourceText.isLetter($0) }
    guard letters.count > 1, letters.allSatisfy({ !$0.properties.isLowercase }),
      !scalars.contains(where: { SourceText.isDigit($0) })
    else { return word }
    var result = ""
    var startsPart = true
    for (index, scalar) in scalars.enumerated() {
      guard SourceText.isLetter(scalar) else {
        result.unicodeScalars.append(scalar)
        // The s of "CHILDREN'S" stays small; the D of "O'DWYER" does not.
        let isApostrophe = scalar == "'" || scalar == "\u{2019}"
        startsPart = !isApostrophe || index + 2 < scalars.count
        continue
      }
      result += startsPart ? String(scalar) : scalar.properties.lowercaseMapping
      startsPart = false
    }
    return result
  }

  private static let particles: Set = [
    "al", "el", "de", "la", "del", "da", "dos", "van", "von", "der", "den", "bin", "bint", "ibn",
    "abu", "st", "st.", "mac", "mc", "le", "du", "di", "ap", "o'",
  ]

  private static let ranks: Set = [
    "pc", "wpc", "ps", "dc", "ds", "di", "dci", "insp", "inspector", "sgt", "sergeant", "ci",
    "pcso", "ch", "supt", "dsgt", "tdc", "pi", "constable",
  ]
}

/// Who someone is to the child.
enum Relation {
  /// Whether some words name a relation rather than a person.
  static func isOne(_ text: String) -> Bool {
    guard let last = Folding.words(text).last else { return false }
    return words.contains(last)
  }

  private static let words: Set = [
    "mother", "father", "mum", "dad", "parent", "carer", "aunt", "uncle", "grandmother",
    "grandfather", "grandparent", "brother", "sister", "cousin", "stepmother", "stepfather",
    "worker", "staff", "manager", "teacher", "friend", "neighbour", "guardian", "year", "keyworker",
    "placement", "school", "nan", "partner", "informant", "leader", "night",
  ]
}
