import Grid
import Workflow

extension FormEntry {
  /// What the line takes and where its value comes from, for the foot of the form.
  ///
  /// - Parameters:
  ///   - isShort: whether there is but one row.
  ///   - room: how many columns there are in all.
  ///   - now: what "now" means.
  ///   - keys: which keys ask for what.
  /// - Returns: one sentence, its parts with dots between.
  func hint(isShort: Bool, room: Int, now: Instant, keys: Keymap) -> String {
    if isShort, choices.isEmpty {
      if !codes.isEmpty { return window(of: codes, room: room, keys: keys) }
      if !manyCodes.isEmpty { return window(of: narrowed, room: room, keys: keys) }
      if isOfWords { return window(of: suggestions, room: room, keys: keys) }
      // Where the row has no room for it, what a time means is told here.
      if let echo = echo(now: now) { return echo }
    }
    var parts: [String] = []
    if let need { parts.append(need.hint) }
    if let note { parts.append("\(field.label): \(note)") }
    if givesWay, note != FormEntry.wayOfGiving {
      parts.append(FormEntry.wayOfGiving.capitalisedFirst)
    }
    if !choices.isEmpty {
      parts.append(
        "A number chooses; n: not on the register; \(keys.name("read-report")) shows the report")
    } else if !codes.isEmpty {
      parts.append(FormEntry.choosing + window(of: codes, room: room - 60, keys: keys))
    } else if !manyCodes.isEmpty {
      parts.append(
        FormEntry.choosing + window(of: narrowed, room: room - 60, keys: keys))
    } else {
      switch field.input {
      case .paragraph:
        parts.append(
          "Enter begins a new line; \(keys.name("whole-screen")) whole screen; \(keys.name("save")) saves"
        )
      case .line: break
      default: parts.append("Takes \(field.input.words)")
      }
    }
    if isOfWords {
      let words = window(of: suggestions, room: room - FormEntry.choosing.count, keys: keys)
      parts.append(FormEntry.choosing + words)
    } else if !suggestions.isEmpty {
      parts.append("Type letters; → takes the name that is offered")
    }
    // Words that are offered say themselves what is meant.
    let example = isOfWords ? nil : FormEntry.examples[field.label]
    if !field.isRequired, !field.isNeededToFinish, parts.isEmpty {
      parts.append("\(field.label)\(example.map { ": \($0) ·" } ?? "") may stay empty")
    } else if let example {
      parts.insert("\(field.label): \(example)", at: 0)
    }
    let rule = field.rule.map { " (rule \($0))" } ?? ""
    if field.isRequired, note == nil, need == nil { parts.append("* needed\(rule)") }
    if field.isNeededToFinish, !field.isRequired {
      parts.append("~ may wait, but the record needs it\(rule)")
    }
    return parts.joined(separator: " · ")
  }

  /// How one of some choices is taken, in whatever line.
  private static let choosing = "Type letters, Space or → takes one: "

  /// What is meant by questions that take any words.
  private static let examples = [
    "How": "telephone, visit, text, letter", "Offered to": "the child, or which parent or carer",
    "Brought back by": "the police, a carer, family, nobody",
    "Declined by": "the child, or which parent or carer", "Finder's name": "who found the child",
    "With whom": "who else was there", "Told": "who was told, by name or unit",
    "Where": "the address, or what people call the place",
    "Checked by": "the officer or the force",
    "Own worker, as the child asked":
      "the child asked for the own social worker, or refused others",
  ]

  /// The codes that fit what is being spelt; where none does, all: then they are what is wanted.
  private var narrowed: [String] { fitting.isEmpty ? manyCodes : fitting }

  /// Codes with the one that has the keys marked; of a long list as many around it as there is room for,
  /// and which key shows all.
  private func window(of codes: [String], room: Int, keys: Keymap) -> String {
    let all = window(of: codes, room: .max)
    if DisplayWidth.of(all) <= room { return all }
    let key = " (\(keys.name("whole-screen")) lists all)"
    return window(of: codes, room: room - DisplayWidth.of(key)) + key
  }

  private func window(of codes: [String], room: Int) -> String {
    let current = manyCodes.isEmpty ? text.text : offered ?? ""
    let words = codes.map { code in
      let mark = !manyCodes.isEmpty && chosen.contains(code) ? "✓" : ""
      let word = CodeWords.choice(code)
      return code == current && !current.isEmpty ? "[\(mark)\(word)]" : mark + word
    }
    let index = codes.firstIndex(of: current) ?? 0
    guard !words.isEmpty else { return "" }
    var range = index..<index + 1
    var used = words[index].count + 6
    while true {
      if range.upperBound < words.count, words[range.upperBound].count + 2 <= room - used {
        used += words[range.upperBound].count + 2
        range = range.lowerBound..<range.upperBound + 1
      } else if range.lowerBound > 0, words[range.lowerBound - 1].count + 2 <= room - used {
        used += words[range.lowerBound - 1].count + 2
        range = range.lowerBound - 1..<range.upperBound
      } else {
        break
      }
    }
    return (range.lowerBound > 0 ? "… " : "") + words[range].joined(separator: ", ")
      + (range.upperBound < words.count ? ", …" : "")
  }
}
