import Store
import Workflow

// What is told with the sentence that something was recorded: what came of it.

extension Workbench {
  /// That a child is away again whose return was taken back.
  ///
  /// ` AWAY again, since Tue 3 Nov 10:25.`
  func awayAgain(by performed: Performed) -> String {
    guard performed.events.contains(where: { $0.kind == .withdrawn }),
      let episode = performed.child.currentRecord?.current, episode.isAway
    else { return "" }
    let numbers = Set(performed.events.map(\.sequence))
    let before = ChildCase(
      id: performed.child.id,
      history: performed.child.history.filter { !numbers.contains($0.sequence) }
    )
    let was = before.episodes.first { $0.reference == episode.reference }
    guard was?.isAway == false else { return "" }
    return " AWAY again"
      + (episode.start.map { ", since \($0.at.spokenShort(asOf: now()))." } ?? ".")
  }

  /// That an interview rated the risk above what is in force here; nothing of other events.
  ///
  /// The step that opens by it is told with what else opens.
  func rated(inInterview performed: Performed) -> String {
    guard performed.events.contains(where: { $0.kind == .rhiHeld }),
      let record = performed.child.currentRecord
    else { return "" }
    for episode in record.episodes.reversed() {
      guard let told = record.interviewAboveOurs(of: episode)?.value else { continue }
      let ours =
        episode.risk.map { "ours is \(CodeWords.words($0.value.rawValue))" }
        ?? "nobody here rated it"
      return " Risk \(CodeWords.words(told.rawValue)), \(ours)."
    }
    return ""
  }

  /// That whoever did a step says that it raises concerns; nothing of other events.
  func raised(by performed: Performed) -> String {
    performed.events.contains(where: \.tellsOfConcerns)
      ? " It raises concerns: rate the child, or meet." : ""
  }

  /// What opened with what was recorded and presses, what was settled by the way, and which planned meeting
  /// nobody asks for any longer: as much as one line of 80 columns has room for.
  func aftermath(of performed: Performed, behind sentence: String) -> String {
    let child = performed.child
    let numbers = Set(performed.events.map(\.sequence))
    let earlier = ChildCase(
      id: child.id, history: child.history.filter { !numbers.contains($0.sequence) })
    guard let record = child.currentRecord ?? child.records.last,
      let procedure = try? procedures.procedure(of: record)
    else { return "" }
    let before = earlier.records.last { $0.reference == record.reference }
    let aftermath = Aftermath(
      of: performed.events,
      before: before.map { Derive.steps(of: $0, child: earlier, procedure: procedure) } ?? [],
      after: Derive.steps(of: record, child: child, procedure: procedure), asOf: now())
    // Between them and the edge stands that it can be undone.
    return aftermath.words(
      named: procedure.roleTitles, room: 78 - sentence.count - " U undoes it.".count)
  }
}
