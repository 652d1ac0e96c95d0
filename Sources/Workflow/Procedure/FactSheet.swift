/// What some facts are in one situation, read once.
struct FactSheet {
  private var allBits: [UInt64]
  private var numbers: [Int]

  init(_ facts: [Fact], in situation: Situation) {
    allBits = Array(repeating: 0, count: Fact.allCases.count)
    numbers = Array(repeating: 0, count: Fact.allCases.count)
    for fact in facts { read(fact, in: situation) }
  }

  /// Reads a fact, also anew in another situation.
  mutating func read(_ fact: Fact, in situation: Situation) {
    let reading = situation.reading(of: fact)
    allBits[fact.place] = reading.bits(of: fact)
    numbers[fact.place] = reading.number ?? 0
  }

  /// Its values: a bit for each, by its place in the fact's list.
  func bits(of fact: Fact) -> UInt64 { allBits[fact.place] }

  /// The number; 0 where it is not known.
  func number(of fact: Fact) -> Int { numbers[fact.place] }

  /// A bit for each fact that is another one here, by the fact's place.
  func differences(from other: FactSheet) -> UInt64 {
    var differences: UInt64 = 0
    for place in allBits.indices
    where allBits[place] != other.allBits[place] || numbers[place] != other.numbers[place] {
      differences |= 1 << UInt64(place)
    }
    return differences
  }
}
