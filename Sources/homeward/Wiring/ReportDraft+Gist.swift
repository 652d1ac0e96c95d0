import Exchange
import Workflow

extension ReportDraft {
  /// By when a report was made: when it came in, or when it was sent, if that is earlier.
  func made(by received: Instant) -> Instant { min(received, instant(.sentAt) ?? received) }

  /// How pressing it is: of several children the one who presses most speaks for all.
  var gist: ReportGist { gist(of: subjects) }

  /// How pressing it is of some of its children.
  func gist(of subjects: [SubjectDraft]) -> ReportGist {
    var gist = ReportGist()
    let graded = subjects.map(risk(of:))
    gist.risk = graded.compactMap { $0 }.max { $1.isGraver(than: $0) }
    // A risk that nobody could read may be any: beside it the others' says nothing.
    if graded.contains(nil), [.low, .noneApparent].contains(gist.risk) { gist.risk = nil }
    let away = subjects.filter { $0.instant(.returnedAt) == nil }
    let pressing = away.isEmpty ? subjects : away
    gist.from = pressing.compactMap { $0.plain(.from).flatMap(MissingFrom.init(rawValue:)) }.first
    gist.lastSeen =
      pressing.compactMap { $0.instant(.lastSeenAt) ?? $0.instant(.leftPlacementAt) }.min()
    let located = pressing.compactMap { $0.instant(.foundAt) }
    if located.count == pressing.count { gist.found = located.max() }
    if away.isEmpty { gist.returned = subjects.compactMap { $0.instant(.returnedAt) }.max() }
    return gist
  }
}

extension SubjectDraft {
  /// For lists: the name, or the birthday of whom no name was read.
  var title: String {
    if isUntold { return "a further child" }
    return name.isEmpty
      ? born.map { "a child born \($0.spoken)" } ?? "a child of no name read" : name
  }
}
