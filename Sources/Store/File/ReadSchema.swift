/// The read tables: what trays, lists and search read, all of it derived from the journal.
enum ReadSchema {
  /// A read table whose rows each belong to one child.
  struct Table: Sendable {
    /// Its name.
    let name: String
    /// Its columns in order, the key first.
    let columns: [String]
    /// The column that names the child.
    let child: String
    let insert: String
    let delete: String
    let ofChild: String

    init(_ name: String, child: String = "child", _ columns: [String]) {
      self.name = name
      self.columns = columns
      self.child = child
      let places = columns.map { _ in "?" }.joined(separator: ", ")
      let list = columns.joined(separator: ", ")
      insert = "INSERT INTO \(name) (\(list)) VALUES (\(places))"
      delete = "DELETE FROM \(name) WHERE \(columns[0]) = ?"
      ofChild = "SELECT \(list) FROM \(name) WHERE \(child) = ?"
    }
  }

  static let children = Table(
    "children", child: "id",
    [
      "id", "latest", "version", "family_name", "given_names", "aliases", "folded", "born", "sex",
      "address", "postcode", "status", "allocated", "worker", "team", "placement_kind",
      "placement", "responsible_authority", "host_authority", "resident", "markers", "restricted",
      "episodes", "away",
    ])
  static let records = Table(
    "records",
    [
      "reference", "child", "opened", "opened_by", "stage", "closed", "finalised", "procedure",
      "procedure_version", "procedure_hash", "interviewer",
      "harm", "passed_by",
    ])
  static let episodes = Table(
    "episodes",
    [
      "reference", "child", "number", "record", "started", "basis", "category", "missing_from",
      "risk", "police_risk", "police_ref", "found", "returned", "away", "attempts", "offered",
      "interviewed", "declined", "place_found", "place_returned", "unsafe",
      "whereabouts", "interview_risk",
    ])
  static let steps = Table(
    "steps",
    [
      "id", "child", "record", "episode", "episode_number", "step", "title", "tray", "role",
      "opens", "due", "sort_due", "planned", "outcome", "done_at", "late", "chair", "rules",
      "learnt_late", "note", "folded", "leads", "other",
    ])
  static let attempts = Table(
    "attempts",
    ["id", "child", "episode", "seq", "at", "offered_to", "how", "answer", "by_name"])

  /// The tables whose rows belong to children, in the order in which they are written.
  static let ofChildren = [children, records, episodes, steps, attempts]

  /// Every read table by its name, the search index included.
  static let names =
    ofChildren.map(\.name) + ["reports", "staff", "desk", "counters", "commands", "search"]

