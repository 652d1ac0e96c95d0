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
    try file.drafts(of: person.id).first { form(of: $0) == .cutOff }.map(mark)
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
    try file.drafts(of: person.id).map(mark)
  }

  private func mark(_ draft: Draft) -> DraftMark {
    DraftMark(
      key: draft.form, title: draft.body[Field<String>(Mark.title)] ?? "", saved: draft.saved)
  }

  /// The keys under which the file has a person's drafts.
  func drafts(_ keys: [String], of person: Person) -> [String] {
    keys.map { draftKey($0, person) }
  }

  private func draftKey(_ key: String, _ person: Person) -> String { "\(person.id):\(key)" }
}
