import Desk
import Exchange
import Store
import Workflow

extension Workbench {
  /// What a report that waits says, in a few lines, for whoever opens nothing from it.
  ///
  /// - Parameters:
  ///   - reference: the report's reference.
  ///   - place: the child of it who is set aside alone, counted from 1; nothing for all who wait.
  ///   - person: who reads it.
  /// - Returns: a line for each child of whom nothing is opened then, of the others one, and what kind of report
  ///   it is.
  /// - Throws: that there is no such report.
  func about(
    _ reference: String, subject place: Int? = nil, for person: Person?
  ) throws -> ReportAbout {
    let records = records(for: person)
    guard let report = try records.report(reference) else {
      throw Refusal(.notFound, "There is no report \(reference).")
    }
    let standing = try records.standing(ofReport: reference)
    let read = readAll(report, standing)
    if let place, place > max(1, read.subjects.count) {
      throw Refusal(
        .rule, "Nothing is recorded of this further child yet: leave the form, and nothing will be."
      )
    }
    let part = try waitingPart(of: report.row, records)
    let waiting = part?.subjects ?? read.subjects
    let own = place.flatMap { read.subjects.indices.contains($0 - 1) ? read.subjects[$0 - 1] : nil }
    let subjects = own.map { [$0] } ?? waiting
    let asked = subjects.isEmpty ? [SubjectDraft()] : subjects
    let away = try awayOnDesk(asked, in: read, records)
    let children = zip(subjects, away).filter { !$0.0.fields.isEmpty }.map {
      line(on: $0, risk: read.gist(of: [$0]).risk, $1)
    }
    let unread = zip(asked, away).filter { $0.0.fields.isEmpty }.flatMap { $1.map(\.wholeWords) }
    let policeReference = subjects.first?.plain(.policeRef) ?? policeReference(of: read)
    let notes = try notes(onReports: [reference], records)
    let kind = [
      policeReference ?? "no police reference read", read.kind.words,
      "came in \(report.row.received.spokenShort(asOf: now()))",
    ].joined(separator: " · ")
    var (all, rest): ([String], [String]) = ([], [])
    if own != nil, let place {
      let others = read.subjects.indices.filter { $0 + 1 != place && !standing.isDecided($0 + 1) }
        .map { read.subjects[$0].title }
      if !others.isEmpty {
        rest = [
          "Only this child: \(others.joined(separator: "; ")) \(others.count == 1 ? "waits" : "wait") on"
        ]
      }
    } else if let part {
      rest = ["Only what is left of it is set aside: \(part.words) stays"]
    } else if waiting.count > 1 {
      // A small screen shows three lines.
      all = ["All \(waiting.count) are set aside. One alone: F8 in the triage of that child"]
    }
    var about = ReportAbout(
      reference: reference, names: subjects.map(\.name).filter { !$0.isEmpty },
      lines: all
        + (children.isEmpty ? ["No child was read in it: F3 shows the report"] : children)
        + unread + rest
        + [kind] + (notes[reference] ?? []))
    about.subject = place
    if read.subjects.count > 1 {
      about.children = read.subjects.indices.filter { !standing.isDecided($0 + 1) }
        .map { ReportAbout.Child(place: $0 + 1, name: read.subjects[$0].title) }
    }
    about.openEpisodes = away.flatMap { $0.filter(\.isSure).map(\.episode) }
    about.tellsOfAbsence =
      !read.tellsOfEnd
      && zip(subjects, away).contains {
        !$0.isEnded && !$0.fields.isEmpty && !$1.contains(where: \.isSure)
      }
    about.done = part?.doneNames ?? []
    return about
  }

  /// `Grange, Mia · AWAY 6h 18m, E-2026-0026 · 14, born 2 Mar 2012 · last seen Sun 22 Nov 16:00`: who is away on
  /// the desk is away, whatever the report says.
  private func line(on subject: SubjectDraft, risk: Risk?, _ away: [AwayOnDesk]) -> String {
    let today = London.local(now()).date
    let age =
      subject.born.map { "\($0.age(on: today)), born \($0.spoken)" }
      ?? subject.age.map { "\($0)" } ?? "age not read"
    let seen = subject.instant(.lastSeenAt)
    let end =
      subject.instant(.returnedAt).map { "back \($0.spokenShort(asOf: now()))" }
      ?? subject.instant(.foundAt).map { "located \($0.spokenShort(asOf: now()))" }
    let told =
      away.contains(where: \.isSure)
      ? end.map { "\($0) by the report" }
      : end ?? seen.map { "AWAY \(Elapsed.short(seconds: max(0, now().since($0))))" }
    let states = away.map(\.words) + [told].compactMap { $0 }
    return [
      subject.name.isEmpty ? "no name read" : subject.name, risk == .high ? "HIGH" : nil,
      // What weighs most stands where the smallest screen still has room for it.
      states.isEmpty ? nil : states.joined(separator: " · "), age,
      seen.map { "last seen \($0.spokenShort(asOf: now()))" } ?? "last seen not read",
    ].compactMap { $0 }.joined(separator: " · ")
  }
}

extension SubjectDraft {
  /// Whether the child is back or located by it.
  fileprivate var isEnded: Bool { instant(.returnedAt) != nil || instant(.foundAt) != nil }
}
