package import Grid
import Workflow

/// Draws the desk.
///
/// - Parameter desk: the state; drawing cannot change it.
/// - Returns: the whole screen, with the cursor on what has the keys.
package func render(_ desk: Desk) -> Frame {
  var frame = Frame(width: max(1, desk.size.width), height: max(1, desk.size.height))
  draw(desk.shown, on: &frame)
  return frame
}

/// Draws the desk and notes what can be clicked where.
func renderTouchable(_ desk: Desk) -> Frame {
  var frame = Frame(width: max(1, desk.size.width), height: max(1, desk.size.height))
  frame.targets = []
  draw(desk.shown, on: &frame)
  return frame
}

private func draw(_ desk: Desk, on frame: inout Frame) {
  let layout = Layout(size: desk.room, isPreviewed: desk.trays.isPreviewed)
  guard layout.fits else {
    renderTooSmall(desk, on: &frame)
    return
  }
  renderTitle(desk, on: &frame)
  switch desk.stack.last {
  case nil, .filter: TraysPane(desk: desk, layout: layout).draw(on: &frame)
  case .child(let screen): ChildPane(desk: desk, screen: screen, layout: layout).draw(on: &frame)
  case .form(let form): FormPane(desk: desk, form: form, layout: layout).draw(on: &frame)
  case .confirm(let confirm):
    if case .form(let form) = desk.stack.dropLast().last {
      FormPane(desk: desk, form: form, layout: layout).draw(on: &frame)
    }
    ConfirmPane(confirm: confirm, keys: desk.keymap, layout: layout).draw(on: &frame)
  case .why(let why, let scroll):
    TextPane(title: "Why · \(why.title)", lines: why.paneLines, scroll: scroll, layout: layout)
      .draw(on: &frame)
  case .text(let title, let lines, let scroll):
    TextPane(
      title: title, lines: lines.map { Span($0) }, scroll: scroll, layout: layout
    ).draw(on: &frame)
  case .help(let help): HelpPane(desk: desk, help: help, layout: layout).draw(on: &frame)
  case .palette(let palette):
    PalettePane(desk: desk, screen: palette, layout: layout).draw(on: &frame)
  case .find(let find): FindPane(find: find, layout: layout).draw(on: &frame)
  case .drafts(let drafts): ListPane(drafts, asOf: desk.now, layout: layout).draw(on: &frame)
  case .asides(let asides): ListPane(asides, asOf: desk.now, layout: layout).draw(on: &frame)
  case .people(let people): ListPane(people, of: desk, layout: layout).draw(on: &frame)
  case .choices(let choices):
    ListPane(choices, keys: desk.keymap, layout: layout).draw(on: &frame)
  case .filters(let filters):
    FiltersPane(screen: filters, saved: desk.trays.filters, layout: layout).draw(on: &frame)
  case .charts(let charts): ChartsPane(screen: charts, layout: layout).draw(on: &frame)
  case .themes(let themes):
    ThemesPane(screen: themes, names: desk.themes, layout: layout).draw(on: &frame)
  case .bulk(let bulk):
    BulkPane(
      screen: bulk, trays: desk.trays, keys: desk.keymap, layout: layout,
      partWords: desk.words(ofPart:)
    ).draw(on: &frame)
  }
  Foot(desk: desk, layout: layout).draw(on: &frame)
  GuideStrip(desk: desk).draw(on: &frame)
}

extension Frame {
  /// Writes text from anywhere: the one place through which text reaches the screen.
  @discardableResult
  mutating func show(
    _ text: String, row: Int, column: Int, role: StyleRole = .text, maxWidth: Int? = nil
  ) -> Int {
    put(displaySafe(text), row: row, column: column, role: role, maxWidth: maxWidth)
  }

