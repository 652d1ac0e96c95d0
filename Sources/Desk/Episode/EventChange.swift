package import Workflow

/// What a correction or a withdrawal does to an event, in the words in which people say it.
struct EventChange {
  /// The correction or the withdrawal.
  let act: Event
  /// What it is about, as it read just before.
  let original: Event

  /// Finds what an event changes; nothing where it changes no other, or what it changed is not there.
  ///
  /// - Parameters:
  ///   - act: the event.
  ///   - child: whose it is.
  init?(of act: Event, in child: ChildCase) {
    guard act.kind == .corrected || act.kind == .withdrawn, let number = act[.corrects] else {
      return nil
    }
    let earlier = child.history.prefix(while: { act.sequence == 0 || $0.sequence < act.sequence })
    guard let original = ChildCase(id: child.id, history: Array(earlier)).reading(of: number) else {
      return nil
    }
    self.act = act
    self.original = original
  }

  /// The fields of the act that its lines say.
  var names: Set<String> { ["corrects", "field", "value"] }

  /// `About: Returned, Sat 21 Nov 2026 23:00, by M. Castell`, and what became of the value.
  var lines: [String] {
    let about = "\(original.kind.title), \(original.occurred.spoken), by \(original.by.name)"
    guard act.kind == .corrected else { return ["Withdrawn: \(about)"] }
    return ["About: \(about)", "What: \(label)", "It said: \(before)", "Right: \(after)"]
  }

  private var name: String { act[.field] ?? "" }

  private var field: FormField? { EventForm.of(original.kind).field(name) }

  /// What the value is called on the event's own form.
  private var label: String {
    name == "at" ? original.kind.timeLabel : field?.label ?? name
  }

  private var before: String {
    if name == "at" { return original.occurred.spoken }
    guard let value = original.body[name: name], !original.body.leavesOpen(name) else {
      return "nothing"
    }
    return CodeWords.words(value, of: field)
  }

  private var after: String {
    let typed = act[.value] ?? ""
    if name == "at" {
      return SpokenInstant.read(typed, now: act.recorded, isLenient: true)?.spoken ?? typed
    }
    guard let field, let value = try? field.read(typed, now: act.recorded) else { return typed }
    return CodeWords.words(value, of: field)
  }
}

extension Event {
  /// The particulars in one line, for a list of all that was recorded of a child.
  ///
  /// - Parameter all: what was recorded, with what a correction is about.
  /// - Returns: the line; of a correction the value in words, under the name that its own form gives it.
  package func summary(among all: [Event]) -> String {
    guard kind == .corrected, let about = all.first(where: { $0.sequence == self[.corrects] })
    else { return summary }
    return [correction(of: about.kind), summary(isBeside: true)].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  /// What a correction makes of one value: `to be held at: Mon 23 Nov 10:00`.
  ///
  /// - Parameter kind: the kind of event that is corrected.
  /// - Returns: the value's name and what it is now.
  func correction(of kind: EventKind) -> String {
    let (name, typed) = (self[.field] ?? "", self[.value] ?? "")
    if name == "at" {
      return
        "happened: \(SpokenInstant.read(typed, now: recorded, isLenient: true)?.spokenShort ?? typed)"
    }
    guard let field = EventForm.of(kind).field(name) else { return "\(name): \(typed)" }
    let words: String =
      switch try? field.read(typed, now: recorded) {
      case .instant(let moment)?: moment.spokenShort
      case let value?: CodeWords.words(value, of: field)
      case nil: typed
      }
    return "\(field.label.lowercasedFirst): \(words)"
  }
}
