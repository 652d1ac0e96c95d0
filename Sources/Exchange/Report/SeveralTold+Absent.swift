internal import Workflow

// Of those whom a letter names with an age the ones who are said to be away themselves: a friend with whom a child may
// be is named with an age as well.

extension SeveralTold {
  /// Those whom a sentence that tells of an absence begins with, or calls missing, and who is joined to one of them
  /// by an "and": `Ellie Marsh (15, born 4 March 2011) and Sam Whitlock (14) have not come home`.
  var absent: [Named] {
    var told: [Named] = []
    for one in named {
      // A letter that quotes itself names the same child twice.
      if told.contains(where: { $0.name.whole == one.name.whole }) { continue }
      if isSubject(one) || told.last.map({ isJoined(one, to: $0) }) ?? false { told.append(one) }
    }
    return told
  }

  private func isSubject(_ one: Named) -> Bool {
    let start = one.place.lowerBound
    // `Neither Priya Nair, aged 14, nor …`: what is denied of both is that they are back.
    if start > 0, ["missing", "missing:", "neither"].contains(plain(start - 1)) { return true }
    guard start == 0 || endsSentence(start - 1) else { return false }
    let verb = (one.place.upperBound..<words.endIndex).prefix(2).map(plain)
    guard SeveralTold.telling.isDisjoint(with: verb) else { return false }
    // An age in brackets ends no sentence, though a full stop stands behind it.
    let end = words[start...].indices.first { $0 >= one.place.upperBound && endsSentence($0) }
    let sentence = words[start...(end ?? words.endIndex - 1)].map { String($0.text) }
    return SeveralTold.isAbsence(Folding.words(sentence.joined(separator: " ")))
  }

  private func endsSentence(_ place: Int) -> Bool {
    words[place].text.last.map { ".!?:;".contains($0) } ?? true || endsGreeting(place)
      // What stands in a paragraph of its own is no part of the sentence behind it.
      || words.indices.contains(place + 1) && words[place + 1].line > words[place].line + 1
  }

  private func isJoined(_ one: Named, to other: Named) -> Bool {
    guard other.place.upperBound <= one.place.lowerBound else { return false }
    let between = (other.place.upperBound..<one.place.lowerBound).map(plain)
    return between.allSatisfy { word in
      SeveralTold.joining.contains(word) || word.allSatisfy { $0.isNumber || "/.-".contains($0) }
        || CivilDate.months.contains { word.hasPrefix($0.lowercased()) }
    }
  }

  /// Who tells of an absence is not the one who is away.
  private static let telling: Set = [
    "says", "said", "told", "thinks", "thought", "saw", "reported", "reports", "rang", "called",
    "heard", "knows",
  ]
  private static let joining: Set = ["", "and", "nor", "&", "born", "dob", "both", "also", "of"]
}
