import Workflow

/// The line of a child's page that says what nobody has said yet: an entry with nothing in it is not mistaken for
/// work that was done, nor what was never asked for a no.
struct UnsaidLine {
  /// What presses of what the record leaves open; a record that all have acknowledged says no more than was said.
  private let open: [Unfinished]

  /// Looks at what a record leaves open.
  init(_ unfinished: [Unfinished]) { open = unfinished.filter(\.presses) }

  /// The line, such as `? Still to be filled in (2 things, F): Interview held (Sat 24 Oct 13:00): outcome, what was
  /// said`, or `? Not said if the child is safe there (F): Returned (Sat 24 Oct 08:10)`.
  ///
  /// - Parameter key: the key that fills it in.
  /// - Returns: the words; nothing where nothing presses.
  func words(key: String) -> String? {
    let held = open.first { !$0.blocking.isEmpty }
    // Cut at the end of the line, the one word that matters would be gone: it comes first. Of the entry that is to
    // be filled in anyhow it is one of its things.
    let grave = open.filter { !$0.grave.isEmpty && $0.event.sequence != held?.event.sequence }
    let unsaid = grave.flatMap(\.grave).compactMap(\.gravity).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let notSaid = unsaid.isEmpty ? nil : "? Not said \(unsaid.joined(separator: ", nor "))"
    guard let held else {
      return notSaid.map { "\($0) (\(key)): " + grave.map(\.occasion).joined(separator: ", ") }
    }
    let things = open.reduce(0) { $0 + $1.fields.count }
    let places = open.count > 1 ? " in \(open.count) entries" : ""
    return (notSaid.map { "\($0). Still" } ?? "? Still")
      + " to be filled in (\(things) thing\(things == 1 ? "" : "s")\(places), \(key)): "
      + held.words(held.fields)
  }
}
