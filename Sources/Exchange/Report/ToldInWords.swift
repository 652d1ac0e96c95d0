internal import Workflow

/// What the text of a report says of itself and of its children in sentences that can mean nothing else: when it
/// was reported, and how the police grade a child whom they name.
///
/// All of it counts as inferred, and nothing is taken where two sentences differ: a wrong time or grading is worse
/// than a line that somebody has to fill in.
struct ToldInWords {
  private let lines: [String]
  private let received: Instant

  /// Adds it to what was read of a report, where that lacks it.
  ///
  /// - Parameters:
  ///   - draft: what was read.
  ///   - received: when the report came in.
  static func add(to draft: inout ReportDraft, received: Instant) {
    defer { GradingsAsked.add(to: &draft) }
    guard ![.dailyList, .carerEmail].contains(draft.kind) else { return }
    let lines = SourceText.lines(draft.text).prefix(600).map {
      SourceText.squeezed(SourceText.cleaned($0))
    }
    let told = ToldInWords(lines: Array(lines), received: received)
    told.addReported(to: &draft)
    told.addReporter(to: &draft)
    told.addGradings(to: &draft)
    let whole = draft
    draft.gaps.removeAll { gap in
      guard case .report(let field) = gap.field, !whole.subjects.isEmpty else { return false }
      return whole.subjects.allSatisfy { whole.said(field, of: $0) != nil }
    }
  }

  // MARK: When it was reported

  /// A report is made within so many hours before it comes in; what lies further back was another going.
  private static let reach = 72

  /// `Reported to us 22/11/2026 at 23:20, log 7781`: a sentence of its own, with nothing but to whom before a whole
  /// time.
  private func addReported(to draft: inout ReportDraft) {
    guard draft.report[.reportedAt] == nil,
      draft.subjects.allSatisfy({ $0.own[.reportedAt] == nil })
    else { return }
    var found: [(instant: Instant, seen: String, line: Int)] = []
    for (place, line) in lines.enumerated()
    where !line.hasPrefix(">") && !ListItem.begins(line) {
      for sentence in line.pieces(cutAt: ". ") {
        guard let instant = reported(in: SourceText.trimmed(sentence)) else { continue }
        found.append((instant, SourceText.trimmed(sentence), place + 1))
      }
    }
    guard let first = found.first, found.allSatisfy({ $0.instant == first.instant }) else { return }
    draft.report[.reportedAt] = Finding(
      value: .instant(first.instant), seenAs: first.seen, line: first.line, isInferred: true)
  }

  private func reported(in sentence: String) -> Instant? {
    let small = sentence.lowercased()
    guard small.count == sentence.count,
      let lead = ["reported ", "this was reported ", "they were reported ", "first reported "]
        .first(where: { small.hasPrefix($0) }),
      Self.earlier.isDisjoint(with: Folding.words(sentence))
    else { return nil }
    let rest = String(sentence.dropFirst(lead.count).prefix(80))
    guard let moment = MomentReader.first(in: rest), moment.faults.isEmpty,
      let instant = moment.instant, let cut = rest.firstRange(of: moment.seenAs),
      Set(Folding.words(String(rest[..<cut.lowerBound]))).isSubset(of: Self.towhom),
      instant <= received, instant >= received.adding(hours: -Self.reach)
    else { return nil }
    return instant
  }

  private static let towhom: Set = [
    "to", "us", "the", "police", "at", "on", "duty", "desk", "control", "room", "edt", "mash",
    "team",
  ]
  private static let earlier: Set = [
    "found", "returned", "located", "previous", "previously", "earlier", "history", "back",
    "seen", "not", "never",
  ]

  // MARK: Who reported it

  /// `Reported 20:15 by Joan Pettit, night staff, 020 7946 0155`: a name with a number behind it, to be rung.
  private func addReporter(to draft: inout ReportDraft) {
    guard draft.report[.reportedBy] == nil, draft.report[.reporterPhone] == nil,
      draft.subjects.allSatisfy({ $0.own[.reportedBy] == nil && $0.own[.reporterPhone] == nil })
    else { return }
    let found = lines.enumerated().compactMap { place, line in
      line.hasPrefix(">") || ListItem.begins(line) ? nil : reporter(in: line).map { ($0, place) }
    }
    guard let (said, place) = found.first, found.count == 1 else { return }
    func finding(_ text: String) -> Finding {
      Finding(value: .text(text), seenAs: said.seen, line: place + 1, isInferred: true)
    }
    draft.report[.reportedBy] = finding(said.name)
    draft.report[.reporterPhone] = finding(said.phone)
    if let relation = said.relation {
      draft.report[.reporterRelation] = finding(relation.lowercased())
    }
  }

  private struct Reporter {
    let name: String
    let relation: String?
    let phone: String
    let seen: String
  }

