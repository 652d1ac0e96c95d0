internal import Workflow

// What a report of several children says of each by number, away from the child's own part of it: `S1 150cm,
// slim, black hair` under a heading of its own, `Subject 1's phone (07700 900672)` in its prose.

extension ReportInterpreter {
  /// Takes how each child looks, and the child's own telephone.
  ///
  /// - Parameter source: the report.
  mutating func readNumbered(_ source: Source) {
    guard subjects.count > 1 else { return }
    readLooks(source)
    let lines = source.lines.prefix(600)
    let texts = lines.map { SourceText.trimmed($0.text) } + [""]
    for (place, piece) in lines.enumerated() {
      readPhone(texts[place], goingOn: texts[place + 1], line: piece.line)
    }
  }

  /// The lines under the description's heading, each child's from its number on.
  private mutating func readLooks(_ source: Source) {
    var isDescription = false
    var looks: (number: Int, pieces: [ReportLayout.Piece])?
    for piece in source.lines.prefix(600) {
      let text = SourceText.trimmed(piece.text)
      if layout.named.contains(piece.line) {
        keep(looks)
        looks = nil
        isDescription = false
      } else if let section = Section.heading(LabelMatch.plain(text)) {
        keep(looks)
        looks = nil
        isDescription = section == .description
      } else if text.isEmpty || text.utf8.allSatisfy({ $0 == 0x2D || $0 == 0x3D }) {
        keep(looks)
        looks = nil
        if !text.isEmpty { isDescription = false }
      } else if isDescription, let said = NumberedChild(in: text, of: subjects.count) {
        keep(looks)
        looks = (said.number, [ReportLayout.Piece(line: piece.line, text: said.rest)])
      } else if isDescription {
        looks?.pieces.append(ReportLayout.Piece(line: piece.line, text: text))
      }
    }
    keep(looks)
  }

  private mutating func keep(_ looks: (number: Int, pieces: [ReportLayout.Piece])?) {
    guard let looks, let first = looks.pieces.first, subjects[looks.number - 1][.appearance] == nil
    else { return }
    let said = looks.pieces.map { SourceText.squeezed($0.text) }.joined(separator: " ")
    guard !said.isEmpty, !Unknown.isStated(said) else { return }
    current = looks.number - 1
    keep(
      .appearance, .text(SourceText.trimmed(said, of: ["."])),
      seenAs: SourceText.squeezed(first.text), line: first.line)
  }

  /// `Subject 1's phone (07700 900672) last connected at 15:58`.
  private mutating func readPhone(_ text: String, goingOn next: String, line: Int) {
    let small = (text + " ").lowercased()
    guard small.count == text.count + 1 else { return }
    for number in subjects.indices.map({ $0 + 1 }) where subjects[number - 1][.phone] == nil {
      for owner in ["subject \(number)", "child \(number)", "s\(number)"] {
        for thing in ["phone", "mobile"] {
          let ends = ["'s ", "\u{2019}s ", " "].lazy.compactMap {
            small.firstRange(of: owner + $0 + thing)
          }
          guard let range = ends.first,
            !(small[..<range.lowerBound].last.map { $0.isLetter || $0.isNumber } ?? false)
          else { continue }
          let behind = text.dropFirst(small.distance(from: small.startIndex, to: range.upperBound))
          let said = (behind + " " + next).prefix(40)
          // The number of another sentence is somebody else's.
          let sentence = String(said).pieces(cutAt: ". ").first ?? ""
          guard let phone = Contact.phone(in: sentence) else { continue }
          current = number - 1
          keep(.phone, .text(phone), seenAs: phone, line: line, isInferred: true)
        }
      }
    }
  }
}

/// A line that begins with the number of a child: `S1 150cm, slim`, `Subject 2: short hair`.
private struct NumberedChild {
  let number: Int
  let rest: String

  /// Reads a line; nothing where it begins with no number of a child of the report.
  init?(in text: String, of count: Int) {
    let small = text.lowercased()
    guard small.count == text.count,
      let head = ["subject ", "child ", "s"].first(where: { small.hasPrefix($0) })
    else { return nil }
    let digits = small.dropFirst(head.count).prefix { $0.isASCII && $0.isNumber }
    let behind = text.dropFirst(head.count + digits.count)
    guard let number = Int(digits), (1...count).contains(number),
      let mark = behind.first, " :-)".contains(mark)
    else { return nil }
    self.number = number
    rest = SourceText.trimmed(String(behind), of: [":", "-", ")"])
  }
}
