import Desk
import Grid
import Testing
import Workflow

/// A command, where it is asked for, and what must come of it.
struct CommandCase: Sendable, CustomTestStringConvertible {
  let id: String
  let start: @Sendable () throws -> Desk
  let holds: @Sendable (Desk, [Effect]) -> Bool

  var testDescription: String { id }
}

/// A case for every command of the desk.
enum CommandCases {
  static let all: [CommandCase] =
    trays + lists + bulks + charting + records + episode + forms + reading + general + undoing
    + further + access + choosing + editing

  /// A desk with a screen of a context in front.
  static func desk(in context: Context) throws -> Desk {
    switch context {
    case .trays: return Sample.desk()
    case .episode: return try child()
    case .form: return Sample.desk(showing: .form(.intake(command: "c")))
    case .confirm:
      var desk = Sample.desk(me: Sample.manager, showing: .form(try acknowledgement()))
      _ = press(&desk, "Ctrl-S")
      return desk
    case .reading: return Sample.desk(showing: .text(title: "Text", lines: lines, scroll: 30))
    case .help: return Sample.desk(showing: .help(HelpScreen(context: .trays)))
    case .palette:
      var desk = Sample.desk()
      _ = press(&desk, ": t r a y")
      return desk
    case .find: return Sample.desk(showing: .find(FindScreen()))
    case .drafts: return drafts()
    case .filter:
      var desk = Sample.desk()
      _ = press(&desk, "\\ w")
      return desk
    case .filters: return Sample.desk(showing: .filters(FiltersScreen()))
    case .bulk: return bulk()
    case .reason:
      var desk = bulk()
      _ = press(&desk, "Enter")
      return desk
    case .asides: return asides()
    case .people: return people()
    case .choices: return choices()
    case .charts: return charts()
    case .themes: return themes()
    }
  }

  private static let trays: [CommandCase] =
    [
      row("open") { _, effects in
        effects == [.loadChild("C-409", .show(step: "E-2026-0409.rhi-offer.1"))]
      },
      row("report") { desk, effects in
        desk.context == .form && effects == [.loadDraft(key: "intake")]
      },
      row("row-down") { desk, _ in desk.trays.selected == 5 },
      row("row-up") { desk, _ in desk.trays.selected == 3 },
      row("page-down") { desk, _ in desk.trays.selected == 6 },
      row("page-up") { desk, _ in desk.trays.selected == 0 },
      row("first-row") { desk, _ in desk.trays.selected == 0 },
      row("last-row") { desk, _ in desk.trays.selected == 6 },
      row("next-tray") { desk, effects in
        desk.trays.tray == .teamManager && loads(effects, .teamManager)
      },
      CommandCase(
        id: "other-tray",
        start: {
          var desk = Sample.desk()
          desk.trays.counts = [TrayCount(tray: .screening, open: 2, overdue: 1, today: 0)]
          return desk
        },
        holds: { desk, effects in
          desk.trays.tray == .screening && loads(effects, .screening)
        }),
      row("all-trays") { desk, effects in
        desk.trays.query.isOfAll && loads(effects, desk.trays.tray)
      },
      row("previous-tray") { desk, effects in desk.trays.tray == .tys && loads(effects, .tys) },
    ]
    + TraysScreen.shown.map { tray in
      row("tray-\(tray.rawValue)") { desk, effects in
        desk.trays.tray == tray && loads(effects, tray)
      }
    }

  private static let records: [CommandCase] = [
    record("risk", .riskAssessed, Sample.manager), record("meeting", .meetingHeld, Sample.manager),
    record("plan", .meetingPlanned, Sample.manager),
    record("cancel-meeting", .meetingCancelled, Sample.manager),
    record("found", .found, Sample.worker), record("back", .returned, Sample.worker),
    record("safe-and-well", .safeAndWell, Sample.frontDoor),
    record("allocate", .rhiAllocated, Sample.worker),
    record("offer", .rhiOffered, Sample.worker), record("interview", .rhiHeld, Sample.worker),
    record("declined", .rhiDeclined, Sample.worker),
    record("close", .recordClosed, Sample.worker), record("upload", .uploaded, Sample.worker),
    record("acknowledge", .acknowledged, Sample.manager), record("note", .noteAdded, Sample.worker),
    record("done", .stepDone, Sample.worker, Body(["step": .text("rhi-offer")])),
    record("move", .reassigned, Sample.worker, Body(["step": .text("rhi-offer")])),
    row("why") { _, effects in
      effects == [.loadChild("C-409", .why(step: "E-2026-0409.rhi-offer.1"))]
    },
  ]

