extension ChildCase {
  /// The case after further events: `evolve` of the decider pattern.
  ///
  /// A correction changes how an earlier event reads, and a withdrawal takes it out of the reading, so
  /// both replay the whole stream; the events themselves stay as they were recorded.
  package func applying(_ events: [Event]) -> ChildCase {
    if events.contains(where: { $0.kind == .corrected || $0.kind == .withdrawn }) {
      var replayed = ChildCase(id: id)
      let whole = history + events
      for event in Correction.readings(of: whole) { replayed.route(event) }
      replayed.history = whole
      return replayed
    }
    var next = self
    for event in events {
      next.history.append(event)
      next.route(event)
    }
    return next
  }

  /// Puts an event where it belongs: the child, the record or its episodes.
  private mutating func route(_ event: Event) {
    switch event.kind {
    case .childRegistered, .childUpdated, .allocated: learn(event)
    case .wentMissing: begin(event)
    case .opened: open(event)
    case let kind where kind.isOfInterview: recordInterview(event)
    case .withdrawn:
      // It may have taken away the very record that it is about.
      break
    case .recordClosed:
      inRecord(of: event) { record in
        record.log.append(event)
        record.closed = event
        record.acknowledgements = []
      }
    case .acknowledged:
      inRecord(of: event) { record in
        record.log.append(event)
        if event[.acknowledgement] == .sendBack {
          record.closed = nil
          record.acknowledgements = []
        } else {
          record.acknowledgements.append(event)
        }
      }
    case .finalised:
      inRecord(of: event) { record in
        record.log.append(event)
        record.finalised = event
      }
    case .reopened:
      inRecord(of: event) { record in
        record.log.append(event)
        record.finalised = nil
        record.closed = nil
        record.acknowledgements = []
      }
    case .triaged, .procedureAdopted, .reportAttached, .rhiAllocated, .rhiReferred, .caseClosed:
      inRecord(of: event) { $0.log.append(event) }
    case .returned where event[.episode] == nil: recordReturn(event)
    default: recordInEpisode(event)
    }
  }

  mutating func learn(_ event: Event) {
    for entry in event.body.entries {
      facts[name: entry.name] = entry.value
      sources[entry.name] = event
    }
    // To allocate a worker is to have one, unless it is said that the worker was taken away.
    if event.kind == .allocated, event[.isAllocated] == nil {
      facts[.isAllocated] = true
      sources[Field<Bool>.isAllocated.name] = event
    }
  }

  /// A child who goes while a record is open gets a further episode in it, never a second record
  /// (L23-23); a closure that waits for its acknowledgements is void then.
  private mutating func begin(_ event: Event) {
    let number = episodes.count + 1
    let joins = currentRecord != nil && currentRecord?.episodes.isEmpty == false
    if currentRecord == nil {
      records.append(MissingRecord(reference: event[.record] ?? "M\(records.count + 1)"))
    }
    var episode = Episode(
      reference: event[.episode] ?? "E\(number)", number: number, joinedOpenRecord: joins)
    episode.log.append(event)
    let last = records.count - 1
    records[last].episodes.append(episode)
    records[last].closed = nil
    records[last].acknowledgements = []
  }

  private mutating func open(_ event: Event) {
    if currentRecord == nil {
      records.append(MissingRecord(reference: event[.record] ?? "M\(records.count + 1)"))
    }
    inRecord(of: event) { $0.log.append(event) }
  }

  /// An interview or its offer covers every episode of the record from which the child is back,
  /// unless it names one.
  private mutating func recordInterview(_ event: Event) {
    inRecord(of: event) { record in
      var isKept = false
      for index in record.episodes.indices {
        let episode = record.episodes[index]
        let covers =
          event[.episode].map { $0 == episode.reference }
          ?? (episode.returned != nil && (episode.interview == nil || event.kind == .rhiShared))
        if covers {
          record.episodes[index].log.append(event)
          isKept = true
        }
      }
      // A further interview, where all have theirs, is of the last: what it brings up counts as well.
      if !isKept, event.kind == .rhiHeld, event[.episode] == nil,
        let last = record.episodes.lastIndex(where: { $0.returned != nil })
      {
        record.episodes[last].log.append(event)
      }
      record.log.append(event)
    }
  }

  /// A child who is back is back from every going, also from one that ended in being found elsewhere
  /// and lost again.
  private mutating func recordReturn(_ event: Event) {
    inRecord(of: event) { record in
      let last = record.episodes.indices.last
      for index in record.episodes.indices where index == last || record.episodes[index].isAway {
        record.episodes[index].log.append(event)
      }
    }
  }

  private mutating func recordInEpisode(_ event: Event) {
    inRecord(of: event) { record in
      let index =
        event[.episode].flatMap { reference in
          record.episodes.firstIndex { $0.reference == reference }
        } ?? (event.kind == .uploaded ? record.filed : nil) ?? record.episodes.indices.last
      if let index { record.episodes[index].log.append(event) } else { record.log.append(event) }
    }
  }

  /// Changes the record that an event names or whose episode it names, or else the last.
  private mutating func inRecord(of event: Event, _ change: (inout MissingRecord) -> Void) {
    let index = records.lastIndex { record in
      if let reference = event[.record] { return record.reference == reference }
      if let reference = event[.episode] {
        return record.episodes.contains { $0.reference == reference }
      }
      return true
    }
    if let index { change(&records[index]) }
  }
}

/// How corrections change the reading of the events that they point at.
enum Correction {
  /// The events of a stream that count, each as its latest correction reads it.
  static func readings(of events: [Event]) -> [Event] {
    let withdrawn = Withdrawal.numbers(in: events)
    var readings = events
    for correction in events where correction.kind == .corrected {
      // A correction that was taken back changes nothing any longer.
      guard !withdrawn.contains(correction.sequence), let sequence = correction[.corrects],
        let name = correction[.field],
        let typed = correction[.value],
        let index = readings.firstIndex(where: { $0.sequence == sequence })
      else { continue }
      readings[index] = readings[index].corrected(name, to: typed, now: correction.recorded)
    }
    if withdrawn.isEmpty { return readings }
    return readings.filter { !withdrawn.contains($0.sequence) }
  }
}

extension Event {
  /// The same event with one field as a correction has it; `at` is when it happened, and by `learnt` counts
  /// what the desk learnt when.
  fileprivate func corrected(_ name: String, to typed: String, now: Instant) -> Event {
    var newBody = body
    var (newOccurred, newRecorded) = (occurred, recorded)
    if name == "at" {
      newOccurred = SpokenInstant.read(typed, now: now, isLenient: true) ?? occurred
    } else if let field = EventForm.of(kind).field(name),
      let value = try? field.read(typed, now: now)
    {
      newBody[name: name] = value
      if name == Field<Instant>.learnt.name { newRecorded = newBody[.learnt] ?? written }
    }
    return Event(
      kind: kind, body: newBody, occurred: newOccurred, recorded: newRecorded, by: by,
      sequence: sequence, written: written)
  }
}
