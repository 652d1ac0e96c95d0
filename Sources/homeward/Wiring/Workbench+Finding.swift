import Desk
import Exchange
import Store
import Workflow

extension Workbench {
  /// Whom and what some words find: children, and the reports of which none came.
  ///
  /// In the order of `FoundHit`: of what fits alike who is away, then the report that waits.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - person: who looks.
  /// - Returns: the hits, the best first.
  /// - Throws: `StoreError`.
  func found(_ text: String, for person: Person?) throws -> [FoundRow] {
    let records = records(for: person)
    let words = Folding.words(text)
    let reports = try records.findReports(text, limit: 20)
    let now = now()
    // A report in whose row only who is done is named waits for others: those are not looked for.
    var rest: [FoundRow] = []
    // Who was set aside is last, though a sister waits.
    var aside: [FoundRow] = []
    let named = try FoundHit.ordered(records.find(text, limit: 50), reports).compactMap {
      hit -> FoundRow? in
      switch hit {
      case .child(let found):
        let row = found.row
        return try self.row(
          of: row, unsure: found.words, living: found.words == nil ? row.place(saying: words) : nil,
          records, now: now)
      case .report(let found):
        let meant = found.isAsTyped ? text : nil
        aside += try foundAsides(of: found.row, meantBy: meant, records, now: now)
        guard found.row.isWaiting || found.row.aside == nil else {
          if !aside.contains(where: { $0.isAside(found.row.reference) }) {
            rest += try foundAsides(of: found.row, meantBy: nil, records, now: now)
          }
          return nil
        }
        let part = try waitingPart(of: found.row, records)
        let row = FoundRow(
          found.row, name: try name(of: found.row, part, asked: text, records), part: part,
          now: now)
        guard let part, found.isAsTyped, found.row.isWaiting,
          found.row.reference != text.trimmed.uppercased(), !part.isNamed(by: text)
        else { return row }
        rest.append(row)
        return nil
      }
    }
    if let mark = SpokenMark(text) {
      let marked =
        try given(report: text.trimmed.uppercased(), records, now: now)
        + self.marked(mark, asTyped: text.trimmed, records, now: now)
      if !marked.isEmpty {
        let known = Set((named + marked).map(\.target))
        return named + marked.filter { !named.map(\.target).contains($0.target) }
          + (aside + rest).filter { !known.contains($0.target) }
      }
    }
    // Who is found by name is meant; only where hardly anybody is, what reports say besides helps.
    guard named.count < 12 else { return named + aside + rest }
    let known = Set(reports.map(\.row.reference))
    aside += try asides(
      named: text, besides: Set(reports.map(\.row).filter { $0.aside != nil }.map(\.reference)),
      records, now: now)
    let date = SpokenBirthday.take(from: text).flatMap { $0.others.isEmpty ? $0.date : nil }
    let saying = try date.map { try records.reportsSaying($0, limit: 20) }
    let said = try (saying ?? records.reportsSaying(text, limit: 20)).compactMap {
      report -> (reference: String, row: FoundRow)? in
      guard !known.contains(report.row.reference),
        let line = date.map({ report.line(saying: $0) }) ?? report.line(saying: words)
      else { return nil }
      return (
        report.row.reference,
        FoundRow(
          report.row,
          name: try name(
            of: report.row, waitingPart(of: report.row, records), asked: text, records),
          part: try waitingPart(of: report.row, records), saying: line, now: now)
      )
    }
    let listed = known.union(said.map(\.reference))
    let noted =
      date == nil ? try self.noted(text, besides: listed, records, now: now) : []
    let several = try several(
      named: text, besides: listed.union(noted.map(\.reference)), records, now: now)
    let hits = named + said.map(\.row) + noted.map(\.row) + several
    let away = date == nil ? try givenToAway(text, besides: hits, records, now: now) : []
    return hits + away + aside + rest
  }

