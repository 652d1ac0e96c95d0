package import Workflow

extension TrayRow {
  /// What is known of a report that waits, as it was read and nobody has confirmed.
  package struct Report: Sendable, Hashable {
    /// What kind of report it is, in words.
    package let kind: String
    /// The reference that the police gave it.
    package let policeReference: String?
    /// How pressing it is.
    package let gist: ReportGist
    /// The list of several children to which it belongs, told as one: `Daily list of 9: 3 already open here`;
    /// or of a report of several who of them is done: `2 of 2; Nguyen, Thi Mai Anh: E-2026-0034`.
    package var list: String?
    /// Which other reports that wait may tell of the same event.
    package var twins: [ReportTwin] = []
    /// Where the one whom it names is no child any longer: `18: an adult now`.
    package var age: String?
    /// When the child was back from the going that it tells, by what is recorded of the child whom it surely
    /// means: then nobody is away by it, whatever it says.
    package var back: Instant?
    /// The episode in which the child is away here already whom it surely means.
    package var open: Open?
    /// Whether several children of it wait: then what presses is one's, and how long another's.
    package var severalWait = false
    /// Whether nothing of it was read: then nobody knows whether a child is away.
    package var isUnread = false
    /// Whether its text says that the child is found or back, and no time of that was read.
    package var saysEnd = false
    /// Whether it tells of several children: then what it says of an end is of one of them.
    package var tellsOfSeveral = false

    /// An episode in which a child is away.
    package struct Open: Sendable, Hashable {
      /// Its reference.
      package let episode: String
      /// Since when the child is away by it.
      package let since: Instant?
      /// Whether somebody knows since when.
      package let isKnown: Bool

      /// Makes one.
      package init(episode: String, since: Instant?, isKnown: Bool) {
        self.episode = episode
        self.since = since
        self.isKnown = isKnown
      }
    }

    /// For how long the child is away: by the report, or by what is open here where that is longer.
    private func away(asOf now: Instant) -> Int64? {
      let own = gist.away(asOf: now)
      guard gist.returned == nil, let since = open?.since else { return own }
      return max(own ?? 0, now.since(since))
    }

    /// Makes what is known.
    package init(kind: String, policeReference: String?, gist: ReportGist) {
      self.kind = kind
      self.policeReference = policeReference
      self.gist = gist
    }

    /// What presses, in a row: `HIGH, away 3h`.
    ///
    /// High stands in capitals, so that colour is not needed.
    ///
    /// - Parameter now: the moment.
    /// - Returns: the ways of saying it, the longest first.
    func standing(now: Instant) -> [String] {
      let isEnded = saysEnd && !tellsOfSeveral
      if isUnread {
        if isEnded { return ["said to be found or back", "said found"] }
        let length = open?.since.map { " " + Report.inOneUnit(now.since($0)) } ?? ""
        return (open == nil ? [] : ["not read, away\(length) here"]) + ["not read"]
      }
      let risk =
        switch gist.risk {
        case .high?: severalWait ? "one HIGH" : "HIGH"
        case .medium?: "medium"
        case .low?: "low"
        case .noneApparent?: "no apparent risk"
        case nil: "risk not read"
        }
      let short =
        switch gist.risk {
        case .noneApparent?: "no app. risk"
        case nil: "risk ?"
        default: risk
        }
      let length = away(asOf: now).map(Report.inOneUnit)
      let returned = gist.returned ?? back
      let (state, brief) =
        returned != nil
        ? ("back", "back")
        : gist.found != nil
          ? ("located", "located")
          : isEnded
            ? ("said to be found or back", "said found")
            : ("away" + (length.map { " \($0)" } ?? ""), length ?? "away")
      if let age { return ["\(age), \(state)", age] }
      let here = open == nil || returned != nil ? [] : ["\(risk), \(state), open here"]
      let whole = returned.map { ["\(risk), back \($0.spokenShort(asOf: now))"] } ?? here
      return whole + ["\(risk), \(state)", "\(short), \(state)"]
        + (isEnded ? ["\(short), \(brief)"] : []) + ["\(short) \(brief)", short]
    }

    /// All of it in sentences: how pressing it is, what else waits of the same event, then what it is.
    ///
    /// - Parameter now: the moment.
    /// - Returns: two lines and more.
    package func lines(now: Instant) -> [String] {
      let isEnded = saysEnd && !tellsOfSeveral
      if isUnread, isEnded { return ["! \(Report.end)", list ?? kind] }
      let ofOne =
        saysEnd && tellsOfSeveral ? ["! Its text says of one that she or he is found or back"] : []
      if isUnread {
        return ["Not read: whether a child is missing, only its text says"] + ofOne
          + openHere(now: now) + [list ?? kind]
      }
      let risk = gist.risk.map(Report.words) ?? "police risk not read"
      var parts = [severalWait && gist.risk == .high ? "one of them: \(risk)" : risk]
      let length = away(asOf: now).map { Elapsed.short(seconds: $0) }
      if let returned = gist.returned {
        parts.append(
          "back \(returned.spokenShort(asOf: now))" + (length.map { " after \($0)" } ?? ""))
      } else if let back {
        parts.append("back \(back.spokenShort(asOf: now)), as recorded here")
      } else if let found = gist.found {
        parts.append("located \(found.spokenShort(asOf: now)), not said to be back")
      } else if isEnded {
        parts.append(Report.end.lowercasedFirst)
      } else {
        parts.append(
          (length.map { "AWAY \($0)" } ?? "AWAY") + (gist.from.map { " from \($0.rawValue)" } ?? "")
        )
      }
      if gist.returned == nil {
        parts.append(
          gist.lastSeen.map { "last seen \($0.spokenShort(asOf: now))" } ?? "last seen not read")
      }
      if let from = gist.from, gist.returned != nil || gist.found != nil {
        parts.append("was missing from \(from.rawValue)")
      }
      if let age { parts.insert(age, at: 0) }
      return [parts.joined(separator: " · ")] + ofOne + openHere(now: now)
        + twins.prefix(2).map { "! \($0.words)" } + [
          [list ?? kind, severalWait ? nil : policeReference ?? "no police reference read"]
            .compactMap { $0 }.joined(separator: " · ")
        ]
    }

    /// `Open here already: E-2026-0026, away since Sat 21 Nov 19:30`.
    private func openHere(now: Instant) -> [String] {
      guard let open, gist.returned == nil, back == nil else { return [] }
      let since = open.since.map {
        " \(open.isKnown ? "since" : "since when is not known, at least since") \($0.spokenShort(asOf: now))"
      }
      return ["! Open here already: \(open.episode), away\(since ?? "")"]
    }

    private static let end = "Said to be found or back, no time read"

    private static func words(_ risk: Risk) -> String {
      switch risk {
      case .high: "HIGH police risk"
      case .noneApparent: "no apparent risk (police)"
      default: "\(risk.rawValue) police risk"
      }
    }

    /// Hours up to two days, as what is overdue is told.
    private static func inOneUnit(_ seconds: Int64) -> String {
      let minutes = seconds / 60
      if minutes < 60 { return "\(minutes)m" }
      return minutes < 48 * 60 ? "\(minutes / 60)h" : "\(minutes / 1440)d"
    }
  }
}
