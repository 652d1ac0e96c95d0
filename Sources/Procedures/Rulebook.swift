/// The rulebook's ids: every operational rule of the five documents on which this desk rests.
///
/// Ids and documents only; what a rule says stands in the packs, in the desk's own words.
package enum Rulebook {
  /// A document and the ids of its rules.
  package struct Document: Sendable, Hashable {
    /// Its short name.
    package let name: String
    /// What the ids of its rules begin with.
    package let prefix: String
    /// How many rules it sets; they are counted from 1 without a gap.
    package let count: Int

    /// The ids, in order: `L23-01`.
    package var rules: [String] {
      (1...count).map { "\(prefix)-" + ($0 < 10 ? "0" : "") + "\($0)" }
    }
  }

  /// The documents.
  package static let documents = [
    Document(name: "lambeth-flowchart-2023", prefix: "L23", count: 30),
    Document(name: "lambeth-protocol", prefix: "LP", count: 78),
    Document(name: "lewisham-2021", prefix: "LW", count: 58),
    Document(name: "mfh-rag-tys", prefix: "RAG", count: 32),
    Document(name: "luton", prefix: "LU", count: 23),
  ]

  /// Every rule with its document, in the order of the rulebook.
  package static var rules: [(id: String, document: String)] {
    documents.flatMap { document in document.rules.map { ($0, document.name) } }
  }
}
