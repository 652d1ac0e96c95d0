/// An event that leaves open what its record needs to be whole.
package struct Unfinished: Sendable, Hashable {
  /// The event.
  package let event: Event
  /// Its questions that are not answered, in the order of the form.
  package let fields: [FormField]

  /// Those without which the record cannot end.
  ///
  /// A yes or no that nobody asked is left open for good: whoever had to answer it would guess.
  package var blocking: [FormField] { fields.filter { $0.input != .flag } }

  /// Those that somebody must ask about although the record may end without them: what would open work for
  /// others is passed over by nobody in silence.
  package var grave: [FormField] { fields.filter { $0.gravity != nil } }

  /// Those of them that whoever acknowledges the record must have asked about.
  package var graveToTheEnd: [FormField] {
    fields.filter { $0.name == Field<Bool>.significantHarm.name }
  }

  /// Whether it is to be filled in, not only told of.
  package var presses: Bool { !blocking.isEmpty || !grave.isEmpty }

  /// `Interview held (Sat 24 Oct 13:00)`.
  package var occasion: String { "\(event.kind.title) (\(event.occurred.spokenShort))" }

  /// `Interview held (Sat 24 Oct 13:00): outcome, what was said`.
  package func words(_ fields: [FormField]) -> String {
    occasion + ": "
      + fields.map(\.label.lowercasedFirst).joined(separator: ", ")
  }
}

extension FormField {
  /// What nobody knows while it is open and would have to act upon, behind "Not said"; nothing of other questions.
  package var gravity: String? {
    switch name {
    case Field<Bool>.significantHarm.name: "if harm was disclosed"
    case Field<Bool>.safe.name: "if the child is safe there"
    default: nil
    }
  }
}

extension MissingRecord {
  /// Whether the child is back in a going and nobody has said since whether it is safe there: neither when the
  /// return was recorded or corrected, nor by a safe and well check, nor by the child's going again.
  ///
  /// - Parameter episode: the going, one of the record's.
  /// - Returns: whether that is still to be asked; no longer once the record is finished.
  package func leavesSafetyOpen(in episode: Episode) -> Bool {
    guard finalised == nil, let returned = episode.returned, returned[.safe] == nil,
      episode.number == current?.number
    else { return false }
    return !episode.log.events(.safeAndWell).contains { $0.happened(after: returned) }
  }
}

extension ChildCase {
  /// Whether something that was recorded in a record must be filled in before the record can end.
  func holdsOpen(_ record: MissingRecord) -> Bool {
    unfinished(in: record).contains { !$0.blocking.isEmpty }
  }

  /// The events of a record that leave open what the record needs to be whole, in the order in which
  /// they were recorded.
  package func unfinished(in record: MissingRecord) -> [Unfinished] {
    var seen: Set<Int> = []
    let events = (record.log.all + record.episodes.flatMap(\.log.all)).filter {
      seen.insert($0.sequence).inserted
    }
    return events.sorted { $0.sequence < $1.sequence }.compactMap { event in
      let isSafetyAsked = record.episodes.contains {
        $0.returned?.sequence == event.sequence && record.leavesSafetyOpen(in: $0)
      }
      let open = EventForm.of(event.kind).unfinished(in: event.body).filter {
        $0.name != Field<Bool>.safe.name || isSafetyAsked
      }
      return open.isEmpty ? nil : Unfinished(event: event, fields: open)
    }
  }
}
