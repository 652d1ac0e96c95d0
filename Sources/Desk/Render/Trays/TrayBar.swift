import Grid
import Workflow

/// The trays in one row, where there is no room for a list: the one that is shown with its neighbours,
/// and how many more there are on either side.
struct TrayBar {
  /// A tray of the bar.
  struct Item {
    /// The tray.
    let tray: Tray
    /// How much of an item is shown.
    enum Form: CaseIterable {
      /// All of it.
      case whole
      /// Its short name.
      case short
      /// Its short name, all that is open and what is overdue.
      case little
      /// The same, and a short name for the tray in front, too.
      case least
    }

    /// Its key and name.
    let name: String
    /// The same where there is little room.
    let short: String
    /// Its counts in signs: `32 4! 1● +3`, with their roles.
    let counts: [(String, StyleRole)]
    let isShown: Bool
    let isEmpty: Bool

    func width(_ form: Form) -> Int {
      let (text, counts) = shown(form)
      // A bracket or a space on either side.
      return 2 + DisplayWidth.of(text) + counts.reduce(0) { $0 + 1 + DisplayWidth.of($1.0) }
    }

    /// What of it is shown; the tray in front keeps its counts, and its name as long as it can.
    func shown(_ form: Form) -> (String, [(String, StyleRole)]) {
      switch form {
      case .least where isShown: (short, counts)
      case _ where isShown, .whole: (name, counts)
      case .short: (short, counts)
      case .little, .least: (short, counts.filter { $0.1 == .text || $0.1 == .overdue })
      }
    }
  }

  let items: [Item]
  /// Columns of the screen.
  let width: Int

  /// Which items are shown, and in which form.
  ///
  /// All whole where they fit; else all with short names, then with what is overdue alone; else as many
  /// on either side of the one that is shown as there is room for.
  var shown: (range: Range<Int>, form: Item.Form) {
    for form in Item.Form.allCases where items.reduce(0, { $0 + $1.width(form) }) <= width {
      return (items.indices, form)
    }
    let centre = items.firstIndex(where: \.isShown) ?? 0
    var range = centre..<centre + 1
    // Room for what is said of those that are out of sight: `‹12` and `12›`.
    var room = width - items[centre].width(.least) - 8
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for next in [range.upperBound, range.lowerBound - 1]
      where items.indices.contains(next) && items[next].width(.least) <= room {
        room -= items[next].width(.least)
        range = min(range.lowerBound, next)..<max(range.upperBound, next + 1)
        hasGrown = true
      }
    }
    return (range, .least)
  }

  func draw(row: Int, column: Int, on frame: inout Frame) {
    let (range, form) = shown
    var at = column
    if range.lowerBound > 0 {
      at += frame.show("‹\(range.lowerBound) ", row: row, column: at, role: .keyHint)
    }
    for item in items[range] {
      let role: StyleRole = item.isShown ? .selectedUnfocused : item.isEmpty ? .muted : .text
      let start = at
      // Brackets tell the tray that is shown without colour.
      let (name, counts) = item.shown(form)
      at += frame.show((item.isShown ? "[" : " ") + name, row: row, column: at, role: role)
      for (text, own) in counts {
        at += frame.show(" " + text, row: row, column: at, role: own == .text ? role : own)
      }
      at += frame.show(item.isShown ? "]" : " ", row: row, column: at, role: role)
      frame.touchable(
        Rect(row: row, column: start, height: 1, width: at - start),
        .command("tray-\(item.tray.rawValue)"))
    }
    let after = items.count - range.upperBound
    if after > 0 { frame.show(" \(after)›", row: row, column: at, role: .keyHint) }
  }
}

extension TrayBar {
  /// The trays of a desk.
  init(_ trays: TraysScreen, width: Int) {
    self.width = width
    items = trays.switchable.enumerated().map { index, tray in
      let count = trays.count(of: tray)
      let title = displaySafe(trays.title(of: tray))
      let key = TrayBar.key(index, of: trays)
      return Item(
        tray: tray, name: "\(key) \(clipped(title, to: 22))",
        short: "\(key) \(trays.titles[tray].map(TrayBar.short) ?? tray.short)",
        counts: count.map(TrayBar.signs) ?? [], isShown: tray == trays.tray,
        isEmpty: count?.open == 0)
    }
  }

  /// The key that shows a tray; those that come and go with their work have none.
  static func key(_ index: Int, of trays: TraysScreen) -> String {
    index < trays.numbered.count ? "\(index + 1)" : "·"
  }

  /// The beginning of a name that is enough to know it by.
  private static func short(_ title: String) -> String {
    let words = title.split(separator: " ")
    guard title.count > 8, let first = words.first else { return title }
    return words.count > 1 && first.count <= 8 ? String(first) : clipped(title, to: 8)
  }

  /// The counts in signs: all, `!` overdue, `●` due today, `+` new to the person.
  private static func signs(_ count: TrayCount) -> [(String, StyleRole)] {
    var signs: [(String, StyleRole)] = count.open == 0 ? [] : [("\(count.open)", .text)]
    if count.overdue > 0 { signs.append(("\(count.overdue)!", .overdue)) }
    if count.today > 0 { signs.append(("\(count.today)●", .today)) }
    if count.unseen > 0 { signs.append(("+\(count.unseenWords)", .badge)) }
    return signs
  }
}

extension Tray {
  /// One word, for the row of trays.
  fileprivate var short: String {
    switch self {
    case .frontDoor: "Front"
    case .missingCoordinator: "Missing"
    case .tys: "TYS"
    case .rhi: "RHI"
    case .teamManager: "Manager"
    case .socialWorker: "SW"
    case .mashManager: "MASH"
    case .screening: "Screen"
    case .dutySocialWorker: "Duty SW"
    case .teamDuty: "Duty"
    case .serviceManager: "Service"
    case .groupManager: "Group"
    }
  }
}
