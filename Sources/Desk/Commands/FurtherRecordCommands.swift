import Grid
import Workflow

/// Events that are recorded too seldom for a key of their own: help lists them, and `E` lists
/// whatever can be recorded.
enum FurtherRecordCommands {
  static let all: [DeskCommand] =
    [
      DeskCommand(
        "record-other", in: [.trays, .episode], keys: [.character("E")], "more",
        "Choose what else to record: type a word of it",
        disabled: { $0.notRecorded ?? ($0.subjectChild == nil ? "No child is selected" : nil) },
        run: chooseOther)
    ]
    + [
      event(.wentMissing, "Record that the child went missing"),
      event(.reported, "Record a further report"),
      event(.opened, "Record the opening of the work step"),
      event(.categoryChanged, "Record another category: missing, absent, absconded"),
      event(.ragSet, "Record the RAG rating"),
      event(.section47Started, "Record that section 47 enquiries began"),
      event(.policeConcerns, "Record a concern that the police raised"),
      event(.allocated, "Record the worker and team of the child"),
      event(.held, "Record that a step is on hold until a time", aboutStep: true),
      event(.policeContacted, "Record a contact with the police"),
      event(.notified, "Record that somebody was told", aboutStep: true),
      event(
        .actionAgreed, "Record what somebody is to do by a time: it stands in a tray until done"),
      event(.actionDone, "Record that an action was done"),
      event(.publicityAgreed, "Record what was agreed on publicity"),
      event(.compactFinalised, "Record that the police finished their COMPACT record"),
      event(.rhiReferred, "Record the referral for interview"),
      event(.rhiShared, "Record with whom the interview was shared"),
      event(.disclosure, "Record a disclosure"), event(.safetyPlanMade, "Record the safety plan"),
      event(.finalised, "Record that the record is finished"),
      event(.caseClosed, "Record that the case was closed"),
      event(
        .childUpdated,
        "Record a move to another place, or another change of the register entry: school, markers"),
    ]

  @Sendable private static func chooseOther(_ desk: inout Desk) -> [Effect] {
    desk.openList(.help(HelpScreen(context: desk.context, ofRecords: true)))
  }

  /// A command without a key of its own.
  private static func event(
    _ kind: EventKind, _ sentence: String, aboutStep: Bool = false
  ) -> DeskCommand {
    DeskCommand(
      "record-\(kind.rawValue)", in: [.trays, .episode], keys: [], kind.title.lowercasedFirst,
      sentence, records: kind, disabled: { cannotRecordOnChild($0, kind) },
      form: { desk in
        var form = ChildForm(kind: kind)
        if aboutStep { form.preset[.step] = desk.subjectStepName?.rawValue }
        return form
      })
  }
}
