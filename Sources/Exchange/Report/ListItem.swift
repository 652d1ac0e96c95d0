internal import Workflow

/// An item of a list in running text, with the lines in which it goes on.
struct ListItem {
  /// What it says, without its number.
  let text: String

  /// Reads the item that begins at a line; nothing where none does.
  init?(at place: Int, of lines: [String]) {
    guard let first = ListItem.body(of: lines[place]) else { return nil }
    var last = first
    let further = lines[(place + 1)...].prefix(4).prefix { line in
      let text = SourceText.trimmed(line)
      // What is set in goes on with it, and what ends its sentence: half of one may leave out the insulin.
      let goesOn =
        line.first == " " || (SourceText.trimmed(last).last.map { !".!?:".contains($0) } ?? false)
      last = text
      return goesOn && !text.isEmpty && ListItem.body(of: line) == nil
    }
    text = SourceText.squeezed(([first] + further).joined(separator: " "))
  }

  /// A line of prose, as if it were an item.
  init(prose line: String) { text = SourceText.squeezed(line) }

  /// What stands behind `2.`, `2)` or a bullet.
  private static func body(of line: String) -> String? {
    let text = SourceText.trimmed(line)
    let figures = text.prefix { $0.isASCII && $0.isNumber }
    var rest = text.dropFirst(figures.count)
    guard let mark = rest.first,
      (1...2).contains(figures.count) ? ".):".contains(mark) : "-*\u{2022}\u{2013}".contains(mark),
      figures.count < 3
    else { return nil }
    rest = rest.dropFirst()
    // `10.30` and `--------` are no items.
    guard rest.first == " " || figures.isEmpty && rest.first?.isLetter == true else { return nil }
    return String(rest)
  }

  /// Whether a line begins an item.
  static func begins(_ line: String) -> Bool { body(of: line) != nil }

  /// Whether it begins with a name and says of whoever bears it what is said of a child.
  ///
  /// - Parameter today: the day on which a birthday is a child's.
  /// - Returns: not where it says that the child is not missing.
  func tellsOfChild(_ today: CivilDate) -> Bool {
    guard name != nil else { return false }
    let words = Folding.words(text).joined(separator: " ")
    if ListItem.denials.contains(where: { words.contains($0) }) { return false }
    return reference != nil || age != nil || born(today) != nil
  }

  private static let denials = ["not missing", "not reported missing", "not with"]

  /// A child's birthday, with or without a word for it: `(14/03/2011)`.
  func born(_ today: CivilDate) -> CivilDate? {
    text.split { $0.isWhitespace || "(),;".contains($0) }.lazy
      .filter { word in word.count { "/.-".contains($0) } == 2 && word.first?.isNumber == true }
      .compactMap { SpokenInstant.readDate(String($0).replacing(".", with: "/"), today: today) }
      .first { (0..<18).contains($0.age(on: today)) }
  }

  /// A child's age: `, 14,`, `(14)`, `aged 14`, `14 yrs`; the number of a house is none.
  var age: Int? {
    let parts = text.split { ",;()".contains($0) }.dropFirst()
    for part in parts {
      var words = part.split(separator: " ").map { SourceText.trimmed($0.lowercased(), of: ["."]) }
      if ["aged", "age"].contains(words.first) { words.removeFirst() }
      guard let first = words.first else { continue }
      let figures = first.prefix(while: \.isNumber)
      let unit = ([String(first.dropFirst(figures.count))] + words.dropFirst().prefix(1)).joined()
      guard let age = Int(figures), (0..<18).contains(age),
        unit.isEmpty || ListItem.years.contains(unit)
      else { continue }
      return age
    }
    return nil
  }

  /// The words that stand with an age.
  static let ofAge = years.union(["aged", "age", "old"])

  private static let years: Set = ["yrs", "yr", "years", "year", "yo", "y/o", "y", "yearsold"]

  /// The police's reference.
  var reference: String? { Reference.all(in: text).first }

