internal import Workflow

/// A child of the register, prepared for comparing.
struct FoldedChild: Sendable {
  let candidate: MatchCandidate
  let family: FoldedName
  let given: FoldedName
  let aliases: [FoldedName]
  let address: Set<String>
  let postcode: String
  let placement: [String]
  let worker: [String]

  init(_ candidate: MatchCandidate) {
    self.candidate = candidate
    family = FoldedName(candidate.familyName)
    given = FoldedName(candidate.givenNames)
    aliases = candidate.aliases.map(FoldedName.init)
    address = Set(Folding.words(candidate.address))
    postcode = Folding.words(candidate.postcode).joined()
    placement = Folding.words(candidate.placement).filter { $0.count > 2 && $0 != "carer" }
    worker = Folding.words(candidate.worker)
  }

  /// How far a family name agrees; an alias may be a whole name: "Sian Pryce", "Long Tran".
  func likeness(ofFamily family: FoldedName) -> Likeness {
    let likeness = Likeness.of(family, self.family)
    if likeness != .none { return likeness }
    let isAlias = aliases.contains { $0.words.count > 1 && Likeness.of(family, $0) >= .part }
    return isAlias ? .similar : .none
  }

  /// How far both halves of a name agree where they are turned round; nothing where one does not.
  func turned(family: FoldedName, given: FoldedName) -> (family: Likeness, given: Likeness)? {
    let turned = (family: Likeness.of(given, self.family), given: Likeness.of(family, self.given))
    return min(turned.family, turned.given) >= .part ? turned : nil
  }

  /// Whether a report with both halves of a name may mean the child: other given names may stand in the
  /// report, another family name is another child.
  func mayBear(family: FoldedName, given: FoldedName) -> Bool {
    likeness(ofFamily: family) != .none || turned(family: family, given: given) != nil
  }
}

/// What a report says of a child, prepared for comparing.
struct FoldedQuery {
  let name: String
  let family: FoldedName
  let given: FoldedName
  let aliases: [FoldedName]
  let born: CivilDate?
  let age: Int?
  let sex: String?
  let address: Set<String>
  let postcode: String
  let worker: [String]

  init(_ subject: SubjectDraft) {
    name = [subject.plain(.givenNames), subject.plain(.familyName)].compactMap { $0 }
      .joined(separator: " ")
    family = FoldedName(subject.plain(.familyName) ?? "")
    given = FoldedName(subject.plain(.givenNames) ?? "")
    aliases = subject.list(.aliases).map(FoldedName.init)
    born = subject.born
    age = subject.age
    sex = subject.plain(.sex)
    address = Set(Folding.words(subject.plain(.address) ?? ""))
    postcode = Folding.words(subject.plain(.postcode) ?? "").joined()
    worker = Folding.words(subject.plain(.worker) ?? "")
  }

  var hasName: Bool { !family.isEmpty || !given.isEmpty }
  var hasAddress: Bool { !address.isEmpty }
}

/// How a report's child and one of the register agree and differ.
struct Comparison {
  /// How two dates of birth stand to each other.
  enum Birthday {
    case unknown
    case same
    /// A day apart, day and month or two figures turned round, or the same day of another year.
    case near
    case other
  }

  /// Which of a child's addresses is the report's.
  enum Residence {
    case home
    case placement
  }

  let child: FoldedChild
  let family: Likeness
  let given: Likeness
  let isTurnedRound: Bool
  let birthday: Birthday
  let ageDiffers: Bool
  let sexDiffers: Bool
  let residence: Residence?
  let hasWorker: Bool
  private let query: FoldedQuery

  /// Compares, or gives nothing where neither name nor birthday has anything in common.
  init?(_ query: FoldedQuery, _ child: FoldedChild, on day: CivilDate) {
    var family = child.likeness(ofFamily: query.family)
    var given = Likeness.of(query.given, child.given)
    for alias in child.aliases { given = max(given, min(Likeness.of(query.given, alias), .part)) }
    for alias in query.aliases {
      given = max(given, min(Likeness.of(alias, child.given), .part))
      for other in child.aliases where alias.joined == other.joined { given = max(given, .part) }
    }
    let turned = child.turned(family: query.family, given: query.given)
    isTurnedRound = turned != nil && min(family, given) < .part
    if isTurnedRound, let turned { (family, given) = turned }
    let birthday = Comparison.birthday(query.born, child.candidate.born)
    guard family != .none || given == .same || birthday == .same else { return nil }
    self.child = child
    self.query = query
    self.family = family
    self.given = given
    self.birthday = birthday
    if let age = query.age, query.born == nil, let born = child.candidate.born {
      // A stated age is often a year out; more is another child.
      ageDiffers = abs(born.age(on: day) - age) > 1
    } else {
      ageDiffers = false
    }
    sexDiffers =
      !child.candidate.sex.isEmpty && query.sex != nil && query.sex != child.candidate.sex
    residence = Comparison.agree(query, child)
    hasWorker = Comparison.sharesWorker(query.worker, child.worker)
  }

