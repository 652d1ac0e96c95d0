/// A child whom somebody asked for, and how sure it is that this one is meant.
package struct FoundChild: Sendable {
  /// By what a child is found.
  package enum Way: Sendable {
    /// By what was typed, as it was typed.
    case written
    /// By a name that is nearly spelt so, or sounds so.
    case sound
    /// By a name that is not written so and sounds otherwise, where nobody's is nearer.
    case nearest
    /// By the date of birth alone, where a name was typed besides.
    case birthday
    /// By the name alone, where another date of birth was typed besides.
    case otherBirthday
  }

  /// The child as lists show it.
  package let row: ChildRow
  /// By what it was found.
  package let way: Way

  init(_ row: ChildRow, by way: Way = .written) {
    self.row = row
    self.way = way
  }

  /// The child's id.
  package var id: String { row.id }

  /// What a person is told of it: `sounds like it`; nothing of a child found by what was typed.
  package var words: String? {
    switch way {
    case .written: nil
    case .sound: "sounds like it"
    case .nearest: "nearest, not written so"
    case .birthday: "born then, another name"
    case .otherBirthday: "born on another day"
    }
  }
}
