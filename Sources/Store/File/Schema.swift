import GRDB

/// The tables of a desk's file.
///
/// `journal` and `drafts` are what people typed and are never dropped. Everything in `ReadSchema`
/// follows from the journal and can be made anew.
enum Schema {
  /// "home" in the file's head: what tells a desk from other databases.
  static let application = 0x686F_6D65
  /// The version of the file that this program writes.
  ///
  /// 1 is the first; 2 has what each person saw and set, and read tables that sort by child and count
  /// interviews; 3 has steps that are held, and counts late what was refused or called off too late;
  /// 4 has the names that reports give, counts an absence of which nobody knows the start from the
  /// earliest report, and says which step of a child stands for the others of its tray and what was left
  /// undone; 5 has what a report says of how pressing it is, and who sent an open step's record back or
  /// moved the step; 6 puts what is to be done at once before what is overdue; 7 says
  /// whose each interview is; 8 says what each interview rated; 9 knows what people agreed that somebody does by
  /// a time, ends what a meeting's decision on the risk leaves nobody asking for, and puts what is planned where
  /// its time is; 10 puts the rating of a child in danger among what is to be done at once; 11 knows of which reports
  /// somebody was set aside, whoever else of them waits or is triaged; 12 knows which stages a record went past
  /// without what is done there, and counts a child as in danger while nobody says whether the place to which it
  /// came back is safe; 13 puts what is to be done at once of a child who told of harm before the rest of it, and
  /// has a record finished by its upload only where nothing is left to fill in; 14 lets nobody hold what is to be done
  /// at once, and files an upload under the absence whose interview was held; 15 finds Vietnamese, Romanian and Welsh
  /// names by their plain letters.
  static let version = 15
  /// The oldest version that this program brings up to date.
  static let oldest = 1

  /// Brings an empty file to this version; inside a transaction, so that it happens whole or not at
  /// all.
  static func migrate(_ db: Database) throws {
    try db.execute(sql: journal)
    try db.execute(sql: drafts)
    try PersonalSchema.make(db)
    for statement in ReadSchema.statements { try db.execute(sql: statement) }
    try db.execute(sql: "PRAGMA application_id = \(application); PRAGMA user_version = \(version)")
  }

  /// The triggers keep the journal whole against any program that opens the file, the sqlite3 shell
  /// included; the insert trigger also stops INSERT OR REPLACE, which deletes.
  private static let journal = """
    CREATE TABLE journal (
      seq INTEGER PRIMARY KEY,
      stream TEXT NOT NULL,
      version INTEGER NOT NULL,
      kind TEXT NOT NULL,
      schema INTEGER NOT NULL,
      body TEXT,
      salt BLOB,
      digest BLOB NOT NULL CHECK (length(digest) = 32),
      occurred INTEGER NOT NULL,
      recorded INTEGER NOT NULL,
      written INTEGER NOT NULL,
      by_id TEXT NOT NULL,
      by_name TEXT NOT NULL,
      role TEXT NOT NULL,
      account TEXT NOT NULL,
      command TEXT NOT NULL,
      prev BLOB NOT NULL CHECK (length(prev) = 32),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      UNIQUE (stream, version)
    ) STRICT;
    CREATE TRIGGER journal_grows BEFORE INSERT ON journal
    WHEN NEW.seq IS NOT coalesce((SELECT max(seq) FROM journal), 0) + 1
      OR NEW.version IS NOT
        coalesce((SELECT max(version) FROM journal WHERE stream = NEW.stream), 0) + 1
    BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
    CREATE TRIGGER journal_keeps BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is never cut'); END;
    CREATE TRIGGER journal_stands BEFORE UPDATE ON journal
    WHEN NEW.body IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.seq IS NOT OLD.seq
      OR NEW.stream IS NOT OLD.stream OR NEW.version IS NOT OLD.version
      OR NEW.kind IS NOT OLD.kind OR NEW.schema IS NOT OLD.schema
      OR NEW.digest IS NOT OLD.digest OR NEW.occurred IS NOT OLD.occurred
      OR NEW.recorded IS NOT OLD.recorded OR NEW.written IS NOT OLD.written
      OR NEW.by_id IS NOT OLD.by_id OR NEW.by_name IS NOT OLD.by_name
      OR NEW.role IS NOT OLD.role OR NEW.account IS NOT OLD.account
      OR NEW.command IS NOT OLD.command OR NEW.prev IS NOT OLD.prev OR NEW.hash IS NOT OLD.hash
    BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END
    """

  /// The triggers without which the journal could be cut or changed unnoticed.
  static let triggers: Set<String> = ["journal_grows", "journal_keeps", "journal_stands"]

  private static let drafts = """
    CREATE TABLE drafts (
      key TEXT PRIMARY KEY,
      person TEXT NOT NULL,
      form TEXT NOT NULL,
      body TEXT NOT NULL,
      saved INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """
}
