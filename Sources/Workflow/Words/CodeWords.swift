/// Codes as people read them.
package enum CodeWords {
  /// Codes whose words are not the code with spaces.
  private static let own = [
    "cse": "CSE", "cce": "CCE", "fgm": "FGM", "uasc": "UASC", "rhi": "RHI", "tys": "TYS",
    "none-apparent": "no apparent risk", "none": "no status", "looked-after": "looked after",
    "no-answer": "no answer", "rhi-worker": "RHI worker", "tys-worker": "TYS worker",
    "iro": "IRO", "dcs": "DCS", "cp-chair": "child protection chair", "yos": "YOS",
    "camhs": "CAMHS", "nrm": "NRM", "added-to-episode": "joined to the episode",
    "added-to-record": "joined to the open record",
  ]

  /// A code as people read it: `no-answer` is "no answer", `cse` is "CSE".
  ///
  /// - Parameter code: one code; what is none comes back as it is.
  /// - Returns: the words.
  package static func words(_ code: String) -> String {
    own[code] ?? code.split(separator: "-", omittingEmptySubsequences: false).joined(separator: " ")
  }

  /// A code of a form's list as people read it: steps, trays and roles by their titles.
  ///
  /// - Parameter code: one code; what is none comes back with spaces for its hyphens.
  /// - Returns: the words.
  package static func choice(_ code: String) -> String { title(code) }

  /// The code that somebody means who writes its words.
  ///
  /// - Parameters:
  ///   - typed: a code, or its words, in any case.
  ///   - codes: those that there are.
  /// - Returns: the code, or nothing where it stands for none of them.
  package static func code(meant typed: String, among codes: [String]) -> String? {
    let wanted = typed.trimmed.lowercased()
    if codes.contains(wanted) { return wanted }
    let hyphened = wanted.split(separator: " ").joined(separator: "-")
    return codes.first { $0 == hyphened || title($0).lowercased() == wanted }
  }

  /// The value of a field of an event as people read it: only codes are changed, never what was typed.
  ///
  /// - Parameters:
  ///   - value: the value.
  ///   - field: the field, as the event's form has it; nothing where no form has it.
  /// - Returns: the words.
  package static func words(_ value: Value, of field: FormField?) -> String {
    switch (value, field?.input) {
    case (.text(let code), .code(let codes)?) where codes.contains(code): title(code)
    case (.list(let items), .codes(let codes)?):
      items.map { codes.contains($0) ? title($0) : $0 }.joined(separator: ", ")
    default: value.words
    }
  }

  /// Steps, trays and roles have titles of their own.
  private static func title(_ code: String) -> String {
    if code == "none" || code == "missing" { return words(code) }
    return StepName(rawValue: code)?.title.lowercasedFirst
      ?? Tray(rawValue: code)?.title.lowercasedFirst ?? Role(rawValue: code)?.title.lowercasedFirst
      ?? words(code)
  }
}
