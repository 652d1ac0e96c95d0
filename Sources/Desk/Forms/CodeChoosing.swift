import Workflow

// Choosing from coded lists by typing the beginning of a code or of a word in it.

extension FormEntry {
  /// Chooses the next or the previous code; past the last comes "nothing".
  package mutating func cycle(forward: Bool) {
    let choices = (field.isRequired ? [] : [""]) + codes
    let index = choices.firstIndex(of: text.text) ?? (forward ? -1 : 0)
    let next = (index + (forward ? 1 : choices.count - 1)) % choices.count
    text.replace(with: choices[max(0, next)])
    spelt = ""
    slip = ""
    error = nil
  }

  /// Chooses the next code that begins with a letter, or the one of a number where codes are people.
  ///
  /// - Parameter letter: what was typed.
  /// - Returns: whether there is such a code.
  package mutating func choose(startingWith letter: Character) -> Bool {
    if !choices.isEmpty, let number = letter.wholeNumberValue, codes.indices.contains(number - 1) {
      take(codes[number - 1], spelling: "")
      return true
    }
    if isStray || !slip.isEmpty {
      stray((isStray ? text.text : slip) + String(letter))
      return false
    }
    if spelt.isEmpty {
      run = ""
      before = text.text
    }
    // Children's ids may begin with the letter that stands for none of them.
    if spelt.isEmpty, !choices.isEmpty, letter.lowercased() == "n", codes.contains("new") {
      take("new", spelling: "n")
      return true
    }
    // Who types more of a name means that one; the same letter again means the next.
    let longer = spelt + letter.lowercased()
    if !spelt.isEmpty, let match = FormEntry.matches(longer, in: codes).first {
      run.append(letter)
      take(match, spelling: longer)
      return true
    }
    let matches = FormEntry.matches(letter.lowercased(), in: codes)
    // A few letters go through a list; more of them are words that the list does not have.
    let isGoingThrough =
      run.count < 2 || codes.count <= 4 || run.allSatisfy { $0 == letter }
    guard !matches.isEmpty, isGoingThrough else {
      // One wrong letter behind a choice leaves the choice; behind letters that hopped it is a word.
      if !text.text.isEmpty, run.lowercased() == spelt {
        slip = run + String(letter)
        return false
      }
      stray(run + String(letter))
      return false
    }
    run.append(letter)
    let index = matches.firstIndex(of: text.text).map { ($0 + 1) % matches.count } ?? 0
    take(matches[index], spelling: letter.lowercased())
    return true
  }

  /// Goes on with the words of a choice that are typed with a space: `review m`.
  ///
  /// - Returns: whether there is such a choice.
  mutating func takeSpace() -> Bool {
    guard !spelt.isEmpty, choices.isEmpty,
      let match = FormEntry.matches(spelt + " ", in: codes).first
    else { return false }
    run.append(" ")
    take(match, spelling: spelt + " ")
    return true
  }

  private mutating func take(_ code: String, spelling: String) {
    text.replace(with: code)
    spelt = spelling
    slip = ""
    error = nil
  }

  /// Whether words stand here that are none of the codes: they are kept, and nothing is recorded until
  /// one is chosen.
  var isStray: Bool {
    !codes.isEmpty && !text.text.isEmpty && !codes.contains(text.text)
      && !codes.contains(text.text.lowercased())
  }

  /// Keeps words that are none of the codes, or takes the code that they turn out to begin.
  private mutating func stray(_ words: String) {
    text.replace(with: words)
    spelt = ""
    run = ""
    slip = ""
  }

  /// Takes a letter into words that are none of the codes.
  mutating func typeStray(_ letter: Character) { stray(text.text + String(letter)) }

  /// Says what is wrong with a choice that is none.
  mutating func complainOfStray(now: Instant) {
    guard isStray || !manyCodes.isEmpty, case .failure(let finding) = read(now: now) else { return }
    error = finding.sentence
  }

  /// Takes the last letter of what was spelt back, or the choice itself.
  mutating func unspell() {
    slip = ""
    if isStray {
      let rest = String(text.text.dropLast())
      if let match = rest.isEmpty ? nil : FormEntry.matches(rest, in: codes).first {
        take(match, spelling: rest.lowercased())
        run = rest
      } else {
        stray(rest.isEmpty ? before : rest)
      }
      return
    }
    guard spelt.count > 1 else {
      text.replace(with: "")
      spelt = ""
      return
    }
    spelt.removeLast()
    if let match = FormEntry.matches(spelt, in: codes).first { text.replace(with: match) }
  }

  /// Chooses codes that were pasted whole.
  ///
  /// - Parameter pasted: what was pasted; several with commas between where several may be chosen.
  /// - Returns: whether there are such codes.
  package mutating func choose(pasted: String) -> Bool {
    let wanted = pasted.trimmed.lowercased()
    if !manyCodes.isEmpty {
      let known = wanted.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isNewline })
        .compactMap { CodeWords.code(meant: String($0), among: manyCodes) }
      for code in known where !chosen.contains(code) { toggle(code) }
      if known.isEmpty { spelt += pasted.split(whereSeparator: \.isNewline).joined(separator: " ") }
      return !known.isEmpty
    }
    let match =
      codes.first { $0.lowercased() == wanted }
      ?? (choices.isEmpty ? CodeWords.code(meant: wanted, among: codes) : nil)
    guard let match else {
      let words = pasted.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
      if !words.isEmpty { stray(words) }
      return false
    }
    text.replace(with: match)
    error = nil
    return true
  }

  /// The codes that a person reads as fitting what was spelt: those that begin with it, then those of
  /// which a later word does.
  static func matches(_ spelt: String, in codes: [String]) -> [String] {
    let wanted = spelt.lowercased()
    // A code is typed as it is written, or in the words that are shown for it.
    func isBegun(_ code: String) -> Bool {
      code.lowercased().hasPrefix(wanted) || CodeWords.choice(code).lowercased().hasPrefix(wanted)
    }
    func hasWord(_ code: String) -> Bool {
      let said = CodeWords.choice(code).lowercased()
      return code.lowercased().split(separator: "-").dropFirst().contains { $0.hasPrefix(wanted) }
        || said.split(separator: " ").dropFirst().contains { $0.hasPrefix(wanted) }
    }
    return codes.filter(isBegun) + codes.filter { !isBegun($0) && hasWord($0) }
  }
}
