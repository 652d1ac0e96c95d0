import Workflow

/// The words by which a child's page is narrowed: to the steps and the lines of the timeline in which each of
/// them stands, such as a person's name or part of a step's.
struct Narrowing: Sendable, Hashable {
  /// What was typed.
  var text = ""
  /// The words as they were before the line was opened, while it is being typed; else nothing.
  var before: String?

  /// Whether the cursor stands on the selected row while the line is open: from the key that moved it on until a
  /// letter is typed.
  var isOnRow = false

  /// Whether the line is being typed.
  var isTyped: Bool { before != nil }

  /// The words in small letters.
  var words: [String] {
    text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// What is said of a word that asks something of a tray and nothing here.
  var complaint: String? {
    words.contains { $0.hasPrefix("is:") }
      ? "is: filters trays; here type words, open or done" : nil
  }

  /// Whether a step is left: by its name, whose it is, who recorded it, how it stands.
  func leaves(_ step: WorkStep) -> Bool {
    stand(
      in: [
        step.title, step.role.title, step.tray.title, step.settled?.by.name,
        step.isOpen ? "open" : "done", step.rules.joined(separator: " "),
      ])
  }

  /// Whether a line of the timeline is left: by what it says and by whom, and by what is read where it is opened.
  func leaves(_ entry: TimelineEntry, of child: ChildCase) -> Bool {
    words.isEmpty
      || stand(
        in: [TimelineLine(entry: entry, child: child).signedText(isOnlyTime: false)]
          + entry.event.lines(of: child))
  }

  private func stand(in texts: [String?]) -> Bool {
    let line = texts.compactMap(\.self).joined(separator: " ").lowercased()
    return words.allSatisfy(line.contains)
  }
}

extension Desk {
  /// Begins to narrow the child's page.
  mutating func openNarrowing() -> [Effect] {
    changeChild { screen in
      screen.narrowing.before = screen.narrowing.text
      screen.narrowing.isOnRow = false
      if !screen.narrowing.text.isEmpty, screen.narrowing.text.last != " " {
        screen.narrowing.text += " "
      }
    }
  }

  /// Keeps the words, or goes back to those before.
  mutating func endNarrowing(isKept: Bool) -> [Effect] {
    changeChild { screen in
      if !isKept, let before = screen.narrowing.before { screen.narrowing.text = before }
      screen.narrowing.before = nil
    }
  }
}
