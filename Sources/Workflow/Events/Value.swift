/// One value in the body of an event.
package enum Value: Hashable, Sendable {
  case text(String)
  case instant(Instant)
  case date(CivilDate)
  case flag(Bool)
  case number(Int)
  case list([String])
  /// Asked for and not known, which is not the same as not asked.
  case unknown

  /// As a person reads it.
  package var words: String {
    switch self {
    case .text(let text): text
    case .instant(let instant): instant.spoken
    case .date(let date): date.spoken
    case .flag(let flag): flag ? "yes" : "no"
    case .number(let number): "\(number)"
    case .list(let items): items.joined(separator: ", ")
    case .unknown: "not known"
    }
  }

  /// As it is typed on a command line and compared with codes in a pack.
  package var typed: String {
    switch self {
    case .instant(let instant): instant.iso
    case .date(let date): date.iso
    case .unknown: "unknown"
    case .list(let items): items.joined(separator: ",")
    default: words
    }
  }
}

/// A type that a field of an event may hold.
package protocol FieldValue: Sendable {
  /// Reads the value, or gives nothing where it is of another type.
  init?(value: Value)
  /// The value as it is stored.
  var stored: Value { get }
}

extension String: FieldValue {
  package init?(value: Value) {
    guard case .text(let text) = value else { return nil }
    self = text
  }
  package var stored: Value { .text(self) }
}

extension Instant: FieldValue {
  package init?(value: Value) {
    guard case .instant(let instant) = value else { return nil }
    self = instant
  }
  package var stored: Value { .instant(self) }
}

extension CivilDate: FieldValue {
  package init?(value: Value) {
    guard case .date(let date) = value else { return nil }
    self = date
  }
  package var stored: Value { .date(self) }
}

extension Bool: FieldValue {
  package init?(value: Value) {
    guard case .flag(let flag) = value else { return nil }
    self = flag
  }
  package var stored: Value { .flag(self) }
}

extension Int: FieldValue {
  package init?(value: Value) {
    guard case .number(let number) = value else { return nil }
    self = number
  }
  package var stored: Value { .number(self) }
}

extension [String]: FieldValue {
  package init?(value: Value) {
    guard case .list(let items) = value else { return nil }
    self = items
  }
  package var stored: Value { .list(self) }
}

/// A coded value: an enumeration whose raw values are the codes.
package protocol Coded: FieldValue, RawRepresentable, CaseIterable where RawValue == String {}

extension Coded {
  package init?(value: Value) {
    guard case .text(let code) = value else { return nil }
    self.init(rawValue: code)
  }
  package var stored: Value { .text(rawValue) }
}

extension Category: Coded {}
extension MissingFrom: Coded {}
extension Risk: Coded {}
extension PoliceCategory: Coded {}
extension EndTold: Coded {}
extension ReportMatter: Coded {}
extension RAG: Coded {}
extension ChildStatus: Coded {}
extension Marker: Coded {}
extension OfferAnswer: Coded {}
extension AcknowledgementAnswer: Coded {}
extension StepName: Coded {}
extension Role: Coded {}
extension WhoFound: Coded {}
extension Relation: Coded {}
extension Referral: Coded {}
