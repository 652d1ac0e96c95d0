internal import Workflow

extension ReportInterpreter {
  /// Takes a child's particular; says whether the label is one of a child's.
  mutating func interpretSubject(_ entry: ReportLayout.Entry) -> Bool {
    switch entry.label {
    case .familyName, .givenNames: takeNamePart(entry)
    case .fullName: takeFullName(entry)
    case .noteSubject: break
    case .aliases: takeAliases(entry)
    case .born: takeBorn(entry)
    case .age: takeAge(entry.value, seenAs: entry.value, line: entry.valueLine)
    case .sex:
      if !isUnknown(entry, SubjectField.sex), let sex = Sex.read(entry.value) {
        keep(.sex, .text(sex), seenAs: entry.value, line: entry.valueLine)
      }
    case .ethnicity: takeText(entry, .ethnicity)
    case .language: takeLanguage(entry)
    case .address: takeAddress(entry)
    case .fromWhere where kind == .compactFound || kind == .compactMissing: takeAddress(entry)
    case .postcode:
      if let postcode = Contact.postcode(in: "X " + entry.value)
        ?? Contact.postcode(in: entry.value)
      {
        keep(.postcode, .text(postcode), seenAs: entry.value, line: entry.valueLine)
      }
    case .phone:
      if !isUnknown(entry, SubjectField.phone), let phone = Contact.phone(in: entry.value) {
        keep(.phone, .text(phone), seenAs: entry.value, line: entry.valueLine)
      }
    case .livingAt, .type, .lookedAfter, .category: takeHomeOrCare(entry)
    case .authority, .hostAuthority: takeAuthority(entry)
    case .worker: takeText(entry, .worker, isName: true)
    case .legal: takeLegal(entry)
    case .uasc, .trafficking: takeYes(entry)
    case .medical: takeMedical(entry)
    case .marks: takeText(entry, .marks)
    case .height: takeAppearance(entry, "height")
    case .build: takeAppearance(entry, "build")
    case .hair: takeAppearance(entry, "hair")
    case .eyes: takeAppearance(entry, "eyes")
    case .clothing: takeClothing(entry)
    case .school: takeText(entry, .school)
    case .riskWords: addMarkers(entry.value, seenAs: entry.value, line: entry.valueLine)
    case .circumstances: takeCircumstances(entry)
    case .relation: break
    default: return interpretEpisode(entry)
    }
    return true
  }

  mutating func takeText(
    _ entry: ReportLayout.Entry, _ field: SubjectField, isName: Bool = false
  ) {
    guard !isUnknown(entry, field) else { return }
    let text = SourceText.squeezed(entry.value)
    keep(
      field, .text(isName ? NameReader.display(text) : text), seenAs: text, line: entry.valueLine)
  }

  /// What a child looks like stands under several labels and is circulated as one description.
  private mutating func takeAppearance(_ entry: ReportLayout.Entry, _ of: String) {
    guard !entry.value.isEmpty, !Unknown.isStated(entry.value) else { return }
    let seen = SourceText.squeezed(entry.value)
    // What is written in capitals throughout is no name.
    let said = seen == seen.uppercased() ? seen.lowercased() : seen
    let before = current.map { subjects[$0][.appearance] } ?? shared[.appearance]
    let text = [before?.value.text, "\(of) \(said)"].compactMap { $0 }.joined(separator: "; ")
    let found = Finding(
      value: .text(text), seenAs: before?.seenAs ?? seen, line: before?.line ?? entry.valueLine)
    if let current { subjects[current][.appearance] = found } else { shared[.appearance] = found }
  }

  private mutating func takeNamePart(_ entry: ReportLayout.Entry) {
    let field: SubjectField = entry.label == .familyName ? .familyName : .givenNames
    guard !isUnknown(entry, field) else { return }
    let seen = SourceText.squeezed(entry.pieces[0].text)
    let text = NameReader.withoutBrackets(seen)
    guard !text.isEmpty, text.unicodeScalars.count <= 120 else {
      leaveOpen(field, .unreadable(String(seen.prefix(120))), line: entry.valueLine)
      return
    }
    keep(field, .text(NameReader.display(text)), seenAs: seen, line: entry.valueLine)
  }

