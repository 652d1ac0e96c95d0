import GRDB
package import Workflow

/// Who a child is by name and birthday: by this the register keeps a child from being entered twice.
package struct SameChild: Sendable, Hashable {
  private let born: String
  private let family: String
  private let given: String

  /// Makes a description; nothing where the name or the birthday is missing, because then nobody can
  /// say that two are one.
  package init?(familyName: String, givenNames: String, born: CivilDate?) {
    guard let born else { return nil }
    self.born = born.iso
    family = folded(familyName)
    given = SameChild.first(folded(givenNames))
    if family.isEmpty || given.isEmpty { return nil }
  }

  /// Makes a description from what a child is registered with.
  init?(_ facts: Body) {
    self.init(
      familyName: facts[.familyName] ?? "", givenNames: facts[.givenNames] ?? "",
      born: facts[.born])
  }

  /// The children on the register whom it describes: the same birthday, family name and first given
  /// name, accents and capitals aside, whichever of the names comes first.
  func children(_ db: Database) throws -> [ChildRow] {
    let sql = "SELECT \(ChildRow.columns) FROM children c WHERE c.born = ? ORDER BY c.id"
    return try Row.fetchAll(try db.cachedStatement(sql: sql), arguments: [born]).map(ChildRow.init)
      .filter { row in
        let (family, given) = (folded(row.familyName), folded(row.givenNames))
        let isSame = family == self.family && SameChild.first(given) == self.given
        return isSame || given == self.family && SameChild.first(family) == self.given
      }
  }

  /// Refuses to enter a child who is on the register already.
  ///
  /// - Parameters:
  ///   - others: the ids of those whom somebody has looked at and found to be other children.
  ///   - db: where the register is.
  /// - Throws: a refusal that names the child and the way forward.
  func refuse(besides others: Set<String>, _ db: Database) throws {
    guard let known = try children(db).first(where: { !others.contains($0.id) }) else { return }
    let born = known.born.map { ", born \($0.spoken)," } ?? ""
    let sentence =
      "\(known.name)\(born) is on the register as \(known.id). Choose that child, or say why this "
      + "is another one."
    throw Refusal(.rule, sentence, findings: [FormFinding(field: "child", sentence: sentence)])
  }

  private static func first(_ names: String) -> String {
    names.split(separator: " ").first.map(String.init) ?? ""
  }
}

extension Records {
  /// The children on the register of the same name and birthday.
  package func children(same child: SameChild) throws -> [ChildRow] {
    try look(.children) { try child.children($0) }
  }

  /// Where a police reference stands on this desk: the episodes and the reports that have it.
  package func places(
    ofPoliceReference reference: String
  ) throws -> (episodes: [EpisodeRow], reports: [ReportRow]) {
    let arguments: StatementArguments = [reference, reference.uppercased()]
    return try look(.children) { db in
      let episodes = try rows(
        db,
        "SELECT \(EpisodeRow.columns) FROM episodes WHERE police_ref IN (?, ?) "
          + "ORDER BY started DESC", arguments, EpisodeRow.init)
      let reports = try rows(
        db,
        "SELECT \(ReportRow.columns) FROM reports WHERE police_ref IN (?, ?) "
          + "ORDER BY received DESC", arguments, ReportRow.init)
      return (episodes, reports)
    }
  }
}
