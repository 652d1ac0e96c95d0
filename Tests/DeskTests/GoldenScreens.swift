import Desk
import Grid
import Workflow

/// The screens that are kept as golden frames, each as a desk that shows it.
enum GoldenScreens {
  static func all(_ size: Desk.Size) throws -> [(String, Desk)] {
    let trays = [
      ("tray-seven", desk(size)), ("tray-empty", desk(size, rows: [])),
      (
        "tray-one-report", desk(size, me: Sample.frontDoor, tray: .frontDoor, rows: [Sample.report])
      ),
      ("tray-loading", desk(size, rows: nil)), ("tray-many", pressed(many(size), "PgDn Down")),
    ]
    return try trays + lists(size) + children(size) + forms(size) + keeping(size) + triages(size)
      + reading(size) + further(size)
  }

  private static func children(_ size: Desk.Size) throws -> [(String, Desk)] {
    [
      (
        "child-away",
        desk(size, .child(ChildScreen(page: Sample.page(try Sample.missing()), step: nil)))
      ),
      (
        "child-returned",
        desk(size, .child(ChildScreen(page: Sample.page(try Sample.returned()), step: nil)))
      ),
      (
        "child-timeline",
        pressed(
          desk(size, .child(ChildScreen(page: Sample.page(try Sample.closed()), step: nil))),
          "Tab Down")
      ),
      (
        "child-interviews",
        pressed(
          desk(size, .child(ChildScreen(page: Sample.page(try Sample.closed()), step: nil))),
          "t t t t Down")
      ),
      (
        "child-file",
        pressed(
          desk(size, .child(ChildScreen(page: Sample.page(try Sample.closed()), step: nil))), "i")
      ),
      (
        "child-without-record",
        desk(
          size,
          .child(
            ChildScreen(
              page: ChildPage(
                child: ChildCase(id: "C-1"), steps: [], procedure: Sample.procedure), step: nil)))
      ),
    ]
  }

  private static func forms(_ size: Desk.Size) throws -> [(String, Desk)] {
    let page = Sample.page(try Sample.returned())
    let closed = Sample.page(try Sample.closed())
    func form(
      _ kind: EventKind, _ preset: Body = Body(), me: Person = Sample.manager,
      page: ChildPage? = nil
    ) -> Desk {
      desk(
        size, me: me,
        .form(
          FormScreen(
            event: kind, page: page ?? Sample.page(closed.child), preset: preset, command: "c")))
    }
    let meeting = Body(["kind": .text("strategy-meeting"), "chair": .text("team-manager")])
    let words = "Met the child at Elm House.\nShe wants the interview on Monday after school."
    var said = meeting
    said[.decision] = "Search goes on"
    var refused = pressed(form(.meetingHeld, said, page: page), "Ctrl-S")
    _ = update(
      &refused,
      .refused(
        Refusal(
          .rule, rule: "NB-07",
          "A strategy meeting without the police is not quorate. Hold a discussion instead, or record "
            + "who attended.")))
    let guided = FormScreen(
      event: .meetingHeld, page: Sample.guidedPage(try Sample.missing()), preset: meeting,
      command: "c")
    let minded = desk(size, me: Sample.manager, .form(guided))
    return [
      ("form-minded", minded), ("to-mind", pressed(minded, "F6")),
      ("form-risk", form(.riskAssessed, page: page)),
      ("form-meeting", form(.meetingHeld, meeting, page: page)),
      ("form-offer", form(.rhiOffered, me: Sample.worker, page: page)),
      (
        "form-errors",
        pressed(form(.rhiOffered, me: Sample.worker, page: page), "Up Up Up Ctrl-U z z Ctrl-S")
      ),
      (
        "form-paragraph",
        pressed(
          at("circumstances", form(.rhiHeld, me: Sample.worker, page: page)), "", paste: words)
      ),
      ("form-intake", desk(size, me: Sample.frontDoor, .form(.intake(command: "c")))),
      ("form-refused", refused),
      (
        "confirm",
        pressed(
          form(
            .acknowledged, Body(["as": .text("team-manager"), "answer": .text("nothing-for-me")])),
          "Ctrl-S")
      ),
    ]
  }

