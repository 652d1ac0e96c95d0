import Workflow

// What the form of a meeting knows of the child's meetings: which are open, and why.

extension FormScreen {
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
        said.append("! It is due at once on \(event.kind.occasion) of \(event.occurred.spokenShort)")
      }
    }
    if let episode = page.record?.current, episode.isAway {
      let since = episode.start.map { " since \($0.at.spokenShort)" } ?? ""
      said.append("! The child is still away\(since)")
    }
    return said
  }
}
