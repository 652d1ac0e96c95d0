/// Every row, in the order of the table.
///
/// Rows for backups under load (B1), backups that are interrupted (B2), restoring (B3) and damaged
/// backups (B4) belong after V4, as soon as there is a backup to disturb.
enum Faults {
  static let all = [
    PowerCuts.syncs, Kills.atRandom, Kills.everywhere, PowerCuts.cuts, PowerCuts.compound,
    DiskErrors.full, DiskErrors.failing, DiskErrors.failingThenCut, DiskErrors.short, Drafts.typing,
    Together.writing, Together.conflicts, Together.storm, Together.stopped, Together.twice,
    Tampering.classes, Tampering.tails, Flips.damage, Tampering.falseAlarms,
  ]
}
