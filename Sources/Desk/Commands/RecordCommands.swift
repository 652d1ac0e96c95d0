import Grid
import Workflow

/// Commands that open a form on the child: from a tray's row or from the child's page.
enum RecordCommands {
  /// The ids of those that lead to something being recorded.
  static let acting = Set(all.map(\.id)).subtracting(["why"])

  static let all: [DeskCommand] = [
    command("risk", "r", "risk", "Rate the risk of the episode", .riskAssessed, footer: true),
    meeting("meeting", "m", "meeting", "Record a meeting that was held", .meetingHeld),
    meeting("plan", "p", "plan", "Plan a meeting; the due time stays as it is", .meetingPlanned),
    meeting(
      "cancel-meeting", "X", "cancel", "Cancel a meeting, with the decision", .meetingCancelled),
    command("found", "f", "located", "Record that the child was located, not back", .found),
    command("back", "b", "back", "Record that the child is back", .returned, footer: true),
    command(
      "safe-and-well", "s", "safe", "Record the police's safe and well check", .safeAndWell,
      footer: true),
    command(
      "allocate", "l", "allocate", "Allocate the interview to a worker", .rhiAllocated, footer: true
    ),
    command(
      "offer", "o", "offer", "Record an attempt to offer the interview", .rhiOffered, footer: true),
    command(
      "interview", "h", "interview", "Record the interview that was held", .rhiHeld, footer: true),
    command("declined", "d", "declined", "Record that the interview was declined", .rhiDeclined),
    command(
      "upload", "u", "upload", "Record that the interview is on the child's file", .uploaded),
    command(
      "close", "c", "close", "Close the record; it then waits for acknowledgement", .recordClosed,
      footer: true),
    command(
      "acknowledge", "a", "acknowledge", "Acknowledge a closed record", .acknowledged, footer: true),
    DeskCommand(
      "note", in: [.trays, .episode], keys: [.character("+")], "note",
      "Record a note: who rang, a sighting, what somebody tells; of a report that waits, too",
      records: .noteAdded,
      disabled: { desk in
        desk.reportToNote == nil
          ? cannotRecordOnChild(desk, .noteAdded) : cannotRecord(desk, .noteAdded)
      },
      opens: { $0.reportToNote == nil ? ChildForm(kind: .noteAdded) : nil },
      run: { desk in
        if let report = desk.reportToNote { return desk.openReportNote(report) }
        return desk.subjectChild.map { [.loadChild($0, .form(.noteAdded, preset: Body()))] } ?? []
      }),
    command("reopen", "R", "reopen", "Reopen a record that was closed", .reopened),
    DeskCommand(
      "done", in: [.trays, .episode], keys: [.character("x")], "done",
      "Record that the selected step is done", records: .stepDone,
      disabled: { desk in
        desk.subjectStep == nil ? "No step is selected" : cannotRecord(desk, .stepDone)
      },
      form: { desk in
        desk.subjectStepName.map { step in
          ChildForm(
            kind: .stepDone,
            preset: desk.selectedStep?.id.done ?? Body(["step": .text(step.rawValue)]))
        }
      }),
    DeskCommand(
      "move", in: [.trays, .episode], keys: [.character("M")], "move",
      "Move the selected step to another tray; its due time stays", records: .reassigned,
      disabled: { desk in
        desk.subjectStep == nil ? "No step is selected" : cannotRecord(desk, .reassigned)
      },
      form: { desk in
        desk.subjectStepName.map {
          ChildForm(kind: .reassigned, preset: Body(["step": .text($0.rawValue)]))
        }
      }),
    DeskCommand(
      "why", in: [.trays, .episode], keys: [.character("w")], "why", "Explain why the step is due",
      footer: true,
      disabled: { $0.subjectStep == nil ? "No step is selected" : nil },
      run: { desk in
        guard let child = desk.subjectChild, let step = desk.subjectStep else { return [] }
        return [.loadChild(child, .why(step: step))]
      }),
  ]

  private static func command(
    _ id: String, _ key: Character, _ label: String, _ sentence: String, _ kind: EventKind,
    footer: Bool = false
  ) -> DeskCommand {
    DeskCommand(
      id, in: [.trays, .episode], keys: [.character(key)], label, sentence, footer: footer,
      records: kind, suits: { $0.subjectStepName.map { fits(kind, $0) } ?? false },
      disabled: { cannotRecordOnChild($0, kind) }, form: { _ in ChildForm(kind: kind) })
  }

  /// A meeting's form knows which meeting, where one is selected.
  private static func meeting(
    _ id: String, _ key: Character, _ label: String, _ sentence: String, _ kind: EventKind
  ) -> DeskCommand {
    DeskCommand(
      id, in: [.trays, .episode], keys: [.character(key)], label, sentence,
      footer: kind != .meetingCancelled, records: kind,
      suits: { $0.subjectStepName?.isMeeting ?? false },
      disabled: { cannotRecordOnChild($0, kind) },
      form: { desk in
        var form = ChildForm(kind: kind)
        if let step = desk.subjectStepName, step.isMeeting {
          form.preset[.kind] = step.rawValue
          if kind != .meetingCancelled, let chair = desk.selectedStep?.chair {
            form.preset[.chair] = chair.rawValue
          }
        }
        return form
      })
  }

  /// Whether an event is what a step asks for: the footer shows its key then.
  private static func fits(_ kind: EventKind, _ step: StepName) -> Bool {
    switch (kind, step) {
    case (.riskAssessed, .riskRating), (.riskAssessed, .riskAssessment),
      (.riskAssessed, .riskAssessmentReview), (.rhiOffered, .rhiOffer),
      (.rhiOffered, .rhiInterview), (.rhiHeld, .rhiOffer), (.rhiHeld, .rhiInterview),
      (.rhiAllocated, .rhiAllocation), (.safeAndWell, .safeAndWell), (.returned, .monitoring),
      (.recordClosed, .closeRecord), (.acknowledged, .acknowledge):
      true
    default: false
    }
  }
}

/// Why the person may not record an event on the selected child, or nothing where it is allowed.
func cannotRecordOnChild(_ desk: Desk, _ kind: EventKind) -> String? {
  guard desk.subjectChild != nil else { return "No child is selected" }
  if let reason = cannotRecord(desk, kind) { return reason }
  if let page = desk.childScreen?.page {
    return desk.refusal(before: ChildForm(kind: kind), on: page)
  }
  let needsReturn: Set<EventKind> = [.recordClosed, .rhiOffered, .rhiDeclined, .rhiHeld]
  guard needsReturn.contains(kind), let row = desk.trays.selectedRow, let absence = row.absence,
    absence.returned == nil
  else { return nil }
  return "\(row.name) is still away; \(desk.keymap.name("back")) records the return first"
}

/// Why the person may not record an event, or nothing where it is allowed.
func cannotRecord(_ desk: Desk, _ kind: EventKind) -> String? {
  if let reason = desk.notRecorded { return reason }
  if Permissions.allows(desk.me.role, to: kind) { return nil }
  // Whose step it is comes first: the row names that role, too.
  let allowed = Permissions.roles(for: kind)
  let own = desk.selectedStep.map(\.role).flatMap { allowed.contains($0) ? $0 : nil }
  let roles = ([own].compactMap { $0 } + allowed.filter { $0 != own }).prefix(2).map {
    $0.mention(desk.roleTitles)
  }
  return "As \(desk.me.role.capacity(desk.roleTitles)) you may not record "
    + "\"\(kind.title.lowercasedFirst)\"; ask \(roles.joined(separator: " or "))"
}
