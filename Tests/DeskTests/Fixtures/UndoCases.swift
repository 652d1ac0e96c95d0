import Desk
import Grid
import Workflow

/// Cases of what takes back, puts right and goes on, and of events without a key of their own.
extension CommandCases {
  /// A desk with the list of three drafts in front, the second one selected.
  static func drafts(_ size: Desk.Size = Desk.Size(width: 80, height: 24)) -> Desk {
    var desk = Sample.desk(size.width, size.height, me: Sample.manager)
    _ = press(&desk, "D")
    let drafts = [
      ("event:note-added:C-0412:E-2026-0412", "Note added · Pryce-Morgan, Siân"),
      (
        "event:meeting-held:C-0412:E-2026-0412:kind=review-meeting",
        "Meeting held · Review meeting · Pryce-Morgan, Siân"
      ), ("triage:R-2026-0077:1", "Triage · R-2026-0077 · 01/7714/26"),
    ]
    _ = update(
      &desk, .drafts(drafts.map { DraftMark(key: $0.0, title: $0.1, saved: Sample.now) }))
    _ = press(&desk, "Down")
    return desk
  }

  static let undoing: [CommandCase] = [
    CommandCase(
      id: "undo",
      start: {
        var desk = Sample.desk(me: Sample.manager)
        desk.undoable = [.act(act, draftKey: "k", draft: nil)]
        return desk
      },
      holds: { _, effects in
        if case .withdraw(act, _) = effects.first { true } else { false }
      }),
    CommandCase(
      id: "correct", start: { try timeline() },
      holds: { _, effects in effects == [.loadChild("C-0412", .correct(8))] }),
    CommandCase(
      id: "fill-in",
      start: {
        let child = try Sample.record(
          .rhiHeld, "2026-11-21 15:00", on: try Sample.returned(), by: Sample.worker)
        let screen = ChildScreen(page: Sample.page(child), step: nil)
        return Sample.desk(me: Sample.worker, showing: .child(screen))
      }, holds: { _, effects in effects == [.loadChild("C-0412", .correct(9))] }),
    CommandCase(
      id: "withdraw", start: { try timeline() },
      holds: { _, effects in
        effects == [
          .loadChild("C-0412", .form(.withdrawn, preset: Body(["corrects": .number(8)])))
        ]
      }),
    CommandCase(
      id: "drafts", start: { Sample.desk() },
      holds: { desk, effects in desk.context == .drafts && effects == [.loadDrafts] }),
    CommandCase(
      id: "open-draft", start: { drafts() },
      holds: { desk, effects in
        desk.stack.isEmpty
          && effects == [
            .loadChild(
              "C-0412",
              .form(
                .meetingHeld,
                preset: Body([
                  "kind": .text("review-meeting"), "episode": .text("E-2026-0412"),
                ])))
          ]
      }),
    CommandCase(
      id: "discard-kept-draft", start: { drafts() },
      holds: { desk, effects in
        if case .discardDraft(let mark) = effects.first { mark.kind == .meetingHeld } else { false }
      }),
    CommandCase(
      id: "set-report-aside",
      start: { Sample.desk(me: Sample.frontDoor, tray: .frontDoor, rows: [Sample.report]) },
      holds: { desk, effects in
        desk.context == .form
          && effects == [
            .loadDraft(key: "set-aside:R-2026-0077"), .describeReport("R-2026-0077"),
          ]
      }),
    CommandCase(
      id: "read-waiting",
      start: { Sample.desk(me: Sample.frontDoor, tray: .frontDoor, rows: [Sample.report]) },
      holds: { _, effects in effects == [.loadReportText("R-2026-0077")] }),
    CommandCase(
      id: "whole-list",
      start: {
        var row = Sample.report
        row.report?.list = "Daily list of 9: 9 new"
        var desk = Sample.desk(me: Sample.frontDoor, tray: .frontDoor, rows: [row])
        desk.stack = [.text(title: "Report R-2026-0077", lines: [], scroll: 0)]
        return desk
      },
      holds: { _, effects in effects == [.loadWholeList("R-2026-0077")] }),
    CommandCase(
      id: "set-aside",
      start: {
        Sample.desk(me: Sample.frontDoor, showing: .form(.triage(Sample.draft(), command: "c")))
      }, holds: { desk, _ in desk.stack.count == 2 }),
    CommandCase(
      id: "whole-screen", start: { try paragraph() },
      holds: { desk, _ in
        if case .form(let form) = desk.stack.last { form.isZoomed } else { false }
      }),
    CommandCase(
      id: "editor",
      start: {
        var desk = try paragraph()
        desk.noEditor = nil
        _ = press(&desk, "a b")
        return desk
      },
      holds: { _, effects in
        if case .keepDraft(key: "intake", let draft) = effects.first {
          draft.values == ["text": "ab"] && effects.last == .edit("ab")
        } else {
          false
        }
      }),
    CommandCase(
      id: "record-other", start: { Sample.desk(me: Sample.manager) },
      holds: { desk, _ in
        if case .help(let help) = desk.stack.last { help.isOfRecords } else { false }
      }),
    CommandCase(
      id: "reopen", start: { Sample.desk(me: Sample.manager) },
      holds: { _, effects in
        effects == [.loadChild("C-398", .form(.reopened, preset: Body()))]
      }),
  ]

  /// Events without a key: help runs them.
  static let further: [CommandCase] = CommandTable.all
    .filter { $0.id.hasPrefix("record-") && $0.keys.isEmpty }
    .map { CommandCase(id: $0.id, start: { Sample.desk() }, holds: { _, _ in false }) }

  private static let act = RecordedAct(child: "C-0412", number: 5, title: "Risk assessed")

  private static func timeline() throws -> Desk {
    var screen = ChildScreen(page: Sample.page(try Sample.returned()), step: nil)
    screen.isTimelineFocused = true
    return Sample.desk(me: Sample.worker, showing: .child(screen))
  }

  private static func paragraph() throws -> Desk {
    var desk = try desk(in: .form)
    _ = press(&desk, "Tab")
    return desk
  }

  private static func selected(_ desk: Desk) -> Int? {
    if case .drafts(let screen) = desk.stack.last { screen.selected } else { nil }
  }
}
