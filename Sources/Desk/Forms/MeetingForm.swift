import Workflow

// What the form of a meeting knows of the child's meetings: which are open, and why.

extension FormScreen {
  /// Begins on the line that names the meeting where it may be one of several: nobody who types on fills
  /// in another meeting than the one that was held.
  mutating func beginOnMeeting() {
    guard case .event(let kind, _, _) = purpose, kind == .meetingHeld || kind == .meetingPlanned,
      let place = entries.firstIndex(where: { $0.field.name == Field<String>.kind.name })
    else { return }
    let open = (page?.steps ?? []).filter { $0.isOpen && $0.id.step.isMeeting }
    if Set(open.map(\.id.step)).count > 1 { focus = place }
  }

  /// What a meeting settles besides its own step, in words; nothing where it is that alone.
  var settling: String? {
    guard case .event(.meetingHeld, _, _) = purpose, let page else { return nil }
    let kind = typed(Field<String>.kind.name)
    let others = page.steps.filter { step in
      step.isOpen && !kind.isEmpty && step.id.step.rawValue != kind
        && step.isDone(byRecording: .meetingHeld, body)
    }
    return Aftermath.settled(others)
  }

  /// For when the meeting is planned that the form is about, where that is still to come.
  func plannedLater(than instant: Instant) -> Instant? {
    let kind = typed(Field<String>.kind.name)
    let step = page?.steps.first { $0.isOpen && $0.id.step.rawValue == kind }
    guard let planned = step?.planned, planned.since(instant) > FormScreen.earlyStart else {
      return nil
    }
    return planned
  }

  /// A meeting that begins so many seconds before its time is not asked about.
  private static let earlyStart: Int64 = 900

  /// Why a meeting that is to be called off was called for: nobody calls off what follows from a
  /// disclosure without having read so, nor without having read that the child is still away.
  ///
  /// - Parameter submission: what is about to be recorded.
  /// - Returns: a sentence each; none for anything but a meeting called off.
  func grounds(of submission: Submission) -> [String] {
    guard case .event(.meetingCancelled, _, _) = submission.act, let page else { return [] }
    var said: [String] = []
    let code = submission.body[Field<String>.kind]
    if let step = page.steps.first(where: { $0.isOpenSection47 && $0.id.step.rawValue == code }) {
      if !step.becauseOfHarm.isEmpty {
        said.append("! It is due at once\(step.becauseOfHarm): the child told of significant harm")
      } else if let event = step.counted.event {
        said.append(
          "! It is due at once on \(event.kind.occasion) of \(event.occurred.spokenShort)")
      }
    }
    if let episode = page.record?.current, episode.isAway {
      let since = episode.start.map { " since \($0.at.spokenShort)" } ?? ""
      said.append("! The child is still away\(since)")
    }
    return said
  }
}
