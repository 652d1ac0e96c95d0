/// What a report says, in a few lines: whoever decides to open nothing from it sees whose it is.
package struct ReportAbout: Sendable, Hashable {
  /// The report's reference.
  package let reference: String
  /// The child who is set aside alone, counted from 1; nothing for all who wait.
  package var subject: Int?
  /// The names of those whom it reports, as they were read; of one alone that one's.
  package let names: [String]
  /// The names of those of its children who are triaged: nothing of them is set aside.
  package var done: [String] = []
  /// Those of several children who wait.
  package var children: [Child] = []
  /// Whether a child of whom nothing is opened then, and who is not away on the desk, is away by it.
  package var tellsOfAbsence = false
  /// The open episodes of those of its children who are away on the desk, whatever it says: `E-2026-0026`.
  package var openEpisodes: [String] = []
  /// The lines: a child each, then what kind of report it is.
  package let lines: [String]

  /// One of several children of a report.
  package struct Child: Sendable, Hashable {
    /// Which child of the report, counted from 1.
    package let place: Int
    /// The name, as it was read.
    package let name: String

    /// Makes one.
    package init(place: Int, name: String) {
      self.place = place
      self.name = name
    }
  }

  /// Makes what is said.
  package init(reference: String, names: [String], lines: [String]) {
    self.reference = reference
    self.names = names
    self.lines = lines
  }

  /// By what a child of whom nothing is opened then is away: `on the desk, E-2026-0026`, or `by the report`; nothing
  /// where none is.
  package var awayBy: String? {
    if !openEpisodes.isEmpty { return "on the desk, \(openEpisodes.joined(separator: ", "))" }
    return tellsOfAbsence ? "by the report" : nil
  }

  /// What nobody here hears of once it is set aside as nothing to be done, as a question; nothing where no child is
  /// away.
  var unheard: String? {
    if tellsOfAbsence {
      return "AWAY by the report, and no tray here will have it: is the child known to be back?"
    }
    return openEpisodes.first.map {
      "\($0) is open and gets nothing of this report: is all of it recorded there?"
    }
  }
}

extension FormScreen {
  /// The report that the form sets aside.
  var reportAside: String? {
    if case .setAside(let report, _) = purpose { report } else { nil }
  }

  /// The child of it whom the form sets aside alone.
  private var subjectAside: Int? {
    if case .setAside(_, let subject) = purpose { subject } else { nil }
  }

  /// Takes in what the report says that the form sets aside: it stands at the head and in the frame.
  mutating func describe(_ about: ReportAbout) {
    if case .reportNote(about.reference) = purpose { nameChildren(of: about) }
    guard reportAside == about.reference, subjectAside == about.subject, self.about == nil else {
      return
    }
    self.about = about
    if let name = about.names.first {
      let more = about.names.count > 1 ? " and \(about.names.count - 1) more" : ""
      title += " · \(name)\(more)"
    }
    prompts = about.lines.map { "▸ \($0)" } + prompts
    // A draft may have brought the decision before the report was read.
    askWhomTold()
  }
}

extension FormScreen {
  /// What is said of a text in which neither a child nor a kind of report was recognised; sent again, it
  /// is kept.
  package static let nothingRead =
    "No child and no kind of report was read in this: is it a report? A call about one that waits: + on its row"
}

extension FormScreen {
  /// What is said of a text all of whose children are triaged; sent again, it opens a further child.
  package static let triagedBefore =
    "This text was triaged already: does it tell of a further child? Then send it again"
}

extension Desk {
  /// Opens the form that sets a report aside, or one of its children, and asks what the report says.
  mutating func openSetAside(_ report: String, subject: Int? = nil) -> [Effect] {
    open(.setAside(report, subject: subject, command: newCommandID()))
      + [.describeReport(report, subject: subject)]
  }

  /// Takes in what a report says; whoever has left the form meanwhile needs it no longer.
  mutating func receive(_ about: ReportAbout) {
    for index in stack.indices {
      guard case .form(var form) = stack[index] else { continue }
      form.describe(about)
      stack[index] = .form(form)
    }
  }
}
