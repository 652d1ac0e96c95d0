package import Workflow

/// A value that was taken from a text, with the place from which it comes.
package struct Finding: Sendable, Equatable {
  /// The value, in the desk's own form.
  package var value: FieldValue
  /// How it stands in the text.
  package var seenAs: String
  /// The line of the text, counted from 1.
  package var line: Int
  /// Whether it follows from another statement instead of being stated itself.
  package var isInferred: Bool

  /// Makes a finding.
  package init(value: FieldValue, seenAs: String, line: Int, isInferred: Bool = false) {
    self.value = value
    self.seenAs = seenAs
    self.line = line
    self.isInferred = isInferred
  }
}

/// The value of a field.
package enum FieldValue: Sendable, Equatable {
  case text(String)
  case list([String])
  case number(Int)
  case date(CivilDate)
  case instant(Instant)

  /// For people.
  package var spoken: String {
    switch self {
    case .text(let text): text
    case .list(let items): items.joined(separator: ", ")
    case .number(let number): String(number)
    case .date(let date): date.spoken
    case .instant(let instant): instant.spoken
    }
  }

  /// For files and JSON: dates and times in ISO 8601, lists joined with semicolons.
  package var plain: String {
    switch self {
    case .text(let text): text
    case .list(let items): items.joined(separator: "; ")
    case .number(let number): String(number)
    case .date(let date): date.iso
    case .instant(let instant): instant.iso
    }
  }
}

/// A field that the sender left open.
package struct Gap: Sendable, Equatable {
  /// Whose field it is.
  package enum Field: Sendable, Hashable {
    case report(ReportField)
    /// The child's place among the subjects, counted from 0, and the field.
    case subject(Int, SubjectField)
  }

  /// Why it is empty.
  package enum Reason: Sendable, Hashable {
    /// The text does not speak of it.
    case notMentioned
    /// The sender says that it is not known, in these words.
    case statedUnknown(String)
    /// Something stands there that cannot be read as such a value.
    case unreadable(String)
  }

  /// Whose field it is, and which.
  package var field: Field
  /// Why it is empty.
  package var reason: Reason
  /// The line on which that is said; nothing where the text does not speak of it.
  package var line: Int?

  /// Makes a gap.
  package init(field: Field, reason: Reason, line: Int? = nil) {
    self.field = field
    self.reason = reason
    self.line = line
  }
}
