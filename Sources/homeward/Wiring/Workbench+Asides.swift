import Desk
import Exchange
import Store
import Workflow

/// What was set aside by one decision: a report, or of a report of several children the one or those who were.
struct SetAside {
  /// The report.
  let row: ReportRow
  /// The decision.
  let aside: ReportAside
  /// Who was set aside of a report of several children; nothing where it was all that is read in it.
  let part: ReportPart?
  /// Whom it is about, with what became of the others: `Nguyen, Van Khoa? (2 of 2; …: E-2026-0034)`.
  let name: String
}

extension Workbench {
  /// The reports that were set aside and the children who were alone, each with its reason, the last one first.
  func asides(for person: Person?) throws -> [AsideRow] {
    let records = records(for: person)
    let all = try records.reportsAside(Window(limit: 200)).flatMap { try asides(of: $0, records) }
    let ends = Set(
      try all.map(\.row).filter { try saysEnd($0, records) }.map(\.reference)
    ).contains
    return all.sorted { ($0.aside.at, $1.row.reference) > ($1.aside.at, $0.row.reference) }
      .map { one in
        let reference = one.part.map(\.policeReference) ?? one.row.policeReference
        let title = [reference, ReportKind(rawValue: one.row.kind)?.words ?? one.row.kind]
          .compactMap { $0 }.joined(separator: " · ")
        var row = AsideRow(
          reference: one.row.reference, subject: one.aside.subject,
          name: one.part.map { "\($0.name)? (\($0.place))" } ?? one.name, title: title,
          decision: one.aside.words, by: one.aside.by, at: one.aside.at, reason: one.aside.reason)
        row.others = one.part.flatMap { $0.done.isEmpty ? nil : $0.done }
        row.told = one.aside.told
        // Of several what is said of an end is of one of them.
        row.standing = AsideRow.standing(
          one.row.gist(of: one.part),
          saysEnd: one.part == nil && !one.row.namesSeveral && ends(one.row.reference))
        return row
      }
  }

  /// What of a report was set aside and not taken back.
  ///
  /// - Parameters:
  ///   - row: the report.
  ///   - records: the records, as the person sees them.
  /// - Returns: each decision with whom it is of, by their places; none where nobody is set aside.
  /// - Throws: why the desk's file cannot be read.
  func asides(of row: ReportRow, _ records: Records) throws -> [SetAside] {
    guard row.aside != nil else { return [] }
    let standing = try records.standing(ofReport: row.reference)
    let asides = standing.asides.sorted { ($0.subject ?? .max) < ($1.subject ?? .max) }
    return try asides.map { aside in
      // Most were set aside as they came: only of the others the text is read again.
      let isWhole = aside.subject == nil && standing.decided.allSatisfy(aside.covers)
      let part = isWhole ? nil : try part(of: row, standing, records, aside.covers)
      let name = try part.map { "\($0.name)? (\($0.words))" } ?? readName(of: row, records)
      return SetAside(row: row, aside: aside, part: part, name: name)
    }
  }

  /// What of a report was set aside, as hits of a search.
  ///
  /// - Parameters:
  ///   - row: the report.
  ///   - text: what was typed, where only who is meant by it is to be found.
  ///   - records: the records, as the person sees them.
  ///   - now: the moment.
  /// - Returns: a hit for each decision.
  /// - Throws: why the desk's file cannot be read.
  func foundAsides(
    of row: ReportRow, meantBy text: String?, _ records: Records, now: Instant
  ) throws -> [FoundRow] {
    try asides(of: row, records).filter { one in
      guard let text, let part = one.part else { return true }
      return row.reference == text.trimmed.uppercased() || part.isNamed(by: text)
    }.map { FoundRow($0, now: now) }
  }

  /// What was set aside of reports of several children, by the name of one of those: a row has only the first
  /// name that was read.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - known: the reports that are found already.
  ///   - records: the records, as the person sees them.
  ///   - now: the moment.
  /// - Returns: the hits.
  /// - Throws: why the desk's file cannot be read.
  func asides(
    named text: String, besides known: Set<String>, _ records: Records, now: Instant
  ) throws -> [FoundRow] {
    let words = Folding.words(text)
    guard words.contains(where: { $0.count >= 3 }) else { return [] }
    return try records.reportsAside(Window(limit: 200)).flatMap { row -> [FoundRow] in
      guard row.namesSeveral || row.isWaiting, !known.contains(row.reference) else { return [] }
      return try asides(of: row, records).filter { one in
        try (one.part?.subjects ?? subjects(of: row, records)).contains { $0.name.says(words) }
      }.map { FoundRow($0, now: now) }
    }
  }

  /// Whom a report names, as they are read.
  private func subjects(of row: ReportRow, _ records: Records) throws -> [SubjectDraft] {
    guard let report = try records.report(row.reference) else { return [] }
    return ReportReader.read(text: report.text, received: row.received, isWhole: true).subjects
  }
}

extension ReportAside {
  /// On what ground, in words: `no further action`.
  var words: String { decision.split(separator: "-").joined(separator: " ") }
}

extension FoundRow {
  /// What was set aside, as a hit.
  ///
  /// - Parameters:
  ///   - one: the decision with whom it is of.
  ///   - line: the line by which it was found, where that is not the name.
  ///   - now: the moment.
  init(_ one: SetAside, saying line: String? = nil, now: Instant) {
    let (row, aside) = (one.row, one.aside)
    var detail = [
      "\(aside.subject == nil ? "report " : "")set aside by \(aside.by), "
        + "\(aside.at.spokenShort(asOf: now)): \(aside.words)",
      row.reference, ReportKind(rawValue: row.kind)?.words ?? row.kind,
    ]
    let reference = one.part.map(\.policeReference) ?? row.policeReference
    if line == nil, let reference { detail.append(reference) }
    let said = line.map { FoundRow.saying + $0 } ?? ""
    self.init(
      .aside(report: row.reference, subject: aside.subject), title: one.name,
      detail: detail.joined(separator: " · ") + said)
  }
}
