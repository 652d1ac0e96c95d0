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

    /// What to do about it.
    package var repair: String {
      switch self {
      case .tableWrong, .searchWrong:
        "Run 'homeward rebuild': the tables are made anew from the journal, nothing is lost."
      case .notDerived:
        "Put the packs of earlier versions back beside the others, then verify again."
      case .triggerMissing:
        "Somebody changed the file with another program: compare it with a backup."
      default:
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
