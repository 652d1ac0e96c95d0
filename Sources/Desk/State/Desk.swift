package import Grid
package import Workflow

/// The whole state of the screen: a value that `update` changes and `render` draws.
package struct Desk: Sendable {
  /// Who works here, and as what.
  package var me: Person { didSet { trays.own = Tray.own(of: me.role) } }
  /// The authority's own names for roles.
  package var roleTitles: [Role: String] = [:]
  /// The authority and the procedure in force, for the title line: `Northbrook · lambeth-2023`.
  package var place: String
  /// What time it is, as of the last key or tick.
  package var now: Instant
  /// The size of the terminal, in cells.
  package var size: Size
  /// The name of the theme in use.
  package var themeName: String
  /// The trays, which are always there below everything else.
  package var trays: TraysScreen
  /// What lies on top of the trays, the last one in front.
  package var stack: [Screen] = []
  /// The page of the selected row's child, against which a list of commands on the trays is held.
  var beheld: ChildPage?
  /// One sentence about what just happened.
  package var toast: Toast?
  /// The sentence that stood there when the last key came: what asks for a key twice knows by it that
  /// the person has read why.
  var lastSaid: String?
  /// Counts questions asked, so that a late answer to an old one is not taken for the new.
  package var generation = 0
  /// What a key asked for and is not there yet: a page or a report.
  ///
  /// Keys that are typed meanwhile wait in `held`, so that typing ahead never lands on the wrong
  /// screen.
  package var awaited: Effect?
  /// The first steps, where they are shown.
  package var guide: Guide?
  /// Whether the first steps begin at the start, unless somebody has left them before.
  package var offersGuide = false
  /// Keys that began a sequence which goes on.
  package var begun: [Key] = []
  /// Which keys ask for what.
  package var keymap = Keymap.standard
  /// The names of the commands that were asked for by name, the last one first.
  package var asked: [String] = []
  /// For how long something has been at work away from the screen, where it is noticed.
  package var busy: Busy?
  /// Keys typed while something is awaited, oldest first.
  package var held: [Key] = []
  /// What is typed where no line takes it, after a refusal or into a question.
  var typedOn: TypedOn?
  /// Whether the desk is a drill on a fictional borough.
  package var isDrill: Bool
  /// Everybody whose part may be played, in a drill.
  package var colleagues: [Person] = []
  /// Whether nothing may be recorded here: the desk was opened to look.
  package var isReadOnly = false
  /// Why texts cannot go to the person's own editor here, or nothing where they can.
  package var noEditor: String? = "No editor is set: EDITOR says which"
  /// The themes that may be chosen, by name: those that ship and the person's own.
  package var themes = Theme.shippedNames
  /// Whether the theme was chosen by the command that opened the desk, which goes before what is kept.
  package var isThemeGiven = false
  /// Whether children's names are hidden.
  package var hidesNames = false
  /// The names that are hidden, once they are.
  var veil = NameVeil()
  /// Whether the mouse does anything but select text for the terminal.
  package var isMouseOn = false
  /// Whether the desk is read line by line rather than seen as a screen.
  package var isPlain = false
  /// Whether the person wants it so from the next start on.
  var isPlainKept = false
  /// Why nothing may go to the clipboard here, or nothing where it may.
  package var noClipboard: String? = "This desk does not allow the clipboard"
  /// What the person did and can take back, the last one last.
  ///
  /// What cannot be taken back empties it, so that a key never reaches past it to something older.
  package var undoable: [Undoable] = []
  /// What was recorded last and is not undone by a key, and how it is put right: what came before it is out of that
  /// key's reach.
  var barred: String?
  /// Tells the commands of two desks of one person apart.
  package var session: String

  /// Makes a desk that shows a tray.
  package init(
    me: Person, place: String, now: Instant, size: Size, themeName: String, tray: Tray,
    isDrill: Bool, session: String
  ) {
    self.me = me
    self.place = place
    self.now = now
    self.size = size
    self.themeName = themeName
    self.isDrill = isDrill
    self.session = session
    trays = TraysScreen(tray: tray)
    trays.own = Tray.own(of: me.role)
  }

  /// What people here call a role.
  package func title(of role: Role) -> String { roleTitles[role] ?? role.title }

  /// Rows and columns.
  package struct Size: Hashable, Sendable {
    /// Columns, in cells.
    package var width: Int
    /// Rows, in cells.
    package var height: Int

    /// Makes a size.
    package init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  /// A sentence at the foot of the screen.
  package struct Toast: Hashable, Sendable {
    /// What is said.
    package let text: String
    /// What it means.
    package let role: StyleRole
  }

  /// Where the keys go: the screen in front.
  package var context: Context {
    switch stack.last {
    case nil: .trays
    case .child(let child): child.narrowing.isTyped ? .filter : .episode
    case .form: .form
    case .confirm: .confirm
    case .why, .text: .reading
    case .help: .help
    case .palette: .palette
    case .find: .find
    case .drafts: .drafts
    case .asides: .asides
    case .people: .people
    case .choices: .choices
    case .filter: .filter
    case .filters: .filters
    case .bulk(let bulk): bulk.isExplaining ? .reason : .bulk
    case .charts: .charts
    case .themes: .themes
    }
  }

  /// What to ask for before the first frame.
  ///
  /// Only what the first frame shows: the pages on either side are asked for after it.
  package mutating func firstLoad() -> Effect {
    generation += 1
    trays.asked = generation
    return .loadTray(
      TrayQuestion(trays.query, offset: 0, limit: max(visibleRows, 1)), generation: generation)
  }

  /// What to ask for once the first frame is shown: the pages on either side of it, what the person
  /// has set, and the form that was open when the last desk ended.
  package mutating func loadAround() -> [Effect] {
    let around = [reload(), .loadPersonal]
    if isReadOnly { return around }
    awaited = .loadCutOff
    return around + [.loadCutOff]
  }

  /// For how long the time that is shown stays true, in milliseconds.
  ///
  /// It changes with the minute; when drafts are kept is for `DraftTimer` to say.
  package static func patience(at now: Instant) -> Int { Int(60 - now.seconds % 60) * 1_000 }

  /// Whether the minute that is shown is over, or the computer's clock was put back.
  package func isBehind(_ now: Instant) -> Bool { now.seconds / 60 != self.now.seconds / 60 }

  /// Whether something typed is not kept yet.
  package var isTyping: Bool {
    stack.contains { if case .form(let form) = $0 { form.isDirty } else { false } }
  }

  /// Says something at the foot of the screen.
  package mutating func say(_ text: String, _ role: StyleRole = .success) {
    toast = Toast(text: text, role: role)
  }
}