  /// Whom a report is about, as far as that is known.
  ///
  /// As it was read and nobody has confirmed; or, where no name was read, the one child of the desk who has its
  /// police reference: `Castell, Rosa? by 26MIS60001`. Of a report of several children some of whom are triaged,
  /// those who are not: `Nguyen, Van Khoa? (2 of 2; …: E-2026-0034)`.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - records: the records, as the person sees them.
  /// - Returns: the name with its question mark, or that none was read.
  /// - Throws: `StoreError`.
  func readName(of report: ReportRow, _ records: Records) throws -> String {
    if let part = try waitingPart(of: report, records) { return "\(part.name)? (\(part.words))" }
    if let named = report.named { return "\(named)?" }
    guard let reference = report.policeReference else { return "no name read" }
    let known = try records.places(ofPoliceReference: reference)
    let children = Set(known.episodes.map(\.child) + known.reports.compactMap(\.child))
    guard children.count == 1, let id = children.first, let child = try records.child(id) else {
      return "no name read"
    }
    return "\(child.name)? by \(reference)"
  }
}

extension Report {
  /// The line in which a date of birth stands, from it on.
  fileprivate func line(saying date: SpokenBirthday) -> String? {
    let ways = date.writings.sorted { $0.count > $1.count }
    for line in ReportReader.said(in: text).split(whereSeparator: \.isNewline) {
      let small = line.lowercased()
      // `14/2/11` stands in `14/2/1198`, and in `114/2/11`.
      let isSaid = ways.contains { way in
        small.ranges(of: way).contains { range in
          !(small[..<range.lowerBound].last?.isNumber ?? false)
            && !(small[range.upperBound...].first?.isNumber ?? false)
        }
      }
      if isSaid { return String(line).trimmed }
    }
    return nil
  }

  /// The line in which each of some words begins one, as people read the report, from shortly before them on.
  fileprivate func line(saying words: [String]) -> String? {
    let lines = ReportReader.said(in: text).split(whereSeparator: \.isNewline)
    guard let line = lines.first(where: { String($0).says(words) }) else { return nil }
    let pieces = line.split(whereSeparator: \.isWhitespace)
    let first = pieces.firstIndex { piece in
      Folding.words(String(piece)).contains { said in words.contains { said.hasPrefix($0) } }
    }
    // An e-mail's line is a whole paragraph.
    let start = max(0, (first ?? 0) - 3)
    return (start > 0 ? "… " : "") + pieces[start...].joined(separator: " ")
  }
}

extension ChildRow {
  /// Where the child lives, where that is what some words name and the name is not.
  fileprivate func place(saying words: [String]) -> String? {
    let isNamed = ([name] + aliases).contains { $0.says(words) }
    return isNamed
      ? nil : [address, placement, postcode].compactMap { $0 }.first { $0.says(words) }
  }
}

extension String {
  /// Whether each of some words begins one of the text.
  func says(_ words: [String]) -> Bool {
    let said = Folding.words(self)
    return words.allSatisfy { word in said.contains { $0.hasPrefix(word) } }
  }
}

extension FoundRow {
  /// Whether it is a report that was set aside, or one of its children.
  fileprivate func isAside(_ reference: String) -> Bool {
    if case .aside(reference, _) = target { true } else { false }
  }

  /// A report as a hit: what was read and nobody has confirmed says so.
  ///
  /// - Parameters:
  ///   - row: the report.
  ///   - name: whom it is about, as far as that is known.
  ///   - part: what still waits of it, where some of its children are triaged.
  ///   - line: the line by which it was found, where that is not the name.
  ///   - now: the moment.
  init(
    _ row: ReportRow, name: String, part: ReportPart? = nil, saying line: String? = nil,
    now: Instant
  ) {
    let kind = ReportKind(rawValue: row.kind)?.words ?? row.kind
    var detail: [String]
    if row.isWaiting {
      detail = ["REPORT WAITS"]
      if row.gist(of: part).risk == .high { detail.append("HIGH") }
      detail.append(row.reference)
      if line == nil { detail += [kind, "since \(row.received.spokenShort(asOf: now))"] }
    } else {
      detail = [row.reference, kind]
    }
    let reference = row.policeReference(of: part)
    if line == nil, let reference { detail.append(reference) }
    let said = line.map { FoundRow.saying + $0 } ?? ""
    self.init(
      row.isWaiting ? .waiting(report: row.reference) : .aside(report: row.reference),
      title: name, detail: detail.joined(separator: " · ") + said)
  }
}