  private mutating func takeFullName(_ entry: ReportLayout.Entry) {
    guard !isUnknown(entry, SubjectField.familyName) else { return }
    // What follows a wide gap is another column.
    let text = SourceText.trimmed(entry.pieces[0].text.beforeWideGap)
    guard let name = NameReader.split(text) else {
      leaveOpen(SubjectField.familyName, .unreadable(String(text.prefix(120))), line: entry.line)
      return
    }
    keep(.familyName, .text(name.family), seenAs: text, line: entry.valueLine)
    if let given = name.given {
      keep(.givenNames, .text(given), seenAs: text, line: entry.valueLine)
    }
    for piece in entry.pieces.dropFirst() {
      for part in piece.text.split(separator: ",") {
        let value = SourceText.trimmed(String(part))
        if let sex = Sex.read(value), value.utf8.count < 8 {
          keep(.sex, .text(sex), seenAs: value, line: piece.line)
        } else if Folding.words(value).first == "aged" {
          takeAge(value, seenAs: value, line: piece.line)
        }
      }
    }
  }

  private mutating func takeAliases(_ entry: ReportLayout.Entry) {
    guard !isUnknown(entry, SubjectField.aliases) else { return }
    if ["none", "none known", "nil", "no"].contains(Folding.fold(entry.value)) { return }
    let names = entry.value.split(whereSeparator: { ",;/".contains($0) }).map {
      NameReader.display(
        SourceText.squeezed(
          SourceText.trimmed(String($0), of: ["\"", "'", "\u{201C}", "\u{201D}", "\u{2018}", "."])))
    }.filter { !$0.isEmpty }
    guard !names.isEmpty else { return }
    keep(.aliases, .list(names), seenAs: entry.value, line: entry.valueLine)
  }

  private mutating func takeBorn(_ entry: ReportLayout.Entry) {
    guard !isUnknown(entry, SubjectField.born) else { return }
    guard let moment = MomentReader.first(in: entry.value), var date = moment.date else {
      if let moment = MomentReader.first(in: entry.value) { note(moment, line: entry.valueLine) }
      leaveOpen(SubjectField.born, .unreadable(entry.value), line: entry.valueLine)
      return
    }
    // Two figures for the year: nobody is born after the report.
    if let latest = told(.reportedAt)?.value.day ?? report[.sentAt]?.value.day, date > latest,
      !moment.seenAs.contains(String(date.year)),
      let earlier = CivilDate(year: date.year - 100, month: date.month, day: date.day)
    {
      date = earlier
    }
    keep(.born, .date(date), seenAs: moment.seenAs, line: entry.valueLine)
    if let end = entry.value.firstRange(of: moment.seenAs)?.upperBound {
      let behind = SourceText.trimmed(String(entry.value[end...]))
      if behind.count == 1, let sex = Sex.read(behind) {
        keep(.sex, .text(sex), seenAs: behind, line: entry.valueLine)
      }
    }
    let rest = NameReader.bracketed(entry.value) ?? ""
    if rest.lowercased().contains("y") { takeAge(rest, seenAs: rest, line: entry.valueLine) }
  }

  mutating func takeAge(_ value: String, seenAs: String, line: Int) {
    guard let number = value.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) }),
      (0...25).contains(number)
    else { return }
    keep(.age, .number(number), seenAs: seenAs, line: line)
  }

  private mutating func takeLanguage(_ entry: ReportLayout.Entry) {
    guard !isUnknown(entry, SubjectField.firstLanguage) else { return }
    var text = entry.value.split(separator: ";").first.map(String.init) ?? entry.value
    if let mark = text.firstRange(of: "(first)") { text = String(text[..<mark.lowerBound]) }
    text = SourceText.squeezed(text)
    keep(.firstLanguage, .text(text), seenAs: entry.value, line: entry.valueLine)
  }

  private mutating func takeAddress(_ entry: ReportLayout.Entry) {
    guard !isUnknown(entry, SubjectField.address) else { return }
    let seen = SourceText.squeezed(entry.value)
    let words = Folding.fold(seen)
    if words.hasPrefix("as subject ") || words == "as above" || words.hasPrefix("same as") {
      let number = words.split(separator: " ").compactMap { Int($0) }.first ?? 1
      if number >= 1, number <= subjects.count, let other = subjects[number - 1][.address] {
        keep(.address, other.value, seenAs: seen, line: entry.valueLine)
        if let code = subjects[number - 1][.postcode] {
          keep(.postcode, code.value, seenAs: seen, line: entry.valueLine)
        }
      }
      return
    }
    let text = NameReader.display(seen)
    keep(.address, .text(text), seenAs: seen, line: entry.valueLine)
    if let postcode = Contact.postcode(in: seen) {
      keep(.postcode, .text(postcode), seenAs: seen, line: entry.valueLine, isInferred: true)
    }
  }

  private mutating func takeCircumstances(_ entry: ReportLayout.Entry) {
    guard !isUnknown(entry, SubjectField.circumstances) else { return }
    keep(
      .circumstances, .text(SourceText.squeezed(entry.value)),
      seenAs: String(entry.pieces[0].text.prefix(80)), line: entry.valueLine)
  }
}
