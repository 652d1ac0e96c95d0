import Workflow

// The parts of a long form: a few words above the first line of each.

extension FormScreen {
  /// What stands above lines of the forms that ask for more than a screen holds, by their fields.
  private static let headings: [EventKind: [String: String]] = [
    .rhiHeld: [
      "circumstances": "What the child told", "harm": "Harm and health",
      "how-returned": "Back, and from here on", "views": "To be kept of it",
    ],
    .meetingHeld: ["attended": "Who was there", "discussed": "What came of it"],
  ]

  /// Heads the parts of an event's form.
  mutating func headParts(of kind: EventKind) {
    guard let parts = FormScreen.headings[kind] else { return }
    for index in entries.indices { entries[index].heading = parts[entries[index].field.name] }
  }

  /// Offers names and words that are typed again and again; any others may be typed.
  mutating func suggest(for kind: EventKind) {
    for index in entries.indices {
      switch (kind, entries[index].field.name) {
      case (.rhiAllocated, "worker"): entries[index].suggestions = page?.staff ?? []
      case (.rhiHeld, "by"):
        let staff = page?.staff ?? []
        entries[index].suggestions =
          interviewer.map { worker in [worker] + staff.filter { $0 != worker } } ?? staff
      case (.rhiDeclined, "by"):
        entries[index].suggestions = ["the child", "a parent", "a carer"]
        entries[index].isOfWords = true
      case (.rhiOffered, "how"):
        entries[index].suggestions = FormScreen.waysOfAsking
        entries[index].isOfWords = true
      default: break
      }
    }
    offerPlaceTold(for: kind)
    if kind == .childUpdated { fillInLists() }
  }

  /// What the register has of several stands in the line: one more is typed to it, and none is lost by that.
  private mutating func fillInLists() {
    guard let page else { return }
    for index in entries.indices {
      let name = entries[index].field.name
      guard ["markers", "aliases"].contains(name), entries[index].isEmpty,
        let standing = page.child.facts[name: name]?.typed
      else { continue }
      entries[index].text.replace(with: FormEntry.spelt(standing))
      entries[index].note = "on the register now"
      initial[name] = entries[index].text.text
    }
  }

  /// The last report that was kept of the episode that the form is about: what it tells is not typed from memory.
  var lastReport: String? {
    guard case .event(let kind, _, _) = purpose else { return nil }
    return page?.record?.episode(for: kind)?.log.events(.reported).compactMap { $0[.report] }.last
  }

  /// How an interview is offered.
  private static let waysOfAsking = [
    "telephone", "text message", "letter", "email", "visit", "through the carer or placement",
    "through school", "in person at",
  ]

  /// To whom the interview is allocated.
  private var interviewer: String? { page?.record?.log.latest(.rhiAllocated, .worker)?.value }

  /// Names whoever fills the form in as the one who held the interview, where that is the person's work and the
  /// interview is nobody else's.
  mutating func offerOwnName() {
    guard case .event(.rhiHeld, _, _) = purpose, let me = writer?.me,
      [.rhiWorker, .tysWorker].contains(me.role), interviewer.map({ $0 == me.name }) ?? true,
      let place = entries.firstIndex(where: { $0.field.name == "by" }), entries[place].isEmpty
    else { return }
    entries[place].text.replace(with: me.name)
    initial["by"] = me.name
  }

  /// Puts the place of a report that told of the end into the empty line of the form that records it, with its
  /// source: it is kept or typed over, and is no draft by itself.
  mutating func offerPlaceTold(for kind: EventKind) {
    guard case .event = purpose, let told = page?.record?.current?.placeTold(for: kind) else {
      return
    }
    let safe = told.safe.map { $0 ? "yes" : "no" }
    for (name, said) in [("place", told.place), (Field<Bool>.safe.name, safe)] {
      guard let said, let index = entries.firstIndex(where: { $0.field.name == name }),
        entries[index].isEmpty
      else { continue }
      entries[index].text.replace(with: said)
      entries[index].note = "by \(told.report ?? "a report")"
      initial[name] = entries[index].text.text
    }
  }

  /// The lines that the record wants and in which nothing stands yet, or nothing that can be read, by their places.
  var wanted: [Int] {
    entries.indices.filter { index in
      let field = entries[index].field
      guard field.isRequired || field.isNeededToFinish else { return false }
      if entries[index].isEmpty { return true }
      if case .failure = entries[index].read(now: moment) { return true }
      return false
    }
  }

  /// Goes to the next line that is wanted and empty, or refused; behind the last comes the first.
  mutating func moveToWanted() {
    let empty = Set(wanted)
    let places = entries.indices.filter { empty.contains($0) || entries[$0].error != nil }
    if let place = places.first(where: { $0 > focus }) ?? places.first { moveFocus(to: place) }
  }
}
