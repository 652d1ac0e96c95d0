internal import Workflow

extension ReportInterpreter {
  /// Takes what a message's own headers and its covering words say.
  mutating func readMail(_ mail: MailMessage, isForm: Bool) {
    if let sent = mail.sent, let instant = sent.instant {
      keep(report: .sentAt, .instant(instant), seenAs: sent.seenAs, line: 3)
    }
    // Of a message that is cut the attached report may name another sender.
    if report[.from] == nil, mail.isEnded {
      keep(report: .from, .text(mail.from), seenAs: mail.from, line: 1)
    }
    if report[.officer] == nil, kind == .policeEmail {
      let lines = SourceText.lines(mail.readable)
      for (index, line) in lines.enumerated().prefix(200) where line.utf8.count < 80 {
        guard let officer = NameReader.officer(in: line), line.hasPrefix(officer.prefix(2)) else {
          continue
        }
        keep(report: .officer, .text(officer), seenAs: line, line: index + 1)
        break
      }
    }
  }

  /// Takes from a letter or note the little that prose says in a set form.
  mutating func readProse(
    _ source: Source, writer: String?, sent: MomentReading?, subject: String? = nil
  ) {
    current = 0
    for entry in layout.entries where entry.label == .noteSubject && !entry.pieces.isEmpty {
      readNoteSubject(entry.value, line: entry.valueLine)
      break
    }
    for piece in source.lines.prefix(12) {
      let text = SourceText.trimmed(piece.text)
      guard kind == .dutyNote, text.hasPrefix("Written "),
        let moment = MomentReader.first(in: text), let instant = moment.instant
      else { continue }
      keep(report: .sentAt, .instant(instant), seenAs: moment.seenAs, line: piece.line)
    }
    readLogNumber(source)
    readNote(source)
    guard kind == .carerEmail else { return }
    if let subject { readMailSubject(subject) }
    if let writer { keep(report: .reportedBy, .text(writer), seenAs: writer, line: 1) }
    if let instant = sent?.instant, let sent {
      keep(
        report: .reportedAt, .instant(instant), seenAs: sent.seenAs, line: 3, isInferred: true)
    }
    readCarer(source)
    if let instant = sent?.instant { readLastSeen(source, writer: writer, sent: instant) }
    readWhereabouts(source)
  }

  /// Keeps what a note tells as it stands, below the line that says whom it is about, and the last time at
  /// which it says that somebody saw the child.
  private mutating func readNote(_ source: Source) {
    guard kind == .dutyNote,
      let head = layout.entries.first(where: { $0.label == .noteSubject })?.valueLine,
      let first = source.lines.first(where: {
        $0.line > head && !SourceText.trimmed($0.text).isEmpty
      })
    else { return }
    var paragraphs: [String] = []
    var isNew = true
    for piece in source.lines where piece.line > head {
      let text = SourceText.squeezed(piece.text)
      defer { isNew = text.isEmpty }
      if text.isEmpty { continue }
      if isNew {
        paragraphs.append(text)
      } else {
        paragraphs[paragraphs.count - 1] += " " + text
      }
    }
    keep(
      .circumstances, .text(paragraphs.joined(separator: "\n")),
      seenAs: String(SourceText.trimmed(first.text).unicodeScalars.prefix(80)), line: first.line)
    if case .instant(let written)? = report[.sentAt]?.value {
      readSightings(source, behind: head, written: written)
    }
  }

  /// "a number, CAD 8841": the police log to which a note refers.
  private mutating func readLogNumber(_ source: Source) {
    guard kind == .dutyNote else { return }
    for piece in source.lines.prefix(200) {
      guard let mark = piece.text.firstRange(of: "CAD ") else { continue }
      let digits = piece.text[mark.upperBound...].prefix { $0.isASCII && $0.isNumber }
      guard (1...8).contains(digits.count) else { continue }
      addReference("CAD \(digits)", "CAD \(digits)", piece.line)
    }
  }

  /// `Siân Morgan, 15, Tanglewick`.
  private mutating func readNoteSubject(_ value: String, line: Int) {
    let parts = value.split(separator: ",").map { SourceText.trimmed(String($0)) }
    guard let first = parts.first, let name = NameReader.split(first), let given = name.given else {
      return
    }
    keep(.familyName, .text(name.family), seenAs: value, line: line)
    keep(.givenNames, .text(given), seenAs: value, line: line)
    for part in parts.dropFirst() {
      if part.allSatisfy(\.isNumber) {
        takeAge(part, seenAs: part, line: line)
      } else {
        keep(.address, .text(part), seenAs: part, line: line, isInferred: true)
      }
    }
  }

  /// `Niamh O’Dwyer – not home but I know where she is`: the name before the dash.
  private mutating func readMailSubject(_ subject: String) {
    let head = subject.split(whereSeparator: { "\u{2013}\u{2014}-:,".contains($0) }).first
    var words = (head.map(String.init) ?? "").split(separator: " ").map(String.init)
    if head.map({ $0.endIndex < subject.endIndex }) != true { return }
    words.removeAll { ["re", "fw", "fwd"].contains($0.lowercased()) }
    guard (2...4).contains(words.count),
      words.allSatisfy({ $0.unicodeScalars.first?.properties.isUppercase == true }),
      let name = NameReader.split(words.joined(separator: " ")), let given = name.given
    else { return }
    keep(.familyName, .text(name.family), seenAs: subject, line: 2)
    keep(.givenNames, .text(given), seenAs: subject, line: 2)
  }

  /// `She has her phone (07700 900807)`: the child's own, by which the child may be reached.
  private mutating func readChildsPhone(_ text: String, _ source: Source) {
    for owner in ["her", "his", "their"] {
      guard let mark = text.firstRange(of: "\(owner) phone ("),
        let phone = Contact.phone(in: String(text[mark.upperBound...].prefix(20)))
      else { continue }
      let line = source.lines.first { $0.text.contains(phone) }?.line
      keep(
        .phone, .text(phone), seenAs: phone, line: line ?? source.lines.first?.line ?? 1,
        isInferred: true)
      return
    }
  }

  private mutating func readCarer(_ source: Source) {
    var text = ""
    var last: (phone: String, line: Int)?
    for piece in source.lines.prefix(400) {
      text += SourceText.trimmed(piece.text) + " "
      let line = SourceText.trimmed(piece.text)
      if let phone = Contact.phone(in: line), phone == line { last = (phone, piece.line) }
    }
    if let last {
      keep(report: .reporterPhone, .text(last.phone), seenAs: last.phone, line: last.line)
    }
    readChildsPhone(text, source)
    let words = Folding.fold(text)
    if SourceText.contains("foster carer", inFolded: words) {
      keep(
        report: .reporterRelation, .text("foster carer"), seenAs: "foster carer",
        line: source.lines.first?.line ?? 1, isInferred: true)
      keep(
        .from, .text("care"), seenAs: "foster carer", line: source.lines.first?.line ?? 1,
        isInferred: true)
    }
    let known = [
      "not reporting her missing", "not reporting him missing", "not reporting them missing",
    ]
    if known.contains(where: { SourceText.contains($0, inFolded: words) }),
      words.contains("know where")
    {
      keep(
        .category, .text("unauthorised-absence"), seenAs: "NOT reporting … missing",
        line: source.lines.first?.line ?? 1, isInferred: true)
    }
    if let at = text.firstRange(of: "foster carer ("),
      let address = NameReader.bracketed(
        String(text[at.lowerBound...])), address.contains(where: \.isNumber)
    {
      keep(
        .address, .text(address), seenAs: address, line: source.lines.first?.line ?? 1,
        isInferred: true)
    }
  }
}
