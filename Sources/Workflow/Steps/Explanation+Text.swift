extension Explanation {
  /// The explanation with all its text changed alike, such as with names hidden.
  ///
  /// - Parameter change: what becomes of a text.
  /// - Returns: the same sections in the same order.
  package func changingText(_ change: (String) -> String) -> Explanation {
    Explanation(
      title: change(title),
      sections: sections.map {
        Section(heading: change($0.heading), lines: $0.lines.map(change))
      })
  }
}
