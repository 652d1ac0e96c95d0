/// A rating that a record gets with its opening, until somebody settles it.
package struct Provisional: Hashable, Sendable {
  /// The rating.
  package let rag: RAG
  /// For whom.
  package let when: Condition
  /// The rule that says so.
  package let rule: String

  /// Makes a provisional rating.
  package init(rag: RAG, when: Condition = .always, rule: String) {
    self.rag = rag
    self.when = when
    self.rule = rule
  }
}
