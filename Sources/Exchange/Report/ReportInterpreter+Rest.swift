internal import Workflow

extension ReportInterpreter {
  /// Takes what the kind of a report says by itself.
  mutating func readTitle(_ title: ReportLayout.Piece) {
    let seen = SourceText.squeezed(title.text)
    switch kind {
    case .merlinMissing, .compactMissing, .compactFound, .form87A:
      current = nil
      keep(.category, .text("missing"), seenAs: seen, line: title.line, isInferred: true)
      if Folding.fold(seen).contains("missing from care") {
        keep(.from, .text("care"), seenAs: seen, line: title.line, isInferred: true)
      }
      current = 0
    default: break
    }
  }

  /// Takes references and the force's name from the lines that have no label.
  mutating func readLoose(_ source: Source) {
    for piece in layout.loose.prefix(200) where !isInBlocks(piece) {
      for reference in Reference.all(in: piece.text) where report[.policeRef] == nil {
        guard reference == piece.text || piece.line <= 12 else { continue }
        keep(report: .policeRef, .text(reference), seenAs: reference, line: piece.line)
      }
    }
    readSubjectReferences(source)
    readHead()
    let forces = source.lines.prefix(8).compactMap { line in
      force(in: line.text).map { (line, $0) }
    }
    guard let (line, name) = forces.first, report[.from] == nil else { return }
    let unit = layout.entries.first { $0.label == .unit && $0.section == .open }
    var text = NameReader.display(name)
    if let unit, !unit.value.isEmpty { text += ", " + SourceText.squeezed(unit.value) }
    keep(report: .from, .text(text), seenAs: name, line: line.line)
  }

  /// Whether a line stands among the children's own blocks: a number in it may be one child's.
  private func isInBlocks(_ piece: ReportLayout.Piece) -> Bool {
    blocks.map { piece.line >= layout.entries[$0.first].line } ?? false
  }

  /// A heading like "SUBJECT 2 of 2    26MIS042078" carries that child's own number.
  private mutating func readSubjectReferences(_ source: Source) {
    for piece in source.lines where LabelMatch.isSubjectHeading(piece.text) {
      let words = LabelMatch.plain(piece.text).split(separator: " ")
      guard words.count > 1, let number = Int(words[1]), number >= 1, number <= subjects.count,
        let reference = Reference.all(in: piece.text).first
      else { continue }
      current = number - 1
      keep(.policeRef, .text(reference), seenAs: reference, line: piece.line)
    }
  }

  /// "YOUNG PERSON REPORTED MISSING" in the head of a log says what it is about.
  private mutating func readHead() {
    let head = layout.loose.first {
      let words = Folding.fold(String($0.text.unicodeScalars.prefix(120)))
      return words.contains("person reported missing") || words.contains("child reported missing")
        || words.contains("missing person report") || words.contains("missing child report")
    }
    guard let head, kind == .unknown || kind == .policeEmail else { return }
    current = nil
    keep(
      .category, .text("missing"), seenAs: SourceText.squeezed(head.text), line: head.line,
      isInferred: true)
  }

  /// The force or team whose name stands in a line of the head.
  private func force(in line: String) -> String? {
    var pieces = Cell.cells(of: line).map(\.text)
    pieces = pieces.flatMap { piece in
      piece.split(whereSeparator: { $0 == "/" || $0 == "\u{2013}" }).flatMap {
        String($0).ranges(of: " - ").isEmpty ? [String($0)] : String($0).pieces(cutAt: " - ")
      }
    }.map { SourceText.trimmed($0) }
    for piece in pieces where piece.utf8.count < 70 && !piece.contains(":") {
      let words = piece.split(separator: " ").map(String.init)
      let plain = words.map { Folding.fold($0) }
      if let end = plain.firstIndex(of: "constabulary"), end > 0 {
        return words[...end].joined(separator: " ")
      }
      if plain.contains("police"), words.count > 1, !plain.contains("notification") { return piece }
      if Folding.fold(piece).hasSuffix("duty team") { return piece }
    }
    return nil
  }

  /// Takes what ticked boxes say outside labels.
  mutating func readTicks() {
    let isFound = layout.ticked.first {
      $0.section == .reason && Folding.fold($0.piece.text).contains("missing child found")
        || Folding.fold($0.piece.text) == "child found"
    }
    guard let isFound else { return }
    current = subjects.count == 1 ? 0 : nil
    keep(
      .category, .text("missing"), seenAs: isFound.piece.text, line: isFound.piece.line,
      isInferred: true)
    let noticed = layout.entries.first { $0.label == .noticed }
    guard let noticed, let moment = MomentReader.first(in: noticed.value),
      let instant = moment.instant
    else { return }
    keep(
      .foundAt, .instant(instant), seenAs: moment.seenAs, line: noticed.valueLine,
      isInferred: true)
    if kind == .merlinPAC {
      keep(
        .foundBy, .text("police"), seenAs: isFound.piece.text, line: isFound.piece.line,
        isInferred: true)
    }
  }

  /// Keeps what somebody wrote in an e-mail that is no form: all of it tells what happened.
  mutating func keepCircumstances(of mail: MailMessage) {
    let lines = mail.body.split(whereSeparator: \.isNewline).map {
      SourceText.squeezed(String($0))
    }.filter { !$0.isEmpty }
    guard let first = lines.first else { return }
    current = nil
    keep(
      .circumstances, .text(lines.joined(separator: " ")),
      seenAs: String(first.unicodeScalars.prefix(80)), line: mail.reportLine, isInferred: true)
  }

  /// Keeps the police's own interview of a child who was found, where nothing else is told: what the child
  /// said may be all that anybody knows of an exploitation.
  mutating func readInterview(_ source: Source) {
    guard kind == .compactFound, subjects.count == 1, subjects[0][.circumstances] == nil,
      shared[.circumstances] == nil,
      let start = source.lines.firstIndex(where: {
        Section.heading(Folding.fold($0.text)) == .interview
      })
    else { return }
    let lines = source.lines[start...].prefix(40).prefix {
      !SourceText.trimmed($0.text).isEmpty
    }
    guard lines.count > 1 else { return }
    current = nil
    let told = lines.map { SourceText.squeezed($0.text) }
    keep(
      .circumstances,
      .text(NameReader.display(told[0]) + ": " + told.dropFirst().joined(separator: " ")),
      seenAs: told[0], line: lines[start].line, isInferred: true)
  }

  /// Keeps the prose as it stands, words broken over lines joined again.
  mutating func readCircumstances() {
    guard let first = layout.circumstances.first else { return }
    var text = ""
    for piece in layout.circumstances {
      if text.hasSuffix("-"), piece.text.first?.isLowercase == true {
        text.removeLast()
      } else if !text.isEmpty {
        text += " "
      }
      text += piece.text
    }
    current = nil
    keep(
      .circumstances, .text(text), seenAs: String(first.text.unicodeScalars.prefix(80)),
      line: first.line)
  }
}

extension String {
  /// The pieces between each place where a short text stands.
  package func pieces(cutAt mark: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let cut = rest.firstRange(of: mark) {
      pieces.append(String(rest[..<cut.lowerBound]))
      rest = rest[cut.upperBound...]
    }
    return pieces + [String(rest)]
  }
}