  private static let episode: [CommandCase] = [
    page("do-step") { _, effects in
      effects == [.loadChild("C-0412", .form(.rhiHeld, preset: Body()))]
    },
    page("step-down") { desk, _ in screen(desk)?.selected == 2 },
    page("step-up") { desk, _ in screen(desk)?.selected == 0 },
    page("episode-page-down") { desk, _ in screen(desk)?.selected == 4 },
    CommandCase(
      id: "settled",
      start: {
        var screen = ChildScreen(page: Sample.page(try Sample.returned()), step: nil)
        screen.mostUnfolded = 3
        return Sample.desk(showing: .child(screen))
      },
      holds: { desk, _ in screen(desk).map { $0.isUnfolded } ?? false }),
    page("episode-page-up") { desk, _ in screen(desk)?.selected == 0 },
    page("first-step") { desk, _ in screen(desk)?.selected == 0 },
    page("last-step") { desk, _ in screen(desk)?.selected == 4 },
    CommandCase(
      id: "two-authorities",
      start: { Sample.desk(showing: .child(ChildScreen(page: try Sample.placed(), step: nil))) },
      holds: { _, effects in effects == [.loadChild("C-0412", .twoAuthorities)] }),
    CommandCase(
      id: "waiting-report",
      start: {
        var page = Sample.page(try Sample.returned())
        page.waiting = [Sample.waiting]
        return Sample.desk(showing: .child(ChildScreen(page: page, step: nil)))
      },
      holds: { _, effects in effects == [.readReport("R-2026-0077")] }),
    CommandCase(
      id: "further-child",
      start: { Sample.desk(me: Sample.frontDoor, rows: [Sample.report]) },
      holds: { _, effects in effects == [.readReport("R-2026-0077", .further)] }),
    CommandCase(
      id: "further-child-of-form",
      start: {
        Sample.desk(me: Sample.frontDoor, showing: .form(.triage(Sample.draft(), command: "c")))
      },
      holds: { desk, effects in
        desk.stack.isEmpty && effects.last == .readReport("R-2026-0077", .further)
      }),
    page("timeline-kind") { desk, _ in
      screen(desk)?.kind == .goingAndReturn && screen(desk)?.isTimelineFocused == true
    },
    page("narrow") { desk, _ in
      desk.context == .filter && screen(desk) != nil
    },
    page("episode-file") { desk, _ in desk.context == .reading },
    page("timeline") { desk, _ in screen(desk)?.isTimelineFocused == true },
    page("whole-half") { desk, _ in screen(desk)?.isAlone == true },
  ]

  private static let forms: [CommandCase] = [
    form("save") { desk, _ in desk.toast == nil && entry(desk)?.error != nil },
    form("next-field") { desk, _ in form(desk)?.focus == 1 },
    form("last-field") { desk, _ in form(desk)?.focus == 1 },
    form("field-page-down") { desk, _ in form(desk)?.focus == 1 },
    behind("first-field"), behind("field-page-up"),
    CommandCase(
      id: "previous-field",
      start: {
        var desk = try Self.desk(in: .form)
        _ = press(&desk, "Tab")
        return desk
      }, holds: { desk, _ in form(desk)?.focus == 0 }),
    CommandCase(
      id: "next-wanted",
      start: {
        let page = Sample.page(try Sample.returned())
        return Sample.desk(
          showing: .form(
            FormScreen(event: .rhiHeld, page: page, preset: Body(), command: "c")))
      }, holds: { desk, _ in form(desk)?.focus == 2 }),
    form("leave-form") { desk, effects in desk.stack.isEmpty && effects.isEmpty },
    CommandCase(
      id: "to-mind",
      start: {
        Sample.desk(
          me: Sample.frontDoor,
          showing: .form(.triage((try? Sample.guidedDraft()) ?? Sample.draft(), command: "c")))
      },
      holds: { desk, _ in desk.context == .reading }),
    form("discard-draft") { desk, effects in
      desk.stack.isEmpty && effects == [.dropDraft(key: "intake")]
    },
    CommandCase(
      id: "read-report",
      start: {
        Sample.desk(me: Sample.frontDoor, showing: .form(.triage(Sample.draft(), command: "c")))
      },
      holds: { desk, _ in desk.context == .reading }),
    CommandCase(
      id: "confirm", start: { try desk(in: .confirm) },
      holds: { desk, effects in
        if case .submit = effects.first { desk.context == .form } else { false }
      }),
    CommandCase(
      id: "cancel", start: { try desk(in: .confirm) },
      holds: { desk, effects in desk.context == .form && effects.isEmpty }),
  ]

