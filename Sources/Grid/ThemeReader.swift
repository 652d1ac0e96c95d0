/// What is wrong with a theme file: every finding, in the order of the file.
package struct ThemeError: Error, Equatable, Sendable {
  /// One thing that is wrong, and where.
  package struct Finding: Equatable, Sendable {
    /// The line, from 1.
    package var line: Int
    /// The column in bytes, from 1.
    package var column: Int
    /// What is wrong, and what would be right.
    package var message: String
  }

  /// The file, as it was given.
  package var file: String
  /// The findings; at least one.
  package var findings: [Finding]

  /// One line a finding, `file:line:column: error: …`, which editors jump to.
  package var sentences: [String] {
    findings.map { "\(file):\($0.line):\($0.column): error: \($0.message)" }
  }
}

extension Theme {
  /// Reads a theme file.
  ///
  /// A line is `role = mono: bold reverse; 16: bold red on default; 256: 196 on default`; each of
  /// the three has attributes (`bold dim underline reverse`), then a colour, then `on` and a
  /// colour. What is left out is plain, or the terminal's own. `name = …` stands once; `#` begins
  /// a comment line. Every role has a line.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - file: the file's name, for findings.
  /// - Throws: every finding at once.
  package init(parsing text: String, file: String) throws(ThemeError) {
    var reader = ThemeReader()
    var number = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      reader.read(line: line, number: number)
    }
    reader.finish(lines: number)
    guard reader.findings.isEmpty, let name = reader.name else {
      throw ThemeError(file: file, findings: reader.findings)
    }
    self.init(name: name, looks: reader.looks)
  }
}

/// Reads themes line by line and gathers what is wrong.
private struct ThemeReader {
  typealias Text = Substring.UTF8View

  var name: String?
  var looks = [Look](
    repeating: Look(), count: StyleRole.allCases.count * Rung.allCases.count)
  var findings: [ThemeError.Finding] = []
  private var lineOfRole = [Int](repeating: 0, count: StyleRole.allCases.count)
  private var lineNumber = 0
  private var currentLine: Text?

  mutating func read(line: Text, number: Int) {
    lineNumber = number
    currentLine = line
    let content = trim(line)
    if content.isEmpty || content.first == UInt8(ascii: "#") { return }
    guard let equals = content.firstIndex(of: UInt8(ascii: "=")) else {
      return report("expected 'role = mono: …; 16: …; 256: …'", at: content)
    }
    let key = trim(content[..<equals])
    let value = trim(content[content.index(after: equals)...])
    let keyName = string(key)
    if keyName == "name" {
      if name != nil { report("'name' stands twice", at: key) }
      if value.isEmpty { report("'name' is empty", at: key) }
      name = string(value)
    } else if let role = StyleRole(name: keyName) {
      let index = Int(role.rawValue)
      if lineOfRole[index] > 0 {
        report("'\(keyName)' stands twice; first on line \(lineOfRole[index])", at: key)
      }
      lineOfRole[index] = number
      readRungs(value, of: index, key: key)
    } else {
      report("unknown role '\(displaySafe(keyName))'", at: key)
    }
  }

  mutating func finish(lines: Int) {
    lineNumber = max(1, lines)
    currentLine = nil
    if name == nil { report("missing 'name = …'", at: nil) }
    for role in StyleRole.allCases where lineOfRole[Int(role.rawValue)] == 0 {
      report("missing role '\(role.name)'", at: nil)
    }
  }

  private mutating func readRungs(_ value: Text, of role: Int, key: Text) {
    var seen: [Rung] = []
    for part in value.split(separator: UInt8(ascii: ";")) {
      let part = trim(part)
      guard let colon = part.firstIndex(of: UInt8(ascii: ":")) else {
        report("expected 'mono:', '16:' or '256:'", at: part)
        continue
      }
      let rung: Rung
      switch string(part[..<colon]) {
      case "mono": rung = .mono
      case "16": rung = .ansi
      case "256": rung = .palette
      default:
        report("expected 'mono:', '16:' or '256:'", at: part)
        continue
      }
      if seen.contains(rung) { report("stands twice in this line", at: part) }
      seen.append(rung)
      let look = readLook(trim(part[part.index(after: colon)...]), on: rung)
      looks[role * Rung.allCases.count + rung.rawValue] = look
    }
    for (rung, title) in [(Rung.mono, "mono"), (.ansi, "16"), (.palette, "256")]
    where !seen.contains(rung) {
      report("'\(string(key))' has no '\(title):'", at: key)
    }
  }

  private mutating func readLook(_ text: Text, on rung: Rung) -> Look {
    var look = Look()
    var expectsBackground = false
    var colours = 0
    var lastWord = text
    for word in text.split(separator: UInt8(ascii: " ")) {
      lastWord = word
      let name = string(word)
      if !expectsBackground && colours == 0, let attribute = attribute(name) {
        look.attributes.insert(attribute)
      } else if name == "on" && colours == 1 {
        expectsBackground = true
      } else if rung == .mono {
        report("expected 'bold', 'dim', 'underline' or 'reverse'", at: word)
      } else if colours == (expectsBackground ? 1 : 0) {
        colours += 1
        guard let colour = colour(name, on: rung) else {
          report("unknown colour '\(displaySafe(name))'", at: word)
          continue
        }
        if expectsBackground { look.background = colour } else { look.foreground = colour }
      } else {
        report("expected attributes, a colour, 'on' and a colour", at: word)
      }
    }
    if expectsBackground && colours < 2 { report("expected a colour after 'on'", at: lastWord) }
    return look
  }

  private func attribute(_ name: String) -> Look.Attributes? {
    switch name {
    case "bold": .bold
    case "dim": .dim
    case "underline": .underline
    case "reverse": .reverse
    default: nil
    }
  }

  private func colour(_ name: String, on rung: Rung) -> Int16? {
    if name == "default" { return -1 }
    if let number = Int16(name), name.first?.isNumber == true {
      return rung == .palette && (0...255).contains(number) ? number : nil
    }
    let isBright = name.hasPrefix("bright-")
    let base = isBright ? String(name.dropFirst(7)) : name
    guard let index = Self.colourNames.firstIndex(of: base) else { return nil }
    return Int16(index) + (isBright ? 8 : 0)
  }

  private static let colourNames = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]

  private mutating func report(_ message: String, at place: Text?) {
    var column = 1
    if let place, let currentLine {
      column += currentLine[..<place.startIndex].count
    }
    findings.append(.init(line: lineNumber, column: column, message: message))
  }

  private func string(_ text: Text) -> String { String(Substring(text)) }

  private func trim(_ text: Text) -> Text {
    var text = text
    while let first = text.first, first == 0x20 || first == 0x09 { text = text.dropFirst() }
    while let last = text.last, last == 0x20 || last == 0x09 || last == 0x0D {
      text = text.dropLast()
    }
    return text
  }
}
