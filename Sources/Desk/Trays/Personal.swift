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
    guard let sort = personal.settings["sort"].flatMap(TraySort.init), sort != trays.query.sort
    else { return [] }
    var query = trays.query
    query.sort = sort
    // At the start nobody has chosen a row yet.
    trays.show(query, keeping: trays.selected > 0)
    return [reload()]
  }
}
