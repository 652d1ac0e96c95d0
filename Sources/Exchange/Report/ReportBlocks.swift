/// Where the block of each child begins in a report that gives every child labels of its own: what stands in a
/// child's block is that child's and nobody else's, what stands before the first is said of all.
struct ReportBlocks {
  /// The entry with which the block of each child begins.
  private let starts: [Int]
  /// From which entry on what follows the blocks is said of all again.
  private let end: Int

  /// Finds the blocks.
  ///
  /// - Parameters:
  ///   - entries: all labels of the report.
  ///   - names: the entries in which the children are named, in order, two and more.
  init(_ entries: [ReportLayout.Entry], names: [Int]) {
    let leads = Set(entries[..<names[0]].map(\.label))
      .compactMap { ReportBlocks.lead($0, entries, names) }
    starts = names.indices.map { child in
      min(names[child], leads.map { $0[child] }.min() ?? names[child])
    }
    let last = names[names.count - 1]
    // A form that repeats itself whole has the sections of each child behind the name.
    let areSectionsRepeated = entries[names[0]..<last].contains { !$0.section.isAboutChild }
    let sections =
      areSectionsRepeated ? nil : entries[last...].firstIndex { !$0.section.isAboutChild }
    end = min(sections ?? entries.count, ReportBlocks.ruledOff(entries, starts: starts))
  }

  /// From which entry on a rule parts what is said of all from the block of the last child: as many rules as
  /// another block has within it may stand in the last one, too.
  ///
  /// - Parameters:
  ///   - entries: all labels of the report.
  ///   - starts: the entry with which the block of each child begins.
  /// - Returns: the end of the labels where no rule does.
  static func ruledOff(_ entries: [ReportLayout.Entry], starts: [Int]) -> Int {
    guard starts.count > 1, let last = starts.last else { return entries.count }
    let within = zip(starts, starts.dropFirst()).map { entries[$1 - 1].rules - entries[$0].rules }
    let most = (within.max() ?? 0) + entries[last].rules
    // A birthday is never said of all.
    let own = entries.lastIndex { $0.label == .born && $0.person == .subject } ?? last
    return entries[max(last, own)...].firstIndex { $0.rules > most } ?? entries.count
  }

  /// The entry with which the first block begins.
  var first: Int { starts[0] }

  /// Whose block an entry is part of, counted from 0; nothing where it is said of all.
  func child(at entry: Int) -> Int? {
    entry < end ? starts.lastIndex { $0 <= entry } : nil
  }

  /// Where a label stands, where it begins each block: `Ref` above `Name`, in the same paragraph.
  private static func lead(
    _ label: Label, _ entries: [ReportLayout.Entry], _ names: [Int]
  ) -> [Int]? {
    let places = entries.indices.filter { entries[$0].label == label }
    guard label != .other, places.count == names.count else { return nil }
    for (child, place) in places.enumerated() {
      guard place < names[child], child == 0 || place > names[child - 1] else { return nil }
      let lines = entries[place...names[child]].map(\.line)
      guard zip(lines, lines.dropFirst()).allSatisfy({ $1 - $0 <= 1 }) else { return nil }
    }
    return places
  }
}

extension Section {
  /// The number of the child whose particulars the section has, counted from 1.
  var number: Int? { if case .subject(let number) = self { number } else { nil } }

  /// Whether a child's particulars stand in it.
  var isAboutChild: Bool { if case .subject = self { true } else { self == .open } }
}

extension ReportInterpreter {
  /// What the block in hand says, or the report where the entry stands in no block or the field is said once for
  /// all.
  subscript(field: ReportField) -> Finding? {
    get { block(for: field).map { own[$0]?[field] } ?? report[field] }
    set {
      if let block = block(for: field) {
        own[block, default: [:]][field] = newValue
      } else {
        report[field] = newValue
      }
    }
  }

  /// What is known of a field where the block in hand says nothing of it, too.
  func told(_ field: ReportField) -> Finding? { self[field] ?? report[field] }

  private func block(for field: ReportField) -> Int? { field.isOfAll ? nil : block }

  /// Gives each child the grading and the reference of its own block, and leaves out who is none.
  mutating func settleBlocks() {
    for (child, said) in own {
      subjects[child][.policeRef] = subjects[child][.policeRef] ?? said[.policeRef]
      subjects[child][.risk] = subjects[child][.risk] ?? said[.risk]
    }
    // Who is in charge stands once, at the end, and is so for all.
    let officers = own.filter { $0.value[.officer] != nil }.map(\.key)
    if officers == [subjects.count - 1], report[.officer] == nil {
      report[.officer] = own[subjects.count - 1]?[.officer]
      report[.officer]?.isInferred = true
    }
    let told = subjects.indices.filter { subjects.count == 1 || !subjects[$0].isEmpty }
    own = Dictionary(uniqueKeysWithValues: told.enumerated().map { ($0, own[$1] ?? [:]) })
    for place in doubts.indices {
      doubts[place].subject = doubts[place].subject.flatMap { told.firstIndex(of: $0) }
    }
    subjects = told.map { subjects[$0] }
  }
}
