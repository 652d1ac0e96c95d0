import Desk
import Grid
import Workflow

// Cases of the commands that change how a tray is shown, and of those for several rows.
extension CommandCases {
  static let lists: [CommandCase] = [
    CommandCase(
      id: "own-tray",
      start: {
        Sample.desk(me: Person(id: "eve", name: "Eve Answer", role: .screening))
      },
      holds: { desk, effects in desk.trays.tray == .screening && !effects.isEmpty }),
    tray("mark") { desk, _ in
      desk.trays.marks.map(\.child) == ["C-409"] && desk.trays.selected == 5
    },
    tray("mark-all") { desk, effects in effects == [.loadAll(desk.trays.query, limit: 500)] },
    tray("clear", after: "Space") { desk, effects in desk.trays.marks.isEmpty && effects.isEmpty },
    tray("filter") { desk, _ in desk.context == .filter },
    tray("filters") { desk, _ in desk.context == .filters },
    tray("sort") { desk, effects in
      desk.trays.query.sort == .child && effects.last == .keepSetting("sort", "child")
    },
    CommandCase(
      id: "unfold",
      start: {
        var rows = Sample.seven
        rows[0].others = 3
        return Sample.desk(rows: rows)
      },
      holds: { desk, effects in
        desk.trays.query.unfolded == Sample.seven[0].child && effects.count == 1
      }),
    tray("seen") { desk, effects in effects == [.markSeen(["E-2026-0409.rhi-offer.1"], false)] },
    tray("preview") { desk, effects in
      !desk.trays.isPreviewed && effects.first == .keepSetting("preview", "off")
    },
    tray("keep-filter", after: "\\ p h") { desk, effects in
      desk.stack.isEmpty && desk.trays.query.filter.text == "ph" && effects.isEmpty
    },
    tray("cancel-filter", after: "\\ p h") { desk, effects in
      desk.stack.isEmpty && desk.trays.query.filter.isEmpty && effects.count == 1
    },
    CommandCase(
      id: "earlier-filter",
      start: {
        var desk = try CommandCases.desk(in: .filter)
        desk.trays.leftFilters = [desk.trays.tray: "ph"]
        return desk
      },
      holds: { desk, _ in desk.context == .filter && desk.trays.query.filter.text == "ph" }),
    tray("filter-row-down", after: "\\") { desk, _ in desk.trays.selected == 5 },
    tray("filter-row-up", after: "\\") { desk, _ in desk.trays.selected == 3 },
    CommandCase(
      id: "save-filter", start: { filtered() }, holds: { desk, _ in desk.context == .filter }),
    CommandCase(
      id: "forget-filter",
      start: {
        var desk = try CommandCases.desk(in: .filters)
        desk.trays.filters = [SavedFilter(name: "Night", text: "is:overdue")]
        for _ in 1...9 { _ = press(&desk, "Down") }
        return desk
      },
      holds: { desk, effects in
        desk.trays.filters.isEmpty && effects == [.keepSetting("filter:Night", nil)]
      }),
  ]

  static let bulks: [CommandCase] = [
    CommandCase(
      id: "bulk-record",
      start: {
        var desk = bulk()
        _ = press(&desk, "Enter Enter")
        return desk
      },
      holds: { _, effects in
        if case .bulk(let work) = effects.first { work.items.count == 2 } else { false }
      }),
    CommandCase(
      id: "bulk-enter", start: { bulk() },
      holds: { desk, _ in screen(desk)?.act == .move(to: .frontDoor) }),
    CommandCase(
      id: "bulk-reason", start: { try CommandCases.desk(in: .reason) },
      holds: { desk, _ in desk.context == .bulk && screen(desk)?.act == .move(to: .frontDoor) }),
    CommandCase(
      id: "bulk-tray", start: { try CommandCases.desk(in: .reason) },
      holds: { desk, _ in screen(desk)?.act == .move(to: nil) }),
    CommandCase(
      id: "bulk-leave", start: { bulk() },
      holds: { desk, effects in
        desk.stack.isEmpty && effects.isEmpty && desk.trays.marks.count == 2
      }),
    CommandCase(
      id: "bulk-down", start: { bulk() }, holds: { desk, _ in screen(desk)?.selected == 1 }),
    CommandCase(
      id: "bulk-up",
      start: {
        var desk = bulk()
        _ = press(&desk, "Down Down")
        return desk
      }, holds: { desk, _ in screen(desk)?.selected == 1 }),
  ]

  /// Two rows marked, and the question to which tray they go.
  static func bulk() -> Desk {
    var desk = Sample.desk()
    _ = press(&desk, "Space Space M")
    return desk
  }

  private static func filtered() -> Desk {
    var world = World(Sample.desk())
    world.press("\\ p Enter F")
    return world.desk
  }

  private static func screen(_ desk: Desk) -> BulkScreen? {
    if case .bulk(let screen) = desk.stack.last { screen } else { nil }
  }

  private static func tray(
    _ id: String, after keys: String = "",
    _ holds: @escaping @Sendable (Desk, [Effect]) -> Bool
  ) -> CommandCase {
    CommandCase(
      id: id,
      start: {
        var desk = Sample.desk()
        _ = press(&desk, "Down Down Down Down " + keys)
        return desk
      }, holds: holds)
  }
}
