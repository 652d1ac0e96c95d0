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
  }

  func keepDraft(_ draft: FormDraft, under key: String, of person: Person) throws {
    var body = Body(draft.values.mapValues(Value.text))
    body[name: Mark.focus] = draft.focus.map(Value.text)
    body[name: Mark.cursor] = .number(draft.cursor)
    body[name: Mark.version] = draft.version.map(Value.number)
    body[name: Mark.title] = .text(draft.title)
    try file.saveDraft(
      Draft(
        key: draftKey(key, person), person: person.id, form: key, body: body, saved: now()))
  }

  func draft(under key: String, of person: Person) throws -> FormDraft? {
    guard let kept = try file.draft(draftKey(key, person)) else { return nil }
    return FormDraft(
      values: kept.body.values.filter { !$0.key.hasPrefix("@") }.mapValues(\.typed),
      focus: kept.body[Field<String>(Mark.focus)],
      cursor: kept.body[Field<Int>(Mark.cursor)] ?? Int(Int32.max),
      version: kept.body[Field<Int>(Mark.version)],
      title: kept.body[Field<String>(Mark.title)] ?? "")
  }

  func dropDraft(under key: String, of person: Person) throws {
    try file.deleteDraft(draftKey(key, person))
  }

  /// What a person has begun and not recorded, newest first: which steps, children and reports have a
  /// draft.
  func draftMarks(of person: Person) throws -> [DraftMark] {
    try file.drafts(of: person.id).map { draft in
      DraftMark(
        key: draft.form, title: draft.body[Field<String>(Mark.title)] ?? "", saved: draft.saved)
    }
  }

  /// The keys under which the file has a person's drafts.
  func drafts(_ keys: [String], of person: Person) -> [String] {
    keys.map { draftKey($0, person) }
  }

  private func draftKey(_ key: String, _ person: Person) -> String { "\(person.id):\(key)" }
}
