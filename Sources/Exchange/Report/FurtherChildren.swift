internal import Workflow

/// The children of whom a text tells in its own way, besides those whom the reader knows by the text's form: the
/// lines of a numbered list, a sister in the prose who "is also missing".
///
/// Each is a child of the report, who waits for a triage of its own, however little was read: a child too many
/// costs somebody a look, a child too few is forgotten.
struct FurtherChildren {
  let lines: [String]
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
      // But what stands in the line of one is that one's.
      let lines = Set(further.compactMap { $0.fields[.born]?.line })
      draft.subjects = further.map { child in
        var child = child
        let own = child.fields[.born]?.line
        child.fields.merge(ofAll.filter { !lines.contains($0.value.line) || $0.value.line == own })
        {
          own, _ in own
        }
        return child
      }
      draft.gaps.removeAll { if case .subject = $0.field { true } else { false } }
      draft.doubts.removeAll {
        [ReportInterpreter.noName, ReportInterpreter.noKind].contains($0.words)
      }
      draft.doubts = draft.doubts.map { ReportDoubt($0.words) }
    } else {
      draft.subjects += further
    }
    AlsoMissing.add(to: &draft, received: received)
    draft.doubtWhatLiesAhead(of: received)
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
    // A letter of one child names that child, whatever it says of it: found, it is not said to be missing.
    let isAlone =
      Set(mentions.map(\.day)).count == 1 && draft.subjects.count <= 1
      && draft.subjects.allSatisfy { $0.name.isEmpty && $0.born == nil }
    let born = further.filter { mention in
      isSaidMissing(mention) || isAlone || isList && !others.contains(mention.day)
    }.filter { days.insert($0.day).inserted }.map { (line: $0.line, child: child($0)) }
    let told = born + listed.filter { item in !born.contains { $0.line == item.line } }
    let (named, unnamed) = counted(besides: draft, and: told.map(\.child))
    let all = (told + named).sorted { $0.line < $1.line }.map(\.child) + unnamed
    return Array(all.prefix(FurtherChildren.most))
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
    // A line may break between the name and what stands in brackets behind it.
    let isBare =
      mention.line > 0 && Folding.words(mention.before).allSatisfy(Self.between.contains)
    let before = (isBare ? lines[mention.line - 1] + " " : "") + mention.before
    if let name = name(endingIn: before) {
      keep(.familyName, .text(name.family))
      if let given = name.given { keep(.givenNames, .text(given)) }
    }
    if let item = ListItem(at: mention.line, of: lines) {
      for (field, text) in item.particulars { keep(field, .text(text)) }
      if let seen = item.lastSeen { keep(.lastSeenAt, .instant(seen)) }
    } else {
      keep(.circumstances, .text(sentence(around: mention.line)))
      for (field, text) in particulars(inProse: mention) { keep(field, .text(text)) }
      if isAlone(mention), let seen = ListItem(prose: lines[mention.line]).lastSeen {
        keep(.lastSeenAt, .instant(seen))
      }
    }
    return child
  }

  /// The grading and the reference in a line of prose that tells of one child alone and has one of each.
  private func particulars(inProse mention: BirthdaysNamed.Mention) -> [(SubjectField, String)] {
    let line = lines[mention.line]
    guard isAlone(mention), Reference.all(in: line).count <= 1,
      Folding.words(line).count(where: { $0 == "risk" }) <= 1
    else { return [] }
    return ListItem(prose: line).particulars.filter { [.risk, .policeRef].contains($0.0) }
  }

  /// Whether nobody else stands in the line.
  private func isAlone(_ mention: BirthdaysNamed.Mention) -> Bool {
    mentions.count { $0.line == mention.line } == 1
  }

  /// The line with those about it: who reads it sees of whom it speaks.
  ///
  /// What is said of another child in a sentence of its own is left out, and the heading of a form's part.
  func sentence(around line: Int) -> String {
    func isOthers(_ other: Int) -> Bool {
      let upper = min(line, other)
      return mentions.contains { $0.line == other }
        && (SourceText.trimmed(lines[upper]).last.map { ".!?".contains($0) } ?? true)
    }
    func isHeading(_ other: Int) -> Bool { Section.heading(LabelMatch.plain(lines[other])) != nil }
    // What begins behind the line is read to its end: half a sentence may leave out the insulin.
    var last = min(lines.count - 1, line + 1)
    while last > line, last < min(lines.count - 1, line + 5), goesOn(last), !isOthers(last + 1),
      !isHeading(last + 1)
    { last += 1 }
    return (max(0, line - 1)...last)
      .filter { $0 == line || !isOthers($0) && !isHeading($0) }
      .map { SourceText.squeezed(lines[$0]) }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Whether a line breaks off in the middle of a sentence that the next one ends.
  private func goesOn(_ line: Int) -> Bool {
    guard let end = SourceText.trimmed(lines[line]).last, lines.indices.contains(line + 1) else {
      return false
    }
    let next = SourceText.trimmed(lines[line + 1])
    return !".!?:".contains(end) && !next.isEmpty && !ListItem.begins(next)
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
    "girl", "m", "f", "\u{2013}", "she's", "he's", "she\u{2019}s", "he\u{2019}s", "who", "she",
    "he", "just",
    "turned", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
  ]

  // MARK: Without a birthday in words

  /// The items of a list that each begin with a name and say of a child what nobody says of a place: an age, a
  /// birthday, a police reference: `- Keira Dunmore, 14, placed by Eastmere`.
  private func listed(besides draft: ReportDraft) -> [(line: Int, child: SubjectDraft)] {
    let items = lines.indices.compactMap { place in
      ListItem(at: place, of: lines).flatMap { item in
        (item.tellsOfChild(today) || item.firstName != nil) && !isOfOthers(place)
          ? (line: place, item: item) : nil
      }
    }
    let born = Set(mentions.map(\.line).filter { ListItem.begins(lines[$0]) })
    let named = items.filter { !born.contains($0.line) }.compactMap { $0.item.name?.whole }
    guard Set(named).count + born.count > 1 else { return [] }
    let read = draft.subjects
    let names = Set(read.map { Folding.fold($0.name) })
    let days = Set(read.compactMap(\.born))
    var known = Set(read.compactMap { $0.plain(.policeRef) })
    if read.contains(where: { !$0.name.isEmpty }), let own = draft.plain(.policeRef) {
      known.insert(own)
    }
    return items.compactMap { place, item in
      if let reference = item.reference, !known.insert(reference).inserted { return nil }
      if let born = item.born(today), days.contains(born) { return nil }
      let child = child(item, line: place)
      return names.contains(Folding.fold(child.name)) ? nil : (place, child)
    }
  }

  private func child(_ item: ListItem, line: Int) -> SubjectDraft {
    var child = SubjectDraft(isFurther: true)
    func keep(_ field: SubjectField, _ value: FieldValue) {
      child.fields[field] = Finding(
        value: value, seenAs: item.text, line: line + 1, isInferred: true)
    }
    if let name = item.name ?? item.firstName {
      if !name.family.isEmpty { keep(.familyName, .text(name.family)) }
      if let given = name.given { keep(.givenNames, .text(given)) }
    }
    if let born = item.born(today) {
      keep(.born, .date(born))
    } else if let age = item.age {
      keep(.age, .number(age))
    }
    for (field, text) in item.particulars { keep(field, .text(text)) }
    if let seen = item.lastSeen { keep(.lastSeenAt, .instant(seen)) }
    return child
  }

  /// Whether the list to which a line belongs is headed as one of friends or family.
  private func isOfOthers(_ place: Int) -> Bool {
    let heading = lines[..<place].last { line in
      !SourceText.trimmed(line).isEmpty && line.first != " " && !ListItem.begins(line)
    }
    let words = Set(Folding.words(heading ?? ""))
    return !words.contains("missing") && !words.isDisjoint(with: FurtherChildren.others)
  }

  private static let others: Set = [
    "associate", "associates", "friend", "friends", "sibling", "siblings", "family", "household",
    "contact", "contacts", "network", "relatives", "witnesses",
  ]
}

extension NameReader.Name {
  /// Both halves.
  var whole: String { Folding.fold("\(family) \(given ?? "")") }
}
