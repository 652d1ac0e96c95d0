/// The names of houses in which children live, as a mailbox or a signature has them: `alderlodge@…`, `Alder Lodge`.
enum HouseNames {
  /// Whether who writes does so from a house: as words, or as a name in one word.
  ///
  /// - Parameter from: the sender with the mailbox.
  /// - Returns: whether it is so.
  static func isOne(from: String) -> Bool {
    Folding.words(from).contains { isHouse($0) || ["house", "lodge"].contains($0) }
  }

  /// Whether the last lines of a letter are signed so: `Jo, Alderlodge`, the name of the house by itself or last.
  ///
  /// - Parameter body: what its writer wrote, without what is quoted.
  /// - Returns: whether it is so.
  static func isSigned(_ body: String) -> Bool {
    let lines = SourceText.lines(body).map { SourceText.trimmed($0) }.filter { !$0.isEmpty }
    return lines.count > 2
      && lines.suffix(4).dropFirst(lines.count > 4 ? 0 : 1).contains { line in
        let name = line.split { ",-\u{2013}(|".contains($0) }.last ?? ""
        let words = name.split(separator: " ")
        // A sentence that ends in a house is no signature.
        guard (1...3).contains(words.count), line.last?.isLetter == true,
          words.allSatisfy({ $0.first?.isUppercase == true }), let last = words.last
        else { return false }
        let plain = Folding.fold(String(last))
        return isHouse(plain) || words.count > 1 && ["house", "lodge"].contains(plain)
      }
  }

  /// `alderlodge`, `brackenfoldhousecare`: a name that ends in what a house is called.
  private static func isHouse(_ word: String) -> Bool {
    var name = word
    for ending in ["care", "homes", "home", "group", "ltd"] where name.hasSuffix(ending) {
      name.removeLast(ending.count)
      break
    }
    return ["house", "lodge"].contains { name.hasSuffix($0) && name.count >= $0.count + 3 }
      && !others.contains { name.hasSuffix($0) }
  }

  /// What ends so and is no house of children.
  private static let others = [
    "warehouse", "courthouse", "schoolhouse", "clubhouse", "coffeehouse", "farmhouse", "powerhouse",
    "lighthouse", "greenhouse", "hothouse", "guardhouse", "alehouse",
  ]
}
