import Workflow

extension FormScreen {
  /// A place that is called safe though the words beside it say that it is not.
  ///
  /// - Returns: where it is said; nothing where nobody says so.
  func beliedSafety() -> String? {
    guard case .event(.returned, _, _) = purpose else { return nil }
    let denying = entries.first { entry in
      guard ["place", "circumstances"].contains(entry.field.name) else { return false }
      let said = entry.text.text.lowercased()
      return ["not safe", "unsafe", "n't safe", "n\u{2019}t safe", "not a safe"].contains {
        said.contains($0)
      }
    }
    return denying.map { "“\($0.field.label)” says that it is not: is it safe there?" }
  }
}
