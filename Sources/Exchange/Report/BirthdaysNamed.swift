internal import Workflow

/// The birthdays that the text of a report names, whoever's they are: of a text that tells of several children
/// in its own way perhaps one is read, and nobody may go on as if that were all.
enum BirthdaysNamed {
  /// A birthday in a text, and where it stands.
  struct Mention: Equatable {
    /// The birthday.
    let day: CivilDate
    /// The line, counted from 0.
    let line: Int
    /// What stands before it in the line.
    let before: String
  }

  /// The birthdays in a text, in order; a day that is named twice stands twice.
  ///
  /// - Parameters:
  ///   - lines: the lines of the report, as people read it.
  ///   - today: what day it is, for two figures of a year.
  /// - Returns: each where it stands.
  static func mentions(in lines: [String], today: CivilDate) -> [Mention] {
    let words = lines.enumerated().flatMap { number, line in
      line.split { $0.isWhitespace || $0 == ":" }.map { Word(line: number, text: $0) }
    }
    var found: [Mention] = []
    for place in words.indices where words[place].isLabel {
      let rest = words[(place + 1)...].prefix(3).filter { !$0.bare.isEmpty }
      // `17 August 2012` before `17/08/2012`: the longest that is a day.
      for length in [3, 1] where rest.count >= length {
        let said = rest.prefix(length).map(\.bare).joined(separator: " ")
        guard let day = SpokenInstant.readDate(said, today: today) else { continue }
        let label = words[place]
        let before = lines[label.line][..<label.text.startIndex]
        found.append(Mention(day: day, line: label.line, before: String(before)))
        break
      }
    }
    return found
  }

  /// A word of a line.
  private struct Word {
    let line: Int
    let text: Substring
    let bare: String

    init(line: Int, text: Substring) {
      self.line = line
      self.text = text
      let small = String(text).trimmed.lowercased().drop { "([".contains($0) }
      let word = small.split(whereSeparator: { "),;]".contains($0) }).first.map(String.init) ?? ""
      let plain = SourceText.trimmed(word, of: ["."])
      // `04.02.11` is a day, as `04/02/11` is.
      let isNumber = plain.allSatisfy { $0.isNumber || $0 == "." }
      bare = isNumber ? plain.replacing(".", with: "/") : plain
    }

    var isLabel: Bool { ["dob", "d.o.b", "born", "birth"].contains(bare) }
  }
}
