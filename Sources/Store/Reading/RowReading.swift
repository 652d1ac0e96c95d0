import GRDB
import Workflow

// How rows of the read tables become values. By position and without Codable: these are the hot paths.

extension StepRow {
  /// The columns, in the order in which `init(_:asOf:)` reads them; `s`, `c` and `e` name the tables.
  static let columns = """
    s.id, s.child, c.family_name, c.given_names, c.born, c.restricted, s.record, s.episode,
    s.episode_number, s.sort_due < 0, s.step, s.title, s.tray, s.role, s.opens, s.due,
    s.planned, s.outcome, s.done_at, s.late, s.chair, s.rules, s.learnt_late, s.note,
    coalesce(e.attempts, 0)
    """

  init(_ row: Row, today: CivilDate) {
    id = row[0]
    child = row[1]
    let family: String = row[2]
    let given: String = row[3]
    childName = given.isEmpty ? family : family.isEmpty ? given : "\(family), \(given)"
    let born: String? = row[4]
    childAge = born.flatMap { CivilDate(iso: $0) }?.age(on: today)
    isRestricted = row[5]
    record = row[6]
    episode = row[7]
    episodeNumber = row[8]
    isAtOnce = row[9]
    step = row[10]
    title = row[11]
    tray = Tray(rawValue: row[12]) ?? .frontDoor
    role = Role(rawValue: row[13]) ?? .frontDoor
    opens = Instant(seconds: row[14])
    due = Instant(row[15])
    planned = Instant(row[16])
    outcome = row[17]
    doneAt = Instant(row[18])
    isLate = row[19]
    let chair: String? = row[20]
    self.chair = chair.flatMap(Role.init(rawValue:))
    let rules: String = row[21]
    self.rules = rules.split(separator: " ").map(String.init)
    learntLate = row[22]
    note = row[23]
    attempts = row[24]
  }
}

extension ChildRow {
  static let columns = """
    c.id, c.family_name, c.given_names, c.aliases, c.born, c.address, c.postcode, c.status,
    c.allocated, c.worker, c.team, c.placement_kind, c.placement, c.markers, c.restricted,
    c.episodes, c.away, c.version
    """

  init(_ row: Row) {
    id = row[0]
    familyName = row[1]
    givenNames = row[2]
    aliases = TextList.read(row[3])
    let born: String? = row[4]
    self.born = born.flatMap { CivilDate(iso: $0) }
    address = row[5]
    postcode = row[6]
    let status: String? = row[7]
    self.status = status.flatMap(ChildStatus.init(rawValue:))
    isAllocated = row[8]
    worker = row[9]
    team = row[10]
    placementKind = row[11]
    placement = row[12]
    markers = TextList.read(row[13])
    isRestricted = row[14]
    episodes = row[15]
    isAway = row[16]
    version = row[17]
  }
}

extension RecordRow {
  static let columns = """
    reference, child, opened, opened_by, stage, closed, finalised, procedure, procedure_version,
    procedure_hash
    """

  init(_ row: Row) {
    reference = row[0]
    child = row[1]
    opened = Instant(row[2])
    openedBy = row[3]
    stage = Stage(rawValue: row[4]) ?? .contact
    closed = Instant(row[5])
    finalised = Instant(row[6])
    procedure = row[7]
    let version: String? = row[8]
    procedureVersion = version.flatMap { Int($0) }
    procedureHash = row[9]
  }
}

extension EpisodeRow {
  static let columns = """
    reference, child, number, record, started, category, missing_from, risk, police_risk,
    police_ref, found, returned, away, attempts, offered, interviewed, declined, place_found,
    place_returned, basis
    """

  init(_ row: Row) {
    reference = row[0]
    child = row[1]
    number = row[2]
    record = row[3]
    started = Instant(row[4])
    category = (row[5] as String?).flatMap(Category.init(rawValue:))
    from = (row[6] as String?).flatMap(MissingFrom.init(rawValue:))
    risk = (row[7] as String?).flatMap(Risk.init(rawValue:))
    policeRisk = (row[8] as String?).flatMap(Risk.init(rawValue:))
    policeReference = row[9]
    found = Instant(row[10])
    returned = Instant(row[11])
    isAway = row[12]
    attempts = row[13]
    offered = Instant(row[14])
    interviewed = Instant(row[15])
    declined = Instant(row[16])
    placeFound = row[17]
    placeReturned = row[18]
    basis = MissingStart.Basis(rawValue: row[19] ?? "") ?? .stated
  }
}

extension ChildBack {
  /// The child's columns, then when the child went, when the child was back, and the police's reference.
  init(_ row: Row) {
    child = ChildRow(row)
    started = Instant(seconds: row[18])
    returned = Instant(seconds: row[19])
    policeReference = row[20]
  }
}

extension ReportRow {
  static let columns = """
    reference, received, kind, source, police_ref, state, child, decision, triaged, triaged_by,
    named, risk, missing_from, last_seen, found, returned, aside
    """

  init(_ row: Row) {
    reference = row[0]
    received = Instant(seconds: row[1])
    kind = row[2] ?? ""
    source = row[3] ?? ""
    policeReference = row[4]
    isWaiting = row[5] == "waiting"
    child = row[6]
    decision = row[7]
    triaged = Instant(row[8])
    triagedBy = row[9]
    named = row[10]
    var gist = ReportGist()
    gist.risk = (row[11] as String?).flatMap(Risk.init(rawValue:))
    gist.from = (row[12] as String?).flatMap(MissingFrom.init(rawValue:))
    gist.lastSeen = Instant(row[13])
    gist.found = Instant(row[14])
    gist.returned = Instant(row[15])
    self.gist = gist
    aside = Instant(row[16])
  }
}

extension StaffMember {
  static let columns = "id, name, roles, login"

  init(_ row: Row) {
    id = row[0]
    name = row[1]
    roles = TextList.read(row[2]).compactMap(Role.init(rawValue:))
    login = row[3]
  }
}

extension Instant {
  /// An instant from a column of seconds, or nothing from NULL.
  fileprivate init?(_ seconds: Int64?) {
    guard let seconds else { return nil }
    self.init(seconds: seconds)
  }
}
