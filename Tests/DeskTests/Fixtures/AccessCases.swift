import Desk
import Grid
import Workflow

/// Cases of the commands by which a person makes the desk usable.
extension CommandCases {
  static func themes() -> Desk {
    var desk = Sample.desk()
    _ = press(&desk, "T Up")
    return desk
  }

  static let access: [CommandCase] = [
    CommandCase(
      id: "keep-theme", start: { themes() },
      holds: { desk, effects in
        desk.stack.isEmpty && effects == [.keepSetting("theme", desk.themeName)]
          && desk.themeName != "terminal"
      }),
    CommandCase(
      id: "cancel-theme", start: { themes() },
      holds: { desk, effects in
        desk.stack.isEmpty && effects == [.theme("terminal")] && desk.themeName == "terminal"
      }),
    CommandCase(
      id: "theme-down", start: { themes() },
      holds: { desk, effects in desk.themeName == "terminal" && effects == [.theme("terminal")] }),
    CommandCase(
      id: "theme-up", start: { themes() },
      holds: { desk, effects in
        effects == [.theme(desk.themeName)] && desk.themeName == "monochrome"
      }),
    CommandCase(
      id: "hide-names", start: { Sample.desk() },
      holds: { desk, effects in
        desk.hidesNames && effects == [.keepSetting("hide-names", "on")]
      }),
    CommandCase(
      id: "hide-names-while-typing", start: { try desk(in: .form) },
      holds: { desk, effects in
        desk.hidesNames && desk.context == .form && effects == [.keepSetting("hide-names", "on")]
      }),
    CommandCase(
      id: "mouse", start: { Sample.desk() },
      holds: { desk, effects in
        desk.isMouseOn && effects == [.mouse(true), .keepSetting("mouse", "on")]
          && desk.toast?.text.contains("Shift-drag") == true
      }),
    CommandCase(
      id: "copy-reference", start: { allowed() },
      holds: { _, effects in effects == [.copy("E-2026-0398")] }),
    CommandCase(
      id: "copy-step", start: { allowed() },
      holds: { _, effects in
        effects == [
          .copy(
            "Offer interview · Wójcik, Tomasz 15 · E-2026-0398 · due Fri 20 Nov 2026 18:05")
        ]
      }),
    CommandCase(
      id: "plain", start: { Sample.desk() },
      holds: { desk, effects in !desk.isPlain && effects == [.keepSetting("plain", "on")] }),
    CommandCase(
      id: "say-again", start: { plain() },
      holds: { _, effects in effects == [.say(isAll: false)] }),
    CommandCase(
      id: "say-all", start: { plain() }, holds: { _, effects in effects == [.say(isAll: true)] }),
  ]

  private static func allowed() -> Desk {
    var desk = Sample.desk()
    desk.noClipboard = nil
    return desk
  }

  private static func plain() -> Desk {
    var desk = Sample.desk()
    desk.isPlain = true
    return desk
  }
}