  /// The name with which it begins: `Mia GRANGE, 14`.
  var name: NameReader.Name? {
    let whole = text.replacing(" - ", with: ", ").replacing("\u{2013}", with: ",")
    let head = whole.split(whereSeparator: { ",(;:".contains($0) }).first.map(String.init)
    guard let said = head.flatMap({ NameReader.trailing(in: SourceText.trimmed($0)) }) else {
      return nil
    }
    return NameReader.split(said)
  }

  /// The first name that stands alone before an age: `Kofi (we think surname Asante), 13`; of a child among others whose
  /// whole names are known.
  var firstName: NameReader.Name? {
    guard name == nil, age != nil,
      let head = text.split(whereSeparator: { ",(;:-".contains($0) }).first
    else { return nil }
    let said = SourceText.trimmed(String(head))
    guard said.count > 1, said.first?.isUppercase == true, said.dropFirst().allSatisfy(\.isLetter),
      !Relation.isOne(said), Label.known(said.lowercased()) == nil,
      RiskWords.grading(in: said) == nil
    else { return nil }
    let words = text.split { !($0.isLetter || "'\u{2019}-".contains($0)) }.map(String.init)
    let mark = words.firstIndex { ["surname", "family"].contains($0.lowercased()) }
    let behind = mark.map { words[($0 + 1)...].drop { ["name", "is"].contains($0.lowercased()) } }
    let family = behind?.first.flatMap { $0.first?.isUppercase == true ? $0 : nil }
    return NameReader.Name(family: family ?? "", given: said)
  }

  /// When the child was last seen, where a whole time stands with it: `last seen 22/11/2026 22:00`.
  var lastSeen: Instant? {
    let small = text.lowercased()
    for words in ["last seen ", "missing since ", " since "] {
      guard let mark = small.firstRange(of: words), small.count == text.count else { continue }
      let place = small.distance(from: small.startIndex, to: mark.upperBound)
      let behind = String(text.dropFirst(place).prefix(40)).replacing(" today ", with: " ")
      if let moment = MomentReader.first(in: behind), moment.date != nil { return moment.instant }
    }
    return sighting(small)
  }

  /// `was seen at 8.10pm Sunday 22/11/2026 in the garden`: said once, of nobody else, the time right behind it.
  private func sighting(_ small: String) -> Instant? {
    let marks = small.ranges(of: "was seen ")
    guard let mark = marks.first, marks.count == 1, small.count == text.count else { return nil }
    let head = String(small[..<mark.lowerBound]).pieces(cutAt: ". ").last ?? ""
    guard ListItem.notSeen.isDisjoint(with: Folding.words(head)) else { return nil }
    let place = small.distance(from: small.startIndex, to: mark.upperBound)
    var behind = text.dropFirst(place)
    for word in ["at ", "on "] where behind.hasPrefix(word) { behind = behind.dropFirst(3) }
    guard let moment = MomentReader.first(in: String(behind.prefix(60))),
      behind.hasPrefix(moment.seenAs), moment.faults.isEmpty, moment.date != nil
    else { return nil }
    return moment.instant
  }

  private static let notSeen: Set = [
    "not", "never", "nobody", "no", "neither", "mother", "father", "mum", "dad", "friend",
    "brother", "sister", "boyfriend", "girlfriend", "cousin", "man", "car", "phone", "previously",
    "last", "may", "if", "whether", "thought",
  ]

  /// What is said in it of the child, as far as it can mean nobody else; all of it is kept as the circumstances.
  var particulars: [(SubjectField, String)] {
    let words = Folding.words(text)
    var found: [(SubjectField, String)] = [(.circumstances, text)]
    if let reference { found.append((.policeRef, reference)) }
    let sexes = Set(words.compactMap { ListItem.sexes[$0] })
    if let sex = sexes.first, sexes.count == 1 { found.append((.sex, sex)) }
    if let place = words.firstIndex(of: "risk") {
      let behind = words[(place + 1)...].prefix(2).joined(separator: " ")
      let before = place > 0 ? words[place - 1] : ""
      if let risk = RiskWords.grading(in: behind) ?? RiskWords.grading(in: before) {
        found.append((.risk, risk))
      }
    }
    return found
  }

  private static let sexes = ["male": "male", "boy": "male", "female": "female", "girl": "female"]
}
