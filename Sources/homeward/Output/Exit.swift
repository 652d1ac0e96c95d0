import ArgumentParser

/// Why a command ends without having done its work: a sentence for the person, a status for scripts.
struct Failure: Error {
  let status: Status
  let sentence: String

  init(_ status: Status, _ sentence: String) {
    self.status = status
    self.sentence = sentence
  }

  /// Exit statuses, after sysexits.h.
  enum Status: Int32 {
    /// Refused by a rule, or findings.
    case refused = 1
    case usage = 64
    case badInput = 65
    case busy = 69
    case inputOutput = 74
    case notAllowed = 77
    case badConfiguration = 78
  }
}
