extension SpokenInstant {
  /// Words that say nothing about which time is meant.
  private static let idle: Set<String> = [
    "at", "on", "about", "around", "the", "of", "approx", "approximately", "circa", "c", "roughly",
    "-",
    "–", "—", "~",
  ]

  /// The words of a time without what says nothing, each as one: `9 p.m.` is `9pm`, `2130 hrs` is `2130`.
  ///
  /// - Parameter text: what was typed.
  /// - Returns: the words in small letters.
  static func words(of text: String) -> [String] {
    let said = text.trimmed.lowercased()
      .split { $0.isWhitespace || $0 == "," || $0 == "@" }.map { bare(String($0)) }
    let isLength = ["ago", "back"].contains(said.last) || said.first == "in"
    var words: [String] = []
    for word in said where !word.isEmpty && !idle.contains(word) {
      let last = words.last ?? ""
      switch word {
      case "am", "pm":
        if let hour = SpokenClock.hourNamed(last) {
          words[words.count - 1] = "\(hour)\(word)"
        } else if isClock(last) {
          words[words.count - 1] = last + word
        } else {
          words.append(word)
        }
      case "hrs", "hr", "hours", "h":
        if isLength || !isTwentyFour(last) { words.append(word) }
      case "o'clock", "oclock":
        guard let hour = SpokenClock.hourNamed(last) ?? Int(last) else { return said }
        words[words.count - 1] =
          "\(hour):00" + ((1...12).contains(hour) ? "\(SpokenClock.mark)" : "")
      case "noon", "midday", "midnight":
        if last == "12" { words.removeLast() }
        words.append(word)
      default: words.append(isLength ? word : withoutHours(word))
      }
      SpokenClock.join(&words)
    }
    return words
  }

  /// A word without what people put around it: `9p.m.` is `9pm`, `9ish` is `9`.
  private static func bare(_ word: String) -> String {
    var word = word.replacing("’", with: "'").replacing("½", with: ".5")
    if word.first == "(" || word.first == "~" { word.removeFirst() }
    for half in ["a", "p"] where word.hasSuffix("\(half).m.") || word.hasSuffix("\(half).m") {
      word.removeLast(word.last == "." ? 4 : 3)
      word += "\(half)m"
    }
    while let last = word.last, ".;)".contains(last) { word.removeLast() }
    if word.first?.isNumber == true, word.hasSuffix("ish") {
      word.removeLast(3)
      if word.last == "-" { word.removeLast() }
    }
    switch word {
    case "yest", "yday", "y'day": return "yesterday"
    case "tonite": return "tonight"
    default: return word
    }
  }

  /// `2130hrs` and `21:30h` without their unit.
  private static func withoutHours(_ word: String) -> String {
    for unit in ["hours", "hrs", "hr", "h"] where word.hasSuffix(unit) {
      let clock = String(word.dropLast(unit.count))
      return isTwentyFour(clock) ? clock : word
    }
    return word
  }

  /// Whether a word is a clock of twenty-four hours: `2130`, `21:30`, `9.30`.
  private static func isTwentyFour(_ word: String) -> Bool {
    let parts = word.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }) else { return false }
    return parts.count == 1
      ? word.count == 4 : parts.count == 2 && parts[0].count < 3 && parts[1].count == 2
  }

  /// Whether a word is of figures as a clock shows them, so that `am` behind it belongs to it.
  private static func isClock(_ word: String) -> Bool {
    word.first?.isNumber == true
      && word.allSatisfy { $0.isNumber || $0 == ":" || $0 == "." || $0 == SpokenClock.mark }
  }
}
