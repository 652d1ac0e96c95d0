internal import Workflow

// The children whom a letter counts (``SeveralTold``), named with an age or not at all.

extension FurtherChildren {
  /// Those whom a letter counts besides the children who were read: whom it names with an age, or else a child
  /// without a name, so that the report waits until somebody has seen who is meant.
  func counted(
    besides draft: ReportDraft, and told: [SubjectDraft]
  ) -> (named: [(line: Int, child: SubjectDraft)], unnamed: [SubjectDraft]) {
    guard [.carerEmail, .policeEmail, .dutyNote, .unknown].contains(draft.kind) else {
      return ([], [])
    }
    let several = SeveralTold(lines)
    let read = draft.subjects.filter { !$0.name.isEmpty || $0.born != nil } + told
    // Who tells of one child names it with its age; of several, how many they are says whom to look for, or that
    // each is said to be away.
    let absent = several.absent
    let count = several.count ?? (children: max(1, absent.count), line: absent.first?.line ?? 0)
    let isTold = several.count != nil || absent.count > 1 || several.named.count == 1
    guard read.count < count.children, isTold else { return ([], []) }
    let names = Set((read.map(\.name) + draft.others.map(\.name)).map { Folding.fold($0) })
    let said = several.count == nil && absent.count > 1 ? absent : several.named
    let named = said.filter { !names.contains($0.name.whole) }.map { one in
      (line: one.line, child: child(named: one.name, age: one.age, line: one.line))
    }
    let lacking = max(0, count.children - read.count - named.count)
    let unnamed = child(named: nil, age: nil, line: count.line)
    return (named, Array(repeating: unnamed, count: lacking))
  }

  private func child(named name: NameReader.Name?, age: Int?, line: Int) -> SubjectDraft {
    var child = SubjectDraft(isFurther: true)
    func keep(_ field: SubjectField, _ value: FieldValue) {
      child.fields[field] = Finding(
        value: value, seenAs: SourceText.squeezed(lines[line]), line: line + 1, isInferred: true)
    }
    if let name {
      keep(.familyName, .text(name.family))
      if let given = name.given { keep(.givenNames, .text(given)) }
    }
    if let age { keep(.age, .number(age)) }
    keep(.circumstances, .text(sentence(around: line)))
    return child
  }
}