  /// Texts with the whole screen, what looks odd, what others said, corrections and drafts.
  private static func keeping(_ size: Desk.Size) throws -> [(String, Desk)] {
    let child = try Sample.returned()
    let page = Sample.page(child)
    func form(_ form: FormScreen, me: Person = Sample.worker) -> Desk {
      desk(size, me: me, .form(form))
    }
    let held = form(FormScreen(event: .rhiHeld, page: page, preset: Body(), command: "c"))
    let risk = FormScreen(
      event: .riskAssessed, page: page, preset: Body(["risk": .text("low")]), command: "c")
    var theirs = form(risk, me: Sample.manager)
    let later = try Sample.record(
      .riskAssessed, "2026-11-21 19:39", on: child, by: Sample.manager,
      Body(["risk": .text("high"), "rationale": .text("Seen at the station with older men")]))
    _ = update(&theirs, .page(Sample.page(later), purpose: .refresh))
    let plan = FormScreen(
      event: .meetingPlanned, page: page, preset: Body(["kind": .text("review-meeting")]),
      command: "c")
    guard let correction = FormScreen.correction(of: 8, page: page, command: "c") else { return [] }
    var withdrawn = desk(size, .child(ChildScreen(page: page, step: nil)))
    _ = press(&withdrawn, "Tab")
    let gone = child.applying([
      Sample.numbered(
        Event(
          kind: .withdrawn, body: Body(["corrects": .number(8), "reason": .text("wrong child")]),
          occurred: Sample.now, recorded: Sample.now, by: Sample.worker), 9)
    ])
    _ = update(&withdrawn, .page(Sample.page(gone), purpose: .refresh))
    return [
      (
        "form-whole-screen",
        pressed(
          at("circumstances", held), "Ctrl-O",
          paste: (1...30).map { "Line \($0) of a long account, which goes on for a while." }
            .joined(separator: "\n"))
      ),
      ("form-odd", pressed(held, "Ctrl-S")), ("form-theirs", theirs),
      ("form-plan", pressed(form(plan, me: Sample.manager), "t o m o r r o w Space 9")),
      ("form-codes", pressed(held, "Tab Tab Tab Tab Tab b u l Space g r")),
      ("form-correction", form(correction)),
      ("form-set-aside", form(.setAside("R-2026-0077", command: "c"))),
      ("drafts", CommandCases.drafts(size)), ("child-withdrawn", withdrawn),
    ]
  }

  private static func triages(_ size: Desk.Size) throws -> [(String, Desk)] {
    let sure = desk(size, me: Sample.frontDoor, .form(.triage(Sample.draft(), command: "c")))
    let unsure = desk(
      size, me: Sample.frontDoor, .form(.triage(Sample.draft(isProposed: false), command: "c")))
    let minded = desk(
      size, me: Sample.frontDoor, .form(.triage(try Sample.guidedDraft(), command: "c")))
    return [
      ("triage-sure", sure), ("triage-unsure", unsure),
      ("triage-errors", pressed(unsure, "Ctrl-S")),
      (
        "triage-end",
        pressed(sure, "Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab")
      ),
      ("report-text", pressed(sure, "F3")), ("triage-minded", minded),
    ]
  }

  private static func reading(_ size: Desk.Size) throws -> [(String, Desk)] {
    let page = Sample.page(try Sample.returned())
    var why = desk(size, .child(ChildScreen(page: page, step: nil)))
    pressed(&why, "w", answering: page)
    let compared = Sample.page(page.child, others: [Sample.southbrook])
    var others = desk(size, .child(ChildScreen(page: compared, step: nil)))
    pressed(&others, "w", answering: compared)
    _ = press(&others, "PgDn PgDn")
    let placed = try Sample.placed()
    let child = desk(size, .child(ChildScreen(page: placed, step: nil)))
    var both = child
    pressed(&both, "A", answering: placed)
    var found = pressed(desk(size), "/ p r")
    _ = update(
      &found,
      .found(
        [
          FoundRow(
            child: "C-0412", title: "Pryce-Morgan, Siân · E-2026-0412",
            detail: "born 12 Mar 2011, looked-after, back"),
          FoundRow(child: "C-0388", title: Sample.hostile, detail: "born 3 May 2012, away 3h"),
        ], generation: found.generation))
    return [
      ("why", why), ("why-others", others), ("child-placed", child), ("two-authorities", both),
      ("help-trays", pressed(desk(size), "?")),
      ("help-narrowed", pressed(desk(size), "? i n t e r v Down")),
      ("asides", CommandCases.asides(size)), ("people", CommandCases.people(size)),
      ("asides-none", asidesNone(size)), ("guide-trays", guided(desk(size))),
      (
        "guide-form",
        guided(desk(size, me: Sample.frontDoor, .form(.triage(Sample.draft(), command: "c"))))
      ),
      ("palette", pressed(desk(size), ": t r a y Tab Tab")),
      (
        "palette-refused",
        pressed(desk(size, .child(ChildScreen(page: page, step: nil))), ": u p l o a d")
      ), ("find-row", pressed(found, "Down")),
      ("palette-nothing", pressed(desk(size), ": q x q")),
      ("help-form", pressed(desk(size, .form(.intake(command: "c"))), "F1")),
      ("themes", pressed(desk(size), "T Up")),
      ("tray-names-hidden", pressed(desk(size), "H Down")),
      ("form-names-hidden", hiddenForm(size)),
      ("find", found), ("find-nothing", pressed(desk(size), "/")),
      ("toast-disabled", pressed(desk(size), "r")),
    ]
  }

