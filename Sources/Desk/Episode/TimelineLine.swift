import Workflow

/// A line of a child's timeline in words: what happened, and what became of it since.
struct TimelineLine {
  let event: Event
  let child: ChildCase

  /// `Meeting planned, corrected (to be held at: Mon 23 Nov 10:00): strategy meeting`.
  var text: String {
    let summary = event.summary(isBeside: original != nil)
    return title + (summary.isEmpty ? "" : ": " + summary)
  }

  /// The same with whoever recorded it before the particulars: the name is not what a narrow line cuts.
  var signedText: String {
    let summary = event.summary(isBeside: original != nil)
    return "\(title) · \(event.by.name)" + (summary.isEmpty ? "" : ": " + summary)
  }

  /// The corrections of it in words, each with who recorded it.
  var corrections: [String] {
    corrected.map { correction in
      let reason = correction[.reason].map { ": \($0)" } ?? ""
      return "Corrected \(correction.recorded.spokenShort) by \(correction.by.name), "
        + "\(change(by: correction))\(reason)"
    }
  }

  private var title: String {
    if child.withdrawn.contains(event.sequence) { return "✗ withdrawn: " + event.kind.title }
    if let original {
      let what = "\(original.kind.title.lowercasedFirst) of \(original.occurred.spokenShort)"
      guard event.kind == .corrected else { return "\(event.kind.title): \(what)" }
      return "\(event.kind.title): \(what), \(change(by: event))"
    }
    guard !corrected.isEmpty else { return event.title }
    // What was corrected twice reads as it was corrected last.
    var seen: Set<String> = []
    let changes = corrected.reversed().filter { seen.insert($0[.field] ?? "").inserted }
      .reversed().map(change)
    return "\(event.title), corrected (\(changes.joined(separator: ", ")))"
  }

  /// What a correction or a withdrawal is about.
  private var original: Event? {
    guard event.kind == .corrected || event.kind == .withdrawn, let number = event[.corrects] else {
      return nil
    }
    return child.history.first { $0.sequence == number }
  }

  /// The corrections of it that count, oldest first.
  private var corrected: [Event] {
    guard event.sequence > 0 else { return [] }
    return child.history.filter {
      $0.kind == .corrected && $0[.corrects] == event.sequence
        && !child.withdrawn.contains($0.sequence)
    }
  }

  /// `to be held at: Mon 23 Nov 10:00`.
  private func change(by correction: Event) -> String {
    let (name, typed) = (correction[.field] ?? "", correction[.value] ?? "")
    if name == "at" {
      let moment = SpokenInstant.read(typed, now: correction.recorded)?.spokenShort
      return "happened: \(moment ?? typed)"
    }
    guard let field = EventForm.of(about(correction).kind).field(name) else {
      return "\(name): \(typed)"
    }
    let value = try? field.read(typed, now: correction.recorded)
    let words: String =
      switch value {
      case .instant(let moment)?: moment.spokenShort
      case let value?: CodeWords.words(value, of: field)
      case nil: typed
      }
    return "\(field.label.lowercasedFirst): \(words)"
  }

  /// The event that a correction is about.
  private func about(_ correction: Event) -> Event {
    child.history.first { $0.sequence == correction[.corrects] } ?? event
  }
}
