/// The gradings that a letter gives the children whom it names, where it is not the police who write: `high for Ellie,
/// medium for Sam`.
///
/// They are the writer's, or the police's by hearsay: none is taken over, and whoever triages is asked.
struct GradingsAsked {
  private let lines: [String]

  /// Notes them with the children of whom no grading was read.
  ///
  /// - Parameter draft: what was read.
  static func add(to draft: inout ReportDraft) {
    let open = draft.subjects.indices.filter { draft.risk(of: draft.subjects[$0]) == nil }
    guard draft.kind != .dailyList, !open.isEmpty else { return }
    let lines = SourceText.lines(draft.text).prefix(600).map {
      SourceText.squeezed(SourceText.cleaned($0))
    }
    let asked = GradingsAsked(lines: Array(lines))
    let given = draft.subjects.map { Folding.words($0.plain(.givenNames) ?? "").first ?? "" }
    for place in open where !given[place].isEmpty && given.count(where: { $0 == given[place] }) == 1
    {
      let others = Set(given).subtracting([given[place]])
      let family = Folding.words(draft.subjects[place].plain(.familyName) ?? "")
      draft.subjects[place].riskSaid = asked.grading(
        of: given[place], family: Set(family), besides: others)
    }
  }

  /// What the lines say of one child; nothing where two of them differ.
  private func grading(of name: String, family: Set<String>, besides others: Set<String>)
    -> Finding?
  {
    let found = lines.enumerated().flatMap { number, line -> [Finding] in
      if line.hasPrefix(">") || line.contains("?") { return [] }
      return Self.clauses(line).compactMap { words in
        guard words.contains(name), others.isDisjoint(with: words),
          !Self.grading.isDisjoint(with: words)
        else { return nil }
        let grades = words.filter { ["high", "medium", "low"].contains($0) }
        let rest = Set(words).subtracting(family).subtracting(grades).subtracting([name])
        guard grades.count == 1, rest.isSubset(of: Self.known) else { return nil }
        return Finding(value: .text(grades[0]), seenAs: line, line: number + 1, isInferred: true)
      }
    }
    guard let first = found.first, found.allSatisfy({ $0.value == first.value }) else { return nil }
    return first
  }

  /// The clauses of a line, word by word.
  private static func clauses(_ line: String) -> [[String]] {
    line.split { ",.;:()!".contains($0) }.flatMap { clause in
      Folding.words(String(clause)).split(separator: "and").map(Array.init)
    }
  }

  /// One of these says that it is a grading: `she is low` is none.
  private static let grading: Set = [
    "for", "risk", "graded", "rated", "grade", "at", "as", "assessed",
  ]
  /// What may stand beside it.
  private static let known = grading.union([
    "is", "are", "we", "have", "has", "would", "be", "say", "said", "grading", "rate", "our", "the",
    "i", "put", "police", "so", "currently", "both", "level",
  ])
}
