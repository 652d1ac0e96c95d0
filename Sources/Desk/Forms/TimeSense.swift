import Workflow

// Times that cannot both be right: what came first must have come first.

extension FormSense {
  /// What came first must have come first.
  func order(_ instant: Instant, _ name: String) -> String? {
    let earlier: [String: [(String, String)]] = [
      "left": [("last-seen", "This is before the child was last seen")],
      "reported-at": [("last-seen", "Reported before the child was last seen")],
      "found-at": [("last-seen", "Located before the child was last seen")],
      "returned-at": [
        ("found-at", "Back before being found"),
        ("last-seen", "Back before the child was last seen"),
      ],
      "learnt": [("at", "Learnt before it happened")],
    ]
    for (other, sentence) in earlier[name] ?? [] {
      if name == "left", let seen = self.instant(other), seen.since(instant) < 3600 { continue }
      if let before = self.instant(other), instant < before { return sentence }
    }
    guard name == "at", case .event(let kind, _, _) = form.purpose,
      let episode = form.page?.record?.current
    else { return nil }
    switch kind {
    case .returned:
      if let found = episode.found, instant < found.occurred {
        return "Back before being located (\(found.occurred.spokenShort(asOf: now)))"
      }
    case .found:
      if let back = episode.returned, instant > back.occurred {
        return "Located after being back (\(back.occurred.spokenShort(asOf: now)))"
      }
    case .safeAndWell:
      if let back = episode.returned, instant < back.occurred {
        return "Checked before the return (\(back.occurred.spokenShort(asOf: now)))"
      }
    case .meetingHeld where form.plannedLater(than: instant) != nil:
      guard let planned = form.plannedLater(than: instant) else { return nil }
      let isToday = London.local(planned).date == London.local(now).date
      return
        "Planned for \(isToday ? "today \(planned.clock)" : planned.spokenShort(asOf: now)): held already?"
    case .riskAssessed, .meetingHeld:
      if let start = episode.start, instant < start.at {
        return "This is before the child went (\(start.at.spokenShort(asOf: now)))"
      }
    default: break
    }
    return nil
  }

  /// A going that began before the child was back from the one before.
  func overlap(_ instant: Instant, _ name: String) -> String? {
    if name == "last-seen", case .triage = form.purpose {
      guard let standing = form.chosenCandidate?.standing, let back = standing.returned,
        instant < back, form.joinedAfterwards == nil
      else {
        return nil
      }
      return "Overlaps \(standing.episode): back \(back.spokenShort(asOf: now))"
    }
    guard ["last-seen", "left", "at"].contains(name),
      case .event(.wentMissing, _, _) = form.purpose, let child = form.page?.child
    else { return nil }
    let other = child.episodes.last { episode in
      guard let back = episode.returned, let start = episode.start else { return false }
      return instant < back.occurred && instant >= start.at
    }
    guard let other, let back = other.returned else { return nil }
    return "Overlaps \(other.reference): back \(back.occurred.spokenShort(asOf: now))"
  }
}
