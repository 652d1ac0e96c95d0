import Grid
package import Workflow

/// A report that was set aside, or one of its children.
package struct AsideRow: Sendable, Hashable {
  /// The reference.
  package let reference: String
  /// The child who was set aside alone, counted from 1; nothing where it was all who waited.
  package let subject: Int?
  /// Whom it is about, as far as that was read: `Al-Khatib, Yousef?`, `Nguyen, Van Khoa? (2 of 2)`.
  package var name: String
  /// What became of the other children of the report: `Nguyen, Thi Mai Anh: E-2026-0034`; nothing where it is all
  /// that is read in it.
  package var others: String?
  /// How the child stood by the report: `HIGH, AWAY`; empty where that is not known.
  package var standing = ""
  /// Whom of another authority somebody told, and when.
  package var told: String?
  /// What it is: the police reference and the kind.
  package let title: String
  /// On what ground: `duplicate`.
  package let decision: String
  /// Who set it aside, and when.
  package let by: String
  /// When.
  package let at: Instant?
  /// Why.
  package var reason: String

  /// Makes a row.
  package init(
    reference: String, subject: Int? = nil, name: String, title: String, decision: String,
    by: String, at: Instant?,
    reason: String
  ) {
    self.reference = reference
    self.subject = subject
    self.name = name
    self.title = title
    self.decision = decision
    self.by = by
    self.at = at
    self.reason = reason
  }

  /// Whom it is about, with what became of the others.
  package var whole: String {
    guard let others else { return name }
    return name.hasSuffix(")") ? "\(name.dropLast()); \(others))" : "\(name) (\(others))"
  }

  /// Why, after whom one told.
  package var because: String {
    [told.map { "Told: \($0)" }, reason.isEmpty ? nil : reason].compactMap { $0 }
      .joined(separator: " · ")
  }

  /// How a child stood by a report from which nothing was opened: a grading that presses, and whether the child was
  /// away by it.
  ///
  /// - Parameters:
  ///   - gist: how pressing it was.
  ///   - saysEnd: whether it says that the child was found or back, without a time.
  /// - Returns: `HIGH, AWAY`.
  package static func standing(_ gist: ReportGist, saysEnd: Bool) -> String {
    let state =
      gist.returned != nil
      ? "back" : gist.found != nil ? "located" : saysEnd ? "said found" : "AWAY"
    // Of a text in which nothing was read nobody knows it.
    if gist == ReportGist(), !saysEnd { return "not read" }
    return gist.risk == .high ? "HIGH, \(state)" : state
  }
}

extension AsideRow {
  /// In the list: how the child stood and on what ground come before what can be cut off.
  var line: String {
    [name, standing, decision, by, reference, title].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  /// Below the list: all that the line has no room for.
  var pane: String {
    [
      standing.isEmpty ? nil : "\(standing) by the report", because.isEmpty ? nil : because,
      others.map { "The others: \($0)" },
    ].compactMap { $0 }.joined(separator: " · ")
  }
}

/// The reports that were set aside, the last one first.
package struct AsidesScreen: Sendable {
  /// The reports; nothing while they are being read.
  package var rows: [AsideRow]?
  /// The selected one.
  package var selected = 0
  /// The report, or the child of it, on which the list opens.
  var wanted: (reference: String, subject: Int?)?

  /// Makes a list that is still to be read.
  package init() {}

  /// The selected report.
  package var row: AsideRow? {
    guard let rows, rows.indices.contains(selected) else { return nil }
    return rows[selected]
  }
}

extension AsidesScreen {
  /// The reports as plain mode says them; nothing while they are being read.
  var spokenRows: [String]? {
    rows?.map {
      let standing = $0.standing.isEmpty ? "" : ", \($0.standing)"
      return
        "\($0.name)\(standing), set aside as \($0.decision) by \($0.by), \($0.reference), \($0.title): \($0.because)"
        + ($0.others.map { ". The others: \($0)" } ?? "")
    }
  }
}

/// Commands of the reports that were set aside.
enum AsideCommands {
  static let all: [DeskCommand] = [
    DeskCommand(
      "asides", in: [.trays], keys: [.character("Z")], "aside",
      "Show the reports that were set aside; each can be taken back"
    ) { desk in
      desk.stack.append(.asides(AsidesScreen()))
      return [.loadAsides]
    },
    DeskCommand(
      "take-back", in: [.asides], keys: [.enter], "take back",
      "Take the selected report back: it waits for triage again", footer: true,
      disabled: { desk in
        guard case .asides(let screen) = desk.stack.last, screen.row != nil else {
          return "No report is selected"
        }
        return cannotRecord(desk, .triaged)
      },
      run: { desk in
        guard case .asides(let screen) = desk.stack.last, let row = screen.row else { return [] }
        return desk.open(
          .takeBack(
            row.reference, subject: row.subject, named: row.name, command: desk.newCommandID()))
      }),
  ]
}

extension Desk {
  /// Shows the reports that were set aside.
  mutating func receive(_ rows: [AsideRow]) -> [Effect] {
    guard let index = stack.lastIndex(where: { if case .asides = $0 { true } else { false } }),
      case .asides(var screen) = stack[index]
    else { return [] }
    screen.rows = rows
    if let place = rows.firstIndex(where: {
      $0.reference == screen.wanted?.reference && $0.subject == screen.wanted?.subject
    }) {
      screen.selected = place
    }
    screen.wanted = nil
    screen.selected = min(screen.selected, max(0, rows.count - 1))
    stack[index] = .asides(screen)
    return []
  }
}

extension Submission {
  /// That a report was set aside is taken back at once.
  static func takingBack(
    _ report: String, subject: Int?, because reason: String, command: String, now: Instant
  ) -> Submission {
    let form = FormScreen.takeBack(report, subject: subject, command: command)
    return Submission(
      act: .takeBack(report: report, subject: subject), at: now,
      body: Body(["reason": .text(reason)]), command: command, draftKeys: [form.draftKey])
  }
}
