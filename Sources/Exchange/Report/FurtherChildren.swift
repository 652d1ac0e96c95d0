internal import Workflow

/// The children of whom a text tells in its own way, besides those whom the reader knows by the text's form: the
/// lines of a numbered list, a sister in the prose who "is also missing".
///
/// Each is a child of the report, who waits for a triage of its own, however little was read: a child too many
/// costs somebody a look, a child too few is forgotten.
struct FurtherChildren {
  private let lines: [String]
  private let mentions: [BirthdaysNamed.Mention]
  private let today: CivilDate

  /// The most children that one text tells of; whatever else it is, it is no report.
  private static let most = 20

  /// Adds them to what was read of a report.
  ///
  /// - Parameters:
  ///   - draft: what was read.
  ///   - received: when the report came in; who is a child is counted then, so that it never changes.
  static func add(to draft: inout ReportDraft, received: Instant) {
    let text = FurtherChildren(draft.text, today: London.local(received).date)
    let further = text.children(besides: draft)
    guard !further.isEmpty else { return }
    let days = Set(further.compactMap(\.born))
    draft.others.removeAll { $0.born.map(days.contains) ?? false }
    if let only = draft.subjects.first, draft.subjects.count == 1, only.name.isEmpty,
      only.born == nil
    {
      // Whoever stands in the list is the child; what was read of nobody is said of all of them.
      let ofAll = only.fields.filter { ![.policeRef, .age, .sex, .phone].contains($0.key) }
        .mapValues { found in
          var found = found
          found.isInferred = true
          return found
        }
      draft.subjects = further.map { child in
        var child = child
        child.fields.merge(ofAll) { own, _ in own }
        return child
      }
      draft.gaps.removeAll { if case .subject = $0.field { true } else { false } }
      draft.warnings.removeAll { $0 == ReportInterpreter.noName || $0 == ReportInterpreter.noKind }
    } else {
      draft.subjects += further
    }
    // What is said of each child is not lacking because it is not said of all.
    let whole = draft
    draft.gaps.removeAll { gap in
      guard case .report(let field) = gap.field else { return false }
      return whole.subjects.allSatisfy { whole.said(field, of: $0) != nil }
    }
  }

  private init(_ text: String, today: CivilDate) {
    lines = SourceText.lines(text).prefix(600).map { SourceText.cleaned($0) }
    self.today = today
    let all = BirthdaysNamed.mentions(in: lines, today: today)
    mentions = all.filter { (0..<18).contains($0.day.age(on: today)) }
  }

  private func children(besides draft: ReportDraft) -> [SubjectDraft] {
    let read = Set(draft.subjects.compactMap(\.born))
    let others = Set(draft.others.compactMap(\.born))
    let further = mentions.filter { !read.contains($0.day) }
    // Of friends and family one is named in passing; whoever is missing as well is said to be.
    let isList = Set(further.map(\.day).filter { !others.contains($0) }).count > 1
    var days: Set<CivilDate> = []
    let listed = listed(besides: draft)
    let born = further.filter { mention in
      isSaidMissing(mention) || isList && !others.contains(mention.day)
    }.filter { days.insert($0.day).inserted }.map { (line: $0.line, child: child($0)) }
    let all = (born + listed.filter { item in !born.contains { $0.line == item.line } })
      .sorted { $0.line < $1.line }
    return all.prefix(FurtherChildren.most).map(\.child)
  }

  /// Whether the sentence says that the child is missing: it may go on in the next line.
  private func isSaidMissing(_ mention: BirthdaysNamed.Mention) -> Bool {
    let own = lines[mention.line].lowercased()
    // A heading in capitals is no sentence that goes on.
    let next = lines.indices.contains(mention.line + 1) ? lines[mention.line + 1] : ""
    let words = Folding.words(own + " " + (next.contains("missing") ? next : ""))
    return words.indices.contains { place in
      words[place] == "missing"
        && FurtherChildren.denials.isDisjoint(with: words[..<place].suffix(3))
    }
  }

  private static let denials: Set = [
    "not", "never", "no", "isn", "isnt", "wasn", "wasnt", "previously",
  ]

  // MARK: What is said of each

  private func child(_ mention: BirthdaysNamed.Mention) -> SubjectDraft {
    let line = SourceText.squeezed(lines[mention.line])
    var child = SubjectDraft(isFurther: true)
    func keep(_ field: SubjectField, _ value: FieldValue) {
      child.fields[field] = Finding(
        value: value, seenAs: line, line: mention.line + 1, isInferred: true)
    }
    keep(.born, .date(mention.day))
    if let name = name(endingIn: mention.before) {
      keep(.familyName, .text(name.family))
      if let given = name.given { keep(.givenNames, .text(given)) }
    }
    if let item = ListItem(at: mention.line, of: lines) {
      for (field, text) in item.particulars { keep(field, .text(text)) }
    } else {
      keep(.circumstances, .text(sentence(around: mention.line)))
    }
    return child
  }

