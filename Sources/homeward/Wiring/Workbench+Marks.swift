import Desk
import Exchange
import Store
import Workflow

// Whom a report means that somebody points at by what stands in it, or by a name that is not its first.

extension Workbench {
  /// The children to whom reports were given in which a telephone number, a postcode or part of a reference
  /// stands, and those reports of which somebody is still to be triaged or was set aside.
  ///
  /// - Parameters:
  ///   - mark: the number, the postcode or the part of a reference.
  ///   - text: the same as it was typed.
  ///   - records: the records, as the person sees them.
  ///   - now: the moment.
  /// - Returns: the hits: who waits for triage under that very mark, then who is away.
  /// - Throws: why the desk's file cannot be read.
  func marked(
    _ mark: SpokenMark, asTyped text: String, _ records: Records, now: Instant
  ) throws -> [FoundRow] {
    var known: Set<String> = []
    var meant: [FoundRow] = []
    var away: [FoundRow] = []
    var others: [FoundRow] = []
    for report in try records.reports(saying: mark, limit: 200) {
      // A row of a list carries the other rows with it: only its own counts.
      let line = ReportReader.said(in: report.text).split(whereSeparator: \.isNewline)
        .first { mark.stands(in: $0) }.map { String($0).trimmed }
      guard let line else { continue }
      let children = try records.children(ofReport: report.row.reference)
      others += try asides(of: report.row, records).map { FoundRow($0, saying: line, now: now) }
      if report.row.isWaiting {
        let part = try waitingPart(of: report.row, records)
        let row = FoundRow(
          report.row, name: try name(of: report.row, part, asked: text, records), part: part,
          saying: line, now: now)
        // Whose own mark it is comes before those who stand in the same text.
        if try subjectsLeft(in: report.row.reference, records).contains(where: { $0.bears(mark) }) {
          meant.append(row)
        } else {
          others.append(row)
        }
      }
      for id in children where known.insert(id).inserted {
        guard let child = try records.child(id) else { continue }
        let row = try row(
          of: child, unsure: "\(text) stands in \(report.row.reference)", records, now: now)
        if child.isAway { away.append(row) } else { others.append(row) }
      }
      if meant.count + away.count + others.count >= 40 { break }
    }
    for noted in try records.reportsNoting(mark) {
      let target = FoundRow.Target.waiting(report: noted.row.reference)
      guard !(meant + others).contains(where: { $0.target == target }) else { continue }
      // Who rang about a child from that number rings again.
      if let row = try row(noted, records, now: now, saying: { mark.stands(in: $0) }) {
        meant.append(row)
      }
    }
    for (id, entry) in try records.childrenNoting(mark) where known.insert(id).inserted {
      guard let child = try records.child(id) else { continue }
      let row = try row(
        of: child,
        unsure: "\(text) stands in an entry of \(entry.occurred.spokenShort(asOf: now))", records,
        now: now)
      if child.isAway { away.append(row) } else { others.append(row) }
    }
    return meant + away + others
  }

  /// The children to whom a report was given whose own reference was typed: all of them, not the last alone.
  func given(report reference: String, _ records: Records, now: Instant) throws -> [FoundRow] {
    guard reference.hasPrefix("R-") else { return [] }
    return try records.children(ofReport: reference).compactMap { id in
      guard let child = try records.child(id) else { return nil }
      return try row(of: child, records, now: now)
    }
  }

  /// The reports of several children that wait, by the name of one of those: a row has only the first name that
  /// was read, and a short one is not looked for in texts.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - known: the reports that are found already.
  ///   - records: the records, as the person sees them.
  ///   - now: the moment.
  /// - Returns: the hits.
  /// - Throws: why the desk's file cannot be read.
  func several(
    named text: String, besides known: Set<String>, _ records: Records, now: Instant
  ) throws -> [FoundRow] {
    let words = Folding.words(text)
    guard words.contains(where: { $0.count >= 3 }) else { return [] }
    return try waitingRows(records).compactMap { report in
      guard report.row.namesSeveral, !known.contains(report.reference),
        try (report.part?.subjects ?? subjects(of: report.reference, records))
          .contains(where: { $0.name.says(words) })
      else { return nil }
      return FoundRow(
        report.row, name: try name(of: report.row, report.part, asked: text, records),
        part: report.part, now: now)
    }
  }

  /// The children who are away in whose reports stands what was typed, as a place or a friend's name does; those
  /// that wait are found by it, too.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - known: what is found already.
  ///   - records: the records, as the person sees them.
  ///   - now: the moment.
  /// - Returns: the hits.
  /// - Throws: why the desk's file cannot be read.
  func givenToAway(
    _ text: String, besides known: [FoundRow], _ records: Records, now: Instant
  ) throws -> [FoundRow] {
    let words = Folding.words(text)
    var targets = Set(known.map(\.target))
    var found: [FoundRow] = []
    for report in try records.reportsOfAway(saying: text, limit: 20)
    where ReportReader.said(in: report.text).split(whereSeparator: \.isNewline)
      .contains(where: { String($0).says(words) })
    {
      for id in try records.children(ofReport: report.row.reference) {
        guard targets.insert(.child(id)).inserted, let child = try records.child(id) else {
          continue
        }
        found.append(
          try row(
            of: child, unsure: "\(text) stands in \(report.row.reference)", records, now: now))
      }
    }
    return found
  }
}