  private static func asidesNone(_ size: Desk.Size) -> Desk {
    var desk = desk(size, .asides(AsidesScreen()))
    _ = update(&desk, .asides([]))
    return desk
  }

  private static func guided(_ desk: Desk) -> Desk {
    var desk = desk
    desk.isDrill = true
    desk.offersGuide = true
    desk.colleagues = [Sample.worker, Sample.frontDoor, Sample.manager]
    _ = update(&desk, .personal(Personal(settings: [:], trayTitles: [:])))
    return desk
  }

  private static func hiddenForm(_ size: Desk.Size) -> Desk {
    pressed(
      desk(size, me: Sample.frontDoor, .form(.triage(Sample.draft(), command: "c"))), "F9 Tab Tab")
  }

  private static func many(_ size: Desk.Size) -> Desk { desk(size, rows: Sample.many) }

  private static func desk(
    _ size: Desk.Size, me: Person = Sample.worker, tray: Tray = .rhi,
    rows: [TrayRow]? = Sample.seven
  ) -> Desk {
    Sample.desk(size.width, size.height, me: me, tray: tray, rows: rows)
  }

  private static func desk(_ size: Desk.Size, me: Person = Sample.worker, _ screen: Screen) -> Desk
  {
    Sample.desk(size.width, size.height, me: me, showing: screen)
  }

  /// The same form with the keys on the line of a field.
  private static func at(_ field: String, _ desk: Desk) -> Desk {
    var world = World(desk)
    world.goTo(field)
    return world.desk
  }

  private static func pressed(_ desk: Desk, _ keys: String, paste: String? = nil) -> Desk {
    var desk = desk
    _ = press(&desk, keys)
    if let paste { _ = update(&desk, .key(.paste(paste))) }
    return desk
  }

  private static func pressed(_ desk: inout Desk, _ keys: String, answering page: ChildPage) {
    for effect in press(&desk, keys) {
      if case .loadChild(_, let purpose) = effect {
        _ = update(&desk, .page(page, purpose: purpose))
      }
    }
  }
}

/// Trays as a person made them, and what lies on them for that.
extension GoldenScreens {
  static func lists(_ size: Desk.Size) -> [(String, Desk)] {
    let rows = Sample.busy
    func desk(_ keys: String = "", titles: [Tray: String] = [:]) -> Desk {
      var desk = Sample.desk(size.width, size.height, rows: rows)
      var window = Sample.window(rows)
      window.past = Sample.past
      window.drafts = ["event:rhi-offered:C-0412"]
      _ = update(&desk, .window(window, generation: 1))
      if !titles.isEmpty {
        _ = update(&desk, .personal(Personal(settings: [:], trayTitles: titles)))
      }
      _ = press(&desk, keys)
      return desk
    }
    var filters = desk("F Down Down Down Down Down Down")
    filters.trays.filters = [SavedFilter(name: "My nights", text: "is:overdue strategy")]
    var last = desk(
      "Down", titles: [.frontDoor: "Integrated referral hub", .rhi: "Return interviews"])
    last.trays.counts += [
      TrayCount(tray: .mashManager, open: 9, overdue: 3, today: 1, unseen: 2),
      TrayCount(tray: .serviceManager, open: 2, overdue: 0, today: 0, unseen: 2),
    ]
    var outcome = desk("Space Space M Enter Enter y")
    _ = update(
      &outcome,
      .bulkDone([
        BulkOutcome(name: "Wójcik, Tomasz 15", isDone: true, sentence: "reassigned"),
        BulkOutcome(
          name: "Pryce-Morgan, Siân 15", isDone: false,
          sentence: "Somebody else recorded something on this child since. Look again, then repeat."
        ),
      ]))
    return [
      ("tray-busy", desk("Down")), ("tray-many-trays", last), ("tray-marked", desk("Space Space")),
      ("tray-without-preview", desk("v")), ("tray-filtering", desk("\\ p r")),
      ("charts-loading", desk("C")), ("charts-months", charts(size)),
      ("charts-clocks", charts(size, "Tab")), ("charts-hours", charts(size, "Tab Tab")),
      ("charts-repeats", charts(size, "Tab Tab Tab")), ("charts-numbers", charts(size, "t")),
      ("charts-hours-numbers", charts(size, "Tab Tab t")),
      ("filters", filters), ("bulk-choosing", desk("Space Space M")),
      ("bulk-reason", desk("Space Space M Enter n i g h t")),
      ("bulk-asking", desk("Space Space M Enter n i g h t Enter")), ("bulk-done", outcome),
    ]
  }

  private static func charts(_ size: Desk.Size, _ keys: String = "") -> Desk {
    var desk = Sample.desk(size.width, size.height)
    _ = press(&desk, "C")
    _ = update(&desk, .charts(Sample.charts))
    _ = press(&desk, keys)
    return desk
  }
}