  /// Whether both halves of the name agree so far that a person would think of this child.
  var isAlike: Bool {
    if query.given.isEmpty || query.family.isEmpty {
      return max(family, given) >= .part
    }
    return family != .none && given != .none
  }

  /// Whether the report's address is one of this child's.
  var livesThere: Bool { residence != nil }

  /// The better the name fits, the higher.
  var nameRank: Int { family.rawValue + given.rawValue - (isTurnedRound ? 1 : 0) }

  private var rank: Int {
    nameRank * 2 + (livesThere ? 5 : 0) + (hasWorker ? 2 : 0)
      + (birthday == .same ? 8 : birthday == .near ? 2 : 0)
  }

  static func better(_ left: Comparison, _ right: Comparison) -> Bool {
    if left.rank != right.rank { return left.rank > right.rank }
    return left.child.candidate.id < right.child.candidate.id
  }

  /// Whether nobody would hesitate between this child and another of the same birthday.
  func isClearlyBetter(than other: Comparison) -> Bool {
    if livesThere != other.livesThere { return livesThere }
    // The same names the other way round are the same names: forms often turn them.
    if isTurnedRound != other.isTurnedRound { return false }
    return nameRank > other.nameRank + 1
  }

  // MARK: In words

  /// What agrees.
  var because: [String] {
    var reasons: [String] = []
    if birthday == .same { reasons.append("date of birth agrees") }
    if family == .same, given >= .part, !isTurnedRound {
      reasons.append("name agrees")
    } else if isTurnedRound {
      reasons.append("name agrees, given and family name turned round")
    } else {
      reasons.append("name is alike")
    }
    switch residence {
    case .home?: reasons.append("home address agrees")
    case .placement?: reasons.append("address is the placement")
    case nil: break
    }
    if hasWorker { reasons.append("worker agrees") }
    if query.born == nil, query.age != nil, !ageDiffers { reasons.append("age fits") }
    return reasons
  }

  /// What agrees and what differs, where a person must choose: what tells several apart comes first.
  var standing: [String] {
    var words: [String] = []
    switch residence {
    case .home?: words.append("home address agrees")
    case .placement?: words.append("address is the placement")
    case nil where query.hasAddress && child.address.isEmpty: words.append("no address on record")
    case nil where query.hasAddress: words.append("lives elsewhere")
    case nil: break
    }
    switch birthday {
    case .same: words.append("date of birth agrees")
    case .near: words.append("date of birth nearly agrees")
    case .other: words.append("another date of birth")
    case .unknown where query.born != nil: words.append("no date of birth on record")
    case .unknown: break
    }
    return words + because.filter { !words.contains($0) }
  }

  /// What differs and must be settled before the match stands.
  var confirm: [String] {
    var differences: [String] = []
    let record = child.candidate
    if isTurnedRound || family != .same || given < .part {
      differences.append(
        "name: the report has \(query.name), the register \(record.givenNames) \(record.familyName)"
      )
    }
    if query.born == nil {
      let held = record.born.map { "; the register has \($0.spoken)" } ?? ""
      differences.append("date of birth: the report gives none" + held)
    }
    if let age = query.age, query.born == nil, let born = record.born, ageDiffers {
      differences.append("age: the report has \(age), the register \(born.spoken)")
    }
    if query.hasAddress, !livesThere, !record.address.isEmpty {
      differences.append("address: the register has \(record.address)")
    }
    return differences
  }

  // MARK: Parts

  static func birthday(_ left: CivilDate?, _ right: CivilDate?) -> Birthday {
    guard let left, let right else { return .unknown }
    if left == right { return .same }
    if abs(left.daysSince1970 - right.daysSince1970) <= 1 { return .near }
    if left.year == right.year, left.month == right.day, left.day == right.month { return .near }
    if left.month == right.month, left.day == right.day, abs(left.year - right.year) <= 1 {
      return .near
    }
    guard left.year == right.year, left.month == right.month else { return .other }
    return left.day == right.day % 10 * 10 + right.day / 10 ? .near : .other
  }

  private static func agree(_ query: FoldedQuery, _ child: FoldedChild) -> Residence? {
    if !child.placement.isEmpty, child.placement.allSatisfy({ query.address.contains($0) }) {
      return .placement
    }
    // A short form of the placement: "Tanglewick".
    if query.address.count == 1, let word = query.address.first, word.count > 4 {
      if child.placement.contains(word) { return .placement }
      if child.address.contains(word) { return .home }
    }
    guard !query.address.isEmpty else { return nil }
    let shared = query.address.intersection(child.address)
    let numbers = shared.filter { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    let words = shared.filter { $0.count > 2 && !$0.contains(where: \.isNumber) }
    if !query.postcode.isEmpty, query.postcode == child.postcode {
      return numbers.isEmpty ? nil : .home
    }
    return !numbers.isEmpty && words.count >= 2 ? .home : nil
  }

  private static func sharesWorker(_ left: [String], _ right: [String]) -> Bool {
    guard let family = right.last, left.contains(family), let first = right.first?.first else {
      return false
    }
    return left.contains { $0.first == first && $0 != family } || left.count == 1
  }
}
