/// Something that verifying a desk found wrong.
package struct VerifyFinding: Hashable, Sendable {
  /// Which kind of wrong it is.
  package let code: Code
  /// What is wrong and where, in one sentence.
  package let sentence: String

  /// What to do about it.
  package var repair: String { code.repair }

  /// Everything that verifying can find.
  ///
  /// A tail of the journal that was cut off, or a chain that somebody with the file in hand computed
  /// anew, cannot be seen in the file alone: `headMissing` is found only against a head that was
  /// noted elsewhere.
  package enum Code: String, CaseIterable, Sendable {
    /// SQLite's own check of the file failed.
    case fileDamaged = "file-damaged"
    /// A row points at one that is not there.
    case foreignKey = "foreign-key"
    /// A trigger that keeps the journal whole is gone.
    case triggerMissing = "trigger-missing"
    /// A table, an index or a trigger is not one that homeward makes, or not as it makes it.
    case schemaChanged = "schema-changed"
    /// A number is missing from the journal.
    case lineMissing = "line-missing"
    /// A stream's versions have a gap.
    case versionGap = "version-gap"
    /// A line does not follow the one before it.
    case chainBroken = "chain-broken"
    /// A line is not what it was when it was written.
    case lineChanged = "line-changed"
    /// A body is not what it was when it was written.
    case bodyChanged = "body-changed"
    /// A body or the kind of a line cannot be read.
    case lineUnreadable = "line-unreadable"
    /// A line that was noted elsewhere is missing or another.
    case headMissing = "head-missing"
    /// A read table is not what the journal says.
    case tableWrong = "table-wrong"
    /// The search index is not what the journal says.
    case searchWrong = "search-wrong"
    /// A child's rows cannot be worked out, such as for want of a procedure.
    case notDerived = "not-derived"

    /// What it is, in a sentence.
    package var meaning: String {
      switch self {
      case .fileDamaged: "SQLite finds the file's own structure broken."
      case .foreignKey: "A row belongs to another that is not there."
      case .triggerMissing:
        "A trigger that keeps lines of the journal from being changed or cut is gone."
      case .schemaChanged:
        "A table, an index or a trigger is missing, is not as homeward makes it, or is not one of its."
      case .lineMissing: "A number is missing from the journal."
      case .versionGap: "The lines of one child, report or desk are not numbered without a gap."
      case .chainBroken: "A line does not carry the hash of the line before it."
      case .lineChanged: "A line is not what it was when it was written: who, when, what kind."
      case .bodyChanged: "What a line says is not what it said when it was written."
      case .lineUnreadable: "A line, or what it says, cannot be read by this program."
      case .headMissing: "A line that was noted elsewhere is not in the journal as it was noted."
      case .tableWrong: "A table that trays and lists read differs from what the journal says."
      case .searchWrong: "The search index differs from what the journal says."
      case .notDerived:
        "A child's work steps cannot be worked out, such as for want of a procedure."
      }
    }

    /// What to do about it.
    package var repair: String {
      switch self {
      case .tableWrong, .searchWrong:
        "Run 'homeward rebuild': the tables are made anew from the journal, nothing is lost."
      case .notDerived:
        "Put the packs of earlier versions back beside the others, then verify again."
      case .triggerMissing:
        "Somebody changed the file with another program: compare it with a backup."
      case .schemaChanged:
        "Run 'homeward rebuild', which makes all but the journal anew, and verify again; what is left "
          + "was made by another program: restore the last backup that verifies."
      case .headMissing:
        "Find out who replaced or cut the file. Keep a copy of it, and restore the last backup that "
          + "verifies against the checkpoint."
      case .lineUnreadable:
        "Where a newer homeward was used on this desk, use that. Otherwise keep a copy of the file, and "
          + "restore the last backup that verifies."
      case .fileDamaged, .foreignKey, .lineMissing, .versionGap, .chainBroken, .lineChanged,
        .bodyChanged:
        "Stop work on this file, keep a copy of it, and restore the last backup that verifies."
      }
    }
  }
}

/// What verifying a desk came to.
package struct VerifyReport: Hashable, Sendable {
  /// What is wrong, in the order in which it was found; at most a hundred.
  package let findings: [VerifyFinding]
  /// The last line of the journal that was read.
  package let head: JournalHead
  /// Lines of the journal that were read.
  package let lines: Int
  /// Bodies that the retention rules erased.
  package let erased: Int
  /// Children whose rows were worked out anew and compared.
  package let children: Int

  /// Whether nothing is wrong.
  package var isSound: Bool { findings.isEmpty }
}
