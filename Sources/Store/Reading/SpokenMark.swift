import Workflow

/// Something by which people point at a report who ring about it, and that stands in its text: a telephone
/// number, a postcode, or part of a reference, which may be of another child of the same report.
package enum SpokenMark: Sendable {
  case phone(SpokenPhone)
  case reference(PartOfReference)

  /// Reads what was typed; nothing where it is neither, or where it is a date.
  package init?(_ typed: String) {
    if let phone = SpokenPhone(typed) {
      self = .phone(phone)
      return
    }
    let isDate = SpokenBirthday.take(from: typed) != nil
    // `14 Lanthorn Street` is no reference: its letters stand by themselves, and are many.
    let words = typed.split(separator: " ")
    let isOne = words.allSatisfy { $0.contains(where: \.isNumber) || $0.count <= 4 }
    guard !isDate, isOne, let part = PartOfReference(typed), part.isTelling else { return nil }
    self = .reference(part)
  }

  /// What the text of a report is compared with, for `LIKE`.
  var pattern: String {
    switch self {
    case .phone(let phone): phone.pattern
    case .reference(let part): part.textPattern
    }
  }

  /// The condition that the pattern goes into: of a report's body without what may part a number there.
  var condition: String {
    switch self {
    case .phone: "replace(replace(j.body, ' ', ''), '-', '') LIKE ?"
    case .reference: "replace(j.body, ' ', '') LIKE ?"
    }
  }

  /// Whether it stands in a text.
  ///
  /// - Parameter text: a report, or one line of it.
  /// - Returns: whether it does, however it is parted there.
  package func stands(in text: some StringProtocol) -> Bool {
    switch self {
    case .phone(let phone): phone.stands(in: text)
    case .reference(let part): part.stands(in: text)
    }
  }
}
