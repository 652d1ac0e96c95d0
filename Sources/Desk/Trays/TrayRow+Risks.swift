package import Workflow

extension TrayRow {
  /// The risk in force in the episode, as the police grade it and as the desk rates it.
  package struct Risks: Sendable, Hashable {
    /// The police grading.
    package let police: Risk?
    /// The desk's own rating.
    package let ours: Risk?
    /// What the return interview rated, where nobody here has rated since.
    package var interview: Risk?

    /// `interview: high, above ours`; nothing where the interview rated nothing.
    var interviewWords: String? {
      interview.map {
        "interview: \(CodeWords.words($0.rawValue))"
          + (ours == nil ? ", not rated here" : $0.isGraver(than: ours) ? ", above ours" : "")
      }
    }

    /// `interview: high, above ours (low)`: where ours is not said beside it.
    var interviewBesideOurs: String? {
      guard let interview, let ours, interview.isGraver(than: ours) else { return interviewWords }
      return interviewWords.map { "\($0) (\(Risks.said(ours)))" }
    }

    /// `police medium, ours ?`: the same where there is little room.
    var brief: String? {
      func said(_ risk: Risk?) -> String {
        risk.map { $0 == .noneApparent ? "none" : CodeWords.words($0.rawValue) } ?? "?"
      }
      let rated =
        police == nil && ours == nil ? nil : "police \(said(police)), ours \(said(ours))"
      let told = interview.map { "interview \(said($0))" }
      let parts = [rated, told].compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// Makes a pair of ratings.
    package init(police: Risk?, ours: Risk?, interview: Risk? = nil) {
      self.police = police
      self.ours = ours
      self.interview = interview
    }

    /// The ratings in force in an episode.
    init(of episode: Episode) {
      self.init(
        police: episode.policeRisk?.value, ours: episode.risk?.value,
        interview: episode.interviewRisk?.value)
    }

    /// `police risk medium, ours medium, interview: high, above ours`; nothing where nobody has rated.
    var words: String? {
      let parts = [rated, interviewWords].compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// `police risk medium, ours high`; nothing where neither has rated.
    private var rated: String? {
      switch (police, ours) {
      case (let police?, let ours?):
        return "police risk \(Risks.said(police)), ours \(Risks.said(ours))"
      case (let police?, nil): return "police risk \(Risks.said(police)), ours not rated"
      case (nil, let ours?): return "our risk \(Risks.said(ours))"
      case (nil, nil): return nil
      }
    }

    private static func said(_ risk: Risk) -> String {
      risk == .noneApparent ? "none apparent" : CodeWords.words(risk.rawValue)
    }
  }
}
