import Grid

/// The themes that there are; the selected one is in force while it is looked at.
package struct ThemesScreen: Sendable {
  /// The selected one.
  package var selected: Int
  /// The theme to go back to.
  package let before: String

  /// Shows a list of themes with one of them selected.
  package init(names: [String], current: String) {
    selected = names.firstIndex(of: current) ?? 0
    before = current
  }
}

/// Commands of the list of themes.
enum ThemeCommands {
  static let all: [DeskCommand] = [
    DeskCommand(
      "theme", in: [.trays, .episode], keys: [.character("T")], "theme",
      "Choose a theme; each is shown while it is selected"
    ) { desk in
      desk.stack.append(.themes(ThemesScreen(names: desk.themes, current: desk.themeName)))
      return []
    },
    DeskCommand(
      "keep-theme", in: [.themes], keys: [.enter], "keep",
      "Keep the theme for yourself, at this desk", footer: true
    ) { desk in
      guard desk.leaveThemes() != nil else { return [] }
      desk.say("Theme: \(desk.themeName)", .information)
      return [.keepSetting("theme", desk.themeName)]
    },
    DeskCommand(
      "cancel-theme", in: [.themes], keys: [.escape, .character("q")], "back",
      "Go back to the theme as it was", footer: true
    ) { desk in
      guard let screen = desk.leaveThemes() else { return [] }
      desk.themeName = screen.before
      return [.theme(screen.before)]
    },
    DeskCommand(
      "theme-down", in: [.themes], keys: [.down, .character("j")], "next",
      "Show the next theme", footer: true
    ) { $0.showTheme(by: 1) },
    DeskCommand(
      "theme-up", in: [.themes], keys: [.up, .character("k")], "before", "Show the theme before"
    ) { $0.showTheme(by: -1) },
  ]
}

extension Desk {
  /// Leaves the list of themes.
  mutating func leaveThemes() -> ThemesScreen? {
    guard case .themes(let screen) = stack.last else { return nil }
    stack.removeLast()
    return screen
  }

  /// Selects another theme, which is in force at once.
  mutating func showTheme(by distance: Int) -> [Effect] {
    guard case .themes(var screen) = stack.last, !themes.isEmpty else { return [] }
    screen.selected = min(max(0, screen.selected + distance), themes.count - 1)
    stack[stack.count - 1] = .themes(screen)
    themeName = themes[screen.selected]
    return [.theme(themeName)]
  }
}