  private static let reading: [CommandCase] = [
    text("scroll-down") { $0 == 31 }, text("scroll-up") { $0 == 29 },
    text("scroll-page-down") { $0 == 48 }, text("scroll-page-up") { $0 == 12 },
    CommandCase(
      id: "choose", start: { try found() },
      holds: { desk, effects in
        desk.stack.isEmpty && effects == [.loadChild("C-2", .show(step: nil))]
      }),
    CommandCase(
      id: "choice-down", start: { try found() }, holds: { desk, _ in find(desk)?.selected == 2 }),
    CommandCase(
      id: "choice-up", start: { try found() }, holds: { desk, _ in find(desk)?.selected == 0 }),
    CommandCase(
      id: "choice-page-down", start: { try found() },
      holds: { desk, _ in find(desk)?.selected == 2 }),
    CommandCase(
      id: "choice-page-up", start: { try found() }, holds: { desk, _ in find(desk)?.selected == 0 }),
    CommandCase(
      id: "choice-first", start: { try found() }, holds: { desk, _ in find(desk)?.selected == 0 }),
    CommandCase(
      id: "choice-last", start: { try found() }, holds: { desk, _ in find(desk)?.selected == 2 }),
  ]

  private static let general: [CommandCase] = [
    row("find") { desk, _ in desk.context == .find },
    row("asides") { desk, effects in desk.context == .asides && effects == [.loadAsides] },
    aside("take-back") { _, effects in effects == [.loadDraft(key: "take-back:R-2")] },
    CommandCase(
      id: "guide",
      start: {
        var desk = Sample.desk()
        desk.isDrill = true
        return desk
      },
      holds: { desk, effects in
        desk.guide == Guide() && effects == [.keepSetting("desk:guide", nil)]
      }),
    row("palette") { desk, _ in desk.context == .palette },
    form("palette-while-typing") { desk, _ in desk.context == .palette },
    palette("run-named") { desk, _ in desk.toast?.text.hasPrefix("Several fit") == true },
    palette("complete") { desk, _ in palette(desk)?.text == "tray-" },
    palette("complete-back") { desk, _ in palette(desk)?.text == "tray-" },
    palette("earlier-command") { desk, _ in palette(desk)?.text == "sort" },
    palette("later-command") { desk, _ in palette(desk)?.text == "tray" },
    row("help") { desk, _ in desk.context == .help },
    form("help-while-typing") { desk, _ in desk.context == .help },
    page("step-back") { desk, effects in desk.stack.isEmpty && loads(effects, .rhi) },
    page("close-page") { desk, effects in desk.stack.isEmpty && loads(effects, .rhi) },
    row("theme") { desk, effects in desk.context == .themes && effects.isEmpty },
    CommandCase(
      id: "person",
      start: {
        var desk = Sample.desk(me: Sample.worker)
        desk.colleagues = [Sample.worker, Sample.manager]
        return desk
      }, holds: { desk, effects in desk.context == .people && effects.isEmpty }),
    CommandCase(
      id: "play", start: { people() },
      holds: { desk, effects in
        desk.me == Sample.manager
          && effects.first == .keepSetting("desk:part", "\(Sample.manager.id):team-manager")
          && effects.last == .loadPersonal
      }),
    CommandCase(id: "part-down", start: { people() }, holds: { desk, _ in person(desk) == 2 }),
    CommandCase(id: "part-up", start: { people() }, holds: { desk, _ in person(desk) == 0 }),
    CommandCase(id: "part-page-down", start: { people() }, holds: { desk, _ in person(desk) == 2 }),
    CommandCase(id: "part-page-up", start: { people() }, holds: { desk, _ in person(desk) == 0 }),
    CommandCase(id: "part-first", start: { people() }, holds: { desk, _ in person(desk) == 0 }),
    CommandCase(id: "part-last", start: { people() }, holds: { desk, _ in person(desk) == 2 }),
    aside("list-down") { desk, _ in desk.aside == 2 },
    aside("list-up") { desk, _ in desk.aside == 0 },
    aside("list-page-down") { desk, _ in desk.aside == 2 },
    aside("list-page-up") { desk, _ in desk.aside == 0 },
    aside("list-first") { desk, _ in desk.aside == 0 },
    aside("list-last") { desk, _ in desk.aside == 2 },
    row("quit") { _, effects in effects == [.quit] },
    form("interrupt") { _, effects in effects == [.quit] },
    form("redraw") { _, effects in effects == [.redraw] },
    form("suspend") { _, effects in effects == [.suspend] },
  ]
}

extension Desk {
  /// The selected report of those set aside.
  var aside: Int? {
    if case .asides(let screen) = stack.last { screen.selected } else { nil }
  }
}

extension CommandCases {
  /// A desk with the list of three parts in front, the second one selected.
  static func people(_ size: Desk.Size = Desk.Size(width: 80, height: 24)) -> Desk {
    var desk = Sample.desk(size.width, size.height, me: Sample.worker)
    desk.colleagues = [Sample.worker, Sample.manager, Sample.coordinator]
    _ = press(&desk, "P Down")
    return desk
  }

  private static func person(_ desk: Desk) -> Int? {
    if case .people(let screen) = desk.stack.last { screen.selected } else { nil }
  }

