import Desk
import Store
import Workflow

/// Drafts on their way to the desk's file and back: what was typed by the names of the fields, what
/// belongs to the form by names that no field has.
extension Workbench {
  private enum Mark {
    static let focus = "@focus"
    static let cursor = "@cursor"
    static let version = "@version"
    static let title = "@title"
    /// The process on whose screen the form lies open.
    static let process = "@process"
  }

  func keepDraft(_ draft: FormDraft, under key: String, of person: Person) throws {
    var body = Body(draft.values.mapValues(Value.text))
    body[name: Mark.focus] = draft.focus.map(Value.text)
    body[name: Mark.cursor] = .number(draft.cursor)
    body[name: Mark.version] = draft.version.map(Value.number)
    body[name: Mark.title] = .text(draft.title)
    if draft.form == .open { body[name: Mark.process] = .text(ProcessMark.own.text) }
    try file.saveDraft(
      Draft(
        key: draftKey(key, person), person: person.id, form: key, body: body, saved: now()))
  }

  func draft(under key: String, of person: Person) throws -> FormDraft? {
    guard let kept = try file.draft(draftKey(key, person)) else { return nil }
    var draft = FormDraft(
      values: kept.body.values.filter { !$0.key.hasPrefix("@") }.mapValues(\.typed),
      focus: kept.body[Field<String>(Mark.focus)],
      cursor: kept.body[Field<Int>(Mark.cursor)] ?? Int(Int32.max),
      version: kept.body[Field<Int>(Mark.version)],
      title: kept.body[Field<String>(Mark.title)] ?? "")
    draft.form = form(of: kept)
    return draft
  }

  /// The newest draft whose form was open when the person's desk ended, or nothing.
  func cutOff(of person: Person) throws -> DraftMark? {
    try file.drafts(of: person.id).first { form(of: $0) == .cutOff }.map { try mark($0, person) }
  }

  /// The id of whoever had a form open when a desk ended, the newest of all: in a drill one plays them all, and goes
  /// on as whoever was typing.
  func cutOffPerson() throws -> String? {
    try file.drafts(ofOthersThan: "").first { form(of: $0) == .cutOff }?.person
  }

  /// What became of the form of a draft: a desk's file is used on one machine only, so that the process
  /// can be asked for.
  private func form(of draft: Draft) -> FormDraft.Form {
    guard let kept = draft.body[Field<String>(Mark.process)] else { return .left }
    let process = ProcessMark(kept)
    if process == .own { return .open }
    return process.isRunning ? .openElsewhere : .cutOff
  }

  func dropDraft(under key: String, of person: Person) throws {
    try file.deleteDraft(draftKey(key, person))
  }

  /// What a person has begun and not recorded, newest first: which steps, children and reports have a
  /// draft.
  func draftMarks(of person: Person) throws -> [DraftMark] {
    try file.drafts(of: person.id).map { try mark($0, person) }
  }

  /// Of which children of a report a person has begun the triage, counted from 1.
  func begun(ofReport reference: String, by person: Person?) throws -> [Int] {
    guard let person else { return [] }
    let prefix = "triage:\(reference):"
    return try file.draftKeys(of: person.id).map(Self.plainKey).filter { $0.hasPrefix(prefix) }
      .compactMap { Int($0.dropFirst(prefix.count)) }
  }

  /// What others have begun and not recorded, by the child's id or the report's reference, newest first.
  ///
  /// - Parameter person: who asks, and knows of the own drafts.
  /// - Returns: for each child and report on which something is begun, by whom and since when.
  /// - Throws: why the desk's file cannot be read.
  func begunByOthers(than person: Person?) throws -> [String: [BegunByOther]] {
    let drafts = try file.drafts(ofOthersThan: person?.id ?? "")
    if drafts.isEmpty { return [:] }
    let names = try Dictionary(
      records(for: person).staff().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }
    )
    var begun: [String: [BegunByOther]] = [:]
    for draft in drafts {
      let marks = DraftMarks(keys: [draft.form])
      for subject in marks.subjects {
        begun[subject, default: []].append(
          BegunByOther(
            name: names[draft.person] ?? draft.person, saved: draft.saved,
            what: marks.words(on: subject)))
      }
    }
    return begun
  }

  /// A draft as the list shows it; of one on a report the name that was read stands before the reference.
  private func mark(_ draft: Draft, _ person: Person) throws -> DraftMark {
    let title = draft.body[Field<String>(Mark.title)] ?? ""
    let mark = DraftMark(key: draft.form, title: title, saved: draft.saved)
    let records = records(for: person)
    guard let reference = mark.report, let report = try records.report(reference) else {
      return mark
    }
    // Of one of several children the title names whom it is about.
    if title.hasPrefix("Triage · child ") || title.hasPrefix(FormScreen.takeBackTitle) {
      return mark
    }
    let name = try readName(of: report.row, records)
    return DraftMark(
      key: draft.form, title: title.replacing(reference, with: "\(name) · \(reference)"),
      saved: draft.saved)
  }

  /// The keys under which the file has a person's drafts.
  func drafts(_ keys: [String], of person: Person) -> [String] {
    keys.map { draftKey($0, person) }
  }

  private func draftKey(_ key: String, _ person: Person) -> String { "\(person.id):\(key)" }
}
