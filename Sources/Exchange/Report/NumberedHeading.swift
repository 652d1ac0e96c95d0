/// A line that numbers a child and names it at once, `Child 1: Leo BRANNOCK`, `Subject 2 - Ana Brannock, dob
/// 09/09/2013`: the block of that child begins with it.
struct NumberedHeading {
  /// Which child, counted from 1.
  let number: Int
  /// What the line says of the child, the name first.
  let entries: [(label: Label, value: String)]

  /// What a child is called before a number.
  static let words = [
    "subject", "child", "young person", "missing person", "missing child", "misper", "yp",
  ]

  /// Reads a line; nothing where it numbers nobody, or what stands behind the number is no name.
  init?(_ line: String) {
    let text = SourceText.trimmed(line, of: ["*", "#", "=", "<", ">", "\u{2022}"])
    guard let said = NumberedHeading.number(in: text) else { return nil }
    var parts = NumberedHeading.parts(of: said.rest)
    guard !parts.isEmpty else { return nil }
    let first = parts.removeFirst()
    // `BRANNOCK, Leo`: the family name stands apart.
    let isCapital = first == first.uppercased()
    if !first.contains(" "), isCapital, let second = parts.first, second != second.uppercased(),
      NumberedHeading.isName(second), !Relation.isOne(second)
    {
      parts.removeFirst()
      entries = [(.fullName, "\(first), \(second)")] + NumberedHeading.particulars(parts)
    } else if first.contains(" ") {
      guard NameReader.trailing(in: first) == first, NumberedHeading.isName(first) else {
        return nil
      }
      entries = [(.fullName, first)] + NumberedHeading.particulars(parts)
    } else {
      guard NumberedHeading.isName(first), first.count > 1 else { return nil }
      // A surname alone is in capitals where nothing else of the line is.
      let isSurname = isCapital && said.word != said.word.uppercased()
      entries =
        [(isSurname ? .familyName : .givenNames, first)] + NumberedHeading.particulars(parts)
    }
    number = said.number
  }

  /// `Child 1: `, `SUBJECT 2 of 3 - `, `Child 1    `: only a mark or a gap sets a name off from the number.
  private static func number(in text: String) -> (word: String, number: Int, rest: String)? {
    let small = text.lowercased()
    guard small.count == text.count, text.utf8.count < 160,
      let word = words.first(where: { small.hasPrefix($0 + " ") })
    else { return nil }
    var rest = text.dropFirst(word.count + 1)
    let figures = rest.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(figures), (1...20).contains(number) else { return nil }
    rest = rest.dropFirst(figures.count)
    if rest.lowercased().hasPrefix(" of ") {
      let behind = rest.dropFirst(4)
      rest = behind.drop { $0.isASCII && $0.isNumber }
    }
    if rest.lowercased().hasPrefix(" name") { rest = rest.dropFirst(5) }
    let gap = rest.prefix { " *:.-)\u{2013}\u{2014}".contains($0) }
    guard gap.count > 1 || gap != " ", !gap.isEmpty else { return nil }
    return (String(text.prefix(word.count)), number, String(rest.dropFirst(gap.count)))
  }

  /// What commas, brackets and wide gaps part.
  private static func parts(of text: String) -> [String] {
    text.pieces(cutAt: "  ").flatMap { $0.split { ",;()[]".contains($0) }.map(String.init) }
      .flatMap { $0.pieces(cutAt: " - ") }.map { SourceText.trimmed($0, of: [".", ":", "-"]) }
      .filter { !$0.isEmpty }
  }

  /// Whether words may be a name and say nothing else of a child that stands behind a number.
  private static func isName(_ text: String) -> Bool {
    let words = Folding.words(text)
    guard !words.isEmpty, text.first?.isUppercase == true, Label.known(text.lowercased()) == nil,
      text.allSatisfy({ $0.isLetter || " '\u{2019}-.".contains($0) })
    else { return false }
    if words.count == 1, RiskWords.grading(in: text) != nil { return false }
    return standing.isDisjoint(with: words) && !Unknown.isStated(text) && Sex.read(text) == nil
  }

  private static let standing: Set = [
    "missing", "found", "located", "returned", "safe", "back", "unknown", "risk", "male", "female",
    "see", "as", "above", "below", "details", "address", "european", "yes", "no",
  ]

  /// The birthday, the age, the sex, the grading and the reference that stand behind the name.
  private static func particulars(_ parts: [String]) -> [(label: Label, value: String)] {
    parts.compactMap { part in
      let words = Folding.words(part)
      if let reference = Reference.all(in: part).first { return (.policeRef, reference) }
      if MomentReader.first(in: part)?.date != nil {
        let isBirthday =
          words.allSatisfy { $0.first?.isNumber == true }
          || !Set(words).isDisjoint(with: ["dob", "born", "birth", "d"])
        return isBirthday ? (.born, part) : nil
      }
      if words.contains("risk"), let risk = RiskWords.grading(in: part) { return (.grading, risk) }
      if words.count == 1, let sex = Sex.read(part) { return (.sex, sex) }
      let ages = words.compactMap { Int($0.prefix(while: \.isNumber)) }
      let isAge = words.allSatisfy { $0.first?.isNumber == true || ListItem.ofAge.contains($0) }
      return ages.count == 1 && ages[0] < 20 && isAge ? (.age, String(ages[0])) : nil
    }
  }
}
