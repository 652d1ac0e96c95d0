/// Whose each label is in a report that numbers its children, `SUBJECT 1`, `Child 2: Ana Brannock`.
struct NumberedBlocks {
  /// Whether it numbers more than one child, or one of several.
  let areSeveral: Bool
  private let children: [Int?]
  /// The entries above the first number that name a child who has none.
  private let unnumbered: Int

  /// Reads whose each label is; nothing where no child is numbered.
  ///
  /// - Parameter entries: all labels of the report.
  init?(_ entries: [ReportLayout.Entry]) {
    let numbers = entries.map(\.section.number)
    guard let first = numbers.firstIndex(where: { $0 != nil }) else { return nil }
    areSeveral = numbers.contains { ($0 ?? 0) > 1 }
    var starts: [Int] = []
    var held: Int?
    var child: Int?
    var children: [Int?] = []
    for (place, entry) in entries.enumerated() {
      if let number = numbers[place], number != held {
        starts.append(place)
        held = number
      }
      // A part of a child's particulars under a heading of its own goes on with the child.
      if entry.section != .subject(nil) { child = numbers[place].map { $0 - 1 } }
      children.append(child)
    }
    let end = ReportBlocks.ruledOff(entries, starts: starts)
    self.children = children.enumerated().map { $0 < end ? $1 : nil }
    // Where the second is the first that has a number, the first is named above it.
    let isNamed = entries[..<first].contains { entry in
      [.familyName, .fullName].contains(entry.label) && entry.section.isAboutChild
        && entry.person == .subject
    }
    let least = numbers.compactMap { $0 }.min() ?? 1
    unnumbered = least > 1 && isNamed ? first : 0
  }

  /// Whose an entry is, and in whose own block it stands.
  ///
  /// - Parameter place: the entry.
  /// - Returns: the child, counted from 0; nothing where it is said of all.
  func child(at place: Int) -> (current: Int?, block: Int?) {
    if place < unnumbered { return (0, nil) }
    // What heads the only child is the report's as well.
    return (children[place], areSeveral ? children[place] : nil)
  }
}
