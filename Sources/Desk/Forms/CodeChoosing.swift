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

// Several codes in one line: a letter narrows the list, Space takes or leaves the one that has the keys.

extension FormEntry {
  /// What is chosen, in the order of choosing.
  var chosen: [String] {
    text.text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// The codes that fit what was spelt.
  var fitting: [String] { FormEntry.matches(spelt, in: manyCodes) }

  /// The code that Space takes or leaves.
  var offered: String? {
    fitting.indices.contains(candidate) ? fitting[candidate] : fitting.first
  }

  /// Takes a code, or leaves it where it is taken already.
  mutating func toggle(_ code: String) {
    let rest = chosen.filter { $0 != code }
    text.replace(with: (rest.count == chosen.count ? rest + [code] : rest).joined(separator: ", "))
    spelt = ""
    candidate = manyCodes.firstIndex(of: code) ?? 0
    error = nil
  }

  /// Narrows the list by a letter.
  ///
  /// - Returns: whether any code fits.
  mutating func narrow(by letter: Character) -> Bool {
    spelt += letter.lowercased()
    candidate = 0
    return !fitting.isEmpty
  }

  /// Goes to the next or the previous code that fits.
  mutating func moveCandidate(forward: Bool) {
    guard !fitting.isEmpty else { return }
    candidate = (candidate + (forward ? 1 : fitting.count - 1)) % fitting.count
  }

  /// What is wrong where no code is meant, with the words for all that there are; nothing where it is not
  /// about codes.
  var noChoice: String? {
    guard choices.isEmpty, field.input != .flag else { return nil }
    let all = codes + manyCodes
    guard !all.isEmpty else { return nil }
    let typed = manyCodes.isEmpty ? [text.text.trimmed] : chosen
    let strange = typed.filter { CodeWords.code(meant: $0, among: all) == nil }
    guard !strange.isEmpty else { return nil }
    let said = strange.map { "'\($0)'" }.joined(separator: ", ")
    // Letters that begin one choice each were meant for several.
    if !manyCodes.isEmpty, let run = strange.first, (2...4).contains(run.count) {
      let begun = run.map { letter in
        (letter, FormEntry.matches(String(letter), in: all).first.map(CodeWords.choice))
      }
      if begun.allSatisfy({ $0.1 != nil }) {
        let each = begun.map { "\($0.0) \($0.1 ?? "")" }.joined(separator: ", ")
        return "\(said) is none of them. Space behind each letter takes it: \(each)"
      }
    }
    return "\(said) is none of: \(all.map(CodeWords.choice).joined(separator: ", "))"
  }

  /// Takes the words for an answer that letters begin, by Space or when the line is left.
  ///
  /// - Returns: whether one was taken.
  mutating func takeWords(isLeaving: Bool) -> Bool {
    guard isOfWords, text.isAtEnd || isLeaving else { return false }
    let typed = text.text.trimmed.lowercased()
    let fits = suggestions.filter { words in
      let said = words.lowercased()
      return said != typed
        && (said.hasPrefix(typed) || said.split(separator: " ").contains { $0.hasPrefix(typed) })
    }
    let isMeant =
      isLeaving
      // Whoever leaves the line has chosen only where one thing can be meant.
      ? !typed.isEmpty && fits.count == 1
      // A space that goes on with the words is typed: `a ` of `a parent`.
      : !fits.contains { $0.lowercased().hasPrefix(typed + " ") } && !suggestions.contains(typed)
    guard isMeant, let words = fits.first else { return false }
    text.replace(with: words)
    return true
  }

  /// What was begun to be spelt counts when the line is left: it was meant.
  ///
  /// Words that fit no code are kept among the others, to be looked at.
  mutating func settle() {
    _ = takeWords(isLeaving: true)
    if !spelt.trimmed.isEmpty, !manyCodes.isEmpty {
      let code = offered ?? spelt.trimmed
      if !chosen.contains(code) { toggle(code) }
    }
    spelt = ""
    slip = ""
    candidate = 0
  }
}