  private func reporter(in line: String) -> Reporter? {
    guard let lead = line.firstRange(of: "Reported "),
      let by = line[lead.upperBound...].firstRange(of: " by ")
    else { return nil }
    // Between the two there is only when: another sentence would name somebody else.
    let between = line[lead.upperBound..<by.lowerBound]
    guard between.utf8.count <= 40, !between.contains(". ") else { return nil }
    let rest = String(line[by.upperBound...].prefix(120))
    let parts = rest.split(separator: ",").map { SourceText.trimmed(String($0), of: ["."]) }
    guard let name = parts.first, let phone = Contact.phone(in: rest),
      let number = parts.firstIndex(where: { $0.contains(where: \.isNumber) }), (1...2) ~= number
    else { return nil }
    let words = name.split(separator: " ")
    guard (2...3) ~= words.count, words.allSatisfy({ $0.first?.isUppercase == true }),
      Self.bodies.isDisjoint(with: Folding.words(name))
    else { return nil }
    let relation = number == 2 && Relation.isOne(parts[1]) ? parts[1] : nil
    return Reporter(
      name: name, relation: relation, phone: phone, seen: String(line[lead.lowerBound...]))
  }

  /// Who reports is a person; of these somebody else has to be asked for.
  private static let bodies: Set = [
    "police", "control", "room", "house", "centre", "school", "academy", "college", "hospital",
    "hostel", "council", "team", "desk", "unit", "station", "home",
  ]

  // MARK: The police's grading

  /// `We have Tegan at high, the others medium`, in a text that the police send or an officer signs.
  private func addGradings(to draft: inout ReportDraft) {
    let ungraded = draft.subjects.indices.filter { draft.risk(of: draft.subjects[$0]) == nil }
    guard !ungraded.isEmpty, isOfPolice(draft) else { return }
    let given = draft.subjects.map { Folding.words($0.plain(.givenNames) ?? "").first ?? "" }
    var ofOthers: [(grading: Grading, line: Int)] = []
    func grade(_ place: Int, _ found: [(grading: Grading, line: Int)], _ risk: (Grading) -> String?)
    {
      let said = Set(found.compactMap { risk($0.grading) })
      guard let risk = said.first, said.count == 1, let line = found.first?.line else { return }
      draft.subjects[place].fields[.risk] = Finding(
        value: .text(risk), seenAs: lines[line], line: line + 1, isInferred: true)
    }
    var named: Set<Int> = []
    for place in draft.subjects.indices where given.count(where: { $0 == given[place] }) == 1 {
      let subject = draft.subjects[place]
      let family = Folding.fold(subject.plain(.familyName) ?? "")
      let whole = Folding.fold(subject.plain(.givenNames) ?? "")
      guard !whole.isEmpty else { continue }
      let names = Set([given[place], "\(given[place]) \(family)", "\(whole) \(family)"])
      let found = lines.enumerated().flatMap { number, line in
        Grading.all(in: line, of: names).map { (grading: $0, line: number) }
      }
      if found.isEmpty { continue }
      named.insert(place)
      ofOthers += found.filter { $0.grading.ofOthers != nil }
      if ungraded.contains(place) { grade(place, found) { $0.risk } }
    }
    for place in ungraded where !named.contains(place) { grade(place, ofOthers) { $0.ofOthers } }
  }

  private func isOfPolice(_ draft: ReportDraft) -> Bool {
    if draft.kind == .policeEmail { return true }
    guard draft.kind == .unknown else { return false }
    // Whoever signs: below the name may stand a unit and a telephone number.
    return lines.filter { !$0.isEmpty }.suffix(3).contains { line in
      NameReader.officer(in: line).map { line.hasPrefix($0.prefix(2)) } ?? false
    }
  }
}

/// What a clause says of the police's grading of a child, and the one behind it of the others.
private struct Grading {
  let risk: String
  let ofOthers: String?

  /// The gradings that a line gives a child: `we have tegan at high`, with the end of a clause behind it.
  ///
  /// - Parameters:
  ///   - line: the line; of a quotation nothing is taken, nor of a question.
  ///   - names: by what the child may be called in it.
  /// - Returns: what it says of the child, in its order.
  static func all(in line: String, of names: Set<String>) -> [Grading] {
    if line.hasPrefix(">") || line.contains("?") { return [] }
    let clauses = line.split { ",.;:()!".contains($0) }.map { Folding.fold(String($0)) }
    let leads = names.flatMap { name in
      [
        "we have \(name) at ", "we have \(name) as ", "we have graded \(name) as ",
        "\(name) is graded as ", "\(name) is graded ",
      ]
    }
    return clauses.enumerated().compactMap { place, clause in
      guard let risk = leads.lazy.compactMap({ grade(clause, behind: $0) }).first else {
        return nil
      }
      let next = clauses.indices.contains(place + 1) ? clauses[place + 1] : ""
      let others = [
        "the others ", "the others at ", "the others are ", "the other two ", "the rest ",
      ]
      .lazy.compactMap { grade(next, behind: $0) }.first
      return Grading(risk: risk, ofOthers: others)
    }
  }

  private static func grade(_ clause: String, behind lead: String) -> String? {
    guard clause.hasPrefix(lead) else { return nil }
    let said = clause.dropFirst(lead.count)
    let word = said.hasSuffix(" risk") ? said.dropLast(5) : said
    return ["high", "medium", "low"].first { $0 == word }
  }
}
