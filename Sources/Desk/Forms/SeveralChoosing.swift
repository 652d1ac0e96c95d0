import Workflow

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

  /// Takes what was chosen in the list of all that the line offers.
  mutating func take(_ codes: [String]) {
    let words = codes.joined(separator: ", ")
    if self.codes.isEmpty, manyCodes.isEmpty {
      text.replaceAll(with: words)
      isBehindWords = isOfWords
    } else {
      text.replace(with: words)
    }
    (spelt, run, slip) = ("", "", "")
    candidate = codes.last.flatMap { manyCodes.firstIndex(of: $0) } ?? 0
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
        && (said.hasPrefix(typed)
          // A whole word before a space is written, not spelt: `school says …`.
          || said.split(separator: " ").contains {
            $0.hasPrefix(typed) && (isLeaving || $0 != typed)
          })
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
