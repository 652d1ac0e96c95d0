/// A time of day as it is said on the telephone: `half nine`, `half past nine`, `quarter to 10`.
enum SpokenClock {
  private static let hours = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  /// Makes one word of a time of day that ends the words: `half nine` is `9:30`, as it is in Britain.
  ///
  /// - Parameter words: the words, in small letters; what they end with is joined where it is such a time.
  static func join(_ words: inout [String]) {
    guard let hour = words.last.flatMap(hour) else { return }
    let before = Array(words.dropLast())
    for (said, minutes) in [
      (["half", "past"], 30), (["half"], 30), (["quarter", "past"], 15), (["quarter", "to"], -15),
    ] where before.suffix(said.count).elementsEqual(said) {
      // A quarter to one is before one, after twelve.
      let whole = minutes < 0 ? (hour == 1 ? 12 : hour - 1) : hour
      words = before.dropLast(said.count) + ["\(whole):\(minutes < 0 ? 60 + minutes : minutes)"]
      return
    }
  }

  private static func hour(_ word: String) -> Int? {
    hours.firstIndex(of: word).map { $0 + 1 }
      ?? Int(word).flatMap { (1...12).contains($0) ? $0 : nil }
  }
}
