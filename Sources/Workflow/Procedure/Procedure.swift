/// One version of an authority's procedure, read from its pack.
package struct Procedure: Sendable {
  /// The id, such as `lambeth-2023`; never used again for another.
  package let id: String
  /// What people call it.
  package let title: String
  /// Whose it is; at a desk, whose desk: that tells the own children from another authority's.
  package private(set) var authority: String
  /// The version, counted from 1 in the order of its dates.
  package let version: Int
  /// SHA-256 of the pack, in hexadecimal: what a record is pinned to.
  package let contentHash: String
  /// Names that the pack gives to conditions that many rules share, in its order.
  package let definitions: [Definition]
  /// Rules that make work steps.
  package let rules: [Rule]
  /// Who chairs what from when.
  package let chairs: [ChairRung]
  /// What is refused.
  package let guards: [Guard]
  /// What is shown when.
  package let prompts: [Prompt]
  /// The documents that its rules come from, those of a composed procedure in the order of its parts.
  package let documents: [RuleDocument]
  /// Where what comes in is met first.
  package let routes: [Route]
  /// What a record is rated with its opening; the first that applies.
  package let provisional: [Provisional]
  /// Whom to reach, as far as the authority has filled it in.
  package let directory: [DirectoryEntry]
  /// Who must acknowledge a closure before the record is finished.
  package let acknowledgedBy: [Role]
  /// The authority's own names for trays.
  package let trayTitles: [Tray: String]
  /// The authority's own names for roles.
  package let roleTitles: [Role: String]
  /// The bank holidays that working days leave out.
  package let holidays: BankHolidays
  /// The facts that the rules and the chairs ask for.
  let facts: [Fact]
  private let asking: Once<Questions>
  private let placesOfStep: [StepName: [Int]]

  /// Makes a procedure.
  package init(
    id: String, title: String, authority: String, version: Int, contentHash: String,
    definitions: [Definition] = [], rules: [Rule],
    chairs: [ChairRung], guards: [Guard], prompts: [Prompt],
    documents: [RuleDocument]? = nil, routes: [Route] = [], provisional: [Provisional] = [],
    directory: [DirectoryEntry] = [], acknowledgedBy: [Role],
    trayTitles: [Tray: String] = [:],
    roleTitles: [Role: String] = [:],
    holidays: BankHolidays = .england
  ) {
    self.id = id
    self.title = title
    self.authority = authority
    self.version = version
    self.contentHash = contentHash
    self.definitions = definitions
    self.rules = rules
    self.chairs = chairs
    self.guards = guards
    self.prompts = prompts
    self.documents =
      documents
      ?? [
        RuleDocument(
          title: title, authority: authority,
          codes: Set((rules.flatMap(\.realises) + prompts.map(\.rule)).map(RuleDocument.code))
            .subtracting([RuleDocument.ofDesk]))
      ]
    self.routes = routes
    self.provisional = provisional
    self.directory = directory
    self.acknowledgedBy = acknowledgedBy
    self.trayTitles = trayTitles
    self.roleTitles = roleTitles
    self.holidays = holidays
    let asked = Set((rules.map(\.when) + chairs.map(\.when)).flatMap(\.facts))
    facts = Fact.allCases.filter(asked.contains)
    asking = Once { Questions(rules: rules, chairs: chairs) }
    placesOfStep = Dictionary(grouping: rules.indices) { rules[$0].step }
  }

  /// What the rules and the chairs ask of an episode.
  var questions: Questions { asking.value }

  /// Where among the rules those stand that make a step.
  func places(of step: StepName) -> [Int] { placesOfStep[step] ?? [] }

  /// The procedure as an authority works by it, whoever wrote it.
  package func adopted(by authority: String) -> Procedure {
    var adopted = self
    adopted.authority = authority
    return adopted
  }

  /// The authority's name for a tray.
  package func title(of tray: Tray) -> String { trayTitles[tray] ?? tray.title }

  /// The authority's name for a role.
  package func title(of role: Role) -> String { roleTitles[role] ?? role.title }

  /// Who must acknowledge the closure of a record.
  ///
  /// An absence for which no interview is asked is closed by the missing coordinator, who then has
  /// nothing left to acknowledge (L23-24).
  package func acknowledgers(of record: MissingRecord) -> [Role] {
    acknowledgedBy.filter { !(record.closed?.by.role == $0 && record.closedWithoutInterview) }
  }
}
