/// Tells what kind of report a text is, by the words of its head.
enum KindReader {
  /// The kind of a text that is no e-mail, and the line that shows it.
  static func read(_ lines: [ReportLayout.Piece]) -> (kind: ReportKind, piece: ReportLayout.Piece)?
  {
    let head = lines.lazy.filter { !SourceText.trimmed($0.text).isEmpty }.prefix(14)
    var seen = ""
    for piece in head {
      seen += " " + Folding.fold(String(piece.text.unicodeScalars.prefix(200)))
      for (kind, words) in table {
        if words.allSatisfy({ SourceText.contains($0, inFolded: seen + " ") }) {
          return (kind, piece)
        }
      }
    }
    return nil
  }

  /// The kind of an e-mail, by who writes it and what it says.
  static func mail(from: String, subject: String, body: String) -> ReportKind {
    let head = Folding.fold(from + " " + subject)
    let text = Folding.fold(String(body.unicodeScalars.prefix(4000)))
    if has(policeHead, in: head) { return .policeEmail }
    if has(carerWords + homeWords, in: head) || has(houses, in: Folding.fold(from))
      || HouseNames.isOne(from: from)
      || has(carerWords + oursWords, in: text)
    {
      return .carerEmail
    }
    if has(policeText, in: text) { return .policeEmail }
    return HouseNames.isSigned(body) ? .carerEmail : .unknown
  }

  private static func has(_ words: [String], in text: String) -> Bool {
    words.contains { SourceText.contains($0, inFolded: text) }
  }

  // In this order: a finalisation notice also says "missing".
  private static let table: [(ReportKind, [String])] = [
    (.form87A, ["form 87a"]),
    (.form87A, ["87a", "missing from care"]),
    (.merlinPAC, ["pre assessment checklist"]),
    (.merlinPAC, ["merlin", "pac"]),
    (.compactFound, ["compact", "finalisation"]),
    (.compactFound, ["compact", "finalised"]),
    (.compactFound, ["compact", "located"]),
    (.compactFound, ["compact", "found report"]),
    (.compactMissing, ["compact", "missing person report"]),
    (.compactMissing, ["compact", "missing report"]),
    (.merlinMissing, ["merlin", "mis"]),
    (.merlinMissing, ["merlin", "missing person report"]),
    (.dutyNote, ["emergency duty team"]),
    (.dutyNote, ["edt", "case note"]),
    (.dutyNote, ["out of hours", "case note"]),
  ]

  private static let policeHead = [
    "police", "constabulary", "official sensitive", "misper", "pnn", "control room",
  ]
  /// That a letter speaks of the police makes it nobody's of them: whoever cares for a child rings them first.
  private static let policeText = [
    "constabulary", "sgt", "pc", "control room", "officer in the case",
  ]
  /// Who writes from where children live: that the police were told makes no letter theirs.
  private static let homeWords = [
    "night staff", "care home", "house staff", "staff team", "residential", "placement",
    "home manager",
  ]
  private static let houses = ["children s", "fostering"]
  private static let oursWords = [
    "our young people", "our young person", "our girls", "our boys", "our residents", "of ours",
    "our kids", "our lads", "our house", "our placement",
  ]
  private static let carerWords = [
    "foster carer", "s carer", "carer", "key worker", "keyworker", "children s home",
    "childrens home", "registered manager", "support worker",
  ]
}
