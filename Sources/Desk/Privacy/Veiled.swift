import Workflow

// The desk as it is drawn while children's names are hidden: the same, with initials where names stood.
// What is hidden is hidden before it is drawn, so that nothing is cut at another place than it should be.

extension Desk {
  /// The desk as it is drawn.
  var shown: Desk {
    guard hidesNames else { return self }
    var desk = self
    let veil = veil
    desk.trays.window?.rows = (trays.window?.rows ?? []).map { $0.veiled(by: veil) }
    desk.trays.marks = trays.marks.map { $0.veiled(by: veil) }
    let filter = TrayFilter(veil.hide(trays.query.filter.text))
    if trays.isLoaded { desk.trays.window?.query.filter = filter }
    desk.trays.query.filter = filter
    desk.trays.filters = trays.filters.map {
      SavedFilter(name: veil.hide($0.name), text: veil.hide($0.text))
    }
    if let toast { desk.toast = Toast(text: veil.hide(toast.text), role: toast.role) }
    desk.stack = stack.map { $0.veiled(by: veil) }
    return desk
  }

  /// Learns the names of all children of whom something is shown.
  mutating func learnNames() {
    guard hidesNames else { return }
    var veil = veil
    for row in (trays.window?.rows ?? []) + trays.marks { veil.learn(row) }
    for screen in stack { veil.learn(screen) }
    self.veil = veil
  }
}

extension FoundRow {
  /// The hit without the line of a report by which it was found: it may name anybody.
  fileprivate func veiled(by veil: NameVeil) -> FoundRow {
    let known = detail.ranges(of: FoundRow.saying).first.map { String(detail[..<$0.lowerBound]) }
    return FoundRow(target, title: veil.hide(title), detail: veil.hide(known ?? detail))
  }
}

extension TrayRow {
  fileprivate func veiled(by veil: NameVeil) -> TrayRow {
    var row = self
    row.name = veil.hide(name)
    // What people agreed on, and why somebody moved or sent it there, may name anybody.
    row.title = veil.hide(title)
    if case .words(let words)? = twin { row.twin = .words(veil.hide(words)) }
    row.note = note.map(veil.hide)
    if let report, !report.twins.isEmpty || report.list?.contains(";") ?? false {
      row.report?.list = report.list.map(veil.hide)
      row.report?.twins = report.twins.map { $0.veiled(by: veil) }
    }
    return row
  }
}

extension Screen {
  fileprivate func veiled(by veil: NameVeil) -> Screen {
    switch self {
    case .child(var screen):
      screen.page = screen.page.veiled(by: veil)
      return .child(screen)
    case .form(let form): return .form(form.veiled(by: veil))
    case .confirm(var confirm):
      confirm.subject = veil.hide(confirm.subject)
      return .confirm(confirm)
    case .why(let why, let scroll): return .why(why.changingText(veil.hide), scroll: scroll)
    case .text(let title, let lines, let scroll):
      return .text(title: veil.hide(title), lines: lines.map(veil.hide), scroll: scroll)
    case .find(var find):
      find.text = veil.mask(find.text)
      find.hits = find.hits.map { $0.veiled(by: veil) }
      return .find(find)
    case .drafts(var drafts):
      drafts.marks = drafts.marks?.map {
        DraftMark(key: $0.key, title: veil.hide($0.title), saved: $0.saved)
      }
      return .drafts(drafts)
    case .filter(var filter):
      filter.text = veil.mask(filter.text)
      return .filter(filter)
    case .bulk(let bulk): return .bulk(bulk.veiled(by: veil))
    case .charts(var charts):
      charts.data = charts.data?.veiled(by: veil)
      return .charts(charts)
    case .asides(var asides):
      asides.rows = asides.rows?.map {
        var row = $0
        row.name = veil.hide(row.name)
        row.others = row.others.map(veil.hide)
        row.told = row.told.map(veil.hide)
        row.reason = veil.hide(row.reason)
        return row
      }
      return .asides(asides)
    case .help, .palette, .people, .choices, .filters, .themes: return self
    }
  }
}

extension ChildPage {
  /// The page of a child of whom everything is recorded but the name.
  fileprivate func veiled(by veil: NameVeil) -> ChildPage {
    let history = child.history.map { $0.changing { $0.veiled(by: veil) } }
    var page = self
    page.steps = steps.map { $0.changing(text: veil.hide) { $0.veiled(by: veil) } }
    page.child = ChildCase(id: child.id, history: history)
    page.together = together.map {
      Companion(name: veil.hide($0.name), reference: $0.reference, isAway: $0.isAway)
    }
    return page
  }
}

extension Body {
  fileprivate func veiled(by veil: NameVeil) -> Body {
    var body = self
    for entry in entries {
      let isName = FormScreen.nameFields.contains(entry.name)
      func hide(_ text: String) -> String { text.isCode && !isName ? text : veil.hide(text) }
      switch entry.value {
      case .text(let text): body[name: entry.name] = .text(hide(text))
      case .list(let items): body[name: entry.name] = .list(items.map(hide))
      default: break
      }
    }
    return body
  }
}

extension String {
  /// Whether it is a code of the program rather than words of a person: `looked-after`.
  fileprivate var isCode: Bool {
    utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
      && contains("-")
  }
}

extension BulkScreen {
  fileprivate func veiled(by veil: NameVeil) -> BulkScreen {
    var bulk = self
    bulk.rows = rows.map { $0.veiled(by: veil) }
    bulk.leftOut = leftOut.map { $0.veiled(by: veil) }
    bulk.outcomes = outcomes.map { $0.map { $0.veiled(by: veil) } }
    return bulk
  }
}

extension BulkOutcome {
  fileprivate func veiled(by veil: NameVeil) -> BulkOutcome {
    BulkOutcome(name: veil.hide(name), isDone: isDone, sentence: veil.hide(sentence))
  }
}

extension ChartData {
  fileprivate func veiled(by veil: NameVeil) -> ChartData {
    ChartData(
      months: months, clocks: clocks, hours: hours,
      repeats: repeats.map {
        Repeat(child: $0.child, name: veil.hide($0.name), episodes: $0.episodes)
      })
  }
}
