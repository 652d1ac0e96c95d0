/// Whose events belong together: one child, one report, or the desk itself.
package enum Stream: Hashable, Sendable {
  /// A child, with the child's missing records and episodes.
  case child(String)
  /// A report that came in.
  case report(String)
  /// The desk: its making, its staff.
  case desk

  /// As the journal stores it: `child:C104`, `report:R-2026-0001`, `desk`.
  package var text: String {
    switch self {
    case .child(let id): "child:" + id
    case .report(let reference): "report:" + reference
    case .desk: "desk"
    }
  }

  /// Reads what `text` writes.
  package init?(text: String) {
    if text == "desk" {
      self = .desk
    } else if text.hasPrefix("child:") {
      self = .child(String(text.dropFirst(6)))
    } else if text.hasPrefix("report:") {
      self = .report(String(text.dropFirst(7)))
    } else {
      return nil
    }
  }
}
