import Workflow

/// Which of a child's steps somebody asks about who names it by its id, or by whose it is and its name.
///
/// A reference narrows to what it names: an episode's to the steps of that episode and, where it has none of that
/// name, to those of its record; a record's to those of its episodes and its own; a child's to all.
struct StepChoice {
  /// Whose steps are meant: the reference of an episode or a record, or the child's name.
  let whose: String
  /// The steps of whatever is meant, of any name.
  let known: [WorkStep]
  /// The step: of several that fit the first that is open, else the last.
  let chosen: WorkStep?
  /// The others that fit.
  let others: [WorkStep]

  /// Chooses.
  ///
  /// - Parameters:
  ///   - steps: the child's.
  ///   - child: the child.
  ///   - reference: the step's id or its beginning; with a name the child's id, or an episode's or a record's
  ///     reference.
  ///   - name: the step's name; nothing where the id says it.
  init(of steps: [WorkStep], of child: ChildCase, reference: String, name: String?) {
    let head = reference.split(separator: ".").first.map { $0.uppercased() } ?? ""
    let record = child.records.first { record in
      record.reference == head || record.episodes.contains { $0.reference == head }
    }
    let isEpisode = record.map { $0.reference != head } ?? false
    let own = isEpisode ? [head] : (record?.episodes.map(\.reference) ?? [])
    let narrow = record == nil ? steps : steps.filter { own.contains($0.id.reference) }
    let wide = steps.filter { $0.id.reference == record?.reference }
    known = record == nil ? steps : narrow + wide
    whose = record == nil ? child.name : head
    func fit(_ among: [WorkStep]) -> [WorkStep] {
      among.filter { step in
        if let name { return step.id.step.rawValue == name }
        let id = step.id.text.lowercased()
        return id == reference.lowercased() || id.hasPrefix(reference.lowercased() + ".")
      }
    }
    var found = fit(narrow)
    if !isEpisode || found.isEmpty { found += record == nil ? [] : fit(wide) }
    let chosen = found.first(where: \.isOpen) ?? found.last
    self.chosen = chosen
    others = found.filter { $0.id != chosen?.id }
  }

  /// Which of several the answer is about, and which others there are; nothing where only one fits.
  var sentence: String? {
    guard let chosen, !others.isEmpty else { return nil }
    let names = others.map { "  " + $0.id.text }.joined(separator: "\n")
    return "\(others.count + 1) steps fit. This is \(chosen.id.text); the others are:\n\(names)"
  }
}
