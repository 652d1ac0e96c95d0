import Desk
import Glibc
import Grid
import Store
import Terminal
import Workflow

/// Opens the screens on a desk.
struct DeskOpener {
  var choice = DeskChoice()
  var theme: String?
  var tray: String?
  var format = OutputFormat.table
  var readOnly = false
  var plain = false

  /// Reads the options that open the desk, and nothing else.
  ///
  /// Looking through every subcommand takes longer than all the rest of the start together, and the
  /// desk is opened far more often than anything else is done.
  ///
  /// - Returns: nothing where any other word is said; then the arguments are looked at in full.
  init?(plainArguments arguments: ArraySlice<String>) {
    var rest = arguments
    while let name = rest.popFirst() {
      if name == "--read-only" || name == "--plain" {
        if name == "--plain" { plain = true } else { readOnly = true }
        continue
      }
      guard let value = rest.popFirst() else { return nil }
      switch name {
      case "--desk": choice.desk = value
      case "--as": choice.actor = value
      case "--now": choice.now = value
      case "--theme": theme = value
      case "--tray": tray = value
      default: return nil
      }
    }
  }

  init(
    choice: DeskChoice, theme: String?, tray: String?, format: OutputFormat, readOnly: Bool = false,
    plain: Bool = false
  ) {
    self.readOnly = readOnly
    self.plain = plain
    self.choice = choice
    self.theme = theme
    self.tray = tray
    self.format = format
  }

  /// Opens it, and comes back when the person leaves.
  func open() throws {
    let workbench = try readOnly ? choice.readingWorkbench() : choice.workbench()
    if isatty(0) == 0 || isatty(1) == 0 {
      try TrayPrinter(workbench: workbench, person: try? choice.person(on: workbench)).printCounts(
        as: format)
      return
    }
    let played = try lastPlayed(on: workbench) ?? choice.person(on: workbench)
    let person = try cutOff(on: workbench, insteadOf: played) ?? played
    // What the person has set must hold from the first frame on: names that are hidden, above all.
    let settings = (try? workbench.file.settings(of: person.id)) ?? [:]
    let given = theme ?? Environment.value("HOMEWARD_THEME")
    let chosen = ThemeShelf.theme(given ?? settings["theme"] ?? Theme.standard.name)
    // Who names a theme that is none is told so; a file that is wrong keeps nobody from the desk.
    if case .failure(let failure) = chosen, failure.status == .usage, given != nil { throw failure }
    let start = try tray.map { try TrayPrinter.tray(named: $0) } ?? workbench.homeTray(of: person)
    let isPlain = plain || settings["plain"] == "on" || Environment.value("TERM") == "dumb"
    try MainActor.assumeIsolated {
      let (surface, size) = try DeskOpener.surface(isPlain: isPlain)
      defer { surface.close() }
      var desk = Desk(
        me: person, place: workbench.place, now: workbench.now(), size: size,
        themeName: (try? chosen.get().name) ?? Theme.standard.name, tray: start,
        isDrill: workbench.facts.isDrill, session: SystemClock.unique())
      desk.isReadOnly = readOnly
      // Who says as whom to act knows the way.
      desk.offersGuide = desk.isDrill && !readOnly && choice.actor == nil
      desk.takeOwnKeys()
      desk.isPlain = isPlain
      desk.noEditor = OwnEditor.refusal(isDrill: desk.isDrill)
      desk.noClipboard = workbench.refusalOfClipboard
      desk.themes = ThemeShelf.names
      desk.isThemeGiven = given != nil
      if case .success(let theme) = chosen {
        desk.themeName = given ?? settings["theme"] ?? theme.name
      }
      _ = desk.receive(settings: settings)
      if case .failure(let failure) = chosen { _ = update(&desk, .themeRefused(failure.sentence)) }
      var loop = DeskLoop(
        surface: surface, workbench: workbench, desk: desk,
        theme: (try? chosen.get()) ?? Theme.standard)
      loop.run()
    }
  }

  /// Who was played when a drill was left, where nobody else is asked for.
  private func lastPlayed(on workbench: Workbench) throws -> Person? {
    guard choice.actor == nil, let part = workbench.lastPart else { return nil }
    var choice = choice
    choice.actor = part
    // Who has left the staff since is played no longer.
    return try? choice.person(on: workbench)
  }

  /// Who was typing in a drill when a desk ended without having been left, where that is not who goes on: the form
  /// opens with whoever typed it.
  private func cutOff(on workbench: Workbench, insteadOf played: Person) throws -> Person? {
    guard choice.actor == nil, workbench.facts.isDrill, !readOnly,
      let id = try workbench.cutOffPerson(), id != played.id
    else { return nil }
    return try workbench.colleagues().first { $0.id == id }
  }

  /// The terminal as a screen, or taken for lines: then the size is that of a common screen.
  @MainActor
  private static func surface(isPlain: Bool) throws -> (any Surface, Desk.Size) {
    do throws(ScreenError) {
      if isPlain {
        return (PlainSurface(try PlainTerminal()), Desk.Size(width: 80, height: 24))
      }
      let screen = try Terminal.Screen()
      return (
        ScreenSurface(screen: screen), Desk.Size(width: screen.width, height: screen.height)
      )
    } catch {
      throw Failure(.usage, error.sentence)
    }
  }
}

extension Workbench {
  /// The tray that somebody's desk opens on.
  func homeTray(of person: Person) -> Tray {
    person.role.openingTray { tray in
      let rows = try? records(for: person).steps(in: tray, Window(limit: 1), now: now())
      return !(rows ?? []).isEmpty
    }
  }

  /// Everybody on the staff in each of their roles, for a drill in which one plays them all.
  func colleagues() throws -> [Person] {
    try records(for: nil).staff().flatMap { member in
      member.roles.filter { $0 != .administrator }.compactMap { member.acting(as: $0) }
    }
  }
}
