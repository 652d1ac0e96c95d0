/// How it is known that a child suffered, or may suffer, significant harm.
///
/// Each asks for the same meeting at once (L23-10, L23-20): whoever reads it must not take for told what
/// somebody fears.
package enum HarmBasis: String, CaseIterable, Sendable, Hashable {
  /// The child told of it.
  case disclosed
  /// The police, a carer or another told of it.
  case reported
  /// Nobody told of it; who met the child thinks so.
  case suspected

  /// What it is called in a sentence, with its article: `the disclosure`.
  package var noun: String {
    switch self {
    case .disclosed: "the disclosure"
    case .reported: "the report of harm"
    case .suspected: "the suspicion of harm"
    }
  }

  /// What happened, as a clause: `the child told of significant harm`.
  package var clause: String {
    switch self {
    case .disclosed: "the child told of significant harm"
    case .reported: "significant harm was reported"
    case .suspected: "significant harm is suspected"
    }
  }
}

extension HarmBasis: Coded {}
