/// How often a child went within some time up to a going, that one included: `missing-in-30-days`.
///
/// The three counts over 90 days are facts, read once for all rules; the other windows are counted
/// where a condition asks for them.
package struct Recurrence: Hashable, Sendable {
  /// Which goings count.
  package let kind: Kind
  /// How far back: days or months.
  package let window: TimeLimit

  /// Which goings count.
  package enum Kind: String, CaseIterable, Sendable {
    case episodes
    case missing
    case absences
  }

  /// The longest window, in days: ten years, as for limits.
  private static let mostDays = 3_660

  /// Makes a count.
  package init(_ kind: Kind, within window: TimeLimit) {
    self.kind = kind
    self.window = window
  }

  /// Reads a count with its window, `missing-in-30-days`, `episodes-in-6-months`; nothing where it is
  /// none, or of another unit than days, weeks and months.
  package init?(name: some StringProtocol) {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[1] == "in", let kind = Kind(rawValue: String(parts[0])),
      let window = TimeLimit(text: "\(parts[2]) \(parts[3])")
    else { return nil }
    switch window {
    case .days(1...Recurrence.mostDays), .months(1...120): self.init(kind, within: window)
    default: return nil
    }
  }

  /// As a pack writes it.
  package var name: String {
    "\(kind.rawValue)-in-\(window.words.split(separator: " ").joined(separator: "-"))"
  }

  /// In words: `missing in 30 days`.
  package var words: String { "\(kind.rawValue) in \(window.words)" }

  /// How often, up to the going that a situation is about; nothing where its start is not known.
  package func count(in situation: Situation) -> Int? {
    guard let upTo = situation.start?.at else { return nil }
    let earliest =
      switch window {
      case .months(let months): London.adding(months: -months, to: upTo)
      case .days(let days): London.adding(days: -days, to: upTo)
      case .hours, .workingDays: upTo
      }
    return situation.child.episodes(from: earliest, upTo: upTo) { category in
      switch kind {
      case .episodes: true
      case .missing: category != .unauthorisedAbsence
      case .absences: category == .unauthorisedAbsence
      }
    }
  }
}
