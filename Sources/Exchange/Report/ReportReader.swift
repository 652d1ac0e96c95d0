package import Workflow

/// Reads police reports, forms, notes and e-mails into drafts for a person to confirm.
///
/// Nothing is invented: a field that the sender left open stays empty and becomes a ``Gap``, and
/// what stands in the prose is never put where a label governs.
package enum ReportReader {
  /// Reads a report from the bytes of a file or message.
  ///
  /// - Parameters:
  ///   - bytes: what came in.
  ///   - received: when it came in, to tell times that lie ahead.
  /// - Returns: the draft.
  /// - Throws: ``TextDecoding/Fault`` where the bytes are too many or are no text.
  package static func read(
    bytes: [UInt8], received: Instant? = nil
  ) throws(TextDecoding.Fault) -> ReportDraft {
    let decoded = try TextDecoding.decode(bytes)
    var draft = read(text: decoded.text, received: received)
    if decoded.isRepaired {
      draft.doubts.append(
        ReportDoubt(
          "Some letters could not be read and were left out or stand as \u{FFFD}: "
            + "compare names with the original."))
    }
    return draft
  }

  /// Reads a report from a text.
  ///
  /// - Parameters:
  ///   - text: the text, a whole e-mail with its headers among them.
  ///   - received: when it came in, to tell times that lie ahead, and children among those whom a text names.
  ///   - isWhole: whether the text is known to be complete, as one typed or pasted by a person.
  ///     Otherwise a last line without a line end counts as cut off and nothing is taken from it.
  /// - Returns: the draft.
  package static func read(
    text: String, received: Instant? = nil, isWhole: Bool = false
  ) -> ReportDraft {
    if let child = DailyList.child(of: text) {
      let source = Source(text: child, isWhole: true)
      var interpreter = ReportInterpreter(kind: .dailyList, shownBy: nil, source: source)
      // The other rows are other children's: nobody reads them with this one.
      var draft = interpreter.draft(
        text: DailyList.shown(text, received: received) ?? child, received: received)
      draft.doubts = DailyList.remarks(in: child).map { ReportDoubt($0) } + draft.doubts
      return draft
    }
    var draft = readForm(text: text, received: received, isWhole: isWhole)
    // How old somebody is needs a day.
    if let received {
      FurtherChildren.add(to: &draft, received: received)
      ToldInWords.add(to: &draft, received: received)
    }
    return draft
  }

  /// Reads whom and what the form of a text tells.
  private static func readForm(text: String, received: Instant?, isWhole: Bool) -> ReportDraft {
    if let mail = MailMessage(text: text, isWhole: isWhole) {
      return read(mail, received: received)
    }
    var source = Source(text: text, isWhole: isWhole)
    let found = KindReader.read(source.lines)
    let kind = found?.kind ?? .unknown
    source.isProse = kind == .dutyNote
    var interpreter = ReportInterpreter(kind: kind, shownBy: found?.piece, source: source)
    if kind == .dutyNote { interpreter.readProse(source, writer: nil, sent: nil) }
    return interpreter.draft(text: text, received: received)
  }

  /// What a report says of its own child, as people read it: of an e-mail what was written, of a child of
  /// a daily list not the rows of others.
  ///
  /// - Parameter text: the report as it was kept, whole.
  /// - Returns: its text.
  package static func said(in text: String) -> String {
    DailyList.child(of: text) ?? MailMessage(text: text, isWhole: true)?.readable ?? text
  }

  private static func read(_ mail: MailMessage, received: Instant?) -> ReportDraft {
    let text = mail.readable
    var source = Source(text: text, isWhole: mail.isWhole)
    let kindOfMail = KindReader.mail(from: mail.from, subject: mail.subject, body: mail.body)
    // A report that came attached, or as the body itself, is read as what it is.
    let report = Source(
      lines: source.lines.filter { $0.line >= mail.reportLine }, isCut: source.isCut)
    let found = KindReader.read(report.lines)
    let labels = ReportLayout(lines: report.lines, isProse: false).entries
    let known = Set(labels.filter { $0.label != .other && $0.label != .otherPerson }.map(\.label))
    let isForm = known.count >= 4
    source = report
    source.isProse = !isForm
    let kind = isForm ? found?.kind ?? kindOfMail : kindOfMail
    var interpreter = ReportInterpreter(
      kind: kind, shownBy: isForm ? found?.piece : nil, source: source)
    interpreter.readMail(mail, isForm: isForm)
    if !isForm {
      interpreter.readProse(source, writer: mail.fromName, sent: mail.sent, subject: mail.subject)
      // Half of what happened may say the opposite of the whole.
      if mail.isWhole { interpreter.keepCircumstances(of: mail) }
      // Of what is quoted people read no more than what was taken from it.
      let written = MailText.ended(text)
      if interpreter.kind == .carerEmail,
        let said = interpreter.readBorn(
          quoted: mail.quoted, line: SourceText.lines(written).count)
      {
        return interpreter.draft(text: written + said + "\n", received: received)
      }
    }
    return interpreter.draft(text: text, received: received)
  }
}

/// The lines of a text, cleaned and numbered, and whether its end is missing.
struct Source {
  var lines: [ReportLayout.Piece]
  var isCut = false
  var isProse = false

  init(lines: [ReportLayout.Piece], isCut: Bool) {
    self.lines = lines
    self.isCut = isCut
  }

  init(text: String, isWhole: Bool) {
    let all = SourceText.lines(text)
    let ends = text.unicodeScalars.last.map { $0 == "\n" || $0 == "\r" || $0 == "\u{0C}" } ?? true
    lines = all.enumerated().map {
      ReportLayout.Piece(line: $0.offset + 1, text: SourceText.cleaned($0.element))
    }
    if !ends, !isWhole {
      isCut = true
      lines.removeLast()
    }
    removeRunningHeads()
  }

  /// Takes out page numbers, and the running head that repeats below one.
  private mutating func removeRunningHeads() {
    var isAfterPage = false
    lines.removeAll { piece in
      let text = SourceText.trimmed(String(piece.text.unicodeScalars.suffix(40)))
      if text.hasPrefix("Page "), text.contains(" of "), text.utf8.count < 20,
        piece.text.hasPrefix("          ")
      {
        isAfterPage = true
        return true
      }
      defer { isAfterPage = false }
      return isAfterPage && piece.text.contains("OFFICIAL")
    }
  }
}