  /// The line with those about it: who reads it sees of whom it speaks.
  private func sentence(around line: Int) -> String {
    lines[max(0, line - 1)...min(lines.count - 1, line + 1)].map(SourceText.squeezed)
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `2. Mia GRANGE, 14, `: the name, whatever stands between it and the birthday.
  private func name(endingIn before: String) -> NameReader.Name? {
    var words = before.split(separator: " ")
    while let last = words.last?.lowercased(),
      FurtherChildren.between.contains(SourceText.trimmed(last, of: ["(", ")", ",", "-", ";"]))
        || last.first(where: { $0 != "(" })?.isNumber == true
    { words.removeLast() }
    guard let said = NameReader.trailing(in: words.joined(separator: " ")) else { return nil }
    return NameReader.split(SourceText.trimmed(said, of: [",", "(", "-", ";"]))
  }

  private static let between: Set = [
    "", "date", "of", "is", "was", "aged", "age", "yrs", "years", "old", "male", "female", "boy",
    "girl", "m", "f", "\u{2013}",
  ]

  // MARK: Without a birthday

  /// The lines of a list that give a child by a police reference alone: `2. Mia Grange, 14, ref 26MIS060802`.
  private func listed(besides draft: ReportDraft) -> [(line: Int, child: SubjectDraft)] {
    let items = lines.indices.compactMap { place in
      ListItem(at: place, of: lines).flatMap { item in
        item.reference.map { (line: place, item: item, reference: $0) }
      }
    }
    guard Set(items.map(\.reference)).count > 1 else { return [] }
    let names = Set(draft.subjects.map { Folding.fold($0.name) })
    var known = Set(draft.subjects.compactMap { $0.plain(.policeRef) })
    if draft.subjects.contains(where: { !$0.name.isEmpty }), let own = draft.plain(.policeRef) {
      known.insert(own)
    }
    return items.compactMap { place, item, reference in
      guard let name = item.name, known.insert(reference).inserted else { return nil }
      var child = SubjectDraft(isFurther: true)
      func keep(_ field: SubjectField, _ text: String) {
        child.fields[field] = Finding(
          value: .text(text), seenAs: item.text, line: place + 1, isInferred: true)
      }
      keep(.familyName, name.family)
      if let given = name.given { keep(.givenNames, given) }
      for (field, text) in item.particulars { keep(field, text) }
      return names.contains(Folding.fold(child.name)) ? nil : (place, child)
    }
  }
}

/// An item of a list in running text, with the lines in which it goes on.
private struct ListItem {
  /// What it says, without its number.
  let text: String

  /// Reads the item that begins at a line; nothing where none does.
  init?(at place: Int, of lines: [String]) {
    guard let first = ListItem.body(of: lines[place]) else { return nil }
    let further = lines[(place + 1)...].prefix(3).prefix { line in
      let text = SourceText.trimmed(line)
      // Only what is set in goes on with it.
      return !text.isEmpty && line.first == " " && ListItem.body(of: line) == nil
    }
    text = SourceText.squeezed(([first] + further).joined(separator: " "))
  }

  /// What stands behind `2.`, `2)` or a bullet.
  private static func body(of line: String) -> String? {
    let text = SourceText.trimmed(line)
    let figures = text.prefix { $0.isASCII && $0.isNumber }
    var rest = text.dropFirst(figures.count)
    guard let mark = rest.first,
      (1...2).contains(figures.count) ? ".):".contains(mark) : "-*\u{2022}\u{2013}".contains(mark),
      figures.count < 3
    else { return nil }
    rest = rest.dropFirst()
    // `10.30` and `--------` are no items.
    guard rest.first == " " || figures.isEmpty && rest.first?.isLetter == true else { return nil }
    return String(rest)
  }

  /// The police's reference.
  var reference: String? { Reference.all(in: text).first }

  /// The name with which it begins: `Mia GRANGE, 14`.
  var name: NameReader.Name? {
    let head = text.split(whereSeparator: { ",(;:-\u{2013}".contains($0) }).first.map(String.init)
    guard let said = head.flatMap({ NameReader.trailing(in: SourceText.trimmed($0)) }) else {
      return nil
    }
    return NameReader.split(said)
  }

  /// What is said in it of the child, as far as it can mean nobody else; all of it is kept as the circumstances.
  var particulars: [(SubjectField, String)] {
    let words = Folding.words(text)
    var found: [(SubjectField, String)] = [(.circumstances, text)]
    if let reference { found.append((.policeRef, reference)) }
    let sexes = Set(words.compactMap { ListItem.sexes[$0] })
    if let sex = sexes.first, sexes.count == 1 { found.append((.sex, sex)) }
    if let place = words.firstIndex(of: "risk") {
      let behind = words[(place + 1)...].prefix(2).joined(separator: " ")
      let before = place > 0 ? words[place - 1] : ""
      if let risk = RiskWords.grading(in: behind) ?? RiskWords.grading(in: before) {
        found.append((.risk, risk))
      }
    }
    return found
  }

  private static let sexes = ["male": "male", "boy": "male", "female": "female", "girl": "female"]
}