  /// A desk with three reports set aside in front, the second one selected.
  static func asides(_ size: Desk.Size = Desk.Size(width: 80, height: 24)) -> Desk {
    var desk = Sample.desk(
      size.width, size.height, me: Sample.frontDoor, showing: .asides(AsidesScreen()))
    let rows = (1...3).map { number in
      AsideRow(
        reference: "R-\(number)", name: "Al-Khatib, Yousef?",
        title: "01/7\(number)12/26 merlin-missing", decision: "duplicate",
        by: "Frances Okafor", at: Sample.now.adding(seconds: -3_600 * number),
        reason: "The same as the call at 00:2\(number), which was recorded then.")
    }
    _ = update(&desk, .asides(rows))
    _ = press(&desk, "Down")
    return desk
  }

  /// A command by which a form goes from its second line to its first.
  private static func behind(_ id: String) -> CommandCase {
    CommandCase(
      id: id,
      start: {
        var desk = try Self.desk(in: .form)
        _ = press(&desk, "Tab")
        return desk
      }, holds: { desk, _ in form(desk)?.focus == 0 })
  }

  private static func aside(
    _ id: String, _ holds: @escaping @Sendable (Desk, [Effect]) -> Bool
  ) -> CommandCase {
    CommandCase(id: id, start: { asides() }, holds: holds)
  }

  private static let lines = (1...100).map { "Line \($0)" }

  private static func acknowledgement() throws -> FormScreen {
    FormScreen(
      event: .acknowledged, page: Sample.page(try Sample.closed()),
      preset: Body(["as": .text("team-manager"), "answer": .text("nothing-for-me")]), command: "c")
  }

  private static func child() throws -> Desk {
    let page = Sample.page(try Sample.returned())
    var screen = ChildScreen(page: page, step: nil)
    screen.selected = 1
    return Sample.desk(showing: .child(screen))
  }

  private static func found() throws -> Desk {
    var desk = Sample.desk()
    _ = press(&desk, "/ c")
    let hits = (1...3).map { FoundRow(child: "C-\($0)", title: "Child \($0)", detail: "") }
    _ = update(&desk, .found(hits, generation: desk.generation))
    _ = press(&desk, "Down")
    return desk
  }

  private static func palette(
    _ id: String, _ holds: @escaping @Sendable (Desk, [Effect]) -> Bool
  ) -> CommandCase {
    CommandCase(
      id: id,
      start: {
        var desk = try desk(in: .palette)
        desk.asked = ["sort"]
        return desk
      }, holds: holds)
  }

  private static func palette(_ desk: Desk) -> PaletteScreen? {
    if case .palette(let screen) = desk.stack.last { screen } else { nil }
  }

  private static func row(
    _ id: String, _ holds: @escaping @Sendable (Desk, [Effect]) -> Bool
  ) -> CommandCase {
    CommandCase(
      id: id,
      start: {
        var desk = Sample.desk()
        _ = press(&desk, "Down Down Down Down")
        return desk
      }, holds: holds)
  }

  private static func record(
    _ id: String, _ kind: EventKind, _ person: Person, _ preset: Body = Body()
  ) -> CommandCase {
    CommandCase(
      id: id, start: { Sample.desk(me: person) },
      holds: { _, effects in effects == [.loadChild("C-398", .form(kind, preset: preset))] })
  }

  private static func page(
    _ id: String, _ holds: @escaping @Sendable (Desk, [Effect]) -> Bool
  ) -> CommandCase { CommandCase(id: id, start: { try child() }, holds: holds) }

  private static func form(
    _ id: String, _ holds: @escaping @Sendable (Desk, [Effect]) -> Bool
  ) -> CommandCase { CommandCase(id: id, start: { try desk(in: .form) }, holds: holds) }

  private static func text(
    _ id: String, _ holds: @escaping @Sendable (Int) -> Bool
  ) -> CommandCase {
    CommandCase(
      id: id, start: { try desk(in: .reading) },
      holds: { desk, _ in
        if case .text(_, _, let scroll) = desk.stack.last { holds(scroll) } else { false }
      })
  }

  private static func screen(_ desk: Desk) -> ChildScreen? {
    if case .child(let screen) = desk.stack.last { screen } else { nil }
  }

  private static func form(_ desk: Desk) -> FormScreen? {
    if case .form(let form) = desk.stack.last { form } else { nil }
  }

  private static func entry(_ desk: Desk) -> FormEntry? { form(desk)?.entries.first }

  private static func find(_ desk: Desk) -> FindScreen? {
    if case .find(let find) = desk.stack.last { find } else { nil }
  }

  private static func loads(_ effects: [Effect], _ tray: Tray) -> Bool {
    if case .loadTray(let question, _) = effects.first {
      question.query.tray == tray
    } else {
      false
    }
  }
}
