import Grid
import Workflow

/// The trays in one row, where there is no room for a list: the one that is shown with its neighbours,
/// how many more there are on either side, and how much is overdue in those.
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
      /// The same of the tray in front, too: all its counts stand above its rows.
      case least
    }

    /// Its key and name.
    let name: String
    /// The same where there is little room.
    let short: String
    /// Its counts in signs: `32 4! 1● +3`, with their roles.
    let counts: [(String, StyleRole)]
    /// How much is overdue.
    let overdue: Int
    let isShown: Bool
    let isEmpty: Bool

    func width(_ form: Form) -> Int {
      let (text, counts) = shown(form)
      // A bracket or a space on either side.
      return 2 + DisplayWidth.of(text) + counts.reduce(0) { $0 + 1 + DisplayWidth.of($1.0) }
    }

    /// What of it is shown; the tray in front keeps its name and its counts as long as it can.
    func shown(_ form: Form) -> (String, [(String, StyleRole)]) {
      switch form {
      case .whole: (name, counts)
      case .little where !isShown, .least:
        (short, counts.filter { $0.1 == .text || $0.1 == .overdue })
      case .short, .little: isShown ? (name, counts) : (short, counts)
      }
    }
  }

  let items: [Item]
  /// Columns of the screen.
  let width: Int
  /// The key that goes to the next tray: it leads to those out of sight.
  let nextKey: String

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
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for next in [range.upperBound, range.lowerBound - 1] where items.indices.contains(next) {
        let wider = min(range.lowerBound, next)..<max(range.upperBound, next + 1)
        guard width(of: wider) <= width else { continue }
        range = wider
        hasGrown = true
      }
    }
    return (range, .least)
  }

  /// Columns that some of the items take, with what is said of those on either side.
  private func width(of range: Range<Int>) -> Int {
    let ends = before(range) + after(range)
    return items[range].reduce(0) { $0 + $1.width(.least) }
      + ends.reduce(0) { $0 + DisplayWidth.of($1.0) }
  }

  /// What is said of the items before those that are shown: how many, and what is overdue there.
  private func before(_ range: Range<Int>) -> [(String, StyleRole)] {
    guard range.lowerBound > 0 else { return [] }
    return [("‹\(range.lowerBound) more", .keyHint)] + overdue(items[..<range.lowerBound])
      + [(" ", .text)]
  }

  private func after(_ range: Range<Int>) -> [(String, StyleRole)] {
    guard range.upperBound < items.count else { return [] }
    return [(" \(items.count - range.upperBound) more", .keyHint)]
      + overdue(items[range.upperBound...]) + [(" \(nextKey)›", .keyHint)]
  }

  /// What is overdue in items that are out of sight: that much must be seen.
  private func overdue(_ items: ArraySlice<Item>) -> [(String, StyleRole)] {
    let count = items.reduce(0) { $0 + $1.overdue }
    return count > 0 ? [(" \(count)!", .overdue)] : []
  }

  func draw(row: Int, column: Int, on frame: inout Frame) {
    let (range, form) = shown
    var at = column
    for (text, role) in before(range) {
      at += frame.show(text, row: row, column: at, role: role)
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
    for (text, role) in after(range) {
      at += frame.show(text, row: row, column: at, role: role)
    }
  }
}

extension TrayBar {
  /// The trays of a desk.
  init(_ trays: TraysScreen, width: Int, keys: Keymap) {
    self.width = width
    nextKey = keys.name("next-tray")
    items = trays.switchable.enumerated().map { index, tray in
      let count = trays.count(of: tray)
      let title = displaySafe(trays.title(of: tray))
      let key = TrayBar.key(index, of: trays, keys)
      return Item(
        tray: tray, name: "\(key) \(clipped(title, to: 22))",
        short: "\(key) \(trays.titles[tray].map(TrayBar.short) ?? tray.short)",
        counts: count.map(TrayBar.signs) ?? [], overdue: count?.overdue ?? 0,
        isShown: tray == trays.tray && !trays.query.isOfAll,
        isEmpty: count?.open == 0)
    }
  }

  /// The key that shows a tray; those that come and go with their work share one.
  static func key(_ index: Int, of trays: TraysScreen, _ keys: Keymap) -> String {
    index < trays.numbered.count ? "\(index + 1)" : keys.name("other-tray")
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
