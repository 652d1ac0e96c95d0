package import Workflow

/// The birthdays that the text of a report names, whoever's they are: of a text that tells of several children
/// in its own way perhaps one is read, and nobody may go on as if that were all.
package enum BirthdaysNamed {
  /// The birthdays in a text that may be those of further missing children: of friends and family one is named
  /// in passing, whoever is missing as well is said to be.
  ///
  /// - Parameters:
  ///   - text: the report, as people read it.
  ///   - known: the birthdays of whom was read.
  ///   - today: what day it is.
  /// - Returns: those of children, in order; none where there is but one of whom nobody says missing.
  package static func further(
    in text: String, besides known: Set<CivilDate>, today: CivilDate
  ) -> [CivilDate] {
    func children(_ text: String) -> Set<CivilDate> {
      all(in: text, today: today).subtracting(known).filter { (0..<18).contains($0.age(on: today)) }
    }
    let named = children(text)
    guard named.count < 2 else { return named.sorted() }
    // A sentence may go on in the next line.
    let lines = text.split(whereSeparator: \.isNewline)
    let said = lines.indices.filter { place in
      lines[place...].prefix(2).contains { $0.lowercased().contains("missing") }
    }.map { lines[$0] }
    return said.reduce(into: Set()) { $0.formUnion(children(String($1))) }.sorted()
  }

  /// The birthdays in a text.
  ///
  /// - Parameters:
  ///   - text: the report, as people read it.
  ///   - today: what day it is, for two figures of a year.
  /// - Returns: each once.
  package static func all(in text: String, today: CivilDate) -> Set<CivilDate> {
    let words = text.split { $0.isWhitespace || $0 == ":" }.map {
      String($0).trimmed.lowercased().drop { "([".contains($0) }
    }.map { $0.split(whereSeparator: { "),;]".contains($0) }).first.map(String.init) ?? "" }
    var found: Set<CivilDate> = []
    for place in words.indices where isLabel(words[place]) {
      let rest = words[(place + 1)...].prefix(3).filter { !$0.isEmpty }
      // `17 August 2012` before `17/08/2012`: the longest that is a day.
      for length in [3, 1] where rest.count >= length {
        let said = rest.prefix(length).joined(separator: " ")
        guard let day = SpokenInstant.readDate(said, today: today) else { continue }
        found.insert(day)
        break
      }
    }
    return found
  }

  private static func isLabel(_ word: String) -> Bool {
    ["dob", "d.o.b", "d.o.b.", "born", "birth"].contains(word)
  }
}
