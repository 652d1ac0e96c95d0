import Grid
package import Workflow

/// A screen that lies on the trays.
package enum Screen: Sendable {
  /// A child's page.
  case child(ChildScreen)
  /// A form being filled in.
  case form(FormScreen)
  /// A question before something is recorded that ends what others do, or is never taken back; its form lies below.
  case confirm(ConfirmScreen)
  /// Why a step is due.
  case why(Explanation, scroll: Int)
  /// A text to read, such as a report as it came.
  case text(title: String, lines: [String], scroll: Int)
  /// Every command.
  case help(HelpScreen)
  /// A command asked for by its name.
  case palette(PaletteScreen)
  /// A search.
  case find(FindScreen)
  /// What the person has begun and not recorded.
  case drafts(DraftsScreen)
  /// The reports that were set aside.
  case asides(AsidesScreen)
  /// Whose part may be played, in a drill.
  case people(PeopleScreen)
  /// All that can be chosen in a line of the form below it.
  case choices(ChoicesScreen)
  /// A line typed to narrow a tray, or to name a filter.
  case filter(FilterScreen)
  /// The filters that there are.
  case filters(FiltersScreen)
  /// One act for several rows.
  case bulk(BulkScreen)
  /// Charts.
  case charts(ChartsScreen)
  /// The themes that may be chosen.
  case themes(ThemesScreen)
}

/// Where a key is pressed: what decides which commands it can mean.
package enum Context: String, CaseIterable, Sendable, Hashable {
  case trays
  case episode
  case form
  case confirm
  case reading
  case help
  case palette
  case find
  case drafts
  case asides
  case people
  case choices
  case filter
  case filters
  case bulk
  case reason
  case charts
  case themes

  /// In words that finish "only": `on a child's page`.
  package var words: String {
    switch self {
    case .trays: "in the trays"
    case .episode: "on a child's page"
    case .form: "in a form"
    case .confirm: "when something is to be confirmed"
    case .reading: "in a text"
    case .help: "in help"
    case .palette: "in the palette"
    case .find: "in find"
    case .drafts: "in the list of drafts"
    case .asides: "in the list of reports set aside"
    case .people: "in the list of parts"
    case .choices: "in the list of choices"
    case .filter: "while a filter is typed"
    case .filters: "in the list of filters"
    case .bulk: "for marked rows"
    case .reason: "while a reason is typed"
    case .charts: "in the charts"
    case .themes: "in the list of themes"
    }
  }
}

extension Context {
  /// Whether letters are typed there.
  package var takesText: Bool {
    switch self {
    case .form, .help, .palette, .find, .filter, .reason, .people, .choices: true
    case .trays, .episode, .confirm, .reading, .drafts, .asides, .filters, .bulk, .charts, .themes:
      false
    }
  }

  /// Whether a key types or moves in a text there, so that no command can have it.
  func types(_ key: Key) -> Bool {
    guard takesText else { return false }
    switch key {
    // Choices are ticked with it.
    case .character(" ") where self == .choices: return false
    case .character, .backspace: return true
    default: break
    }
    switch self {
    case .form: return FormScreen.textKeys.contains(key)
    case .help, .find, .filter, .palette, .reason, .people, .choices:
      return key == .control("u") || key == .control("w")
    default: return false
    }
  }
}