  /// Draws one line that is being typed, its end where it is too long, with the cursor after it.
  ///
  /// - Parameters:
  ///   - sign: what stands before it.
  ///   - text: what is typed.
  ///   - complaint: what is wrong with that, said behind it as far as there is room.
  ///   - row: the row.
  ///   - column: where it begins.
  ///   - width: columns.
  ///   - isFocused: whether the keys are its; not while somebody goes through the rows below it, if one of them
  ///     has the cursor.
  mutating func prompt(
    _ sign: String, _ text: String, complaint: String? = nil, row: Int, column: Int, width: Int,
    isFocused: Bool = true
  ) {
    let isFocused = isFocused || cursor == nil
    let role: StyleRole = isFocused ? .fieldFocused : .fieldValue
    fill(Rect(row: row, column: column, height: 1, width: width), role: role)
    var shown = displaySafe(text)
    let room = width - DisplayWidth.of(sign) - 2
    let isCut = DisplayWidth.of(shown) > room
    while DisplayWidth.of(shown) > room - (isCut ? 1 : 0), !shown.isEmpty { shown.removeFirst() }
    let line = "\(sign) \(isCut ? "…" : "")\(shown)"
    put(line, row: row, column: column, role: role, maxWidth: width)
    let end = min(DisplayWidth.of(line), width - 1)
    if let complaint, end + 5 < width {
      show(
        "← " + displaySafe(complaint), row: row, column: column + end + 2, role: .warning,
        maxWidth: width - end - 2)
    }
    guard isFocused else { return }
    focus(row: row, column: column + end, visibly: true)
  }

  /// Puts the cursor where the keys go; screen readers follow it.
  mutating func focus(row: Int, column: Int, visibly: Bool = false) {
    cursor = Position(row: row, column: column)
    cursorVisible = visibly
  }
}

private func renderTooSmall(_ desk: Desk, on frame: inout Frame) {
  let floor = Layout.floor
  let text =
    "homeward needs \(floor.width)×\(floor.height); this terminal is "
    + "\(desk.size.width)×\(desk.size.height). Make it larger, or press \(desk.keymap.name("interrupt")) to leave; nothing is lost."
  for (row, line) in wrapped(text, to: max(1, desk.size.width)).enumerated() {
    frame.show(line, row: row, column: 0, role: .warning)
  }
  frame.focus(row: 0, column: 0)
}

/// What matters least goes first: the year, the program's name, the procedure, the date, the role, the person.
///
/// That it is a drill, or that names are hidden, stays.
private func renderTitle(_ desk: Desk, on frame: inout Frame) {
  let width = frame.width
  frame.fill(Rect(row: 0, column: 0, height: 1, width: width), role: .titleBar)
  let signs =
    (desk.isDrill ? " · DRILL" : "") + (desk.isReadOnly ? " · READ ONLY" : "")
    + (desk.hidesNames ? " · NAMES HIDDEN" : "")
  let place = displaySafe(desk.place + signs)
  let authority = displaySafe(
    (desk.place.split(separator: "·").first.map { String($0).trimmed } ?? "") + signs)
  let person = displaySafe("\(desk.me.name) · \(desk.title(of: desk.me.role))")
  let named = " homeward  \(place)"
  let rungs = [
    (named, "\(desk.now.spoken)   \(person) "), (named, "\(desk.now.spokenShort)  \(person) "),
    (" \(place)", "\(desk.now.spokenShort)  \(person) "),
    (" \(authority)", "\(desk.now.spokenShort)  \(person) "),
    (" \(authority)", "\(desk.now.clock)  \(person) "),
    (" \(authority)", "\(desk.now.spokenShort)  \(displaySafe(desk.me.name)) "),
    (" \(authority)", "\(desk.now.clock)  \(displaySafe(desk.me.name)) "),
  ]
  let fitting = rungs.first { DisplayWidth.of($0.0) + DisplayWidth.of($0.1) + 2 <= width }
  let (left, right) = fitting ?? (" \(authority)", "\(desk.now.clock) ")
  let rightWidth = DisplayWidth.of(right)
  frame.show(right, row: 0, column: width - rightWidth, role: .titleBar)
  frame.show(left, row: 0, column: 0, role: .titleBar, maxWidth: width - rightWidth - 1)
  if let busy = desk.busy { frame.show(busy.sign, row: 0, column: 0, role: .titleBar) }
}
