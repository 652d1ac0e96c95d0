import Grid
package import Workflow

/// What the desk shows a person besides the records: what the person set, and how the authority calls
/// its trays and roles.
package struct Personal: Sendable, Hashable {
  /// What the person set, by name.
  package let settings: [String: String]
  /// The authority's own names for trays.
  package let trayTitles: [Tray: String]

  /// The authority's own names for roles.
  package let roleTitles: [Role: String]

  /// Makes it.
  package init(
    settings: [String: String], trayTitles: [Tray: String], roleTitles: [Role: String] = [:]
  ) {
    self.settings = settings
    self.trayTitles = trayTitles
    self.roleTitles = roleTitles
  }
}

extension Desk {
  /// Takes in what a person has set.
  mutating func receive(_ personal: Personal) -> [Effect] {
    trays.titles = personal.trayTitles
    roleTitles = personal.roleTitles
    trays.filters = SavedFilter.read(personal.settings)
    asked = (personal.settings["asked"] ?? "").split(separator: " ").map(String.init)
      .filter { CommandTable.named($0) != nil }
    beginGuide(personal.settings[Guide.setting])
    trays.isPreviewed = personal.settings["preview"] != "off"
    let effects = receive(settings: personal.settings)
    guard let sort = personal.settings["sort"].flatMap(TraySort.init), sort != trays.query.sort
    else { return effects }
    var query = trays.query
    query.sort = sort
    // At the start nobody has chosen a row yet.
    trays.show(query, keeping: trays.selected > 0)
    return effects + [reload()]
  }

  /// Takes in what a person has set for the desk as a whole, which must hold from the first frame on.
  ///
  /// - Parameter settings: what the person has set, by name.
  /// - Returns: what of it the terminal is told.
  package mutating func receive(settings: [String: String]) -> [Effect] {
    var effects: [Effect] = []
    // Whoever comes next may want names hidden, and never shows those that somebody else hid.
    if settings["hide-names"] == "on", !hidesNames {
      hidesNames = true
      learnNames()
    }
    isPlainKept = settings["plain"] == "on"
    let isMouseWanted = settings["mouse"] == "on"
    if isMouseWanted != isMouseOn {
      isMouseOn = isMouseWanted
      effects.append(.mouse(isMouseOn))
    }
    let theme = settings["theme"] ?? Theme.standard.name
    if case .themes? = stack.last { return effects }
    if !isThemeGiven, theme != themeName {
      themeName = theme
      effects.append(.theme(theme))
    }
    return effects
  }
}
