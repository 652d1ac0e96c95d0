import Grid
import Workflow

/// What is written in plain mode: one line for each change, letters as they are typed, and nothing twice.
package struct PlainVoice: Sendable {
  /// A piece of what is written.
  package enum Piece: Equatable, Sendable {
    /// A line of its own.
    case line(String)
    /// Letters that go on where the last ones ended.
    case letters(String)
  }

  private var said: Spoken?
  /// What was said last of how the focused line is read.
  private var heard: String?

  /// Has said nothing yet.
  package init() {}

  /// What to write after something changed.
  ///
  /// - Parameter desk: the desk as it is now.
  /// - Returns: pieces in order; nothing where a person would hear the same again.
  package mutating func pieces(for desk: Desk) -> [Piece] {
    // A form says nothing of itself before its draft is back in it: it would be called empty.
    if desk.isAwaitingDraft { return [] }
    let now = desk.spoken
    let before = said
    said = now
    var pieces: [Piece] = []
    if let message = now.message, message != before?.message { pieces.append(.line(message)) }
    guard let before, before.place == now.place else {
      heard = now.read
      return pieces + [.line(now.heading)] + (now.more + now.standing).map { .line($0) }
        + PlainVoice.line(now.focus)
    }
    pieces += now.more.filter { !before.more.contains($0) }.map { .line($0) }
    // Whatever marks or unmarks many says so itself.
    if pieces.isEmpty { pieces += PlainVoice.marking(from: before.marked, to: now.marked) }
    if now.stable != before.stable {
      // Letter by letter nobody was told how a time is read: it is said once, as its line is left.
      if let read = before.read, read != heard, read != now.read { pieces.append(.line(read)) }
      heard = now.read
      return pieces + PlainVoice.line(now.focus)
    }
    guard let text = now.typed, let old = before.typed, text != old else { return pieces }
    return pieces + PlainVoice.typing(from: old, to: text)
  }

  /// Everything said anew, as somebody asks for it.
  ///
  /// - Parameters:
  ///   - desk: the desk.
  ///   - isAll: whether every row, line or question is read, not only what has the keys.
  /// - Returns: lines.
  package func answer(for desk: Desk, isAll: Bool) -> [Piece] {
    let now = desk.spoken
    let lines =
      isAll
      ? [now.heading] + desk.shown.everything(or: now)
      : [now.heading, now.focus.isEmpty ? "Being read" : now.focus]
        + (now.message.map { [$0] } ?? [])
    return lines.map { .line($0) }
  }

  /// A line, unless there is nothing to say yet.
  private static func line(_ text: String) -> [Piece] { text.isEmpty ? [] : [.line(text)] }

  /// Which row was marked or unmarked, as the selection goes on from it at once.
  private static func marking(
    from old: [TrayRow.Kind: String], to new: [TrayRow.Kind: String]
  ) -> [Piece] {
    if old.keys == new.keys { return [] }
    let added = new.filter { old[$0.key] == nil }
    let gone = old.filter { new[$0.key] == nil }
    if added.count == 1, gone.isEmpty, let name = added.first?.value {
      return [.line("Marked \(name), \(new.count) in all")]
    }
    if gone.count == 1, added.isEmpty, let name = gone.first?.value {
      return [.line("No longer marked \(name), \(new.count) in all")]
    }
    return [.line("\(new.count) marked in all")]
  }

  private static func typing(from old: Spoken.TypedText, to new: Spoken.TypedText) -> [Piece] {
    if old.text == new.text {
      let letters = Array(new.text)
      let at = letters.indices.contains(new.cursor) ? "\(letters[new.cursor])" : "end"
      return [.line(at == " " ? "space" : at == "\n" ? "new line" : at)]
    }
    let isAtEnd = new.cursor == new.text.count && old.cursor == old.text.count
    if isAtEnd, new.text.hasPrefix(old.text) {
      return [.letters(String(new.text.dropFirst(old.text.count)))]
    }
    let lines = new.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return [.line(new.text.isEmpty ? "empty" : lines.joined(separator: " / "))]
  }
}

extension Desk {
  /// Every row, line or question of the screen in front.
  fileprivate func everything(or spoken: Spoken) -> [String] {
    switch stack.last {
    case nil, .filter:
      let rows = trays.window?.rows ?? []
      let first = trays.window?.offset ?? 0
      let lines = rows.enumerated().map { "\(first + $0.offset + 1). \(sentence(of: $0.element))" }
      let rest = trays.total - first - rows.count
      return lines.isEmpty
        ? [spoken.focus]
        : lines + (rest > 0 ? ["\(rest) more below; PgDn goes on, \\ narrows"] : [])
    case .child(let screen):
      let steps = screen.steps
      return spoken.more
        + steps.enumerated().map {
          "Step \($0.offset + 1). \(sentence(of: $0.element, among: steps, on: screen))"
        }
        + screen.entries.enumerated().map {
          "Event \($0.offset + 1). \(sentence(of: $0.element, child: screen.page.child))"
        }
    case .form(let form):
      return spoken.more + spoken.standing
        + form.entries.enumerated().map {
          "\($0.offset + 1). \(sentence(of: $0.element))"
            + ($0.offset == form.focus ? ". You are here" : "")
        }
    case .help(let help): return help.lines(in: self).map { sentence(of: $0) }
    case .find(let find): return find.hits.map { "\($0.title), \($0.detail)" }
    case .drafts(let drafts): return drafts.marks?.map(\.title) ?? []
    case .asides(let asides): return asides.spokenRows ?? []
    case .people(let people): return parts(in: people).map(part)
    case .choices(let choices): return choices.spokenRows
    case .palette(let palette):
      let below = belowLists
      return palette.fitting.map { command in
        "\(command.id): \(command.sentence)"
          + (palette.reason(against: command, in: below).map { ". \($0)" } ?? "")
      }
    case .filters(let list): return list.list(trays.filters).map { "\($0.name): \($0.text)" }
    case .bulk(let bulk) where bulk.isChoosing: return bulk.trays.map { trays.title(of: $0) }
    case .themes: return themes
    case .confirm, .why, .text, .bulk, .charts: return spoken.more + [spoken.focus]
    }
  }
}
