import Workflow

// What follows in a form from what was typed into a line, or taken into it from a list.

extension FormScreen {
  /// Sees to what follows from the change of the line that has the keys.
  ///
  /// - Parameter before: the line as it was.
  mutating func follow(changeFrom before: FormEntry) {
    if entries[focus].spelt != before.spelt { isDirty = true }
    let isChanged = entries[focus].text.text != before.text.text
    if isChanged || entries[focus].spelt != before.spelt { pinTimes() }
    guard isChanged else { return }
    if entries[focus].isTime { entries[focus].typedAt = writer?.now }
    entries[focus].error = nil
    isDirty = true
    dropComplaints()
    if !entries[focus].codes.isEmpty { look() }
    askForReason()
    if ["child", "child-id"].contains(entries[focus].field.name) {
      hasChosenChild = hasChosenChild || entries[focus].field.name == "child"
      reshape()
    }
  }

  /// From the first letter on "now" is when the form was begun, as it is when it comes back as a draft.
  private mutating func pinTimes() {
    for index in entries.indices where entries[index].isStillNow && entries[index].typedAt == nil {
      entries[index].typedAt = writer?.now
    }
  }

  /// Says in a line what was chosen in the list of all that it offers.
  ///
  /// - Parameters:
  ///   - codes: what was chosen, in order; nothing empties the line.
  ///   - field: the field of the line; one that is not asked any longer takes nothing.
  mutating func take(_ codes: [String], in field: String) {
    guard let place = entries.firstIndex(where: { $0.field.name == field }) else { return }
    if place != focus { moveFocus(to: place) }
    let before = entries[place]
    entries[place].take(codes)
    follow(changeFrom: before)
  }
}