  /// What makes them.
  ///
  /// The partial indexes of open steps name `outcome` once more: only then does SQLite answer from
  /// the index alone.
  static let statements = [
    """
    CREATE TABLE children (
      id TEXT PRIMARY KEY, latest INTEGER NOT NULL UNIQUE, version INTEGER NOT NULL,
      family_name TEXT NOT NULL, given_names TEXT NOT NULL, aliases TEXT NOT NULL,
      folded TEXT NOT NULL, born TEXT, sex TEXT, address TEXT, postcode TEXT, status TEXT,
      allocated INTEGER, worker TEXT, team TEXT, placement_kind TEXT, placement TEXT,
      responsible_authority TEXT, host_authority TEXT, resident INTEGER, markers TEXT NOT NULL,
      restricted INTEGER NOT NULL, episodes INTEGER NOT NULL, away INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX children_by_name ON children (folded, id);
    """,
    """
    CREATE TABLE records (
      reference TEXT PRIMARY KEY, child TEXT NOT NULL, opened INTEGER, opened_by TEXT,
      stage TEXT NOT NULL, closed INTEGER, finalised INTEGER, procedure TEXT,
      procedure_version TEXT, procedure_hash TEXT, interviewer TEXT,
      harm INTEGER NOT NULL, passed_by TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX records_of_child ON records (child);
    """,
    """
    CREATE TABLE episodes (
      reference TEXT PRIMARY KEY, child TEXT NOT NULL, number INTEGER NOT NULL,
      record TEXT NOT NULL, started INTEGER, basis TEXT, category TEXT, missing_from TEXT,
      risk TEXT, police_risk TEXT, police_ref TEXT, found INTEGER, returned INTEGER,
      away INTEGER NOT NULL, attempts INTEGER NOT NULL, offered INTEGER, interviewed INTEGER,
      declined INTEGER, place_found TEXT, place_returned TEXT,
      unsafe INTEGER NOT NULL, whereabouts TEXT, interview_risk TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX episodes_of_child ON episodes (child, started);
    CREATE INDEX episodes_by_start ON episodes (started, child, returned, interviewed, offered);
    CREATE INDEX episodes_by_police_ref ON episodes (police_ref) WHERE police_ref IS NOT NULL;
    CREATE INDEX episodes_away ON episodes (started) WHERE away = 1;
    """,
    """
    CREATE TABLE steps (
      id TEXT PRIMARY KEY, child TEXT NOT NULL, record TEXT NOT NULL, episode TEXT NOT NULL,
      episode_number INTEGER NOT NULL, step TEXT NOT NULL, title TEXT NOT NULL,
      tray TEXT NOT NULL, role TEXT NOT NULL, opens INTEGER NOT NULL, due INTEGER,
      sort_due INTEGER NOT NULL, planned INTEGER, outcome TEXT NOT NULL, done_at INTEGER,
      late INTEGER NOT NULL, chair TEXT, rules TEXT NOT NULL, learnt_late INTEGER NOT NULL,
      note TEXT, folded TEXT NOT NULL, leads INTEGER NOT NULL, other INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX steps_of_child ON steps (child);
    CREATE INDEX steps_by_child ON steps (tray, folded, sort_due, id, opens, outcome)
      WHERE outcome = 'open';
    CREATE INDEX steps_by_limit ON steps (due, step, outcome, late) WHERE due IS NOT NULL;
    CREATE INDEX steps_by_opening ON steps (tray, opens, id, outcome) WHERE outcome = 'open';
    CREATE INDEX steps_in_tray ON steps (tray, sort_due, id, opens, outcome, due)
      WHERE outcome = 'open';
    CREATE INDEX steps_leading ON steps (tray, sort_due, id, opens, other, outcome, leads)
      WHERE outcome = 'open' AND leads = 1;
    CREATE INDEX steps_by_due ON steps (sort_due, id, opens, outcome) WHERE outcome = 'open';
    """,
    """
    CREATE TABLE attempts (
      id TEXT PRIMARY KEY, child TEXT NOT NULL, episode TEXT NOT NULL, seq INTEGER NOT NULL,
      at INTEGER NOT NULL, offered_to TEXT, how TEXT, answer TEXT, by_name TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX attempts_of_child ON attempts (child);
    """,
    """
    CREATE TABLE reports (
      reference TEXT PRIMARY KEY, seq INTEGER NOT NULL, received INTEGER NOT NULL, kind TEXT,
      source TEXT, police_ref TEXT, digest TEXT NOT NULL UNIQUE, state TEXT NOT NULL,
      child TEXT, decision TEXT, triaged INTEGER, triaged_by TEXT, subjects_left INTEGER NOT NULL,
      named TEXT, risk TEXT, missing_from TEXT, last_seen INTEGER, found INTEGER, returned INTEGER,
      aside INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX reports_waiting ON reports (received, reference) WHERE state = 'waiting';
    CREATE INDEX reports_aside ON reports (aside DESC, reference) WHERE aside IS NOT NULL;
    CREATE INDEX reports_of_child ON reports (child) WHERE child IS NOT NULL;
    """,
    """
    CREATE TABLE staff (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, roles TEXT NOT NULL, login TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX staff_by_login ON staff (login) WHERE login IS NOT NULL;
    """,
    "CREATE TABLE desk (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE commands (
      id TEXT PRIMARY KEY, first INTEGER NOT NULL, count INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE VIRTUAL TABLE search USING fts5(
      words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3', columnsize = 0)
    """,
  ]
}
